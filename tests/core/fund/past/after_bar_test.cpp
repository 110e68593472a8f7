#include "core/fund/past/after_bar.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/fund/premium.h"
#include "core/stats/quantile.h"
#include "tests/core/fund/past/made_days.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

// Each spike: ten days at 0, then 6, 8 and 2 %.
KnownDays Spikes(int count) {
  std::vector<double> premiums;
  for (int i = 0; i < count; ++i) {
    premiums.insert(premiums.end(), 10, 0.0);
    premiums.insert(premiums.end(), {0.06, 0.08, 0.02});
  }
  return DaysOfPremiums(premiums);
}

const Spread& Of(const AfterHorizon& after, Outcome outcome) {
  return (*after.spreads)[static_cast<std::size_t>(outcome)];
}

TEST_CASE("after the bar: twelve equal spikes, worked by hand") {
  const KnownDays days = Spikes(12);
  AfterBar after(days, {.bars = {0.05}, .horizons = {1, 2, 13}});
  while (!after.Step()) continue;
  REQUIRE(after.bars().size() == 1);
  const AfterOneBar& bar = after.bars()[0];
  CHECK(bar.crossings == 12);
  REQUIRE(bar.cases.size() == 12);
  CHECK(bar.cases[0] == 10);
  const AfterHorizon& one = bar.horizons[0];
  CHECK(one.count == 12);
  CHECK(one.beyond_end == 0);
  const Spread& change = Of(one, Outcome::kPremiumChange);
  CHECK_THAT(change.mean, WithinAbs(0.02, 1e-12));
  CHECK_THAT(change.mean_interval.low, WithinAbs(0.02, 1e-12));
  CHECK_THAT(change.mean_interval.high, WithinAbs(0.02, 1e-12));
  CHECK(change.negative_share == 0);
  const Spread& price = Of(bar.horizons[1], Outcome::kPriceReturn);
  CHECK_THAT(price.median, WithinAbs(1.02 / 1.06 - 1, 1e-12));
  CHECK(price.negative_share == 1);
  CHECK_THAT(Of(bar.horizons[1], Outcome::kValueReturn).max, WithinAbs(0, 1e-15));
  // Thirteen days after the last crossing there is no day any more.
  CHECK(bar.horizons[2].count == 11);
  CHECK(bar.horizons[2].beyond_end == 1);
  // Over the bar are both days of a spike: +2 points after the first, −6 after the second.
  CHECK(one.over_days == 24);
  CHECK_THAT(one.over_days_means[0], WithinAbs(-0.02, 1e-12));
}

TEST_CASE("after the bar: under ten episodes there are cases and no figures") {
  for (const int spikes : {9, 10}) {
    const KnownDays days = Spikes(spikes);
    AfterBar after(days, {.bars = {0.05}, .horizons = {1}});
    while (!after.Step()) continue;
    CHECK(after.bars()[0].cases.size() == static_cast<std::size_t>(spikes));
    CHECK(after.bars()[0].horizons[0].spreads.has_value() == (spikes == 10));
  }
}

TEST_CASE("after the bar: ten crossings of one hovering week are one episode") {
  std::vector<double> premiums(20, 0.0);
  for (int i = 0; i < 10; ++i) premiums.insert(premiums.end(), {0.06, 0.04});
  premiums.insert(premiums.end(), 80, 0.0);
  const KnownDays days = DaysOfPremiums(premiums);
  AfterBar after(days, {.bars = {0.05}});
  while (!after.Step()) continue;
  CHECK(after.bars()[0].crossings == 10);
  CHECK(after.bars()[0].cases.size() == 1);
}

TEST_CASE("after the bar: a horizon over a hole in the data has no outcome") {
  std::vector<double> price, value;
  std::vector<Date> dates;
  for (int i = 0; i < 40; ++i) {
    dates.push_back(i < 20 ? i : i + 60);
    value.push_back(1);
    price.push_back(i == 18 ? 1.07 : 1);
  }
  const KnownDays days = DaysOf(price, value, dates);
  CHECK_FALSE(IsMissing(OutcomeOf(days, Outcome::kPriceReturn, 18, 1)));
  CHECK(IsMissing(OutcomeOf(days, Outcome::kPriceReturn, 18, 2)));
  AfterBar after(days, {.bars = {0.05}, .horizons = {1, 2}});
  while (!after.Step()) continue;
  CHECK(after.bars()[0].horizons[0].count == 1);
  CHECK(after.bars()[0].horizons[1].beyond_end == 1);
}

TEST_CASE("after the bar: price, value and premium of every case fit together exactly") {
  const KnownDays days = MadeDays(3000, 33);
  AfterBar after(days, {});
  while (!after.Step()) continue;
  int tried = 0;
  for (const AfterOneBar& bar : after.bars()) {
    for (const std::size_t place : bar.cases) {
      for (const std::int64_t horizon : kAfterHorizons) {
        const double change = OutcomeOf(days, Outcome::kPremiumChange, place, horizon);
        if (IsMissing(change)) continue;
        const double from = days.premium_fraction[place];
        const double r = OutcomeOf(days, Outcome::kPriceReturn, place, horizon);
        const double g = OutcomeOf(days, Outcome::kValueReturn, place, horizon);
        CHECK_THAT(1 + r, WithinAbs((1 + g) * (1 + from + change) / (1 + from), 1e-12));
        ++tried;
      }
    }
  }
  CHECK(tried > 500);
}

TEST_CASE("after the bar: a later day changes no outcome that was already there") {
  const KnownDays days = MadeDays(1200, 8);
  const KnownDays cut = FirstOf(days, 900);
  AfterBar whole(days, {.bars = {0.05}, .horizons = {5}});
  AfterBar before(cut, {.bars = {0.05}, .horizons = {5}});
  while (!whole.Step()) continue;
  while (!before.Step()) continue;
  const auto& cases = before.bars()[0].cases;
  REQUIRE(cases.size() > 5);
  for (std::size_t i = 0; i < cases.size(); ++i) CHECK(cases[i] == whole.bars()[0].cases[i]);
}

TEST_CASE("after the bar: all days are counted, whatever their premium") {
  const KnownDays days = MadeDays(500, 2);
  AfterBar after(days, {.bars = {0.05}, .horizons = {20}});
  while (!after.Step()) continue;
  const AfterHorizon& all = after.all_days()[0];
  CHECK(all.count == 480);
  CHECK(all.beyond_end == 20);
  double sum = 0;
  for (std::size_t i = 0; i < 480; ++i) sum += days.price_cny[i + 20] / days.price_cny[i] - 1;
  CHECK_THAT(Of(all, Outcome::kPriceReturn).mean, WithinAbs(sum / 480, 1e-12));
}

TEST_CASE("after the bar: the quartiles of all days are those of the sorted values") {
  for (const std::size_t count : {31UL, 32UL, 33UL, 34UL, 201UL}) {
    const KnownDays days = MadeDays(count, 4);
    AfterBar after(days, {.bars = {0.05}, .horizons = {1}});
    while (!after.Step()) continue;
    std::vector<double> changes;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      changes.push_back(days.premium_fraction[i + 1] - days.premium_fraction[i]);
    }
    std::sort(changes.begin(), changes.end());
    const Spread& spread = Of(after.all_days()[0], Outcome::kPremiumChange);
    CHECK(spread.q1 == QuantileOfSorted(changes, 0.25));
    CHECK(spread.median == QuantileOfSorted(changes, 0.5));
    CHECK(spread.q3 == QuantileOfSorted(changes, 0.75));
  }
}

TEST_CASE("after the bar: premiums alone give their own change and no return") {
  PremiumHistory history;
  history.premium_fraction = Spikes(12).premium_fraction;
  const KnownDays days = KnownDaysOf(history);
  AfterBar after(days, {.bars = {0.05}, .horizons = {1}});
  while (!after.Step()) continue;
  const AfterHorizon& one = after.bars()[0].horizons[0];
  CHECK_THAT(Of(one, Outcome::kPremiumChange).mean, WithinAbs(0.02, 1e-12));
  CHECK(IsMissing(Of(one, Outcome::kPriceReturn).mean));
  CHECK(IsMissing(one.over_days_means[1]));
}

}  // namespace
}  // namespace premiumlens
