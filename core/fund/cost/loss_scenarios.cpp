#include "core/fund/cost/loss_scenarios.h"

#include <algorithm>
#include <cmath>

#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/fund/cost/limit_days.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

using enum FinalReason;

constexpr WordList<FinalReason, 8> kReasons = {
    {kZero, kRangeInner, kRangeOuter, kOwnLowerQuartile, kOwnMedian, kOwnUpperQuartile, kEpisodeEnd,
     kGiven},
    {"zero", "range_inner", "range_outer", "own_lower_quartile", "own_median", "own_upper_quartile",
     "episode_end", "given"}};

LossScenario ScenarioTo(double from, double to, FinalReason reason, const LossOptions& options) {
  const Return parts = ConvergenceReturn(from, to, options.value_growth);
  // (1 + r)(1 − c) − 1 and (1 + b)/(1 − c) − 1, exact where there is no cost.
  const double cost = options.round_trip_fraction;
  return {.reason = reason,
          .premium_to_fraction = to,
          .parts = parts,
          .net_fraction = parts.return_fraction * (1 - cost) - cost,
          .breakeven_growth_fraction = (BreakevenGrowth(from, to) + cost) / (1 - cost),
          .limit_down_days = LimitDownDays(from, to, options.limit_fraction).value_or(0)};
}

std::vector<RunUpEnd> EndsOf(const KnownDays& days, const std::vector<RunUp>& run_ups) {
  std::vector<RunUpEnd> ends;
  for (const RunUp& one : run_ups) {
    if (!one.end) continue;
    ends.push_back({days.row[one.start], days.row[*one.end], days.premium_fraction[one.peak],
                    days.premium_fraction[*one.end]});
  }
  return ends;
}

// The last `days` premiums, ascending, and of which days they are.
std::vector<double> LastPremiums(const PremiumHistory& history, int days, PastSample& sample) {
  const std::vector<double>& premium = history.premium_fraction;
  std::vector<double> last;
  for (std::size_t row = premium.size();
       row-- > 0 && last.size() < static_cast<std::size_t>(days);) {
    if (IsMissing(premium[row])) continue;
    last.push_back(premium[row]);
    if (history.dates.empty()) continue;
    sample.from = history.dates[row];
    if (sample.to == kMissingDate) sample.to = history.dates[row];
  }
  sample.nobs = static_cast<std::int64_t>(last.size());
  std::sort(last.begin(), last.end());
  return last;
}

double MedianEnd(const std::vector<RunUpEnd>& ends) {
  std::vector<double> premiums;
  for (const RunUpEnd& end : ends) premiums.push_back(end.end_premium_fraction);
  std::sort(premiums.begin(), premiums.end());
  return QuantileOfSorted(premiums, 0.5);
}

}  // namespace

std::string_view Name(FinalReason reason) { return kReasons.NameOf(reason); }
std::span<const FinalReason> AllFinalReasons() { return kReasons.values; }

LossWork::LossWork(const PremiumHistory& history, const Band& band, const LossOptions& options)
    : history_(history), band_(band), options_(options) {
  const std::vector<double>& premium = history.premium_fraction;
  for (std::size_t row = premium.size(); row-- > 0 && !found_.row;) {
    if (!IsMissing(premium[row])) found_.row = row;
  }
  if (found_.row) found_.premium_from_fraction = premium[*found_.row];
}

bool LossWork::Step() {
  constexpr int kDaysAStep = 100'000;
  if (!found_.row) return true;
  if (!finder_) {
    days_ = KnownDaysOf(history_);
    const bool is_discount = found_.premium_from_fraction < 0;
    finder_.emplace(
        days_, RunUpRule{.bar_fraction = options_.episode_bar,
                         .end_fraction = options_.episode_bar,
                         .side = is_discount ? PremiumSide::kDiscount : PremiumSide::kPremium});
    return false;
  }
  for (int day = 0; day < kDaysAStep && !finder_->AtEnd(); ++day) finder_->AddNext();
  return finder_->AtEnd();
}

LossScenarios LossWork::Finish() {
  if (!found_.row) return std::move(found_);
  const double from = found_.premium_from_fraction;
  const double side = from < 0 ? -1 : 1;
  const auto add = [&](double to, FinalReason reason) {
    found_.scenarios.push_back(ScenarioTo(from, to, reason, options_));
  };
  add(0, kZero);
  if (IsOver(side * from, band_.inner_fraction)) add(side * band_.inner_fraction, kRangeInner);
  if (IsOver(side * from, band_.outer_fraction)) add(side * band_.outer_fraction, kRangeOuter);
  const std::vector<double> own = LastPremiums(history_, options_.window_days, found_.own);
  if (found_.own.nobs < kLeastOwnDays) {
    found_.own_few = {kLeastOwnDays, found_.own.nobs};
  } else {
    add(QuantileOfSorted(own, 0.25), kOwnLowerQuartile);
    add(QuantileOfSorted(own, 0.5), kOwnMedian);
    add(QuantileOfSorted(own, 0.75), kOwnUpperQuartile);
  }
  found_.ends = EndsOf(days_, finder_->Finish());
  if (!found_.ends.empty()) add(MedianEnd(found_.ends), kEpisodeEnd);
  if (options_.premium_to) add(*options_.premium_to, kGiven);
  return std::move(found_);
}

LossScenarios FindLossScenarios(const PremiumHistory& history, const Band& band,
                                const LossOptions& options) {
  LossWork work(history, band, options);
  while (!work.Step()) {
  }
  return work.Finish();
}

}  // namespace premiumlens
