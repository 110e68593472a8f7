#include "core/stats/rolling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/missing.h"
#include "core/stats/quantile.h"

namespace premiumlens {

RollingMoments::RollingMoments(std::span<const double> values, std::size_t window)
    : values_(values), window_(std::max<std::size_t>(window, 1)) {}

void RollingMoments::StartBlock() {
  if (row_ == 0) return;
  tails_.assign(window_ + 1, {});
  for (std::size_t place = window_; place-- > 0;) {
    Moments one;
    one.Add(values_[row_ - window_ + place]);
    tails_[place] = one + tails_[place + 1];
  }
  head_ = {};
}

Moments RollingMoments::Next() {
  const std::size_t place = row_ % window_;
  if (place == 0) StartBlock();
  head_.Add(values_[row_]);
  ++row_;
  return tails_.empty() ? head_ : tails_[place + 1] + head_;
}

RollingOrder::RollingOrder(std::span<const double> values, std::size_t window)
    : values_(values), window_(std::max<std::size_t>(window, 1)) {}

// The block before is all in the window; of the block that begins nothing is.
void RollingOrder::StartBlock() {
  first_ = row_ < window_ ? 0 : row_ - window_;
  const std::size_t end = std::min(values_.size(), row_ + window_);
  const std::size_t size = end - first_;
  order_.resize(size);
  std::iota(order_.begin(), order_.end(), 0u);
  const double* from = values_.data() + first_;
  std::sort(order_.begin(), order_.end(), [from](std::uint32_t a, std::uint32_t b) {
    return from[a] < from[b] || (from[a] == from[b] && a < b);
  });
  ranks_.resize(size);
  sorted_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    ranks_[order_[i]] = static_cast<std::uint32_t>(i);
    sorted_[i] = from[order_[i]];
  }
  tree_.assign(size + 1, 0);
  for (top_ = 1; 2 * top_ <= size;) top_ *= 2;
  for (std::size_t row = first_; row < row_; ++row) Count(ranks_[row - first_], 1);
}

void RollingOrder::Count(std::uint32_t rank, std::int32_t by) {
  for (std::size_t i = rank + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] += by;
}

void RollingOrder::Advance() {
  if (row_ % window_ == 0) StartBlock();
  Count(ranks_[row_ - first_], 1);
  if (row_ >= window_) {
    Count(ranks_[row_ - window_ - first_], -1);
  } else {
    ++count_;
  }
  ++row_;
}

double RollingOrder::Nth(std::size_t k) const {
  std::size_t at = 0;
  auto left = static_cast<std::int32_t>(k);
  for (std::size_t step = top_; step > 0; step /= 2) {
    if (at + step < tree_.size() && tree_[at + step] <= left) {
      at += step;
      left -= tree_[at];
    }
  }
  return sorted_[at];
}

double RollingOrder::Quantile(double p) const {
  if (count_ == 0) return kMissing;
  const double place = static_cast<double>(count_ - 1) * p;
  const auto below = static_cast<std::size_t>(place);
  const double low = Nth(below);
  const double beyond = place - static_cast<double>(below);
  return beyond > 0 ? low + beyond * (Nth(below + 1) - low) : low;
}

double RollingOrder::Spread(double center) const {
  if (count_ == 0) return kMissing;
  const auto nth = [this](std::size_t k) { return Nth(k); };
  return kMadToDeviation * MedianDistance(nth, count_, center);
}

std::vector<std::size_t> RowsOf(const std::vector<double>& series) {
  std::vector<std::size_t> rows;
  rows.reserve(series.size());
  for (std::size_t row = 0; row < series.size(); ++row) {
    if (!IsMissing(series[row])) rows.push_back(row);
  }
  return rows;
}

std::vector<double> Gather(const std::vector<double>& series,
                           const std::vector<std::size_t>& rows) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (const std::size_t row : rows) values.push_back(series[row]);
  return values;
}

}  // namespace premiumlens
