#include "wasm/fund_json.h"

#include <utility>

#include "wasm/json.h"

namespace premiumlens::wasm {

Json DateText(Date date) { return date == kMissingDate ? Json(nullptr) : Json(FormatIso(date)); }

Json ToJson(const Band& band) {
  return {{"inner", Number(band.inner_fraction)}, {"outer", Number(band.outer_fraction)}};
}

Json ToJson(const std::vector<Closing>& closing) {
  Json list = Json::array();
  for (const Closing& entry : closing) {
    list.push_back({{"to_premium_fraction", entry.to_premium_fraction},
                    {"reason", Name(entry.reason)},
                    {"return_fraction", Number(entry.return_fraction)},
                    {"breakeven_growth_fraction", Number(entry.breakeven_growth_fraction)},
                    {"already_within", entry.already_within}});
  }
  return list;
}

Json ToJson(const std::vector<LadderStep>& ladder) {
  Json list = Json::array();
  for (const LadderStep& step : ladder) {
    list.push_back(
        {{"premium_fraction", step.premium_fraction}, {"price", Number(step.price_cny)}});
  }
  return list;
}

Json NeedsToJson(std::span<const Need> needs) {
  Json list = Json::array();
  for (const Need need : needs) list.push_back(Name(need));
  return list;
}

Json ToJson(const std::vector<Unjudged>& unjudged) {
  Json list = Json::array();
  for (const Unjudged& entry : unjudged) {
    list.push_back({{"code", Info(entry.code).name}, {"needs", NeedsToJson(entry.needs)}});
  }
  return list;
}

Json PairToJson(double price_cny, double value_cny, const Band& band) {
  const double premium = PremiumFraction(price_cny, value_cny);
  return {{"price", Number(price_cny)},
          {"value", Number(value_cny)},
          {"premium_fraction", Number(premium)},
          {"log_premium", Number(LogPremium(price_cny, value_cny))},
          {"range", ToJson(band)},
          {"verdict", Name(Judge(premium, band))},
          {"breakeven_growth_fraction", Number(BreakevenGrowth(premium, 0))},
          {"closing", ToJson(ClosingScenarios(premium, band))},
          {"price_ladder", ToJson(PriceLadder(value_cny))}};
}

}  // namespace premiumlens::wasm
