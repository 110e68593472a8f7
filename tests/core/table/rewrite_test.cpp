#include "core/table/rewrite.h"

#include <string>

#include <catch2/catch.hpp>

using namespace premiumlens;

namespace {

std::string Rewritten(const std::string& text) { return RewriteCells(text).value_or(text); }

}  // namespace

TEST_CASE("what a plain character separates stays as it is") {
  for (const char* text :
       {"日期,收盘\n2025-01-02,1.8\n", "a\tb，c\n1\t2\n", "1.8 1.7\n1.9 1.8\n",
        "说明 共 三行\n日期 收盘 净值\n2025-01-02 1.8 1.7\n2025-01-03 1.8 1.7\n",
        "date;close\n2025-01-02;1.812\n", "date;n\n2025-01-02;1,234\n2025-01-03;5,678\n",
        "名称,说明\n甲,\"一，二，三\"\n乙,\"四，五，六\"\n", "a,b\n=1,2\n"}) {
    CHECK(Rewritten(text) == text);
  }
}

TEST_CASE("a document in which tables stand is no table of blanks") {
  const std::string text =
      "## 行情\n\n接口：spot\n\n| 代码 | 净值 |\n|---|---|\n| a | b |\n\n说明：无\n\n示例\n\n```\n"
      "   代码   净值\n0  513100  1.8\n```\n\n历史\n\n接口：hist\n\n限量：全部\n";
  CHECK(Rewritten(text) == text);
}

TEST_CASE("full-width marks become plain ones") {
  CHECK(Rewritten("日期，收盘\n2025-01-02，1,804\n") == "日期\t收盘\n2025-01-02\t1,804\n");
  CHECK(Rewritten("a；b\n1；2\n") == "a\tb\n1\t2\n");
  CHECK(Rewritten("1.8，1.7\n1.9,1.8\n2.0，1.9\n") == "1.8,1.7\n1.9,1.8\n2.0,1.9\n");
}

TEST_CASE("drawn tables lose their lines, not their rows") {
  CHECK(Rewritten("| 代码 | 净值 |\n|:--|--:|\n| 513100 | 1.7 |\n| a,b | - |\n") ==
        " 代码 \t 净值 \n\n 513100 \t 1.7 \n a,b \t - \n");
}

TEST_CASE("texts protected as formulas are plain") {
  CHECK(Rewritten("a\tb\n=\"513100\"\t1.8\n=\"159941\"\t\n") == "a\tb\n513100\t1.8\n159941\t\n");
  // One that is never closed stays.
  CHECK(Rewritten("a\tb\n=\"513100\t1.8\n") == "a\tb\n=\"513100\t1.8\n");
}

TEST_CASE("commas between digits are decimal points, if not all of them can be thousands") {
  CHECK(Rewritten("date;close\n2025-01-02;1,8\n2025-01-03;1.234,56\n") ==
        "date;close\n2025-01-02;1.8\n2025-01-03;1234.56\n");
}

TEST_CASE("columns aligned with blanks, with empty cells") {
  const std::string text =
      "三只基金\n代码    名称      最新价  净值\n513100  纳指ETF   1.620   1.5012\n"
      "159941  广发纳指          1.0402\n513500  标普 500  2.241   2.1988\n数据来源\n";
  CHECK(Rewritten(text) ==
        "三只基金\n代码\t名称\t最新价\t净值\n513100\t纳指ETF\t1.620\t1.5012\n"
        "159941\t广发纳指\t\t1.0402\n513500\t标普 500\t2.241\t2.1988\n数据来源\n");
}

TEST_CASE("full-width characters may count as one place") {
  CHECK(Rewritten(
            "    基金代码   基金简称   净值\n0 513100  纳指ETF  1.5\n1 159941   广发纳指     \n") ==
        "\t基金代码\t基金简称\t净值\n0\t513100\t纳指ETF\t1.5\n1\t159941\t广发纳指\t\n");
}

TEST_CASE("runs of blanks separate where single ones stand in cells") {
  CHECK(Rewritten("名称  净值\n标普 500  2.1\n纳指ETF  1.5\n") ==
        "名称\t净值\n标普 500\t2.1\n纳指ETF\t1.5\n");
}
