// How much of a fund is traded and how much of it there is, at one row of its history.

#ifndef PREMIUMLENS_CORE_FUND_LIQUIDITY_H_
#define PREMIUMLENS_CORE_FUND_LIQUIDITY_H_

#include <cstddef>
#include <cstdint>

#include "core/base/missing.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/rules.h"

namespace premiumlens {

// "The last known" is at most this many rows old.
inline constexpr std::size_t kLastKnownRows = 10;

// Tradable market value, CNY: as pasted, else shares on the exchange × price, each the last known
// by then. NaN if the data do not hold it.
double FloatAt(const FundData& data, std::size_t row);

// CNY traded a day: the mean of the last `window` days that have it, or where there are fewer, or
// rows are funds and no days, that of the row. NaN in intraday data, whose amounts are not of whole
// days.
struct Amount {
  double cny = kMissing;
  std::int64_t days = 1;
};
Amount AmountAt(const FundData& data, std::size_t row, int window = kAmountWindow);

// Daily turnover rates of a history: as pasted, else volume ÷ shares. `recent`: mean of the last
// days that have one; `usual`: median of more of them, these included. NaN where there are fewer.
struct Turnover {
  bool known = false;  // the data hold turnover rates
  double recent_fraction = kMissing;
  double usual_fraction = kMissing;
};
Turnover TurnoverAt(const FundData& data, std::size_t row, int recent_days = kTurnoverRecent,
                    int usual_days = kTurnoverUsual);

// The last known status and limit; a later status is never carried back.
struct Purchase {
  PurchaseStatus status = PurchaseStatus::kUnknown;
  double limit_cny = kMissing;
};
Purchase PurchaseAt(const FundData& data, std::size_t row);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_LIQUIDITY_H_
