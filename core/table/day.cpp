#include "core/table/day.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

// Reads up to `most` digits; -1 if there is none. Moves `text` behind them.
int TakeInt(std::string_view& text, std::size_t most, std::size_t* digits = nullptr) {
  std::size_t n = 0;
  int value = 0;
  while (n < most && n < text.size() && IsDigit(text[n])) value = value * 10 + (text[n++] - '0');
  text.remove_prefix(n);
  if (digits) *digits = n;
  return n == 0 ? -1 : value;
}

bool Take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// One of - / . _ or 年 月, perhaps between blanks; true if there was one.
bool TakeSeparator(std::string_view& text) {
  const std::string_view bare = Trim(text);
  if (bare.starts_with("年") || bare.starts_with("月")) text = bare;
  for (const std::string_view mark : {"-", "/", ".", "_", "年", "月"}) {
    if (!Take(text, mark)) continue;
    if (mark.size() > 1 || mark == ".") text = Trim(text);
    return true;
  }
  return false;
}

void TakeDayMark(std::string_view& text) {
  if (Trim(text).starts_with("日")) text = Trim(text).substr(std::string_view("日").size());
}

// Three numbers with separators between them, and 日 perhaps behind.
struct Parts {
  std::array<int, 3> number;
  std::array<std::size_t, 3> digits;
  bool dotted = false;  // 03.01.2025: then the day stands first
};

bool TakeParts(std::string_view& text, Parts& parts) {
  for (std::size_t i = 0; i < 3; ++i) {
    parts.number[i] = TakeInt(text, 4, &parts.digits[i]);
    if (i < 2) parts.dotted = text.starts_with('.');
    if (parts.number[i] < 0 || (i < 2 && !TakeSeparator(text))) return false;
  }
  TakeDayMark(text);
  return true;
}

DayCell DayFrom(int year, int month, int day) {
  DayCell cell;
  const std::optional<Date> date = MakeDate(year, month, day);
  cell.state = date ? DayState::kDay : DayState::kNoSuchDay;
  cell.date = date.value_or(kMissingDate);
  return cell;
}

DayCell DayFromParts(const Parts& parts, DayStyle style) {
  const auto& [number, digits, dotted] = parts;
  const bool day_first = dotted || style.order == DayOrder::kDayFirst;
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2) {
    return DayFrom(number[0], number[1], number[2]);
  }
  if (digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2) {
    return day_first ? DayFrom(number[2], number[1], number[0])
                     : DayFrom(number[2], number[0], number[1]);
  }
  const bool short_year_last = style.short_year_last || digits[0] == 1;
  if (short_year_last && digits[0] <= 2 && digits[1] <= 2 && digits[2] == 2) {
    return day_first ? DayFrom(2000 + number[2], number[1], number[0])
                     : DayFrom(2000 + number[2], number[0], number[1]);
  }
  if (digits[0] == 2 && digits[1] <= 2 && digits[2] <= 2) {
    return DayFrom(2000 + number[0], number[1], number[2]);
  }
  return {};
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

// The month that `text` starts with in English, in full or in short; 0 if none.
int TakeMonth(std::string_view& text) {
  std::size_t letters = 0;
  while (letters < text.size() &&
         ((text[letters] | 0x20) >= 'a' && (text[letters] | 0x20) <= 'z')) {
    ++letters;
  }
  if (letters < 3 || letters > 9) return 0;
  const std::string word = LowerAscii(text.substr(0, 3));
  const auto found = std::find(kMonths.begin(), kMonths.end(), word);
  if (found == kMonths.end()) return 0;
  text.remove_prefix(letters);
  return static_cast<int>(found - kMonths.begin()) + 1;
}

void SkipMarks(std::string_view& text) {
  while (!text.empty() && std::string_view(" ,-/.").find(text[0]) != std::string_view::npos) {
    text.remove_prefix(1);
  }
}

// "Jan 3, 2025", "3-Jan-25", "03 January 2025".
DayCell DayWithMonthName(std::string_view& text) {
  int month = TakeMonth(text);
  SkipMarks(text);
  std::size_t digits = 0;
  const int day = TakeInt(text, 2, &digits);
  if (day < 0) return {};
  SkipMarks(text);
  if (month == 0) month = TakeMonth(text);
  SkipMarks(text);
  const int year = TakeInt(text, 4, &digits);
  if (month == 0 || (digits != 4 && digits != 2)) return {};
  return DayFrom(digits == 2 ? 2000 + year : year, month, day);
}

// "05-12", "5/12", "5月12日", of the year that the column has.
DayCell DayOfYear(std::string_view& text, DayStyle style) {
  const int first = TakeInt(text, 2);
  const bool month_mark = Trim(text).starts_with("月");
  if (first < 0 || style.year == 0 || text.starts_with('.') || !TakeSeparator(text)) return {};
  const int second = TakeInt(text, 2);
  if (second < 0) return {};
  TakeDayMark(text);
  const bool day_first = style.order == DayOrder::kDayFirst && !month_mark;
  return day_first ? DayFrom(style.year, second, first) : DayFrom(style.year, first, second);
}

constexpr std::array<std::string_view, 15> kWeekdays = {"一",  "二",  "三",  "四",  "五",
                                                        "六",  "日",  "天",  "mon", "tue",
                                                        "wed", "thu", "fri", "sat", "sun"};

// A weekday in front of a day: "周四 2025-01-02", "Thu, Jan 02 2025".
void TakeWeekday(std::string_view& text) {
  std::string_view rest = text;
  const bool marked = Take(rest, "星期") || Take(rest, "周");
  const std::string low = LowerAscii(rest.substr(0, 3));
  const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), low);
  if (found == kWeekdays.end() || marked != (found - kWeekdays.begin() < 8)) return;
  rest.remove_prefix(3);
  while (!marked && !rest.empty() && (rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'z') {
    rest.remove_prefix(1);
  }
  while (Take(rest, ",") || Take(rest, " ")) {
  }
  text = rest;
}

// What may stand behind a day besides a time: ",四", "星期四", "周四", "(四)", "Thu".
bool IsWeekdayTail(std::string_view text) {
  const std::string tail = LowerAscii(Trim(text));
  std::string_view rest = tail;
  while (Take(rest, ",") || Take(rest, "(") || Take(rest, " ")) {
  }
  if (!Take(rest, "星期")) Take(rest, "周");
  if (rest.ends_with(")")) rest.remove_suffix(1);
  return std::find(kWeekdays.begin(), kWeekdays.end(), rest) != kWeekdays.end();
}

// "15:34:54.000+08:00" → seconds; kMissingTime if the text does not start with a time.
std::int32_t TakeTime(std::string_view& text) {
  const std::string_view before = text;
  const auto fail = [&] {
    text = before;
    return kMissingTime;
  };
  const int hour = TakeInt(text, 2);
  if (hour < 0 || hour > 24 || !Take(text, ":")) return fail();
  std::size_t digits = 0;
  const int minute = TakeInt(text, 2, &digits);
  if (digits != 2 || minute > 59) return fail();
  int second = 0;
  if (Take(text, ":")) second = TakeInt(text, 2, &digits);
  if (second < 0 || second > 60) return fail();
  if (Take(text, ".")) TakeInt(text, 9);
  const std::string tail = LowerAscii(Trim(text));
  if (tail == "am" || tail == "pm") {
    text = {};
    if (hour > 12) return fail();
    return (hour % 12 + (tail == "pm" ? 12 : 0)) * 3600 + minute * 60 + second;
  }
  return hour * 3600 + minute * 60 + second;
}

bool IsZone(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z" || text == "GMT" || text == "UTC") return true;
  return (text[0] == '+' || text[0] == '-') && text.size() >= 3 && text.size() <= 6;
}

DayCell EightDigits(std::string_view& text) {
  const int number = TakeInt(text, 8);
  return DayFrom(number / 10000, number / 100 % 100, number % 100);
}

bool StartsWithDigits(std::string_view text, std::size_t count) {
  if (text.size() < count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (!IsDigit(text[i])) return false;
  }
  return text.size() == count || !IsDigit(text[count]);
}

}  // namespace

namespace {

// The day that `text` starts with; moves it behind.
DayCell TakeDay(std::string_view& text, DayStyle style) {
  const std::string_view start = text;
  if (StartsWithDigits(text, 8) || StartsWithDigits(text, 12) || StartsWithDigits(text, 14)) {
    return EightDigits(text);
  }
  Parts parts;
  if (TakeParts(text, parts)) return DayFromParts(parts, style);
  text = start;
  const DayCell named = DayWithMonthName(text);
  if (named.state != DayState::kNotADay) return named;
  text = start;
  return DayOfYear(text, style);
}

}  // namespace

DayCell ParseDay(std::string_view cell, DayStyle style) {
  DayCell result;
  if (IsMissingWord(cell)) {
    result.state = DayState::kAbsent;
    return result;
  }
  const std::string normal = NormaliseWidth(Trim(cell));
  std::string_view text = Trim(normal);
  if (text.size() > 40) return result;
  Take(text, "'");  // a spreadsheet's mark of a text
  TakeWeekday(text);
  const bool bare = text.size() >= 12 && StartsWithDigits(text, text.size());
  DayCell day = TakeDay(text, style);
  if (day.state == DayState::kNotADay) return result;
  if (bare && day.state == DayState::kDay) {
    day.seconds = ParseTime(text);
    return day.seconds != kMissingTime ? day : result;
  }
  if (text.empty() || IsWeekdayTail(text)) return day;
  if (!Take(text, "T") && !text.starts_with(' ')) return result;
  text = Trim(text);
  day.seconds = TakeTime(text);
  return day.seconds != kMissingTime && IsZone(Trim(text)) ? day : result;
}

bool MustBeDayFirst(std::string_view cell) {
  const std::string normal = NormaliseWidth(Trim(cell));
  std::string_view text = normal;
  Parts parts;
  return TakeParts(text, parts) && parts.digits[2] == 4 && parts.digits[0] <= 2 &&
         parts.number[0] > 12 && parts.number[1] <= 12;
}

bool MustBeYearLast(std::string_view cell) {
  const std::string normal = NormaliseWidth(Trim(cell));
  std::string_view text = normal;
  Parts parts;
  if (!TakeParts(text, parts) || parts.digits[0] > 2 || parts.digits[1] > 2) return false;
  if (parts.digits[2] != 2) return false;
  DayStyle last;
  last.short_year_last = true;
  return DayFromParts(parts, {}).state != DayState::kDay &&
         DayFromParts(parts, last).state == DayState::kDay;
}

int YearNamed(std::string_view text) {
  int year = 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const bool starts = IsDigit(text[i]) && (i == 0 || !IsDigit(text[i - 1]));
    if (!starts || !text.substr(i).starts_with("20")) continue;
    std::string_view rest = text.substr(i);
    const int found = TakeInt(rest, 4);
    if (found < 2000 || (!rest.empty() && IsDigit(rest[0]))) continue;
    if (year != 0 && year != found) return 0;
    year = found;
  }
  return year;
}

Date DayOfNumber(double number) {
  // Milliseconds or seconds since 1970. Midnight of Shanghai, of UTC and of New York is the day
  // that Shanghai's clock shows then.
  constexpr double kShanghai = 8 * 3600;
  const double seconds = number >= 1e11 ? number / 1000 : number;
  if (seconds >= 6e8 && seconds <= 4.2e9) {
    return static_cast<Date>(std::floor((seconds + kShanghai) / 86400));
  }
  if (!(number >= 20000 && number <= 99991231) || number != std::floor(number)) return kMissingDate;
  const int n = static_cast<int>(number);
  if (n <= 80000) return n - 25569;  // serial 25569 is 1970-01-01
  return MakeDate(n / 10000, n / 100 % 100, n % 100).value_or(kMissingDate);
}

std::int32_t ParseTime(std::string_view cell) {
  const std::string normal = NormaliseWidth(Trim(cell));
  std::string_view text = normal;
  // 93100000 and 103100000 count milliseconds.
  const bool milliseconds = StartsWithDigits(text, 9) || StartsWithDigits(text, 8);
  const std::size_t hour_digits = StartsWithDigits(text, 8) ? 1 : 2;
  if (milliseconds && text.size() <= 9) text.remove_suffix(3);
  if (milliseconds || StartsWithDigits(text, 6) || StartsWithDigits(text, 4)) {
    const int hour = TakeInt(text, hour_digits);
    const int minute = TakeInt(text, 2);
    const int second = text.empty() ? 0 : TakeInt(text, 2);
    const bool valid = text.empty() && hour < 24 && minute < 60 && second < 60;
    return valid ? hour * 3600 + minute * 60 + second : kMissingTime;
  }
  const std::int32_t seconds = TakeTime(text);
  return seconds != kMissingTime && IsZone(text) ? seconds : kMissingTime;
}

}  // namespace premiumlens
