// convergence: the exact return when a premium goes from one level to another.

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/premium.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"premium_from", "number"},
    {"premium_to", "number"},
    {"value_growth", "number | null", false},
};

constexpr Field kGives[] = {
    {"return_fraction", "number"},
    {"value_part", "number"},
    {"premium_part", "number"},
    {"cross_part", "number"},
};

double AboveTotalLoss(const Json& request, std::string_view field, double number) {
  if (number > -1) return number;
  throw Failure({.code = Code::premium_below_total_loss,
                 .column = std::string(field),
                 .text = request[std::string(field)].dump()});
}

Json Run(const Json& request, TableStore&) {
  const auto read = [&request](std::string_view field) {
    return AboveTotalLoss(request, field, ReadNumber(request, field));
  };
  const double growth = ReadOptionalNumber(request, "value_growth");
  const Return parts =
      ConvergenceReturn(read("premium_from"), read("premium_to"),
                        IsMissing(growth) ? 0 : AboveTotalLoss(request, "value_growth", growth));
  return {{"return_fraction", parts.return_fraction},
          {"value_part", parts.value_part},
          {"premium_part", parts.premium_part},
          {"cross_part", parts.cross_part}};
}

}  // namespace

extern const Op kConvergenceOp = {
    .name = "convergence", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
