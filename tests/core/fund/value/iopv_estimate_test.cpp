#include "core/fund/value/iopv_estimate.h"

#include <random>

#include <catch2/catch.hpp>

#include "core/fund/premium.h"

using namespace premiumlens;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

EstimateInput Example() {
  EstimateInput input;
  input.nav_cny = 2;
  input.index.fraction = 0.02;
  input.futures.fraction = 0.01;
  input.fx.fraction = 0.02;
  return input;
}

Move Levels(double from, double to, const char* from_day, const char* to_day) {
  Move move;
  move.from = from;
  move.to = to;
  move.from_date = *ParseIso(from_day);
  move.to_date = *ParseIso(to_day);
  return move;
}

}  // namespace

TEST_CASE("the example of the field: 2 grows to 2.101608, and 10 % becomes 4.68 %") {
  const Estimate estimate = EstimateIopv(Example());
  CHECK_THAT(estimate.value_cny, WithinRel(2.101608, 1e-12));
  CHECK_THAT(PremiumFraction(2.2, estimate.value_cny), WithinAbs(0.0468175, 1e-7));
  REQUIRE(estimate.steps.size() == 3);
  CHECK_THAT(estimate.steps[0].value_cny, WithinRel(2.04, 1e-12));
  CHECK_THAT(estimate.steps[1].value_cny, WithinRel(2.0604, 1e-12));
  CHECK(estimate.steps[2].value_cny == estimate.value_cny);
  CHECK(estimate.refused.empty());
}

TEST_CASE("index and futures count for the invested share, the exchange rate for all") {
  EstimateInput input = Example();
  input.invested_fraction = 0.95;
  CHECK_THAT(EstimateIopv(input).value_cny, WithinRel(2 * (1 + 0.95 * 0.0302) * 1.02, 1e-12));
  input.invested_fraction = 0;
  CHECK_THAT(EstimateIopv(input).value_cny, WithinRel(2.04, 1e-12));
  for (const double wrong : {-0.1, 1.1, kMissing}) {
    input.invested_fraction = wrong;
    CHECK(IsMissing(EstimateIopv(input).value_cny));
  }
}

TEST_CASE("a session that the NAV holds is not counted again") {
  EstimateInput input = Example();
  input.nav_date = *ParseIso("2026-01-08");
  input.index = Levels(100, 102, "2026-01-07", "2026-01-08");
  const Estimate estimate = EstimateIopv(input);
  REQUIRE(estimate.refused.size() == 1);
  CHECK(estimate.refused[0].reason == Refusal::kSessionInNav);
  CHECK_THAT(estimate.refused[0].move_fraction, WithinRel(0.02, 1e-12));
  CHECK_THAT(estimate.value_cny, WithinRel(2 * 1.01 * 1.02, 1e-12));
  CHECK_FALSE(estimate.steps[0].counted);
  CHECK(estimate.steps[1].counted);
  input.index = Levels(100, 102, "2026-01-08", "2026-01-09");
  CHECK(EstimateIopv(input).refused.empty());
  input.index = Levels(100, 102, "2026-01-07", "2026-01-09");
  CHECK(EstimateIopv(input).refused[0].reason == Refusal::kIndexBaseDiffers);
}

TEST_CASE("futures begin where the index ends, on one contract") {
  EstimateInput input = Example();
  input.nav_date = *ParseIso("2026-01-08");
  input.index = Levels(100, 102, "2026-01-08", "2026-01-09");
  input.futures = Levels(200, 202, "2026-01-09", "2026-01-12");
  CHECK(EstimateIopv(input).refused.empty());
  input.futures.from_date = *ParseIso("2026-01-08");
  CHECK(EstimateIopv(input).refused[0].reason == Refusal::kFuturesBaseDiffers);
  // Without an index move the futures begin at the NAV's own close.
  input.index = {};
  CHECK(EstimateIopv(input).refused.empty());
  input.contract_from = "NQH26";
  input.contract_to = "NQM26";
  CHECK(EstimateIopv(input).refused[0].reason == Refusal::kFuturesContractDiffers);
}

TEST_CASE("the exchange rate enters once, from the NAV's day") {
  EstimateInput input = Example();
  input.index_in_cny = true;
  const Estimate estimate = EstimateIopv(input);
  REQUIRE(estimate.refused.size() == 1);
  CHECK(estimate.refused[0].reason == Refusal::kFxInIndex);
  CHECK_THAT(estimate.value_cny, WithinRel(2.0604, 1e-12));
  input.index_in_cny = false;
  input.nav_date = *ParseIso("2026-01-08");
  input.fx = Levels(7, 7.14, "2026-01-07", "2026-01-09");
  CHECK(EstimateIopv(input).refused[0].reason == Refusal::kFxBaseDiffers);
}

TEST_CASE("scaling: the NAV's currency unit passes through, levels' units drop out") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> level(0.5, 2);
  for (int i = 0; i < 200; ++i) {
    EstimateInput input;
    input.nav_cny = level(random);
    input.index = {level(random), level(random), kMissing};
    input.futures = {level(random), level(random), kMissing};
    input.fx = {level(random), level(random), kMissing};
    input.invested_fraction = level(random) / 2;
    EstimateInput scaled = input;
    scaled.nav_cny *= 1000;
    scaled.index.from *= 7;
    scaled.index.to *= 7;
    const double value = EstimateIopv(input).value_cny;
    CHECK_THAT(EstimateIopv(scaled).value_cny, WithinRel(1000 * value, 1e-12));
    // No move is the NAV itself.
    input.index.to = input.index.from;
    input.futures.to = input.futures.from;
    input.fx.to = input.fx.from;
    CHECK_THAT(EstimateIopv(input).value_cny, WithinRel(input.nav_cny, 1e-12));
  }
}

TEST_CASE("no move ends later than the price, nor before the NAV") {
  EstimateInput input = Example();
  input.nav_date = *ParseIso("2026-01-08");
  input.price_date = *ParseIso("2026-01-12");
  input.closed_until = ClosedUntil(input.price_date, Region::kUs);
  CHECK(input.closed_until == input.price_date - 1);
  CHECK(ClosedUntil(input.price_date, Region::kJapan) == input.price_date);
  CHECK(ClosedUntil(input.price_date, Region::kUnknown) == input.price_date);
  CHECK(ClosedUntil(kMissingDate, Region::kUs) == kMissingDate);
  input.index = Levels(100, 102, "2026-01-08", "2026-01-12");
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kLaterThanPrice);
  input.index = Levels(100, 102, "2026-01-08", "2026-01-09");
  input.futures = Levels(200, 202, "2026-01-09", "2026-01-13");
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kLaterThanPrice);
  input.futures.from_date = kMissingDate;
  input.futures.to_date = *ParseIso("2026-01-07");
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kSessionInNav);
  input.futures = {};
  input.fx = Levels(7, 7.14, "2026-01-08", "2026-01-13");
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kLaterThanPrice);
  input.fx.from_date = kMissingDate;
  input.fx.to_date = *ParseIso("2026-01-07");
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kSessionInNav);
}

TEST_CASE("a NAV may hold another session than its date's") {
  EstimateInput input = Example();
  input.nav_date = *ParseIso("2026-01-09");
  input.nav_session = *ParseIso("2026-01-08");
  input.index = Levels(100, 102, "2026-01-08", "2026-01-09");
  CHECK(EstimateIopv(input).refused.empty());
  input.nav_session = kMissingDate;
  CHECK(EstimateIopv(input).refused.at(0).reason == Refusal::kSessionInNav);
}
