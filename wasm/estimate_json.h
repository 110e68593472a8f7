// The estimate over a past, its dating and the series beside a fund as JSON; the shapes are named
// in list.cpp.

#ifndef PREMIUMLENS_WASM_ESTIMATE_JSON_H_
#define PREMIUMLENS_WASM_ESTIMATE_JSON_H_

#include <optional>
#include <string>
#include <vector>

#include "core/fund/analysis.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

using TableNames = std::vector<std::string>;

Json ToJson(const MarketSeries& series, const TableNames& tables);             // MarketSeries
Json ToJson(const std::vector<MarketSeries>& list, const TableNames& tables);  // MarketSeries[]
Json ToJson(const UsedLag& lag);                                               // UsedLag
Json ToJson(const LagFit& fit);                                                // LagFit
Json ToJson(const ReplayError& error);                                         // ReplayError
Json ToJson(const std::vector<BarSides>& bars);                                // BarSides[]

// PastEstimate, of the data whose series it names.
Json ToJson(const PastEstimate& estimate, const FundData& data, const TableNames& tables);
// IndexCandidate[].
Json CandidatesToJson(const PastEstimate& estimate, const FundData& data);
// index_used, index_reason, fx_used, fx_reason, trouble.
Json UsedSeriesToJson(const PastEstimate& estimate, const FundData& data, const TableNames& tables);
// lags … residual_bp, slopes: what nav_dating says of a dating.
Json DatingToJson(const NavDating& dating);

// Fund, of one fund's analysis.
Json FundToJson(const Analysis& analysis);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_ESTIMATE_JSON_H_
