// The estimate of iopv_estimate.h made on every day of a past, and how far off it was.
//
// On the row of day t the estimate starts from the NAV published by then (align.h), dated a, and
// carries it on with the index from the session that NAV holds to c, the last session that had
// closed: before t where the market is shut while Shanghai trades, else t's own (whose close then
// stands in for the level at Shanghai's close). There are no futures in it: they would have to be
// of the minute. Which session and which day's rate a NAV holds is said by two lags (nav_dating.h).
//
// In a hole of the index or the rate (dated_values.h) there is no estimate, nor from a NAV later
// than the last day of either.
//
// What it is held against is the NAV that holds session c, published since, dated b. Both are put
// on the same exchange rate, so that the error is the index's and the fund's alone:
//   error = estimate × X(b)/X(t) / NAV(b) − 1.
// The same is reported for the published NAV itself taken as an estimate: NAV(a)/NAV(b) − 1.
// A premium was on the right side of a bar if estimate and NAV(b) × X(t)/X(b) give premiums on the
// same side of it.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_ESTIMATE_REPLAY_H_
#define PREMIUMLENS_CORE_FUND_VALUE_ESTIMATE_REPLAY_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/region.h"

namespace premiumlens {

struct ReplayInput {
  const std::vector<Date>& dates;        // ascending
  const std::vector<double>& price_cny;  // as long
  const DatedValues& nav;
  const DatedValues& index;
  const DatedValues& fx;  // may be empty: no exchange rate
  PublicationLag lag{};
  int index_lag = 0;
  int fx_lag = 0;
  double invested_fraction = 1;
};

// Of the days whose NAV(b) is known.
struct ReplayError {
  std::int64_t nobs = 0;
  double bias_fraction = kMissing;  // mean
  double rmse_fraction = kMissing;
  double worst_fraction = kMissing;  // the largest in size
  Date worst_date = kMissingDate;    // the price's
};

// On how many days the premium was at or above a bar.
struct BarSides {
  double bar_fraction;
  std::int64_t both = 0;
  std::int64_t estimate_only = 0;
  std::int64_t actual_only = 0;
  std::int64_t published_wrong = 0;  // days on which the published NAV put it on the wrong side
};

struct Replay {
  std::vector<double> value_cny;            // the estimate, row by row; NaN where it cannot be made
  std::vector<Date> nav_dates;              // a
  std::vector<Date> session_dates;          // c
  std::vector<double> index_move_fraction;  // I(c)/I(a) − 1; 0 where the NAV holds c already
  std::vector<double> fx_move_fraction;     // X(t)/X(a) − 1; 0 without a rate
  std::int64_t held_already = 0;  // rows on which the NAV held the last session: no index move
  ReplayError estimate;
  ReplayError published;
  std::vector<BarSides> bars;
};

// Some thousand rows at a step. What the input refers to must outlive it.
class EstimateReplayer {
 public:
  EstimateReplayer(const ReplayInput& input, const std::vector<double>& bars);
  ~EstimateReplayer();
  EstimateReplayer(EstimateReplayer&&) noexcept;
  EstimateReplayer& operator=(EstimateReplayer&&) noexcept;

  bool Step();  // true when all is done
  Replay Finish();

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

// All at once.
Replay ReplayEstimate(const ReplayInput& input, const std::vector<double>& bars);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_ESTIMATE_REPLAY_H_
