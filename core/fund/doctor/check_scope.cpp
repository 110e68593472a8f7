#include "core/fund/doctor/check_scope.h"

#include <algorithm>
#include <array>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using enum Code;

constexpr std::array kCodes = {
    split_adjusted,      split_one_sided, price_adjusted,  cumulative_nav_suspected,
    nav_dates_early,     nav_dates_late,  nav_repeated,    nav_holes,
    price_holes,         unit_changes,    money_fund_unit, price_off_tick,
    price_stale,         iopv_flat,       duplicate_rows,  weekend_rows,
    price_of_other_fund, series_copied,   tables_disagree, premium_column_reversed,
    premium_column_other};

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

std::vector<Need> NeedsOf(Code code, const Held& held) {
  std::vector<Need> needs;
  const auto need = [&needs](bool has, Need what) {
    if (!has) needs.push_back(what);
  };
  switch (code) {
    case split_adjusted:
    case split_one_sided:
    case price_adjusted:
    case cumulative_nav_suspected:
    case nav_dates_early:
    case nav_dates_late:
    case nav_repeated:
    case price_of_other_fund:
      need(held.history, Need::kHistory);
      need(held.price, Need::kPrice);
      need(held.nav, Need::kNav);
      break;
    case nav_holes:
      need(held.history, Need::kHistory);
      need(held.nav, Need::kNav);
      break;
    case price_holes:
      need(held.history, Need::kHistory);
      need(held.price, Need::kPrice);
      break;
    case price_off_tick:
      need(held.price, Need::kPrice);
      break;
    case unit_changes:
      need(held.history, Need::kHistory);
      need(held.columns, Need::kVolume);
      break;
    case price_stale:
      need(held.history, Need::kHistory);
      need(held.price, Need::kPrice);
      need(held.trading, Need::kVolume);
      break;
    case iopv_flat:
      need(held.days, Need::kHistory);
      need(held.price, Need::kPrice);
      need(held.iopv, Need::kIopv);
      break;
    case money_fund_unit:
      need(held.price, Need::kPrice);
      need(held.value, Need::kNav);
      break;
    case duplicate_rows:
    case weekend_rows:
      need(held.days, Need::kHistory);
      break;
    case series_copied:
      needs.push_back(Need::kSeveralFunds);
      break;
    case tables_disagree:
      needs.push_back(Need::kSecondTable);
      break;
    case premium_column_reversed:
    case premium_column_other:
      need(held.pasted, Need::kPremiumColumn);
      need(held.value, Need::kNav);
      break;
    default:
      break;
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
  for (const Code code : kCodes) {
    std::vector<Need> needs = NeedsOf(code, held);
    if (needs.empty()) {
      scope.checked.push_back(code);
    } else {
      scope.unchecked.push_back({code, std::move(needs)});
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
