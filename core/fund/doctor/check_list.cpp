// The checks that other parts find, as data checks, and those of several funds as one.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/doctor/data_check.h"

namespace premiumlens {
namespace {

// The first of the tables with a column of that name.
std::optional<std::size_t> TableWith(const std::vector<const Table*>& tables,
                                     std::string_view column) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (FindColumn(*tables[i], column)) return i;
  }
  return {};
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
  // Each is of another fund.
  if (a.finding.code == Code::price_of_other_fund) return false;
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

// What FindOtherDenominator() found, as a check of all the column's rows. There is nothing to mend:
// the column takes no part in any premium.
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

}  // namespace

bool IsAbout(const DataCheck& check, const Mend& mend) {
  if (!check.mend) return false;
  Mend own = *check.mend;
  if (mend.fund.empty()) own.fund.clear();
  return own == mend;
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

void ComparePastedColumns(const FundData& data, const std::vector<Recomputed>& recomputed,
                          const std::vector<const Table*>& tables, const std::vector<Mend>& mends,
                          Checks& checks, std::vector<Finding>& findings) {
  for (const PastedColumn& pasted : data.pasted) {
    for (DataCheck& check : ChecksOfMended(data, pasted, tables, mends)) {
      checks.push_back(std::move(check));
    }
    auto other = FindOtherDenominator(pasted, recomputed);
    if (!other && data.shape == Shape::kHistory) other = FindOtherDay(pasted, recomputed);
    if (other) checks.push_back(CheckOfOther(data, pasted, *other, tables));
    if (const Turned turned = FindTurned(pasted, recomputed); !turned.rows.empty()) {
      checks.push_back(CheckOfTurned(data, pasted, turned, tables));
      continue;
    }
    if (auto finding = ComparePasted(pasted, recomputed, data.dates)) {
      auto check = CheckOfPasted(data, pasted, *finding, tables, mends);
      if (check) checks.push_back(*std::move(check));
      findings.push_back(*std::move(finding));
    }
  }
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
    known.every_row.insert(known.every_row.end(), check.every_row.begin(), check.every_row.end());
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
