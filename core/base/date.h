// Calendar days. A Date is a day of the proleptic Gregorian calendar without a time zone; in
// columns it is the number of days since 1970-01-01, kMissingDate where there is none.

#ifndef PREMIUMLENS_CORE_BASE_DATE_H_
#define PREMIUMLENS_CORE_BASE_DATE_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace premiumlens {

using Date = std::int32_t;  // days since 1970-01-01

inline constexpr Date kMissingDate = std::numeric_limits<Date>::min();

// The day, or nothing where the calendar has no such day (2025-02-30). Years 1 to 9999.
std::optional<Date> MakeDate(int year, int month, int day);

// "2025-01-03". Empty for kMissingDate.
std::string FormatIso(Date date);

// Exactly "2025-01-03"; nothing for any other text or a day that does not exist.
std::optional<Date> ParseIso(std::string_view text);

// 0 = Sunday … 6 = Saturday.
int Weekday(Date date);

inline bool IsWeekend(Date date) { return Weekday(date) == 0 || Weekday(date) == 6; }

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_DATE_H_
