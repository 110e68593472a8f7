// What a holder would get if the premium of today became another: scenarios, not forecasts.
//
// The return is the exact one of premium.h, (1 + g)(1 + p1)/(1 + p0) − 1, as its value, premium and
// cross part, for a value change g that the reader sets. Where the premium may end:
//   zero;
//   the inner and outer bound of its kind's band, on the side where it is (left out where it is
//     within already);
//   its own median and quartiles (type 7) over the last `window_days` days that have a premium;
//   where its past run-ups to `episode_bar` on today's side ended (run_up.h): the median of the
//     premiums on the first day back. One that still goes on, or is cut off, has no end;
//   the one the reader sets.
// Sources: the bands, range guide; the bar of 5 %, investor guide; identity and rest, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_LOSS_SCENARIOS_H_
#define PREMIUMLENS_CORE_FUND_COST_LOSS_SCENARIOS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/kind.h"
#include "core/fund/past/known_days.h"
#include "core/fund/past/premium_history.h"
#include "core/fund/past/run_up.h"
#include "core/fund/premium.h"
#include "core/fund/rules.h"

namespace premiumlens {

enum class FinalReason {
  kZero,
  kRangeInner,
  kRangeOuter,
  kOwnLowerQuartile,
  kOwnMedian,
  kOwnUpperQuartile,
  kEpisodeEnd,
  kGiven,
};

std::string_view Name(FinalReason reason);  // "zero", "range_inner", "own_lower_quartile", …
std::span<const FinalReason> AllFinalReasons();

// The fewest days for a median and quartiles of its own.
inline constexpr std::int64_t kLeastOwnDays = 20;

struct LossOptions {
  double value_growth = 0;
  std::optional<double> premium_to;
  int window_days = 250;
  double episode_bar = kPremiumBar;  // over 0
  double round_trip_fraction = 0;    // cost of buying and selling, of what is paid
  double limit_fraction = 0.10;
};

struct LossScenario {
  FinalReason reason;
  double premium_to_fraction;
  Return parts;                      // before cost
  double net_fraction;               // (1 + r)(1 − cost) − 1
  double breakeven_growth_fraction;  // of the value, cost included
  int limit_down_days;               // the fewest, at an unchanged value (limit_days.h)
};

// A run-up of the past and where it ended; rows of the history.
struct RunUpEnd {
  std::size_t first_row;
  std::size_t end_row;
  double peak_premium_fraction;
  double end_premium_fraction;
};

struct LossScenarios {
  std::optional<std::size_t> row;  // of today's premium: the last that there is
  double premium_from_fraction = kMissing;
  std::vector<LossScenario> scenarios;
  PastSample own;                 // of median and quartiles
  std::optional<TooFew> own_few;  // fewer than kLeastOwnDays
  std::vector<RunUpEnd> ends;     // in order of time
};

// Linear in the days, but for the window's sorting.
class LossWork {
 public:
  // The history must outlive it.
  LossWork(const PremiumHistory& history, const Band& band, const LossOptions& options);

  bool Step();             // a few milliseconds; true when all is done
  LossScenarios Finish();  // only after Step() said true

 private:
  const PremiumHistory& history_;
  Band band_;
  LossOptions options_;
  LossScenarios found_;
  KnownDays days_;
  std::optional<RunUpFinder> finder_;
};

// All at once.
LossScenarios FindLossScenarios(const PremiumHistory& history, const Band& band,
                                const LossOptions& options);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_LOSS_SCENARIOS_H_
