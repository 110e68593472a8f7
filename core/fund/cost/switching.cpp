#include "core/fund/cost/switching.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

double CostFactor(const SwitchCosts& costs) {
  const double side = costs.commission_fraction + costs.slippage_fraction;
  return (1 - side) / (1 + side);
}

// The last of equals is the one asked about only if it is named.
void ChooseSides(const std::vector<FundSummary>& funds, const std::string& fund,
                 IndexGroup& group) {
  std::optional<std::size_t> highest;
  for (const std::size_t place : group.funds) {
    if (!fund.empty() && funds[place].fund.code == fund) group.from = place;
    if (!IsMissing(funds[place].premium_fraction)) highest = place;
  }
  if (!group.from) group.from = highest;
  if (!group.from || IsMissing(funds[*group.from].premium_fraction)) return;
  for (const std::size_t place : group.funds) {
    if (place == *group.from || !IsComparable(funds[place], funds[*group.from])) continue;
    group.lowest = place;
    break;
  }
}

}  // namespace

Switch SwitchOf(double premium_from, double premium_to, const SwitchCosts& costs) {
  const double factor = CostFactor(costs);
  const double ratio = (1 + premium_from) / (1 + premium_to);
  return {ratio - 1, ratio * factor - 1, factor - 1, (1 + premium_to) / factor - 1 - premium_to};
}

bool IsComparable(const FundSummary& a, const FundSummary& b) {
  return !IsMissing(a.premium_fraction) && !IsMissing(b.premium_fraction) && a.date == b.date &&
         a.denominator == b.denominator;
}

std::vector<IndexGroup> GroupByIndex(const std::vector<FundSummary>& funds,
                                     const std::string& fund) {
  std::vector<IndexGroup> groups;
  for (std::size_t place = 0; place < funds.size(); ++place) {
    const std::string& index = funds[place].identity.index_name;
    if (index.empty()) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const IndexGroup& one) { return one.index_name == index; });
    if (group == groups.end()) group = groups.insert(group, IndexGroup{index, {}, {}, {}});
    group->funds.push_back(place);
  }
  std::erase_if(groups, [](const IndexGroup& group) { return group.funds.size() < 2; });
  for (IndexGroup& group : groups) {
    std::stable_sort(group.funds.begin(), group.funds.end(), [&](std::size_t a, std::size_t b) {
      const double of_a = funds[a].premium_fraction;
      const double of_b = funds[b].premium_fraction;
      return IsMissing(of_b) ? !IsMissing(of_a) : of_a < of_b;
    });
    ChooseSides(funds, fund, group);
  }
  std::stable_partition(groups.begin(), groups.end(), [&](const IndexGroup& group) {
    return group.from && !fund.empty() && funds[*group.from].fund.code == fund;
  });
  return groups;
}

SwitchPast PastOfSwitch(const PremiumHistory& from, const PremiumHistory& to,
                        const SwitchCosts& costs) {
  SwitchPast past;
  for (std::size_t i = 0, j = 0; i < from.dates.size() && j < to.dates.size();) {
    if (from.dates[i] < to.dates[j]) {
      ++i;
    } else if (to.dates[j] < from.dates[i]) {
      ++j;
    } else {
      const double gain = (1 + from.premium_fraction[i]) / (1 + to.premium_fraction[j]) - 1;
      if (!IsMissing(gain)) {
        past.dates.push_back(from.dates[i]);
        past.gross_fraction.push_back(gain);
      }
      ++i;
      ++j;
    }
  }
  past.sample = SampleOf(past.dates, past.gross_fraction);
  if (past.sample.nobs < kSwitchDays) {
    past.too_few = TooFew{kSwitchDays, past.sample.nobs};
    return past;
  }
  std::vector<double> sorted = past.gross_fraction;
  std::sort(sorted.begin(), sorted.end());
  const auto rank = [&sorted](double x) {
    return std::upper_bound(sorted.begin(), sorted.end(), x) - sorted.begin();
  };
  past.latest_fraction = past.gross_fraction.back();
  past.percentile_fraction =
      static_cast<double>(rank(past.latest_fraction)) / static_cast<double>(sorted.size());
  past.median_fraction = QuantileOfSorted(sorted, 0.5);
  past.least_fraction = sorted.front();
  past.most_fraction = sorted.back();
  past.days_gaining = past.sample.nobs - static_cast<std::int64_t>(rank(1 / CostFactor(costs) - 1));
  return past;
}

}  // namespace premiumlens
