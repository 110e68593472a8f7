#include "core/stats/bootstrap.h"

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <utility>

#include "core/stats/quantile.h"

namespace premiumlens {

std::int64_t BlockLengthFor(const BootstrapRule& rule, std::size_t n) {
  const auto most = static_cast<std::int64_t>(n);
  if (rule.block_length > 0) return std::min(rule.block_length, most);
  // Counted up, as a cube root of 27 may come out above 3.
  std::int64_t length = 1;
  while (length * length * length < most) ++length;
  return std::min(length, most);
}

std::int64_t ResamplesFor(const BootstrapRule& rule, std::size_t n) {
  const std::int64_t most = kMostDraws / static_cast<std::int64_t>(std::max<std::size_t>(n, 1));
  return std::min(rule.resamples, std::max(most, kLeastResamples));
}

BlockBootstrap::BlockBootstrap(std::vector<double> values, BootstrapRule rule)
    : values_(std::move(values)),
      rule_(rule),
      block_(static_cast<std::size_t>(BlockLengthFor(rule, values_.size()))),
      resamples_(static_cast<std::size_t>(ResamplesFor(rule, values_.size()))),
      engine_(rule.seed),
      resample_(values_.size()) {}

bool BlockBootstrap::Step() {
  constexpr std::size_t kDrawsAStep = 50'000;
  if (values_.empty()) return true;
  std::size_t drawn = 0;
  while (means_.size() < resamples_ && drawn < kDrawsAStep) {
    Resample();
    drawn += values_.size();
  }
  return means_.size() == resamples_;
}

// The mean is taken of what the values are over the first, so that equal ones give it exactly.
void BlockBootstrap::Resample() {
  const std::size_t n = values_.size();
  const boost::random::uniform_int_distribution<std::uint32_t> start(
      0, static_cast<std::uint32_t>(n - 1));
  double sum = 0;
  for (std::size_t made = 0; made < n;) {
    std::size_t from = start(engine_);
    for (std::size_t k = 0; k < block_ && made < n; ++k, ++made) {
      resample_[made] = values_[from];
      sum += values_[from] - values_[0];
      from = from + 1 == n ? 0 : from + 1;
    }
  }
  means_.push_back(values_[0] + sum / static_cast<double>(n));
  medians_.push_back(QuantileOf(resample_, 0.5));
}

ConfidenceInterval BlockBootstrap::Mean() { return Between(means_); }
ConfidenceInterval BlockBootstrap::Median() { return Between(medians_); }

ConfidenceInterval BlockBootstrap::Between(std::vector<double>& statistics) const {
  const double tail = (1 - rule_.confidence) / 2;
  return {QuantileOf(statistics, tail), QuantileOf(statistics, 1 - tail)};
}

}  // namespace premiumlens
