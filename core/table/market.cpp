#include "core/table/market.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "core/base/missing.h"
#include "core/table/fund_code.h"
#include "core/table/market_names.h"

namespace premiumlens {
namespace {

constexpr std::size_t kSample = 500;

bool Has(const std::vector<Meaning>& meanings, Role role) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [role](const Meaning& meaning) { return meaning.role == role; });
}

bool IsLevel(const Column& column) {
  return column.type == ColumnType::kNumber && column.percent_cells == 0;
}

bool MayBe(const Meaning& meaning) {
  const bool corrected = meaning.reason == MeaningReason::kCorrected;
  return !corrected && (meaning.role == Role::kOther || meaning.role == Role::kFx ||
                        meaning.role == Role::kIndex || !meaning.fund.empty());
}

void Take(Role role, MeaningReason reason, Meaning& meaning) {
  meaning.role = role;
  meaning.unit = Unit::kNone;
  meaning.reason = reason;
  meaning.fund.clear();
}

bool IsIndexColumn(const Column& column, const Meaning& meaning) {
  const std::string& name = meaning.fund.empty() ? column.name : meaning.fund;
  return FindIndexName(name) && LevelOf(column) >= kIndexLevel;
}

// Headers that name their index or both their currencies.
void TakeColumns(const Table& table, std::vector<Meaning>& meanings) {
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    const Column& column = table.columns[i];
    if (!IsLevel(column) || !MayBe(meanings[i])) continue;
    const std::optional<RateName> rate = FindRateName(column.name);
    if (rate && rate->names_cny) {
      Take(Role::kFx, MeaningReason::kHeader, meanings[i]);
    } else if (IsIndexColumn(column, meanings[i])) {
      Take(Role::kIndex, MeaningReason::kHeader, meanings[i]);
    }
  }
}

// 日期, 美元, 欧元, 100日元: nothing but currencies.
void TakeCurrencies(const Table& table, std::vector<Meaning>& meanings) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (table.columns[i].type != ColumnType::kNumber) continue;
    if (meanings[i].role == Role::kFx && FindRateName(table.columns[i].name)) continue;
    if (!IsLevel(table.columns[i]) || !MayBe(meanings[i]) || !FindRateName(table.columns[i].name)) {
      return;
    }
    found.push_back(i);
  }
  for (const std::size_t i : found) Take(Role::kFx, MeaningReason::kHeader, meanings[i]);
}

// Whether all a column says are names of indexes, or of currencies.
bool AreNames(const Column& column, bool (*is_name)(const std::string&)) {
  return column.type == ColumnType::kText && !column.words.empty() &&
         std::all_of(column.words.begin(), column.words.end(), is_name);
}

bool IsIndex(const std::string& word) { return FindIndexName(word).has_value(); }
bool IsCurrency(const std::string& word) { return FindRateName(word).has_value(); }
bool IsPairWithCny(const std::string& word) {
  const std::optional<RateName> rate = FindRateName(word);
  return rate && rate->names_cny;
}

bool HoldsFundValue(const std::vector<Meaning>& meanings) {
  return Has(meanings, Role::kNav) || Has(meanings, Role::kIopv) || Has(meanings, Role::kEstimate);
}

bool HoldsIndexLevel(const Table& table, const std::vector<Meaning>& meanings) {
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    const Role role = meanings[i].role;
    if (role != Role::kPrice && role != Role::kIndex) continue;
    if (meanings[i].fund.empty() && LevelOf(table.columns[i]) >= kIndexLevel) return true;
  }
  return false;
}

// The only column of numbers, if nothing else is known of it.
Meaning* OnlyNumber(const Table& table, std::vector<Meaning>& meanings) {
  Meaning* only = nullptr;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (table.columns[i].type != ColumnType::kNumber) continue;
    if (only != nullptr) return nullptr;
    only = &meanings[i];
  }
  return only != nullptr && only->role == Role::kOther && MayBe(*only) ? only : nullptr;
}

// 指数名称, 日期, 收盘点位: a row a name and day. The first such column is the code.
void TakeNames(const Table& table, std::vector<Meaning>& meanings) {
  if (Has(meanings, Role::kCode) || HoldsFundValue(meanings)) return;
  const bool has_price = Has(meanings, Role::kPrice);
  const bool has_level = HoldsIndexLevel(table, meanings);
  Meaning* only = OnlyNumber(table, meanings);
  const bool has_rate = !has_price && (Has(meanings, Role::kFx) || only != nullptr);
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (meanings[i].role != Role::kName && meanings[i].role != Role::kOther) continue;
    if (meanings[i].reason == MeaningReason::kCorrected) continue;
    const Column& column = table.columns[i];
    const bool of_rates = (has_rate && AreNames(column, IsCurrency)) ||
                          (has_price && AreNames(column, IsPairWithCny));
    if (!of_rates && !(has_level && AreNames(column, IsIndex))) continue;
    if (of_rates && only != nullptr) Take(Role::kFx, MeaningReason::kValues, *only);
    return Take(Role::kCode, MeaningReason::kValues, meanings[i]);
  }
}

// One level, which the file's name or a title names.
void TakeNamed(const Table& table, std::vector<Meaning>& meanings) {
  if (Has(meanings, Role::kCode) || HoldsFundValue(meanings)) return;
  const auto price = std::find_if(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
    return meaning.role == Role::kPrice;
  });
  if (price == meanings.end() || !price->fund.empty() ||
      price->reason == MeaningReason::kCorrected) {
    return;
  }
  const Column& column = table.columns[static_cast<std::size_t>(price - meanings.begin())];
  if (!IsLevel(column)) return;
  for (const std::string& text : {table.file, table.title}) {
    if (text.empty() || !FindCodeInText(text).empty()) continue;
    const std::optional<RateName> rate = FindRateName(text);
    if (rate && rate->names_cny) return Take(Role::kFx, MeaningReason::kFile, *price);
    if (FindIndexInText(text) && LevelOf(column) >= kIndexLevel) {
      return Take(Role::kIndex, MeaningReason::kFile, *price);
    }
  }
}

}  // namespace

bool HasIndexChanges(const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.type != ColumnType::kNumber || table.meanings[i].role != Role::kOther) continue;
    const bool either_sign = std::any_of(column.numbers.begin(), column.numbers.end(),
                                         [](double value) { return value < 0; });
    if (either_sign && IsIndexChangeName(column.name)) return true;
  }
  return false;
}

double LevelOf(const Column& column) {
  std::vector<double> sample;
  for (const double value : column.numbers) {
    if (!(value > 0)) continue;
    sample.push_back(value);
    if (sample.size() == kSample) break;
  }
  if (sample.empty()) return kMissing;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

void RecogniseMarket(const Table& table, std::vector<Meaning>& meanings) {
  if (!Has(meanings, Role::kDate)) return;
  TakeColumns(table, meanings);
  TakeCurrencies(table, meanings);
  TakeNames(table, meanings);
  TakeNamed(table, meanings);
}

}  // namespace premiumlens
