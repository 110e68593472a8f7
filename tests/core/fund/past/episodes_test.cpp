#include "core/fund/past/episodes.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/past/made_days.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

std::vector<Episode> EpisodesOf(const KnownDays& days, PremiumSide side = PremiumSide::kPremium) {
  std::vector<Episode> episodes;
  std::size_t before = 0;
  for (const RunUp& run_up : FindRunUps(days, {.side = side})) {
    episodes.push_back(DescribeEpisode(days, run_up, side, kEntryLevels, kCloserShare, before));
    before = run_up.end.value_or(run_up.last + 1);
  }
  return episodes;
}

TEST_CASE("episodes: up to 20 % and back at an unchanged value, worked by hand") {
  const KnownDays days = DaysOf({1, 1.01, 1.04, 1.08, 1.2, 1.1, 1.02}, {1, 1, 1, 1, 1, 1, 1});
  const std::vector<Episode> found = EpisodesOf(days);
  REQUIRE(found.size() == 1);
  const Episode& one = found[0];
  CHECK(one.rise_start == 0U);
  CHECK(one.days_up == 1);
  CHECK(one.days_down == 2);
  CHECK(one.closed_by == ClosedBy::kPriceFall);
  CHECK_THAT(one.price_share, WithinAbs(1, 1e-12));
  CHECK_THAT(one.value_share, WithinAbs(0, 1e-12));
  // 3 % at 1.04; 5 and 8 % at 1.08; 10, 15 and 20 % at 1.2; all sold at 1.02.
  REQUIRE(one.entries.size() == 6);
  CHECK(one.entries[0].place == 2);
  CHECK_THAT(one.entries[0].to_end.return_fraction, WithinAbs(1.02 / 1.04 - 1, 1e-12));
  CHECK_THAT(one.entries[2].to_end.return_fraction, WithinAbs(1.02 / 1.08 - 1, 1e-12));
  CHECK_THAT(one.entries[5].to_end.return_fraction, WithinAbs(-0.15, 1e-12));
  CHECK_THAT(one.from_peak.return_fraction, WithinAbs(-0.15, 1e-12));
}

TEST_CASE("episodes: what closed it") {
  struct Case {
    double price_end, value_end;
    ClosedBy closed_by;
  };
  // From 1.10 on 1.00.
  for (const Case& one : {Case{1.00, 1.00, ClosedBy::kPriceFall},
                          {1.10, 1.08, ClosedBy::kValueRise},
                          {1.05, 1.03, ClosedBy::kBoth},
                          {1.15, 1.12, ClosedBy::kValueRise},
                          {0.95, 0.93, ClosedBy::kPriceFall}}) {
    const std::vector<Episode> found =
        EpisodesOf(DaysOf({1, 1.10, one.price_end}, {1, 1, one.value_end}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].closed_by == one.closed_by);
    CHECK_THAT(found[0].price_share + found[0].value_share, WithinAbs(1, 1e-12));
    if (one.price_end >= 1.10) CHECK(found[0].price_share <= 1e-12);
  }
  CHECK(EpisodesOf(DaysOf({1, 1.1}, {1, 1}))[0].closed_by == ClosedBy::kOpen);
}

TEST_CASE("episodes: a discount closes by a price that rises or a value that falls") {
  const auto closed = [](double price, double value) {
    return EpisodesOf(DaysOf({1, 0.9, price}, {1, 1, value}), PremiumSide::kDiscount)[0].closed_by;
  };
  CHECK(closed(1, 1) == ClosedBy::kPriceRise);
  CHECK(closed(0.9, 0.91) == ClosedBy::kValueFall);
  CHECK(closed(0.94, 0.96) == ClosedBy::kBoth);
}

TEST_CASE("episodes: of premiums alone there is no closing and no return") {
  PremiumHistory history;
  history.premium_fraction = {0, 0.08, 0.01};
  const Episode one = EpisodesOf(KnownDaysOf(history))[0];
  CHECK_FALSE(one.closed_by);
  CHECK(IsMissing(one.price_share));
  CHECK(one.entries.size() == 3);
  CHECK(IsMissing(one.entries[0].to_end.return_fraction));
}

TEST_CASE("episodes: a rise begins at the lowest day before, not before the last episode's end") {
  const KnownDays days = DaysOfPremiums({-0.04, 0, 0.06, 0.02, 0.01, 0.03, 0.02, 0.04, 0.07, 0.01});
  const std::vector<Episode> found = EpisodesOf(days);
  REQUIRE(found.size() == 2);
  CHECK(found[0].rise_start == 0U);
  CHECK(found[1].rise_start == 4U);
  CHECK_FALSE(EpisodesOf(DaysOfPremiums({0.06, 0.07, 0}))[0].rise_start);
}

TEST_CASE("episodes: every return is split exactly, and the shares are those of the log premium") {
  const KnownDays days = MadeDays(3000, 21);
  const std::vector<Episode> found = EpisodesOf(days);
  REQUIRE(found.size() > 20);
  for (const Episode& one : found) {
    const std::size_t to = one.run_up.end.value_or(one.run_up.last);
    for (const Entry& entry : one.entries) {
      const Return& split = entry.to_end;
      CHECK_THAT(split.return_fraction,
                 WithinAbs(days.price_cny[to] / days.price_cny[entry.place] - 1, 1e-12));
      CHECK_THAT(split.value_part + split.premium_part + split.cross_part,
                 WithinAbs(split.return_fraction, 1e-14));
      CHECK(days.premium_fraction[entry.place] >= entry.level_fraction - 1e-9);
    }
    if (!one.run_up.end) continue;
    const std::size_t peak = one.run_up.peak;
    const double closed = std::log1p(days.premium_fraction[peak]) -
                          std::log1p(days.premium_fraction[*one.run_up.end]);
    CHECK_THAT(one.price_share * closed,
               WithinAbs(-std::log(days.price_cny[*one.run_up.end] / days.price_cny[peak]), 1e-12));
    CHECK_THAT(one.price_share + one.value_share, WithinAbs(1, 1e-9));
  }
}

TEST_CASE("episodes: other units change nothing, and days before move nothing") {
  const KnownDays days = MadeDays(800, 3);
  std::vector<double> price(30, 1.0), value(30, 1.0);
  for (std::size_t i = 0; i < days.size(); ++i) {
    price.push_back(7 * days.price_cny[i]);
    value.push_back(7 * days.value_cny[i]);
  }
  const std::vector<Episode> first = EpisodesOf(days);
  const std::vector<Episode> later = EpisodesOf(DaysOf(price, value));
  REQUIRE(first.size() == later.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].run_up.start + 30 == later[i].run_up.start);
    CHECK(first[i].run_up.peak + 30 == later[i].run_up.peak);
    CHECK(first[i].closed_by == later[i].closed_by);
  }
}

}  // namespace
}  // namespace premiumlens
