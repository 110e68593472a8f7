// The error of a mean whose terms hang together in time (Newey and West 1987): Bartlett weights,
// no prewhitening, no correction for the number of estimates, as in R sandwich NeweyWest(lm(x ~ 1),
// lag, prewhite = FALSE, adjust = FALSE) and statsmodels' cov_type "HAC" without use_correction.
//   error² = (γ0 + 2 Σ (1 − j/(lag + 1)) γj) / n,  γj = Σ d[t] d[t−j] / n,  d = x − mean
// A missing row keeps its place: products are of rows j apart that both have a value, n counts the
// values. Bartlett weights never let the square fall below 0.

#ifndef PREMIUMLENS_CORE_STATS_HAC_H_
#define PREMIUMLENS_CORE_STATS_HAC_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace premiumlens {

// floor(4 (n/100)^(2/9)), the rule of Newey and West 1994 for these weights; at most n − 1.
std::int64_t AutomaticLag(std::int64_t nobs);

// Σ d[t] d[t−lag]; a missing deviation is given as 0.
double LaggedProducts(std::span<const double> deviations, std::size_t lag);

// From the sums of products at lags 0, 1, …; missing where there are fewer than two values.
double HacError(std::span<const double> lagged_products, std::int64_t nobs);

// All in one, of a series with or without missing rows.
double HacErrorOfMean(const std::vector<double>& series, std::int64_t lag);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_HAC_H_
