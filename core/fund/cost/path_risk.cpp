#include "core/fund/cost/path_risk.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/base/missing.h"
#include "core/stats/distributions.h"

namespace premiumlens {
namespace {

// 1 + q + … + q^(n−1); exact at q = 1 and without cancellation near it.
double GeometricSum(double q, int n) {
  double sum = 0;
  double power = 1;
  for (int i = 0; i < n; ++i) {
    sum += power;
    power *= q;
  }
  return sum;
}

struct Window {
  std::size_t from = 0;
  std::size_t to = 0;  // one past the last
};

Window LastRows(const PremiumHistory& history, int days) {
  std::size_t to = history.premium_fraction.size();
  while (to > 0 && IsMissing(history.premium_fraction[to - 1])) --to;
  const auto wanted = static_cast<std::size_t>(days);
  return {to > wanted ? to - wanted : 0, to};
}

// Sums of two series' products, around their means.
class Moments {
 public:
  void Add(double a, double b) {
    ++n_;
    const double delta_a = a - mean_a_;
    mean_a_ += delta_a / static_cast<double>(n_);
    const double delta_b = b - mean_b_;
    mean_b_ += delta_b / static_cast<double>(n_);
    aa_ += delta_a * (a - mean_a_);
    bb_ += delta_b * (b - mean_b_);
    ab_ += delta_a * (b - mean_b_);
  }
  std::int64_t count() const { return n_; }
  double DeviationOfA() const { return std::sqrt(aa_ / static_cast<double>(n_ - 1)); }
  double Correlation() const {
    return aa_ > 0 && bb_ > 0 ? std::clamp(ab_ / std::sqrt(aa_ * bb_), -1.0, 1.0) : 0;
  }

 private:
  std::int64_t n_ = 0;
  double mean_a_ = 0, mean_b_ = 0, aa_ = 0, bb_ = 0, ab_ = 0;
};

// The value's changes, with the premium's residuals of the same rows.
Moments JointMoments(const std::vector<double>& premium_log, const std::vector<double>& value_log,
                     double persistence) {
  Moments moments;
  for (std::size_t i = 1; i < value_log.size(); ++i) {
    const double change = value_log[i] - value_log[i - 1];
    const double residual = premium_log[i] - persistence * premium_log[i - 1];
    if (!IsMissing(change) && !IsMissing(residual)) moments.Add(change, residual);
  }
  return moments;
}

double YearlyGrowth(const std::vector<double>& value_log) {
  if (value_log.size() < 2) return kMissing;
  std::size_t first = 0, last = value_log.size() - 1;
  while (first < last && IsMissing(value_log[first])) ++first;
  while (last > first && IsMissing(value_log[last])) --last;
  const auto days = static_cast<std::int64_t>(last - first);
  if (days + 1 < kLeastYearDays) return kMissing;
  return std::expm1((value_log[last] - value_log[first]) * kDaysOfYear / static_cast<double>(days));
}

}  // namespace

PathFitResult FitPathModel(const PremiumHistory& history, int window_days) {
  const Window window = LastRows(history, window_days);
  std::vector<double> premium_log, value_log;
  std::vector<double> of_window;
  std::vector<Date> dates;
  for (std::size_t row = window.from; row < window.to; ++row) {
    of_window.push_back(history.premium_fraction[row]);
    premium_log.push_back(std::log1p(history.premium_fraction[row]));
    const bool valued = !history.value_cny.empty() && !IsMissing(history.premium_fraction[row]);
    value_log.push_back(valued ? std::log(history.value_cny[row]) : kMissing);
    if (!history.dates.empty()) dates.push_back(history.dates[row]);
  }
  const std::optional<Ar1> premium = FitAr1(premium_log);
  const double least_squares = premium ? premium->persistence : 0;
  const Moments moments = JointMoments(premium_log, value_log, least_squares);
  if (!premium || moments.count() < kLeastPathPairs) {
    return {{}, TooFew{kLeastPathPairs + 1, SampleOf(dates, of_window).nobs}};
  }
  PathFit fit;
  fit.premium = *premium;
  fit.pairs = moments.count();
  fit.sample = SampleOf(dates, of_window);
  const bool wanders = !(least_squares < 1);
  fit.model = {.premium_mean_log = wanders ? premium->x_mean : premium->mean,
               .persistence = wanders ? 1 : least_squares,
               .premium_sd = premium->innovation_sd,
               .value_sd = moments.DeviationOfA(),
               .correlation = moments.Correlation()};
  fit.value_growth_year = YearlyGrowth(value_log);
  return {fit, {}};
}

PathOutlook OutlookAt(const PathModel& model, double premium, int days) {
  const double from = std::log1p(premium);
  const double phi = model.persistence;
  const double power = std::pow(phi, days);
  const double mean = days * model.value_drift + (power - 1) * (from - model.premium_mean_log);
  const double variance =
      days * model.value_sd * model.value_sd +
      model.premium_sd * model.premium_sd * GeometricSum(phi * phi, days) +
      2 * model.correlation * model.value_sd * model.premium_sd * GeometricSum(phi, days);
  const double sd = std::sqrt(std::max(variance, 0.0));
  PathOutlook outlook{.days = days,
                      .mean_log = mean,
                      .sd_log = sd,
                      .mean_fraction = std::expm1(mean + sd * sd / 2),
                      .quantiles = {},
                      .loss_chances = {},
                      .median_premium = std::expm1(model.premium_mean_log +
                                                   power * (from - model.premium_mean_log))};
  for (std::size_t i = 0; i < kPathShares.size(); ++i) {
    const double z = sd > 0 ? NormalQuantile(kPathShares[i]) : 0;
    outlook.quantiles[i] = std::expm1(mean + z * sd);
  }
  for (std::size_t i = 0; i < kLossBars.size(); ++i) {
    const double bar = std::log1p(-kLossBars[i]);
    const double certain = IsMissing(mean) ? kMissing : mean < bar ? 1 : 0;
    outlook.loss_chances[i] = sd > 0 ? NormalCdf((bar - mean) / sd) : certain;
  }
  return outlook;
}

}  // namespace premiumlens
