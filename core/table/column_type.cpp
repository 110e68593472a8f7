#include "core/table/column_type.h"

#include <algorithm>
#include <string>

#include "core/table/day.h"
#include "core/table/fund_code.h"
#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr double kMajority = 0.6;  // share of filled cells that decides a type

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

bool IsPadded(std::string_view cell) {
  const std::string_view text = Trim(cell);
  return text.size() >= 3 && text[0] == '0' && AllDigits(text) &&
         text.find_first_not_of('0') != std::string_view::npos;
}

bool IsBareTime(std::string_view cell) {
  const std::string_view text = Trim(cell);
  return (text.size() == 4 || text.size() == 6) && AllDigits(text) &&
         ParseTime(text) != kMissingTime;
}

bool IsClock(std::string_view cell) {
  const std::string_view text = Trim(cell);
  return (text.size() == 8 || text.size() == 9) && AllDigits(text) &&
         ParseTime(text) != kMissingTime;
}

}  // namespace

bool IsNumberCell(std::string_view cell) { return ParseNumber(cell).state == CellState::kValue; }

bool IsDayCell(std::string_view cell) {
  return ParseDay(cell, DayOrder::kMonthFirst).state == DayState::kDay ||
         ParseDay(cell, DayOrder::kDayFirst).state == DayState::kDay || MustBeYearLast(cell);
}

bool IsCodeCell(std::string_view cell) {
  std::string text = LowerAscii(Trim(cell));
  if (text.size() > 12) return false;
  if (IsListedFundCode(text) || IsPadded(text)) return true;
  const std::size_t dot = text.find('.');
  const std::string_view all = text;
  if (dot == std::string::npos) {
    const bool prefixed = all.starts_with("sh") || all.starts_with("sz") || all.starts_with("of");
    return prefixed && all.size() == 8 && AllDigits(all.substr(2));
  }
  const std::string_view before = all.substr(0, dot);
  const std::string_view after = all.substr(dot + 1);
  const auto is_market = [](std::string_view word) {
    return word.size() == 2 && word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'a' && word[1] <= 'z';
  };
  return (AllDigits(before) && is_market(after)) || (AllDigits(after) && is_market(before)) ||
         (before.size() == 1 && IsListedFundCode(after));
}

Votes Count(Samples records, std::size_t column) {
  Votes votes;
  for (const Sampled& record : records) {
    if (column >= record.cells.size()) continue;
    const std::string& cell = record.cells[column];
    if (IsDecimalFraction(cell)) {
      ++votes.filled;
      ++votes.numbers;
      continue;
    }
    if (IsMissingWord(cell)) continue;
    ++votes.filled;
    votes.numbers += IsNumberCell(cell) ? 1 : 0;
    votes.days += IsDayCell(cell) ? 1 : 0;
    votes.times += cell.find(':') != std::string::npos && ParseTime(cell) != kMissingTime ? 1 : 0;
    votes.bare_times += IsBareTime(cell) ? 1 : 0;
    votes.clocks += IsClock(cell) ? 1 : 0;
    votes.codes += IsListedFundCode(Trim(cell)) ? 1 : 0;
    votes.padded = votes.padded || IsPadded(cell);
    votes.day_first = votes.day_first || MustBeDayFirst(cell);
    votes.short_year_last = votes.short_year_last || MustBeYearLast(cell);
  }
  return votes;
}

std::optional<ColumnType> TypeForRole(Role role, const Votes& votes) {
  switch (role) {
    case Role::kDate:
    case Role::kTime:
      if (votes.times > votes.days) return ColumnType::kTime;
      if (votes.days > 0 || votes.filled == 0) return ColumnType::kDate;
      if (votes.clocks == votes.filled) return ColumnType::kTime;
      // 0931; but 2025 under 日期 is a year.
      if (votes.filled > 0 && votes.bare_times == votes.filled &&
          (votes.padded || role == Role::kTime)) {
        return ColumnType::kTime;
      }
      return {};
    case Role::kCode:
    case Role::kName:
    case Role::kPurchaseStatus:
    case Role::kPurchaseLimit:
      return ColumnType::kText;
    case Role::kOther:
      return {};
    default:
      if (votes.numbers > 0 || votes.filled == 0) return ColumnType::kNumber;
      return {};
  }
}

ColumnType TypeByVotes(const Votes& votes) {
  const auto majority = [&votes](std::size_t count) {
    return votes.filled > 0 &&
           static_cast<double>(count) >= kMajority * static_cast<double>(votes.filled);
  };
  if (majority(votes.days)) return ColumnType::kDate;
  if (majority(votes.times)) return ColumnType::kTime;
  if (votes.padded || (votes.filled > 0 && votes.codes == votes.filled)) return ColumnType::kText;
  if (majority(votes.numbers)) return ColumnType::kNumber;
  return ColumnType::kText;
}

}  // namespace premiumlens
