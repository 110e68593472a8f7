#include "core/table/day_style.h"

#include <algorithm>
#include <vector>

#include "core/table/number.h"

namespace premiumlens {
namespace {

// The days of the sampled cells, each cell once, that can be read in that style.
std::vector<Date> DaysOf(Samples records, std::size_t column, DayStyle style) {
  std::vector<Date> days;
  std::size_t behind = 0;  // the spots further on may lie among the first records
  for (const Sampled& record : records) {
    if (record.offset < behind) continue;
    behind = record.next;
    if (column >= record.cells.size() || IsMissingWord(record.cells[column])) continue;
    const DayCell day = ParseDay(record.cells[column], style);
    if (day.state == DayState::kDay) days.push_back(day.date);
  }
  return days;
}

bool HasWeekend(const std::vector<Date>& days) {
  return std::any_of(days.begin(), days.end(), [](Date day) { return IsWeekend(day); });
}

bool OnlyDayFirstHasNoWeekend(Samples records, std::size_t column) {
  const std::vector<Date> month_first = DaysOf(records, column, DayOrder::kMonthFirst);
  const std::vector<Date> day_first = DaysOf(records, column, DayOrder::kDayFirst);
  return !day_first.empty() && month_first.size() == day_first.size() && HasWeekend(month_first) &&
         !HasWeekend(day_first);
}

int YearOfDays(Samples records, std::size_t column, std::string_view words) {
  DayStyle style;
  style.year = YearNamed(words);
  if (style.year == 0) return 0;
  const std::vector<Date> days = DaysOf(records, column, style);
  const bool one_way =
      std::is_sorted(days.begin(), days.end()) || std::is_sorted(days.rbegin(), days.rend());
  return one_way && !days.empty() ? style.year : 0;
}

}  // namespace

DayStyle StyleOfDays(Samples records, std::size_t column, const Votes& votes,
                     std::string_view words) {
  DayStyle style;
  style.short_year_last = votes.short_year_last;
  if (votes.day_first || (votes.days > 0 && OnlyDayFirstHasNoWeekend(records, column))) {
    style.order = DayOrder::kDayFirst;
  }
  if (votes.days == 0 && votes.filled > 0) style.year = YearOfDays(records, column, words);
  return style;
}

}  // namespace premiumlens
