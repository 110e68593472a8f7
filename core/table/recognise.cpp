#include "core/table/recognise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/bars.h"
#include "core/table/column_type.h"
#include "core/table/day.h"
#include "core/table/fund_code.h"
#include "core/table/header.h"
#include "core/table/number.h"
#include "core/table/source_rules.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kSample = 500;

bool HasValues(const Column& column) {
  switch (column.type) {
    case ColumnType::kNumber:
      return std::any_of(column.numbers.begin(), column.numbers.end(),
                         [](double x) { return !IsMissing(x); });
    case ColumnType::kDate:
      return std::any_of(column.dates.begin(), column.dates.end(),
                         [](Date day) { return day != kMissingDate; });
    case ColumnType::kTime:
      return std::any_of(column.seconds.begin(), column.seconds.end(),
                         [](std::int32_t second) { return second != kMissingTime; });
    case ColumnType::kText:
      return std::any_of(column.words.begin(), column.words.end(),
                         [](const std::string& word) { return !IsMissingWord(word); });
  }
  return false;
}

// The first values that are there.
std::vector<double> SampleOf(const Column& column) {
  std::vector<double> sample;
  for (const double x : column.numbers) {
    if (IsMissing(x)) continue;
    sample.push_back(x);
    if (sample.size() == kSample) break;
  }
  return sample;
}

double MedianOf(std::vector<double>& sample) {
  if (sample.empty()) return kMissing;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

// 0, 1, 2 … or 1, 2, 3 …: the rows are numbered, whatever the header says.
bool NumbersTheRows(const Column& column) {
  const std::vector<double> sample = SampleOf(column);
  if (sample.size() < 2 || (sample[0] != 0 && sample[0] != 1)) return false;
  for (std::size_t i = 1; i < sample.size(); ++i) {
    if (sample[i] != sample[i - 1] + 1) return false;
  }
  return true;
}

// Whether a header's word can be true of the column.
bool Fits(Role role, const Column& column) {
  const ColumnType type = column.type;
  switch (role) {
    case Role::kDate: {
      if (type == ColumnType::kTime || !HasValues(column)) return false;
      const std::vector<double> numbers = SampleOf(column);
      return numbers.empty() || DayOfNumber(numbers[0]) != kMissingDate;
    }
    case Role::kTime:
      return type == ColumnType::kTime || type == ColumnType::kDate;
    case Role::kCode:
    case Role::kName:
    case Role::kPurchaseStatus:
    case Role::kOther:
      return true;
    case Role::kIndex:
      return type == ColumnType::kNumber && !NumbersTheRows(column);
    default:
      return type == ColumnType::kNumber || type == ColumnType::kText;
  }
}

// Feeds write a rate of 2.35 % as 2.35 under a header without a unit. As fractions such numbers
// would be all shares traded twice in a day, prices twice the value, or a fee of a tenth.
bool IsRateInPercent(Role role, const Column& column) {
  if (role != Role::kTurnover && role != Role::kPremium && role != Role::kDiscount &&
      role != Role::kFee) {
    return false;
  }
  const double most = role == Role::kFee ? 0.1 : 1;
  const std::vector<double> sample = SampleOf(column);
  return std::any_of(sample.begin(), sample.end(),
                     [most](double x) { return std::fabs(x) > most; });
}

// "Turnover" heads a rate in one feed and money in another; no rate has a median of 200.
bool IsMoney(Role role, const Column& column) {
  if (role != Role::kTurnover || column.percent_cells > 0) return false;
  std::vector<double> sample = SampleOf(column);
  return MedianOf(sample) > 200;
}

// A column's meaning and what is needed to choose between columns of one role.
struct Named {
  Meaning meaning;
  HeaderMeaning header;
};

Named ReadColumn(const Column& column, std::span<const SourceRule> rules) {
  Named named;
  HeaderMeaning& header = named.header;
  header = ReadHeader(column.name);
  if (const SourceRule* rule = FindRule(rules, column.name)) {
    header = {.role = rule->role, .unit = rule->unit, .has_unit = true};
  }
  Meaning& meaning = named.meaning;
  meaning.unit = column.percent_cells > 0                               ? Unit::kPercent
                 : column.scaled_cells > 0 && header.unit != Unit::kLot ? Unit::kNone
                                                                        : header.unit;
  if (!header.role) return named;
  Role role = *header.role;
  // 时间 heads days in one export and minutes in another: the cells decide.
  if (role == Role::kDate && column.type == ColumnType::kTime) role = Role::kTime;
  if (!Fits(role, column)) return named;
  if (role == Role::kTime && column.type == ColumnType::kDate) role = Role::kDate;
  if (role == Role::kTurnover && !header.has_unit && IsMoney(role, column)) role = Role::kAmount;
  if (meaning.unit == Unit::kNone && IsRateInPercent(role, column)) meaning.unit = Unit::kPercent;
  meaning.role = role;
  meaning.reason = MeaningReason::kHeader;
  return named;
}

// Beside an IOPV, or with a day of its own, a plain 估值 is the site's estimate.
void TellEstimates(const std::vector<Column>& columns, std::vector<Named>& named) {
  const auto is_iopv = [](const Named& one) { return one.meaning.role == Role::kIopv; };
  const bool dated = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.name.starts_with("估值日");
  });
  if (!dated && std::count_if(named.begin(), named.end(), is_iopv) < 2) return;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::string name = LowerAscii(columns[i].name);
    const auto has = [&name](std::string_view word) {
      return name.find(word) != std::string::npos;
    };
    if (!is_iopv(named[i]) || !has("估值") || has("实时") || has("iopv")) continue;
    named[i].meaning.role = Role::kEstimate;
  }
}

bool MayRepeat(Role role) { return role == Role::kOther || role == Role::kFee; }

// Of two columns of one role: the user's word, then one with values, then a name that says just
// that, then the newest day named in the header, then the first.
bool GoesBefore(const Named& a, bool a_filled, const Named& b, bool b_filled) {
  const bool a_corrected = a.meaning.reason == MeaningReason::kCorrected;
  const bool b_corrected = b.meaning.reason == MeaningReason::kCorrected;
  if (a_corrected != b_corrected) return a_corrected;
  if (a_filled != b_filled) return a_filled;
  if (a.header.weak != b.header.weak) return b.header.weak;
  return a.header.day > b.header.day;
}

void DropRepeats(const std::vector<Column>& columns, std::vector<Named>& named) {
  for (std::size_t i = 0; i < named.size(); ++i) {
    const Role role = named[i].meaning.role;
    if (MayRepeat(role)) continue;
    std::size_t best = i;
    for (std::size_t k = i + 1; k < named.size(); ++k) {
      if (named[k].meaning.role != role) continue;
      const bool better =
          GoesBefore(named[k], HasValues(columns[k]), named[best], HasValues(columns[best]));
      const std::size_t loser = better ? best : k;
      if (better) best = k;
      if (named[loser].meaning.reason == MeaningReason::kCorrected) continue;
      named[loser].meaning.role = Role::kOther;
      named[loser].meaning.reason = MeaningReason::kNotRecognised;
    }
  }
}

// Money over price × volume is the number of shares that the volume counts in: 1, or 100 for 手.
// It tells the unit where the header has none, and corrects a 总手 that counts shares.
void FindVolumeUnit(const std::vector<Column>& columns, std::vector<Named>& named) {
  const auto find = [&](Role role) {
    std::size_t i = 0;
    while (i < named.size() &&
           (named[i].meaning.role != role || columns[i].type != ColumnType::kNumber)) {
      ++i;
    }
    return i;
  };
  const std::size_t volume = find(Role::kVolume);
  const std::size_t amount = find(Role::kAmount);
  const std::size_t price = find(Role::kPrice);
  if (std::max({volume, amount, price}) >= named.size() ||
      named[volume].meaning.reason == MeaningReason::kCorrected) {
    return;
  }
  // 3.2万 under 手 are lots, 3.2万手 are shares already: the cells have been multiplied.
  if (named[volume].header.has_unit && columns[volume].scaled_cells == 0) return;
  const double money = Factor(named[amount].meaning.unit);
  std::vector<double> shares;
  const std::size_t rows = columns[volume].numbers.size();
  for (std::size_t row = 0; row < rows && shares.size() < kSample; ++row) {
    const double x = columns[amount].numbers[row] * money /
                     (columns[price].numbers[row] * columns[volume].numbers[row]);
    if (x > 0 && std::isfinite(x)) shares.push_back(x);
  }
  const double median = MedianOf(shares);
  for (const Unit unit : {Unit::kNone, Unit::kLot, Unit::kWan, Unit::kWanLot}) {
    const double ratio = median / Factor(unit);
    if (ratio > 0.7 && ratio < 1.4) named[volume].meaning.unit = unit;
  }
}

// The columns of quotes without a header.
void TakeBars(const std::vector<Column>& columns, std::vector<Named>& named) {
  const std::optional<Bars> bars = FindBars(columns);
  if (!bars) return;
  const auto take = [&named](std::size_t column, Role role) {
    Meaning& meaning = named[column].meaning;
    if (meaning.reason != MeaningReason::kNotRecognised) return;
    meaning.role = role;
    meaning.reason = MeaningReason::kValues;
  };
  take(bars->open, Role::kOpen);
  take(bars->high, Role::kHigh);
  take(bars->low, Role::kLow);
  take(bars->close, Role::kPrice);
  if (bars->volume) take(*bars->volume, Role::kVolume);
  if (bars->amount) take(*bars->amount, Role::kAmount);
}

bool Has(const std::vector<Meaning>& meanings, Role role) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [role](const Meaning& meaning) { return meaning.role == role; });
}

// Median of the first values that are there; NaN if one of them is not positive.
double PositiveMedian(const Column& column) {
  std::vector<double> sample = SampleOf(column);
  const bool positive = std::all_of(sample.begin(), sample.end(), [](double x) { return x > 0; });
  return positive ? MedianOf(sample) : kMissing;
}

// 纳指ETF(513100), 纳指ETF 513100: one fund's code in each of the texts.
bool HoldsCodes(const Column& column) {
  return std::all_of(column.words.begin(), column.words.end(), [](const std::string& word) {
    std::size_t codes = 0;
    for (std::size_t at = FindSixDigits(word); at != word.npos;
         at = FindSixDigits(word, at + kCodeDigits)) {
      codes += IsCodeCell(std::string_view(word).substr(at, kCodeDigits)) ? 1 : 0;
    }
    return codes == 1 || IsMissingWord(word);
  });
}

bool LooksLikeCodes(const Column& column) {
  if (column.type != ColumnType::kText || column.words.empty()) return false;
  if (HoldsCodes(column)) return true;
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
    if (meanings[i].reason == MeaningReason::kNotRecognised && fits(columns[i]) &&
        HasValues(columns[i])) {
      meanings[i].role = role;
      meanings[i].reason = MeaningReason::kValues;
      return;
    }
  }
}

// A column whose numbers may be prices or values, in a table without a header.
bool IsCandidate(const Column& column, const Meaning& meaning) {
  return meaning.reason == MeaningReason::kNotRecognised && column.name.starts_with('#') &&
         column.type == ColumnType::kNumber && column.percent_cells == 0 && !NumbersTheRows(column);
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
           std::vector<Named>& named) {
  for (const auto& [name, role] : corrections.roles) {
    Meaning& meaning = named[Find(columns, name)].meaning;
    meaning.role = role;
    meaning.reason = MeaningReason::kCorrected;
  }
  for (const auto& [name, unit] : corrections.units) {
    Meaning& meaning = named[Find(columns, name)].meaning;
    meaning.unit = unit;
    meaning.reason = MeaningReason::kCorrected;
  }
}

}  // namespace

std::vector<Meaning> Recognise(const std::vector<Column>& columns, const Corrections& corrections) {
  const std::span<const SourceRule> rules = RulesOfSource(columns);
  std::vector<Named> named;
  for (const Column& column : columns) named.push_back(ReadColumn(column, rules));
  Apply(corrections, columns, named);
  TakeBars(columns, named);
  TellEstimates(columns, named);
  DropRepeats(columns, named);
  FindVolumeUnit(columns, named);
  std::vector<Meaning> meanings;
  for (Named& one : named) meanings.push_back(std::move(one.meaning));
  TakeFirst(columns, meanings, Role::kDate,
            [](const Column& column) { return column.type == ColumnType::kDate; });
  TakeFirst(columns, meanings, Role::kTime,
            [](const Column& column) { return column.type == ColumnType::kTime; });
  TakeFirst(columns, meanings, Role::kCode, LooksLikeCodes);
  TakePriceAndValue(columns, meanings);
  return meanings;
}

}  // namespace premiumlens
