// The missing-value rule: a number that is not there is NaN inside and null outside, never 0.

#ifndef PREMIUMLENS_CORE_BASE_MISSING_H_
#define PREMIUMLENS_CORE_BASE_MISSING_H_

#include <cmath>
#include <limits>

namespace premiumlens {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

inline bool IsMissing(double x) { return std::isnan(x); }

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_MISSING_H_
