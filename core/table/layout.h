// The layout of a text: which character separates cells, where the header stands, and which type
// each column has. Found from a sample of the text; parse.h then reads every row.

#ifndef PREMIUMLENS_CORE_TABLE_LAYOUT_H_
#define PREMIUMLENS_CORE_TABLE_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/day.h"
#include "core/table/record.h"
#include "core/table/table.h"

namespace premiumlens {

inline constexpr std::size_t kMostColumns = 1000;

struct Layout {
  char delimiter = ',';  // ',', '\t', ';', '|', or ' ' for runs of blanks
  bool has_header = false;
  std::int64_t header_row = 0;     // the last of its rows
  std::size_t body_offset = 0;     // of the first data row in the text
  std::int64_t body_row = 1;       // its row number, counted from 1
  std::vector<std::string> names;  // as many as columns; "#1" … without a header
  std::string title;               // the text of the lines above the header
  std::size_t head_records = 0;    // lines with text above the first data row
  std::vector<ColumnType> types;
  std::vector<bool> sure;        // the header's vocabulary fixed the type
  std::vector<DayStyle> styles;  // of date columns
};

// Header rows: header_rows.h. A header may also be separated otherwise than the rows, or have a
// cell less: 通达信 writes tabs above commas. It counts where it stands right above the rows and at
// least two of its cells are known headers.
//
// Throws Failure: empty_input, spreadsheet_input, binary_input, line_too_long, too_many_columns,
// not_a_table (with the first line as text), no_rows (with the header's row).
Layout FindLayout(std::string_view text);

// Throws Failure: empty_input, spreadsheet_input, binary_input.
void RefuseWhatIsNoText(std::string_view text);

// The share of the first records that a tab, comma, semicolon or bar splits into one number of
// cells.
double DelimitedShare(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_LAYOUT_H_
