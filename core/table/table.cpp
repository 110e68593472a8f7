#include "core/table/table.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/table/day.h"
#include "core/table/number.h"

namespace premiumlens {
namespace {

constexpr WordList<ColumnType, 4> kColumnTypes = {
    {ColumnType::kNumber, ColumnType::kDate, ColumnType::kTime, ColumnType::kText},
    {"number", "date", "time", "text"}};

// The shortest decimal text that reads back as the same double; without an exponent where the
// number has at most 15 digits before and 12 behind the point.
std::string ShortestText(double x) {
  char text[40];
  if (std::fabs(x) < 1e15) {
    for (int digits = 0; digits <= 12; ++digits) {
      std::snprintf(text, sizeof text, "%.*f", digits, x);
      if (std::strtod(text, nullptr) == x) return text;
    }
  }
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, x);
    if (std::strtod(text, nullptr) == x) break;
  }
  return text;
}

std::string TimeText(std::int32_t seconds) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                seconds % 60);
  return text;
}

}  // namespace

std::string_view Name(ColumnType type) { return kColumnTypes.NameOf(type); }
std::span<const ColumnType> AllColumnTypes() { return kColumnTypes.values; }

void Rejections::Add(Rejection rejection) {
  ++count;
  if (listed.size() < kListed) listed.push_back(std::move(rejection));
}

void Rejections::Append(const Rejections& others) {
  for (const Rejection& rejection : others.listed) {
    if (listed.size() < kListed) listed.push_back(rejection);
  }
  count += others.count;
}

std::optional<std::size_t> FindRole(const Table& table, Role role) {
  for (std::size_t i = 0; i < table.meanings.size(); ++i) {
    if (table.meanings[i].role == role && table.meanings[i].fund.empty()) return i;
  }
  return {};
}

std::optional<std::size_t> FindColumn(const Table& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == name) return i;
  }
  return {};
}

std::vector<double> ScaledNumbers(const Table& table, std::size_t column) {
  const Column& source = table.columns[column];
  const Unit unit = table.meanings[column].unit;
  std::vector<double> values(table.rows, kMissing);
  // 3.41 % is the double nearest to 0.0341, which 3.41 × 0.01 is not: divide.
  const auto scaled = [unit](double x) {
    return unit == Unit::kPercent ? x / 100 : x * Factor(unit);
  };
  if (source.type == ColumnType::kNumber) {
    for (std::size_t i = 0; i < table.rows; ++i) values[i] = scaled(source.numbers[i]);
  } else if (source.type == ColumnType::kText) {
    std::vector<double> words;
    for (const std::string& word : source.words) {
      const NumberCell cell = ParseNumber(word);
      words.push_back(cell.state == CellState::kValue ? scaled(cell.value) : kMissing);
    }
    for (std::size_t i = 0; i < table.rows; ++i) {
      if (source.texts[i] != kMissingText) values[i] = words[source.texts[i]];
    }
  }
  return values;
}

std::vector<Date> Days(const Table& table, std::size_t column) {
  const Column& source = table.columns[column];
  if (source.type == ColumnType::kDate) return source.dates;
  std::vector<Date> days(table.rows, kMissingDate);
  if (source.type == ColumnType::kNumber) {
    for (std::size_t i = 0; i < table.rows; ++i) days[i] = DayOfNumber(source.numbers[i]);
  } else if (source.type == ColumnType::kText) {
    std::vector<Date> words;
    for (const std::string& word : source.words) {
      words.push_back(ParseDay(word, DayOrder::kMonthFirst).date);
    }
    for (std::size_t i = 0; i < table.rows; ++i) {
      if (source.texts[i] != kMissingText) days[i] = words[source.texts[i]];
    }
  }
  return days;
}

std::string CellText(const Column& column, std::size_t row) {
  switch (column.type) {
    case ColumnType::kNumber:
      return IsMissing(column.numbers[row]) ? "" : ShortestText(column.numbers[row]);
    case ColumnType::kDate: {
      std::string text = FormatIso(column.dates[row]);
      if (!column.seconds.empty() && column.seconds[row] != kMissingTime) {
        text += " " + TimeText(column.seconds[row]);
      }
      return text;
    }
    case ColumnType::kTime:
      return column.seconds[row] == kMissingTime ? "" : TimeText(column.seconds[row]);
    case ColumnType::kText:
      return column.texts[row] == kMissingText ? "" : column.words[column.texts[row]];
  }
  return "";
}

}  // namespace premiumlens
