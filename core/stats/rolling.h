// Moments and order statistics over a moving window, for series of any length.
//
// A window of N at row t is rows t − N + 1 … t. There is none at the first N − 1 rows: no figure is
// of fewer than N values. The values given have no gaps: a series with missing rows is given as its
// values alone (RowsOf, Gather), so that a window is the last N values there are.

#ifndef PREMIUMLENS_CORE_STATS_ROLLING_H_
#define PREMIUMLENS_CORE_STATS_ROLLING_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/moments.h"

namespace premiumlens {

// Moments of each window. Rows are taken in blocks of N; a window is the tail of one block and the
// head of the next, each summed on its own and put together: nothing is ever subtracted from a
// running sum, so no digits are lost however long the series. In step with the rows.
class RollingMoments {
 public:
  RollingMoments(std::span<const double> values, std::size_t window);
  // Of the window that ends at `row`. Rows are asked for in ascending order, each once, from 0.
  // Before row N − 1: of fewer than N values, or none.
  Moments Next();

 private:
  void StartBlock();

  std::span<const double> values_;
  std::size_t window_;
  std::size_t row_ = 0;
  std::vector<Moments> tails_;  // of the block before: from each place to its end
  Moments head_;                // of this block, up to the row
};

// The sorted window, by place. Rows are ranked among the two blocks of N that a window can touch,
// and counted in a binary indexed tree: log N for a row and for each place asked.
class RollingOrder {
 public:
  RollingOrder(std::span<const double> values, std::size_t window);
  // Takes in the next row, from 0 on, and lets go the one N before it.
  void Advance();
  std::size_t count() const { return count_; }  // in the window: N, or fewer at the start
  // The k-th smallest, from 0; k < count().
  double Nth(std::size_t k) const;
  // Of type 7 (quantile.h).
  double Quantile(double p) const;
  // The median of |value − center|, times kMadToDeviation.
  double Spread(double center) const;

 private:
  void StartBlock();
  void Count(std::uint32_t rank, std::int32_t by);

  std::span<const double> values_;
  std::size_t window_;
  std::size_t row_ = 0;
  std::size_t first_ = 0;  // the row that ranks_[0] is of
  std::size_t count_ = 0;
  std::vector<std::uint32_t> ranks_;  // of the rows of two blocks
  std::vector<double> sorted_;        // their values
  std::vector<std::uint32_t> order_;
  std::vector<std::int32_t> tree_;
  std::size_t top_ = 1;  // the largest power of two in the tree
};

// The rows that have a value, and the values.
std::vector<std::size_t> RowsOf(const std::vector<double>& series);
std::vector<double> Gather(const std::vector<double>& series, const std::vector<std::size_t>& rows);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_ROLLING_H_
