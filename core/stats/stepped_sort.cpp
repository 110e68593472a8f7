#include "core/stats/stepped_sort.h"

#include <algorithm>
#include <utility>

namespace premiumlens {
namespace {

constexpr std::size_t kRun = 8192;
constexpr std::size_t kMerged = 262144;  // in one step, rounded up to a pair of runs' share

// The place in the first run that, with `rank` values of both runs taken, the taking has reached:
// so that a long merge can be left and taken up again anywhere.
std::size_t SplitAt(const double* a, std::size_t a_size, const double* b, std::size_t b_size,
                    std::size_t rank) {
  std::size_t low = rank > b_size ? rank - b_size : 0;
  std::size_t high = std::min(rank, a_size);
  while (low < high) {
    const std::size_t i = (low + high) / 2;
    if (b[rank - i - 1] < a[i]) {
      high = i;
    } else {
      low = i + 1;
    }
  }
  return low;
}

}  // namespace

SteppedSort::SteppedSort(std::vector<double> values) : values_(std::move(values)), run_(kRun) {}

bool SteppedSort::Step() {
  const std::size_t count = values_.size();
  if (sorting_) {
    const std::size_t end = std::min(count, done_ + run_);
    std::sort(values_.begin() + static_cast<std::ptrdiff_t>(done_),
              values_.begin() + static_cast<std::ptrdiff_t>(end));
    done_ = end;
    if (done_ < count) return false;
    sorting_ = false;
    done_ = 0;
  }
  if (run_ >= count) {
    merged_ = {};
    return true;
  }
  return MergeSome();
}

bool SteppedSort::MergeSome() {
  const std::size_t count = values_.size();
  if (merged_.empty()) merged_.resize(count);
  const std::size_t pair = done_ / (2 * run_) * (2 * run_);
  const std::size_t middle = std::min(count, pair + run_);
  const std::size_t end = std::min(count, pair + 2 * run_);
  const std::size_t from = done_ - pair;
  const std::size_t to = std::min(end - pair, from + kMerged);
  const double* a = values_.data() + pair;
  const double* b = values_.data() + middle;
  const std::size_t a_size = middle - pair;
  const std::size_t b_size = end - middle;
  const std::size_t a_from = SplitAt(a, a_size, b, b_size, from);
  const std::size_t a_to = SplitAt(a, a_size, b, b_size, to);
  std::merge(a + a_from, a + a_to, b + (from - a_from), b + (to - a_to), merged_.data() + done_);
  done_ = pair + to;
  if (done_ < count) return false;
  values_.swap(merged_);
  run_ *= 2;
  done_ = 0;
  return run_ >= count;
}

}  // namespace premiumlens
