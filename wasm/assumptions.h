// The assumptions of an operation: numbers that stand until the request says otherwise. Each has a
// range, a unit and a source, and the reply tells them all back, so that the page can show and
// change every one of them without knowing any.

#ifndef PREMIUMLENS_WASM_ASSUMPTIONS_H_
#define PREMIUMLENS_WASM_ASSUMPTIONS_H_

#include <cstdint>
#include <string_view>

#include "core/base/source.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

inline constexpr NamedType kAssumptionTypes[] = {
    {"AssumptionUnit",
     "\"fraction\" | \"cny\" | \"shares\" | \"sessions\" | \"weekdays\" | \"days\" | "
     "\"parts\" | \"ratio\""},
    {"Assumption",
     "{ value: number | null; standard: number | null; least: number; most: number; "
     "unit: AssumptionUnit; source: Source }"},
    {"Assumptions", "Record<string, Assumption>"},
};

struct Assumption {
  std::string_view name;  // a field of the request
  double standard;        // NaN: none
  double least;
  double most;
  std::string_view unit;
  Source source;
};

class Assumptions {
 public:
  explicit Assumptions(const Json& request) : request_(request) {}
  // The number asked for, or the standard one. Failure bad_field outside its range.
  double Read(const Assumption& assumption);
  // Also where it is no whole number.
  std::int64_t ReadCount(const Assumption& assumption);
  const Json& told() const { return told_; }  // Assumptions

 private:
  Json request_;
  Json told_ = Json::object();
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_ASSUMPTIONS_H_
