// How a column writes its days, told from many of its cells.

#ifndef PREMIUMLENS_CORE_TABLE_DAY_STYLE_H_
#define PREMIUMLENS_CORE_TABLE_DAY_STYLE_H_

#include <cstddef>
#include <string_view>

#include "core/table/column_type.h"
#include "core/table/day.h"
#include "core/table/sampled.h"

namespace premiumlens {

// Day first where a cell can be nothing else, or where every cell may be both and only so no day is
// a Saturday or Sunday (02/01/2025 is Thursday, January 2). The year of days without one is
// the one that `words` (title and header) name, if the days run one way through it.
DayStyle StyleOfDays(Samples records, std::size_t column, const Votes& votes,
                     std::string_view words);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_DAY_STYLE_H_
