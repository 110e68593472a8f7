// Numbers of a request that have a standard and bounds.

#ifndef PREMIUMLENS_WASM_BOUNDED_H_
#define PREMIUMLENS_WASM_BOUNDED_H_

#include <string>
#include <string_view>

#include "core/base/missing.h"
#include "wasm/analyze_job.h"
#include "wasm/json.h"

namespace premiumlens::wasm {

// `otherwise` where it is absent or null. Failure: bad_field where it is not within the bounds.
inline double ReadBetween(const Json& request, std::string_view field, double least, double most,
                          double otherwise) {
  const double number = ReadOptionalNumber(request, field);
  if (IsMissing(number)) return otherwise;
  if (number >= least && number <= most) return number;
  throw Failure({.code = Code::bad_field,
                 .column = std::string(field),
                 .text = request[std::string(field)].dump()});
}

inline int ReadWhole(const Json& request, std::string_view field, int least, int most,
                     int otherwise) {
  return ReadSessions(request, field, least, most).value_or(otherwise);
}

// A premium or a growth: over −1, and no number that only a mistyped unit explains.
inline constexpr double kLeastFraction = -0.99;
inline constexpr double kMostFraction = 100;

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_BOUNDED_H_
