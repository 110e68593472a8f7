// What getting out of a fund takes: what is traded of it against its own past, the days that
// selling a position takes, and what slippage and the spread cost.
//
// CNY traded a day: as pasted; of a day without it, volume × price. A day with a price and nothing
// traded counts as 0, a day that has neither is missing; both are counted.
// Usual: median and mean of the last `usual_sessions` days that have it. The median counts, the
// mean and the mean of the last kTurnoverRecent days stand beside it. Days to sell = position /
// (participation × usual), nothing where the usual is 0; sessions: rounded up. Selling more than
// that share of the day moves the price: what it costs is the slippage s, and s × position; sold at
// premium p that leaves a premium of (1 + p)(1 − s) − 1. Spread = (ask − bid) / mid, mid = (bid +
// ask)/2; an order that crosses it pays half of it. Turnover rate: as pasted, else volume ÷ shares
// of the day. Its mean of kTurnoverRecent days is set against every such mean of its past:
// percentile = the share that is at most as high, the latest included. Sources: slippage of 3–5 %,
// a fall from 5 % to 1 %, CNY 10 m and 100 m a day: investor guide; shares of volume, windows:
// ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_LIQUIDITY_COST_H_
#define PREMIUMLENS_CORE_FUND_COST_LIQUIDITY_COST_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/stages.h"

namespace premiumlens {

struct LiquidityOptions {
  double position_cny = 100'000;      // ours
  double position_shares = kMissing;  // goes before the amount
  std::int64_t usual_sessions = 20;   // ours
  std::vector<double> participation = {0.10, 0.20};
  std::vector<double> slippage = {0.03, 0.05};  // investor guide
  double turnover_from_fraction = 0.05;  // investor guide: "从平时的 5% 降至 1% 以下"
  double turnover_to_fraction = 0.01;
  double least_amount_cny = 1e7;      // investor guide: "单日成交额不足千万元"
  double preferred_amount_cny = 1e8;  // investor guide: "日均成交额超 1 亿元"
};

enum class AmountSource { kNone, kAmount, kVolumeTimesPrice, kBoth };
std::string_view Name(AmountSource source);  // "none", "amount", "volume_times_price", "both"

struct TradedPast {
  double latest_cny = kMissing;  // of the last day that has it
  Date latest_date = kMissingDate;
  double median_cny = kMissing;  // of the last usual_sessions
  double mean_cny = kMissing;
  double recent_cny = kMissing;           // mean of the last five
  double percentile_fraction = kMissing;  // of the mean among all such means
  std::int64_t means = 0;                 // so many
  std::int64_t days_under_least = 0;      // in the whole sample
  std::int64_t days_of_nothing = 0;       // with a price, and nothing traded
  std::int64_t days_missing = 0;          // with a price, and no amount
  Date last_of_nothing = kMissingDate;
};

struct TurnoverPast {
  PastSample sample;
  double recent_fraction = kMissing;  // mean of the last five
  double usual_fraction = kMissing;   // median of the last sixty
  double percentile_fraction = kMissing;
  double highest_fraction = kMissing;  // of the means that end in the last sixty days
  Date highest_date = kMissingDate;
  bool is_derived = false;  // volume ÷ shares
  bool has_fallen = false;  // highest ≥ from, recent < to
  std::optional<TooFew> too_few;
};

struct DaysToSell {
  double participation_fraction;
  double days_of_median;  // NaN: nothing is usually traded
  double days_of_mean;
  double days_of_recent;
  std::int64_t sessions;  // days_of_median rounded up; 0 where it is not known
};

struct SlippageCost {
  double slippage_fraction;
  double cost_cny;
  double proceeds_cny;
  double premium_left_fraction;
};

// The last row with both a bid and an ask.
struct BidAskSpread {
  Date date = kMissingDate;
  double bid_cny = kMissing;
  double ask_cny = kMissing;
  bool is_crossed = false;  // the ask is below the bid: no spread is taken from it
  double spread_fraction = kMissing;
  double half_cost_cny = kMissing;
  double ticks = kMissing;                  // of 0.001
  double usual_spread_fraction = kMissing;  // median of the last usual_sessions that have one
  std::int64_t nobs = 0;                    // days with a spread
};

struct LiquidityCost {
  AmountSource source = AmountSource::kNone;
  std::vector<double> amount_cny;         // as long as the rows
  std::vector<double> turnover_fraction;  // likewise; empty if not known
  PastSample sample;                      // of the amounts
  std::optional<TooFew> too_few;          // days with an amount: then nothing is usual
  TradedPast traded;
  std::optional<TurnoverPast> turnover;
  double price_cny = kMissing;  // the last one
  double premium_fraction = kMissing;
  double position_cny = kMissing;  // what was asked for, at that price
  double position_shares = kMissing;
  std::vector<DaysToSell> selling;  // empty with too few
  std::vector<SlippageCost> slippage;
  std::optional<BidAskSpread> spread;
};

// `premium_fraction`: as long as the rows. Rows are days in order.
class LiquidityWork {
 public:
  // The data and the premiums must outlive it.
  LiquidityWork(const FundData& data, const std::vector<double>& premium_fraction,
                LiquidityOptions options);
  LiquidityWork(const LiquidityWork&) = delete;
  LiquidityWork& operator=(const LiquidityWork&) = delete;

  bool Step();  // one pass over the rows; true when all is done
  double Progress() const;
  LiquidityCost Finish();  // only after Step() said true

 private:
  void Sell();

  const FundData& data_;
  const std::vector<double>& premium_;
  LiquidityOptions options_;
  LiquidityCost cost_;
  Stages stages_;
};

// All at once.
LiquidityCost CostOfLiquidity(const FundData& data, const std::vector<double>& premium_fraction,
                              const LiquidityOptions& options);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_LIQUIDITY_COST_H_
