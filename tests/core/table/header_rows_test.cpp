#include "core/table/header_rows.h"

#include <string>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/table/parse.h"

using namespace premiumlens;

namespace {

std::vector<std::string> NamesOf(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("several header rows are joined, the first column takes the lowest") {
  const Table table = ParseTable(
      "Price,Close,Close,Volume\nTicker,SPY,QQQ,SPY\nDate,,,\n2025-01-02,584.6,510.2,100\n"
      "2025-01-03,591.9,518.5,200\n");
  CHECK(NamesOf(table) == Names{"Date", "Close / SPY", "Close / QQQ", "Volume / SPY"});
  CHECK(table.rows == 2);
  CHECK(table.source_rows[0] == 4);
  CHECK(table.rejected.count == 0);
}

TEST_CASE("a merged cell holds for the empty ones beside it, but not the lowest row's") {
  const Table table = ParseTable(
      "两只基金,,,,\n,513100,,159941,\n日期,收盘价,净值,收盘价,\n,元,元,元,元\n"
      "2025-01-02,1.8,1.7,1.1,1.0\n2025-01-03,1.8,1.7,1.1,1.0\n");
  CHECK(NamesOf(table) == Names{"日期", "513100 / 收盘价 (元)", "513100 / 净值 (元)",
                                "159941 / 收盘价 (元)", "159941 / 收盘价 (元) (2)"});
  CHECK(table.title == "两只基金");
}

TEST_CASE("a cell repeated by a merge over rows or the whole width says it once") {
  const Table table = ParseTable(
      "净值表,净值表,净值表\n日期,513100,513100\n日期,收盘价,净值\n2025-01-02,1.8,1.7\n"
      "2025-01-03,1.8,1.7\n");
  CHECK(table.title == "净值表");
  CHECK(NamesOf(table) == Names{"日期", "513100 / 收盘价", "513100 / 净值"});
}

TEST_CASE("a row of text below the header is data, refused cell by cell") {
  const Table table = ParseTable("date,close\nabc,xyz\n2025-01-03,1.8\n2025-01-06,1.9\n");
  CHECK(NamesOf(table) == Names{"date", "close"});
  CHECK(table.rows == 2);
  CHECK(table.rejected.count == 2);
  CHECK(table.rejected.listed[0].row == 2);
}

TEST_CASE("codes and days can head columns of numbers") {
  const Table codes = ParseTable("date,000300,513100\n2025-01-03,4.68,2.67\n");
  CHECK(NamesOf(codes) == Names{"date", "000300", "513100"});
  const Table days = ParseTable(
      "代码,名称,单位净值,单位净值\n,,2025-01-02,2025-01-03\n513100,纳指ETF,1.4,1.5\n"
      "159941,广发,1.0,1.1\n");
  CHECK(NamesOf(days) == Names{"代码", "名称", "单位净值 [2025-01-02]", "单位净值 [2025-01-03]"});
  CHECK(days.rows == 2);
}

TEST_CASE("a table without a header keeps its first row") {
  const Table table = ParseTable("513100,申购,1.804\n159941,申购,1.1\n");
  CHECK(table.rows == 2);
  CHECK(NamesOf(table) == Names{"#1", "#2", "#3"});
  const Table gaps = ParseTable("--,1.2\n1.8,1.7\n1.9,1.8\n");
  CHECK(gaps.rows == 3);
}

TEST_CASE("the lines above the header are the title") {
  const Table table = ParseTable(
      "513100 纳指ETF\n前复权\n\n      日期\t    收盘\n2025/01/03,1.8\n2025/01/06,1.9\n");
  CHECK(table.title == "513100 纳指ETF 前复权");
  CHECK(NamesOf(table) == Names{"日期", "收盘"});
  CHECK(table.source_rows[0] == 5);
}

TEST_CASE("a header a cell short is fitted to its rows") {
  const Table index = ParseTable("净值日期 单位净值\n0 2025-01-02 1.7\n1 2025-01-03 1.8\n");
  CHECK(NamesOf(index) == Names{"#1", "净值日期", "单位净值"});
  const Table moment = ParseTable("时间 价格\n2025-01-03 09:31 1.7\n2025-01-03 09:32 1.8\n");
  CHECK(NamesOf(moment) == Names{"时间", "#2", "价格"});
  const Table weekday = ParseTable("时间,收盘\n2025-01-02,四,1.7\n2025-01-03,五,1.8\n");
  CHECK(NamesOf(weekday) == Names{"时间", "#2", "收盘"});
}

TEST_CASE("columns without a header and without a cell are none") {
  const Table table = ParseTable("日期,收盘,\n2025-01-02,1.7,\n2025-01-03,1.8,\n");
  CHECK(NamesOf(table) == Names{"日期", "收盘"});
}

TEST_CASE("bad texts are refused with their code and row") {
  struct Row {
    std::string text;
    Code code;
    std::int64_t row;
  };
  std::string wide = "日期,收盘\n";
  for (int i = 0; i < 3; ++i) wide += std::string(1200, ',') + "\n";
  const Row rows[] = {
      {"标题一行\n", Code::not_a_table, 1},
      {"标题一行\n又一行\n", Code::not_a_table, 1},
      {"日期,收盘,净值\n", Code::no_rows, 1},
      {"标题\n\n日期,收盘,净值\n,(元),(元)\n\n", Code::no_rows, 4},
      {"标题\n日期,收盘,净值\n数据来源：某处\n", Code::no_rows, 2},
      {"日期，收盘，净值\n", Code::no_rows, 1},
      {"日期  收盘  净值\n", Code::no_rows, 1},
      {"| 代码 | 净值 |\n|---|---|\n", Code::no_rows, 1},
      {wide, Code::too_many_columns, 1},
      {"日期,收盘\n2025-01-02," + std::string(1'000'001, '1') + "\n", Code::line_too_long, 2}};
  for (const Row& row : rows) {
    INFO(row.text.substr(0, 60));
    try {
      ParseTable(row.text);
      FAIL("read as a table");
    } catch (const Failure& failure) {
      CHECK(Info(failure.error().code).name == Info(row.code).name);
      CHECK(failure.error().row == row.row);
    }
  }
}

TEST_CASE("two hundred columns are read; a second delimiter refuses its rows") {
  std::string text = "date";
  for (int i = 0; i < 200; ++i) text += ",c" + std::to_string(i);
  for (int row = 0; row < 3; ++row) {
    text += "\n2025-01-0" + std::to_string(row + 1);
    for (int i = 0; i < 200; ++i) text += "," + std::to_string(i + row) + ".5";
  }
  const Table wide = ParseTable(text);
  CHECK(wide.columns.size() == 201);
  CHECK(wide.columns[200].numbers[2] == 201.5);
  const Table mixed = ParseTable(
      "日期,收盘,净值\n2025-01-02,1.8,1.7\n2025-01-03,1.8,1.7\n2025-01-06,1.9,1.8\n"
      "2025-01-07;1.8;1.7\n");
  CHECK(mixed.rejected.count == 1);
  CHECK(mixed.rejected.listed[0].row == 5);
}
