#include "core/stats/rolling.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "core/stats/quantile.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

std::vector<double> MakeNoise(std::size_t rows, std::uint32_t seed) {
  Noise noise(seed);
  std::vector<double> values;
  // Rounded, so that ties occur.
  for (std::size_t i = 0; i < rows; ++i) values.push_back(std::round(20 * noise.Next()) / 20);
  return values;
}

// The values that a window ending at the row holds.
std::vector<double> WindowUpTo(std::size_t row, const std::vector<double>& values,
                               std::size_t window) {
  const std::size_t from = row + 1 < window ? 0 : row + 1 - window;
  return {values.begin() + static_cast<std::ptrdiff_t>(from),
          values.begin() + static_cast<std::ptrdiff_t>(row) + 1};
}

TEST_CASE("rolling: every window is as one taken by itself") {
  for (const std::size_t window : {1u, 2u, 7u, 20u, 64u, 200u}) {
    const std::vector<double> values = MakeNoise(150, static_cast<std::uint32_t>(window));
    RollingMoments moments(values, window);
    RollingOrder order(values, window);
    for (std::size_t row = 0; row < values.size(); ++row) {
      std::vector<double> last = WindowUpTo(row, values, window);
      Moments alone;
      for (const double x : last) alone.Add(x);
      const Moments of = moments.Next();
      order.Advance();
      REQUIRE(of.count == alone.count);
      REQUIRE(order.count() == last.size());
      CHECK_THAT(of.mean, WithinAbs(alone.mean, 1e-12));
      CHECK_THAT(of.squares, WithinAbs(alone.squares, 1e-10));
      for (const double p : {0.0, 0.05, 0.5, 0.9, 1.0}) {
        CHECK_THAT(order.Quantile(p), WithinAbs(QuantileOf(last, p), 1e-14));
      }
      const double median = QuantileOf(last, 0.5);
      for (double& x : last) x = std::fabs(x - median);
      CHECK_THAT(order.Spread(median), WithinAbs(1.4826 * QuantileOf(last, 0.5), 1e-13));
    }
  }
}

// Sums that run on and are subtracted from lose such digits: 1e9² has 18 of them.
TEST_CASE("rolling: small moves on a high level, over a long series, keep their digits") {
  constexpr std::size_t kRows = 200000;
  std::vector<double> values = MakeNoise(kRows, 8);
  std::vector<double> high = values;
  for (std::size_t i = 0; i < kRows; ++i) high[i] += i == 1000 ? 1e15 : 1e6;
  RollingMoments low_moments(values, 50);
  RollingMoments high_moments(high, 50);
  double worst = 0;
  for (std::size_t row = 0; row < kRows; ++row) {
    const double a = low_moments.Next().Deviation();
    const double b = high_moments.Next().Deviation();
    if (row > 1050) worst = std::max(worst, std::fabs(b / a - 1));
  }
  CHECK(worst < 1e-8);
}

// A running sum would carry a number this large to the rows after it.
TEST_CASE("rolling: numbers as small and as large as a double holds, and one over and over") {
  for (const std::size_t window : {1u, 3u, 8u, 50u, 400u}) {
    Noise noise(static_cast<std::uint32_t>(window));
    std::vector<double> values(300, 0.02);
    for (std::size_t i = 0; i < 100; ++i) {
      const double x = noise.Next();
      values[i] = std::fabs(x) < 0.3   ? x * 1e-300
                  : std::fabs(x) > 1.5 ? std::copysign(1e300, x)
                                       : x;
    }
    RollingMoments moments(values, window);
    RollingOrder order(values, window);
    for (std::size_t row = 0; row < values.size(); ++row) {
      std::vector<double> last = WindowUpTo(row, values, window);
      const Moments of = moments.Next();
      order.Advance();
      for (const double p : {0.0, 0.25, 0.5, 1.0}) {
        const double alone = QuantileOf(last, p);
        REQUIRE_THAT(order.Quantile(p), WithinAbs(alone, 1e-14) || WithinRel(alone, 1e-14));
      }
      const auto [least, most] = std::minmax_element(last.begin(), last.end());
      const bool is_huge = *most >= 1e300 || *least <= -1e300;
      double sum = 0;
      for (const double x : last) sum += x / static_cast<double>(last.size());
      REQUIRE_THAT(of.mean, WithinAbs(sum, is_huge ? 1e287 : 1e-14));
      REQUIRE(std::isfinite(of.squares) == (!is_huge || *least == *most));
      if (*least == *most) REQUIRE(of.squares == 0);
    }
  }
}

TEST_CASE("rolling: the rows with a value, and of none nothing") {
  const std::vector<double> series{kMissing, 2, kMissing, 4};
  const std::vector<std::size_t> rows = RowsOf(series);
  CHECK(rows == std::vector<std::size_t>{1, 3});
  CHECK(Gather(series, rows) == std::vector<double>{2, 4});
  RollingOrder none(std::span<const double>{}, 5);
  CHECK(IsMissing(none.Quantile(0.5)));
}

}  // namespace
}  // namespace premiumlens
