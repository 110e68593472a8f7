#include "core/fund/cost/loss_scenarios.h"

#include <algorithm>
#include <cmath>

#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/fund/cost/limit_days.h"
#include "core/fund/past/known_days.h"
#include "core/fund/past/run_up.h"
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

std::vector<RunUpEnd> FindEnds(const PremiumHistory& history, double bar, PremiumSide side) {
  const KnownDays days = KnownDaysOf(history);
  std::vector<RunUpEnd> ends;
  for (const RunUp& one :
       FindRunUps(days, {.bar_fraction = bar, .end_fraction = bar, .side = side})) {
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

LossScenarios FindLossScenarios(const PremiumHistory& history, const Band& band,
                                const LossOptions& options) {
  LossScenarios found;
  const std::vector<double>& premium = history.premium_fraction;
  for (std::size_t row = premium.size(); row-- > 0 && !found.row;) {
    if (!IsMissing(premium[row])) found.row = row;
  }
  if (!found.row) return found;
  const double from = premium[*found.row];
  const double side = from < 0 ? -1 : 1;
  found.premium_from_fraction = from;
  const auto add = [&](double to, FinalReason reason) {
    found.scenarios.push_back(ScenarioTo(from, to, reason, options));
  };
  add(0, kZero);
  if (IsOver(side * from, band.inner_fraction)) add(side * band.inner_fraction, kRangeInner);
  if (IsOver(side * from, band.outer_fraction)) add(side * band.outer_fraction, kRangeOuter);
  const std::vector<double> own = LastPremiums(history, options.window_days, found.own);
  if (found.own.nobs < kLeastOwnDays) {
    found.own_few = {kLeastOwnDays, found.own.nobs};
  } else {
    add(QuantileOfSorted(own, 0.25), kOwnLowerQuartile);
    add(QuantileOfSorted(own, 0.5), kOwnMedian);
    add(QuantileOfSorted(own, 0.75), kOwnUpperQuartile);
  }
  found.ends = FindEnds(history, options.episode_bar,
                        side < 0 ? PremiumSide::kDiscount : PremiumSide::kPremium);
  if (!found.ends.empty()) add(MedianEnd(found.ends), kEpisodeEnd);
  if (options.premium_to) add(*options.premium_to, kGiven);
  return found;
}

}  // namespace premiumlens
