#include "tests/fuzz/targets.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/day.h"
#include "core/table/header.h"
#include "core/table/number.h"
#include "core/table/parse.h"
#include "core/table/wide.h"

namespace premiumlens {
namespace {

void Demand(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

void DemandColumn(const Column& column, std::size_t rows) {
  switch (column.type) {
    case ColumnType::kNumber:
      Demand(column.numbers.size() == rows, "numbers are as many as rows");
      break;
    case ColumnType::kDate:
      Demand(column.dates.size() == rows, "dates are as many as rows");
      Demand(column.seconds.empty() || column.seconds.size() == rows, "so are their times");
      break;
    case ColumnType::kTime:
      Demand(column.seconds.size() == rows, "times are as many as rows");
      break;
    case ColumnType::kText:
      Demand(column.texts.size() == rows, "texts are as many as rows");
      for (const std::uint32_t text : column.texts) {
        Demand(text == kMissingText || text < column.words.size(), "a text is one of the words");
      }
      break;
  }
  for (std::size_t row = 0; row < rows; ++row) CellText(column, row);
}

void DemandTable(const Table& table) {
  Demand(table.source_rows.size() == table.rows, "every row has its source row");
  Demand(std::is_sorted(table.source_rows.begin(), table.source_rows.end()), "rows are in order");
  Demand(table.source_rows.empty() || table.source_rows.front() >= 1, "rows count from one");
  Demand(table.meanings.size() == table.columns.size(), "every column has a meaning");
  std::set<std::string> names;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    Demand(!column.name.empty() && names.insert(column.name).second, "names are unique");
    DemandColumn(column, table.rows);
    Demand(ScaledNumbers(table, i).size() == table.rows, "any column can be read as numbers");
    Demand(Days(table, i).size() == table.rows, "any column can be read as days");
  }
  for (const Rejection& rejection : table.rejected.listed) {
    Demand(rejection.row >= 1, "a refusal names its row");
  }
}

// One role, one column; but for the roles that may repeat, and funds, indexes or rates side by
// side.
void DemandMeanings(const Table& table) {
  std::set<std::pair<Role, std::string>> taken;
  for (const Meaning& meaning : table.meanings) {
    const bool repeats = meaning.role == Role::kOther || meaning.role == Role::kFee ||
                         meaning.role == Role::kIndex || meaning.role == Role::kFx;
    if (repeats || !meaning.fund.empty()) continue;
    Demand(taken.insert({meaning.role, meaning.fund}).second, "a role is one column's");
  }
}

Column ColumnOf(std::string_view line, std::size_t rows) {
  Column column;
  std::vector<std::string_view> cells;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t end = std::min(line.find('\t', from), line.size());
    cells.push_back(line.substr(from, end - from));
    from = end + 1;
  }
  column.name = cells.front();
  column.type = AllColumnTypes()[line.size() % 4];
  for (std::size_t row = 1; row <= rows; ++row) {
    const std::string_view cell = row < cells.size() ? cells[row] : std::string_view();
    const NumberCell number = ParseNumber(cell);
    const bool is_number = number.state == CellState::kValue;
    if (column.type == ColumnType::kNumber) {
      column.numbers.push_back(is_number ? number.value : kMissing);
      column.percent_cells += is_number && number.percent ? 1 : 0;
      column.scaled_cells += is_number && number.scaled ? 1 : 0;
    } else if (column.type == ColumnType::kDate) {
      column.dates.push_back(ParseDay(cell, DayOrder::kMonthFirst).date);
    } else if (column.type == ColumnType::kTime) {
      column.seconds.push_back(ParseTime(cell));
    } else {
      column.texts.push_back(static_cast<std::uint32_t>(column.words.size()));
      column.words.emplace_back(cell);
    }
  }
  return column;
}

}  // namespace

void TryTable(std::string_view bytes) {
  try {
    Parser parser("t.csv");
    parser.Append(bytes.substr(0, bytes.size() / 3));
    parser.Append(bytes.substr(bytes.size() / 3));
    while (!parser.Step()) {
    }
    Table table = parser.Finish();
    table.meanings = RecogniseTable(table, {});
    DemandTable(table);
    DemandMeanings(table);
  } catch (const Failure& failure) {
    Demand(Info(failure.error().code).use == CodeUse::kError, "a refusal has an error's code");
  }
}

void TryRecognition(std::string_view bytes) {
  constexpr std::size_t kRows = 4;
  Table table;
  table.rows = kRows;
  table.source_rows = {1, 2, 3, 4};
  for (std::size_t from = 0; from < bytes.size() && table.columns.size() < 64;) {
    const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
    Column column = ColumnOf(bytes.substr(from, end - from), kRows);
    column.name = std::to_string(table.columns.size()) + "|" + column.name;
    ReadHeader(column.name);
    column.name.erase(0, column.name.find('|') + 1);
    ReadHeader(column.name);
    const bool known = FindColumn(table, column.name).has_value();
    if (known || column.name.empty()) column.name += "#" + std::to_string(table.columns.size());
    if (!FindColumn(table, column.name)) table.columns.push_back(std::move(column));
    from = end + 1;
  }
  table.meanings = RecogniseTable(table, {});
  DemandTable(table);
  DemandMeanings(table);
  // A correction stands, whatever else is there.
  for (const Column& column : table.columns) {
    Corrections corrections;
    corrections.roles[column.name] = Role::kNav;
    const std::vector<Meaning> meanings = RecogniseTable(table, corrections);
    const Meaning& corrected = meanings[*FindColumn(table, column.name)];
    Demand(corrected.role == Role::kNav && corrected.reason == MeaningReason::kCorrected,
           "a correction stands");
  }
}

}  // namespace premiumlens
