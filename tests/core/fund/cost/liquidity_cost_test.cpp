#include "core/fund/cost/liquidity_cost.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

FundData Days(std::size_t rows) {
  FundData data;
  data.shape = Shape::kHistory;
  data.rows = rows;
  for (std::size_t i = 0; i < rows; ++i) {
    data.dates.push_back(static_cast<Date>(19000 + i));
    data.price_cny.push_back(2);
    data.amount_cny.push_back(i % 2 == 0 ? 1e6 : 3e6);
  }
  return data;
}

LiquidityCost Of(const FundData& data, const LiquidityOptions& options = {}) {
  return CostOfLiquidity(data, std::vector<double>(data.rows, 0.1), options);
}

TEST_CASE("liquidity: days to sell, worked by hand") {
  // Twenty days of CNY 1 m and 3 m in turn: median and mean 2 m. CNY 900,000 at a tenth of that a
  // day is 4.5 days, at a fifth 2.25; the last five days are 3, 1, 3, 1, 3: mean 2.2 m.
  LiquidityOptions options;
  options.position_cny = 900'000;
  const LiquidityCost cost = Of(Days(20), options);
  CHECK(cost.source == AmountSource::kAmount);
  REQUIRE(cost.selling.size() == 2);
  CHECK_THAT(cost.selling[0].days_of_median, WithinRel(4.5, 1e-12));
  CHECK(cost.selling[0].sessions == 5);
  CHECK_THAT(cost.selling[0].days_of_recent, WithinRel(900.0 / 220, 1e-12));
  CHECK_THAT(cost.selling[1].days_of_mean, WithinRel(2.25, 1e-12));
  CHECK(cost.selling[1].sessions == 3);
  CHECK(cost.position_shares == 450'000);
  // 3 % of it is 27,000, and (1 + 10 %)(1 − 3 %) − 1 of premium is left.
  CHECK_THAT(cost.slippage[0].cost_cny, WithinRel(27'000.0, 1e-12));
  CHECK_THAT(cost.slippage[0].premium_left_fraction, WithinRel(0.067, 1e-12));
  CHECK_THAT(cost.slippage[1].proceeds_cny, WithinRel(855'000.0, 1e-12));
}

TEST_CASE("liquidity: a position in shares goes before one in money") {
  LiquidityOptions options;
  options.position_shares = 1000;
  CHECK(Of(Days(20), options).position_cny == 2000);
}

TEST_CASE("liquidity: too few days give nothing usual") {
  const LiquidityCost cost = Of(Days(19));
  CHECK(cost.too_few->needed == 20);
  CHECK(cost.too_few->have == 19);
  CHECK(cost.selling.empty());
  CHECK(IsMissing(cost.traded.median_cny));
  CHECK(cost.traded.latest_cny == 1e6);
  CHECK(!cost.slippage.empty());
}

TEST_CASE("liquidity: days of nothing count as nothing, days without an amount do not count") {
  FundData data = Days(40);
  for (std::size_t i = 20; i < 40; ++i) data.amount_cny[i] = i < 31 ? 0 : 1e6;
  data.amount_cny[3] = kMissing;
  data.price_cny[5] = kMissing;  // a halt: the 0 of its row is no day
  data.amount_cny[5] = 0;
  const LiquidityCost cost = Of(data);
  CHECK(cost.traded.days_of_nothing == 11);
  CHECK(cost.traded.last_of_nothing == 19030);
  CHECK(cost.traded.days_missing == 1);
  CHECK(cost.sample.nobs == 38);
  CHECK(cost.traded.median_cny == 0);
  CHECK(IsMissing(cost.selling[0].days_of_median));
  CHECK(cost.selling[0].sessions == 0);
  CHECK(cost.selling[0].days_of_recent > 0);
}

TEST_CASE("liquidity: volume times price stands for the amount of a day without one") {
  FundData data = Days(20);
  data.volume_shares.assign(20, 500'000);
  data.amount_cny[7] = kMissing;
  LiquidityCost cost = Of(data);
  CHECK(cost.source == AmountSource::kBoth);
  CHECK(cost.amount_cny[7] == 1e6);
  data.amount_cny.clear();
  cost = Of(data);
  CHECK(cost.source == AmountSource::kVolumeTimesPrice);
  CHECK(cost.traded.mean_cny == 1e6);
  data.volume_shares.clear();
  CHECK(Of(data).source == AmountSource::kNone);
}

TEST_CASE("liquidity: the spread, half of it paid, and a crossed book that tells none") {
  FundData data = Days(20);
  CHECK(!Of(data).spread);
  data.bid_cny.assign(20, 1.998);
  data.ask_cny.assign(20, 2.002);
  data.ask_cny[19] = 0;  // no offer that day
  const BidAskSpread spread = *Of(data).spread;
  CHECK(spread.date == 19018);
  CHECK_THAT(spread.spread_fraction, WithinRel(0.002, 1e-9));
  CHECK_THAT(spread.half_cost_cny, WithinRel(100.0, 1e-9));
  CHECK(spread.ticks == 4);
  CHECK(spread.nobs == 19);
  data.ask_cny[19] = 1.9;
  const BidAskSpread crossed = *Of(data).spread;
  CHECK(crossed.is_crossed);
  CHECK(IsMissing(crossed.spread_fraction));
  CHECK_THAT(crossed.usual_spread_fraction, WithinRel(0.002, 1e-9));
}

TEST_CASE("liquidity: turnover falls as the investor guide tells it") {
  FundData data = Days(100);
  for (std::size_t i = 0; i < 100; ++i) data.turnover_fraction.push_back(i < 95 ? 0.06 : 0.008);
  const TurnoverPast past = *Of(data).turnover;
  CHECK_THAT(past.recent_fraction, WithinRel(0.008, 1e-12));
  CHECK_THAT(past.usual_fraction, WithinRel(0.06, 1e-12));
  CHECK_THAT(past.highest_fraction, WithinRel(0.06, 1e-12));
  CHECK(past.has_fallen);
  CHECK_THAT(past.percentile_fraction, WithinRel(1.0 / 96, 1e-12));  // 96 means of five, none lower
  LiquidityOptions options;
  options.turnover_to_fraction = 0.005;
  CHECK(!Of(data, options).turnover->has_fallen);
  data.turnover_fraction.clear();
  data.volume_shares.assign(100, 100);
  data.shares.assign(100, 1e4);
  data.shares[50] = kMissing;
  const TurnoverPast derived = *Of(data).turnover;
  CHECK(derived.is_derived);
  CHECK(derived.sample.nobs == 99);
  CHECK_THAT(derived.recent_fraction, WithinRel(0.01, 1e-12));
}

TEST_CASE("liquidity: twice the trading sells in half the days; time does not matter") {
  Noise noise(5);
  FundData data = Days(300);
  for (double& amount : data.amount_cny) amount = std::round(1e7 * std::exp(noise.Next()));
  const LiquidityCost cost = Of(data);
  for (double& amount : data.amount_cny) amount *= 2;
  for (Date& date : data.dates) date += 500;
  const LiquidityCost twice = Of(data);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK_THAT(twice.selling[i].days_of_median,
               WithinRel(cost.selling[i].days_of_median / 2, 1e-12));
    CHECK_THAT(twice.selling[i].days_of_mean, WithinRel(cost.selling[i].days_of_mean / 2, 1e-12));
  }
  CHECK(twice.traded.percentile_fraction == cost.traded.percentile_fraction);
  CHECK(twice.traded.means == 281);
}

}  // namespace
}  // namespace premiumlens
