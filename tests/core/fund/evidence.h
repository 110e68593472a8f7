// A number among the evidence of a finding.

#ifndef PREMIUMLENS_TESTS_CORE_FUND_EVIDENCE_H_
#define PREMIUMLENS_TESTS_CORE_FUND_EVIDENCE_H_

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/finding.h"
#include "core/base/missing.h"

namespace premiumlens {

// NaN where it is none, or no number.
inline double NumberIn(const std::vector<Evidence>& all, std::string_view key) {
  for (const Evidence& evidence : all) {
    if (evidence.key != key) continue;
    if (const auto* count = std::get_if<std::int64_t>(&evidence.value)) {
      return static_cast<double>(*count);
    }
    if (const auto* number = std::get_if<double>(&evidence.value)) return *number;
  }
  return kMissing;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_CORE_FUND_EVIDENCE_H_
