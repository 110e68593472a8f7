// The missing-value rule: a number that is not there is NaN inside and null outside, never 0.

#ifndef PREMIUMLENS_CORE_BASE_MISSING_H_
#define PREMIUMLENS_CORE_BASE_MISSING_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace premiumlens {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

inline bool IsMissing(double x) { return std::isnan(x); }

// How many values are there.
inline std::ptrdiff_t CountFilled(const std::vector<double>& values) {
  return std::count_if(values.begin(), values.end(), [](double x) { return !IsMissing(x); });
}

// Whether some value is there.
inline bool HasAny(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [](double x) { return !IsMissing(x); });
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_MISSING_H_
