// Prices that cannot have been traded.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_PRICE_MARKS_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_PRICE_MARKS_H_

#include <cstddef>
#include <vector>

#include "core/fund/read/read_fund.h"

namespace premiumlens {

// The exchanges quote funds, money and bond funds among them, in thousandths of a yuan.
inline constexpr double kTick = 0.001;

// Whether a price has a digit beyond the tick, as far as six significant decimals go: 1.2345 has,
// 1.2340000001 is the noise of a binary number, and has not. Missing: no.
bool IsOffTick(double price_cny);

// Rows, ascending, whose price is exactly the one before though nothing was traded: the volume, the
// amount or the turnover rate says 0, or all of these that nearly every other row has are missing.
// None where the data say nothing of trading.
std::vector<std::size_t> CarriedRows(const FundData& data);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_PRICE_MARKS_H_
