// The value of one share now, carried on from an old NAV by the reader's own numbers.
//
//   IOPV_est = NAV × (1 + w (I(c)/I(a) × F(t)/F(c) − 1)) × X(t)/X(a)
//   a   the session of the fund's market that the NAV holds (its date)
//   c   the last session of that market that has closed
//   t   now
//   I   the index; F the same futures contract, at the close of c and now; X CNY per unit of the
//       foreign currency, at the NAV's fixing and now; w the share of the fund that is invested
// Each quotient is one move, as a fraction: I(c)/I(a) = 1 + index move. FX enters once. A move
// that is not given is none. With w = 1 this is the product of the NAV and three quotients.
//
// A move is refused, and counts as none, where it would be counted twice or is none of the fund's:
//   session_in_nav           it ends at a session, or on a day, that the NAV holds already: an
//   index
//                            move with c ≤ a, a futures' or FX move that ends before the NAV's day
//   index_base_differs       it does not begin at the NAV's session
//   futures_base_differs     the futures' move does not begin at the last close counted: the
//                            index's, or the NAV's own session where no index move counts
//   futures_contract_differs its two prices are of two contracts: the roll is no move
//   fx_in_index              the index is quoted in CNY and holds the exchange rate already
//   fx_base_differs          the FX move does not begin at the NAV's date
//   later_than_price         it ends at a close, or at a moment, that the price could not know
// What cannot be known (a day or contract that is not given) is not refused.
//
// Source: practice of the field; example (ours): NAV 2, index +2 %, futures +1 %, FX +2 %:
// 2.101608.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_IOPV_ESTIMATE_H_
#define PREMIUMLENS_CORE_FUND_VALUE_IOPV_ESTIMATE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/region.h"

namespace premiumlens {

// One quotient, by its two levels or as a fraction.
struct Move {
  double from = kMissing;
  double to = kMissing;
  double fraction = kMissing;  // used where the levels are missing
  Date from_date = kMissingDate;
  Date to_date = kMissingDate;

  double Fraction() const;  // NaN if not given; so is one of −100 % or less
};

struct EstimateInput {
  double nav_cny = kMissing;
  Date nav_date = kMissingDate;
  Date nav_session = kMissingDate;   // a, where the NAV holds another session than its date's
  Date price_date = kMissingDate;    // of t
  Date closed_until = kMissingDate;  // no session after this day had closed at t
  Move index;
  Move futures;
  Move fx;
  std::string contract_from = {};  // of the futures' two prices; empty: not given
  std::string contract_to = {};
  bool index_in_cny = false;
  double invested_fraction = 1;
};

enum class EstimatePart { kIndex, kFutures, kFx };

std::string_view Name(EstimatePart part);  // "index", "futures", "fx"
std::span<const EstimatePart> AllEstimateParts();

enum class Refusal {
  kSessionInNav,
  kIndexBaseDiffers,
  kFuturesBaseDiffers,
  kFuturesContractDiffers,
  kFxInIndex,
  kFxBaseDiffers,
  kLaterThanPrice,
};

std::string_view Name(Refusal refusal);  // "session_in_nav", …
std::span<const Refusal> AllRefusals();

struct RefusedMove {
  EstimatePart part;
  Refusal reason;
  double move_fraction;
};

// A step of the waterfall: the value after the NAV and the moves up to this one.
struct EstimateStep {
  EstimatePart part;
  double move_fraction;  // 0 where it was not given or refused
  double value_cny;
  bool counted;  // given and not refused
};

struct Estimate {
  double value_cny = kMissing;
  std::vector<EstimateStep> steps;  // index, futures, FX
  std::vector<RefusedMove> refused;
};

// The last day whose session may have closed when Shanghai's session of `price_date` ends: that day
// where the market trades meanwhile (its close then stands in for the level at Shanghai's), the day
// before elsewhere. Of an unknown region the day itself.
Date ClosedUntil(Date price_date, Region region);

// NaN for a NAV that is missing or not positive, or an invested share outside 0 to 1.
Estimate EstimateIopv(const EstimateInput& input);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_IOPV_ESTIMATE_H_
