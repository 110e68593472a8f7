#include "core/fund/doctor/data_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"

namespace premiumlens {
namespace {

template <typename T>
std::vector<T> Tail(const std::vector<T>& values, std::size_t count) {
  if (values.empty()) return {};
  return {values.end() - static_cast<std::ptrdiff_t>(std::min(count, values.size())), values.end()};
}

// What most checks look at. A copy of all of a million rows would cost more than the checks.
FundData NewestOf(const FundData& data) {
  constexpr std::size_t kRows = 2 * kMostSessions;
  FundData newest;
  newest.shape = data.shape;
  newest.code = data.code;
  newest.name = data.name;
  newest.rows = std::min(data.rows, kRows);
  newest.dates = Tail(data.dates, kRows);
  newest.price_cny = Tail(data.price_cny, kRows);
  newest.iopv_cny = Tail(data.iopv_cny, kRows);
  newest.nav.dates = Tail(data.nav.dates, kRows);
  newest.nav.values = Tail(data.nav.values, kRows);
  ApplyMend(newest, {.kind = MendKind::kDropWeekends});  // told on their own
  return newest;
}

}  // namespace

void DataCheck::Add(std::int64_t row) {
  ++rows_count;
  if (rows.size() < kListedRows) rows.push_back(row);
  every_row.push_back(row);
}

Place PlaceOf(const std::vector<const Table*>& tables, Role role) {
  Place first;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::optional<std::size_t> column = FindRole(*tables[i], role);
    if (!column) continue;
    const bool beside = role == Role::kNav && FindRole(*tables[i], Role::kPrice).has_value();
    if (first.table && beside) continue;
    const bool better = !first.table || FindRole(*tables[*first.table], Role::kPrice).has_value();
    if (first.table && (role != Role::kNav || !better)) continue;
    first = {i, tables[i]->columns[*column].name};
  }
  return first;
}

Report::Report(const CheckInput& input, Role role, Code code, Level level, Checks& checks)
    : data_(input.data), check_(checks.emplace_back()) {
  check_.finding.code = code;
  check_.finding.level = level;
  check_.finding.source = Source::kOwn;
  check_.fund = data_.code;
  Place place = PlaceOf(input.tables, role);
  check_.table = place.table;
  check_.column = std::move(place.column);
}

void Report::Say(std::string_view key, Evidence evidence) {
  evidence.key = key;
  check_.finding.evidence.push_back(std::move(evidence));
}

void Report::Number(std::string_view key, double value) { Say(key, {"", value}); }
void Report::Count(std::string_view key, std::int64_t value) { Say(key, {"", value}); }
void Report::Day(std::string_view key, Date date) { Say(key, {"", FormatIso(date)}); }
void Report::Text(std::string_view key, std::string_view text) {
  Say(key, {"", std::string(text)});
}

void Report::Row(std::int64_t row) { check_.Add(row); }

void Report::NavRows(Date from, Date to) {
  check_.rows_of_nav = true;
  for (std::size_t i = 0; i < data_.nav.source_rows.size(); ++i) {
    if (data_.nav.dates[i] >= from && data_.nav.dates[i] <= to) Row(data_.nav.source_rows[i]);
  }
}

void Report::Rows(const std::vector<double>& series, Date from, Date to) {
  for (std::size_t i = 0; i < std::min(data_.source_rows.size(), series.size()); ++i) {
    if (IsMissing(series[i]) || data_.dates[i] < from || data_.dates[i] > to) continue;
    Row(data_.source_rows[i]);
  }
}

Mend& Report::Offer(MendKind kind, Role role) {
  Mend& mend = check_.mend.emplace();
  mend.kind = kind;
  mend.role = role;
  mend.fund = check_.fund;
  return mend;
}

// A row with a price claims that the exchange was open. One with neither price nor NAV only takes
// a place; so may one with a NAV alone, but for the last day of a quarter funds do publish one.
void CheckWeekends(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  std::vector<std::size_t> rows;
  std::int64_t priced = 0;
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (data.dates[i] == kMissingDate || !IsWeekend(data.dates[i])) continue;
    const bool has_price = !IsMissing(data.price_cny[i]);
    if (!has_price && IsReportingDay(data.dates[i])) continue;
    priced += has_price;
    rows.push_back(i);
  }
  if (rows.empty()) return;
  Report report(input, Role::kDate, Code::weekend_rows, priced > 0 ? Level::kWarn : Level::kInfo,
                checks);
  report.check().table = PlaceOf(input.tables, Role::kPrice).table;
  report.Count("rows_count", static_cast<std::int64_t>(rows.size()));
  report.Count("priced_count", priced);
  report.Day("first_date", data.dates[rows.front()]);
  report.Day("last_date", data.dates[rows.back()]);
  for (const std::size_t row : rows) {
    if (row < data.source_rows.size()) report.Row(data.source_rows[row]);
  }
  report.Offer(MendKind::kDropWeekends);
}

Doctor::Doctor(FundData& data, const Identity& identity, const std::vector<const Table*>& tables,
               const std::vector<Mend>& mends)
    : data_(data), identity_(identity), tables_(tables), mends_(mends) {
  PlanExamination();
}

void Doctor::PlanExamination() {
  checks_.clear();
  is_footing_off_ = false;
  const bool is_history = data_.shape == Shape::kHistory;
  stages_.Add([this, is_history] { newest_ = is_history ? NewestOf(data_) : FundData{}; });
  // Of those that explain one another the first to find something counts, and is mended first.
  const auto add = [this](auto check) { stages_.Add([this, check] { check(Input(), checks_); }); };
  stages_.Add([this] { is_footing_off_ = CheckMoneyFund(Input(), checks_); });
  if (is_history) {
    stages_.Add([this] {
      if (!is_footing_off_) is_footing_off_ = CheckOtherFund(Input(), checks_);
    });
    stages_.Add([this] {
      if (!is_footing_off_) CheckFooting(Input(), checks_);
    });
    stages_.Add([this] {
      const bool is_told = std::any_of(checks_.begin(), checks_.end(), [](const DataCheck& check) {
        return check.finding.level == Level::kWarn;
      });
      if (!is_told) CheckOtherFundAtEnds(Input(), checks_);
    });
    for (const auto check : {CheckNavDates, CheckRepeats, CheckUnits, CheckWeekends, CheckHoles,
                             CheckCarried, CheckRepeatedRows}) {
      add(check);
    }
  }
  add(CheckFlat);
  add(CheckTick);
  stages_.Add([this] {
    SortWorstFirst(checks_);
    MendNext();
  });
}

// Applies the next of the mends that are for these data, and examines what it leaves.
void Doctor::MendNext() {
  while (next_mend_ < mends_.size()) {
    const Mend& mend = mends_[next_mend_++];
    if (mend.kind == MendKind::kSplit || !IsFor(data_, mend)) continue;
    for (DataCheck& check : checks_) {
      if (!IsAbout(check, mend)) continue;
      check.mended = true;
      mended_.push_back(check);
    }
    ApplyMend(data_, mend);
    return PlanExamination();
  }
}

bool Doctor::Step() { return stages_.Step(); }

std::vector<DataCheck> Doctor::Finish() {
  for (DataCheck& check : checks_) mended_.push_back(std::move(check));
  return std::move(mended_);
}

CheckInput Doctor::Input() const { return {data_, identity_, tables_, newest_}; }

std::vector<DataCheck> ExamineAndMend(FundData& data, const Identity& identity,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends) {
  Doctor doctor(data, identity, tables, mends);
  while (!doctor.Step()) {
  }
  return doctor.Finish();
}

std::vector<DataCheck> Examine(const FundData& data, const Identity& identity,
                               const std::vector<const Table*>& tables) {
  FundData copy = data;
  return ExamineAndMend(copy, identity, tables, {});
}

}  // namespace premiumlens
