// The premiums of a fund against one value each, and which of them warns and which is shown
// (analysis.h says by what rule).

#ifndef PREMIUMLENS_CORE_FUND_VALUE_VALUATION_H_
#define PREMIUMLENS_CORE_FUND_VALUE_VALUATION_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/fund/denominator.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/rules.h"

namespace premiumlens {

// The premium against one value, row by row.
struct Valuation {
  Denominator denominator;
  std::vector<double> value_cny;
  std::vector<Date> value_dates;  // empty where the value is of the row's own moment
  std::vector<double> premium_fraction;
};

bool IsNav(Denominator denominator);

// Null if it is not among them.
const Valuation* Find(const std::vector<Valuation>& valuations, Denominator denominator);

// Those that may set off a warning, the preferred first. `named`: what the user said is shown.
std::vector<const Valuation*> ChooseWarning(const FundData& data,
                                            const std::vector<Valuation>& valuations,
                                            bool is_iopv_flat, std::optional<Denominator> named);

// The one to show; `valuations` has some. Failure denominator_missing where the one named is not
// there.
const Valuation& ChooseShown(const FundData& data, const std::vector<Valuation>& valuations,
                             const std::vector<const Valuation*>& warning, bool overlaps_shanghai,
                             std::optional<Denominator> named);

// Of the same day's NAV and the published one; nothing without both.
std::optional<Hindsight> FindHindsight(const FundData& data,
                                       const std::vector<Valuation>& valuations,
                                       double bar = kPremiumBar);

// value_stale, if the last price has no premium that warns because the newest NAV is too old.
std::optional<Finding> FindStale(const FundData& data, const std::vector<double>& warning_premium,
                                 const std::vector<Date>& sessions, int lag_sessions);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_VALUATION_H_
