#include "core/fund/robust.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/stats/quantile.h"

namespace premiumlens {

double MedianOf(std::vector<double> values) {
  if (values.empty()) return kMissing;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double MedianOf(const std::vector<double>& values, std::size_t from, std::size_t to) {
  const auto begin = values.begin();
  return MedianOf(
      {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to)});
}

double SpreadOf(std::vector<double> values) {
  for (double& value : values) value = std::fabs(value);
  return kMadToDeviation * MedianOf(std::move(values));
}

std::vector<double> ChangesOf(const std::vector<double>& values) {
  std::vector<double> changes;
  for (std::size_t i = 1; i < values.size(); ++i) changes.push_back(values[i] - values[i - 1]);
  return changes;
}

}  // namespace premiumlens
