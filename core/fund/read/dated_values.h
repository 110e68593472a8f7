// A dated series of values: NAVs, levels of an index, an exchange rate.

#ifndef PREMIUMLENS_CORE_FUND_READ_DATED_VALUES_H_
#define PREMIUMLENS_CORE_FUND_READ_DATED_VALUES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/date.h"

namespace premiumlens {

// Ascending, one a day, none missing.
struct DatedValues {
  std::vector<Date> dates;
  std::vector<double> values;
  std::vector<std::int64_t> source_rows = {};  // the row each stands on in its table's source
};

// Whether a daily series has a level for `date`, `place` being its last day on or before it (−1:
// none). Holidays are bridged, the longest (New Year on the mainland) with 11 days from one session
// to the next; a longer gap is a hole, whose days have no level, and so have days too long after
// the end. Both bars are ours.
inline constexpr int kLongestHolidayDays = 12;
inline constexpr int kOldestLevelDays = 15;

inline bool IsCovered(const std::vector<Date>& dates, std::ptrdiff_t place, Date date) {
  if (place < 0) return false;
  const auto at = static_cast<std::size_t>(place);
  if (dates[at] == date) return true;
  const bool in_hole = at + 1 < dates.size() && dates[at + 1] - dates[at] > kLongestHolidayDays;
  return !in_hole && date - dates[at] <= kOldestLevelDays;
}

// Whether the series tells which level a NAV dated `date` holds. After the end of a series nobody
// knows whether its market was shut or the data stop, and the last level must not stand for the
// sessions after it.
inline bool Reaches(const std::vector<Date>& dates, Date date) {
  return !dates.empty() && dates.back() >= date;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_DATED_VALUES_H_
