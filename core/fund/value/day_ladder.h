// The ladder of one row of an analysis: every value that its tables hold for that day, the sessions
// counted by the fund's own calendar, and the published NAV carried on with the index and the rate
// beside it, as the replay has them (past_estimate.h). Moves given by hand go before those: today's
// futures, or another index move.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_DAY_LADDER_H_
#define PREMIUMLENS_CORE_FUND_VALUE_DAY_LADDER_H_

#include <cstddef>
#include <optional>

#include "core/fund/analysis.h"
#include "core/fund/value/ladder.h"

namespace premiumlens {

// The last row of `date` with a price, or for kMissingDate the last of all with a premium. Failure:
// day_missing, with the nearest days that have a price; no_usable_row.
std::size_t RowOfDay(const Analysis& analysis, Date date);

// Of a single fund. `by_hand`: a NAV that is missing is the published one; a move that is missing
// is that of the replay, where there is one.
LadderInput LadderOfRow(const Analysis& analysis, std::size_t row, const EstimateInput& by_hand);

// From the NAV published by then to the NAV of the row's day. Nothing where the row lacks one.
struct DayGap {
  Date published_date;
  double published_cny;
  double same_day_cny;
  double published_premium_fraction;
  double same_day_premium_fraction;
  SameDayGap parts;
};

// The index and the rate that the row's estimate is made of; nothing without one.
struct MadeOf {
  const MarketSeries* index;
  const MarketSeries* fx;  // null without one
  Date nav_session;        // that the NAV holds
  Date session;            // the last that had closed
};

// Why the row has no estimate though an index stands beside the fund; nothing where it has one, and
// where no NAV was published by then.
std::optional<Code> TroubleOfRow(const Analysis& analysis, std::size_t row);

std::optional<MadeOf> MadeOfRow(const Analysis& analysis, std::size_t row);

std::optional<DayGap> GapOfRow(const Analysis& analysis, std::size_t row);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_DAY_LADDER_H_
