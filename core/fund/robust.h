// Medians, for bars that a few wild values must not move. NaN of nothing.

#ifndef PREMIUMLENS_CORE_FUND_ROBUST_H_
#define PREMIUMLENS_CORE_FUND_ROBUST_H_

#include <cstddef>
#include <vector>

namespace premiumlens {

// The upper one of the two middle values where their number is even. None may be missing.
double MedianOf(std::vector<double> values);
double MedianOf(const std::vector<double>& values, std::size_t from, std::size_t to);

// 1.4826 × the median of |value|: a normal variable's standard deviation around 0.
double SpreadOf(std::vector<double> values);

// The changes from each value to the next.
std::vector<double> ChangesOf(const std::vector<double>& values);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_ROBUST_H_
