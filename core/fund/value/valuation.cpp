#include "core/fund/value/valuation.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/facts.h"
#include "core/fund/value/align.h"

namespace premiumlens {

bool IsNav(Denominator denominator) {
  return denominator != Denominator::kIopv && denominator != Denominator::kIopvEstimated;
}

const Valuation* Find(const std::vector<Valuation>& valuations, Denominator denominator) {
  const auto found = std::find_if(
      valuations.begin(), valuations.end(),
      [denominator](const Valuation& entry) { return entry.denominator == denominator; });
  return found == valuations.end() ? nullptr : &*found;
}

std::vector<const Valuation*> ChooseWarning(const FundData& data,
                                            const std::vector<Valuation>& valuations,
                                            bool is_iopv_flat, std::optional<Denominator> named) {
  const bool is_list = data.shape != Shape::kHistory && !data.nav_beside_cny.empty();
  const bool is_named = is_list && named && IsNav(*named);
  std::vector<const Valuation*> warning;
  const auto add = [&](Denominator denominator) {
    const Valuation* valuation = Find(valuations, denominator);
    if (valuation != nullptr) warning.push_back(valuation);
  };
  if (!is_iopv_flat) add(Denominator::kIopv);
  add(is_named ? *named : Denominator::kNavPublished);
  add(Denominator::kIopvEstimated);
  // A flat IOPV is old, but it was known.
  if (warning.empty() && valuations.size() == 1) add(Denominator::kIopv);
  return warning;
}

const Valuation& ChooseShown(const FundData& data, const std::vector<Valuation>& valuations,
                             const std::vector<const Valuation*>& warning, bool overlaps_shanghai,
                             std::optional<Denominator> named) {
  if (named) {
    const Valuation* shown = Find(valuations, *named);
    if (shown != nullptr) return *shown;
    throw Failure({.code = Code::denominator_missing,
                   .column = "denominator",
                   .text = std::string(Name(*named))});
  }
  if (data.shape == Shape::kCrossSection && !warning.empty()) {
    // A list whose live values are there for a few funds only is shown against what most have.
    return **std::max_element(warning.begin(), warning.end(), [](auto* one, auto* other) {
      return CountFilled(one->premium_fraction) < CountFilled(other->premium_fraction);
    });
  }
  const Valuation& shown = warning.empty() ? valuations[0] : *warning[0];
  const Valuation* same_day = Find(valuations, Denominator::kNavSameDay);
  const bool is_live = shown.denominator == Denominator::kIopv;
  return overlaps_shanghai && same_day != nullptr && !is_live ? *same_day : shown;
}

std::optional<Hindsight> FindHindsight(const FundData& data,
                                       const std::vector<Valuation>& valuations, double bar) {
  const Valuation* same_day = Find(valuations, Denominator::kNavSameDay);
  const Valuation* published = Find(valuations, Denominator::kNavPublished);
  if (same_day == nullptr || published == nullptr) return {};
  return CompareHindsight(data.dates, same_day->premium_fraction, published->premium_fraction, bar);
}

std::optional<Finding> FindStale(const FundData& data, const std::vector<double>& warning_premium,
                                 const std::vector<Date>& sessions, int lag_sessions) {
  std::size_t row = data.rows;
  while (row > 0 && IsMissing(data.price_cny[row - 1])) --row;
  if (row == 0 || !IsMissing(warning_premium[row - 1])) return {};
  const Date date = data.dates[row - 1];
  const Age age = AgeOfPublished(date, data.nav, sessions, lag_sessions);
  if (age.value_date == kMissingDate) return {};
  if (age.late_sessions <= kOldestSessions && date - age.value_date <= kOldestDays) return {};
  return Finding{.code = Code::value_stale,
                 .level = Level::kWarn,
                 .source = Source::kOwn,
                 .evidence = {{"price_date", FormatIso(date)},
                              {"value_date", FormatIso(age.value_date)},
                              {"lag_sessions", age.late_sessions},
                              {"bar_sessions", std::int64_t{kOldestSessions}}}};
}

}  // namespace premiumlens
