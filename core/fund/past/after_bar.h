// What followed when the premium crossed a bar: premium change, price return and value return, so
// many days later, of every separate episode of the past.
//
// A case is a crossing with which a run-up starts (run_up.h: from short of the bar to at or over
// it, after `quiet_days` days back; whether it is one is known on the day). Over h days from day t,
// with price P, value V and premium p of that history (its value named, and published by then
// unless it is hindsight):
//   premium_change = p[t+h] − p[t]       price_return = P[t+h] / P[t] − 1
//   value_return   = V[t+h] / V[t] − 1   so 1 + price_return
//                                           = (1 + value_return)(1 + p[t+h])/(1 + p[t]), exactly.
// t + h counts known days (known_days.h); the outcome uses t and t + h alone. A case whose horizon
// runs beyond the data, or over a hole in them, is counted as `beyond_end` and is in no figure.
//
// The spread of an outcome: mean, quartiles (type 7), least, most, the share below 0, and the block
// bootstrap's 95 % intervals of mean and median (bootstrap.h, the cases in the order of time). It
// takes kLeastEpisodes cases: under that there is none, and the cases are to be listed.
// Beside it: the same spread, without intervals, of all days whatever their premium; and the means
// over all days that are over the bar, be they crossings or not.
//
// The bars are those of the sources (5 % investor guide; 10 and 15 % brokerage study) and ours;
// the horizons, quiet days and least count are ours.

#ifndef PREMIUMLENS_CORE_FUND_PAST_AFTER_BAR_H_
#define PREMIUMLENS_CORE_FUND_PAST_AFTER_BAR_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/past/known_days.h"
#include "core/fund/past/run_up.h"
#include "core/fund/stages.h"
#include "core/stats/bootstrap.h"

namespace premiumlens {

inline constexpr std::int64_t kLeastEpisodes = 10;
inline constexpr std::array kAfterBars = {0.03, 0.05, 0.08, 0.10, 0.15, 0.20};
inline constexpr std::array<std::int64_t, 5> kAfterHorizons = {1, 5, 10, 20, 60};

struct AfterBarRule {
  std::vector<double> bars{kAfterBars.begin(), kAfterBars.end()};
  std::vector<std::int64_t> horizons{kAfterHorizons.begin(), kAfterHorizons.end()};
  std::int64_t quiet_days = kQuietDays;
  PremiumSide side = PremiumSide::kPremium;
  BootstrapRule bootstrap = {};
};

struct Spread {
  double mean = kMissing;
  double median = kMissing;
  double q1 = kMissing;
  double q3 = kMissing;
  double min = kMissing;
  double max = kMissing;
  double negative_share = kMissing;
  ConfidenceInterval mean_interval;
  ConfidenceInterval median_interval;
};

// The order of everything that comes in threes. The last two are missing where premiums alone were
// given.
enum class Outcome { kPremiumChange, kPriceReturn, kValueReturn };
inline constexpr std::array kOutcomes = {Outcome::kPremiumChange, Outcome::kPriceReturn,
                                         Outcome::kValueReturn};

struct AfterHorizon {
  std::int64_t horizon_days = 0;
  std::int64_t count = 0;       // cases with an outcome
  std::int64_t beyond_end = 0;  // and those without
  std::optional<std::array<Spread, 3>> spreads;
  std::int64_t block_length = 0;
  std::int64_t resamples = 0;
  std::int64_t over_days = 0;  // all days over the bar that have an outcome
  std::array<double, 3> over_days_means{kMissing, kMissing, kMissing};
};

struct AfterOneBar {
  double bar_fraction = kMissing;
  std::int64_t crossings = 0;      // those that go on with a run-up counted as well
  std::vector<std::size_t> cases;  // places among the known days
  std::vector<AfterHorizon> horizons;
};

// NaN where the horizon runs beyond the data or over a hole.
double OutcomeOf(const KnownDays& days, Outcome outcome, std::size_t place,
                 std::int64_t horizon_days);

class AfterBar {
 public:
  AfterBar(const KnownDays& days, AfterBarRule rule);  // the days must outlive it
  bool Step() { return stages_.Step(); }               // a few milliseconds; true when all is done
  double Progress() const { return stages_.Progress(); }
  const std::vector<AfterOneBar>& bars() const { return bars_; }
  const std::vector<AfterHorizon>& all_days() const { return all_days_; }

 private:
  void PlanBar(std::size_t bar);
  void PlanHorizon(std::size_t bar, std::size_t horizon);
  void PlanAllDays(std::size_t horizon);
  void SumOverDays(std::size_t bar, std::size_t horizon);
  template <typename Do>
  void ForAllThatReach(std::int64_t horizon_days, const Do& act) const;
  bool Reaches(std::size_t place, std::int64_t horizon_days) const;

  const KnownDays& days_;
  AfterBarRule rule_;
  std::vector<std::size_t> holes_;  // places after one
  std::vector<AfterOneBar> bars_;
  std::vector<AfterHorizon> all_days_;
  std::vector<double> values_;  // of the stage at work
  Stages stages_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_AFTER_BAR_H_
