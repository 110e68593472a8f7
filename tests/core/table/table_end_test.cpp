#include "core/table/table_end.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

// Every table of a text.
std::vector<Table> TablesOf(std::string text) {
  std::vector<Table> tables;
  std::int64_t row = 1;
  for (;;) {
    Parser parser("", row);
    parser.Append(text);
    while (!parser.Step()) {
    }
    tables.push_back(parser.Finish());
    const std::optional<Parser::Rest> rest = parser.TakeRest();
    if (!rest) return tables;
    text = rest->text;
    row = rest->first_row;
  }
}

const std::string kPrices =
    "日期,收盘价,成交量\n2025-01-03,1.532,120000\n2025-01-06,1.541,118000\n";
const std::string kNavs = "净值日期,单位净值\n2025-01-03,1.5012\n2025-01-06,1.5103\n";

TEST_CASE("table end: prices, then NAVs") {
  for (const std::string between :
       {"", "\n", "\n\n\n", "159941 净值\n", "\n159941 净值\n", "\n净值表\n\n", ",,\n"}) {
    CAPTURE(between);
    const std::vector<Table> tables = TablesOf(std::string(kPrices).append(between).append(kNavs));
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].rows == 2);
    CHECK(tables[0].columns.size() == 3);
    CHECK(tables[1].rows == 2);
    REQUIRE(tables[1].columns.size() == 2);
    CHECK(tables[1].columns[1].name == "单位净值");
    CHECK(tables[0].rejected.count == 0);
    CHECK(tables[1].rejected.count == 0);
  }
}

TEST_CASE("table end: rows keep the numbers of the source") {
  const std::vector<Table> tables =
      TablesOf(kPrices + "\n159941 净值\n" + kNavs + "2025-01-07,abc\n");
  REQUIRE(tables.size() == 2);
  CHECK(tables[1].source_rows == std::vector<std::int64_t>{7, 8, 9});
  CHECK(tables[1].title == "159941 净值");
  REQUIRE(tables[1].rejected.count == 1);
  CHECK(tables[1].rejected.listed[0].row == 9);
}

TEST_CASE("table end: three tables, other separators, footers between") {
  const std::string tabs =
      "时间\t现价\tIOPV\n2025-01-06 09:31\t1.5\t1.4\n2025-01-06 09:32\t1.5\t1.4\n";
  const std::vector<Table> tables =
      TablesOf(kPrices + "数据来源:通达信\n\n" + tabs + "\n\n" + kNavs);
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].rows == 2);
  CHECK(tables[1].columns.size() == 3);
  CHECK(tables[1].rows == 2);
  CHECK(tables[2].rows == 2);
}

TEST_CASE("table end: a wide table below a long one") {
  const std::vector<Table> tables = TablesOf(
      "代码,日期,收盘价\n513100,2025-01-03,1.5\n159941,2025-01-03,1.2\n\n"
      "净值日期,513100,159941\n2025-01-03,1.4,1.1\n2025-01-06,1.4,1.1\n");
  REQUIRE(tables.size() == 2);
  CHECK(tables[1].columns.size() == 3);
}

TEST_CASE("table end: the same header again") {
  // Below nothing, or below the same title, it is the same table.
  CHECK(TablesOf(kPrices + "\n" + kPrices).size() == 1);
  CHECK(TablesOf("513100 日线\n" + kPrices + "\n513100 日线\n" + kPrices).size() == 1);
  CHECK(TablesOf("513100 日线\n" + kPrices + "\n159941 日线\n" + kPrices).size() == 2);
}

TEST_CASE("table end: what is no other table") {
  const std::string twice = "2025-01-07,1.5,1\n";
  CHECK(TablesOf(kPrices + "\n" + twice).size() == 1);
  CHECK(TablesOf(kPrices + "合计,2,3\n" + twice).size() == 1);
  CHECK(TablesOf(kPrices + "\n说明: 价格, 净值见公告\n" + twice).size() == 1);
  CHECK(TablesOf(kPrices + "\n净值日期,单位净值\n").size() == 1);  // no row below it
  CHECK(TablesOf(",513100,159941\n日期,收盘价,收盘价\n2025-01-03,1,2\n2025-01-06,1,2\n").size() ==
        1);
}

TEST_CASE("table end: far down a long table") {
  std::string text = "日期,时间,收盘价,成交量\n";
  for (int i = 0; i < 20000; ++i) text += "2025-01-03,09:31,1.532,120000\n";
  for (const std::string between : {"", "\n", "净值\n"}) {
    const std::vector<Table> tables =
        TablesOf(std::string(text).append(between).append(kNavs).append("\n").append(kPrices));
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].rows == 20000);
    CHECK(tables[0].rejected.count == 0);
    CHECK(tables[1].rows == 2);
    CHECK(tables[1].source_rows[0] == 20003 + (between.empty() ? 0 : 1));
    CHECK(tables[2].rows == 2);
  }
}

TEST_CASE("table end: behind very many blank lines") {
  const std::string blanks(300000, '\n');
  const std::vector<Table> tables =
      TablesOf(kPrices + blanks + "2025-01-07,1.6,1\n" + blanks + kNavs);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].rows == 3);
  CHECK(tables[1].source_rows[0] == 600006);
}

TEST_CASE("table end: a parser may be told to take all") {
  Parser parser("");
  parser.TakeAll();
  parser.Append(kPrices + kNavs);
  while (!parser.Step()) {
  }
  CHECK(parser.Finish().rows >= 4);
  CHECK_FALSE(parser.TakeRest());
}

TEST_CASE("table end: what is no table by itself is read with the rest") {
  const std::vector<Table> tables = TablesOf("代码,名称\n起始日期,2025-01-01\n\n" + kPrices);
  CHECK(tables.back().rows >= 2);
}

}  // namespace
}  // namespace premiumlens
