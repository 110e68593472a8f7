#include "core/table/parse.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/base/missing.h"

using namespace premiumlens;

namespace {

Code CodeOf(const std::string& text) {
  try {
    ParseTable(text);
  } catch (const Failure& failure) {
    return failure.error().code;
  }
  return Code::internal;
}

const Column& At(const Table& table, std::string_view name) {
  const auto column = FindColumn(table, name);
  REQUIRE(column);
  return table.columns[*column];
}

std::string Iso(const Column& column, std::size_t row) { return FormatIso(column.dates[row]); }

TEST_CASE("parse: texts alone are a table under a known header only") {
  const Table facts = ParseTable("代码,申购状态\n513100,暂停申购\n159941,限大额\n");
  CHECK(facts.rows == 2);
  CHECK(facts.meanings[1].role == Role::kPurchaseStatus);
  CHECK(CodeOf("甲,乙\n子,丑\n寅,卯\n") == Code::not_a_table);
}

}  // namespace

TEST_CASE("a history with Chinese headers") {
  const Table table =
      ParseTable("日期,收盘价,单位净值\n2025-01-03,1.804,1.7445\n2025-01-06,1.81,1.75\n");
  REQUIRE(table.rows == 2);
  REQUIRE(table.columns.size() == 3);
  CHECK(Iso(At(table, "日期"), 0) == "2025-01-03");
  CHECK(At(table, "收盘价").numbers == std::vector<double>{1.804, 1.81});
  CHECK(table.meanings[0].role == Role::kDate);
  CHECK(table.meanings[1].role == Role::kPrice);
  CHECK(table.meanings[2].role == Role::kNav);
  CHECK(table.source_rows == std::vector<std::int64_t>{2, 3});
  CHECK(table.rejected.count == 0);
}

TEST_CASE("each layout reads as the same table") {
  struct Layout {
    const char* name;
    const char* text;
  };
  const Layout layouts[] = {
      {"comma", "date,close,nav\n2025-01-03,1.804,1.7445\n2025-01-06,1.81,1.75\n"},
      {"tab", "date\tclose\tnav\n2025-01-03\t1.804\t1.7445\n2025-01-06\t1.81\t1.75\n"},
      {"semicolon", "date;close;nav\n2025-01-03;1.804;1.7445\n2025-01-06;1.81;1.75\n"},
      {"bar", "date|close|nav\n2025-01-03|1.804|1.7445\n2025-01-06|1.81|1.75\n"},
      {"blanks", "date  close  nav\n2025-01-03  1.804 1.7445\n2025-01-06  1.81  1.75\n"},
      {"quotes",
       "\"date\",\"close\",\"nav\"\n\"2025-01-03\",\"1.804\",1.7445\n2025-01-06,1.81,1.75\n"},
      {"crlf", "date,close,nav\r\n2025-01-03,1.804,1.7445\r\n2025-01-06,1.81,1.75\r\n"},
      {"cr", "date,close,nav\r2025-01-03,1.804,1.7445\r2025-01-06,1.81,1.75"},
      {"bom",
       "\xEF\xBB\xBF"
       "date,close,nav\n2025-01-03,1.804,1.7445\n2025-01-06,1.81,1.75"},
      {"blank lines", "\ndate,close,nav\n\n2025-01-03,1.804,1.7445\n\n2025-01-06,1.81,1.75\n\n"},
      {"trailing tab",
       "date\tclose\tnav\t\n2025-01-03\t1.804\t1.7445\t\n2025-01-06\t1.81\t1.75\t\n"},
      {"title line",
       "513100 纳指ETF\ndate,close,nav\n2025-01-03,1.804,1.7445\n2025-01-06,1.81,1.75\n"}};
  for (const Layout& layout : layouts) {
    INFO(layout.name);
    const Table table = ParseTable(layout.text);
    REQUIRE(table.rows == 2);
    CHECK(Iso(At(table, "date"), 1) == "2025-01-06");
    CHECK(At(table, "close").numbers == std::vector<double>{1.804, 1.81});
    CHECK(At(table, "nav").numbers == std::vector<double>{1.7445, 1.75});
    CHECK(table.rejected.count == 0);
  }
}

TEST_CASE("rows keep the number they have in the source") {
  const Table table = ParseTable("标题\n\ndate,close,nav\n2025-01-03,1,1\n\n2025-01-06,x,1\n");
  CHECK(table.source_rows == std::vector<std::int64_t>{4, 6});
  REQUIRE(table.rejected.count == 1);
  CHECK(table.rejected.listed[0].row == 6);
  CHECK(table.rejected.listed[0].column == "close");
  CHECK(table.rejected.listed[0].text == "x");
  CHECK(table.rejected.listed[0].code == Code::not_a_number);
}

TEST_CASE("a refused cell costs only itself") {
  const std::string nul = std::string("1.8") + '\0' + "1";
  const Table table = ParseTable(
      "日期,收盘,净值\n2025-01-03,1.8,1.7\n2025-02-30,1.8,1.7\n2025-02-28,约1.8,1.7\n"
      "2025-03-03,停牌,1.7\n2025-03-04," +
      nul + ",1.7\n2025-03-05,1.8,1.7,多,余\n合计,,\n");
  REQUIRE(table.rows == 6);
  REQUIRE(table.rejected.count == 5);
  const Code codes[] = {Code::no_such_date, Code::not_a_number, Code::control_character,
                        Code::extra_cells, Code::footer};
  const std::int64_t rows[] = {3, 4, 6, 7, 8};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(table.rejected.listed[i].code == codes[i]);
    CHECK(table.rejected.listed[i].row == rows[i]);
  }
  CHECK(At(table, "净值").numbers == std::vector<double>(6, 1.7));
  CHECK(At(table, "日期").dates[1] == kMissingDate);
}

TEST_CASE("bad input is refused with its reason") {
  CHECK(CodeOf("") == Code::empty_input);
  CHECK(CodeOf(" \n\t\n\xE3\x80\x80") == Code::empty_input);
  CHECK(CodeOf("PK\x03\x04rest") == Code::spreadsheet_input);
  CHECK(CodeOf("%PDF-1.4\n1 0 obj << /Length 44 >>\n2 0 obj << /Length 45 >>\n") ==
        Code::binary_input);
  CHECK(CodeOf("\xEF\xBF\xBDPNG\r\n\x1A\nxx") == Code::binary_input);
  CHECK(CodeOf(std::string(1000, '\0')) == Code::binary_input);
  CHECK(CodeOf("今天纳指ETF的溢价很高，值得警惕。\n大家怎么看？\n") == Code::not_a_table);
  CHECK(CodeOf("The premium is high, isn't it?\nI think so, too.\n") == Code::not_a_table);
  CHECK(CodeOf("just one line of prose") == Code::not_a_table);
  CHECK(CodeOf("日期,收盘价,净值\n") == Code::no_rows);
  CHECK(CodeOf("date,close,nav") == Code::no_rows);
  CHECK(CodeOf(std::string(5'000'000, '7')) == Code::line_too_long);
  CHECK(CodeOf("a,b\n1,2\n" + std::string(2'000'000, ',') + "\n") == Code::line_too_long);
}

TEST_CASE("a refusal names its row") {
  try {
    ParseTable("\n\n日期,收盘价\n");
    FAIL("accepted");
  } catch (const Failure& failure) {
    CHECK(failure.error().code == Code::no_rows);
    CHECK(failure.error().row == 3);
  }
}

TEST_CASE("quotation marks") {
  const Table table = ParseTable(
      "名称,收盘,净值\n\"A \"\"B\"\", C\",\"1,804.5\",1.7\n\"two\nlines\",2,1\nplain \"x\",3,1\n");
  REQUIRE(table.rows == 3);
  CHECK(CellText(At(table, "名称"), 0) == "A \"B\", C");
  CHECK(CellText(At(table, "名称"), 1) == "two\nlines");
  CHECK(CellText(At(table, "名称"), 2) == "plain \"x\"");
  CHECK(At(table, "收盘").numbers[0] == 1804.5);
  CHECK(table.source_rows == std::vector<std::int64_t>{2, 3, 5});
}

TEST_CASE("a quotation mark that is never closed costs one line") {
  const Table table =
      ParseTable("date,close,nav\n2025-01-03,1,1\n\"2025-01-06,1,1\n2025-01-07,1,1\n");
  CHECK(table.rows >= 2);
  CHECK(Iso(At(table, "date"), table.rows - 1) == "2025-01-07");
  bool told = false;
  for (const Rejection& rejection : table.rejected.listed) {
    told = told || (rejection.code == Code::open_quote && rejection.row == 3);
  }
  CHECK(told);
}

TEST_CASE("a column empty at first is typed by what comes later") {
  std::string text = "date,close,later\n";
  for (int i = 0; i < 3000; ++i) {
    text += FormatIso(10000 + i) + ",1.5," + (i < 1500 ? "" : "7.25") + "\n";
  }
  const Table table = ParseTable(text);
  const Column& later = At(table, "later");
  REQUIRE(later.type == ColumnType::kNumber);
  CHECK(IsMissing(later.numbers[0]));
  CHECK(later.numbers[2999] == 7.25);
}

TEST_CASE("a header separated otherwise than its rows") {
  const Table table = ParseTable(
      "513050 中概互联网ETF 日线 不复权\n      日期\t    开盘\t    最高\t    最低\t    收盘\t    "
      "成交量\t    "
      "成交额\n2017/01/18,0.989,0.989,0.969,0.977,34560460,33817948.00\n"
      "2017/01/19,0.978,0.990,0.978,0.989,25771600,25425534.00\n数据来源:通达信\n");
  CHECK(table.rows == 2);
  CHECK(At(table, "收盘").numbers == std::vector<double>{0.977, 0.989});
  CHECK(table.meanings[1].role == Role::kOpen);
  CHECK(table.meanings[4].role == Role::kPrice);
  CHECK(table.source_rows == std::vector<std::int64_t>{3, 4});
}

TEST_CASE("cells as text are written as people write numbers") {
  const Table table =
      ParseTable("date,close,volume\n2025-01-03,0.977,34560460\n2025-01-06,1e-7,1.5e22\n");
  CHECK(CellText(At(table, "close"), 0) == "0.977");
  CHECK(CellText(At(table, "volume"), 0) == "34560460");
  CHECK(CellText(At(table, "close"), 1) == "0.0000001");
  CHECK(CellText(At(table, "volume"), 1) == "1.5e+22");
}

TEST_CASE("codes keep their leading zeros") {
  const Table table =
      ParseTable("index_key,date,close\n000300,2025-01-03,1.5\nSPY,2025-01-06,1.5\n");
  CHECK(CellText(At(table, "index_key"), 0) == "000300");
  CHECK(CellText(At(table, "index_key"), 1) == "SPY");
  CHECK(table.rejected.count == 0);
}

TEST_CASE("a column mistyped by its sample is read again as text") {
  std::string text = "date,close,note\n";
  for (int i = 0; i < 20000; ++i) {
    text += FormatIso(10000 + i) + ",1.5," + (i < 300 || i % 1000 < 10 ? "7" : "word") + "\n";
  }
  const Table table = ParseTable(text);
  CHECK(At(table, "note").type == ColumnType::kText);
  CHECK(table.rejected.count == 0);
}

TEST_CASE("no split of the text into pieces changes the table") {
  const std::string text =
      "日期,收盘价,净值,成交额\n2025-01-03,1.804,1.7445,1.2亿\n2025/1/6,1.81,x,3,500\n";
  const Table whole = ParseTable(text);
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    Parser parser("");
    parser.Append(text.substr(0, cut));
    parser.Append(text.substr(cut));
    while (!parser.Step()) {
    }
    const Table table = parser.Finish();
    REQUIRE(table.rows == whole.rows);
    REQUIRE(table.rejected.count == whole.rejected.count);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      for (std::size_t row = 0; row < table.rows; ++row) {
        REQUIRE(CellText(table.columns[i], row) == CellText(whole.columns[i], row));
      }
    }
  }
}

TEST_CASE("seeded random tables come back as written") {
  std::mt19937 random(7);
  const char delimiters[] = {',', '\t', ';', '|'};
  for (int round = 0; round < 60; ++round) {
    const char delimiter = delimiters[random() % 4];
    const std::size_t rows = 2 + random() % 400;
    std::vector<double> prices;
    std::vector<Date> dates;
    std::string text = std::string("date") + delimiter + "close" + delimiter + "name\n";
    for (std::size_t i = 0; i < rows; ++i) {
      dates.push_back(static_cast<Date>(random() % 25000));
      const bool missing = random() % 10 == 0;
      prices.push_back(missing ? kMissing : (1 + static_cast<double>(random() % 100000)) / 1000);
      char price[32];
      std::snprintf(price, sizeof price, "%.3f", prices.back());
      text += FormatIso(dates.back()) + delimiter + (missing ? "--" : price) + delimiter +
              (random() % 3 == 0 ? "\"A" + std::string(1, delimiter) + "B\"" : "纳指ETF") + "\n";
    }
    const Table table = ParseTable(text);
    REQUIRE(table.rows == rows);
    CHECK(table.rejected.count == 0);
    CHECK(At(table, "date").dates == dates);
    for (std::size_t i = 0; i < rows; ++i) {
      const double x = At(table, "close").numbers[i];
      REQUIRE((x == prices[i] || (IsMissing(x) && IsMissing(prices[i]))));
    }
  }
}

TEST_CASE("many refusals are counted, the first thousand listed") {
  std::string text = "date,close,nav\n2025-01-03,1,1\n";
  for (int i = 0; i < 1500; ++i) text += "2025-01-03,bad,1\n";
  const Table table = ParseTable(text);
  CHECK(table.rejected.count == 1500);
  CHECK(table.rejected.listed.size() == Rejections::kListed);
  CHECK(table.rows == 1501);
}

TEST_CASE("of two units in a column the rarer one is refused") {
  const Table percents = ParseTable(
      "日期,收盘,净值,溢价率\n2025-01-03,1,1,3.41%\n2025-01-06,x,1,0.0341\n"
      "2025-01-07,1,1,\"2.5%\"\n2025-01-08,1,1,0\n2025-01-09,1,1,0.02\n2025-01-10,1,1,1%\n");
  const Column& column = At(percents, "溢价率");
  CHECK(column.percent_cells == 3);
  CHECK(column.numbers[0] == 3.41);
  CHECK(IsMissing(column.numbers[1]));
  CHECK(column.numbers[3] == 0);
  CHECK(IsMissing(column.numbers[4]));
  REQUIRE(percents.rejected.count == 3);
  CHECK(percents.rejected.listed[0].code == Code::not_a_number);
  CHECK(percents.rejected.listed[1].code == Code::unit_differs);
  CHECK(percents.rejected.listed[1].row == 3);
  CHECK(percents.rejected.listed[1].column == "溢价率");
  CHECK(percents.rejected.listed[1].text == "0.0341");
  CHECK(percents.rejected.listed[2].row == 6);

  const Table plain = ParseTable(
      "日期,收盘,净值,溢价率\n2025-01-03,1,1,0.03\n2025-01-06,1,1,0.0341\n2025-01-07,1,1,2.5%\n");
  CHECK(At(plain, "溢价率").percent_cells == 0);
  CHECK(IsMissing(At(plain, "溢价率").numbers[2]));
  REQUIRE(plain.rejected.count == 1);
  CHECK(plain.rejected.listed[0].text == "2.5%");

  const Table named =
      ParseTable("日期,收盘,净值,溢价率(%)\n2025-01-03,1,1,3.4\n2025-01-06,1,1,3.4%\n");
  CHECK(named.rejected.count == 0);

  // As a feed of purchase fees writes them.
  const Table zeros = ParseTable(
      "日期,收盘,净值,费率\n2025-01-03,1,1,0%\n2025-01-06,1,1,0.13\n2025-01-07,1,1,0%\n");
  CHECK(zeros.rejected.count == 0);
  CHECK(zeros.meanings[3].unit == Unit::kPercent);
}

TEST_CASE("a damaged text is kept and told, each time") {
  const Table table = ParseTable(
      "日期,收盘,名称\n2025-01-03,1,纳\xEF\xBF\xBD"
      "ETF\n2025-01-06,1,纳指\n"
      "2025-01-07,1,纳\xEF\xBF\xBD"
      "ETF\n");
  CHECK(table.rows == 3);
  CHECK(CellText(At(table, "名称"), 0) ==
        "纳\xEF\xBF\xBD"
        "ETF");
  REQUIRE(table.rejected.count == 2);
  CHECK(table.rejected.listed[1].code == Code::damaged_text);
  CHECK(table.rejected.listed[1].row == 4);
  CHECK(table.rejected.listed[1].column == "名称");
}

TEST_CASE("a quoted cell with marks and line ends is one cell") {
  const Table table = ParseTable(
      "名称,收盘,净值\n\"a \"\"b\nc\",1.5,1.2\n\"1.5\" x,\"2.5\",\"1,234.5\"\nz,\"3\"\n");
  REQUIRE(table.rows == 3);
  CHECK(CellText(At(table, "名称"), 0) == "a \"b\nc");
  CHECK(CellText(At(table, "名称"), 1) == "1.5 x");
  CHECK(At(table, "收盘").numbers == std::vector<double>{1.5, 2.5, 3});
  CHECK(At(table, "净值").numbers[1] == 1234.5);
  CHECK(table.source_rows == std::vector<std::int64_t>{2, 4, 5});
}

TEST_CASE("days with times, and days without separators, on every path") {
  const Table table = ParseTable(
      "日期,收盘,净值\n2025-01-31 09:31,1,1\n2025/02/28T15:00:00,1,1\n20240229,1,1\n"
      "2025-02-29,1,1\n2025-01-31 09:31:07.5,1,1\n2025-1-3,1,1\n2025-01-03 24:61,1,1\n");
  const Column& dates = At(table, "日期");
  CHECK(CellText(dates, 0) == "2025-01-31 09:31:00");
  CHECK(CellText(dates, 1) == "2025-02-28 15:00:00");
  CHECK(CellText(dates, 2) == "2024-02-29");
  CHECK(CellText(dates, 3) == "");
  CHECK(CellText(dates, 4) == "2025-01-31 09:31:07");
  CHECK(CellText(dates, 5) == "2025-01-03");
  REQUIRE(table.rejected.count == 2);
  CHECK(table.rejected.listed[0].code == Code::no_such_date);
  CHECK(table.rejected.listed[1].code == Code::not_a_date);
}
