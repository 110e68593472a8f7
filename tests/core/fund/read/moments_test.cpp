#include "core/fund/read/moments.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <catch2/catch.hpp>
#include <set>

#include "core/fund/read/shape.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

RowOrder Order(const Table& table, const std::vector<Moment>& moments) {
  return OrderRows(table, moments, AllRows(table));
}

TEST_CASE("moments: day and time in one number, before 1970 as well") {
  CHECK(DayOf(kSecondsADay * 3 + 5) == 3);
  CHECK(SecondsOf(kSecondsADay * 3 + 5) == 5);
  CHECK(DayOf(-1) == -1);
  CHECK(SecondsOf(-1) == kSecondsADay - 1);
  CHECK(DayOf(kNoMoment) == kMissingDate);
}

TEST_CASE("rows: newest first is put in order and said, the first of a repeated day counts") {
  const Table table = ParseTable(
      "日期,收盘价,单位净值\n2025-01-06,1.3,1.2\n2025-01-03,1.2,1.2\n2025-01-03,9.9,1.2\n"
      "2025-01-02,1.1,1.2\n");
  const RowOrder order = Order(table, MomentsOf(table));
  CHECK(order.rows == std::vector<std::uint32_t>{3, 1, 0});
  CHECK(order.moved == 2);  // the two in the middle stay where they are
  REQUIRE(order.rejected.count == 1);
  CHECK(order.rejected.listed[0].code == Code::duplicate_date);
  CHECK(order.rejected.listed[0].row == 4);
  CHECK(order.rejected.listed[0].text == "2025-01-03");
  CHECK(order.rejected.listed[0].column == "日期");
}

TEST_CASE("rows: a row without a day is listed once") {
  const Table table = ParseTable(
      "日期,收盘价,单位净值\n2025-01-02,1.1,1.2\n,1.2,1.2\n2025-02-30,1.2,1.2\n2025-01-03,1.2,1."
      "2\n");
  const RowOrder order = Order(table, MomentsOf(table));
  CHECK(order.rows == std::vector<std::uint32_t>{0, 3});
  REQUIRE(order.rejected.count == 1);
  CHECK(order.rejected.listed[0].code == Code::date_missing);
  CHECK(order.rejected.listed[0].row == 3);
  CHECK(table.rejected.count == 1);  // the day that does not exist, by the parser
}

TEST_CASE("rows: any order comes out ascending and stable") {
  boost::random::mt19937 engine(7);
  Table table;
  table.rows = 5000;
  std::vector<Moment> moments;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < table.rows; ++i) {
    table.source_rows.push_back(i + 2);
    const int day = boost::random::uniform_int_distribution<int>(-3000, 20000)(engine);
    const int second = boost::random::uniform_int_distribution<int>(0, 86399)(engine);
    moments.push_back(Moment{day} * kSecondsADay + (i % 2 == 0 ? second : 0));
    rows.push_back(i);
  }
  const RowOrder order = OrderRows(table, moments, rows);
  const std::set<Moment> distinct(moments.begin(), moments.end());
  CHECK(order.moments == std::vector<Moment>(distinct.begin(), distinct.end()));
  CHECK(order.rejected.count == static_cast<std::int64_t>(table.rows - distinct.size()));
  for (std::size_t i = 0; i < order.rows.size(); ++i) {
    CHECK(moments[order.rows[i]] == order.moments[i]);
    for (std::uint32_t k = 0; i < 50 && k < order.rows[i]; ++k) {
      CHECK(moments[k] != order.moments[i]);  // the first row of a moment counts
    }
  }
}

TEST_CASE("shape: a panel has a fund on two days, a cross-section does not") {
  const auto is_panel = [](const char* text) {
    const Table table = ParseTable(text);
    return IsPanel(FundsOf(table), MomentsOf(table));
  };
  CHECK(
      is_panel("代码,日期,现价,净值\n513100,2025-01-02,1.1,1\n513500,2025-01-02,1.1,1\n"
               "513100,2025-01-03,1.1,1\n"));
  CHECK_FALSE(
      is_panel("代码,净值日期,现价,净值\n513100,2025-01-02,1.1,1\n513500,2025-01-03,1.1,1\n"
               "513100,2025-01-02,1.1,1\n"));
  CHECK_FALSE(is_panel("代码,现价,净值\n513100,1.1,1\n513500,1.1,1\n"));
}

TEST_CASE("shape: two rows a day on average make a day's minutes") {
  const auto at = [](Date day, int second) { return Moment{day} * kSecondsADay + second; };
  CHECK(IsIntraday({at(1, 100), at(1, 200)}));
  CHECK_FALSE(IsIntraday({at(1, 100), at(1, 200), at(2, 100)}));
  CHECK_FALSE(IsIntraday({at(1, 0)}));
  CHECK_FALSE(IsIntraday({}));
}

TEST_CASE("funds: codes in several forms are one fund") {
  const Table table = ParseTable("代码,现价,净值\n513100,1.1,1\nSH513100,1.1,1\n513500.SH,1.1,1\n");
  const Funds funds = FundsOf(table);
  CHECK(funds.codes == std::vector<std::string>{"513100", "513500"});
  CHECK(AllRows(table) == std::vector<std::uint32_t>{0, 1, 2});
}

}  // namespace
}  // namespace premiumlens
