// cases: the worked cases that the sources print, beside the exact figures.

#include "core/fund/cases.h"

#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kGives[] = {{"cases", "Case[]"}};

Json RequestOf(const WorkedCase& worked) {
  if (worked.form == CaseForm::kPremium) {
    return {{"op", "premium"},
            {"price", worked.first},
            {"value", worked.second},
            {"kind", "cross_border"},
            {"denominator", "iopv"}};
  }
  return {{"op", "convergence"},
          {"premium_from", worked.first},
          {"premium_to", worked.second},
          {"value_growth", worked.growth}};
}

Json Run(const Json&, TableStore&) {
  Json cases = Json::array();
  for (const WorkedCase& worked : WorkedCases()) {
    Json request = RequestOf(worked);
    const Json op = request["op"];
    cases.push_back({{"id", worked.id},
                     {"op", op},
                     {"request", std::move(request)},
                     {"printed_fraction", worked.printed_fraction},
                     {"fraction", ExactFraction(worked)},
                     {"reproduces", Reproduces(worked)},
                     {"premium_to_as_printed", Number(PremiumAsPrinted(worked))},
                     {"added_up_fraction", Number(AddedUp(worked))},
                     {"source", Name(worked.source)}});
  }
  return {{"cases", std::move(cases)}};
}

}  // namespace

extern const Op kCasesOp = {.name = "cases", .takes = {}, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
