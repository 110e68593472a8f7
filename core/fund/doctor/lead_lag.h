// How price and NAV move together when one is moved against the other by some sessions.
//
// Lag L pairs the price's return of session T with the NAV's return of session T − L. A market that
// trades while Shanghai does gives a peak at 0; one that is shut gives 1, since the price of T can
// only follow the NAV of T − 1 (or both, for a market that is open for part of the session).
// Correlations are of ranks, so that one wild day counts for no more than its rank.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_LEAD_LAG_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_LEAD_LAG_H_

#include <array>
#include <cstddef>
#include <vector>

#include "core/base/date.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

// Returns (differences of logarithms) from one session to the next; NaN where either end is
// missing, or where the step is that of a split. Entry 0 is NaN.
struct SessionReturns {
  std::vector<Date> sessions;
  std::vector<double> price;
  std::vector<double> nav;
};

// Of the newest `most` sessions.
SessionReturns ReturnsOf(const FundData& data, std::size_t most);

inline constexpr int kFarthestLag = 2;

struct LagProfile {
  std::array<double, 2 * kFarthestLag + 1> correlations{};  // 0 under three pairs
  std::array<std::size_t, 2 * kFarthestLag + 1> counts{};
  // A lag beyond the farthest has correlation 0.
  double At(int lag) const {
    if (lag < -kFarthestLag || lag > kFarthestLag) return 0;
    return correlations[PlaceOf(lag)];
  }
  std::size_t CountAt(int lag) const {
    if (lag < -kFarthestLag || lag > kFarthestLag) return 0;
    return counts[PlaceOf(lag)];
  }
  static std::size_t PlaceOf(int lag) {
    const int place = lag + kFarthestLag;
    return static_cast<std::size_t>(place);
  }
  int Peak() const;  // the lag of the highest correlation
};

// Over the price's sessions [from, to).
LagProfile ProfileOf(const SessionReturns& returns, std::size_t from, std::size_t to);

// Spearman's rank correlation, ties sharing their mean rank; 0 under three pairs.
double RankCorrelation(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_LEAD_LAG_H_
