#include "core/fund/cost/limit_days.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("limit_days: from 60 % to 10 % takes four") {
  CHECK(LimitDownDays(0.60, 0.10, 0.10) == 4);
  CHECK(LimitDownDays(0.60, 0.10, 0.20) == 2);
  CHECK(LimitDownDays(0.05, 0, 0.10) == 1);
  CHECK(LimitDownDays(0.05, 0.05, 0.10) == 0);
  CHECK(LimitDownDays(-0.05, 0, 0.10) == 0);
}

TEST_CASE("limit_days: a whole number of limits is that number") {
  CHECK(LimitDownDays(0, 0.81 - 1, 0.10) == 2);
  CHECK(LimitDownDays(1.0, 2 * 0.729 - 1, 0.10) == 3);
  CHECK(LimitDownDays(1.0, 2 * 0.7289 - 1, 0.10) == 4);
}

TEST_CASE("limit_days: nothing for what is no premium or limit") {
  CHECK_FALSE(LimitDownDays(-1, 0, 0.10));
  CHECK_FALSE(LimitDownDays(0.1, kMissing, 0.10));
  CHECK_FALSE(LimitDownDays(0.1, 0, 0));
  CHECK_FALSE(LimitDownDays(0.1, 0, 1));
  CHECK(LimitDownSteps(kMissing, 0.1, 0, {}).empty());
}

// By hand: 1.600 → 1.440 → 1.296 → 1.1664, rounded 1.166 → 1.100 (the limit would be 1.0494).
TEST_CASE("limit_days: day by day, rounded to the tick") {
  const auto steps = LimitDownSteps(1.6, 0.60, 0.10, {});
  REQUIRE(steps.size() == 4);
  const double prices[] = {1.440, 1.296, 1.166, 1.100};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_THAT(steps[i].price_cny, WithinAbs(prices[i], 1e-12));
    CHECK_THAT(steps[i].premium_fraction, WithinAbs(prices[i] - 1, 1e-12));
    CHECK(steps[i].locked == (i < 3));
  }
}

TEST_CASE("limit_days: bounds are rounded half up") {
  // 1.005 × 0.9 = 0.9045 → 0.905; 1.005 × 1.1 = 1.1055 → 1.106.
  const PriceBounds bounds = BoundsAfter(1.005, {});
  CHECK_THAT(bounds.lowest_cny, WithinAbs(0.905, 1e-12));
  CHECK_THAT(bounds.highest_cny, WithinAbs(1.106, 1e-12));
  // A tick may always be moved.
  CHECK_THAT(BoundsAfter(0.004, {}).lowest_cny, WithinAbs(0.003, 1e-12));
  CHECK(BoundsAfter(1, {0, 0.001}).lowest_cny == 0);
}

TEST_CASE("limit_days: without ticks the steps are as many as the formula says") {
  Noise noise(4);
  for (int i = 0; i < 200; ++i) {
    const double from = 2 * noise.Uniform();
    const double to = from - 0.9 * noise.Uniform() * (1 + from);
    const double limit = 0.05 + 0.2 * noise.Uniform();
    const auto steps = LimitDownSteps(1 + noise.Uniform(), from, to, {limit, 0});
    CHECK(static_cast<int>(steps.size()) == LimitDownDays(from, to, limit));
    if (!steps.empty()) CHECK_THAT(steps.back().premium_fraction, WithinAbs(to, 1e-9));
  }
}

}  // namespace
}  // namespace premiumlens
