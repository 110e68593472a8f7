// What the rows of a table are, and the words for it.

#ifndef PREMIUMLENS_CORE_FUND_READ_SHAPE_H_
#define PREMIUMLENS_CORE_FUND_READ_SHAPE_H_

#include <span>
#include <string_view>
#include <vector>

#include "core/fund/read/moments.h"

namespace premiumlens {

enum class Shape {
  kPairs,         // price and value, no date
  kHistory,       // the days of one fund
  kIntraday,      // the minutes of one fund: two or more rows a day, on average, at different times
  kCrossSection,  // many funds, none of them on two days or times
  kPanel,         // many funds × days or times
};

std::string_view Name(Shape shape);  // "pairs", "history", …
std::span<const Shape> AllShapes();

// True if some fund is there at two different moments. `moments`: one a row, or empty.
bool IsPanel(const Funds& funds, const std::vector<Moment>& moments);

// Whether the rows of one fund, in order and at different moments, are two or more a day on
// average. A few days that stand there twice with different times do not make a history intraday.
bool IsIntraday(const std::vector<Moment>& ordered);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_SHAPE_H_
