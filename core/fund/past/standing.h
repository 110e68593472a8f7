// Where the latest premium stands among the days before it: its percentile and its robust z.
//
// A window of N is the last N days that have a premium, the latest among them; days without one are
// left out and not counted. The latest is the last day with a premium. Only days up to it are used.
//   percentile = days of the window at or below the latest, itself counted, / days of the window
//                (ties count in full; 1 for the highest, 1/N for a lowest without ties)
//   robust z   = (latest − median) / (1.4826 × MAD), MAD the median of |premium − median|; both of
//                the window, the mean of the two middle values where their number is even. For a
//                normal variable 1.4826 × MAD is the standard deviation. MAD = 0 gives no z.
// A window with fewer days than it asks for has no figures.

#ifndef PREMIUMLENS_CORE_FUND_PAST_STANDING_H_
#define PREMIUMLENS_CORE_FUND_PAST_STANDING_H_

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/stats/stepped_sort.h"

namespace premiumlens {

// A spread that is no more than the rounding of prices divided by values: of a premium that stays
// the same. It gives no z.
inline constexpr double kNoSpread = 1e-12;

inline constexpr std::int64_t kAllDays = 0;  // as a window
inline constexpr std::array<std::int64_t, 5> kStandingWindows = {20, 60, 120, 250, kAllDays};
inline constexpr std::int64_t kLeastStandingDays = 20;  // of the window of all days; ours

struct Standing {
  std::int64_t window_days = kAllDays;  // asked for
  PastSample sample;                    // used, or what there was of it
  double latest_fraction = kMissing;
  double percentile_fraction = kMissing;
  double at_or_above_fraction = kMissing;  // the share of days there, the latest counted
  double median_fraction = kMissing;
  double spread_fraction = kMissing;  // 1.4826 × MAD
  double robust_z = kMissing;
  std::optional<TooFew> too_few;
};

// `dates` is empty or as long as `premium_fraction`. In step with the rows walked to fill the
// window, and n log n in its days.
Standing StandingOf(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                    std::int64_t window_days);

// The same in pieces of a few milliseconds, for a window of very many days.
class StandingMaker {
 public:
  StandingMaker(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                std::int64_t window_days);
  bool Step();
  const Standing& result() const { return standing_; }  // once Step() said true

 private:
  Standing standing_;
  std::optional<SteppedSort> sort_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_STANDING_H_
