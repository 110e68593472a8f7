// Pearson's correlation of two series over the rows where both have a value.

#ifndef PREMIUMLENS_CORE_STATS_CORRELATION_H_
#define PREMIUMLENS_CORE_STATS_CORRELATION_H_

#include <cstdint>
#include <vector>

#include "core/base/missing.h"

namespace premiumlens {

struct Correlation {
  double value = kMissing;  // missing under three rows, or where one of the two never moves
  std::int64_t nobs = 0;
};

Correlation Correlate(const std::vector<double>& x, const std::vector<double>& y);

// x[t] − x[t−1], or x[t]/x[t−1] − 1, of neighbouring rows that both have a value; missing at the
// first row. As long as the series.
std::vector<double> DifferencesOf(const std::vector<double>& series);
std::vector<double> ReturnsOf(const std::vector<double>& series);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_CORRELATION_H_
