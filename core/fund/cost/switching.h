// Going from one fund to another on the same index, in terms of value: what is held is sold at its
// premium p_a, the other bought at p_b, and the value held changes by
//     (1 + p_a)/(1 + p_b) × (1 − c)/(1 + c) − 1
// exactly, c the commission and the slippage of one side. Before cost that is (1 + p_a)/(1 + p_b) −
// 1: the gross gain. Break-even: the least p_a − p_b that leaves nothing lost, at this p_b. A gain
// of value is one of price only if the two premiums then end alike; they may not. Funds are on the
// same index where the table of known funds or a pasted column of names says so (identify.h).
// Premiums are compared where they are of one day and against one kind of value. Source: comparing
// funds on one index, investor guide (5.58 % against 2.92 %); the identity, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_SWITCHING_H_
#define PREMIUMLENS_CORE_FUND_COST_SWITCHING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fund/analysis.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens {

struct SwitchCosts {
  double commission_fraction = 0.0003;  // of each side; ours
  double slippage_fraction = 0.001;     // likewise, half the spread included
};

struct Switch {
  double gross_fraction;
  double net_fraction;
  double cost_fraction;                  // (1 − c)/(1 + c) − 1
  double breakeven_difference_fraction;  // least p_a − p_b
};

Switch SwitchOf(double premium_from, double premium_to, const SwitchCosts& costs);

// Funds on one index, the lowest premium first, those without one last.
struct IndexGroup {
  std::string index_name;
  std::vector<std::size_t> funds;     // indices into the summaries
  std::optional<std::size_t> from;    // the fund asked about, else the highest premium
  std::optional<std::size_t> lowest;  // the lowest that can be compared with it
};

// Whether the premiums are of one day and against one kind of value.
bool IsComparable(const FundSummary& a, const FundSummary& b);

// Groups of two funds and more, by index in order of first appearance; `fund` may be empty. A group
// that holds `fund` comes first.
std::vector<IndexGroup> GroupByIndex(const std::vector<FundSummary>& funds,
                                     const std::string& fund);

// The gross gain day by day where both have a premium, and where today's stands in it: percentile =
// the share of days with at most that gain, today included.
struct SwitchPast {
  PastSample sample;
  std::optional<TooFew> too_few;  // days in common; then the rest is missing
  std::vector<Date> dates;
  std::vector<double> gross_fraction;
  double latest_fraction = kMissing;
  double percentile_fraction = kMissing;
  double median_fraction = kMissing;
  double least_fraction = kMissing;
  double most_fraction = kMissing;
  std::int64_t days_gaining = 0;  // over the costs
};

inline constexpr std::int64_t kSwitchDays = 60;  // ours

SwitchPast PastOfSwitch(const PremiumHistory& from, const PremiumHistory& to,
                        const SwitchCosts& costs);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_SWITCHING_H_
