#include "core/fund/past/standing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

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

Standing StandingOf(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                    std::int64_t window_days) {
  Standing standing;
  standing.window_days = window_days;
  std::vector<double> window = LastOf(dates, premium_fraction, window_days, standing.sample);
  const std::int64_t needed = window_days == kAllDays ? kLeastStandingDays : window_days;
  const std::int64_t have = standing.sample.nobs;
  if (have > 0) standing.latest_fraction = window.front();
  if (have < needed) {
    standing.too_few = TooFew{needed, have};
    return standing;
  }
  const double latest = standing.latest_fraction;
  const auto below =
      std::count_if(window.begin(), window.end(), [=](double value) { return value <= latest; });
  standing.percentile_fraction = static_cast<double>(below) / static_cast<double>(have);
  standing.median_fraction = QuantileOf(window, 0.5);
  for (double& value : window) value = std::fabs(value - standing.median_fraction);
  standing.spread_fraction = kMadToDeviation * QuantileOf(window, 0.5);
  if (standing.spread_fraction > 0) {
    standing.robust_z = (latest - standing.median_fraction) / standing.spread_fraction;
  }
  return standing;
}

}  // namespace premiumlens
