// premium: one price and one value. What the premium is, where it stands, what it would cost.

#include <cmath>

#include "core/base/error.h"
#include "core/fund/words.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/known_json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"price", "number"},
    {"value", "number"},
    {"kind", "Kind", false},
    {"denominator", "Denominator", false},
    {"float_cny", "number | null", false},
    {"amount_cny", "number | null", false},
    {"purchase_status", "PurchaseStatus | null", false},
    {"rule_bars", "Record<string, number> | null", false},
};

constexpr Field kGives[] = {
    {"price", "number"},
    {"value", "number"},
    {"kind", "Kind"},
    {"denominator", "Denominator"},
    {"premium_fraction", "number"},
    {"log_premium", "number"},
    {"range", "Range"},
    {"verdict", "Verdict"},
    {"breakeven_growth_fraction", "number"},
    {"closing", "Closing[]"},
    {"price_ladder", "LadderStep[]"},
    {"findings", "Finding[]"},
    {"unjudged", "Unjudged[]"},
};

// Absent, or a number that is not negative.
double ReadAmount(const Json& request, std::string_view field) {
  const double number = ReadOptionalNumber(request, field);
  if (!(number < 0)) return number;
  throw Failure({.code = Code::bad_field,
                 .column = std::string(field),
                 .text = request[std::string(field)].dump()});
}

Json Run(const Json& request, TableStore&) {
  const double price = ReadPositive(request, "price", Code::price_not_positive);
  const double value = ReadPositive(request, "value", Code::value_not_positive);
  Facts facts;
  facts.kind = ReadWord(request, "kind", FindKind, Kind::kUnknown);
  facts.denominator = ReadWord(request, "denominator", FindDenominator, Denominator::kIopv);
  facts.premium_fraction = PremiumFraction(price, value);
  facts.float_cny = ReadAmount(request, "float_cny");
  facts.amount_cny = ReadAmount(request, "amount_cny");
  facts.purchase =
      ReadWord(request, "purchase_status", FindPurchaseStatus, PurchaseStatus::kUnknown);
  const RuleBars bars = ReadRuleBars(request);
  const Judgement judgement = JudgeAll(facts, bars);
  Json result = PairToJson(price, value, bars.BandOf(facts.kind));
  result["kind"] = Name(facts.kind);
  result["denominator"] = Name(facts.denominator);
  result["findings"] = ToJson(judgement.findings);
  result["unjudged"] = ToJson(judgement.unjudged);
  return result;
}

}  // namespace

extern const Op kPremiumOp = {.name = "premium", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
