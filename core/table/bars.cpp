#include "core/table/bars.h"

#include <algorithm>
#include <array>

namespace premiumlens {
namespace {

constexpr std::size_t kRows = 500;  // looked at
constexpr std::size_t kFewest = 3;
constexpr std::size_t kFewestAlone = 10;
constexpr double kVolumeOverPrice = 1000;

bool IsUnnamedNumber(const Column& column) {
  return column.type == ColumnType::kNumber && column.name.starts_with('#') &&
         column.percent_cells == 0;
}

// In every row of four columns from `first` on: `high` is the highest and `low` the lowest, and
// they differ somewhere.
bool Bound(const std::vector<Column>& columns, std::size_t first, std::size_t high, std::size_t low,
           std::size_t fewest) {
  std::size_t rows = 0;
  bool apart = false;
  const std::size_t most = std::min(columns[first].numbers.size(), kRows);
  for (std::size_t row = 0; row < most; ++row) {
    std::array<double, 4> x{};
    for (std::size_t i = 0; i < 4; ++i) x[i] = columns[first + i].numbers[row];
    // Not true of a missing one either.
    if (!std::all_of(x.begin(), x.end(), [](double value) { return value > 0; })) continue;
    const auto [least, greatest] = std::minmax_element(x.begin(), x.end());
    if (x[high] < *greatest || x[low] > *least || *greatest > 3 * *least) return false;
    apart = apart || x[high] > x[low];
    ++rows;
  }
  return apart && rows >= fewest;
}

// Whether most numbers of `large` are that much larger than those of `small`.
bool IsLarger(const Column& large, const Column& small) {
  std::size_t larger = 0;
  std::size_t rows = 0;
  for (std::size_t row = 0; row < std::min(large.numbers.size(), kRows); ++row) {
    if (!(small.numbers[row] > 0 && large.numbers[row] >= 0)) continue;
    ++rows;
    larger += large.numbers[row] > kVolumeOverPrice * small.numbers[row] ? 1 : 0;
  }
  return 2 * larger > rows;
}

}  // namespace

std::optional<Bars> FindBars(const std::vector<Column>& columns) {
  for (std::size_t i = 0; i + 3 < columns.size(); ++i) {
    const auto four = columns.begin() + static_cast<std::ptrdiff_t>(i);
    if (!std::all_of(four, four + 4, IsUnnamedNumber)) continue;
    const auto is_larger = [&](std::size_t column) {
      return column < columns.size() && IsUnnamedNumber(columns[column]) &&
             IsLarger(columns[column], columns[i]);
    };
    Bars bars;
    bars.open = i;
    if (is_larger(i + 4)) bars.volume = i + 4;
    if (bars.volume && is_larger(i + 5)) bars.amount = i + 5;
    const std::size_t fewest = bars.volume ? kFewest : kFewestAlone;
    if (Bound(columns, i, 1, 2, fewest)) {
      bars.high = i + 1;
      bars.low = i + 2;
      bars.close = i + 3;
    } else if (Bound(columns, i, 2, 3, fewest)) {
      bars.close = i + 1;
      bars.high = i + 2;
      bars.low = i + 3;
    } else {
      continue;
    }
    return bars;
  }
  return {};
}

}  // namespace premiumlens
