// Days by size of premium, by quarter and year, and the longest streaks: the form in which US funds
// show their past (SEC rule 6c-11), with the yardsticks of other rules beside it.
//
// Days without a premium are left out: they neither count nor end a streak. A bin of a bar holds
// the days at the bar or beyond it and short of the next one, on its own side; the innermost bins
// end at 0, which is a third case. A day is beyond a yardstick at its bar or past it, as the
// yardstick's own words have it ("≥" or ">").

#ifndef PREMIUMLENS_CORE_FUND_PAST_DISCLOSURE_H_
#define PREMIUMLENS_CORE_FUND_PAST_DISCLOSURE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/base/source.h"
#include "core/fund/kind.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens {

inline constexpr std::array<double, 6> kDisclosureBars = {0.005, 0.01, 0.02, 0.03, 0.05, 0.10};
inline constexpr std::size_t kMostPeriods = 400;  // listed: the latest

// Days of one side within [from, to) in size; to is infinite in the outermost.
struct SizeBin {
  double from_fraction;
  double to_fraction;
  std::int64_t premium_days = 0;
  std::int64_t discount_days = 0;
};

struct PeriodDays {
  int year = 0;
  int quarter = 0;  // 0: the whole year
  PastSample sample;
  std::int64_t premium_days = 0;
  std::int64_t discount_days = 0;
  std::int64_t at_value_days = 0;
  std::vector<std::int64_t> beyond_premium;   // for each bar, at it or beyond it
  std::vector<std::int64_t> beyond_discount;  // below −bar, or at it
};

// The longest run of days at a bar or beyond it on one side; of equal ones the latest.
struct Streak {
  double bar_fraction = kMissing;
  bool is_premium = true;
  std::int64_t days = 0;
  Date from = kMissingDate;
  Date to = kMissingDate;
  double largest_fraction = kMissing;  // the premium farthest from 0
  bool is_running = false;             // up to the latest day
};

struct DaysByBand {
  PastSample sample;
  std::vector<SizeBin> bins;  // ascending in size
  std::int64_t at_value_days = 0;
  std::vector<PeriodDays> quarters;  // ascending; none without dates
  std::vector<PeriodDays> years;
  std::int64_t quarters_count = 0;  // with those not listed
  std::int64_t years_count = 0;
  std::vector<Streak> streaks;  // by bar, the premium's first; those of at least one day
};

// In pieces of a few milliseconds. `dates` and `premium_fraction` outlive it; `bars` are positive
// and ascending. In step with the days and the bars.
class DayCounter {
 public:
  DayCounter(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
             std::vector<double> bars);
  ~DayCounter();
  bool Step();
  DaysByBand Take();  // once Step() said true

 private:
  class State;
  std::unique_ptr<State> state_;
};

DaysByBand CountDays(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                     const std::vector<double>& bars);

enum class Yardstick {
  kRangeInner,     // range guide, inner band of the kind
  kRangeOuter,     // range guide, outer band of the kind
  kGuideBar,       // investor guide, over 5 % on the premium's side, above all three days running
  kKoreaDomestic,  // Korea Exchange, 1 % or more
  kKoreaForeign,   // Korea Exchange, 2 % or more
  kUsRule,         // SEC rule 6c-11, more than 2 % for more than seven trading days running
};

std::string_view Name(Yardstick yardstick);

struct YardstickDays {
  Yardstick yardstick;
  Source source;
  double bar_fraction;
  bool at_bar;            // ≥ rather than >
  bool both_sides;        // or the premium's alone
  std::int64_t run_days;  // a run counts that has at least so many days
  std::int64_t premium_days = 0;
  std::int64_t discount_days = 0;
  std::int64_t runs = 0;  // that count
  Streak longest = {};    // run of either side, whether or not it counts
  bool latest_beyond = false;
};

// Those that have a bar for this kind of fund, in the order of the words, with no days counted yet.
std::vector<YardstickDays> YardsticksFor(Kind kind);
// Counts the days of one.
void Count(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
           YardstickDays& held);

// Both, of all.
std::vector<YardstickDays> HoldAgainst(const std::vector<Date>& dates,
                                       const std::vector<double>& premium_fraction, Kind kind);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_DISCLOSURE_H_
