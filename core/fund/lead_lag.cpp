#include "core/fund/lead_lag.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/base/missing.h"
#include "core/fund/align.h"

namespace premiumlens {
namespace {

constexpr double kSplitSize = 0.28;

// The values of the sessions, then their returns.
std::vector<double> ReturnsAlong(const std::vector<Date>& sessions, const std::vector<Date>& dates,
                                 const std::vector<double>& values) {
  std::vector<double> levels(sessions.size(), kMissing);
  std::size_t k = 0;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    while (k < dates.size() && dates[k] < sessions[i]) ++k;
    if (k < dates.size() && dates[k] == sessions[i]) levels[i] = std::log(values[k]);
  }
  std::vector<double> returns(sessions.size(), kMissing);
  for (std::size_t i = 1; i < sessions.size(); ++i) {
    const double change = levels[i] - levels[i - 1];
    if (std::fabs(change) < kSplitSize) returns[i] = change;
  }
  return returns;
}

std::vector<double> RanksOf(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&values](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i + 1;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double rank = static_cast<double>(i + end - 1) / 2;
    for (; i < end; ++i) ranks[order[i]] = rank;
  }
  return ranks;
}

}  // namespace

SessionReturns ReturnsOf(const FundData& data, std::size_t most) {
  SessionReturns returns;
  returns.sessions = SessionsOf(data.dates, data.price_cny, data.nav);
  if (returns.sessions.size() > most) {
    returns.sessions.erase(returns.sessions.begin(),
                           returns.sessions.end() - static_cast<std::ptrdiff_t>(most));
  }
  returns.price = ReturnsAlong(returns.sessions, data.dates, data.price_cny);
  returns.nav = ReturnsAlong(returns.sessions, data.nav.dates, data.nav.values);
  return returns;
}

int LagProfile::Peak() const {
  const auto peak = std::max_element(correlations.begin(), correlations.end());
  return static_cast<int>(peak - correlations.begin()) - kFarthestLag;
}

LagProfile ProfileOf(const SessionReturns& returns, std::size_t from, std::size_t to) {
  LagProfile profile;
  const auto count = static_cast<std::ptrdiff_t>(returns.sessions.size());
  for (int lag = -kFarthestLag; lag <= kFarthestLag; ++lag) {
    std::vector<double> price;
    std::vector<double> nav;
    for (std::size_t i = from; i < to; ++i) {
      const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(i) - lag;
      if (other < 0 || other >= count || IsMissing(returns.price[i])) continue;
      const double value = returns.nav[static_cast<std::size_t>(other)];
      if (IsMissing(value)) continue;
      price.push_back(returns.price[i]);
      nav.push_back(value);
    }
    const auto place = LagProfile::PlaceOf(lag);
    profile.counts[place] = price.size();
    profile.correlations[place] = RankCorrelation(price, nav);
  }
  return profile;
}

double RankCorrelation(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() < 3) return 0;
  const std::vector<double> a = RanksOf(x);
  const std::vector<double> b = RanksOf(y);
  const double mean = static_cast<double>(x.size() - 1) / 2;  // of ranks, ties or not
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) * (a[i] - mean);
    bb += (b[i] - mean) * (b[i] - mean);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

}  // namespace premiumlens
