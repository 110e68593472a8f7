#include "core/stats/correlation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/stats/sum.h"

namespace premiumlens {

Correlation Correlate(const std::vector<double>& x, const std::vector<double>& y) {
  Correlation found;
  const std::size_t rows = std::min(x.size(), y.size());
  const auto each = [&](auto use) {
    for (std::size_t i = 0; i < rows; ++i) {
      if (!IsMissing(x[i]) && !IsMissing(y[i])) use(x[i], y[i]);
    }
  };
  Sum x_sum;
  Sum y_sum;
  each([&](double a, double b) {
    x_sum.Add(a);
    y_sum.Add(b);
    ++found.nobs;
  });
  if (found.nobs < 3) return found;
  const auto n = static_cast<double>(found.nobs);
  const double x_mean = x_sum.value() / n;
  const double y_mean = y_sum.value() / n;
  double xx = 0;
  double xy = 0;
  double yy = 0;
  each([&](double a, double b) {
    xx += (a - x_mean) * (a - x_mean);
    xy += (a - x_mean) * (b - y_mean);
    yy += (b - y_mean) * (b - y_mean);
  });
  if (xx > 0 && yy > 0) found.value = std::clamp(xy / std::sqrt(xx) / std::sqrt(yy), -1.0, 1.0);
  return found;
}

std::vector<double> DifferencesOf(const std::vector<double>& series) {
  std::vector<double> changes(series.size(), kMissing);
  for (std::size_t i = 1; i < series.size(); ++i) changes[i] = series[i] - series[i - 1];
  return changes;
}

std::vector<double> ReturnsOf(const std::vector<double>& series) {
  std::vector<double> returns(series.size(), kMissing);
  for (std::size_t i = 1; i < series.size(); ++i) returns[i] = series[i] / series[i - 1] - 1;
  return returns;
}

}  // namespace premiumlens
