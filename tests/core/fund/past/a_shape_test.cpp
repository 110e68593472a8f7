#include "core/fund/past/a_shape.h"

#include <catch2/catch.hpp>

#include "tests/core/fund/past/made_days.h"

namespace premiumlens {
namespace {

using enum AState;

AShapeFinder Found(const KnownDays& days, ARule rule = {}) {
  AShapeFinder finder(days, rule);
  while (!finder.AtEnd()) finder.AddNext();
  return finder;
}

TEST_CASE("A shape: up with the price, past the peak when the price turns, over when it is back") {
  const KnownDays days = DaysOfPremiums({0, 0.01, 0.03, 0.06, 0.12, 0.11, 0.07, 0.05, 0.02, 0.01});
  const AShapeFinder finder = Found(days);
  // At 0.07 more than a third of the twelve points is given back, at 0.02 more than three quarters.
  CHECK(finder.states() == std::vector<AState>{kNone, kNone, kNone, kRising, kRising, kRising,
                                               kPastPeak, kPastPeak, kNone, kNone});
  REQUIRE(finder.shapes().size() == 1);
  const AShape& shape = finder.shapes()[0];
  CHECK(shape.foot == 0);
  CHECK(shape.recognised == 3);
  CHECK(shape.peak == 4);
  CHECK(shape.turned == 6U);
  CHECK(shape.over == 8U);
}

TEST_CASE("A shape: a new high after the turn is rising again") {
  const KnownDays days = DaysOfPremiums({0, 0.06, 0.12, 0.07, 0.13});
  CHECK(Found(days).state() == kRising);
  CHECK_FALSE(Found(days).shapes()[0].turned);
}

TEST_CASE("A shape: a premium that a rising value closes is none") {
  const KnownDays days = DaysOf({1, 1.06, 1.12, 1.13, 1.14, 1.15}, {1, 1, 1, 1.06, 1.10, 1.14});
  const AShapeFinder finder = Found(days);
  for (const AState state : finder.states()) CHECK(state != kPastPeak);
  CHECK(finder.state() == kNone);
}

TEST_CASE("A shape: a premium that a falling value makes is none") {
  const KnownDays days = DaysOf({1, 1, 1.01, 1.01}, {1, 0.96, 0.93, 0.9});
  CHECK(Found(days).state() == kNone);
}

TEST_CASE("A shape: it is over when the rise of the price is gone and the premium stays") {
  const KnownDays days = DaysOf({1, 1.06, 1.01, 1.0}, {1, 1, 0.93, 0.9});
  CHECK(Found(days).states() == std::vector<AState>{kNone, kRising, kRising, kNone});
}

TEST_CASE("A shape: past the peak, a new high that a falling value makes ends it") {
  const KnownDays days = DaysOf({1, 1.06, 1.12, 1.07, 1.0}, {1, 1, 1, 1, 0.88});
  CHECK(Found(days).states() == std::vector<AState>{kNone, kRising, kRising, kPastPeak, kNone});
  CHECK(Found(days).shapes()[0].peak == 2);
}

TEST_CASE("A shape: none without prices, of nothing, and across a hole") {
  PremiumHistory history;
  history.premium_fraction = {0, 0.06, 0.12};
  CHECK(Found(KnownDaysOf(history)).state() == kNone);
  CHECK(Found(DaysOfPremiums({})).state() == kNone);
  const KnownDays hole = DaysOf({1, 1.06, 1.12}, {1, 1, 1}, {100, 101, 140});
  CHECK(Found(hole).states() == std::vector<AState>{kNone, kRising, kNone});
  CHECK(Found(hole).shapes()[0].over == 2U);
}

TEST_CASE("A shape: the state of a day is that of the history cut after it") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const KnownDays days = MadeDays(400, seed);
    const AShapeFinder whole = Found(days);
    REQUIRE(!whole.shapes().empty());
    for (std::size_t count = 1; count <= days.size(); ++count) {
      const KnownDays cut = FirstOf(days, count);
      REQUIRE(Found(cut).state() == whole.states()[count - 1]);
    }
  }
}

TEST_CASE("A shape: other bars, other states") {
  const KnownDays days = DaysOfPremiums({0, 0.02, 0.04, 0.035});
  CHECK(Found(days).state() == kNone);
  CHECK(Found(days, {.bar_fraction = 0.03}).state() == kRising);
  CHECK(Found(days, {.bar_fraction = 0.03, .turn_fraction = 0.1}).state() == kPastPeak);
  CHECK(Found(days, {.bar_fraction = 0.03, .rise_fraction = 0.05}).state() == kNone);
  CHECK(Found(days, {.bar_fraction = 0.03, .rise_fraction = 0.03, .window_days = 1}).state() ==
        kNone);
}

}  // namespace
}  // namespace premiumlens
