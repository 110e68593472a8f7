// Which NAV goes with which day's price.
//
// Sessions are the days with a price and the weekdays with a NAV, so the days of a halt count and a
// NAV of Saturday 31 December is of no session. For the session T:
//   nav_same_day   the NAV dated T.
//   nav_previous   the latest NAV dated before T.
//   nav_published  the latest NAV published before T. A NAV dated D is published in the evening of
//                  the session L after D (L: the publication lag of the fund's market, region.h)
//                  and can be used from the session after that; a D that is no session counts as
//                  the next one. So at L = 0 a session has the NAV of the session before (T−1), at
//                  L = 1 that of T−2.
// A value more than kOldestSessions sessions older than it would be on time is missing, and so is
// one of more than kOldestDays days ago, however few sessions the data hold in between: the premium
// would be mostly the market's move. Both bars are ours.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_ALIGN_H_
#define PREMIUMLENS_CORE_FUND_VALUE_ALIGN_H_

#include <vector>

#include "core/base/date.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

inline constexpr int kOldestSessions = 10;
inline constexpr int kOldestDays = 30;

// As long as the rows: the value and its own date; NaN and kMissingDate where there is none.
struct AlignedValues {
  std::vector<double> values;
  std::vector<Date> dates;
};

// Ascending, each day once.
std::vector<Date> SessionsOf(const std::vector<Date>& dates, const std::vector<double>& price_cny,
                             const DatedValues& nav);

// `dates` ascending; several rows may be of one day (intraday).
AlignedValues SameDayNav(const std::vector<Date>& dates, const DatedValues& nav);
AlignedValues PreviousNav(const std::vector<Date>& dates, const DatedValues& nav,
                          const std::vector<Date>& sessions);
AlignedValues PublishedNav(const std::vector<Date>& dates, const DatedValues& nav,
                           const std::vector<Date>& sessions, int lag_sessions);

// The newest NAV that PublishedNav() would give `date` if age did not matter, and how many sessions
// older it is than one on time. kMissingDate if there is none.
struct Age {
  Date value_date = kMissingDate;
  std::int64_t late_sessions = 0;
};
Age AgeOfPublished(Date date, const DatedValues& nav, const std::vector<Date>& sessions,
                   int lag_sessions);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_ALIGN_H_
