#include "core/fund/doctor/lead_lag.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/base/missing.h"
#include "core/fund/value/align.h"

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

using Places = std::vector<std::uint32_t>;

// The places from `from` to before `to` that have a number, by its size.
Places BySize(const std::vector<double>& values, std::size_t from, std::size_t to) {
  Places places;
  for (std::size_t i = from; i < to; ++i) {
    if (!IsMissing(values[i])) places.push_back(static_cast<std::uint32_t>(i));
  }
  std::sort(places.begin(), places.end(),
            [&values](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return places;
}

// The rank of each place among those `counts` says, ties sharing their mean; others stay as they
// are. Places are sorted once for the pairs of all lags: sorting is most of the cost.
template <typename Counts>
void RankAmong(const Places& by_size, const std::vector<double>& values, Counts counts,
               std::vector<double>& ranks) {
  std::size_t rank = 0;
  for (std::size_t i = 0; i < by_size.size();) {
    std::size_t end = i;
    std::size_t tied = 0;
    while (end < by_size.size() && values[by_size[end]] == values[by_size[i]]) {
      tied += counts(by_size[end++]);
    }
    if (tied > 0) {
      const double mean = static_cast<double>(2 * rank + tied - 1) / 2;
      for (; i < end; ++i) ranks[by_size[i]] = mean;
    }
    rank += tied;
    i = end;
  }
}

// Of ranks that go from 0 to n − 1, added up pair by pair.
class Correlation {
 public:
  explicit Correlation(std::size_t n) : mean_(static_cast<double>(n - 1) / 2) {}
  void Add(double a, double b) {
    ab_ += (a - mean_) * (b - mean_);
    aa_ += (a - mean_) * (a - mean_);
    bb_ += (b - mean_) * (b - mean_);
  }
  double Get() const { return aa_ > 0 && bb_ > 0 ? ab_ / std::sqrt(aa_ * bb_) : 0; }

 private:
  double mean_;
  double ab_ = 0;
  double aa_ = 0;
  double bb_ = 0;
};

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
  const std::vector<double>& price = returns.price;
  const std::vector<double>& nav = returns.nav;
  const std::size_t count = nav.size();
  const Places prices = BySize(price, from, to);
  const Places navs = BySize(nav, from - std::min<std::size_t>(from, kFarthestLag),
                             std::min(count, to + kFarthestLag));
  std::vector<double> price_ranks(count);
  std::vector<double> nav_ranks(count);
  LagProfile profile;
  for (int lag = -kFarthestLag; lag <= kFarthestLag; ++lag) {
    // Below 0 it wraps around, beyond every place.
    const auto nav_at = [lag](std::size_t i) { return i - static_cast<std::size_t>(lag); };
    const auto price_at = [lag](std::size_t i) { return i + static_cast<std::size_t>(lag); };
    const auto is_pair = [&](std::size_t i) {
      return i >= from && i < to && nav_at(i) < count && !IsMissing(price[i]) &&
             !IsMissing(nav[nav_at(i)]);
    };
    const auto place = LagProfile::PlaceOf(lag);
    std::size_t& pairs = profile.counts[place];
    for (std::size_t i = from; i < to; ++i) pairs += is_pair(i);
    if (pairs < 3) continue;
    RankAmong(prices, price, is_pair, price_ranks);
    RankAmong(
        navs, nav, [&](std::size_t i) { return is_pair(price_at(i)); }, nav_ranks);
    Correlation correlation(pairs);
    for (std::size_t i = from; i < to; ++i) {
      if (is_pair(i)) correlation.Add(price_ranks[i], nav_ranks[nav_at(i)]);
    }
    profile.correlations[place] = correlation.Get();
  }
  return profile;
}

double RankCorrelation(const std::vector<double>& x, const std::vector<double>& y) {
  const std::size_t count = x.size();
  if (count < 3) return 0;
  const auto all = [](std::size_t) { return true; };
  std::vector<double> a(count);
  std::vector<double> b(count);
  RankAmong(BySize(x, 0, count), x, all, a);
  RankAmong(BySize(y, 0, count), y, all, b);
  Correlation correlation(count);
  for (std::size_t i = 0; i < count; ++i) correlation.Add(a[i], b[i]);
  return correlation.Get();
}

}  // namespace premiumlens
