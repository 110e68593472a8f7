#include "core/fund/cost/trade.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

Date Day(int i) { return *ParseIso("2025-01-01") + i; }

// A fund of `count` days with seeded values, premiums and rates.
struct Fund {
  std::vector<Date> dates;
  std::vector<double> close;
  std::vector<double> value;
  std::vector<double> fx;
  TradeDays Days() const { return {.dates = dates, .close_cny = close, .value_cny = value}; }
};

double Uniform(std::mt19937& random) { return static_cast<double>(random() % 1000000) / 1e6; }

Fund MakeFund(int count, std::uint32_t seed) {
  std::mt19937 random(seed);
  Fund fund;
  double value = 1.5;
  double rate = 7;
  for (int i = 0; i < count; ++i) {
    value *= 0.97 + 0.06 * Uniform(random);
    rate *= 0.995 + 0.01 * Uniform(random);
    fund.dates.push_back(Day(i));
    fund.value.push_back(value);
    fund.close.push_back(value * (1 + 0.2 * Uniform(random) - 0.05));
    fund.fx.push_back(rate);
  }
  return fund;
}

Fill Trade(int row, int day, Side side, double shares, double price, double fee = 0) {
  return {row, Day(day), side, shares, price, fee};
}

double SumOf(const TradeParts& parts) {
  return parts.value_cny + parts.fx_cny + parts.premium_cny + parts.cost_cny + parts.unsplit_cny;
}

TEST_CASE("trade: a round trip worked by hand") {
  // Bought at 1.10 on a value of 1.00 (10 %), sold at 1.155 on 1.10 (5 %): the value alone would
  // have made 10 %, the premium took ln(1.05/1.10).
  Fund fund{{Day(0), Day(1)}, {1.10, 1.155}, {1.0, 1.10}, {}};
  const TradeResult result =
      SplitTrade({Trade(1, 0, Side::kBuy, 1000, 1.10, 5), Trade(2, 1, Side::kSell, 1000, 1.155, 5)},
                 fund.Days(), Matching::kAverage);
  const double mean = 0.055 / std::log(1.155 / 1.10);
  CHECK_THAT(result.parts.value_cny, WithinAbs(1000 * mean * std::log(1.1), 1e-9));
  CHECK_THAT(result.parts.premium_cny, WithinAbs(1000 * mean * std::log(1.05 / 1.10), 1e-9));
  CHECK_THAT(result.parts.cost_cny, WithinAbs(-10, 1e-12));
  CHECK_THAT(result.parts.total_cny, WithinAbs(55 - 10, 1e-9));
  CHECK(result.open_shares == 0);
  CHECK(IsMissing(result.average_cost_cny));
}

TEST_CASE("trade: parts add up to what the fills say, whatever the fills") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    std::mt19937 random(seed);
    Fund fund = MakeFund(60, seed);
    std::vector<Fill> fills;
    double cash = 0;
    double held = 0;
    for (int i = 0; i < 20; ++i) {
      const int day = static_cast<int>(random() % 60);
      fills.push_back(Trade(i, day, Side::kBuy, 100 + Uniform(random) * 900, 0, Uniform(random)));
    }
    std::sort(fills.begin(), fills.end(),
              [](const Fill& a, const Fill& b) { return a.date < b.date; });
    for (Fill& fill : fills) {
      const auto day = static_cast<std::size_t>(fill.date - Day(0));
      fill.price_cny = fund.close[day] * (0.99 + 0.02 * Uniform(random));
      if (held > fill.shares && random() % 2 == 0) fill.side = Side::kSell;
      const double sign = fill.side == Side::kSell ? 1 : -1;
      held -= sign * fill.shares;
      cash += sign * fill.shares * fill.price_cny - fill.fee_cny;
    }
    const double total = cash + held * fund.close.back();
    TradeDays days = fund.Days();
    days.fx = fund.fx;
    const TradeResult average = SplitTrade(fills, days, Matching::kAverage);
    const TradeResult fifo = SplitTrade(fills, days, Matching::kFifo);
    for (const TradeResult* result : {&average, &fifo}) {
      CHECK_THAT(result->parts.total_cny, WithinAbs(total, 1e-6));
      CHECK_THAT(SumOf(result->parts), WithinAbs(total, 1e-6));
      CHECK_THAT(SumOf(result->realised) + SumOf(result->open), WithinAbs(total, 1e-6));
      CHECK_THAT(result->open_shares, WithinAbs(held, 1e-6));
      CHECK(result->parts.unsplit_cny == 0);
    }
    // Ten times the shares and fees: ten times each part.
    std::vector<Fill> more = fills;
    for (Fill& fill : more) {
      fill.shares *= 10;
      fill.fee_cny *= 10;
    }
    const TradeResult big = SplitTrade(more, days, Matching::kFifo);
    CHECK_THAT(big.parts.premium_cny, WithinRel(10 * fifo.parts.premium_cny, 1e-9));
    CHECK_THAT(big.parts.fx_cny, WithinRel(10 * fifo.parts.fx_cny, 1e-9));
  }
}

TEST_CASE("trade: at equal premiums the result is the value's growth") {
  Fund fund{{Day(0), Day(1)}, {1.2, 1.32}, {1.0, 1.1}, {7, 7.07}};
  TradeDays days = fund.Days();
  const std::vector<Fill> fills = {Trade(1, 0, Side::kBuy, 500, 1.2)};
  const TradeResult plain = SplitTrade(fills, days, Matching::kAverage);
  CHECK_THAT(plain.parts.premium_cny, WithinAbs(0, 1e-9));
  CHECK_THAT(plain.parts.value_cny, WithinAbs(0.1 * plain.invested_cny, 1e-9));
  // With a rate beside, the growth is parted: 1 % is the rate's, the rest the value's abroad.
  days.fx = fund.fx;
  const TradeResult parted = SplitTrade(fills, days, Matching::kAverage);
  CHECK_THAT(parted.parts.fx_cny / plain.parts.value_cny,
             WithinAbs(std::log(1.01) / std::log(1.1), 1e-9));
  CHECK_THAT(parted.parts.value_cny + parted.parts.fx_cny, WithinAbs(plain.parts.value_cny, 1e-9));
}

TEST_CASE("trade: average cost and first in, first out") {
  Fund fund{{Day(0), Day(1), Day(2)}, {1, 2, 3}, {1, 2, 3}, {}};
  const std::vector<Fill> fills = {Trade(1, 0, Side::kBuy, 100, 1), Trade(2, 1, Side::kBuy, 100, 2),
                                   Trade(3, 2, Side::kSell, 100, 3)};
  const TradeResult average = SplitTrade(fills, fund.Days(), Matching::kAverage);
  CHECK_THAT(average.realised.total_cny, WithinAbs(150, 1e-9));
  CHECK_THAT(average.average_cost_cny, WithinAbs(1.5, 1e-12));
  const TradeResult fifo = SplitTrade(fills, fund.Days(), Matching::kFifo);
  CHECK_THAT(fifo.realised.total_cny, WithinAbs(200, 1e-9));
  CHECK_THAT(fifo.average_cost_cny, WithinAbs(2, 1e-12));
  CHECK_THAT(fifo.parts.total_cny, WithinAbs(average.parts.total_cny, 1e-9));
}

bool Has(const FillSeen& seen, FillTrouble trouble) {
  return std::find(seen.troubles.begin(), seen.troubles.end(), trouble) != seen.troubles.end();
}

TEST_CASE("trade: fills that cannot be, each told") {
  Fund fund{{Day(0), Day(2), Day(3)}, {1.0, 1.1, 1.2}, {1.0, kMissing, 1.0}, {}};
  TradeDays days = fund.Days();
  days.high_cny = {1.05, kMissing, kMissing};
  days.low_cny = {0.95, kMissing, kMissing};
  const TradeResult result = SplitTrade({Trade(1, 0, Side::kBuy, 100, 1.06),
                                         Trade(2, 0, Side::kBuy, 100, 0.9),
                                         Trade(3, 1, Side::kBuy, 100, 1.0),
                                         Trade(4, 2, Side::kBuy, 100, 1.1),
                                         Trade(5, 3, Side::kBuy, 100, 1.6),
                                         Trade(6, 3, Side::kSell, 501, 1.2),
                                         Trade(7, 9, Side::kBuy, 100, 1.0),
                                         Trade(8, 3, Side::kBuy, 0, 1.0),
                                         {9, kMissingDate, {}, 100, 1.0, 0}},
                                        days, Matching::kFifo);
  REQUIRE(result.fills.size() == 9);
  const auto row = [&result](std::int64_t number) {
    return *std::find_if(result.fills.begin(), result.fills.end(),
                         [number](const FillSeen& seen) { return seen.fill.row == number; });
  };
  CHECK(Has(row(1), FillTrouble::kAboveHigh));
  CHECK(Has(row(2), FillTrouble::kBelowLow));
  CHECK(Has(row(3), FillTrouble::kNoDay));
  CHECK(Has(row(4), FillTrouble::kNoValue));
  CHECK(Has(row(5), FillTrouble::kFarFromClose));
  CHECK(Has(row(6), FillTrouble::kOversold));
  CHECK(Has(row(7), FillTrouble::kAfterData));
  CHECK(Has(row(8), FillTrouble::kBadShares));
  CHECK(Has(row(9), FillTrouble::kNoDate));
  CHECK(Has(row(9), FillTrouble::kNoSide));
  CHECK(row(3).counted);
  CHECK_FALSE(row(6).counted);
  CHECK(result.open_shares == 500);
  // The two without a value are in the total, and by themselves.
  CHECK_THAT(result.parts.unsplit_cny, WithinAbs(100 * 0.2 + 100 * 0.1, 1e-9));
  CHECK_THAT(SumOf(result.parts), WithinAbs(result.parts.total_cny, 1e-9));
}

TEST_CASE("trade: a split puts an old fill on the latest basis") {
  Fund fund{{Day(0), Day(1)}, {1.0, 1.1}, {1.0, 1.1}, {}};
  const std::vector<Split> splits = {{Day(1), 5}};
  TradeDays days = fund.Days();
  days.splits = &splits;
  const TradeResult result =
      SplitTrade({Trade(1, 0, Side::kBuy, 100, 5.0)}, days, Matching::kAverage);
  CHECK(result.open_shares == 500);
  CHECK_THAT(result.parts.total_cny, WithinAbs(50, 1e-9));
  CHECK_THAT(result.fills[0].premium_fraction, WithinAbs(0, 1e-12));
}

TEST_CASE("trade: 513100 across its split 1:5, worked by hand") {
  // As published: 5.406 and 5.323 on 2022-01-04, 0.919 and 0.904 on 2022-03-01; 1:5 between.
  const std::vector<Date> dates = {*ParseIso("2022-01-04"), *ParseIso("2022-03-01")};
  const std::vector<double> close = {5.406 / 5, 0.919};
  const std::vector<double> value = {5.323 / 5, 0.904};
  const std::vector<Split> splits = {{*ParseIso("2022-01-14"), 5}};
  const TradeDays days{
      .dates = dates, .close_cny = close, .value_cny = value, .splits = &splits, .fund = "513100"};
  const std::vector<Fill> fills = {{1, dates[0], Side::kBuy, 1000, 5.40, 5, "513100"},
                                   {2, dates[1], Side::kSell, 5000, 0.92, 5},
                                   {3, dates[1], Side::kBuy, 5000, 2.5, 5, "159915"}};
  const TradeResult result = SplitTrade(fills, days, Matching::kAverage);
  CHECK(result.open_shares == 0);
  CHECK_THAT(result.parts.total_cny, WithinAbs(5000 * 0.92 - 5400 - 10, 1e-9));
  // m = (0.92 − 1.08) / ln(0.92 / 1.08) = 0.99786; ln(0.904 / 1.0646) = −0.16352.
  CHECK_THAT(result.parts.value_cny, WithinAbs(-815.8780, 1e-4));
  CHECK_THAT(result.parts.premium_cny, WithinAbs(15.8780, 1e-4));
  CHECK(Has(result.fills[2], FillTrouble::kOtherFund));
}

TEST_CASE("trade: about the day of a split a price tells its side") {
  const std::vector<Date> dates = {Day(0), Day(9)};
  const std::vector<double> close = {1.0, 1.02};
  const std::vector<double> value = {1.0, 1.0};
  const std::vector<Split> splits = {{Day(9), 5}};
  const TradeDays days{.dates = dates, .close_cny = close, .value_cny = value, .splits = &splits};
  const TradeResult result =
      SplitTrade({Trade(1, 5, Side::kBuy, 100, 5.05), Trade(2, 6, Side::kBuy, 500, 1.01),
                  Trade(3, 9, Side::kSell, 1000, 1.02)},
                 days, Matching::kAverage);
  CHECK(result.fills[0].ratio == 5);
  CHECK(result.fills[1].ratio == 1);
  CHECK(result.open_shares == 0);
  CHECK_THAT(result.parts.total_cny, WithinAbs(1020 - 505 - 505, 1e-9));
}

TEST_CASE("trade: a list with the newest day first has the newest fill of a day first") {
  Fund fund{{Day(0), Day(1)}, {1.0, 1.0}, {1.0, 1.0}, {}};
  const TradeResult result =
      SplitTrade({Trade(1, 1, Side::kSell, 100, 1.1), Trade(2, 1, Side::kBuy, 100, 1.0),
                  Trade(3, 0, Side::kSell, 50, 1.2), Trade(4, 0, Side::kBuy, 50, 1.0)},
                 fund.Days(), Matching::kFifo);
  for (const FillSeen& seen : result.fills) CHECK(seen.counted);
  CHECK_THAT(result.parts.total_cny, WithinAbs(20, 1e-9));
}

TEST_CASE("trade: nothing to split") {
  Fund fund{{Day(0)}, {1.0}, {1.0}, {}};
  const TradeResult none = SplitTrade({}, fund.Days(), Matching::kAverage);
  CHECK(none.fills.empty());
  CHECK(none.parts.total_cny == 0);
  const Fund empty;
  const TradeResult blind =
      SplitTrade({Trade(1, 0, Side::kBuy, 100, 1)}, empty.Days(), Matching::kAverage);
  CHECK(Has(blind.fills[0], FillTrouble::kAfterData));
}

TEST_CASE("trade: sides as brokers print them") {
  for (const char* word : {"买入", "证券买入", "buy", "BUY", "B", "ＢＵＹ", "買入"})
    CHECK(FindSide(word) == Side::kBuy);
  for (const char* word : {"卖出", "证券卖出", "Sell", "sold", "s", "Ｓ", "賣出"})
    CHECK(FindSide(word) == Side::kSell);
  for (const char* word : {"", "分红", "申购"}) CHECK_FALSE(FindSide(word));
}

}  // namespace
}  // namespace premiumlens
