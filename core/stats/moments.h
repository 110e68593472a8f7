// Count, mean and squared deviations of a set of numbers, and of two sets put together, without
// subtracting large sums from each other (Chan, Golub, LeVeque 1979).

#ifndef PREMIUMLENS_CORE_STATS_MOMENTS_H_
#define PREMIUMLENS_CORE_STATS_MOMENTS_H_

#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {

struct Moments {
  double count = 0;
  double mean = 0;     // of none: 0
  double squares = 0;  // Σ (x − mean)²

  void Add(double x) {
    const double from = x - mean;
    mean += from / ++count;
    squares += from * (x - mean);
  }

  friend Moments operator+(const Moments& a, const Moments& b) {
    if (a.count == 0) return b;
    if (b.count == 0) return a;
    const double both = a.count + b.count;
    const double apart = b.mean - a.mean;
    return {both, a.mean + apart * (b.count / both),
            a.squares + b.squares + apart * apart * (a.count * b.count / both)};
  }

  // With n − 1; missing under two.
  double Deviation() const { return count < 2 ? kMissing : std::sqrt(squares / (count - 1)); }
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_MOMENTS_H_
