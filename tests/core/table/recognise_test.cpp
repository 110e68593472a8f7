#include "core/table/recognise.h"

#include <string>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/header.h"
#include "core/table/parse.h"

using namespace premiumlens;

namespace {

Role RoleOf(const Table& table, std::string_view name) {
  const auto column = FindColumn(table, name);
  REQUIRE(column);
  return table.meanings[*column].role;
}

}  // namespace

TEST_CASE("headers by vocabulary, whatever their width, case and unit") {
  struct Row {
    const char* header;
    Role role;
    Unit unit;
  };
  const Row rows[] = {{"成交额 (万元)", Role::kAmount, Unit::kWan},
                      {"成交额（亿元）", Role::kAmount, Unit::kYi},
                      {"成交额", Role::kAmount, Unit::kNone},
                      {"场内份额(万份)", Role::kShares, Unit::kWan},
                      {"换手%", Role::kTurnover, Unit::kPercent},
                      {"换手率(%)", Role::kTurnover, Unit::kPercent},
                      {"总手", Role::kVolume, Unit::kLot},
                      {"成交量(手)", Role::kVolume, Unit::kLot},
                      {"Unit_NAV", Role::kNav, Unit::kNone},
                      {"累计净值", Role::kCumulativeNav, Unit::kNone},
                      {"IOPV", Role::kIopv, Unit::kNone},
                      {"基金折价率", Role::kDiscount, Unit::kNone},
                      {"premium_pct", Role::kPremium, Unit::kPercent},
                      {"discount_rate_pct", Role::kDiscount, Unit::kPercent},
                      {"ＣＬＯＳＥ", Role::kPrice, Unit::kNone},
                      {"trade_date", Role::kDate, Unit::kNone},
                      {"成交额【千元】", Role::kAmount, Unit::kThousand},
                      {"流通市值(百万元)", Role::kFloat, Unit::kMillion},
                      {"成交额/万元", Role::kAmount, Unit::kWan},
                      {"成交量（万股）", Role::kVolume, Unit::kWan},
                      {"份额:亿份", Role::kShares, Unit::kYi},
                      {"流通A股 [交易日期] 最新 [单位] 股", Role::kShares, Unit::kNone},
                      {"成交额\n[交易日期] 2025-01-03\n[单位] 万元", Role::kAmount, Unit::kWan},
                      {"收盘价(元)[2025-01-03]", Role::kPrice, Unit::kNone},
                      {"2025-01-03-单位净值", Role::kNav, Unit::kNone},
                      {"单位净值20250103", Role::kNav, Unit::kNone},
                      {"2025年1月3日 累计净值", Role::kCumulativeNav, Unit::kNone},
                      {"净值(累计)", Role::kCumulativeNav, Unit::kNone},
                      {"T-1估值", Role::kEstimate, Unit::kNone},
                      {"T-2净值", Role::kNav, Unit::kNone},
                      {"Close / SPY", Role::kPrice, Unit::kNone},
                      {"净值 / 累计净值 (元)", Role::kCumulativeNav, Unit::kNone},
                      {"513100 / 成交额 (万元)", Role::kAmount, Unit::kWan}};
  for (const Row& row : rows) {
    INFO(row.header);
    const HeaderMeaning meaning = ReadHeader(row.header);
    REQUIRE(meaning.role);
    CHECK(Name(*meaning.role) == Name(row.role));
    CHECK(Name(meaning.unit) == Name(row.unit));
  }
  for (const char* other : {"涨跌额", "Adj Close", "昨收", "总市值", "赎回状态", "2025-01-03",
                            "513100", "growth", "[单位] 元", "(元)", "", " / "}) {
    INFO(other);
    CHECK_FALSE(ReadHeader(other).role);
  }
  CHECK(ReadHeader("2025-01-03-单位净值").day == *MakeDate(2025, 1, 3));
  CHECK(ReadHeader("单位净值 [交易日期] 2025-01-03 [单位] 元").day == *MakeDate(2025, 1, 3));
}

TEST_CASE("names that fit a role less yield to others, whatever their order") {
  const Table table = ParseTable(
      "净值日期,交易日期,2025-01-02-单位净值,2025-01-03-单位净值,现价,iopv,估值,实时估值\n"
      "2025-01-02,2025-01-03,1.7,1.71,1.8,,1.72,1.73\n"
      "2025-01-02,2025-01-03,1.0,1.01,1.1,,1.02,1.03\n");
  CHECK(RoleOf(table, "净值日期") == Role::kOther);
  CHECK(RoleOf(table, "交易日期") == Role::kDate);
  CHECK(RoleOf(table, "2025-01-02-单位净值") == Role::kOther);
  CHECK(RoleOf(table, "2025-01-03-单位净值") == Role::kNav);
  CHECK(RoleOf(table, "iopv") == Role::kOther);  // it has no value
  CHECK(RoleOf(table, "估值") == Role::kEstimate);
  CHECK(RoleOf(table, "实时估值") == Role::kIopv);
  const Table alone = ParseTable("净值日期,现价,估值\n2025-01-02,1.8,1.7\n");
  CHECK(RoleOf(alone, "净值日期") == Role::kDate);
  CHECK(RoleOf(alone, "估值") == Role::kIopv);
}

TEST_CASE("feeds whose names mean something else have rules of their own") {
  const Table tushare = ParseTable(
      "ts_code,trade_date,close,vol,amount\n513100.SH,20250103,1.82,981203,178300.096\n");
  CHECK(tushare.meanings[3].unit == Unit::kLot);
  CHECK(tushare.meanings[4].unit == Unit::kThousand);
  const Table jisilu =
      ParseTable("fund_id,fund_nm,price,volume,amount\n513100,纳指ETF,1.62,20000.29,379600\n");
  CHECK(RoleOf(jisilu, "volume") == Role::kAmount);
  CHECK(RoleOf(jisilu, "amount") == Role::kShares);
  CHECK(ScaledNumbers(jisilu, 4)[0] == 3796000000.0);
  const Table plain = ParseTable("code,price,volume,amount\n513100,1.62,100,162\n");
  CHECK(RoleOf(plain, "volume") == Role::kVolume);
  CHECK(RoleOf(plain, "amount") == Role::kAmount);
}

TEST_CASE("the money traded tells what a volume counts") {
  const auto unit = [](const std::string& header, const std::string& cells) {
    const Table table = ParseTable("日期,收盘," + header + ",成交额\n2025-01-03,2," + cells + "\n");
    return Name(table.meanings[2].unit);
  };
  CHECK(unit("成交量", "1000,2000") == "none");
  CHECK(unit("成交量", "1000,201000") == "lot");
  CHECK(unit("总手", "1000,2000") == "none");
  CHECK(unit("总手", "1000,13") == "lot");          // an index: nothing to learn
  CHECK(unit("总手", "1.2万,2400000") == "lot");    // 1.2 万手
  CHECK(unit("成交量(手)", "1000,2000") == "lot");  // said so
}

TEST_CASE("rates without a unit are percent where a fraction cannot be") {
  const Table table = ParseTable(
      "日期,收盘,换手率,溢价率,管理费\n2025-01-03,1.8,2.35,-0.3,0.15\n2025-01-06,1.8,0.2,3.4,0."
      "15\n");
  for (const std::size_t i : {2u, 3u, 4u}) CHECK(table.meanings[i].unit == Unit::kPercent);
  const Table fractions =
      ParseTable("日期,收盘,换手率,溢价率,管理费\n2025-01-03,1.8,0.0235,-0.003,0.0015\n");
  for (const std::size_t i : {2u, 3u, 4u}) CHECK(fractions.meanings[i].unit == Unit::kNone);
}

TEST_CASE("columns that number the rows or hold nothing get no role") {
  const Table table =
      ParseTable("index,净值日期,收盘,净值\n0,-,1.8,1.7\n1,-,1.8,1.7\n2,-,1.8,1.7\n");
  CHECK(RoleOf(table, "index") == Role::kOther);
  CHECK(RoleOf(table, "净值日期") == Role::kOther);
}

TEST_CASE("columns without headers are told by their values") {
  const Table pairs = ParseTable("1.804\t1.7445\n1.81\t1.75\n");
  CHECK(RoleOf(pairs, "#1") == Role::kPrice);
  CHECK(RoleOf(pairs, "#2") == Role::kIopv);
  const Table history =
      ParseTable("2025-01-03 1.804 1.7445 89000000\n2025-01-06 1.81 1.75 90000000\n");
  CHECK(RoleOf(history, "#1") == Role::kDate);
  CHECK(RoleOf(history, "#2") == Role::kPrice);
  CHECK(RoleOf(history, "#3") == Role::kNav);
  CHECK(RoleOf(history, "#4") == Role::kOther);
}

TEST_CASE("a header that is not understood is not guessed at") {
  const Table table =
      ParseTable("date,close,settle,net_asset\n2025-01-03,1.8,1.7,9e8\n2025-01-06,1.8,1.7,9e8\n");
  CHECK(RoleOf(table, "settle") == Role::kOther);
  CHECK(RoleOf(table, "net_asset") == Role::kOther);
}

TEST_CASE("one known word makes a header, even among numbers") {
  const Table table = ParseTable("date,000300,SPY\n2025-01-03,4.68,2.67\n2025-01-06,4.7,2.7\n");
  CHECK(table.rows == 2);
  CHECK(RoleOf(table, "000300") == Role::kOther);
}

TEST_CASE("units bring numbers to base units") {
  const Table table = ParseTable(
      "日期,收盘,净值,成交额(万元),换手率\n2025-01-03,1.8,1.7,12.5,3.41%\n2025-01-06,1.8,1.7,2亿,-"
      "\n");
  const auto amount = ScaledNumbers(table, 3);
  CHECK(amount[1] == 2e8);
  const auto turnover = ScaledNumbers(table, 4);
  CHECK(turnover[0] == 0.0341);
  CHECK(IsMissing(turnover[1]));
}

TEST_CASE("a correction goes before the header and never parses again") {
  Table table = ParseTable("day,a,b\n20250103,1.8,1.7\n20250106,1.81,1.71\n");
  const std::vector<Meaning> meanings =
      Recognise(table.columns, {.roles = {{"a", Role::kNav}, {"b", Role::kPrice}}, .units = {}});
  CHECK(meanings[1].role == Role::kNav);
  CHECK(meanings[2].role == Role::kPrice);
  CHECK(meanings[1].reason == MeaningReason::kCorrected);
  CHECK_THROWS_AS(Recognise(table.columns, {.roles = {{"c", Role::kNav}}, .units = {}}), Failure);
}

TEST_CASE("numbers and words can be taken for days") {
  Table table = ParseTable("x,close,nav\n45660,1.8,1.7\n45663,1.81,1.71\n");
  const std::size_t x = *FindColumn(table, "x");
  CHECK(FormatIso(Days(table, x)[0]) == "2025-01-03");
}

TEST_CASE("of two columns of one role the first keeps it") {
  const Table table =
      ParseTable("date,nav,净值,close\n2025-01-03,1.7,1.6,1.8\n2025-01-06,1.7,1.6,1.8\n");
  CHECK(RoleOf(table, "nav") == Role::kNav);
  CHECK(RoleOf(table, "净值") == Role::kOther);
}
