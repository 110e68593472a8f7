#include "core/fund/cost/regular_investing.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

InvestPast Past(int days, double premium, std::uint32_t seed = 1) {
  Noise noise(seed);
  InvestPast past;
  double value = 1;
  Date day = *ParseIso("2024-01-01");
  for (int i = 0; i < days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    past.dates.push_back(day);
    past.nav_cny.push_back(value);
    past.price_cny.push_back(std::round(1000 * value * (1 + premium)) / 1000);
    value *= std::exp(0.01 * noise.Next());
  }
  past.value_cny = past.nav_cny;
  return past;
}

InvestOptions Free(double amount = 1000) {
  InvestOptions options;
  options.amount_cny = amount;
  options.commission_fraction = options.least_commission_cny = 0;
  options.purchase_fee_fraction = options.redemption_fee_fraction = 0;
  options.redemption_weekdays = 0;
  return options;
}

TEST_CASE("regular investing: two months by hand, lots and the rest that waits") {
  InvestPast past;
  past.dates = {*ParseIso("2024-01-30"), *ParseIso("2024-01-31"), *ParseIso("2024-02-01"),
                *ParseIso("2024-02-02")};
  past.price_cny = {3.3, 3.4, 3.5, 4};
  past.nav_cny = past.value_cny = {3, 3.2, 3.4, 3.8};
  InvestOptions options = Free();
  options.commission_fraction = 0.001;
  options.least_commission_cny = 1;
  options.purchase_fee_fraction = 0.01;
  options.redemption_fee_fraction = 0.005;
  const InvestReplay replay(past, options);
  CHECK(replay.payments() == 2);
  CHECK(!replay.is_annual());
  // January: 300 shares at 3.3 cost 990 and 1 of commission; 9 wait. February: 1009 buys 200 at 3.5
  // for 700 and 1; 308 wait. The end: 500 × 4 less 0.1 % (2) and the 308.
  const Investment made = replay.OnExchange(false);
  CHECK(made.orders == 2);
  CHECK_THAT(made.waiting_cny, WithinRel(308.0, 1e-12));
  CHECK_THAT(made.fees_cny, WithinRel(4.0, 1e-12));
  CHECK_THAT(made.final_cny, WithinRel(2306.0, 1e-12));
  CHECK_THAT(made.total_return_fraction, WithinRel(0.153, 1e-12));
  CHECK_THAT(made.average_cny, WithinRel(1690.0 / 500, 1e-12));
  CHECK_THAT(made.average_over_nav_fraction, WithinRel(1690.0 / (900 + 680) - 1, 1e-12));
  CHECK(IsMissing(made.annual_return_fraction));
  // Off the exchange 1000/1.01 at 3 and at 3.4, redeemed at 3.8 less 0.5 %.
  const Investment off = replay.OffExchange(false);
  CHECK_THAT(off.final_cny, WithinRel((1000 / 1.01) * (1 / 3.0 + 1 / 3.4) * 3.8 * 0.995, 1e-12));
  CHECK(off.unconfirmed_cny == 1000);  // ordered on the last day but one, there two sessions later
  // All at once: 2000 on the first day.
  CHECK_THAT(replay.OffExchange(true).final_cny, WithinRel(2000 / 1.01 / 3 * 3.8 * 0.995, 1e-12));
}

TEST_CASE("regular investing: no premium, no fees: on and off the exchange differ by lots alone") {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    InvestPast past = Past(900, 0, seed);
    past.nav_cny = past.value_cny = past.price_cny;
    const InvestReplay replay(past, Free(1e7));
    const Investment on = replay.OnExchange(false);
    const Investment off = replay.OffExchange(false);
    CHECK_THAT(on.final_cny, WithinRel(off.final_cny, 1e-4));
    CHECK_THAT(on.annual_return_fraction, WithinAbs(off.annual_return_fraction, 1e-4));
    CHECK_THAT(on.average_over_nav_fraction, WithinAbs(0, 1e-12));
    CHECK_THAT(replay.OnExchange(true).final_cny,
               WithinRel(replay.OffExchange(true).final_cny, 1e-4));
  }
}

TEST_CASE(
    "regular investing: a premium that stays costs nothing but at the lots; one that goes costs") {
  const InvestReplay stays(Past(900, 0.1), Free(1e7));
  CHECK_THAT(stays.OnExchange(false).final_cny,
             WithinRel(stays.OffExchange(false).final_cny, 2e-3));
  CHECK_THAT(stays.OnExchange(false).average_premium_fraction, WithinAbs(0.1, 1e-3));
  InvestPast past = Past(900, 0.1);
  past.price_cny.back() = past.nav_cny.back();
  const InvestReplay goes(past, Free(1e7));
  CHECK_THAT(goes.OnExchange(false).final_cny / goes.OffExchange(false).final_cny,
             WithinRel(1 / 1.1, 2e-3));
  CHECK_THAT(goes.over_nav_to_fraction(), WithinAbs(0, 1e-12));
}

TEST_CASE("regular investing: ten times the money brings ten times as much, lots apart") {
  const Investment one = InvestReplay(Past(500, 0.05), Free(1000)).OffExchange(false);
  const Investment ten = InvestReplay(Past(500, 0.05), Free(10000)).OffExchange(false);
  CHECK_THAT(ten.final_cny, WithinRel(10 * one.final_cny, 1e-12));
  CHECK_THAT(ten.annual_return_fraction, WithinAbs(one.annual_return_fraction, 1e-9));
}

TEST_CASE("regular investing: a daily limit makes the rest wait, a suspension all of it") {
  InvestPast past = Past(300, 0);
  past.limit_cny.assign(300, 100);
  const Investment limited = InvestReplay(past, Free(1000)).OffExchange(false);
  CHECK(limited.orders == 14 * 10);  // fourteen months of ten days each
  CHECK(limited.delayed == InvestReplay(past, Free(1000)).payments());
  past.limit_cny.assign(300, 0);
  const Investment shut = InvestReplay(past, Free(1000)).OffExchange(false);
  CHECK(shut.orders == 0);
  CHECK(shut.waiting_cny == shut.invested_cny);
  CHECK(shut.total_return_fraction == 0);
  CHECK(IsMissing(shut.average_cny));
}

TEST_CASE("regular investing: a halt waits for the next price") {
  InvestPast past = Past(40, 0);
  std::size_t february = 0;
  while (past.dates[february] < *ParseIso("2024-02-01")) ++february;
  past.price_cny[february] = kMissing;
  const InvestReplay replay(past, Free());
  CHECK(replay.payments() == 2);
  CHECK(replay.OnExchange(false).delayed == 1);
  CHECK(replay.OnExchange(false).orders == 2);
}

TEST_CASE("regular investing: lots and ticks before a split are those of its old shares") {
  InvestPast past = Past(60, 0);
  past.price_cny.assign(60, 0.2004);  // 1.002 before a split 1:5
  past.nav_cny = past.value_cny = past.price_cny;
  past.splits = {{past.dates.back(), 5}};
  const Investment made = InvestReplay(past, Free(1000)).OnExchange(false);
  CHECK_THAT(made.average_cny, WithinRel(0.2004, 1e-12));  // already on the old tick
  // 900 old shares cost 901.80 of the 1000; two further payments: 1098.2 → 1000, 1096.2 → 1000.
  CHECK_THAT(made.waiting_cny, WithinRel(3000 - 2900 * 1.002, 1e-9));
  past.splits.clear();
  CHECK_THAT(InvestReplay(past, Free(1000)).OnExchange(false).average_cny, WithinRel(0.201, 1e-12));
}

TEST_CASE("regular investing: weeks begin on Monday; the plan can be a part of the past") {
  InvestOptions options = Free();
  options.every = InvestEvery::kWeek;
  CHECK(InvestReplay(Past(10, 0), options).payments() == 2);  // two weeks from a Monday
  options.from = *ParseIso("2024-01-05");                     // a Friday: a week of its own
  CHECK(InvestReplay(Past(10, 0), options).payments() == 2);
  options.to = *ParseIso("2024-01-05");
  const InvestReplay one(Past(10, 0), options);
  CHECK(one.too_few()->needed == 2);
  CHECK(one.too_few()->have == 1);
  options.to = *ParseIso("2023-01-05");
  CHECK(InvestReplay(Past(10, 0), options).too_few()->have == 0);
}

}  // namespace
}  // namespace premiumlens
