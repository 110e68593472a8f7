#include "core/fund/cost/positions.h"

#include <catch2/catch.hpp>

#include "core/fund/cost/own_table.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("positions: shares, regions and exact closings") {
  std::vector<Position> held = {
      {.row = 1, .code = "513100", .amount_cny = 11800, .premium_fraction = 0.18},
      {.row = 2, .code = "513030", .shares = 1000, .price_cny = 1.5},
      {.row = 3, .code = "510300", .amount_cny = 30000},
      {.row = 4, .name = "某某产品", .amount_cny = 500},
  };
  const std::vector<PastedFund> pasted = {{.code = "513030",
                                           .price_cny = 9,
                                           .premium_fraction = -0.02,
                                           .own_level_fraction = 0.01,
                                           .own_days = 100}};
  const PositionsResult result = WeighPositions(held, pasted);
  CHECK_THAT(result.total_cny, WithinAbs(11800 + 1500 + 30000 + 500, 1e-9));
  CHECK_THAT(result.cross_border_cny, WithinAbs(13300, 1e-9));
  CHECK(result.unknown == 1);
  CHECK_THAT(result.unknown_cny, WithinAbs(500, 1e-9));
  REQUIRE(result.regions.size() == 2);
  CHECK(result.regions[0].region == Region::kUs);
  // 118 of value 100 falls to 100; a discount of 2 % that closes gains 1500 × (1/0.98 − 1).
  CHECK_THAT(result.closings[0].result_cny, WithinAbs(-1800 + 1500 * (1 / 0.98 - 1), 1e-9));
  // To 1 %: the first falls to 101, the discount is left as it is.
  CHECK_THAT(result.closings[1].result_cny, WithinAbs(-1700, 1e-9));
  // To its own level: only of the one that has one.
  CHECK_THAT(result.closings[2].result_cny, WithinAbs(1500 * (1.01 / 0.98 - 1), 1e-9));
  CHECK(result.closings[2].counted == 1);
  CHECK_THAT(result.closings[2].left_out_cny, WithinAbs(11800 + 500, 1e-9));
}

TEST_CASE("positions: ten times the money, ten times the loss; no premium, no loss") {
  const auto loss = [](double amount, double premium) {
    return WeighPositions({{.code = "513500", .amount_cny = amount, .premium_fraction = premium}},
                          {})
        .closings[0]
        .result_cny;
  };
  CHECK_THAT(loss(1000, 0.0558), WithinAbs(loss(100, 0.0558) * 10, 1e-9));
  CHECK(loss(1000, 0) == 0);
}

TEST_CASE("positions: a table as it is pasted") {
  const Table table = ParseTable(
      "证券代码,证券名称,持仓数量,现价,溢价率\nSH513100,纳指ETF,\"1,000\",1.8,5.2%\n"
      "159941,纳指ETF,2000,1.1,\n");
  const std::vector<Position> held = ReadPositions(table);
  REQUIRE(held.size() == 2);
  CHECK(held[0].code == "513100");
  CHECK(held[0].row == 2);
  CHECK(held[0].shares == 1000);
  CHECK_THAT(held[0].premium_fraction, WithinAbs(0.052, 1e-12));
  CHECK(IsMissing(held[1].premium_fraction));
  CHECK_THAT(WeighPositions(held, {}).cross_border_cny, WithinAbs(1800 + 2200, 1e-9));
}

TEST_CASE("fills: a table as a broker prints it") {
  const Table table = ParseTable(
      "成交日期,证券代码,买卖方向,成交数量,成交均价,手续费\n20250106,513100,证券买入,1000,1.812,5."
      "00\n"
      "20250210,513100,证券卖出,-400,1.905,5.00\n");
  const std::vector<Fill> fills = ReadFills(table);
  REQUIRE(fills.size() == 2);
  CHECK(FormatIso(fills[0].date) == "2025-01-06");
  CHECK(fills[0].side == Side::kBuy);
  CHECK(fills[1].side == Side::kSell);
  CHECK(fills[1].shares == 400);
  CHECK_THAT(fills[1].price_cny, WithinAbs(1.905, 1e-12));
  CHECK(fills[1].fee_cny == 5);
  // A purchase of shares below zero says two things at once, and is not made one of above.
  const Table odd = ParseTable("date,side,shares,price\n2025-01-06,buy,-5,1.8\n");
  CHECK(ReadFills(odd)[0].shares == -5);
  // Without a side, the sign tells.
  const Table bare = ParseTable("date,shares,price\n2025-01-06,100,1.8\n2025-02-10,-40,1.9\n");
  const std::vector<Fill> signs = ReadFills(bare);
  REQUIRE(signs.size() == 2);
  CHECK(signs[0].side == Side::kBuy);
  CHECK(signs[1].side == Side::kSell);
}

}  // namespace
}  // namespace premiumlens
