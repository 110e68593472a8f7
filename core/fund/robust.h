// Medians for the data checks' bars, which a few wild values must not move. NaN of nothing.
//
// Not those of core/stats/quantile.h: a level that the data are measured against is one that they
// have, also where half of them stand at another (a unit or a price step that changed midway), and
// not a place between the two where none is. Figures that are shown are quantiles.

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
