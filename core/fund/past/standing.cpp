#include "core/fund/past/standing.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

// The last days that have a premium, latest first.
std::vector<double> LastOf(const std::vector<Date>& dates, const std::vector<double>& premium,
                           std::int64_t days, PastSample& sample) {
  std::vector<double> last;
  if (days != kAllDays) last.reserve(static_cast<std::size_t>(days));
  for (std::size_t i = premium.size(); i-- > 0;) {
    if (IsMissing(premium[i])) continue;
    last.push_back(premium[i]);
    if (!dates.empty()) {
      if (sample.to == kMissingDate) sample.to = dates[i];
      sample.from = dates[i];
    }
    if (static_cast<std::int64_t>(last.size()) == days) break;
  }
  sample.nobs = static_cast<std::int64_t>(last.size());
  return last;
}

}  // namespace

StandingMaker::StandingMaker(const std::vector<Date>& dates,
                             const std::vector<double>& premium_fraction,
                             std::int64_t window_days) {
  standing_.window_days = window_days;
  std::vector<double> window = LastOf(dates, premium_fraction, window_days, standing_.sample);
  const std::int64_t needed = window_days == kAllDays ? kLeastStandingDays : window_days;
  const std::int64_t have = standing_.sample.nobs;
  if (have > 0) standing_.latest_fraction = window.front();
  if (have < needed) {
    standing_.too_few = TooFew{needed, have};
  } else {
    sort_.emplace(std::move(window));
  }
}

bool StandingMaker::Step() {
  if (!sort_) return true;
  if (!sort_->Step()) return false;
  const std::vector<double>& sorted = sort_->sorted();
  const double latest = standing_.latest_fraction;
  const auto below = std::upper_bound(sorted.begin(), sorted.end(), latest) - sorted.begin();
  standing_.percentile_fraction = static_cast<double>(below) / static_cast<double>(sorted.size());
  const auto above = sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), latest);
  standing_.at_or_above_fraction = static_cast<double>(above) / static_cast<double>(sorted.size());
  const double median = QuantileOfSorted(sorted, 0.5);
  const auto nth = [&sorted](std::size_t k) { return sorted[k]; };
  standing_.median_fraction = median;
  standing_.spread_fraction = kMadToDeviation * MedianDistance(nth, sorted.size(), median);
  if (standing_.spread_fraction > kNoSpread) {
    standing_.robust_z = (latest - median) / standing_.spread_fraction;
  }
  sort_.reset();
  return true;
}

Standing StandingOf(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                    std::int64_t window_days) {
  StandingMaker maker(dates, premium_fraction, window_days);
  while (!maker.Step()) {
  }
  return maker.result();
}

}  // namespace premiumlens
