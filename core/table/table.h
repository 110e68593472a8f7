// A parsed table: typed columns, what each column was taken for, and every cell that was refused.
//
// Parsing (parse.h) fixes the types; recognition (recognise.h) says what each column means. A
// correction by the user changes only `meanings`, never the columns, so it never parses again.

#ifndef PREMIUMLENS_CORE_TABLE_TABLE_H_
#define PREMIUMLENS_CORE_TABLE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/code.h"
#include "core/base/date.h"
#include "core/table/role.h"

namespace premiumlens {

enum class ColumnType { kNumber, kDate, kTime, kText };

std::string_view Name(ColumnType type);  // "number", "date", "time", "text"
std::span<const ColumnType> AllColumnTypes();

inline constexpr std::int32_t kMissingTime = -1;
inline constexpr std::uint32_t kMissingText = 0xFFFFFFFFu;

// One column. Only the vectors of its type are filled, each as long as the table has rows.
struct Column {
  std::string name;  // header as written, trimmed; "#1", "#2" … where there is no header
  ColumnType type = ColumnType::kText;
  std::vector<double> numbers;  // kNumber: as written (a "3.41%" column holds 3.41); NaN missing
  std::vector<Date> dates;      // kDate
  std::vector<std::int32_t>
      seconds;                       // kTime; kDate where cells carry a time of day. Since midnight
  std::vector<std::uint32_t> texts;  // kText: index into `words`
  std::vector<std::string> words;    // kText: the distinct texts, in order of first appearance
  std::int64_t percent_cells = 0;    // kNumber: cells written with "%"
  std::int64_t scaled_cells = 0;  // kNumber: cells written with 万, 亿 or 手, already multiplied
};

// What a column was taken for.
struct Meaning {
  Role role = Role::kOther;
  Unit unit = Unit::kNone;
  MeaningReason reason = MeaningReason::kNotRecognised;
  std::string fund =
      {};  // of a wide table (wide.h): the fund the column is about, as its header has it
};

// One refused cell (or, with an empty column name, one refused row).
struct Rejection {
  Code code;
  std::int64_t row;  // line of the source, counted from 1, the header counted
  std::string column;
  std::string text;
};

// Refused cells in source order. The first kListed are kept with their text, all are counted.
struct Rejections {
  static constexpr std::size_t kListed = 1000;
  std::vector<Rejection> listed;
  std::int64_t count = 0;
  void Add(Rejection rejection);
  void Append(const Rejections& others);
};

struct Table {
  std::vector<Column> columns;
  std::vector<Meaning> meanings;  // as many as columns
  std::size_t rows = 0;
  std::vector<std::int64_t> source_rows;  // the row each data row stands on in the source
  Rejections rejected;
  std::int64_t repeated_headers = 0;  // lines among the rows that repeat one above them
  std::string file;                   // name of the file it came from, empty for a paste
  std::string title;                  // the text of the lines above the header
};

// The first column of that role, if any; not one about a single fund of a wide table.
std::optional<std::size_t> FindRole(const Table& table, Role role);

// A column of that name, if any; the first one if several bear it.
std::optional<std::size_t> FindColumn(const Table& table, std::string_view name);

// The column's values as what a role needs, whatever type the column was parsed to; as long as the
// table has rows. What cannot be read that way is missing. The source text is never read again.
//   ScaledNumbers  numbers in base units (fractions, CNY, shares): as written × the unit's factor
//   Days           days; numbers such as 20250103 and spreadsheet serials count as days
//   CellText       one cell as text; a number in its shortest form, a day as ISO; empty if missing
std::vector<double> ScaledNumbers(const Table& table, std::size_t column);
std::vector<Date> Days(const Table& table, std::size_t column);
std::string CellText(const Column& column, std::size_t row);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_TABLE_H_
