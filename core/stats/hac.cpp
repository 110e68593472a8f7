#include "core/stats/hac.h"

#include <algorithm>
#include <cmath>

#include "core/base/missing.h"
#include "core/stats/sum.h"

namespace premiumlens {

std::int64_t AutomaticLag(std::int64_t nobs) {
  if (nobs < 2) return 0;
  const double lag = std::floor(4 * std::pow(static_cast<double>(nobs) / 100, 2.0 / 9));
  return std::min(nobs - 1, static_cast<std::int64_t>(lag));
}

double LaggedProducts(std::span<const double> deviations, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = lag; i < deviations.size(); ++i) sum += deviations[i] * deviations[i - lag];
  return sum;
}

double HacError(std::span<const double> lagged_products, std::int64_t nobs) {
  if (nobs < 2 || lagged_products.empty()) return kMissing;
  const auto weights = static_cast<double>(lagged_products.size());  // lag + 1
  double sum = lagged_products[0];
  for (std::size_t j = 1; j < lagged_products.size(); ++j) {
    sum += 2 * (1 - static_cast<double>(j) / weights) * lagged_products[j];
  }
  // Rounding alone can put it below 0.
  return std::sqrt(std::max(0.0, sum)) / static_cast<double>(nobs);
}

double HacErrorOfMean(const std::vector<double>& series, std::int64_t lag) {
  Sum sum;
  for (const double x : series) {
    if (!IsMissing(x)) sum.Add(x);
  }
  const auto nobs = static_cast<std::int64_t>(CountFilled(series));
  if (nobs < 2) return kMissing;
  const double mean = sum.value() / static_cast<double>(nobs);
  std::vector<double> deviations = series;
  for (double& x : deviations) x = IsMissing(x) ? 0 : x - mean;
  std::vector<double> products;
  for (std::int64_t j = 0; j <= lag; ++j) {
    products.push_back(LaggedProducts(deviations, static_cast<std::size_t>(j)));
  }
  return HacError(products, nobs);
}

}  // namespace premiumlens
