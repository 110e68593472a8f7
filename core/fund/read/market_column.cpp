#include "core/fund/read/market_column.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/read/table_part.h"

namespace premiumlens {
namespace {

// Two records of one index agree to this; two sources of one rate do not. Ours.
constexpr double kSameLevel = 0.002;

// "USD/CNY" and "CNY/USD" are told apart by their level, where the currency is worth more than one
// CNY beyond doubt; else by their order.
bool IsPerCny(const RateName& rate, const DatedValues& values) {
  constexpr std::string_view kMore[] = {"USD", "EUR", "GBP", "CHF", "AUD", "CAD", "SGD", "NZD"};
  if (std::find(std::begin(kMore), std::end(kMore), rate.currency) == std::end(kMore)) {
    return rate.per_cny;
  }
  return values.values.back() < 1;
}

// A file's name without its ending.
std::string StemOf(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

// What the file's name says, or else the title; `text` is set to the one that did.
template <typename Find>
auto FindOutside(const Table& table, Find find, std::string& text) {
  auto found = find(table.file);
  if (found) text = StemOf(table.file);
  if (!found) {
    found = find(table.title);
    if (found) text = table.title;
  }
  return found;
}

// Whether two records are of one series: on most of their common days within kSameLevel.
bool Agree(const DatedValues& a, const DatedValues& b) {
  std::int64_t both = 0;
  std::int64_t same = 0;
  for (std::size_t i = 0, k = 0; i < a.dates.size(); ++i) {
    while (k < b.dates.size() && b.dates[k] < a.dates[i]) ++k;
    if (k == b.dates.size() || b.dates[k] != a.dates[i]) continue;
    ++both;
    same += std::fabs(a.values[i] / b.values[k] - 1) < kSameLevel ? 1 : 0;
  }
  return 10 * same >= 9 * both;
}

// The days of both; of a day that both have the later one's.
DatedValues Merge(const DatedValues& earlier, const DatedValues& later) {
  DatedValues merged;
  const auto take = [&merged](const DatedValues& from, std::size_t i) {
    merged.dates.push_back(from.dates[i]);
    merged.values.push_back(from.values[i]);
    merged.source_rows.push_back(from.source_rows[i]);
  };
  std::size_t k = 0;
  for (std::size_t i = 0; i < later.dates.size(); ++i) {
    for (; k < earlier.dates.size() && earlier.dates[k] < later.dates[i]; ++k) take(earlier, k);
    if (k < earlier.dates.size() && earlier.dates[k] == later.dates[i]) ++k;
    take(later, i);
  }
  for (; k < earlier.dates.size(); ++k) take(earlier, k);
  return merged;
}

}  // namespace

std::vector<std::uint32_t> RowsOf(const Table& table) {
  std::vector<std::uint32_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0U);
  return rows;
}

std::vector<Date> DaysOf(const Table& table) {
  const std::optional<std::size_t> date = FindRole(table, Role::kDate);
  return date ? Days(table, *date) : std::vector<Date>{};
}

std::string NameOf(const Table& table) {
  return table.file.empty() ? table.title : StemOf(table.file);
}

DatedValues SeriesOf(const Table& table, const std::vector<Date>& days,
                     const std::vector<double>& values, std::vector<std::uint32_t> rows) {
  std::erase_if(rows,
                [&](std::uint32_t row) { return days[row] == kMissingDate || !(values[row] > 0); });
  const auto earlier = [&days](std::uint32_t a, std::uint32_t b) { return days[a] < days[b]; };
  if (!std::is_sorted(rows.begin(), rows.end(), earlier)) {
    std::stable_sort(rows.begin(), rows.end(), earlier);
  }
  DatedValues series;
  for (const std::uint32_t row : rows) {
    if (!series.dates.empty() && series.dates.back() == days[row]) continue;
    series.dates.push_back(days[row]);
    series.values.push_back(values[row]);
    series.source_rows.push_back(table.source_rows[row]);
  }
  return series;
}

void AddRate(const RateName& rate, MarketSeries series, MarketData& market) {
  if (series.values.dates.empty()) return;
  if (IsPerCny(rate, series.values)) {
    for (double& value : series.values.values) value = 1 / value;
  }
  series.currency = rate.currency;
  series.symbol = RateSymbol(rate.currency);
  market.rates.push_back(std::move(series));
}

void AddIndex(const std::optional<IndexName>& index, MarketSeries series, MarketData& market) {
  if (series.values.dates.empty()) return;
  if (index) {
    series.symbol = index->symbol;
    series.currency = index->currency;
  }
  market.indexes.push_back(std::move(series));
}

namespace {

// One column as a series, named by its header if that says which, else by its table.
void AddColumn(const Table& table, std::size_t column, const std::vector<Date>& days,
               MarketSeries series, MarketData& market) {
  const std::string& header = table.columns[column].name;
  series.column = header;
  series.values = SeriesOf(table, days, ScaledNumbers(table, column), RowsOf(table));
  series.name = header;
  if (table.meanings[column].role == Role::kFx) {
    std::optional<RateName> rate = FindRateName(header);
    if (!rate) rate = FindOutside(table, FindRateName, series.name);
    AddRate(rate.value_or(RateName{}), std::move(series), market);
    return;
  }
  std::optional<IndexName> index = FindIndexName(header);
  if (!index) index = FindOutside(table, FindIndexInText, series.name);
  AddIndex(index, std::move(series), market);
}

}  // namespace

MarketData ReadMarketSeries(const Table& table, std::size_t place) {
  MarketData market;
  const std::vector<Date> days = DaysOf(table);
  if (days.empty()) return market;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Meaning& meaning = table.meanings[i];
    if (!meaning.fund.empty() || table.columns[i].type != ColumnType::kNumber) continue;
    if (meaning.role != Role::kIndex && meaning.role != Role::kFx) continue;
    AddColumn(table, i, days, {"", place, "", "", "", {}}, market);
  }
  return market;
}

void JoinSeries(MarketSeries series, std::vector<MarketSeries>& list) {
  for (MarketSeries& known : list) {
    const bool of_index = !series.symbol.empty() && !series.symbol.ends_with("CNY");
    const bool same = of_index ? known.symbol == series.symbol : known.name == series.name;
    if (!same || known.table == series.table || !Agree(known.values, series.values)) continue;
    known.values = Merge(known.values, series.values);
    return;
  }
  list.push_back(std::move(series));
}

}  // namespace premiumlens
