#include "core/fund/read/market_series.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/base/error.h"
#include "core/fund/panel.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

// `days` rows of "date,value", from 2025-01-06 on.
std::string Rows(const std::string& header, double first, int days, int from = 0) {
  std::string text = header + "\n";
  for (int i = from; i < from + days; ++i) {
    text += FormatIso(*ParseIso("2025-01-06") + i / 5 * 7 + i % 5) + "," +
            std::to_string(first * (1 + 0.01 * ((i * 7) % 5))) + "\n";
  }
  return text;
}

struct Parted {
  std::vector<bool> of_funds;
  MarketData market;
};

Parted Part(const std::vector<const Table*>& given) {
  MarketTables tables(given);
  while (!tables.Step()) {
  }
  Parted parted{{}, tables.market()};
  for (const Table* table : tables.funds()) parted.of_funds.push_back(!table->columns.empty());
  return parted;
}

TEST_CASE("market series: indexes and rates are parted from the fund's tables") {
  const Table price = ParseTable(Rows("date,close", 1.5, 20), "raw_513100.csv");
  const Table nav = ParseTable(Rows("date,nav", 1.45, 20), "nav_513100.csv");
  const Table index = ParseTable(Rows("date,close", 21000, 20), "NDX.csv");
  const Table rate = ParseTable(Rows("date,USDCNY", 7.2, 20));
  const Parted parted = Part({&price, &nav, &index, &rate});
  CHECK(parted.of_funds == std::vector<bool>{true, true, false, false});
  REQUIRE(parted.market.indexes.size() == 1);
  CHECK(parted.market.indexes[0].name == "NDX");
  CHECK(parted.market.indexes[0].currency == "USD");
  CHECK(parted.market.indexes[0].table == 2);
  CHECK(parted.market.indexes[0].values.dates.size() == 20);
  CHECK(parted.market.indexes[0].values.source_rows[0] == 2);
  REQUIRE(parted.market.rates.size() == 1);
  CHECK(parted.market.rates[0].currency == "USD");
  // Alone they are what was given.
  CHECK(Part({&index, &rate}).of_funds == std::vector<bool>{true, true});
  CHECK(Part({&index, &rate}).market.indexes.empty());
}

TEST_CASE("market series: a nameless table far off the NAV is an index, beside one that fits") {
  const Table price = ParseTable(Rows("date,close", 1.5, 20));
  const Table nav = ParseTable(Rows("date,nav", 1.45, 20));
  const Table index = ParseTable(Rows("date,close", 4000, 20));
  const Parted parted = Part({&index, &price, &nav});
  CHECK(parted.of_funds == std::vector<bool>{false, true, true});
  REQUIRE(parted.market.indexes.size() == 1);
  CHECK(parted.market.indexes[0].symbol.empty());
  // Without a price that fits it may be one in another unit, and is left.
  CHECK(Part({&index, &nav}).of_funds == std::vector<bool>{true, true});
  // Nine times the NAV is a premium to wonder at, and no index.
  const Table near = ParseTable(Rows("date,close", 12, 20));
  CHECK(Part({&near, &price, &nav}).of_funds == std::vector<bool>{true, true, true});
}

TEST_CASE("market series: in long form the codes of no fund, each by itself") {
  const Table table = ParseTable(
      "ts_code,trade_date,close,nav\n513100.SH,20250106,1.5,1.45\n513100.SH,20250107,1.51,1.46\n"
      "NDX.GI,20250106,21000,\nNDX.GI,20250107,21100,\n000300.SH,20250106,3900,\n"
      "USDCNY.FX,20250106,7.2,\n");
  MarketTables tables({&table});
  while (!tables.Step()) {
  }
  CHECK(tables.funds()[0]->rows == 2);
  REQUIRE(tables.market().indexes.size() == 2);
  CHECK(tables.market().indexes[0].symbol == "CSI300");
  CHECK(tables.market().indexes[1].name == "NDX.GI");
  CHECK(tables.market().indexes[1].values.values == std::vector<double>{21000, 21100});
  CHECK(tables.market().rates.size() == 1);
}

TEST_CASE("market series: symbols of no fund beside funds that have values; codes that have stay") {
  const Table funds =
      ParseTable("code,date,close,nav\nAAA,2025-01-06,1.5,1.45\nBBB,2025-01-06,1.5,1.45\n");
  const Table etfs = ParseTable("symbol,date,price\nXBI,2025-01-06,90\nAAA,2025-01-07,1.5\n");
  MarketTables tables({&funds, &etfs});
  while (!tables.Step()) {
  }
  REQUIRE(tables.market().indexes.size() == 1);
  CHECK(tables.market().indexes[0].name == "XBI");
  CHECK(tables.funds()[1]->rows == 1);
  // Without a value anywhere they may be anything, and the only price is the fund's.
  CHECK(Part({&etfs}).of_funds == std::vector<bool>{true});
  const Table gold = ParseTable("symbol,date,close\nGLD,2025-01-06,243\nGLD,2025-01-07,244\n");
  const Table values = ParseTable("date,nav\n2025-01-06,242.5\n2025-01-07,243.9\n");
  CHECK(Part({&gold, &values}).of_funds == std::vector<bool>{true, true});
}

TEST_CASE("market series: the years of one index go together, two sources that differ do not") {
  const Table fund = ParseTable(Rows("date,close,nav", 1.5, 5));
  const Table first = ParseTable(Rows("date,close", 21000, 10), "NDX_2025a.csv");
  const Table second = ParseTable(Rows("date,close", 21000, 10, 8), "NDX_2025b.csv");
  const Table other = ParseTable(Rows("date,close", 21500, 10), "纳斯达克100.csv");
  const Table with_nav = ParseTable("date,close,nav\n2025-01-06,1.5,1.45\n");
  const Parted parted = Part({&with_nav, &first, &second, &other});
  REQUIRE(parted.market.indexes.size() == 2);
  CHECK(parted.market.indexes[0].values.dates.size() == 18);
  CHECK(parted.market.indexes[1].values.dates.size() == 10);
}

TEST_CASE("market series: a rate written the other way is turned, per 100 units it stays") {
  const Table table = ParseTable(
      "date,CNYUSD,CNY/MYR,JPY100CNY\n2025-01-06,0.1389,0.62,4.6\n2025-01-07,0.1388,0.61,4.7\n");
  const MarketData market = ReadMarketSeries(table, 0);
  REQUIRE(market.rates.size() == 3);
  CHECK_THAT(market.rates[0].values.values[0], WithinRel(1 / 0.1389, 1e-12));
  CHECK_THAT(market.rates[1].values.values[1], WithinRel(1 / 0.61, 1e-12));
  CHECK(market.rates[2].values.values == std::vector<double>{4.6, 4.7});
}

TEST_CASE("market series: rates in long form, by currency or by pair") {
  const Table fund = ParseTable(Rows("date,close", 1.5, 20), "raw_513100.csv");
  const Table nav = ParseTable(Rows("date,nav", 1.45, 20), "nav_513100.csv");
  for (const std::string& text :
       {std::string("货币名称,日期,中行折算价\n美元,2025-01-06,719\n港元,2025-01-06,93\n"),
        std::string("currency,date,rate\nUSDCNY,2025-01-06,7.19\nHKDCNY,2025-01-06,0.93\n"),
        std::string("ts_code,trade_date,bid_close,ask_close\nUSDCNH.FXCM,20250106,7.19,7.2\n"
                    "HKDCNH.FXCM,20250106,0.93,0.94\n")}) {
    const Table rates = ParseTable(text);
    const Parted parted = Part({&fund, &nav, &rates});
    INFO(text);
    REQUIRE(parted.market.rates.size() == 2);
    CHECK(parted.market.rates[0].values.dates.size() == 1);
    CHECK(parted.market.rates[0].symbol != parted.market.rates[1].symbol);
  }
}

TEST_CASE("market series: an index alone says that the fund is missing") {
  const Table index = ParseTable(Rows("date,close", 21000, 20), "NDX.csv");
  const Table rate = ParseTable(Rows("date,USDCNY", 7.2, 20));
  const Table named = ParseTable("指数名称,日期,收盘点位\n标普500,2025-01-06,5880\n");
  for (const std::vector<const Table*>& given :
       {std::vector<const Table*>{&index}, {&rate}, {&named}, {&index, &rate}}) {
    try {
      Analyze(given);
      FAIL("there is no fund");
    } catch (const Failure& failure) {
      CHECK(failure.error().code == Code::only_market_series);
    }
  }
}

TEST_CASE(
    "market series: an index beside a fund is neither its price nor left out without a word") {
  const Table price = ParseTable(Rows("date,close", 1.5, 20), "raw_513100.csv");
  const Table nav = ParseTable(Rows("date,nav", 1.45, 20), "nav_513100.csv");
  const Table index = ParseTable(Rows("date,close", 21000, 20), "NDX.csv");
  for (const std::vector<const Table*>& order :
       {std::vector<const Table*>{&index, &price, &nav}, {&price, &index, &nav}}) {
    const Analysis analysis = Analyze(order);
    CHECK(analysis.data.code == "513100");
    CHECK(analysis.data.price_cny[0] == 1.5);
    CHECK(analysis.data.indexes.size() == 1);
    for (const Finding& finding : analysis.data.findings) CHECK(finding.code != Code::table_unused);
  }
}

}  // namespace
}  // namespace premiumlens
