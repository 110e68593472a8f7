#include "core/fund/value/ladder.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "core/fund/premium.h"

using namespace premiumlens;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Date Day(const char* text) { return *ParseIso(text); }

// 513100 on 2020-09-03: exchange close and fund-company NAVs.
LadderInput Nasdaq() {
  LadderInput input;
  input.price_cny = 5.305;
  input.date = Day("2020-09-03");
  input.kind = Kind::kCrossBorder;
  input.region = Region::kUs;
  input.lag = LagOf(Region::kUs);
  input.values = {{LadderValue::kNavSameDay, 4.145, {}, {}},
                  {LadderValue::kNavPrevious, 4.377, Day("2020-09-02"), {}},
                  {LadderValue::kNavPublished, 4.339, Day("2020-09-01"), {}}};
  return input;
}

const Rung& Of(const Ladder& ladder, LadderValue value) {
  for (const Rung& rung : ladder.rungs) {
    if (rung.value == value) return rung;
  }
  FAIL("no such rung: " << Name(value));
  return ladder.rungs.front();
}

Move Fraction(double fraction) {
  Move move;
  move.fraction = fraction;
  return move;
}

EstimateInput Moves(double index, double futures, double fx) {
  EstimateInput moves;
  moves.index = Fraction(index);
  moves.futures = Fraction(futures);
  moves.fx = Fraction(fx);
  return moves;
}

}  // namespace

TEST_CASE("a day judged by what was published, though its own NAV says more") {
  const Ladder ladder = MakeLadder(Nasdaq());
  REQUIRE(ladder.rungs.size() == 3);
  const Rung& same_day = Of(ladder, LadderValue::kNavSameDay);
  const Rung& previous = Of(ladder, LadderValue::kNavPrevious);
  const Rung& published = Of(ladder, LadderValue::kNavPublished);
  CHECK_THAT(same_day.premium_fraction, WithinAbs(0.2799, 5e-5));
  CHECK_THAT(previous.premium_fraction, WithinAbs(0.2120, 5e-5));
  CHECK_THAT(published.premium_fraction, WithinAbs(0.2226, 5e-5));
  CHECK(same_day.known_by_then == false);
  CHECK(same_day.reason == KnownReason::kPublishedLater);
  CHECK(same_day.published_after_sessions == 1);
  CHECK(previous.known_by_then == false);
  CHECK(previous.reason == KnownReason::kPublishedSameDay);
  CHECK(published.known_by_then == true);
  CHECK(ladder.judged_by == LadderValue::kNavPublished);
  CHECK(ladder.judge_reason == JudgeReason::kPublishedByThen);
  CHECK_THAT(same_day.premium_difference_fraction,
             WithinAbs(same_day.premium_fraction - published.premium_fraction, 1e-15));
  CHECK_THAT(same_day.value_difference_fraction, WithinRel(4.145 / 4.339 - 1, 1e-12));
  CHECK(published.premium_difference_fraction == 0);
  CHECK(IsMissing(ladder.estimate_cny));
  CHECK(ladder.waterfall.empty());
}

TEST_CASE("what was known follows the lag of the market") {
  LadderInput input = Nasdaq();
  input.values = {{LadderValue::kNavSameDay, 4.145, {}, {}},
                  {LadderValue::kNavPrevious, 4.377, {}, {}},
                  {LadderValue::kNavPrevious2, 4.339, {}, {}}};
  CHECK(Of(MakeLadder(input), LadderValue::kNavPrevious2).known_by_then == true);
  CHECK(MakeLadder(input).judged_by == LadderValue::kNavPrevious2);
  input.region = Region::kHongKong;
  input.lag = LagOf(Region::kHongKong);
  const Ladder asian = MakeLadder(input);
  CHECK(asian.judged_by == LadderValue::kNavPrevious);
  CHECK(asian.judge_reason == JudgeReason::kOtherKnownNav);
  CHECK(Of(asian, LadderValue::kNavSameDay).reason == KnownReason::kPublishedSameDay);
  // Of an unknown market only what holds for all of them is said.
  input.region = Region::kUnknown;
  input.lag = LagOf(Region::kUnknown);
  input.lag_assumed = true;
  const Ladder unknown = MakeLadder(input);
  CHECK_FALSE(Of(unknown, LadderValue::kNavPrevious).known_by_then.has_value());
  CHECK(Of(unknown, LadderValue::kNavPrevious).reason == KnownReason::kRegionUnknown);
  CHECK(Of(unknown, LadderValue::kNavSameDay).known_by_then == false);
  CHECK(unknown.judged_by == LadderValue::kNavPrevious2);
}

TEST_CASE("by the calendar: a NAV up to the published one was known, a later one was not") {
  LadderInput input = Nasdaq();
  input.published_until = Day("2020-09-01");
  input.values[1].sessions_back = 1;
  CHECK(Of(MakeLadder(input), LadderValue::kNavPrevious).known_by_then == false);
  // A NAV of the Sunday before Monday's price, of a market that publishes the same evening.
  input.lag.sessions = 0;
  input.date = Day("2020-09-07");
  input.values = {{LadderValue::kNavPrevious, 4.377, Day("2020-09-06"), 1}};
  input.published_until = Day("2020-09-04");
  const Rung sunday = Of(MakeLadder(input), LadderValue::kNavPrevious);
  CHECK(sunday.known_by_then == false);
  CHECK(sunday.published_after_sessions == 0);
}

TEST_CASE("an IOPV judges where it moves") {
  LadderInput input = Nasdaq();
  input.values.push_back({LadderValue::kIopv, 4.35, {}, {}});
  const Ladder standing = MakeLadder(input);
  CHECK_FALSE(standing.iopv_moves);
  CHECK(standing.judged_by == LadderValue::kNavPublished);
  CHECK(Of(standing, LadderValue::kIopv).reason == KnownReason::kShownStanding);
  input.iopv_moves = true;
  CHECK(MakeLadder(input).judged_by == LadderValue::kIopv);
  input.iopv_moves = {};
  input.region = Region::kJapan;
  input.lag = LagOf(Region::kJapan);
  CHECK(MakeLadder(input).judge_reason == JudgeReason::kIopvMoves);
  // A standing one only where there is nothing else; the NAV of the day never.
  input.iopv_moves = false;
  input.values = {{LadderValue::kIopv, 4.35, {}, {}}, {LadderValue::kNavSameDay, 4.145, {}, {}}};
  CHECK(MakeLadder(input).judge_reason == JudgeReason::kIopvOnly);
  input.values.erase(input.values.begin());
  CHECK_FALSE(MakeLadder(input).judged_by.has_value());
  CHECK(IsMissing(MakeLadder(input).rungs[0].premium_difference_fraction));
}

TEST_CASE("an estimate stands beside, and judges only where no NAV was known") {
  LadderInput input = Nasdaq();
  input.moves = Moves(0.01, 0.002, -0.001);
  const Ladder ladder = MakeLadder(input);
  CHECK(ladder.judged_by == LadderValue::kNavPublished);
  CHECK(ladder.carried.value == LadderValue::kNavPublished);
  CHECK_THAT(ladder.estimate_cny, WithinRel(4.339 * 1.01 * 1.002 * 0.999, 1e-12));
  CHECK(Of(ladder, LadderValue::kIopvEstimated).known_by_then == true);
  CHECK(Of(ladder, LadderValue::kIopvEstimated).reason == KnownReason::kCarriedFromKnown);

  input.values = {{LadderValue::kNavPrevious, 4.377, {}, {}}};
  CHECK(MakeLadder(input).carried.value == LadderValue::kNavPrevious);
  CHECK(Of(MakeLadder(input), LadderValue::kIopvEstimated).reason ==
        KnownReason::kCarriedFromLater);
  CHECK_FALSE(MakeLadder(input).judged_by.has_value());
  input.moves->nav_cny = 4.3;
  CHECK_FALSE(MakeLadder(input).carried.value.has_value());
  CHECK(MakeLadder(input).judge_reason == JudgeReason::kEstimateOnly);
  // Nothing to carry on: no estimate.
  input.values = {{LadderValue::kNavSameDay, 4.145, {}, {}}};
  input.moves->nav_cny = kMissing;
  CHECK(IsMissing(MakeLadder(input).estimate_cny));
}

TEST_CASE("somebody else's estimate keeps its place beside one that is made here") {
  LadderInput input = Nasdaq();
  input.values.push_back({LadderValue::kIopvEstimated, 4.36, {}, {}});
  CHECK(Of(MakeLadder(input), LadderValue::kIopvEstimated).reason == KnownReason::kSomebodyElses);
  input.moves = Moves(0.01, kMissing, kMissing);
  const Ladder both = MakeLadder(input);
  CHECK(Of(both, LadderValue::kEstimateGiven).value_cny == 4.36);
  CHECK_THAT(Of(both, LadderValue::kIopvEstimated).value_cny, WithinRel(4.339 * 1.01, 1e-12));
}

TEST_CASE("a refused move changes nothing, and a session that the NAV holds is refused") {
  LadderInput input = Nasdaq();
  input.moves = Moves(kMissing, 0.002, -0.001);
  const Ladder without = MakeLadder(input);
  input.moves->index = Fraction(0.03);
  input.moves->index.to_date = Day("2020-09-01");
  const Ladder refused = MakeLadder(input);
  REQUIRE(refused.refused.size() == 1);
  CHECK(refused.refused[0].reason == Refusal::kSessionInNav);
  CHECK(refused.estimate_cny == without.estimate_cny);
  CHECK(refused.rungs.back().premium_fraction == without.rungs.back().premium_fraction);
  // New York's session of the price's own day ends after Shanghai's.
  input.moves->index.to_date = input.date;
  CHECK(MakeLadder(input).refused.at(0).reason == Refusal::kLaterThanPrice);
  CHECK(MakeLadder(input).estimate_cny == without.estimate_cny);
  input.moves->index.to_date = Day("2020-09-02");
  CHECK(MakeLadder(input).refused.empty());
  input.region = Region::kHongKong;
  input.moves->index.to_date = input.date;
  CHECK(MakeLadder(input).refused.empty());
}

TEST_CASE("the waterfall's changes add up, and scaling all money changes no premium") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> move(-0.1, 0.1);
  std::uniform_real_distribution<double> level(0.5, 2);
  for (int i = 0; i < 200; ++i) {
    LadderInput input = Nasdaq();
    input.price_cny = level(random);
    for (LadderEntry& entry : input.values) entry.value_cny = level(random);
    input.moves = Moves(move(random), move(random), move(random));
    input.moves->invested_fraction = level(random) / 2;
    const Ladder ladder = MakeLadder(input);
    double change = 0;
    double log_change = 0;
    for (const WaterfallStep& step : ladder.waterfall) {
      change += step.premium_change_fraction;
      log_change += step.log_premium_change;
    }
    const Rung& estimate = Of(ladder, LadderValue::kIopvEstimated);
    const Rung& published = Of(ladder, LadderValue::kNavPublished);
    CHECK_THAT(change, WithinAbs(estimate.premium_fraction - published.premium_fraction, 1e-14));
    CHECK_THAT(log_change, WithinAbs(estimate.log_premium - published.log_premium, 1e-14));
    // The higher the value, the lower the premium.
    for (const Rung& a : ladder.rungs) {
      for (const Rung& b : ladder.rungs) {
        CHECK((a.value_cny < b.value_cny) == (a.premium_fraction > b.premium_fraction));
      }
    }
    LadderInput scaled = input;
    scaled.price_cny *= 8;
    for (LadderEntry& entry : scaled.values) entry.value_cny *= 8;
    const Ladder other = MakeLadder(scaled);
    for (std::size_t k = 0; k < ladder.rungs.size(); ++k) {
      CHECK(other.rungs[k].premium_fraction == ladder.rungs[k].premium_fraction);
    }
    CHECK(other.judged_by == ladder.judged_by);
  }
}

TEST_CASE("from the published NAV to the day's own: index, exchange rate and the rest") {
  const SameDayGap gap = SplitGap({2, 2.2, 0.08, 0.01, 0.95});
  CHECK_THAT(gap.value_fraction, WithinRel(0.1, 1e-12));
  CHECK_THAT(gap.index_log_change, WithinRel(std::log(1 + 0.95 * 0.08), 1e-12));
  CHECK_THAT(gap.fx_log_change, WithinRel(std::log(1.01), 1e-12));
  CHECK_THAT(gap.index_log_change + gap.fx_log_change + gap.rest_log_change,
             WithinAbs(std::log(1.1), 1e-15));
  const SameDayGap bare = SplitGap({2, 2.2, kMissing, kMissing, 1});
  CHECK(IsMissing(bare.index_log_change));
  CHECK(bare.rest_log_change == bare.log_change);
}
