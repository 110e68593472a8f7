// Money funds: quoted for a hundred units, valued for one.
//
// By the kind of fund, or because all its values are 1 within kParValue, which no other fund's stay
// at: the price is kHundred times the value within kNear. A money fund's feed may also give the
// income per 10,000 units (万份收益) where the NAV should be: not 1, another number every day, and
// under kMostIncome yuan.

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/robust.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kHundred = 100;
constexpr double kNear = 0.02;
constexpr double kParValue = 0.0005;
constexpr double kMostIncome = 5;
constexpr std::size_t kLeastByValue = 5;  // of an unknown fund's rows

struct Pairs {
  std::vector<std::size_t> rows;
  std::vector<double> price;
  std::vector<double> value;
};

Pairs PairsOf(const FundData& data, const std::vector<double>& values) {
  Pairs pairs;
  for (std::size_t i = 0; i < std::min(values.size(), data.price_cny.size()); ++i) {
    if (IsMissing(values[i]) || IsMissing(data.price_cny[i])) continue;
    pairs.rows.push_back(i);
    pairs.price.push_back(data.price_cny[i]);
    pairs.value.push_back(values[i]);
  }
  return pairs;
}

bool IsNear(double one, double other, double tolerance) {
  return std::fabs(one / other - 1) <= tolerance;
}

bool AreAllPar(const Pairs& pairs) {
  return pairs.rows.size() >= kLeastByValue &&
         std::all_of(pairs.value.begin(), pairs.value.end(),
                     [](double value) { return IsNear(value, 1, kParValue); });
}

bool IsIncome(const Pairs& pairs, double value) {
  if (pairs.rows.size() < kLeastByValue || value >= kMostIncome || value <= 0) return false;
  const std::vector<double> changes = ChangesOf(pairs.value);
  const auto moved =
      std::count_if(changes.begin(), changes.end(), [](double change) { return change != 0; });
  return 2 * static_cast<std::size_t>(moved) >= changes.size() && !IsNear(value, 1, kParValue);
}

void Say(const CheckInput& input, Role role, const Pairs& pairs, std::string_view fund,
         double factor, Checks& checks) {
  const double price = MedianOf(pairs.price);
  const double value = MedianOf(pairs.value);
  Report report(input, role, Code::money_fund_unit, Level::kWarn, checks);
  if (!fund.empty()) report.check().fund = fund;
  report.Number("price_value", price);
  report.Number("nav_value", value);
  report.check().table = PlaceOf(input.tables, Role::kPrice).table;
  for (const std::size_t row : pairs.rows) report.Row(input.data.source_rows[row]);
  report.Count("rows_count", report.check().rows_count);
  if (IsMissing(factor)) {
    if (role == Role::kNav && HasAny(input.data.iopv_cny)) {
      report.Offer(MendKind::kLeaveOut, Role::kNav);
    }
    return;
  }
  report.Number("factor_ratio", factor);
  report.Offer(MendKind::kScale, role).factor = factor;
}

// Whether the rows of one fund say so; reports it.
bool CheckPairs(const CheckInput& input, Role role, const Pairs& pairs, Kind kind,
                std::string_view fund, Checks& checks) {
  if (pairs.rows.empty() || (kind != Kind::kMoney && kind != Kind::kUnknown)) return false;
  const double price = MedianOf(pairs.price);
  const double value = MedianOf(pairs.value);
  const bool is_money = kind == Kind::kMoney || AreAllPar(pairs);
  if (is_money && IsNear(price / value, kHundred, kNear)) {
    Say(input, role, pairs, fund, kHundred, checks);
    return true;
  }
  if (kind != Kind::kMoney || !IsNear(price, kHundred, kNear) || !IsIncome(pairs, value)) {
    return false;
  }
  Say(input, role, pairs, fund, kMissing, checks);
  return true;
}

}  // namespace

bool CheckMoneyFund(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  const bool dated = !data.nav.dates.empty();
  const std::vector<double>& beside = data.nav_beside_cny;
  if (data.shape != Shape::kCrossSection) {
    const Kind kind = input.identity.kind;
    const std::vector<double> navs = dated ? SameDayNav(data.dates, data.nav).values : beside;
    const bool by_nav = CheckPairs(input, Role::kNav, PairsOf(data, navs), kind, "", checks);
    const bool by_iopv =
        CheckPairs(input, Role::kIopv, PairsOf(data, data.iopv_cny), kind, "", checks);
    return by_nav || by_iopv;
  }
  bool found = false;
  for (const Role role : {Role::kNav, Role::kIopv}) {
    const Pairs all = PairsOf(data, role == Role::kNav ? beside : data.iopv_cny);
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      if (!IsNear(all.price[i] / all.value[i], kHundred, kNear)) continue;
      const std::uint32_t place = data.fund_of_row[all.rows[i]];
      if (place == kMissingText) continue;
      const FundEntry& fund = data.funds[place];
      const Pairs one{{all.rows[i]}, {all.price[i]}, {all.value[i]}};
      const Kind kind = Identify(fund.code, fund.name).kind;
      found |= CheckPairs(input, role, one, kind, fund.code, checks);
    }
  }
  return found;
}

}  // namespace premiumlens
