// Quantiles of type 7, as R and numpy take them by default: the value at place (n − 1) p of the
// sorted values, counted from 0, between two neighbours in proportion. The median is the mean of
// the two middle values where their number is even. No value may be missing; of none it is NaN.

#ifndef PREMIUMLENS_CORE_STATS_QUANTILE_H_
#define PREMIUMLENS_CORE_STATS_QUANTILE_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace premiumlens {

// Times the median absolute deviation: a normal variable's standard deviation (1 / Φ⁻¹(3/4)).
inline constexpr double kMadToDeviation = 1.4826;

// Puts the values into another order; in step with their number.
double QuantileOf(std::vector<double>& values, double p);

// Of values sorted in ascending order; at once.
double QuantileOfSorted(std::span<const double> sorted, double p);

// The median of |value − center| of sorted values, the k-th of which (from 0) `nth` gives. Their
// distances fall, then rise: the nearest so many are neighbours, and where they begin is found by
// halving, in a few times log count calls.
template <typename Nth>
double MedianDistance(Nth nth, std::size_t count, double center) {
  const auto farthest = [&](std::size_t nearest) {
    std::size_t low = 0;
    std::size_t high = count - nearest;
    while (low < high) {
      const std::size_t begin = (low + high) / 2;
      if (center - nth(begin) > nth(begin + nearest) - center) {
        low = begin + 1;
      } else {
        high = begin;
      }
    }
    return std::max(std::fabs(center - nth(low)), std::fabs(nth(low + nearest - 1) - center));
  };
  const double upper = farthest(count / 2 + 1);
  return count % 2 == 1 ? upper : 0.5 * (farthest(count / 2) + upper);
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_QUANTILE_H_
