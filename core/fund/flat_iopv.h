// Whether the IOPV stands still while the price moves.
//
// For a market that is shut while Shanghai trades, the published IOPV keeps the last close all
// session: the premium against it sets a live price against an old value.

#ifndef PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_
#define PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/rules.h"

namespace premiumlens {

struct FlatIopvReport {
  bool judged = false;  // the data could tell: two rows or more with price and IOPV
  std::optional<FlatIopv> flat;
};

// A stretch of rows that follow one another, each with the IOPV of the one before (or, in a
// history, with the previous NAV as its IOPV), while the price moves and, where NAVs are there,
// they do too.
struct FlatStretch {
  std::size_t first;  // the first and the last of the rows that stand still; the row before them,
  std::size_t last;   // whose value they keep, is good
  double minutes = kMissing;  // intraday
  double iopv_value = kMissing;
  double price_move_fraction = kMissing;  // lowest to highest price meanwhile
};

// Intraday: of kFlatMinutes or more in one day, the noon break not counted. History: of kFlatDays
// rows or more in which the NAV moves by 0.3 % or more (or, where there are no NAVs, of one row
// more): a day or two may well have the value of the day before. Other shapes: none.
inline constexpr std::size_t kFlatDays = 2;  // ours
std::vector<FlatStretch> FindFlatStretches(const FundData& data);
std::vector<std::size_t> UnmovedRows(const FundData& data);  // those of all stretches, ascending

// Intraday: on the latest day, the longest stretch of an unchanged IOPV lasts kFlatMinutes or more
// and the price moves in it; the noon break (11:30 to 13:00) does not count.
// History: the IOPV of the latest row is exactly that of the row before while the price is not; or
// it has been exactly the previous NAV for two rows running. `flat_days` counts the rows up to the
// latest for which the one or the other holds.
// Other shapes are not judged.
FlatIopvReport FindFlatIopv(const FundData& data, double least_minutes = kFlatMinutes);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_FLAT_IOPV_H_
