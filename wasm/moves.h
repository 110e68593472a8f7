// The moves that carry a NAV on, and dated values, as a request gives them.
//
// A move is a number, the move as a fraction, or an object: {"from", "to"}, two levels, or
// {"fraction"}; with it, where known, "from_date" and "to_date", and of futures "contract_from" and
// "contract_to". Failure: bad_field, missing_field, each with the place, as in "index.to".

#ifndef PREMIUMLENS_WASM_MOVES_H_
#define PREMIUMLENS_WASM_MOVES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/fund/value/iopv_estimate.h"
#include "core/fund/value/ladder.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// A level with its day.
struct DatedNumber {
  double value = kMissing;
  Date date = kMissingDate;
};

double ReadInvestedFraction(const Json& request);  // "invested_fraction", 0 to 1; 1 if absent

// A number, or {"value", "date"}. `place` is how a failure names it.
DatedNumber ReadDatedNumber(const Json& given, const std::string& place);

// Failure if the NAV's day comes after the price's.
void CheckNavDate(Date nav_date, Date price_date, const std::string& place);

// Whether one of index, futures and fx is there.
bool HasMoves(const Json& request);
// index, futures, fx, index_in_cny, invested_fraction into an input whose NAV is set elsewhere.
EstimateInput ReadMoves(const Json& request);

Json ToJson(const std::vector<WaterfallStep>& waterfall);
Json ToJson(const std::vector<RefusedMove>& refused);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_MOVES_H_
