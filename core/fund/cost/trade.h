// A person's own trades in one fund, split exactly into what the value, the exchange rate, the
// premium and the costs did.
//
// A price is P = L · X · (1 + p): the value abroad L, the exchange rate X and the premium p on the
// value V = L · X. Of shares bought at P0 and given away at P1
//   P1 − P0 = m · [ln(L1/L0) + ln(X1/X0) + ln((1+p1)/(1+p0))],  m = (P1 − P0) / ln(P1/P0),
// the logarithmic mean (P0 where P1 = P0). The parts add up exactly, and none depends on the order
// in which they are taken. Without a rate X is 1 and its part is in the value's. At equal premiums
// the premium's part is 0 and the result is g times the money put in, g the value's growth.
//
// A sale is matched with purchases: `kFifo` with the oldest, `kAverage` with all that are open,
// each in proportion (which is what an average cost is). What is still open counts at the latest
// close. The sum of all results does not depend on the method.
//
// Fills of one day count in the order of their list, or in the other order where the list has the
// newest day first.
//
// Fills of before a share split are put on the latest basis: shares times the ratio, price divided
// by it. Around the day of a split a fill's own price tells on which side of it it was: the side on
// which it is nearer to the close. A piece of which one end has no value (a day without data, a
// value not there) is not split: its result is in `unsplit_cny`.

#ifndef PREMIUMLENS_CORE_FUND_COST_TRADE_H_
#define PREMIUMLENS_CORE_FUND_COST_TRADE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/split.h"

namespace premiumlens {

enum class Side { kBuy, kSell };
std::optional<Side> FindSide(std::string_view words);  // "buy", "sell", 买入, 证券卖出 …

enum class Matching { kAverage, kFifo };
std::string_view Name(Matching matching);  // "average", "fifo"
std::optional<Matching> FindMatching(std::string_view name);

// What is wrong with a fill, or should be known of it.
enum class FillTrouble {
  kNoDate,        // not counted
  kNoSide,        // not counted
  kBadShares,     // not counted: none, or not above zero
  kBadPrice,      // not counted
  kBadFee,        // not counted: below zero
  kOtherFund,     // not counted: of another fund than the data
  kOversold,      // not counted: more than was held by then
  kAfterData,     // of after the last day of the data: not counted
  kNoDay,         // the data have no such day: counted, not split
  kNoValue,       // no value of that day: counted, not split
  kAboveHigh,     // counted
  kBelowLow,      // counted
  kFarFromClose,  // no high and low there; further from the close than a day's limits allow
  kRateMissing,   // a rate stands beside, but none near that day: the value's part has its move
};
std::string_view Name(FillTrouble trouble);
std::span<const FillTrouble> AllFillTroubles();
bool IsCounted(FillTrouble trouble);

struct Fill {
  std::int64_t row = 0;  // as the user knows it, from 1
  Date date = kMissingDate;
  std::optional<Side> side = {};
  double shares = kMissing;
  double price_cny = kMissing;
  double fee_cny = 0;
  std::string fund = {};  // its code, as NormaliseCode() gives it; empty: not told
};

// The days of the fund on the latest basis, ascending; every series as long as `dates`.
struct TradeDays {
  const std::vector<Date>& dates;
  const std::vector<double>& close_cny;
  const std::vector<double>& value_cny;
  std::vector<double> fx = {};        // the rate the day's value holds; empty: none beside
  std::vector<double> high_cny = {};  // empty: not pasted
  std::vector<double> low_cny = {};
  const std::vector<Split>* splits = nullptr;
  std::string fund = {};  // empty: not known
};

struct FillSeen {
  Fill fill;                            // as given
  double ratio = 1;                     // by which its shares were multiplied
  std::optional<std::size_t> day = {};  // into the days
  double close_cny = kMissing;          // of that day; on the latest basis, as all that follows
  double value_cny = kMissing;
  double premium_fraction = kMissing;
  std::vector<FillTrouble> troubles = {};
  bool counted = true;
};

struct TradeParts {
  double value_cny = 0;
  double fx_cny = 0;  // 0 without a rate
  double premium_cny = 0;
  double cost_cny = 0;     // fees, not above zero
  double unsplit_cny = 0;  // of pieces that could not be split
  double total_cny = 0;    // their sum, and what the fills say without any value
};

struct TradeResult {
  std::vector<FillSeen> fills = {};  // in their order of time, those of a day as given
  bool has_fx = false;
  TradeParts parts;                         // of all
  TradeParts realised;                      // of what was sold
  TradeParts open;                          // of what is still held
  double invested_cny = 0;                  // bought, without fees
  double open_shares = 0;                   // on the latest basis
  double average_cost_cny = kMissing;       // of the open shares, without fees
  double average_cost_fees_cny = kMissing;  // with the fees of buying them
  Date latest_date = kMissingDate;
  double latest_close_cny = kMissing;
  double latest_premium_fraction = kMissing;
  double open_value_cny = 0;  // at the latest close
};

// Of a day's limit of ten per cent either way, the most that a trade can be from the close.
inline constexpr double kMostFromClose = 1.1 / 0.9 - 1;

// By what the shares of that day have been multiplied since.
double SplitRatio(Date date, const std::vector<Split>& splits);

TradeResult SplitTrade(std::vector<Fill> fills, const TradeDays& days, Matching matching);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_TRADE_H_
