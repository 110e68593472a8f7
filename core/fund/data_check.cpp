#include "core/fund/data_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/checks.h"

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

// The first of the tables with a column of that name.
std::optional<std::size_t> TableWith(const std::vector<const Table*>& tables,
                                     std::string_view column) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (FindColumn(*tables[i], column)) return i;
  }
  return {};
}

bool IsAbout(const DataCheck& check, const Mend& mend) {
  if (!check.mend) return false;
  Mend own = *check.mend;
  if (mend.fund.empty()) own.fund.clear();
  return own == mend;
}

const Evidence* FindEvidence(const Finding& finding, std::string_view key) {
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.key == key) return &evidence;
  }
  return nullptr;
}

// A feed that misses the same days of many funds.
bool IsSameHole(const DataCheck& a, const DataCheck& b) {
  const Code code = a.finding.code;
  if (code != Code::nav_holes && code != Code::price_holes) return false;
  const auto is_same = [&](std::string_view key) {
    const Evidence* one = FindEvidence(a.finding, key);
    const Evidence* other = FindEvidence(b.finding, key);
    return one != nullptr && other != nullptr && one->value == other->value;
  };
  return is_same("longest_date") && is_same("longest_sessions");
}

bool IsSameThing(const DataCheck& a, const DataCheck& b) {
  if (a.finding.code != b.finding.code || a.table != b.table || a.column != b.column) return false;
  if (a.mended != b.mended) return false;
  if (!a.mend && !b.mend) return IsSameHole(a, b);
  if (!a.mend || !b.mend) return false;
  Mend mend = *b.mend;
  mend.fund = a.mend->fund;
  return *a.mend == mend;
}

Evidence* FindEvidence(Finding& finding, std::string_view key) {
  return const_cast<Evidence*>(FindEvidence(std::as_const(finding), key));
}

bool IsCounted(std::string_view key) {
  return key == "rows_count" || key == "priced_count" || key == "differing_count" ||
         key == "equals_nav_count" || key == "equals_previous_count";
}

// Counts add up, the first and the last day are those of all; the rest stays the first fund's.
void MergeEvidence(const Finding& from, Finding& to) {
  for (const Evidence& other : from.evidence) {
    Evidence* own = FindEvidence(to, other.key);
    if (own == nullptr) continue;
    if (IsCounted(other.key)) {
      std::get<std::int64_t>(own->value) += std::get<std::int64_t>(other.value);
    } else if (other.key == "first_date") {
      own->value = std::min(own->value, other.value);
    } else if (other.key == "last_date" || other.key == "longest_sessions" ||
               other.key == "largest_difference_fraction") {
      own->value = std::max(own->value, other.value);
    }
  }
  Evidence* share = FindEvidence(to, "share_fraction");
  if (share == nullptr) return;
  const auto count = [&to](std::string_view key) {
    return static_cast<double>(std::get<std::int64_t>(FindEvidence(to, key)->value));
  };
  share->value = count("rows_count") / count("priced_count");
}

// Of several funds: counts add up, the largest is that of all, and there is no one latest.
void MergeEffect(const std::optional<CheckEffect>& from, std::optional<CheckEffect>& to) {
  if (!from || !to) {
    if (from) to = from;
    return;
  }
  if (to->denominator != from->denominator) to->denominator.reset();
  to->rows_changed += from->rows_changed;
  to->rows_lost += from->rows_lost;
  to->rows_gained += from->rows_gained;
  to->rows_touched += from->rows_touched;
  to->days_over_before += from->days_over_before;
  to->days_over_after += from->days_over_after;
  to->latest_before_fraction = to->latest_after_fraction = kMissing;
  const auto is_larger = [](double one, double than) {
    return !IsMissing(one) && !(std::fabs(one) <= std::fabs(than));
  };
  if (is_larger(from->largest_change_fraction, to->largest_change_fraction)) {
    to->largest_change_fraction = from->largest_change_fraction;
    to->largest_change_date = from->largest_change_date;
  }
  if (is_larger(from->largest_premium_fraction, to->largest_premium_fraction)) {
    to->largest_premium_fraction = from->largest_premium_fraction;
    to->largest_premium_date = from->largest_premium_date;
  }
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

std::vector<DataCheck> Examine(const FundData& data, const Identity& identity,
                               const std::vector<const Table*>& tables) {
  Checks checks;
  const bool is_history = data.shape == Shape::kHistory;
  const FundData newest = is_history ? NewestOf(data) : FundData{};
  const CheckInput input{data, identity, tables, newest};
  const bool is_money = CheckMoneyFund(input, checks);
  if (is_history) {
    const bool is_other = !is_money && CheckOtherFund(input, checks);
    if (!is_money && !is_other) CheckFooting(input, checks);  // else mended first
    CheckNavDates(input, checks);
    CheckRepeats(input, checks);
    CheckUnits(input, checks);
    CheckWeekends(input, checks);
    CheckHoles(input, checks);
    CheckCarried(input, checks);
    CheckRepeatedRows(input, checks);
  }
  CheckFlat(input, checks);
  CheckTick(input, checks);
  SortWorstFirst(checks);
  return checks;
}

std::vector<DataCheck> ExamineAndMend(FundData& data, const Identity& identity,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends) {
  Checks mended;
  Checks checks = Examine(data, identity, tables);
  for (const Mend& mend : mends) {
    if (mend.kind == MendKind::kSplit || !IsFor(data, mend)) continue;
    for (DataCheck& check : checks) {
      if (!IsAbout(check, mend)) continue;
      check.mended = true;
      mended.push_back(check);
    }
    ApplyMend(data, mend);
    checks = Examine(data, identity, tables);
  }
  for (DataCheck& check : checks) mended.push_back(std::move(check));
  return mended;
}

std::optional<DataCheck> CheckOfPasted(const FundData& data, const PastedColumn& pasted,
                                       const Finding& finding,
                                       const std::vector<const Table*>& tables,
                                       const std::vector<Mend>& mends) {
  if (finding.code != Code::premium_column_reversed) return {};
  DataCheck check;
  check.finding = finding;
  check.fund = data.code;
  check.column = pasted.name;
  Mend& mend = check.mend.emplace();
  mend.kind = MendKind::kSetRole;
  mend.role = Role::kDiscount;
  mend.column = pasted.name;
  for (const Mend& given : mends) check.mended |= IsAbout(check, given);
  // A column called a discount rate has that sign by its name: told, since feeds mix the two.
  check.mended |= pasted.is_discount;
  check.table = TableWith(tables, pasted.name);
  for (std::size_t i = 0; i < std::min(data.source_rows.size(), pasted.values.size()); ++i) {
    if (!IsMissing(pasted.values[i])) check.Add(data.source_rows[i]);
  }
  return check;
}

DataCheck CheckOfConflict(const Conflict& conflict) {
  DataCheck check;
  Finding& finding = check.finding;
  finding.code = Code::tables_disagree;
  finding.level = Level::kWatch;
  finding.source = Source::kOwn;
  finding.evidence = {{"rows_count", conflict.count},
                      {"largest_difference_fraction", conflict.largest_difference_fraction}};
  if (conflict.first_date != kMissingDate) {
    finding.evidence.push_back({"first_date", FormatIso(conflict.first_date)});
    finding.evidence.push_back({"last_date", FormatIso(conflict.last_date)});
  }
  check.fund = conflict.fund;
  check.column = conflict.column;
  check.rows = conflict.rows;
  check.rows.insert(check.rows.end(), conflict.other_rows.begin(), conflict.other_rows.end());
  check.rows_count = conflict.count;
  return check;
}

void PlaceRows(DataCheck& check) {
  const std::vector<std::int64_t> rows = std::move(check.rows);
  check.rows.clear();
  for (const std::int64_t encoded : rows) {
    const PlacedRow placed = DecodeRow(encoded);
    if (check.rows.empty() && placed.place) check.table = placed.place;
    if (!placed.place || placed.place == check.table) {
      check.rows.push_back(placed.row);
      continue;
    }
    const auto known =
        std::find_if(check.elsewhere.begin(), check.elsewhere.end(),
                     [&placed](const RowsElsewhere& one) { return one.table == *placed.place; });
    if (known == check.elsewhere.end()) {
      check.elsewhere.push_back({*placed.place, {placed.row}});
    } else {
      known->rows.push_back(placed.row);
    }
  }
}

DataCheck CheckOfTurned(const FundData& data, const PastedColumn& pasted, const Turned& turned,
                        const std::vector<const Table*>& tables) {
  DataCheck check;
  check.finding = {.code = Code::premium_column_reversed,
                   .level = Level::kWarn,
                   .source = Source::kOwn,
                   .evidence = {{"column_text", pasted.name}}};
  check.fund = data.code;
  check.column = pasted.name;
  check.table = TableWith(tables, pasted.name);
  if (data.shape == Shape::kHistory && turned.one_stretch) {
    Mend& mend = check.mend.emplace();
    mend.role = pasted.is_discount ? Role::kDiscount : Role::kPremium;
    mend.fund = data.code;
    mend.from = data.dates[turned.rows.front()];
    mend.to = data.dates[turned.rows.back()];
    mend.factor = -1;
    // All of the stretch is turned, also what is too near 0 to tell.
    for (std::size_t row = turned.rows.front(); row <= turned.rows.back(); ++row) {
      if (!IsMissing(pasted.values[row])) check.Add(data.source_rows[row]);
    }
  } else {
    for (const std::size_t row : turned.rows) check.Add(data.source_rows[row]);
  }
  check.finding.evidence.push_back({"rows_count", check.rows_count});
  return check;
}

DataCheck CheckOfOther(const FundData& data, const PastedColumn& pasted, const Finding& finding,
                       const std::vector<const Table*>& tables) {
  DataCheck check;
  check.finding = finding;
  check.fund = data.code;
  check.column = pasted.name;
  check.table = TableWith(tables, pasted.name);
  for (std::size_t i = 0; i < std::min(data.source_rows.size(), pasted.values.size()); ++i) {
    if (!IsMissing(pasted.values[i])) check.Add(data.source_rows[i]);
  }
  return check;
}

std::vector<DataCheck> ChecksOfMended(const FundData& data, const PastedColumn& pasted,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends) {
  Checks checks;
  const Role role = pasted.is_discount ? Role::kDiscount : Role::kPremium;
  for (const Mend& mend : mends) {
    if (mend.kind != MendKind::kScale || mend.role != role) continue;
    if (!mend.fund.empty() && mend.fund != data.code) continue;
    Turned turned = {.rows = {}, .one_stretch = true};
    for (std::size_t row = 0; row < data.dates.size(); ++row) {
      if (data.dates[row] >= mend.from && data.dates[row] <= mend.to) turned.rows.push_back(row);
    }
    if (turned.rows.empty()) continue;
    checks.push_back(CheckOfTurned(data, pasted, turned, tables));
    checks.back().mend = mend;
    checks.back().mended = true;
  }
  return checks;
}

void SortWorstFirst(std::vector<DataCheck>& checks) {
  std::stable_sort(checks.begin(), checks.end(), [](const DataCheck& a, const DataCheck& b) {
    return a.finding.level > b.finding.level;
  });
}

void MergeCheck(const DataCheck& check, std::vector<DataCheck>& checks) {
  for (DataCheck& known : checks) {
    if (!IsSameThing(known, check)) continue;
    if (Evidence* funds = FindEvidence(known.finding, "funds_count")) {
      ++std::get<std::int64_t>(funds->value);
    } else {
      known.finding.evidence.push_back({"funds_count", std::int64_t{2}});
    }
    known.fund.clear();
    if (known.mend) known.mend->fund.clear();
    known.rows_count += check.rows_count;
    known.elsewhere.insert(known.elsewhere.end(), check.elsewhere.begin(), check.elsewhere.end());
    for (const std::int64_t row : check.rows) {
      if (known.rows.size() < DataCheck::kListedRows) known.rows.push_back(row);
    }
    MergeEvidence(check.finding, known.finding);
    MergeEffect(check.effect, known.effect);
    known.finding.level = std::max(known.finding.level, check.finding.level);
    return;
  }
  checks.push_back(check);
}

}  // namespace premiumlens
