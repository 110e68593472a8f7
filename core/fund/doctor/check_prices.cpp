// Single rows that are not what they stand for: prices that no trade can have, prices carried
// forward, days that stand there twice, IOPVs that stand still.
//
// A price with a digit beyond the tick (price_marks.h) is a NAV, an average or adjusted. Where it
// equals the NAV of its day or the one before, that is what it is. A column of which kMostOff or
// more are such is of another kind altogether, and leaving them out would leave nothing: no mend.
// Prices that another check says are adjusted or in another unit are not told twice.

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/doctor/price_marks.h"
#include "core/fund/flat_iopv.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kMostOff = 0.5;
constexpr double kSame = 1e-9;

bool IsExplained(const Checks& checks) {
  return std::any_of(checks.begin(), checks.end(), [](const DataCheck& check) {
    const Code code = check.finding.code;
    return code == Code::price_adjusted || code == Code::split_one_sided ||
           code == Code::money_fund_unit ||
           (check.mend && check.mend->kind == MendKind::kScale && check.mend->role == Role::kPrice);
  });
}

bool Equals(double one, double other) { return std::fabs(one - other) <= kSame * one; }

// How many of the rows have the value beside them as their price.
std::int64_t CountEqual(const FundData& data, const std::vector<std::size_t>& rows,
                        const std::vector<double>& values) {
  return std::count_if(rows.begin(), rows.end(), [&](std::size_t row) {
    return row < values.size() && Equals(data.price_cny[row], values[row]);
  });
}

// The longest run of rows that follow one another.
std::int64_t LongestRun(const std::vector<std::size_t>& rows) {
  std::int64_t longest = 0;
  std::int64_t run = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    run = i > 0 && rows[i] == rows[i - 1] + 1 ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

void SpanRows(const FundData& data, const std::vector<std::size_t>& rows, Report& report) {
  for (const std::size_t row : rows) report.Row(data.source_rows[row]);
  if (data.dates.empty() || data.dates[rows.front()] == kMissingDate) return;
  report.Day("first_date", data.dates[rows.front()]);
  report.Day("last_date", data.dates[rows.back()]);
}

}  // namespace

void CheckTick(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  if (data.is_price_scaled || IsExplained(checks)) return;
  std::vector<std::size_t> rows;
  std::int64_t priced = 0;
  for (std::size_t i = 0; i < data.price_cny.size(); ++i) {
    priced += !IsMissing(data.price_cny[i]);
    if (IsOffTick(data.price_cny[i])) rows.push_back(i);
  }
  if (rows.empty()) return;
  std::int64_t equal = CountEqual(data, rows, data.nav_beside_cny);
  std::int64_t before = 0;
  if (data.shape == Shape::kHistory && !data.nav.dates.empty()) {
    const std::vector<Date> sessions = SessionsOf(data.dates, data.price_cny, data.nav);
    equal = CountEqual(data, rows, SameDayNav(data.dates, data.nav).values);
    before = CountEqual(data, rows, PreviousNav(data.dates, data.nav, sessions).values);
  }
  const auto count = static_cast<std::int64_t>(rows.size());
  const double share = static_cast<double>(count) / static_cast<double>(priced);
  const bool is_nav = 2 * std::max(equal, before) >= count;
  Report report(input, Role::kPrice, Code::price_off_tick, is_nav ? Level::kWarn : Level::kWatch,
                checks);
  report.Count("rows_count", count);
  report.Count("priced_count", priced);
  report.Number("share_fraction", share);
  report.Number("bar_fraction", kMostOff);
  report.Number("price_tick_value", kTick);
  report.Number("sample_value", data.price_cny[rows.front()]);
  report.Count("equals_nav_count", equal);
  report.Count("equals_previous_count", before);
  SpanRows(data, rows, report);
  if (share >= kMostOff || data.shape != Shape::kHistory) return;
  report.Offer(MendKind::kDropOffTick, Role::kPrice);
}

void CheckCarried(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  const std::vector<std::size_t> rows = CarriedRows(data);
  if (rows.empty()) return;
  Report report(input, Role::kPrice, Code::price_stale, Level::kWatch, checks);
  report.Count("rows_count", static_cast<std::int64_t>(rows.size()));
  report.Count("longest_sessions", LongestRun(rows));
  SpanRows(data, rows, report);
  report.Offer(MendKind::kDropHalted, Role::kPrice);
}

void CheckFlat(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  const std::vector<FlatStretch> stretches = FindFlatStretches(data);
  if (stretches.empty()) return;
  const auto length = [](const FlatStretch& stretch) { return stretch.last - stretch.first; };
  const FlatStretch& longest = *std::max_element(
      stretches.begin(), stretches.end(), [&](const FlatStretch& one, const FlatStretch& other) {
        return length(one) < length(other);
      });
  std::vector<std::size_t> rows;
  for (const FlatStretch& stretch : stretches) {
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) rows.push_back(i);
  }
  Report report(input, Role::kIopv, Code::iopv_flat, Level::kWatch, checks);
  report.Count("rows_count", static_cast<std::int64_t>(rows.size()));
  report.Number("iopv_value", longest.iopv_value);
  report.Number("price_move_fraction", longest.price_move_fraction);
  if (data.shape == Shape::kIntraday) {
    report.Number("flat_minutes", longest.minutes);
    report.Number("bar_minutes", kFlatMinutes);
  } else {
    report.Count("flat_days", static_cast<std::int64_t>(length(longest)) + 1);
    report.Count("bar_days", static_cast<std::int64_t>(kFlatDays));
  }
  SpanRows(data, rows, report);
  report.Offer(MendKind::kDropUnmoved, Role::kIopv);
}

void CheckRepeatedRows(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  std::set<std::size_t> tables;
  for (const RepeatedRow& row : data.repeated) tables.insert(row.table);
  for (const std::size_t table : tables) {
    std::vector<RepeatedRow> rows;
    for (const RepeatedRow& row : data.repeated) {
      if (row.table == table) rows.push_back(row);
    }
    std::int64_t differing = 0;
    double largest = 0;
    Date first = rows[0].date;
    Date last = first;
    for (const RepeatedRow& row : rows) {
      differing += row.differs;
      largest = std::max(largest, row.difference_fraction);
      first = std::min(first, row.date);
      last = std::max(last, row.date);
    }
    Report report(input, Role::kDate, Code::duplicate_rows,
                  largest > 0     ? Level::kWarn
                  : differing > 0 ? Level::kWatch
                                  : Level::kInfo,
                  checks);
    report.check().table = table;
    report.check().rows_of_nav = table != PlaceOf(input.tables, Role::kPrice).table;
    report.check().column.clear();
    report.Count("rows_count", static_cast<std::int64_t>(rows.size()));
    report.Count("differing_count", differing);
    if (largest > 0) report.Number("largest_difference_fraction", largest);
    report.Day("first_date", first);
    report.Day("last_date", last);
    for (const RepeatedRow& row : rows) {
      if (row.is_first_repeat) report.Row(row.counted_row);
      report.Row(row.row);
    }
    if (largest == 0) continue;
    report.Offer(MendKind::kTakeLast, Role::kDate);
  }
}

}  // namespace premiumlens
