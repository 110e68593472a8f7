// Quantiles of type 7, as R and numpy take them by default: the value at place (n − 1) p of the
// sorted values, counted from 0, between two neighbours in proportion. The median is the mean of
// the two middle values where their number is even. No value may be missing; of none it is NaN.

#ifndef PREMIUMLENS_CORE_STATS_QUANTILE_H_
#define PREMIUMLENS_CORE_STATS_QUANTILE_H_

#include <span>
#include <vector>

namespace premiumlens {

// Times the median absolute deviation: a normal variable's standard deviation (1 / Φ⁻¹(3/4)).
inline constexpr double kMadToDeviation = 1.4826;

// Puts the values into another order; in step with their number.
double QuantileOf(std::vector<double>& values, double p);

// Of values sorted in ascending order; at once.
double QuantileOfSorted(std::span<const double> sorted, double p);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_QUANTILE_H_
