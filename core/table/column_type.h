// The type of a column, by a vote of its sampled cells.

#ifndef PREMIUMLENS_CORE_TABLE_COLUMN_TYPE_H_
#define PREMIUMLENS_CORE_TABLE_COLUMN_TYPE_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/table/role.h"
#include "core/table/sampled.h"
#include "core/table/table.h"

namespace premiumlens {

// What the sampled cells of one column look like.
struct Votes {
  std::size_t filled = 0, numbers = 0, days = 0, times = 0, codes = 0;
  std::size_t bare_times = 0;  // 0931, 093100: a time of day, or a number
  std::size_t clocks = 0;      // 93100000: a time of day with milliseconds, or a number
  bool padded = false;         // some cell is padded with zeros, 000300: a code, not a count
  bool day_first = false;
  bool short_year_last = false;
};
Votes Count(Samples records, std::size_t column);

// The type a known role asks for, where the cells allow it.
std::optional<ColumnType> TypeForRole(Role role, const Votes& votes);

ColumnType TypeByVotes(const Votes& votes);

bool IsNumberCell(std::string_view cell);
bool IsDayCell(std::string_view cell);

// A code as people write them: 513100, 513100.SH, SH513100, 1.513100, 1772.HK.
bool IsCodeCell(std::string_view cell);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_COLUMN_TYPE_H_
