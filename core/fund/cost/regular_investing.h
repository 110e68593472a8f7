// Regular investing replayed over a past: the same amount each month or week, on the exchange at
// its price and off it at NAV, and the whole sum at once beside both.
//
// The rules, the same for all. The plan's days are the first session of each month or week (from
// the first with both a price and a NAV to the last such day); on each the amount is paid in. What
// cannot be spent waits as cash without interest, and counts at the end.
//   exchange      at the close, in whole lots of 100, rounded up to the tick of 0.001, commission
//                 with its minimum. A day without a price: the next one. Rests wait for the next
//                 payment. Before a split, lots and ticks are those of its old shares.
//   off_exchange  at the order day's own NAV, which is published later; a day without one: the
//   next.
//                 The fee is inside the amount: amount / (1 + fee) is invested. At most the daily
//                 limit a day, the rest on the next days; a suspended day takes nothing. The shares
//                 are there `confirmation_sessions` later.
// On the last day everything is sold at the close less commission, or redeemed at that day's NAV
// less the redemption fee; redeemed money is there `redemption_weekdays` weekdays later.
// Premium paid = CNY paid for shares / their value − 1, each before fees: against the history's
// value and against the same day's NAV, which is what the same money bought off the exchange. total
// return = final / paid in − 1. The money-weighted return is a yearly rate (money_weighted.h);
// under kLeastSessions sessions nothing is annualised. Closes and NAVs of a day are known after it:
// a replay, not a way to trade. Dividends are not added.
// Sources: regular investing, T+3 … T+5 off the exchange: investor guide; lot and tick: exchange
// rules; every amount and fee: ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_REGULAR_INVESTING_H_
#define PREMIUMLENS_CORE_FUND_COST_REGULAR_INVESTING_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/fund/split.h"

namespace premiumlens {

enum class InvestEvery { kMonth, kWeek };
std::string_view Name(InvestEvery every);  // "month", "week"
std::optional<InvestEvery> FindInvestEvery(std::string_view name);

struct InvestOptions {
  double amount_cny = 1000;
  InvestEvery every = InvestEvery::kMonth;
  Date from = kMissingDate;  // of the plan; else from the start
  Date to = kMissingDate;
  double commission_fraction = 0.0003;
  double least_commission_cny = 5;
  double purchase_fee_fraction = 0.0012;
  double redemption_fee_fraction = 0.005;
  std::int64_t confirmation_sessions = 2;
  std::int64_t redemption_weekdays = 5;
};

// A past to invest in; all as long as `dates`, which ascend.
struct InvestPast {
  std::vector<Date> dates;
  std::vector<double> price_cny;  // on the latest basis
  std::vector<double> value_cny;  // the history's denominator
  std::vector<double> nav_cny;    // of the day itself
  std::vector<double> limit_cny;  // a day, off the exchange; NaN: none, 0: suspended
  std::vector<Split> splits;
};

struct Investment {
  double invested_cny = 0;  // paid in
  double final_cny = 0;     // sold, less what that costs, and cash that waited
  double total_return_fraction = kMissing;
  double annual_return_fraction = kMissing;  // money-weighted
  double fees_cny = 0;                       // of buying and of the end
  double waiting_cny = 0;                    // never spent
  std::int64_t orders = 0;
  std::int64_t delayed = 0;  // payments that were not spent, but for a rest, on the plan's day
  double average_premium_fraction = kMissing;
  double average_over_nav_fraction = kMissing;
  double average_cny = kMissing;  // paid for a share
  double unconfirmed_cny = 0;     // ordered too late to be confirmed by the end
};

class InvestReplay {
 public:
  InvestReplay(InvestPast past, InvestOptions options);

  // First and last day of the plan, and how many sessions with a price and a NAV are between.
  const PastSample& sample() const { return sample_; }
  const std::optional<TooFew>& too_few() const { return too_few_; }  // days of the plan
  std::int64_t payments() const { return static_cast<std::int64_t>(plan_.size()); }
  bool is_annual() const;
  // Over the day's own NAV, on the first day and the last.
  double over_nav_from_fraction() const { return over_nav_from_; }
  double over_nav_to_fraction() const { return over_nav_to_; }

  // Each O(rows). Only with enough.
  Investment OnExchange(bool at_once) const;
  Investment OffExchange(bool at_once) const;

 private:
  void FindPlan();
  double PaymentOn(std::size_t row, bool at_once, std::size_t& next) const;
  void Finish(double proceeds_cny, double cash_cny, Date paid_out, bool at_once,
              Investment& made) const;

  InvestPast past_;
  InvestOptions options_;
  std::vector<double> ratio_;  // shares of today for one of the row's day
  std::vector<std::size_t> plan_;
  std::size_t first_ = 0, last_ = 0;
  PastSample sample_;
  std::int64_t sessions_ = 0;
  double over_nav_from_ = kMissing, over_nav_to_ = kMissing;
  std::optional<TooFew> too_few_;
};

inline constexpr std::int64_t kLeastSessions = 250;

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_REGULAR_INVESTING_H_
