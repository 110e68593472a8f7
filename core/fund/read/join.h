// Brings a column of one table to the rows of another, and counts what met.

#ifndef PREMIUMLENS_CORE_FUND_READ_JOIN_H_
#define PREMIUMLENS_CORE_FUND_READ_JOIN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/fund/read/moments.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

// For each of `wanted` the value of the same moment, NaN where there is none. Both in ascending
// order, each moment once; `values` as long as `moments`.
std::vector<double> JoinByMoment(const std::vector<Moment>& wanted,
                                 const std::vector<Moment>& moments,
                                 const std::vector<double>& values);

// For each of `wanted` (codes; empty: none) its fund's latest value that is not missing, by
// `moments` where there are any, else the last row's; NaN where there is none. `funds` says whose
// each value is.
std::vector<double> JoinByFund(const std::vector<std::string>& wanted, const Funds& funds,
                               const std::vector<Moment>& moments,
                               const std::vector<double>& values);

// Of a history: how many of its prices have a value of their day, be it a NAV or one beside them.
Join CountMatches(const FundData& data);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_JOIN_H_
