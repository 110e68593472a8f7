// Days and times as people's exports write them.
//
// A day: 2025-01-03, 2025/1/3, 2025.1.3, 2025年1月3日, 20250103, 25-01-03 and 25/1/3 (year first,
// 20xx), 01/03/2025 and 3/1/2025 (order told by DayOrder), 03.01.2025 (day first), Jan 3, 2025 and
// 3-Jan-25, full-width digits; with a weekday before or behind (",四", "星期四", "周四", "Thu");
// then optionally a time of day ("15:34:54", "T15:34", "3:34 PM", with fractions and a zone, which
// are dropped: the day is the one written); 1/3/25 (year last) and 05-12, 5月12日 (no year), where
// the column's style says so; also 202501030931 and 20250103093100. A time: 9:31, 09:31:00, 093100
// (six digits), 0931 (four digits), 93100000 (with milliseconds).

#ifndef PREMIUMLENS_CORE_TABLE_DAY_H_
#define PREMIUMLENS_CORE_TABLE_DAY_H_

#include <cstdint>
#include <string_view>

#include "core/base/date.h"
#include "core/table/table.h"

namespace premiumlens {

// Which comes first where the year stands last.
enum class DayOrder { kMonthFirst, kDayFirst };

// How a column writes its days, where one cell does not tell.
struct DayStyle {
  DayOrder order = DayOrder::kMonthFirst;
  bool short_year_last = false;  // 10/11/25 is in 2025, not in 2010
  int year = 0;                  // of days without one; 0 if there are none
  constexpr DayStyle() = default;
  constexpr DayStyle(DayOrder day_order) : order(day_order) {}
};

enum class DayState { kDay, kAbsent, kNotADay, kNoSuchDay };

struct DayCell {
  DayState state = DayState::kNotADay;
  Date date = kMissingDate;             // of kDay
  std::int32_t seconds = kMissingTime;  // since midnight, where a time is written
};

DayCell ParseDay(std::string_view cell, DayStyle style);

// True where the cell can only be day-first (13/01/2025).
bool MustBeDayFirst(std::string_view cell);

// True where a year of two digits can only stand last (10/13/25).
bool MustBeYearLast(std::string_view cell);

// The one year, from 2000 on, that a title or a header names; 0 if there is none or several.
int YearNamed(std::string_view text);

// The day a number stands for: 20250103, a spreadsheet serial (1900 system, 20000 to 80000), or
// seconds or milliseconds since 1970 (from 1989 on); kMissingDate for any other number.
Date DayOfNumber(double number);

// Seconds since midnight, kMissingTime if the cell is no time of day.
std::int32_t ParseTime(std::string_view cell);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_DAY_H_
