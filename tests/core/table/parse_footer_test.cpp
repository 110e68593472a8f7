// Rows among the data that are none: footers, and headers that come again.

#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/table/parse.h"

using namespace premiumlens;

namespace {

const Column& At(const Table& table, std::string_view name) {
  const auto column = FindColumn(table, name);
  REQUIRE(column);
  return table.columns[*column];
}

}  // namespace

TEST_CASE("a footer is told as one, whatever it says") {
  const char* const body = "日期,收盘,净值\n2025-01-03,1.8,1.7\n2025-01-06,1.9,1.8\n";
  for (const char* footer : {"数据来源：通达信\n", "Source: Wind\n", "合计,3.7,3.5\n",
                             "注：溢价率=现价/净值-1,仅供参考\n", "以上数据仅供参考,,\n",
                             "\n\n#数据来源:通达信\n", "更新时间：,,\n"}) {
    INFO(footer);
    const Table table = ParseTable(std::string(body) + footer);
    CHECK(table.rows == 2);
    REQUIRE(table.rejected.count == 1);
    CHECK(table.rejected.listed[0].code == Code::footer);
    CHECK(table.rejected.listed[0].column.empty());
    CHECK(At(table, "收盘").numbers == std::vector<double>{1.8, 1.9});
  }
}

TEST_CASE("several footers, in the order of the source") {
  const Table table = ParseTable(
      "代码,名称,现价,溢价率\n513100,纳指ETF,1.8,3%\n513500,标普500,1.9,2%\n"
      "合计,,3.7,\n\n数据来源：集思录\n注：仅供参考,,,\n");
  CHECK(table.rows == 2);
  REQUIRE(table.rejected.count == 3);
  const std::int64_t rows[] = {4, 6, 7};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(table.rejected.listed[i].code == Code::footer);
    CHECK(table.rejected.listed[i].row == rows[i]);
  }
  // Nothing of them is left behind.
  CHECK(At(table, "代码").words == std::vector<std::string>{"513100", "513500"});
  CHECK(table.meanings[0].role == Role::kCode);
}

TEST_CASE("a last row with little in it is data") {
  const char* const body = "代码,名称,现价,溢价率\n513100,纳指ETF,1.8,3%\n513500,标普500,1.9,2%\n";
  for (const char* last : {"159941,纳指科技,--,--\n", "159941,,,\n", "159941,纳指: 新,1,\n"}) {
    INFO(last);
    const Table table = ParseTable(std::string(body) + last);
    CHECK(table.rows == 3);
    CHECK(table.rejected.count == 0);
  }
  const Table history =
      ParseTable("日期,收盘,净值\n2025-01-03,1.8,1.7\n2025-01-06,1.9,1.8\n今日盘中,1.9,1.8\n");
  CHECK(history.rows == 3);
  REQUIRE(history.rejected.count == 1);
  CHECK(history.rejected.listed[0].code == Code::not_a_date);
}

TEST_CASE("a header that comes again is passed over and counted, and a footer above it is one") {
  const Table table = ParseTable(
      "513100 纳指ETF\n日期,收盘,净值\n2025-01-03,1.8,1.7\n数据来源：某处\n"
      "513100 纳指ETF\n日期,收盘,净值 \n2025-01-06,1.9,1.8\n日期,收盘,净值\n");
  CHECK(table.rows == 2);
  CHECK(table.repeated_headers == 3);
  REQUIRE(table.rejected.count == 1);
  CHECK(table.rejected.listed[0].code == Code::footer);
  CHECK(table.rejected.listed[0].row == 4);
  CHECK(table.source_rows == std::vector<std::int64_t>{3, 7});
}
