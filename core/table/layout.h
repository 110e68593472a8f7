// The layout of a text: which character separates cells, where the header stands, and which type
// each column has. Found from a sample of the text; parse.h then reads every row.

#ifndef PREMIUMLENS_CORE_TABLE_LAYOUT_H_
#define PREMIUMLENS_CORE_TABLE_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/day.h"
#include "core/table/table.h"

namespace premiumlens {

inline constexpr std::size_t kLongestLine = 1'000'000;  // bytes
inline constexpr std::size_t kMostColumns = 1000;

struct Layout {
  char delimiter = ',';  // ',', '\t', ';', '|', or ' ' for runs of blanks
  bool has_header = false;
  std::size_t body_offset = 0;     // of the first data row in the text
  std::int64_t body_row = 1;       // its row number, counted from 1
  std::vector<std::string> names;  // as many as columns; "#1" … without a header
  std::vector<ColumnType> types;
  std::vector<bool> sure;        // the header's vocabulary fixed the type
  std::vector<DayOrder> orders;  // of date columns
};

// The record that starts at `offset`, without its line end, and the offset behind the line end. A
// line end inside quotation marks belongs to the record (unless the delimiter is a blank). Throws
// Failure(line_too_long) at row `row`.
struct Record {
  std::string_view text;
  std::size_t next;
  bool open_quote = false;  // a quotation mark was opened and never closed; the record is one line
};
Record ReadRecord(std::string_view text, std::size_t offset, char delimiter, std::int64_t row);

// Splits a record into its cells, quotation marks removed. Cells that needed unquoting live in
// `storage`, so both must outlive the result.
void SplitRecord(std::string_view record, char delimiter, std::vector<std::string_view>& cells,
                 std::vector<std::string>& storage);

// A header may be separated otherwise than the rows: 通达信 writes tabs above commas. It counts
// where it has as many cells as the rows and at least two of them are known headers.
//
// Throws Failure: empty_input, spreadsheet_input, binary_input, line_too_long, too_many_columns,
// not_a_table (with the first line as text), no_rows (with the header's row).
Layout FindLayout(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_LAYOUT_H_
