// What the rules are judged on, gathered from the rows of a history.

#ifndef PREMIUMLENS_CORE_FUND_FACTS_H_
#define PREMIUMLENS_CORE_FUND_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/fund/analysis.h"
#include "core/fund/rule_bars.h"

namespace premiumlens {

// The facts that one row tells, all but its premium: date, float, amount, turnover, purchase.
Facts RowFacts(const FundData& data, std::size_t row, const RuleBars& bars = StandardBars());

// Sessions running, ending with `row`, whose premium is over the bar. Rows without a price are days
// of a halt and neither count nor break the run; a row with a price but no premium ends it.
std::int64_t DaysOver(const FundData& data, const std::vector<double>& premium, std::size_t row,
                      double bar = kPremiumBar);

// Days on which only one of the two premiums is over the bar; days that lack one do not count.
Hindsight CompareHindsight(const std::vector<Date>& dates, const std::vector<double>& same_day,
                           const std::vector<double>& published, double bar = kPremiumBar);

// For a chart: the days on which a premium rises over the bar of premium_over_5, on which it has
// been over that of premium_days_over_5 for so many days, and on which it reaches that of
// premium_over_50, and the splits; in order of time, the newest kMostMarks. Where
// `born_out` (as long as the rows; NaN: nothing to bear out) is not over the bar as well, a mark is
// information only.
std::vector<Mark> HistoryMarks(const FundData& data, const std::vector<double>& premium,
                               const std::vector<double>& born_out,
                               const std::vector<Split>& splits,
                               const RuleBars& bars = StandardBars());

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_FACTS_H_
