#include "core/table/recognise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/header.h"

namespace premiumlens {
namespace {

constexpr std::size_t kSample = 500;

// Whether a header's word can be true of a column of that type.
bool TypeFits(Role role, ColumnType type) {
  switch (role) {
    case Role::kDate:
      return type != ColumnType::kTime;
    case Role::kTime:
      return type == ColumnType::kTime || type == ColumnType::kDate;
    default:
      return true;
  }
}

Unit UnitOf(const Column& column, const HeaderMeaning& header) {
  if (column.percent_cells > 0) return Unit::kPercent;
  if (column.scaled_cells > 0) return Unit::kNone;
  return header.unit;
}

// Feeds write a turnover rate of 2.35 % as 2.35 under a header without a unit. As a fraction that
// would be all shares traded twice in a day.
bool IsTurnoverInPercent(const Column& column) {
  const std::size_t count = std::min(column.numbers.size(), kSample);
  const auto end = column.numbers.begin() + static_cast<std::ptrdiff_t>(count);
  return std::any_of(column.numbers.begin(), end, [](double x) { return x > 1; });
}

Meaning MeaningFromHeader(const Column& column) {
  const HeaderMeaning header = ReadHeader(column.name);
  Meaning meaning;
  meaning.unit = UnitOf(column, header);
  if (!header.role) return meaning;
  Role role = *header.role;
  // 时间 heads days in one export and minutes in another: the cells decide.
  if (role == Role::kDate && column.type == ColumnType::kTime) role = Role::kTime;
  if (!TypeFits(role, column.type)) return meaning;
  if (role == Role::kTime && column.type == ColumnType::kDate) role = Role::kDate;
  if (role == Role::kTurnover && meaning.unit == Unit::kNone && IsTurnoverInPercent(column)) {
    meaning.unit = Unit::kPercent;
  }
  meaning.role = role;
  meaning.reason = MeaningReason::kHeader;
  return meaning;
}

bool MayRepeat(Role role) { return role == Role::kOther || role == Role::kFee; }

void DropRepeats(std::vector<Meaning>& meanings, MeaningReason reason) {
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (MayRepeat(meanings[i].role) || meanings[i].reason != reason) continue;
    const bool taken = std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& other) {
      return &other != &meanings[i] && other.role == meanings[i].role &&
             (&other < &meanings[i] || other.reason == MeaningReason::kCorrected);
    });
    if (taken && reason != MeaningReason::kCorrected) {
      meanings[i].role = Role::kOther;
      meanings[i].reason = MeaningReason::kNotRecognised;
    }
  }
}

bool Has(const std::vector<Meaning>& meanings, Role role) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [role](const Meaning& meaning) { return meaning.role == role; });
}

// Median of the first values that are there; NaN if one of them is not positive.
double PositiveMedian(const Column& column) {
  std::vector<double> sample;
  for (const double x : column.numbers) {
    if (IsMissing(x)) continue;
    if (!(x > 0)) return kMissing;
    sample.push_back(x);
    if (sample.size() == kSample) break;
  }
  if (sample.empty()) return kMissing;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

bool LooksLikeCodes(const Column& column) {
  if (column.type != ColumnType::kText || column.words.empty()) return false;
  return std::all_of(column.words.begin(), column.words.end(), [](const std::string& word) {
    return std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
               6 &&
           word.size() <= 10;
  });
}

// Takes the first column of `type` that has no meaning yet for `role`.
void TakeFirst(const std::vector<Column>& columns, std::vector<Meaning>& meanings, Role role,
               bool (*fits)(const Column&)) {
  if (Has(meanings, role)) return;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (meanings[i].reason == MeaningReason::kNotRecognised && fits(columns[i])) {
      meanings[i].role = role;
      meanings[i].reason = MeaningReason::kValues;
      return;
    }
  }
}

// A column whose numbers may be prices or values, in a table without a header.
bool IsCandidate(const Column& column, const Meaning& meaning) {
  return meaning.reason == MeaningReason::kNotRecognised && column.name.starts_with('#') &&
         column.type == ColumnType::kNumber && column.percent_cells == 0;
}

void TakePriceAndValue(const std::vector<Column>& columns, std::vector<Meaning>& meanings) {
  if (Has(meanings, Role::kPrice) || Has(meanings, Role::kNav) || Has(meanings, Role::kIopv))
    return;
  const Role value_role = Has(meanings, Role::kDate) ? Role::kNav : Role::kIopv;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!IsCandidate(columns[i], meanings[i])) continue;
    const double price = PositiveMedian(columns[i]);
    for (std::size_t k = i + 1; k < columns.size(); ++k) {
      if (!IsCandidate(columns[k], meanings[k])) continue;
      const double value = PositiveMedian(columns[k]);
      if (!(value < 3 * price && price < 3 * value)) continue;
      meanings[i] = {Role::kPrice, meanings[i].unit, MeaningReason::kValues};
      meanings[k] = {value_role, meanings[k].unit, MeaningReason::kValues};
      return;
    }
  }
}

std::size_t Find(const std::vector<Column>& columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name) return i;
  }
  throw Failure({.code = Code::unknown_column, .column = std::string(name)});
}

void Apply(const Corrections& corrections, const std::vector<Column>& columns,
           std::vector<Meaning>& meanings) {
  for (const auto& [name, role] : corrections.roles) {
    Meaning& meaning = meanings[Find(columns, name)];
    meaning.role = role;
    meaning.reason = MeaningReason::kCorrected;
  }
  for (const auto& [name, unit] : corrections.units) {
    Meaning& meaning = meanings[Find(columns, name)];
    meaning.unit = unit;
    meaning.reason = MeaningReason::kCorrected;
  }
}

}  // namespace

std::vector<Meaning> Recognise(const std::vector<Column>& columns, const Corrections& corrections) {
  std::vector<Meaning> meanings;
  for (const Column& column : columns) meanings.push_back(MeaningFromHeader(column));
  Apply(corrections, columns, meanings);
  DropRepeats(meanings, MeaningReason::kHeader);
  TakeFirst(columns, meanings, Role::kDate,
            [](const Column& column) { return column.type == ColumnType::kDate; });
  TakeFirst(columns, meanings, Role::kTime,
            [](const Column& column) { return column.type == ColumnType::kTime; });
  TakeFirst(columns, meanings, Role::kCode, LooksLikeCodes);
  TakePriceAndValue(columns, meanings);
  return meanings;
}

}  // namespace premiumlens
