#include "core/base/date.h"

#include <chrono>

namespace premiumlens {

std::optional<Date> MakeDate(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return {};
  return static_cast<Date>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

std::string FormatIso(Date date) {
  if (date == kMissingDate) return {};
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date}}};
  const int year = static_cast<int>(ymd.year());
  const unsigned month = static_cast<unsigned>(ymd.month());
  const unsigned day = static_cast<unsigned>(ymd.day());
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, int value, int digits) {
    for (int i = 0; i < digits; ++i, value /= 10) {
      text[last - static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    }
  };
  put(3, year, 4);
  put(6, static_cast<int>(month), 2);
  put(9, static_cast<int>(day), 2);
  return text;
}

std::optional<Date> ParseIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto number = [text](std::size_t from, std::size_t digits) {
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  return MakeDate(number(0, 4), number(5, 2), number(8, 2));
}

int Weekday(Date date) {
  return static_cast<int>(
      std::chrono::weekday{std::chrono::sys_days{std::chrono::days{date}}}.c_encoding());
}

}  // namespace premiumlens
