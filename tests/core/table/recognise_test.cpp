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
                      {"trade_date", Role::kDate, Unit::kNone}};
  for (const Row& row : rows) {
    INFO(row.header);
    const HeaderMeaning meaning = ReadHeader(row.header);
    REQUIRE(meaning.role);
    CHECK(Name(*meaning.role) == Name(row.role));
    CHECK(Name(meaning.unit) == Name(row.unit));
  }
  CHECK_FALSE(ReadHeader("涨跌额").role);
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
