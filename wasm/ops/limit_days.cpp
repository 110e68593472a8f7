// limit_days: how many limit-down days a premium takes to come down at an unchanged value.

#include "core/fund/cost/limit_days.h"

#include "core/base/missing.h"
#include "wasm/assumptions.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"premium_from", "number"},          {"premium_to", "number"},
    {"limit_fraction", "number", false}, {"price", "number | null", false},
    {"tick_cny", "number", false},
};

constexpr Field kGives[] = {
    {"days", "number"},     {"steps", "LimitStep[]"},       {"limit_fraction", "number"},
    {"tick_cny", "number"}, {"assumptions", "Assumptions"},
};

constexpr NamedType kTypes[] = {
    {"LimitStep", "{ day: number; price: number; premium_fraction: number; locked: boolean }"},
};

Json Run(const Json& request, TableStore&) {
  ReadNumber(request, "premium_from");
  ReadNumber(request, "premium_to");
  using enum Source;
  Assumptions given(request);
  const auto fraction = [&given](std::string_view name) {
    return given.Read({name, kMissing, kLeastFraction, kMostFraction, "fraction", kOwn});
  };
  const double from = fraction("premium_from");
  const double to = fraction("premium_to");
  LimitRules rules;
  rules.limit_fraction =
      given.Read({"limit_fraction", rules.limit_fraction, 0.01, 0.5, "fraction", kExchangeRules});
  rules.tick_cny = given.Read({"tick_cny", rules.tick_cny, 0, 1, "cny", kExchangeRules});
  const double price = given.Read({"price", kMissing, 1e-6, 1e6, "cny", kOwn});
  Json steps = Json::array();
  for (const LimitStep& step : LimitDownSteps(price, from, to, rules)) {
    steps.push_back({{"day", steps.size() + 1},
                     {"price", step.price_cny},
                     {"premium_fraction", step.premium_fraction},
                     {"locked", step.locked}});
  }
  return {{"days", *LimitDownDays(from, to, rules.limit_fraction)},
          {"steps", std::move(steps)},
          {"limit_fraction", rules.limit_fraction},
          {"tick_cny", rules.tick_cny},
          {"assumptions", given.told()}};
}

}  // namespace

extern const Op kLimitDaysOp = {
    .name = "limit_days", .takes = kTakes, .gives = kGives, .types = kTypes, .run = Run};

}  // namespace premiumlens::wasm
