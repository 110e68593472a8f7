// Share splits in a history, found and put on the latest basis.
//
// A split shows as a jump of both price and NAV by the same simple ratio, in one step of each and
// at most kNearDays apart: feeds restate the NAV and the price up to a few days apart, and a halt
// may lie between (513100: NAV on 2022-01-13, price on 01-14). Each series is then multiplied by
// the ratio before its own jump, so no day in between reads as ±80 %. Simple ratios are 2 … 10, 20,
// 50, 100 and 3/2, and their inverses. The NAV must be within 10 % of the ratio (the rest is that
// day's market), the price within 25 % (its premium may change as well).
//
// A step under 28 % or over 39 % is the least that is looked at: no day's trading reaches it under
// the exchanges' price limits, and a NAV does not either. A premium that melts is no split: only
// the price moves, and towards the value, and a tenth a session at most. Only where one series
// jumps by a simple ratio *away* from the other, and stays there, the finding split_one_sided says
// that one of them may be adjusted. Steps across more than kLongestGapDays are not looked at: in a
// year a price may well double.

#ifndef PREMIUMLENS_CORE_FUND_SPLIT_H_
#define PREMIUMLENS_CORE_FUND_SPLIT_H_

#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

struct Split {
  Date date;     // the first day on which either series is on the new basis
  double ratio;  // shares after it for one before: 5 for a split 1:5
};

// A jump by a split's ratio that only one series makes.
struct OneSided {
  Date date;
  double ratio;  // as of a split
  bool of_nav;   // else of the price
  bool meets;    // price and NAV are far apart before it and close after it; else the other way
};

struct Splits {
  std::vector<Split> found;  // ascending
  std::vector<OneSided> one_sided;
  std::vector<Finding> findings;  // split_adjusted, split_one_sided
};

inline constexpr int kNearDays = 10;
inline constexpr int kLongestGapDays = 15;

// Adjusts price, IOPV and NAV of a history; other shapes are left alone.
Splits AdjustSplits(FundData& data);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_SPLIT_H_
