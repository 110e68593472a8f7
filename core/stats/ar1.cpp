#include "core/stats/ar1.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

#include "core/stats/distributions.h"

namespace premiumlens {
namespace {

#include "core/stats/ar1_quantiles.inc"

constexpr std::size_t kLow = 0, kMiddle = 1, kHigh = 2;  // as the table has them
constexpr double kNormal[] = {-1.959963984540054, 0, 1.959963984540054};

// Where `value` lies in an ascending grid: between `below` and the next, `share` of the way.
struct Cell {
  std::size_t below;
  double share;
};

template <std::size_t N>
Cell Locate(const double (&grid)[N], double value) {
  const std::size_t above =
      static_cast<std::size_t>(std::upper_bound(grid, grid + N, value) - grid);
  if (above == 0) return {0, 0};
  if (above == N) return {N - 2, 1};
  const std::size_t below = above - 1;
  return {below, (value - grid[below]) / (grid[above] - grid[below])};
}

double Mix(double a, double b, double share) { return a + share * (b - a); }

// Of the t ratio where the truth is `rho`. Between the table's numbers of pairs in proportion to
// 1/pairs. Past the table's distances the distribution is close to the normal, moved.
double QuantileOfT(double rho, double pairs, std::size_t which) {
  const double distance = pairs * (1 - rho);
  if (distance > *std::rbegin(kDistances)) {
    return kNormal[which] - (1 + 2 * rho) / std::sqrt(pairs * (1 - rho * rho));
  }
  const Cell row = Locate(kPairs, pairs);
  const Cell column = Locate(kDistances, distance);
  const auto at = [&](std::size_t i) {
    return Mix(kQuantiles[i][column.below][which], kQuantiles[i][column.below + 1][which],
               column.share);
  };
  const double low = 1 / kPairs[row.below];
  const double high = 1 / kPairs[row.below + 1];
  const double share = row.share >= 1 ? 1 : (low - 1 / pairs) / (low - high);
  return Mix(at(row.below), at(row.below + 1), std::clamp(share, 0.0, 1.0));
}

// The truth at which the t ratio seen is the quantile: t falls as the truth rises. At most 1.
double TruthAt(const Ar1& fit, std::size_t which) {
  const auto beyond = [&](double rho) {
    return (fit.persistence - rho) / fit.standard_error -
           QuantileOfT(rho, static_cast<double>(fit.pairs), which);
  };
  if (beyond(1) >= 0) return 1;
  double low = -0.999;
  double high = 1;
  if (beyond(low) <= 0) return low;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (beyond(middle) > 0 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

template <typename Use>
void EachPair(const std::vector<double>& series, Use use) {
  for (std::size_t i = 1; i < series.size(); ++i) {
    if (!IsMissing(series[i - 1]) && !IsMissing(series[i])) use(series[i - 1], series[i]);
  }
}

}  // namespace

std::int64_t CountPairs(const std::vector<double>& series) {
  std::int64_t pairs = 0;
  EachPair(series, [&](double, double) { ++pairs; });
  return pairs;
}

std::optional<Ar1> FitAr1(const std::vector<double>& series) {
  Ar1 fit;
  double x_sum = 0;
  double y_sum = 0;
  double start = kMissing;  // sums are of differences to it: of equal values they are exactly 0
  fit.nobs = CountFilled(series);
  EachPair(series, [&](double x, double y) {
    if (++fit.pairs == 1) start = x;
    x_sum += x - start;
    y_sum += y - start;
  });
  if (fit.pairs < kLeastAr1Pairs) return std::nullopt;
  const auto n = static_cast<double>(fit.pairs);
  fit.x_mean = start + x_sum / n;
  const double y_mean = start + y_sum / n;
  double xx = 0;
  double xy = 0;
  EachPair(series, [&](double x, double y) {
    xx += (x - fit.x_mean) * (x - fit.x_mean);
    xy += (x - fit.x_mean) * (y - y_mean);
  });
  if (!(xx > 0)) return std::nullopt;
  fit.x_variation = xx;
  fit.persistence = xy / xx;
  fit.constant = y_mean - fit.persistence * fit.x_mean;
  double rest = 0;
  EachPair(series, [&](double x, double y) {
    const double error = y - y_mean - fit.persistence * (x - fit.x_mean);
    rest += error * error;
  });
  fit.innovation_sd = std::sqrt(rest / (n - 2));
  fit.standard_error = fit.innovation_sd / std::sqrt(xx);
  const double rho = fit.persistence;
  if (rho < 1) fit.mean = fit.constant / (1 - rho);
  if (std::fabs(rho) < 1) {
    const auto nobs = static_cast<double>(fit.nobs);
    fit.effective_nobs = nobs * (1 - rho) / (1 + rho);
  }
  fit.persistence_low = TruthAt(fit, kHigh);
  fit.persistence_median = TruthAt(fit, kMiddle);
  fit.persistence_high = TruthAt(fit, kLow);
  return fit;
}

Ar1 WithMedianPersistence(const Ar1& fit) {
  Ar1 other = fit;
  const double y_mean = fit.constant + fit.persistence * fit.x_mean;
  other.persistence = fit.persistence_median;
  other.constant = y_mean - other.persistence * fit.x_mean;
  other.mean = other.persistence < 1 ? other.constant / (1 - other.persistence) : kMissing;
  return other;
}

double HalfLife(double persistence) {
  if (IsMissing(persistence)) return kMissing;
  if (persistence <= 0) return 0;
  if (persistence >= 1) return std::numeric_limits<double>::infinity();
  return std::log(0.5) / std::log(persistence);
}

Ar1Prediction PredictAr1(const Ar1& fit, double from, std::int64_t rows_ahead) {
  const double rho = fit.persistence;
  // By recursion, so that ρ = 1 is no special case: S, its derivative by ρ, Σ ρ^(2i), ρ^h.
  double sum = 0;
  double slope = 0;
  double squares = 0;
  double power = 1;
  double before = 0;  // ρ^(h−1)
  for (std::int64_t i = 0; i < rows_ahead; ++i) {
    slope = slope * rho + sum;
    sum = sum * rho + 1;
    squares += power * power;
    before = power;
    power *= rho;
  }
  Ar1Prediction ahead{};
  ahead.rows_ahead = rows_ahead;
  ahead.mean = fit.constant * sum + power * from;
  const double variance = fit.innovation_sd * fit.innovation_sd;
  ahead.innovation_variance = variance * squares;
  const double by_rho =
      fit.constant * slope - fit.x_mean * sum + static_cast<double>(rows_ahead) * before * from;
  ahead.parameter_variance =
      variance * (sum * sum / static_cast<double>(fit.pairs) + by_rho * by_rho / fit.x_variation);
  ahead.standard_error = std::sqrt(ahead.innovation_variance + ahead.parameter_variance);
  const double reach =
      StudentQuantile(0.975, static_cast<double>(fit.pairs - 2)) * ahead.standard_error;
  ahead.low = ahead.mean - reach;
  ahead.high = ahead.mean + reach;
  return ahead;
}

}  // namespace premiumlens
