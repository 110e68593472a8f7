#include "core/fund/past/describe.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "core/stats/hac.h"
#include "core/stats/quantile.h"
#include "core/stats/sum.h"

namespace premiumlens {

Period PeriodOf(const std::vector<Date>& dates, Date from, Date to) {
  const auto begin = dates.begin();
  const auto first = from == kMissingDate ? begin : std::lower_bound(begin, dates.end(), from);
  const auto end = to == kMissingDate ? dates.end() : std::upper_bound(begin, dates.end(), to);
  Period period{static_cast<std::size_t>(first - begin), static_cast<std::size_t>(end - begin)};
  period.end = std::max(period.first, period.end);
  return period;
}

std::vector<Period> YearsOf(const std::vector<Date>& dates, Period period) {
  std::vector<Period> years;
  if (dates.empty()) return years;
  for (std::size_t row = period.first; row < period.end;) {
    const std::string year = FormatIso(dates[row]).substr(0, 4);
    const Period whole = PeriodOf(dates, dates[row], *ParseIso(year + "-12-31"));
    years.push_back({row, std::min(whole.end, period.end)});
    row = years.back().end;
  }
  return years;
}

Describer::Describer(const std::vector<Date>& dates, const std::vector<double>& series,
                     Period period, std::optional<std::int64_t> hac_lag) {
  Start(dates, series, period);
  const std::int64_t nobs = result_.sample.nobs;
  result_.hac_lag =
      std::min(hac_lag.value_or(AutomaticLag(nobs)),
               std::max<std::int64_t>(0, static_cast<std::int64_t>(period.end - period.first) - 1));
  if (nobs < kLeastDescribedDays) {
    const PastSample sample = result_.sample;
    result_ = {};
    result_.sample = sample;
    result_.too_few = TooFew{kLeastDescribedDays, nobs};
  }
}

void Describer::Start(const std::vector<Date>& dates, const std::vector<double>& series,
                      Period period) {
  Sum sum;
  std::vector<double> values;
  PastSample& sample = result_.sample;
  for (std::size_t row = period.first; row < period.end; ++row) {
    const double x = series[row];
    if (IsMissing(x)) continue;
    sum.Add(x);
    values.push_back(x);
    if (!(result_.min <= x)) std::tie(result_.min, result_.min_row) = std::pair(x, row);
    if (!(result_.max >= x)) std::tie(result_.max, result_.max_row) = std::pair(x, row);
    if (dates.empty()) continue;
    if (sample.from == kMissingDate) sample.from = dates[row];
    sample.to = dates[row];
  }
  sample.nobs = static_cast<std::int64_t>(values.size());
  const auto n = static_cast<double>(values.size());
  result_.sum = sum.value();
  result_.mean = result_.sum / n;
  rows_ = std::span(series).subspan(period.first, period.end - period.first);
  sort_.emplace(std::move(values));
}

bool Describer::Step() {
  if (result_.too_few) return true;
  if (!is_sorted_) {
    is_sorted_ = sort_->Step();
    return false;
  }
  if (deviations_.empty()) {
    deviations_.reserve(rows_.size());
    for (const double x : rows_) deviations_.push_back(IsMissing(x) ? 0 : x - result_.mean);
    return false;
  }
  if (static_cast<std::int64_t>(products_.size()) <= result_.hac_lag) {
    products_.push_back(LaggedProducts(deviations_, products_.size()));
    if (static_cast<std::int64_t>(products_.size()) <= result_.hac_lag) return false;
  }
  const std::int64_t nobs = result_.sample.nobs;
  const auto n = static_cast<double>(nobs);
  result_.sd = std::sqrt(products_[0] / (n - 1));
  result_.standard_error = result_.sd / std::sqrt(n);
  result_.hac_error = HacError(products_, nobs);
  const std::vector<double>& sorted = sort_->sorted();
  result_.q1 = QuantileOfSorted(sorted, 0.25);
  result_.median = QuantileOfSorted(sorted, 0.5);
  result_.q3 = QuantileOfSorted(sorted, 0.75);
  return true;
}

double Describer::Progress() const {
  const double lags =
      static_cast<double>(products_.size()) / static_cast<double>(result_.hac_lag + 1);
  return (is_sorted_ ? 0.5 : 0) + 0.5 * lags;
}

Description Describe(const std::vector<Date>& dates, const std::vector<double>& series,
                     Period period, std::optional<std::int64_t> hac_lag) {
  Describer describer(dates, series, period, hac_lag);
  while (!describer.Step()) {
  }
  return describer.result();
}

}  // namespace premiumlens
