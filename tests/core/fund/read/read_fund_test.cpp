#include "core/fund/read/read_fund.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

Date Day(const char* text) { return *ParseIso(text); }

Error ErrorOf(const std::vector<const Table*>& tables, const std::string& fund = {}) {
  try {
    ReadFund(tables, fund);
  } catch (const Failure& failure) {
    return failure.error();
  }
  FAIL("no failure");
  return {Code::internal};
}

const Finding* Find(const FundData& data, Code code) {
  for (const Finding& finding : data.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

TEST_CASE("read: one table with everything, in base units") {
  const Table table = ParseTable(
      "日期,代码,名称,收盘价,单位净值,成交额(万元),换手率,场内份额(万份),申购状态,溢价率\n"
      "2025-01-02,513100.SH,纳指ETF,1.500,1.4000,12000,2.50%,50000,开放申购,7.14%\n"
      "2025-01-03,513100.SH,纳指ETF,1.510,1.4100,800,0.50%,50000,暂停申购,7.09%\n");
  const FundData data = ReadFund({&table});
  CHECK(data.shape == Shape::kHistory);
  CHECK(data.code == "513100");
  CHECK(data.name == "纳指ETF");
  CHECK(data.dates == std::vector<Date>{Day("2025-01-02"), Day("2025-01-03")});
  CHECK(data.price_cny == std::vector<double>{1.5, 1.51});
  CHECK(data.nav.values == std::vector<double>{1.4, 1.41});
  CHECK(data.amount_cny == std::vector<double>{1.2e8, 8e6});
  CHECK_THAT(data.turnover_fraction[0], WithinRel(0.025, 1e-12));
  CHECK(data.shares == std::vector<double>{5e8, 5e8});
  CHECK(data.purchase[1] == PurchaseStatus::kSuspended);
  REQUIRE(data.pasted.size() == 1);
  CHECK_THAT(data.pasted[0].values[0], WithinRel(0.0714, 1e-12));
  CHECK_FALSE(data.join);
  CHECK(data.findings.empty());
}

TEST_CASE("read: two tables joined by date, every NAV kept, the unmatched counted") {
  const Table price =
      ParseTable("date,close\n2025-01-03,1.2\n2025-01-06,1.3\n2025-01-07,1.4\n", "raw_513100.csv");
  const Table nav =
      ParseTable("date,nav\n2025-01-01,1.0\n2025-01-02,1.1\n2025-01-03,1.15\n2025-01-06,1.16\n",
                 "nav_513100.csv");
  const FundData data = ReadFund({&price, &nav});
  CHECK(data.code == "513100");
  CHECK(data.rows == 3);
  CHECK(data.nav.dates.size() == 4);
  REQUIRE(data.join);
  CHECK(data.join->matched == 2);
  CHECK(data.join->price_only == 1);
  CHECK(data.join->value_only == 2);
  CHECK(Find(data, Code::rows_unmatched));
  // The order of the tables does not matter.
  const FundData turned = ReadFund({&nav, &price});
  CHECK(turned.price_cny == data.price_cny);
  CHECK(turned.join->matched == 2);
}

TEST_CASE("read: an IOPV of another table comes to the price's rows") {
  const Table price = ParseTable("日期,收盘价\n2025-01-03,1.2\n2025-01-06,1.3\n");
  const Table iopv = ParseTable("日期,IOPV\n2025-01-06,1.25\n2025-01-02,1.1\n");
  const FundData data = ReadFund({&price, &iopv});
  CHECK(IsMissing(data.iopv_cny[0]));
  CHECK(data.iopv_cny[1] == 1.25);
}

TEST_CASE("read: zero and negative prices are missing and listed with their place") {
  const Table table =
      ParseTable("日期,收盘价,单位净值\n2025-01-02,0,1.1\n2025-01-03,1.2,-1\n2025-01-06,1.2,1.1\n");
  const FundData data = ReadFund({&table});
  CHECK(IsMissing(data.price_cny[0]));
  CHECK(data.nav.dates.size() == 2);
  const Rejections& rejected = data.rejected[0].rejections;
  REQUIRE(rejected.count == 2);
  CHECK(rejected.listed[0].code == Code::not_positive);
  CHECK(rejected.listed[0].row == 2);
  CHECK(rejected.listed[0].column == "收盘价");
  CHECK(rejected.listed[0].text == "0");
  CHECK(rejected.listed[1].row == 3);
  CHECK(rejected.listed[1].text == "-1");
}

TEST_CASE("read: unsorted days are sorted and said, times of day of a history dropped") {
  const Table table = ParseTable(
      "日期,收盘价,单位净值\n2025-01-06 15:00:00,1.3,1.1\n2025-01-03 15:00:00,1.2,1.1\n"
      "2025-01-03 15:01:00,9.9,1.1\n2025-01-02 15:00:00,1.1,1.1\n");
  const FundData data = ReadFund({&table});
  CHECK(data.shape == Shape::kHistory);
  CHECK(data.dates == std::vector<Date>{Day("2025-01-02"), Day("2025-01-03"), Day("2025-01-06")});
  CHECK(data.price_cny[1] == 1.2);
  CHECK(data.rejected[0].rejections.listed[0].code == Code::duplicate_date);
  CHECK(data.rejected[0].rejections.count == 1);
  CHECK(Find(data, Code::dates_unsorted));
  CHECK(data.seconds.empty());
}

TEST_CASE("read: minutes of a day") {
  const Table table =
      ParseTable("时间,最新价,IOPV\n09:31:00,1.20,1.10\n09:30:00,1.21,1.10\n09:32:00,1.22,1.10\n");
  const FundData data = ReadFund({&table});
  CHECK(data.shape == Shape::kIntraday);
  CHECK(data.seconds == std::vector<std::int32_t>{34200, 34260, 34320});
  CHECK(data.price_cny == std::vector<double>{1.21, 1.20, 1.22});
}

TEST_CASE("read: minutes without a day have none, and no other table can be joined to them") {
  const Table minutes = ParseTable("时间,最新价,IOPV\n09:30,1.21,1.10\n09:31,1.20,1.10\n");
  CHECK(ReadFund({&minutes}).dates == std::vector<Date>(2, kMissingDate));
  const Table nav = ParseTable("日期,单位净值\n2025-01-02,1.1\n2025-01-03,1.1\n");
  CHECK(ErrorOf({&minutes, &nav}).code == Code::no_date_column);
}

TEST_CASE("read: a turnover rate without a unit") {
  const Table percent =
      ParseTable("日期,收盘价,净值,换手率\n2025-01-02,1.2,1.1,0.47\n2025-01-03,1.2,1.1,2.35\n");
  CHECK_THAT(ReadFund({&percent}).turnover_fraction[0], WithinRel(0.0047, 1e-12));
  const Table fraction =
      ParseTable("日期,收盘价,净值,换手率\n2025-01-02,1.2,1.1,0.0047\n2025-01-03,1.2,1.1,0.0235\n");
  CHECK(ReadFund({&fraction}).turnover_fraction[0] == 0.0047);
}

TEST_CASE("read: pairs have no days, and their NAV stands beside the price") {
  const Table table = ParseTable("price,nav\n1.2,1.1\n1.3,1.2\n");
  const FundData data = ReadFund({&table});
  CHECK(data.shape == Shape::kPairs);
  CHECK(data.dates.empty());
  CHECK(data.nav_beside_cny == std::vector<double>{1.1, 1.2});
}

TEST_CASE("read: a fund out of a list whose only day is the value's has a price without a day") {
  const Table list = ParseTable(
      "代码,名称,现价,T-2净值,净值日期\n513100,纳指ETF,1.500,1.4000,2025-05-12\n"
      "159941,纳指ETF,1.300,1.2500,2025-05-12\n");
  const FundData data = ReadFund({&list}, "159941");
  CHECK(data.shape == Shape::kPairs);
  CHECK(data.dates.empty());
  CHECK(data.nav.dates.empty());
  CHECK(data.nav_beside_cny == std::vector<double>{1.25});
  const Table days =
      ParseTable("净值日期,收盘价,单位净值\n2025-05-09,1.49,1.39\n2025-05-12,1.5,1.4\n");
  CHECK(ReadFund({&days}).shape == Shape::kHistory);
}

TEST_CASE("read: many funds of one moment keep their rows as they stand") {
  const Table table = ParseTable(
      "代码,名称,现价,净值,净值日期\n513500,标普500ETF,2.1,2.0,2025-05-12\n"
      "513100,纳指ETF,1.6,1.5,2025-05-12\n513500,标普500ETF,2.1,2.0,2025-05-12\n");
  const FundData data = ReadFund({&table});
  CHECK(data.shape == Shape::kCrossSection);
  CHECK(data.rows == 3);
  CHECK(data.fund_of_row == std::vector<std::uint32_t>{0, 1, 0});
  CHECK(data.funds[0].rows == 2);
  CHECK(data.funds[1].name == "纳指ETF");
  CHECK(data.code.empty());
}

TEST_CASE("read: of a panel one fund, named in any form") {
  const Table table = ParseTable(
      "ts_code,date,close,nav\n513100.SH,2025-01-02,1.5,1.4\n513500.SH,2025-01-02,2.5,2.4\n"
      "513100.SH,2025-01-03,1.6,1.5\n513500.SH,2025-01-03,2.6,2.5\n");
  CHECK(ErrorOf({&table}).code == Code::unknown_fund);
  CHECK(ErrorOf({&table}, "159941").code == Code::unknown_fund);
  const FundData data = ReadFund({&table}, "sh513500");
  CHECK(data.shape == Shape::kHistory);
  CHECK(data.price_cny == std::vector<double>{2.5, 2.6});
  CHECK(data.code == "513500");
}

TEST_CASE("read: in a table of one fund a blank code is that fund") {
  const Table table =
      ParseTable("代码,日期,收盘价,净值\n513100,2025-01-02,1.5,1.4\n,2025-01-03,1.6,1.5\n");
  CHECK(ReadFund({&table}).rows == 2);
}

TEST_CASE("read: tables with codes are joined by code and date") {
  const Table price = ParseTable(
      "代码,日期,收盘价\n513100,2025-01-02,1.5\n513500,2025-01-02,2.5\n513100,2025-01-03,1.6\n");
  const Table nav = ParseTable(
      "基金代码,净值日期,单位净值\n513500,2025-01-02,2.4\n513100,2025-01-02,1.4\n"
      "513100,2025-01-03,1.5\n");
  const FundData data = ReadFund({&price, &nav}, "513100");
  CHECK(data.nav.values == std::vector<double>{1.4, 1.5});
  CHECK(data.join->matched == 2);
}

TEST_CASE("read: what is not there is named") {
  const Table no_value = ParseTable("日期,收盘价\n2025-01-02,1.5\n2025-01-03,1.5\n");
  CHECK(ErrorOf({&no_value}).code == Code::no_value_column);
  CHECK(ErrorOf({&no_value}).text == "日期, 收盘价");
  const Table no_price = ParseTable("日期,单位净值\n2025-01-02,1.5\n2025-01-03,1.5\n");
  CHECK(ErrorOf({&no_price}).code == Code::no_price_column);
  const Table undated = ParseTable("单位净值,累计净值\n1.5,1.6\n1.5,1.6\n");
  CHECK(ErrorOf({&no_value, &undated}).code == Code::no_date_column);
  const Table apart = ParseTable("日期,收盘价,单位净值\n2025-01-02,停牌,1.5\n2025-01-03,--,1.5\n");
  CHECK(ErrorOf({&apart}).code == Code::no_usable_row);
}

TEST_CASE("read: the cumulative NAV is never a value") {
  const Table table = ParseTable("日期,收盘价,累计净值\n2025-01-02,1.5,1.4\n2025-01-03,1.5,1.4\n");
  CHECK(ErrorOf({&table}).code == Code::no_value_column);
}

TEST_CASE("read: a table that gives nothing is named, and one without days is no hindrance") {
  const Table both = ParseTable("日期,收盘价,单位净值\n2025-01-02,1.5,1.4\n2025-01-03,1.5,1.4\n");
  const Table fees = ParseTable("名称,管理费\n纳指ETF,0.5%\n标普ETF,0.6%\n", "fees.csv");
  const FundData data = ReadFund({&both, &fees});
  CHECK(data.rows == 2);
  const Finding* unused = Find(data, Code::table_unused);
  REQUIRE(unused);
  CHECK(std::get<std::string>(unused->evidence[0].value) == "fees.csv");
}

TEST_CASE("read: the purchase status of another table, by fund") {
  const Table spot = ParseTable("代码,最新价,IOPV\n513100,1.5,1.4\n513500,2.5,2.4\n");
  const Table status = ParseTable("代码,申购状态,申购费\n513500,暂停申购,1%\n513100,开放申购,1%\n");
  const FundData data = ReadFund({&spot, &status});
  CHECK(data.purchase ==
        std::vector<PurchaseStatus>{PurchaseStatus::kOpen, PurchaseStatus::kSuspended});
}

TEST_CASE("read: in steps it comes to the same") {
  const Table table = ParseTable("日期,收盘价,单位净值\n2025-01-03,1.3,1.1\n2025-01-02,1.2,1.1\n");
  FundReader reader({&table}, {});
  double last = 0;
  while (!reader.Step()) {
    CHECK(reader.Progress() >= last);
    last = reader.Progress();
  }
  CHECK(reader.Progress() == 1);
  CHECK(reader.Finish().price_cny == ReadFund({&table}).price_cny);
}

}  // namespace
}  // namespace premiumlens
