// What a holder's return may be after some days, from how the premium and the value have moved.
//
// With x = ln(1 + premium) and V the value, day by day
//     x[t] − μ = φ (x[t−1] − μ) + e[t],   Δ ln V[t] = d + v[t],
// e and v normal with standard deviations σe and σv, correlated r on the same day and independent
// from one day to the next. The log return of the price from today to day h is
//     R = (ln V[h] − ln V[0]) + x[h] − x[0], normal with
//     mean      h d + (φ^h − 1)(x[0] − μ)
//     variance  h σv² + σe² (1 − φ^2h)/(1 − φ²) + 2 r σv σe (1 − φ^h)/(1 − φ),
// at φ = 1 the limits: mean h d, variance h (σv² + σe² + 2 r σv σe). The return is e^R − 1: its
// quantiles are those of R carried over, its mean e^(mean + variance/2) − 1.
//
// The drift d is 0 unless the caller sets one: a past growth says little about the next.
// The normal law has thinner tails than real days, and φ, μ and σe are taken for lasting: the odds
// fail when quota or halts change. No limits, no halts, no cost: path_simulation.h has those.
// Sources: the identity, ours; AR(1), core/stats/ar1.h.

#ifndef PREMIUMLENS_CORE_FUND_COST_PATH_RISK_H_
#define PREMIUMLENS_CORE_FUND_COST_PATH_RISK_H_

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/fund/past/premium_history.h"
#include "core/stats/ar1.h"

namespace premiumlens {

struct PathModel {
  double premium_mean_log = 0;  // μ
  double persistence = 0;       // φ, from −1 (not itself) to 1
  double premium_sd = 0;        // σe, a day
  double value_sd = 0;          // σv, a day
  double correlation = 0;       // r
  double value_drift = 0;       // d, a day, of the log
};

// Of so many days at least, each with the day before (ours).
inline constexpr std::int64_t kLeastPathPairs = 60;
// From so many days on a growth may be told as one of a year.
inline constexpr std::int64_t kLeastYearDays = 250;
inline constexpr int kDaysOfYear = 250;

struct PathFit {
  PathModel model;  // with no drift; φ by least squares, at most 1
  Ar1 premium;      // of the log premium
  std::int64_t pairs = 0;
  PastSample sample;
  double value_growth_year = kMissing;  // as it was, (V[last]/V[first])^(250/changes) − 1; missing
                                        // under kLeastYearDays
};

// Of the last `window_days` rows up to the last premium. σv and r are of the changes between
// neighbouring rows that both have a value (n − 1 below); r is that of the residuals of the premium
// with the value's changes of the same rows. Where φ is 1 no premium comes back and μ plays no
// part; it is then the mean of x. Nothing, and what it takes, where there are fewer pairs than
// kLeastPathPairs or the premium never moves.
struct PathFitResult {
  std::optional<PathFit> fit;
  std::optional<TooFew> too_few;
};
PathFitResult FitPathModel(const PremiumHistory& history, int window_days);

inline constexpr std::array<double, 5> kPathShares = {0.05, 0.25, 0.5, 0.75, 0.95};
inline constexpr std::array<double, 4> kLossBars = {0, 0.05, 0.10, 0.20};

struct PathOutlook {
  int days;
  double mean_log;
  double sd_log;
  double mean_fraction;
  std::array<double, kPathShares.size()> quantiles;   // returns, at kPathShares
  std::array<double, kLossBars.size()> loss_chances;  // of a return under −bar
  double median_premium;                              // e^(μ + φ^h (x[0] − μ)) − 1
};

// From a premium today. Without any deviation the chances are 0 or 1. A premium of −1 or less gives
// NaN throughout.
PathOutlook OutlookAt(const PathModel& model, double premium, int days);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_PATH_RISK_H_
