// Bars and other assumptions of a request: numbers with a standard value and a range. Failure
// bad_field, with the field's name, for anything else.

#ifndef PREMIUMLENS_WASM_BAR_FIELDS_H_
#define PREMIUMLENS_WASM_BAR_FIELDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/fund/past/known_days.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// More than `above` and at most `most`.
double ReadBar(const Json& request, std::string_view field, double otherwise, double above,
               double most);
std::int64_t ReadCount(const Json& request, std::string_view field, std::int64_t otherwise,
                       std::int64_t least, std::int64_t most);
// One number or a list of them, in ascending order and each once; `otherwise` where the field is
// absent.
std::vector<double> ReadBars(const Json& request, std::string_view field,
                             std::vector<double> otherwise, double above, double most);
std::vector<std::int64_t> ReadCounts(const Json& request, std::string_view field,
                                     std::vector<std::int64_t> otherwise, std::int64_t least,
                                     std::int64_t most);
PremiumSide ReadSide(const Json& request);  // "side": "premium" or "discount"

inline constexpr std::size_t kMostBars = 20;  // of a list

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_BAR_FIELDS_H_
