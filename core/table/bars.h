// The columns of a quote table without a header: 通达信 and others write no header where they are
// asked not to, and open, high, low and close are no price beside a value.

#ifndef PREMIUMLENS_CORE_TABLE_BARS_H_
#define PREMIUMLENS_CORE_TABLE_BARS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "core/table/table.h"

namespace premiumlens {

// Column numbers.
struct Bars {
  std::size_t open = 0, high = 0, low = 0, close = 0;
  std::optional<std::size_t> volume, amount;
};

// Four adjacent columns of positive numbers, of which in every row the second is the highest and
// the third the lowest (open, high, low, close), or the third and the fourth (open, close, high,
// low), in three rows or more if a column behind them has numbers a thousand times as large
// (volume, and maybe another: amount), in ten or more without. Only columns without a header's name
// count.
std::optional<Bars> FindBars(const std::vector<Column>& columns);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_BARS_H_
