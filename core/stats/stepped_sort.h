// Sorting in pieces of about a millisecond, so that a million values do not hold up the page: runs
// are sorted one by one, then merged pair by pair. n log n; twice the memory.

#ifndef PREMIUMLENS_CORE_STATS_STEPPED_SORT_H_
#define PREMIUMLENS_CORE_STATS_STEPPED_SORT_H_

#include <cstddef>
#include <vector>

namespace premiumlens {

class SteppedSort {
 public:
  // No value may be missing.
  explicit SteppedSort(std::vector<double> values);
  // Does a piece; true when all are in ascending order.
  bool Step();
  const std::vector<double>& sorted() const { return values_; }  // once Step() said true

 private:
  bool MergeSome();

  std::vector<double> values_;
  std::vector<double> merged_;
  std::size_t run_;       // length of the sorted runs
  std::size_t done_ = 0;  // values whose run is sorted, or merged
  bool sorting_ = true;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_STEPPED_SORT_H_
