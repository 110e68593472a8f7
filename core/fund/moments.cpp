#include "core/fund/moments.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/fund/fund_code.h"

namespace premiumlens {
namespace {

// Seconds since midnight of each row, empty if the table has no times.
std::vector<std::int32_t> TimesOf(const Table& table) {
  for (const Role role : {Role::kTime, Role::kDate}) {
    const std::optional<std::size_t> column = FindRole(table, role);
    if (column && !table.columns[*column].seconds.empty()) return table.columns[*column].seconds;
  }
  return {};
}

// Sorts by moment, stably, in passes over 16 bits: a few times faster than comparing, and in wasm
// a million rows must not hold the page up.
void SortByMoment(std::vector<std::pair<std::uint64_t, std::uint32_t>>& rows) {
  constexpr unsigned kBits = 16;
  std::uint64_t highest = 0;
  for (const auto& [offset, row] : rows) highest = std::max(highest, offset);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(rows.size());
  for (unsigned shift = 0; shift < 64 && (highest >> shift) > 0; shift += kBits) {
    std::vector<std::size_t> starts((std::size_t{1} << kBits) + 1, 0);
    const auto digit = [shift](std::uint64_t offset) {
      return static_cast<std::size_t>((offset >> shift) & 0xFFFFu);
    };
    for (const auto& [offset, row] : rows) ++starts[digit(offset) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    for (const auto& entry : rows) sorted[starts[digit(entry.first)]++] = entry;
    rows.swap(sorted);
  }
}

// Rows whose date the parser has refused already are not reported a second time.
std::set<std::int64_t> RefusedRows(const Table& table, const std::string& column) {
  std::set<std::int64_t> rows;
  for (const Rejection& rejection : table.rejected.listed) {
    if (rejection.column == column) rows.insert(rejection.row);
  }
  return rows;
}

}  // namespace

Date DayOf(Moment moment) {
  if (moment == kNoMoment) return kMissingDate;
  const Moment day = moment / kSecondsADay - (moment % kSecondsADay < 0 ? 1 : 0);
  return static_cast<Date>(day);
}

std::int32_t SecondsOf(Moment moment) {
  return static_cast<std::int32_t>(((moment % kSecondsADay) + kSecondsADay) % kSecondsADay);
}

std::vector<Moment> MomentsOf(const Table& table) {
  const std::optional<std::size_t> date_column = FindRole(table, Role::kDate);
  const std::vector<std::int32_t> times = TimesOf(table);
  if (!date_column && times.empty()) return {};
  std::vector<Date> days;
  if (date_column) days = Days(table, *date_column);
  std::vector<Moment> moments(table.rows, kNoMoment);
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (date_column && days[i] == kMissingDate) continue;
    if (!date_column && times[i] == kMissingTime) continue;
    const Moment day = date_column ? days[i] : 0;
    const bool timed = !times.empty() && times[i] != kMissingTime;
    moments[i] = day * kSecondsADay + (timed ? times[i] : 0);
  }
  return moments;
}

Funds FundsOf(const Table& table) {
  Funds funds;
  const std::optional<std::size_t> index = FindRole(table, Role::kCode);
  if (!index) return funds;
  const Column& column = table.columns[*index];
  std::unordered_map<std::string, std::uint32_t> known;
  const auto number_of = [&](const std::string& text) {
    const std::string code = NormaliseCode(text);
    if (code.empty()) return kMissingText;
    const auto [entry, is_new] = known.emplace(code, static_cast<std::uint32_t>(known.size()));
    if (is_new) funds.codes.push_back(code);
    return entry->second;
  };
  funds.of_row.assign(table.rows, kMissingText);
  if (column.type == ColumnType::kText) {
    std::vector<std::uint32_t> of_word;
    for (const std::string& word : column.words) of_word.push_back(number_of(word));
    for (std::size_t i = 0; i < table.rows; ++i) {
      if (column.texts[i] != kMissingText) funds.of_row[i] = of_word[column.texts[i]];
    }
  } else {
    for (std::size_t i = 0; i < table.rows; ++i) funds.of_row[i] = number_of(CellText(column, i));
  }
  return funds;
}

std::vector<std::uint32_t> RowsOf(const Table& table, const Funds& funds, std::uint32_t fund) {
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (fund == kMissingText || funds.of_row[i] == fund) {
      rows.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return rows;
}

RowOrder OrderRows(const Table& table, const std::vector<Moment>& moments,
                   std::vector<std::uint32_t> rows) {
  RowOrder order;
  if (moments.empty()) {
    order.rows = std::move(rows);
    return order;
  }
  const std::optional<std::size_t> date_column = FindRole(table, Role::kDate);
  const std::string column = date_column ? table.columns[*date_column].name : std::string();
  const std::set<std::int64_t> refused = RefusedRows(table, column);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sortable;
  Moment lowest = std::numeric_limits<Moment>::max();
  for (const std::uint32_t row : rows) {
    if (moments[row] != kNoMoment) lowest = std::min(lowest, moments[row]);
  }
  Moment last = kNoMoment;
  bool ascending = true;
  for (const std::uint32_t row : rows) {
    if (moments[row] == kNoMoment) {
      const std::int64_t place = table.source_rows[row];
      if (!refused.contains(place)) order.rejected.Add({Code::date_missing, place, column, ""});
      continue;
    }
    ascending = ascending && moments[row] >= last;
    last = moments[row];
    sortable.emplace_back(static_cast<std::uint64_t>(moments[row] - lowest), row);
  }
  if (!ascending) {
    const auto as_pasted = sortable;
    SortByMoment(sortable);
    for (std::size_t i = 0; i < sortable.size(); ++i) order.moved += sortable[i] != as_pasted[i];
  }
  for (const auto& [offset, row] : sortable) {
    if (!order.moments.empty() && order.moments.back() == moments[row]) {
      order.rejected.Add({Code::duplicate_date, table.source_rows[row], column,
                          date_column ? CellText(table.columns[*date_column], row) : ""});
      continue;
    }
    order.rows.push_back(row);
    order.moments.push_back(moments[row]);
  }
  return order;
}

}  // namespace premiumlens
