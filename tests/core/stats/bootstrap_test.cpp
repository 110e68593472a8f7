#include "core/stats/bootstrap.h"

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/core/reference.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

std::vector<double> MadeAr1(std::size_t n, double persistence, std::uint32_t seed) {
  boost::random::mt19937 engine(seed);
  boost::random::normal_distribution<double> normal(0, 1);
  std::vector<double> values;
  double level = normal(engine) / std::sqrt(1 - persistence * persistence);
  for (std::size_t i = 0; i < n; ++i) {
    values.push_back(level);
    level = persistence * level + normal(engine);
  }
  return values;
}

BlockBootstrap Made(std::vector<double> values, BootstrapRule rule) {
  BlockBootstrap bootstrap(std::move(values), rule);
  while (!bootstrap.Step()) continue;
  return bootstrap;
}

TEST_CASE("bootstrap: the block length is the cube root rounded up, unless one is named") {
  for (const auto& [n, length] : {std::pair{1, 1}, {2, 2}, {8, 2}, {9, 3}, {27, 3}, {28, 4}}) {
    CHECK(BlockLengthFor({}, static_cast<std::size_t>(n)) == length);
  }
  CHECK(BlockLengthFor({.block_length = 12}, 40) == 12);
  CHECK(BlockLengthFor({.block_length = 12}, 7) == 7);
}

TEST_CASE("bootstrap: long input takes fewer resamples, never under the least") {
  CHECK(ResamplesFor({}, 10) == kResamples);
  CHECK(ResamplesFor({}, 2000) == 500);
  CHECK(ResamplesFor({}, 1'000'000) == kLeastResamples);
}

TEST_CASE("bootstrap: equal values give an interval of no width") {
  BlockBootstrap bootstrap = Made(std::vector<double>(33, 0.1), {});
  for (const ConfidenceInterval interval : {bootstrap.Mean(), bootstrap.Median()}) {
    CHECK(interval.low == 0.1);
    CHECK(interval.high == 0.1);
  }
}

TEST_CASE("bootstrap: no values, no interval") {
  BlockBootstrap bootstrap = Made({}, {});
  CHECK(IsMissing(bootstrap.Mean().low));
}

TEST_CASE("bootstrap: the same seed draws the same, another seed others") {
  const std::vector<double> values = MadeAr1(50, 0.4, 7);
  CHECK(Made(values, {.seed = 3}).means() == Made(values, {.seed = 3}).means());
  CHECK(Made(values, {.seed = 3}).means() != Made(values, {.seed = 4}).means());
}

TEST_CASE("bootstrap: the first resample of a seed is known, natively and as wasm") {
  // The 32-bit Mersenne twister begins with 1791095845, 4282876139, 3093770124 from seed 1 (its
  // authors' reference output). Scaled down to 0…9 those are 4, 9 and 7; blocks of 4, 4 and 2.
  std::vector<double> values(10);
  std::iota(values.begin(), values.end(), 0.0);
  const BlockBootstrap bootstrap = Made(values, {.block_length = 4});
  const double mean = ((4 + 5 + 6 + 7) + (9 + 0 + 1 + 2) + (7 + 8)) / 10.0;
  CHECK_THAT(bootstrap.means().front(), WithinRel(mean, 1e-14));
}

TEST_CASE("bootstrap: moving and stretching the values does the same to the interval") {
  const std::vector<double> values = MadeAr1(40, 0.5, 11);
  std::vector<double> moved;
  for (const double value : values) moved.push_back(3 + 2 * value);
  BlockBootstrap first = Made(values, {});
  BlockBootstrap second = Made(moved, {});
  CHECK_THAT(second.Mean().low, WithinAbs(3 + 2 * first.Mean().low, 1e-12));
  CHECK_THAT(second.Median().high, WithinAbs(3 + 2 * first.Median().high, 1e-12));
}

TEST_CASE("bootstrap: the interval holds the mean of AR(1) data nearly as often as it says") {
  // 0 is the mean. Blocks of a fixed length lose some of the dependence, so it holds it less often
  // than 95 %, but far more often than draws of single values do.
  const auto coverage = [](std::int64_t block_length) {
    int held = 0;
    constexpr int kSeries = 200;
    for (int i = 0; i < kSeries; ++i) {
      BlockBootstrap bootstrap = Made(MadeAr1(400, 0.6, static_cast<std::uint32_t>(100 + i)),
                                      {.resamples = 300, .block_length = block_length});
      const ConfidenceInterval interval = bootstrap.Mean();
      if (interval.low <= 0 && interval.high >= 0) ++held;
    }
    return static_cast<double>(held) / kSeries;
  };
  CHECK(coverage(20) > 0.87);
  CHECK(coverage(20) < 0.99);
  CHECK(coverage(1) < 0.80);
}

#ifdef PREMIUMLENS_TESTS_FOLDER
double DeviationOf(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return std::sqrt(sum / n);
}

TEST_CASE("bootstrap: standard error and intervals as R makes them") {
  // scripts/reference/bootstrap.R. Two sets of random draws agree to a few hundredths of a standard
  // error; the standard error itself is R's closed form.
  const nlohmann::json reference = ReadReference("bootstrap");
  const auto values = reference["values"].get<std::vector<double>>();
  BlockBootstrap bootstrap =
      Made(values, {.resamples = 16'000, .block_length = reference["block_length"]});
  REQUIRE(bootstrap.means().size() == 16'000);
  const double error = reference["mean_standard_error"];
  CHECK_THAT(DeviationOf(bootstrap.means()), WithinRel(error, 0.02));
  const ConfidenceInterval mean = bootstrap.Mean();
  CHECK_THAT(mean.low, WithinAbs(reference["mean_interval"][0], 0.07 * error));
  CHECK_THAT(mean.high, WithinAbs(reference["mean_interval"][1], 0.07 * error));
  const ConfidenceInterval median = bootstrap.Median();
  CHECK_THAT(median.low, WithinAbs(reference["median_interval"][0], 0.15 * error));
  CHECK_THAT(median.high, WithinAbs(reference["median_interval"][1], 0.15 * error));
}
#endif

}  // namespace
}  // namespace premiumlens
