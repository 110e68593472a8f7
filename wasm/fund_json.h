// The fund analyses' types as JSON; the shapes are named in list.cpp.

#ifndef PREMIUMLENS_WASM_FUND_JSON_H_
#define PREMIUMLENS_WASM_FUND_JSON_H_

#include <vector>

#include "core/fund/kind.h"
#include "core/fund/premium.h"
#include "core/fund/rules.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// ISO text; null for kMissingDate.
Json DateText(Date date);

Json ToJson(const Band& band);                       // Range
Json ToJson(const std::vector<Closing>& closing);    // Closing[]
Json ToJson(const std::vector<LadderStep>& ladder);  // LadderStep[]
Json ToJson(const std::vector<Unjudged>& unjudged);  // Unjudged[]
Json NeedsToJson(std::span<const Need> needs);

// What a price and a value give: price, value, premium_fraction, log_premium, range, verdict,
// breakeven_growth_fraction, closing, price_ladder.
Json PairToJson(double price_cny, double value_cny, const Band& band);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_FUND_JSON_H_
