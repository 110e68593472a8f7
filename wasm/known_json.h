// What the user says beside the tables: what only he knows of a fund, and the bars he has changed.

#ifndef PREMIUMLENS_WASM_KNOWN_JSON_H_
#define PREMIUMLENS_WASM_KNOWN_JSON_H_

#include <vector>

#include "core/fund/known.h"
#include "core/fund/rule_bars.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// "known": one, or a list, each for its fund. Failure: bad_field, as "known.purchase".
std::vector<Known> ReadKnown(const Json& request);

// "rule_bars": by name (rule_bars.h). Failure: bad_field "rule_bars" with the name and the number.
RuleBars ReadRuleBars(const Json& request);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_KNOWN_JSON_H_
