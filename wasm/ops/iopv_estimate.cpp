// iopv_estimate: the value of one share now, carried on from an old NAV by the reader's own
// numbers, and what the price is against it.

#include "core/fund/value/iopv_estimate.h"

#include <utility>

#include "core/base/error.h"
#include "core/fund/premium.h"
#include "core/fund/value/ladder.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/known_json.h"
#include "wasm/moves.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"nav", "number"},
    {"nav_date", "string | null", false},
    {"index", "Move | null", false},
    {"futures", "FuturesMove | null", false},
    {"fx", "Move | null", false},
    {"index_in_cny", "boolean | null", false},
    {"invested_fraction", "number | null", false},
    {"price", "number | null", false},
    {"date", "string | null", false},
    {"kind", "Kind | null", false},
    {"region", "Region | null", false},
    {"rule_bars", "Record<string, number> | null", false},
};

constexpr Field kGives[] = {
    {"iopv_estimated", "number"},
    {"nav", "number"},
    {"nav_date", "string | null"},
    {"invested_fraction", "number"},
    {"waterfall", "WaterfallStep[]"},
    {"refused", "RefusedMove[]"},
    {"premium_fraction", "number | null"},
    {"log_premium", "number | null"},
    {"nav_premium_fraction", "number | null"},
    {"range", "Range"},
    {"verdict", "Verdict"},
};

Json Run(const Json& request, TableStore&) {
  const Date price_date = ReadOptionalDate(request, "date");
  EstimateInput input = ReadMoves(request);
  input.nav_cny = ReadPositive(request, "nav", Code::value_not_positive);
  input.nav_date = ReadOptionalDate(request, "nav_date");
  input.price_date = price_date;
  CheckNavDate(input.nav_date, price_date, "nav_date");
  input.closed_until =
      ClosedUntil(price_date, ReadWord(request, "region", FindRegion, Region::kUnknown));
  const bool has_price = !IsMissing(ReadOptionalNumber(request, "price"));
  const double price =
      has_price ? ReadPositive(request, "price", Code::price_not_positive) : kMissing;
  const Estimate estimate = EstimateIopv(input);
  const Band band =
      ReadRuleBars(request).BandOf(ReadWord(request, "kind", FindKind, Kind::kUnknown));
  const double premium = PremiumFraction(price, estimate.value_cny);
  return {{"iopv_estimated", estimate.value_cny},
          {"nav", input.nav_cny},
          {"nav_date", DateText(input.nav_date)},
          {"invested_fraction", input.invested_fraction},
          {"waterfall", ToJson(MakeWaterfall(price, input.nav_cny, estimate))},
          {"refused", ToJson(estimate.refused)},
          {"premium_fraction", Number(premium)},
          {"log_premium", Number(LogPremium(price, estimate.value_cny))},
          {"nav_premium_fraction", Number(PremiumFraction(price, input.nav_cny))},
          {"range", ToJson(band)},
          {"verdict", Name(Judge(premium, band))}};
}

}  // namespace

extern const Op kIopvEstimateOp = {
    .name = "iopv_estimate", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
