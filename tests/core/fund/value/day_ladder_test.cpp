#include "core/fund/value/day_ladder.h"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/fund/panel.h"
#include "core/table/parse.h"

using namespace premiumlens;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Date Day(const char* text) { return *ParseIso(text); }

DatedValues Series(std::initializer_list<std::pair<const char*, double>> entries) {
  DatedValues series;
  for (const auto& [date, value] : entries) {
    series.dates.push_back(Day(date));
    series.values.push_back(value);
  }
  return series;
}

// Four days of a US fund; New York is shut on the 4th.
struct Market {
  Table table = ParseTable(
      "date,close,nav\n2026-05-01,2.00,1.95\n2026-05-04,2.02,1.95\n2026-05-05,2.05,1.99\n"
      "2026-05-06,2.10,2.02\n");
  Analysis analysis;

  explicit Market(int index_lag = 0) {
    AnalysisOptions options;
    options.region = Region::kUs;
    options.kind = Kind::kCrossBorder;
    analysis = Analyze({&table}, {}, options);
    FundData& data = analysis.data;
    MarketSeries index;
    index.name = "NDX";
    index.values =
        Series({{"2026-04-30", 99}, {"2026-05-01", 100}, {"2026-05-05", 102}, {"2026-05-06", 103}});
    data.indexes = {index};
    MarketSeries rate;
    rate.name = "USDCNY";
    rate.values = Series(
        {{"2026-05-01", 7}, {"2026-05-04", 7.01}, {"2026-05-05", 7.02}, {"2026-05-06", 7.035}});
    data.rates = {rate};
    PastEstimate estimate;
    estimate.index = 0;
    estimate.fx = 0;
    estimate.index_lag.sessions = index_lag;
    ReplayInput input{data.dates, data.price_cny, data.nav, data.indexes[0].values,
                      data.rates[0].values};
    input.lag = analysis.lag;
    input.index_lag = index_lag;
    estimate.replay = ReplayEstimate(input, {});
    analysis.estimate = estimate;
  }
};

const Rung& Of(const Ladder& ladder, LadderValue value) {
  for (const Rung& rung : ladder.rungs) {
    if (rung.value == value) return rung;
  }
  FAIL("no such rung: " << Name(value));
  return ladder.rungs.front();
}

}  // namespace

TEST_CASE("a row's estimate is the replay's, move by move") {
  const Market market;
  const std::size_t row = RowOfDay(market.analysis, kMissingDate);
  CHECK(row == 3);
  const Ladder ladder = MakeLadder(LadderOfRow(market.analysis, row, {}));
  // On the 6th the NAV of the 4th is published; the index has closed on the 5th.
  CHECK(ladder.carried.date == Day("2026-05-04"));
  CHECK_THAT(ladder.estimate_cny, WithinRel(1.95 * 1.02 * 7.035 / 7.01, 1e-12));
  CHECK_THAT(ladder.estimate_cny,
             WithinRel(market.analysis.estimate->replay.value_cny[row], 1e-14));
  CHECK(ladder.refused.empty());
  CHECK(Of(ladder, LadderValue::kIopvEstimated).reason == KnownReason::kCarriedFromKnown);
  CHECK(ladder.judged_by == LadderValue::kNavPublished);
  const std::optional<MadeOf> made_of = MadeOfRow(market.analysis, row);
  REQUIRE(made_of);
  CHECK(made_of->index->name == "NDX");
  CHECK(made_of->nav_session == Day("2026-05-01"));
  CHECK(made_of->session == Day("2026-05-05"));
}

TEST_CASE("a session that the published NAV holds is refused") {
  const Market market;
  // On the 5th the NAV of the 1st is published, and New York has not traded since.
  const Ladder ladder =
      MakeLadder(LadderOfRow(market.analysis, RowOfDay(market.analysis, Day("2026-05-05")), {}));
  REQUIRE(ladder.refused.size() == 1);
  CHECK(ladder.refused[0].reason == Refusal::kSessionInNav);
  CHECK(ladder.waterfall[0].move_fraction == 0);
  CHECK_THAT(ladder.estimate_cny, WithinRel(1.95 * 7.02 / 7, 1e-12));
}

TEST_CASE("moves by hand go before the replay's, from the session that the NAV holds") {
  const Market market;
  const std::size_t row = RowOfDay(market.analysis, Day("2026-05-06"));
  EstimateInput by_hand;
  by_hand.futures.fraction = 0.003;
  by_hand.futures.from_date = Day("2026-05-05");
  const Ladder futures = MakeLadder(LadderOfRow(market.analysis, row, by_hand));
  CHECK(futures.refused.empty());
  CHECK_THAT(futures.estimate_cny, WithinRel(1.95 * 1.02 * 1.003 * 7.035 / 7.01, 1e-12));
  by_hand.futures.from_date = Day("2026-05-04");
  const Ladder late = MakeLadder(LadderOfRow(market.analysis, row, by_hand));
  CHECK(late.refused.at(0).reason == Refusal::kFuturesBaseDiffers);
  by_hand = {};
  by_hand.index.fraction = 0.05;
  by_hand.nav_cny = 1.9;
  const Ladder own = MakeLadder(LadderOfRow(market.analysis, row, by_hand));
  CHECK_THAT(own.estimate_cny, WithinRel(1.9 * 1.05, 1e-12));
  CHECK_FALSE(own.carried.value.has_value());
}

TEST_CASE("a lag of the index moves the session that a NAV holds") {
  const Market market(1);
  const std::size_t row = RowOfDay(market.analysis, Day("2026-05-06"));
  const Ladder ladder = MakeLadder(LadderOfRow(market.analysis, row, {}));
  CHECK(MadeOfRow(market.analysis, row)->nav_session == Day("2026-04-30"));
  CHECK(ladder.refused.empty());
  CHECK_THAT(ladder.estimate_cny, WithinRel(1.95 * 102 / 99 * 7.035 / 7.01, 1e-12));
}

TEST_CASE("a day that the index does not reach says so") {
  Market market;
  const std::size_t row = RowOfDay(market.analysis, Day("2026-05-06"));
  CHECK_FALSE(TroubleOfRow(market.analysis, row).has_value());
  CHECK_FALSE(TroubleOfRow(market.analysis, 0).has_value());  // no NAV was published
  market.analysis.estimate->replay.value_cny[row] = kMissing;
  CHECK(TroubleOfRow(market.analysis, row) == Code::level_missing);
  CHECK_FALSE(LadderOfRow(market.analysis, row, {}).moves.has_value());
  CHECK_FALSE(MadeOfRow(market.analysis, row).has_value());
  market.analysis.estimate->trouble = Code::unknown_series;
  CHECK(TroubleOfRow(market.analysis, row) == Code::unknown_series);
  CHECK(IsMissing(GapOfRow(market.analysis, row)->parts.index_log_change));
}

TEST_CASE("the day's own NAV comes from the published one by index, rate and a rest") {
  const Market market;
  const std::optional<DayGap> gap =
      GapOfRow(market.analysis, RowOfDay(market.analysis, Day("2026-05-06")));
  REQUIRE(gap);
  CHECK(gap->published_date == Day("2026-05-04"));
  CHECK_THAT(gap->parts.index_log_change, WithinRel(std::log(1.03), 1e-12));
  CHECK_THAT(gap->parts.fx_log_change, WithinRel(std::log(7.035 / 7.01), 1e-12));
  CHECK_THAT(gap->parts.index_log_change + gap->parts.fx_log_change + gap->parts.rest_log_change,
             WithinAbs(std::log(2.02 / 1.95), 1e-15));
  CHECK_FALSE(GapOfRow(market.analysis, 0).has_value());
}

TEST_CASE("a day without a price names the nearest that have one") {
  const Market market;
  try {
    RowOfDay(market.analysis, Day("2026-05-02"));
    FAIL("found a row on a Saturday");
  } catch (const Failure& failure) {
    CHECK(failure.error().code == Code::day_missing);
    CHECK(failure.error().text == "2026-05-02 (2026-05-01, 2026-05-04)");
  }
}
