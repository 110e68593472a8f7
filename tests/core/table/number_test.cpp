#include "core/table/number.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace premiumlens;

namespace {

double Value(std::string_view cell) {
  const NumberCell number = ParseNumber(cell);
  REQUIRE(number.state == CellState::kValue);
  return number.value;
}

}  // namespace

TEST_CASE("numbers as exports write them") {
  struct Row {
    const char* cell;
    double value;
  };
  const Row rows[] = {{"1.804", 1.804},
                      {" 1.7445 ", 1.7445},
                      {"-0.5", -0.5},
                      {"+2.77%", 2.77},
                      {"\xE2\x88\x92"
                       "3.5",
                       -3.5},
                      {"(1.5)", -1.5},
                      {"１．８０４", 1.804},
                      {"153,586,470", 153586470},
                      {"1,211,379,763.0000", 1211379763},
                      {"100 万", 1e6},
                      {"1.2亿", 1.2e8},
                      {"3.5万亿", 3.5e12},
                      {"12.5亿元", 1.25e9},
                      {"200手", 20000},
                      {"1.804元", 1.804},
                      {"¥1.804", 1.804},
                      {"1e11", 1e11},
                      {".5", 0.5},
                      {"45.6K", 45600},
                      {"1.23M", 1230000},
                      {"2.1B", 2.1e9},
                      {"28.90%", 28.90}};
  for (const Row& row : rows) {
    INFO(row.cell);
    CHECK(Value(row.cell) == row.value);
  }
}

TEST_CASE("percent and 万 are told, and only 万 is applied") {
  CHECK(ParseNumber("28.90%").percent);
  CHECK_FALSE(ParseNumber("28.90").percent);
  CHECK(ParseNumber("3万").scaled);
  CHECK_FALSE(ParseNumber("3元").scaled);
}

TEST_CASE("words for no value are missing, not wrong") {
  for (const char* cell :
       {"",          "  ",   "-",   "--",   "—",     "N/A",     "n/a",  "N/A%",
        "null",      "None", "NaN", "停牌", "会员",  "暂无",    "－－", "\xE3\x80\x80",
        "---------", "...",  "…",   "---%", ":---:", "#DIV/0!", "<NA>", "未公布"}) {
    INFO(cell);
    CHECK(ParseNumber(cell).state == CellState::kAbsent);
  }
}

TEST_CASE("what is no number is refused") {
  for (const char* cell : {"abc", "1.8.0", "12,34", "1,2345", "1.2x", "1 2", "inf", "0x10", "--5",
                           "%", ":", "万", "1e999", "2025-01-03", "1.5,000"}) {
    INFO(cell);
    CHECK(ParseNumber(cell).state == CellState::kInvalid);
  }
  CHECK(ParseNumber(std::string_view("1\0", 2)).state == CellState::kInvalid);
}

TEST_CASE("seeded doubles survive the way through text") {
  std::mt19937_64 random(20251103);
  for (int i = 0; i < 2000; ++i) {
    const double x = static_cast<double>(random() >> 11) / 1e9;
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", x);
    CHECK(Value(text) == x);
  }
}

TEST_CASE("thin blanks between digits, arrows behind, per mille") {
  CHECK(ParseNumber("48\u202F384\u202F644").value == 48384644);
  CHECK(ParseNumber("1\u2009234.5").value == 1234.5);
  CHECK(ParseNumber("48 384").state == CellState::kInvalid);
  CHECK(ParseNumber("48\u202F38").state == CellState::kInvalid);
  CHECK(ParseNumber("1.512↑").value == 1.512);
  CHECK(ParseNumber("▲0.018").state == CellState::kInvalid);
  CHECK(ParseNumber("34.1‰").value == 3.41);
  CHECK(ParseNumber("34.1‰").percent);
  CHECK(ParseNumber("*").state == CellState::kAbsent);
  CHECK(ParseNumber("／").state == CellState::kAbsent);
  CHECK(ParseNumber("未披露").state == CellState::kAbsent);
  CHECK(ParseNumber(".").state == CellState::kAbsent);
  CHECK(ParseNumber("====").state == CellState::kAbsent);
  CHECK(ParseNumber("CNY 1.5").value == 1.5);
}
