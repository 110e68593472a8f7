// rows: some rows of a table as text, named by where they stand in the source. For a check that
// names rows: the reader sees them as they were pasted.

#include <algorithm>

#include "core/base/error.h"
#include "wasm/json.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostRows = 200;

constexpr Field kTakes[] = {
    {"table", "string"},
    {"rows", "number[]"},
};

constexpr Field kGives[] = {
    {"columns", "string[]"},
    {"rows", "{ row: number; cells: string[] }[]"},
};

std::vector<std::int64_t> ReadRows(const Json& request) {
  const auto given = request.find("rows");
  if (given == request.end()) throw Failure({.code = Code::missing_field, .column = "rows"});
  std::vector<std::int64_t> rows;
  const bool is_list = given->is_array() && given->size() <= kMostRows;
  for (const Json& row : is_list ? *given : Json::array()) {
    if (row.is_number_integer()) rows.push_back(row.get<std::int64_t>());
  }
  if (!is_list || rows.size() != given->size()) {
    throw Failure({.code = Code::bad_field, .column = "rows"});
  }
  return rows;
}

Json CellsOf(const Table& table, std::size_t row) {
  Json cells = Json::array();
  for (const Column& column : table.columns) cells.push_back(CellText(column, row));
  return cells;
}

// Rows that the table does not hold (a refused one, a blank line) are left out.
Json Run(const Json& request, TableStore& tables) {
  const std::vector<std::int64_t> wanted = ReadRows(request);
  const Table& table = tables.Get(ReadText(request, "table"));
  Json columns = Json::array();
  for (const Column& column : table.columns) columns.push_back(column.name);
  Json rows = Json::array();
  for (const std::int64_t row : wanted) {
    const auto found = std::lower_bound(table.source_rows.begin(), table.source_rows.end(), row);
    if (found == table.source_rows.end() || *found != row) continue;
    const auto index = static_cast<std::size_t>(found - table.source_rows.begin());
    rows.push_back({{"row", row}, {"cells", CellsOf(table, index)}});
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace

extern const Op kRowsOp = {.name = "rows", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
