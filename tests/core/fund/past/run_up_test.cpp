#include "core/fund/past/run_up.h"

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "tests/core/fund/past/made_days.h"

namespace premiumlens {
namespace {

TEST_CASE("run-up: starts on the bar, peaks at the highest, ends on the first day short of it") {
  const KnownDays days =
      DaysOfPremiums({0, 0.02, 0.05, 0.09, 0.12, 0.12, 0.07, 0.04, 0.01, 0, 0, 0, 0});
  const std::vector<RunUp> found = FindRunUps(days, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].start == 2);
  CHECK(found[0].peak == 4);
  CHECK(found[0].last == 6);
  CHECK(found[0].end == 7U);
  CHECK(found[0].crossed);
  CHECK_FALSE(found[0].cut_off);
}

TEST_CASE("run-up: a price of 1.05 on a value of 1.00 stands on the bar of 5 %") {
  const KnownDays days = DaysOf({1, 1.05, 1}, {1, 1, 1});
  REQUIRE(FindRunUps(days, {}).size() == 1);
  CHECK(FindRunUps(days, {})[0].start == 1);
}

TEST_CASE("run-up: hovering about the bar is one, a week of quiet apart are two") {
  const std::vector<double> hover = {0, 0.06, 0.04, 0.06, 0.04, 0.04, 0.06, 0};
  const KnownDays days = DaysOfPremiums(hover);
  RunUpFinder finder(days, {});
  while (!finder.AtEnd()) finder.AddNext();
  CHECK(finder.Finish().size() == 1);
  CHECK(finder.crossings() == 3);
  CHECK(FindRunUps(days, {.quiet_days = 1}).size() == 3);
  const KnownDays apart = DaysOfPremiums({0, 0.06, 0, 0, 0, 0, 0, 0.06, 0});
  const std::vector<RunUp> two = FindRunUps(apart, {});
  REQUIRE(two.size() == 2);
  CHECK(two[0].end == 2U);
  CHECK(two[1].start == 7);
}

TEST_CASE("run-up: a lower end bar lets it go on") {
  const KnownDays days = DaysOfPremiums({0, 0.06, 0.04, 0.04, 0.04, 0.04, 0.04, 0.06, 0.01, 0});
  const std::vector<RunUp> found = FindRunUps(days, {.end_fraction = 0.02});
  REQUIRE(found.size() == 1);
  CHECK(found[0].end == 8U);
}

TEST_CASE("run-up: what begins over the bar crossed nothing; what ends over it has no end") {
  const std::vector<RunUp> found = FindRunUps(DaysOfPremiums({0.06, 0.07, 0.08}), {});
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].crossed);
  CHECK_FALSE(found[0].end);
  CHECK(found[0].last == 2);
  CHECK(FindRunUps(DaysOfPremiums({}), {}).empty());
  CHECK(FindRunUps(DaysOfPremiums({0.01, 0.02}), {}).empty());
}

TEST_CASE("run-up: a hole in the data cuts off, and nothing is crossed over it") {
  const KnownDays days = DaysOf({1, 1.06, 1.06, 1}, {1, 1, 1, 1}, {100, 101, 140, 141});
  const std::vector<RunUp> found = FindRunUps(days, {});
  REQUIRE(found.size() == 2);
  CHECK(found[0].cut_off);
  CHECK_FALSE(found[0].end);
  CHECK_FALSE(found[1].crossed);
  CHECK(found[1].end == 3U);
  // Thirty days are no hole yet: the longest holidays and halts.
  CHECK(FindRunUps(DaysOf({1, 1.06, 1.06, 1}, {1, 1, 1, 1}, {100, 101, 131, 132}), {}).size() == 1);
}

TEST_CASE("run-up: halted days are no days, and rows are those of the history") {
  const KnownDays days = DaysOf({1, 1.06, kMissing, 1.08, 1}, {1, 1, 1, 1, 1});
  const std::vector<RunUp> found = FindRunUps(days, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].peak == 2);
  CHECK(days.row[found[0].peak] == 3);
}

TEST_CASE("run-up: a discount is the same on the other side") {
  const std::vector<double> premiums = {0, 0.03, 0.06, 0.10, 0.02, 0, 0, -0.07, -0.06, -0.01};
  std::vector<double> mirrored;
  for (const double premium : premiums) mirrored.push_back(-premium);
  for (const double bar : {0.05, 0.02}) {
    const auto up =
        FindRunUps(DaysOfPremiums(premiums), {.bar_fraction = bar, .end_fraction = bar});
    const auto down =
        FindRunUps(DaysOfPremiums(mirrored),
                   {.bar_fraction = bar, .end_fraction = bar, .side = PremiumSide::kDiscount});
    REQUIRE(up.size() == down.size());
    for (std::size_t i = 0; i < up.size(); ++i) {
      CHECK(up[i].start == down[i].start);
      CHECK(up[i].peak == down[i].peak);
      CHECK(up[i].end == down[i].end);
    }
  }
}

TEST_CASE("run-up: whether a crossing begins one is known on the day") {
  const KnownDays days = MadeDays(1500, 5);
  const std::vector<RunUp> all = FindRunUps(days, {});
  REQUIRE(all.size() > 10);
  for (const RunUp& run_up : all) {
    const std::vector<RunUp> then = FindRunUps(FirstOf(days, run_up.start + 1), {});
    REQUIRE(!then.empty());
    CHECK(then.back().start == run_up.start);
    CHECK(then.back().crossed == run_up.crossed);
  }
}

TEST_CASE("run-up: run-ups do not overlap, and hold every day over the bar") {
  const KnownDays days = MadeDays(3000, 9);
  const std::vector<RunUp> all = FindRunUps(days, {});
  std::vector<int> covered(days.size(), 0);
  for (const RunUp& one : all) {
    for (std::size_t i = one.start; i <= one.last; ++i) ++covered[i];
    CHECK(one.start <= one.peak);
    CHECK(one.peak <= one.last);
    if (one.end) CHECK(days.premium_fraction[*one.end] < 0.05);
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    CHECK(covered[i] <= 1);
    if (days.premium_fraction[i] >= 0.05) CHECK(covered[i] == 1);
  }
}

}  // namespace
}  // namespace premiumlens
