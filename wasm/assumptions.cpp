#include "wasm/assumptions.h"

#include <cmath>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

[[noreturn]] void Refuse(std::string_view field, double value) {
  throw Failure(
      {.code = Code::bad_field, .column = std::string(field), .text = Json(value).dump()});
}

}  // namespace

double Assumptions::Read(const Assumption& assumption) {
  const double given = ReadOptionalNumber(request_, assumption.name);
  if (given < assumption.least || given > assumption.most) Refuse(assumption.name, given);
  const double value = IsMissing(given) ? assumption.standard : given;
  told_[std::string(assumption.name)] = {{"value", Number(value)},
                                         {"standard", Number(assumption.standard)},
                                         {"least", Number(assumption.least)},
                                         {"most", Number(assumption.most)},
                                         {"unit", assumption.unit},
                                         {"source", Name(assumption.source)}};
  return value;
}

std::int64_t Assumptions::ReadCount(const Assumption& assumption) {
  const double value = Read(assumption);
  if (value != std::floor(value)) Refuse(assumption.name, value);
  return static_cast<std::int64_t>(value);
}

}  // namespace premiumlens::wasm
