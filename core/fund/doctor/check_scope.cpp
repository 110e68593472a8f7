#include "core/fund/doctor/check_scope.h"

#include <algorithm>
#include <array>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using enum Code;

constexpr std::int64_t kLeastDays = 20;  // of a history that tells anything about its dates

// What the data of a fund hold.
struct Held {
  bool days;     // rows of several days, or of the minutes of one
  bool history;  // enough days
  bool price;
  bool nav;
  bool iopv;
  bool value;
  bool trading;
  bool columns;  // any whose unit can be told
  bool pasted;
  bool other_funds;  // never in one fund's own data, as the next
  bool other_tables;
};

Held HeldIn(const FundData& data) {
  const bool is_history = data.shape == Shape::kHistory;
  Held held{};
  held.days = is_history || data.shape == Shape::kIntraday;
  held.price = HasAny(data.price_cny);
  held.history = is_history && std::max<std::int64_t>(CountFilled(data.price_cny),
                                                      CountFilled(data.nav.values)) >= kLeastDays;
  held.nav = !data.nav.dates.empty() || HasAny(data.nav_beside_cny);
  held.iopv = HasAny(data.iopv_cny);
  held.value = held.nav || held.iopv || HasAny(data.estimate_cny);
  held.trading =
      HasAny(data.volume_shares) || HasAny(data.amount_cny) || HasAny(data.turnover_fraction);
  held.columns = held.trading || held.nav || HasAny(data.shares) || HasAny(data.float_cny);
  held.pasted = !data.pasted.empty();
  return held;
}

struct Requirement {
  bool Held::*held = nullptr;
  Need need = Need::kPrice;  // what is missing where that is not held
};
constexpr Requirement kDays{&Held::days, Need::kHistory};
constexpr Requirement kHistory{&Held::history, Need::kHistory};
constexpr Requirement kPrice{&Held::price, Need::kPrice};
constexpr Requirement kNav{&Held::nav, Need::kNav};
constexpr Requirement kIopv{&Held::iopv, Need::kIopv};
constexpr Requirement kValue{&Held::value, Need::kNav};
constexpr Requirement kTrading{&Held::trading, Need::kVolume};
constexpr Requirement kColumns{&Held::columns, Need::kVolume};
constexpr Requirement kPasted{&Held::pasted, Need::kPremiumColumn};
constexpr Requirement kOtherFunds{&Held::other_funds, Need::kSeveralFunds};
constexpr Requirement kOtherTables{&Held::other_tables, Need::kSecondTable};

struct Check {
  Code code;
  std::array<Requirement, 3> requires_all;
};
constexpr Check kChecks[] = {
    {split_adjusted, {kHistory, kPrice, kNav}},
    {split_one_sided, {kHistory, kPrice, kNav}},
    {price_adjusted, {kHistory, kPrice, kNav}},
    {cumulative_nav_suspected, {kHistory, kPrice, kNav}},
    {nav_dates_early, {kHistory, kPrice, kNav}},
    {nav_dates_late, {kHistory, kPrice, kNav}},
    {nav_repeated, {kHistory, kPrice, kNav}},
    {nav_holes, {kHistory, kNav}},
    {price_holes, {kHistory, kPrice}},
    {unit_changes, {kHistory, kColumns}},
    {money_fund_unit, {kPrice, kValue}},
    {price_off_tick, {kPrice}},
    {price_stale, {kHistory, kPrice, kTrading}},
    {iopv_flat, {kDays, kPrice, kIopv}},
    {duplicate_rows, {kDays}},
    {weekend_rows, {kDays}},
    {price_of_other_fund, {kHistory, kPrice, kNav}},
    {series_copied, {kOtherFunds}},
    {tables_disagree, {kOtherTables}},
    {premium_column_reversed, {kPasted, kValue}},
    {premium_column_other, {kPasted, kValue}},
};

constexpr auto kCodes = [] {
  std::array<Code, std::size(kChecks)> codes{};
  std::transform(std::begin(kChecks), std::end(kChecks), codes.begin(),
                 [](const Check& check) { return check.code; });
  return codes;
}();

std::vector<Need> NeedsOf(const Check& check, const Held& held) {
  std::vector<Need> needs;
  for (const Requirement& one : check.requires_all) {
    if (one.held && !(held.*one.held)) needs.push_back(one.need);
  }
  return needs;
}

std::size_t PlaceOf(Code code) {
  return static_cast<std::size_t>(std::find(kCodes.begin(), kCodes.end(), code) - kCodes.begin());
}

bool Has(const std::vector<Code>& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::span<const Code> AllCheckCodes() { return kCodes; }

CheckScope ScopeOf(const FundData& data) {
  const Held held = HeldIn(data);
  CheckScope scope;
  for (const Check& check : kChecks) {
    std::vector<Need> needs = NeedsOf(check, held);
    if (needs.empty()) {
      scope.checked.push_back(check.code);
    } else {
      scope.unchecked.push_back({check.code, std::move(needs)});
    }
  }
  return scope;
}

void Include(Code code, CheckScope& scope) {
  std::erase_if(scope.unchecked, [code](const Unjudged& entry) { return entry.code == code; });
  if (Has(scope.checked, code)) return;
  const auto place = std::find_if(scope.checked.begin(), scope.checked.end(),
                                  [code](Code known) { return PlaceOf(known) > PlaceOf(code); });
  scope.checked.insert(place, code);
}

void MergeScope(const CheckScope& one, CheckScope& all) {
  if (all.checked.empty() && all.unchecked.empty()) {
    all = one;
    return;
  }
  for (const Code code : one.checked) Include(code, all);
}

std::vector<Code> CleanOf(const CheckScope& scope, const std::vector<DataCheck>& checks) {
  std::vector<Code> clean;
  for (const Code code : scope.checked) {
    if (std::none_of(checks.begin(), checks.end(),
                     [code](const DataCheck& check) { return check.finding.code == code; })) {
      clean.push_back(code);
    }
  }
  return clean;
}

}  // namespace premiumlens
