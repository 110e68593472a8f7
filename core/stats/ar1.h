// An autoregression of order one with a constant, x[t] = c + ρ x[t−1] + e[t], by least squares over
// a series with gaps: only neighbouring rows that both have a value make a pair.
//
// Least squares puts ρ too low, the more so the closer ρ is to 1 and the fewer the pairs; and the
// estimate is skewed, so estimate ± 1.96 standard errors is no 95 % interval. The interval here is
// the set of ρ up to 1 that the estimate's t ratio does not speak against: t(ρ) = (estimate − ρ) /
// standard error is held against its own quantiles at that ρ and number of pairs, simulated for
// normal innovations (ar1_quantiles.inc; where n(1 − ρ) is past the table, the normal's, moved by
// −(1 + 2ρ)/√(n(1 − ρ²)), which the table's own cells follow from 35 on: the median's part of the
// bias of Marriott and Pope 1954, Kendall 1954). The ρ whose median t is the one seen is the
// median-unbiased estimate (Andrews 1993; the interval by inversion of t as in Hansen 1999).
//
// Half-life in rows: ln 0.5 / ln ρ, 0 where ρ ≤ 0, infinite where ρ ≥ 1. Its interval has the ends
// of ρ's interval, transformed; an upper end of ρ at 1 means no upper bound.

#ifndef PREMIUMLENS_CORE_STATS_AR1_H_
#define PREMIUMLENS_CORE_STATS_AR1_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/missing.h"

namespace premiumlens {

inline constexpr std::int64_t kLeastAr1Pairs = 20;  // ours; the table of quantiles starts there

struct Ar1 {
  std::int64_t nobs = 0;                 // values
  std::int64_t pairs = 0;                // neighbouring ones
  double constant = kMissing;            // c
  double persistence = kMissing;         // ρ by least squares
  double standard_error = kMissing;      // of ρ, classical
  double innovation_sd = kMissing;       // √(squared residuals / (pairs − 2))
  double mean = kMissing;                // c / (1 − ρ); missing where ρ ≥ 1
  double effective_nobs = kMissing;      // nobs (1 − ρ)/(1 + ρ); missing unless |ρ| < 1
  double persistence_median = kMissing;  // the median-unbiased ρ, at most 1
  double persistence_low = kMissing;     // the 95 % interval
  double persistence_high = kMissing;    // 1: it reaches a random walk
  // What the error of a prediction takes.
  double x_mean = kMissing;       // of the pairs' first values
  double x_variation = kMissing;  // Σ (x − x_mean)² of them
};

// The pairs of a series.
std::int64_t CountPairs(const std::vector<double>& series);

// Nothing where there are fewer pairs than kLeastAr1Pairs, or their first values are all the same.
// One pass and a half over the series; the interval takes no time.
std::optional<Ar1> FitAr1(const std::vector<double>& series);

// The same fit with the median-unbiased ρ in place of the least-squares one, and the constant that
// goes with it: c = ȳ − ρ x̄. Least squares takes a series near a random walk for one that comes
// back faster than it does, and what is predicted from it reaches too little: of simulated series
// of 250 days and ρ = 0.99, its 95 % interval 60 days ahead held 84 %, this one's 91 %.
Ar1 WithMedianPersistence(const Ar1& fit);

// In rows; infinite where ρ ≥ 1, missing where ρ is.
double HalfLife(double persistence);

// The level h rows after `from`, as the fitted model has it: a scenario that takes c and ρ for
// lasting. With S = 1 + ρ + … + ρ^(h−1):
//   mean               c S + ρ^h from, which is c/(1 − ρ) + ρ^h (from − c/(1 − ρ)) where ρ ≠ 1
//   innovation part    σ² (1 + ρ² + … + ρ^(2(h−1)))
//   parameter part     to first order, of the errors of c and ρ: with c = m − ρ x̄,
//                      (S σ/√n)² + (∂mean/∂ρ × the standard error of ρ)², m held
//   standard error     √(innovation part + parameter part)
//   interval           mean ± the 97.5 % quantile of Student's t with n − 2 degrees × that error
// One row ahead this is the prediction interval of the regression, exactly.
struct Ar1Prediction {
  std::int64_t rows_ahead;
  double mean;
  double innovation_variance;
  double parameter_variance;
  double standard_error;
  double low;
  double high;
};
Ar1Prediction PredictAr1(const Ar1& fit, double from, std::int64_t rows_ahead);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_AR1_H_
