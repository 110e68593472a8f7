#include "core/table/day.h"

#include <string>

#include <catch2/catch.hpp>

using namespace premiumlens;

namespace {

std::string Iso(std::string_view cell, DayOrder order = DayOrder::kMonthFirst) {
  const DayCell day = ParseDay(cell, order);
  return day.state == DayState::kDay ? FormatIso(day.date) : "";
}

}  // namespace

TEST_CASE("days as exports write them") {
  for (const char* cell : {"2025-01-03",
                           "2025/1/3",
                           "2025.1.3",
                           "20250103",
                           "2025年1月3日",
                           "２０２５-０１-０３",
                           "25-01-03",
                           "25/1/3",
                           "01/03/2025",
                           "2025-01-03,五",
                           "2025-01-03 星期五",
                           "2025-01-03 15:34:54",
                           "2025-01-03T15:34:54.123+08:00",
                           "2025-01-03 Fri",
                           " 2025-01-03 ",
                           "Jan 3, 2025",
                           "January 03, 2025",
                           "3-Jan-25",
                           "03 Jan 2025",
                           "202501030931",
                           "20250103093100",
                           "2025/1/3 9:31 AM"}) {
    INFO(cell);
    CHECK(Iso(cell) == "2025-01-03");
  }
  CHECK(Iso("03/01/2025", DayOrder::kDayFirst) == "2025-01-03");
  CHECK(MustBeDayFirst("13/01/2025"));
  CHECK_FALSE(MustBeDayFirst("01/13/2025"));
}

TEST_CASE("the time behind a day is kept") {
  CHECK(ParseDay("2025-10-30 11:06:25+08:00", DayOrder::kMonthFirst).seconds == 39985);
  CHECK(ParseDay("2025-10-30", DayOrder::kMonthFirst).seconds == kMissingTime);
  CHECK(ParseDay("202501030931", DayOrder::kMonthFirst).seconds == 34260);
  CHECK(ParseDay("2025/1/3 3:00 PM", DayOrder::kMonthFirst).seconds == 54000);
  CHECK(ParseDay("2025/1/3 12:00 am", DayOrder::kMonthFirst).seconds == 0);
}

TEST_CASE("a day that does not exist is told from what is no day") {
  CHECK(ParseDay("2025-02-30", DayOrder::kMonthFirst).state == DayState::kNoSuchDay);
  CHECK(ParseDay("20251301", DayOrder::kMonthFirst).state == DayState::kNoSuchDay);
  CHECK(ParseDay("1.804", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("合计", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("2025-01-03x", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("May", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("Close 3, 2025", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("202501039931", DayOrder::kMonthFirst).state == DayState::kNotADay);
  CHECK(ParseDay("--", DayOrder::kMonthFirst).state == DayState::kAbsent);
}

TEST_CASE("numbers that stand for days") {
  CHECK(FormatIso(DayOfNumber(20250103)) == "2025-01-03");
  CHECK(FormatIso(DayOfNumber(45660)) == "2025-01-03");  // spreadsheet serial, 1900 system
  // Midnight of Shanghai, of UTC and of New York, as feeds write them.
  CHECK(FormatIso(DayOfNumber(1735833600)) == "2025-01-03");
  CHECK(FormatIso(DayOfNumber(1735862400000)) == "2025-01-03");
  CHECK(FormatIso(DayOfNumber(1735880400)) == "2025-01-03");
  CHECK(DayOfNumber(1.804) == kMissingDate);
  CHECK(DayOfNumber(20250230) == kMissingDate);
}

TEST_CASE("times of day") {
  CHECK(ParseTime("9:31") == 34260);
  CHECK(ParseTime("09:31:05") == 34265);
  CHECK(ParseTime("0931") == 34260);
  CHECK(ParseTime("093105") == 34265);
  CHECK(ParseTime("25:00") == kMissingTime);
  CHECK(ParseTime("09:61") == kMissingTime);
}
