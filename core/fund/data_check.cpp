#include "core/fund/data_check.h"

#include <algorithm>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/checks.h"

namespace premiumlens {
namespace {

bool IsAbout(const DataCheck& check, const Mend& mend) {
  if (!check.mend) return false;
  Mend own = *check.mend;
  if (mend.fund.empty()) own.fund.clear();
  return own == mend;
}

bool IsSameThing(const DataCheck& a, const DataCheck& b) {
  if (a.finding.code != b.finding.code || a.table != b.table || a.column != b.column) return false;
  if (a.mended != b.mended || !a.mend || !b.mend) return false;
  Mend mend = *b.mend;
  mend.fund = a.mend->fund;
  return *a.mend == mend;
}

Evidence* FindEvidence(Finding& finding, std::string_view key) {
  for (Evidence& evidence : finding.evidence) {
    if (evidence.key == key) return &evidence;
  }
  return nullptr;
}

// Counts add up, the first and the last day are those of all; the rest stays the first fund's.
void MergeEvidence(const Finding& from, Finding& to) {
  for (const Evidence& other : from.evidence) {
    Evidence* own = FindEvidence(to, other.key);
    if (own == nullptr) continue;
    if (other.key == "rows_count" || other.key == "priced_count") {
      std::get<std::int64_t>(own->value) += std::get<std::int64_t>(other.value);
    } else if (other.key == "first_date") {
      own->value = std::min(own->value, other.value);
    } else if (other.key == "last_date") {
      own->value = std::max(own->value, other.value);
    }
  }
}

}  // namespace

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

DataCheck MakeCheck(const CheckInput& input, Role role, Code code, Level level,
                    std::vector<Evidence> evidence) {
  DataCheck check{.finding = {code, level, Source::kOwn, std::move(evidence)},
                  .fund = input.data.code};
  Place place = PlaceOf(input.tables, role);
  check.table = place.table;
  check.column = std::move(place.column);
  return check;
}

void NameRow(std::int64_t row, DataCheck& check) {
  ++check.rows_count;
  if (check.rows.size() < DataCheck::kListedRows) check.rows.push_back(row);
}

void NameNavRows(const FundData& data, Date from, Date to, DataCheck& check) {
  for (std::size_t i = 0; i < data.nav.source_rows.size(); ++i) {
    if (data.nav.dates[i] >= from && data.nav.dates[i] <= to) {
      NameRow(data.nav.source_rows[i], check);
    }
  }
}

void NameRows(const FundData& data, const std::vector<double>& series, Date from, Date to,
              DataCheck& check) {
  for (std::size_t i = 0; i < std::min(data.source_rows.size(), series.size()); ++i) {
    if (IsMissing(series[i]) || data.dates[i] < from || data.dates[i] > to) continue;
    NameRow(data.source_rows[i], check);
  }
}

// A row with a price claims that the exchange was open. One with neither price nor NAV only takes
// a place; so may one with a NAV alone, but for the last day of a quarter funds do publish one.
void CheckWeekends(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  DataCheck check = MakeCheck(input, Role::kDate, Code::weekend_rows, Level::kInfo, {});
  check.table = PlaceOf(input.tables, Role::kPrice).table;
  std::int64_t priced = 0;
  Date first = kMissingDate;
  Date last = kMissingDate;
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (data.dates[i] == kMissingDate || !IsWeekend(data.dates[i])) continue;
    const bool has_price = !IsMissing(data.price_cny[i]);
    if (!has_price && IsReportingDay(data.dates[i])) continue;
    priced += has_price;
    if (first == kMissingDate) first = data.dates[i];
    last = data.dates[i];
    if (i < data.source_rows.size()) NameRow(data.source_rows[i], check);
  }
  if (first == kMissingDate) return;
  if (priced > 0) check.finding.level = Level::kWarn;
  check.finding.evidence = {{"rows_count", check.rows_count},
                            {"priced_count", priced},
                            {"first_date", FormatIso(first)},
                            {"last_date", FormatIso(last)}};
  check.mend = Mend{.kind = MendKind::kDropWeekends, .fund = data.code};
  checks.push_back(std::move(check));
}

std::vector<DataCheck> Examine(const FundData& data, const Identity& identity,
                               const std::vector<const Table*>& tables) {
  Checks checks;
  if (data.shape != Shape::kHistory) return checks;
  const CheckInput input{data, identity, tables};
  CheckSplits(input, checks);
  CheckFooting(input, checks);
  CheckNavDates(input, checks);
  CheckRepeats(input, checks);
  CheckUnits(input, checks);
  CheckWeekends(input, checks);
  SortWorstFirst(checks);
  return checks;
}

std::vector<DataCheck> ExamineAndMend(FundData& data, const Identity& identity,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends) {
  Checks mended;
  Checks checks = Examine(data, identity, tables);
  for (const Mend& mend : mends) {
    if (mend.kind == MendKind::kSplit || (!mend.fund.empty() && mend.fund != data.code)) continue;
    for (DataCheck& check : checks) {
      if (!IsAbout(check, mend)) continue;
      check.mended = true;
      mended.push_back(check);
    }
    ApplyMend(data, mend);
    checks = Examine(data, identity, tables);
  }
  mended.insert(mended.end(), checks.begin(), checks.end());
  return mended;
}

std::optional<DataCheck> CheckOfPasted(const FundData& data, const PastedColumn& pasted,
                                       const Finding& finding,
                                       const std::vector<const Table*>& tables,
                                       const std::vector<Mend>& mends) {
  if (finding.code != Code::premium_column_reversed) return {};
  DataCheck check{.finding = finding, .fund = data.code, .column = pasted.name};
  check.mend = Mend{.kind = MendKind::kSetRole, .role = Role::kDiscount, .column = pasted.name};
  check.mended = std::find(mends.begin(), mends.end(), *check.mend) != mends.end();
  if (pasted.is_discount && !check.mended) return {};  // a discount has that sign by its name
  for (std::size_t i = 0; i < tables.size() && !check.table; ++i) {
    if (FindColumn(*tables[i], pasted.name)) check.table = i;
  }
  for (std::size_t i = 0; i < std::min(data.source_rows.size(), pasted.values.size()); ++i) {
    if (!IsMissing(pasted.values[i])) NameRow(data.source_rows[i], check);
  }
  return check;
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
    known.mend->fund.clear();
    known.rows_count += check.rows_count;
    for (const std::int64_t row : check.rows) {
      if (known.rows.size() < DataCheck::kListedRows) known.rows.push_back(row);
    }
    MergeEvidence(check.finding, known.finding);
    known.finding.level = std::max(known.finding.level, check.finding.level);
    return;
  }
  checks.push_back(check);
}

}  // namespace premiumlens
