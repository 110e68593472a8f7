// Whether the IOPV stands still while the price moves.
//
// For a market that is shut while Shanghai trades, the published IOPV keeps the last close all
// session: the premium against it sets a live price against an old value.

#ifndef PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_
#define PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_

#include <optional>

#include "core/fund/read_fund.h"
#include "core/fund/rules.h"

namespace premiumlens {

struct FlatIopvReport {
  bool judged = false;  // the data could tell: two rows or more with price and IOPV
  std::optional<FlatIopv> flat;
};

// Intraday: on the latest day, the longest stretch of an unchanged IOPV lasts kFlatMinutes or more
// and the price moves in it; the noon break (11:30 to 13:00) does not count.
// History: the IOPV of the latest row is exactly that of the row before while the price is not; or
// it has been exactly the previous NAV for two rows running. `flat_days` counts the rows up to the
// latest for which the one or the other holds.
// Other shapes are not judged.
FlatIopvReport FindFlatIopv(const FundData& data);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_
