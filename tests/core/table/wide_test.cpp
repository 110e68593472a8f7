#include "core/table/wide.h"

#include <string>

#include <catch2/catch.hpp>

#include "core/table/parse.h"

namespace premiumlens {
namespace {

const Meaning& At(const Table& table, std::string_view name) {
  const auto column = FindColumn(table, name);
  REQUIRE(column);
  return table.meanings[*column];
}

constexpr const char* kTwoFunds = "date,SPY,QQQ\n2025-01-02,1.5,1.8\n2025-01-03,1.6,1.9\n";

TEST_CASE("wide: the file's name says what the columns hold") {
  const Table table = ParseTable(kTwoFunds, "etf_nav.csv");
  CHECK(At(table, "SPY").fund == "SPY");
  CHECK(At(table, "SPY").role == Role::kNav);
  CHECK(At(table, "SPY").reason == MeaningReason::kFile);
  CHECK(At(table, "date").fund.empty());
  CHECK(WideRole(table) == Role::kNav);
}

TEST_CASE("wide: plurals count, exchange rates are no funds") {
  CHECK(WideRole(ParseTable(kTwoFunds, "prices.csv")) == Role::kPrice);
  CHECK(WideRole(ParseTable(kTwoFunds, "基金价格.csv")) == Role::kPrice);
  const Table rates =
      ParseTable("date,EURUSD,EURJPY\n2025-01-02,1.05,160\n2025-01-03,1.06,161\n", "fx_ecb.csv");
  CHECK(At(rates, "EURUSD").fund.empty());
}

TEST_CASE("wide: the header of the days says that values are NAVs") {
  const Table table = ParseTable("nav_date,SPY,QQQ\n2025-01-02,1.5,1.8\n", "");
  CHECK(WideRole(table) == Role::kNav);
}

TEST_CASE("wide: where nothing says so, columns of unknown headers are left to the user") {
  CHECK_FALSE(WideRole(ParseTable(kTwoFunds)));
  CHECK(At(ParseTable(kTwoFunds), "SPY").fund.empty());
}

TEST_CASE("wide: codes are funds, and the user's word is what they hold") {
  Table table = ParseTable("日期,513100,159941.SZ\n2025-01-02,1.5,1.8\n2025-01-03,1.6,1.9\n");
  CHECK(At(table, "513100").fund == "513100");
  CHECK(At(table, "159941.SZ").role == Role::kOther);
  Corrections corrections;
  corrections.wide_role = Role::kPrice;
  table.meanings = RecogniseTable(table, corrections);
  CHECK(At(table, "159941.SZ").role == Role::kPrice);
  CHECK(At(table, "159941.SZ").reason == MeaningReason::kCorrected);
}

TEST_CASE("wide: a fund and a role in each header") {
  struct Case {
    const char* header;
    const char* fund;
    Role role;
  };
  const Case cases[] = {{"513100.SH 收盘价", "513100.SH", Role::kPrice},
                        {"513100 单位净值(元)", "513100", Role::kNav},
                        {"close_513100", "513100", Role::kPrice},
                        {"Close / SPY", "SPY", Role::kPrice},
                        {"纳指ETF:单位净值", "纳指ETF", Role::kNav}};
  for (const Case& one : cases) {
    INFO(one.header);
    const Table table = ParseTable(std::string("date,") + one.header +
                                   ",513500.SH 收盘价\n2025-01-02,1.5,1.8\n2025-01-03,1.6,1.9\n");
    CHECK(At(table, one.header).fund == one.fund);
    CHECK(At(table, one.header).role == one.role);
    CHECK(At(table, "513500.SH 收盘价").role == Role::kPrice);
  }
}

TEST_CASE("wide: changes are not levels, and a table with a price column is not wide") {
  const Table changes =
      ParseTable("date,513100,513500\n2025-01-02,-0.26,0.1\n2025-01-03,1.6,1.9\n", "nav_pct.csv");
  CHECK(At(changes, "513100").role == Role::kOther);
  const Table one = ParseTable("date,close,513100,513500\n2025-01-02,1,2,3\n", "etf_nav.csv");
  CHECK(At(one, "513100").fund.empty());
}

TEST_CASE("wide: a single column can still be corrected") {
  Table table = ParseTable("date,SPY,QQQ,USD\n2025-01-02,1.5,1.8,7.1\n", "etf_price.csv");
  Corrections corrections;
  corrections.roles["USD"] = Role::kFx;
  table.meanings = RecogniseTable(table, corrections);
  CHECK(At(table, "USD").role == Role::kFx);
  CHECK(At(table, "USD").fund.empty());
  CHECK(At(table, "SPY").role == Role::kPrice);
}

TEST_CASE("tables side by side count as one while their days agree") {
  const std::string head = "A(513100),,,B(513500),,\n日期,收盘价,单位净值,日期,收盘价,单位净值\n";
  const Table same = ParseTable(head +
                                "2025-01-02,1.8,1.7,2025-01-02,2.8,2.7\n"
                                "2025-01-03,1.8,1.7,2025-01-03,2.8,2.7\n"
                                "2025-01-06,1.8,1.7,,,\n");
  CHECK(same.meanings[1].fund == "A(513100)");
  CHECK(same.meanings[4].fund == "B(513500)");
  CHECK(same.meanings[4].role == Role::kPrice);
  const Table other = ParseTable(head +
                                 "2025-01-02,1.8,1.7,2025-01-03,2.8,2.7\n"
                                 "2025-01-03,1.8,1.7,2025-01-06,2.8,2.7\n");
  CHECK(other.meanings[1].role == Role::kPrice);
  CHECK(other.meanings[4].role == Role::kOther);
  CHECK(other.meanings[4].fund.empty());
  const Table unnamed = ParseTable(
      "日期,513100收盘价,513100净值,日期,513500收盘价,513500净值\n"
      "2025-01-02,1.8,1.7,2025-01-03,2.8,2.7\n2025-01-03,1.8,1.7,2025-01-06,2.8,2.7\n");
  CHECK(unnamed.meanings[1].fund == "513100");
  CHECK(unnamed.meanings[4].fund.empty());
}

TEST_CASE("a list of funds by code is not wide") {
  const Table table =
      ParseTable("代码,日期,规模,增长\n513100,2025-01-03,1.2,0.1\n513500,2025-01-03,1.1,0.2\n",
                 "fund_etf_spot.csv");
  CHECK(table.meanings[2].role == Role::kOther);
  CHECK(table.meanings[2].fund.empty());
}

}  // namespace
}  // namespace premiumlens
