#include "core/fund/past/bands.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "core/stats/quantile.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

Bands Make(const std::vector<double>& series, const BandOptions& options) {
  BandMaker maker(series, options);
  while (!maker.Step()) {
  }
  return maker.Take();
}

TEST_CASE("bands: by hand; the first days and a day without a premium have none") {
  const Bands bands = Make({1, 2, kMissing, 3, 6}, {.window_days = 3});
  REQUIRE(bands.mean.size() == 5);
  CHECK(IsMissing(bands.mean[0]));
  CHECK(IsMissing(bands.mean[1]));
  CHECK(IsMissing(bands.mean[2]));
  CHECK(bands.mean[3] == 2);  // of 1, 2, 3
  CHECK(bands.median[4] == 3);
  CHECK_THAT(bands.high[3], WithinAbs(4, 1e-14));
  CHECK_THAT(bands.low[3], WithinAbs(0, 1e-14));
  CHECK_THAT(bands.quantile_low[3], WithinAbs(1.1, 1e-14));  // 5 % of the way from 1 to 3
  CHECK_THAT(bands.quantile_high[3], WithinAbs(2.9, 1e-14));
}

TEST_CASE("bands: a day's band does not know the days after it") {
  Noise noise(2);
  std::vector<double> series;
  for (int i = 0; i < 300; ++i) series.push_back(0.01 * noise.Next());
  const Bands whole = Make(series, {});
  const Bands early = Make({series.begin(), series.begin() + 200}, {});
  for (std::size_t row = 59; row < 200; ++row) {
    CHECK(early.mean[row] == whole.mean[row]);
    CHECK(early.high[row] == whole.high[row]);
    CHECK(early.quantile_low[row] == whole.quantile_low[row]);
  }
}

TEST_CASE("bands: with days missing at either end and between, as of the known days alone") {
  Noise noise(6);
  std::vector<double> series;
  for (int i = 0; i < 160; ++i) {
    const bool is_end = i < 7 || i > 151;
    series.push_back(is_end || noise.Next() > 0.8 ? kMissing : 0.01 * noise.Next());
  }
  for (const std::int64_t window : {2, 5, 60, 500}) {
    const Bands bands = Make(series, {.window_days = window});
    const auto days = static_cast<std::size_t>(window);
    std::vector<double> known;
    for (std::size_t row = 0; row < series.size(); ++row) {
      if (!IsMissing(series[row])) known.push_back(series[row]);
      INFO(window << " days, row " << row);
      if (IsMissing(series[row]) || known.size() < days) {
        CHECK(IsMissing(bands.mean[row]));
        CHECK(IsMissing(bands.quantile_low[row]));
        continue;
      }
      std::vector<double> last(known.end() - static_cast<std::ptrdiff_t>(window), known.end());
      Moments alone;
      for (const double x : last) alone.Add(x);
      CHECK_THAT(bands.mean[row], WithinAbs(alone.mean, 1e-15));
      CHECK_THAT(bands.high[row], WithinAbs(alone.mean + 2 * alone.Deviation(), 1e-14));
      CHECK_THAT(bands.median[row], WithinAbs(QuantileOf(last, 0.5), 1e-15));
      CHECK_THAT(bands.quantile_low[row], WithinAbs(QuantileOf(last, 0.05), 1e-15));
    }
  }
}

TEST_CASE("bands: too short a series has none at all, of its own length") {
  const Bands bands = Make({0.1, 0.2}, {});
  REQUIRE(bands.high.size() == 2);
  CHECK(IsMissing(bands.high[1]));
  CHECK(Make({}, {}).mean.empty());
}

}  // namespace
}  // namespace premiumlens
