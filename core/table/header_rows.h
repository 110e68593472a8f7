// Where the header of a sampled text stands, and what it says: title lines, then one or several
// header rows, then the data.
//
// A row is data if one of its cells fits the type of its column: a number in a column of numbers, a
// day in one of days, a code in one of codes. What stands above the first such row is header, if
// one of its rows has a known word or no number at all; of several header rows the first with two
// filled cells begins it, and the last with a known word, a unit or a day ends it. Lines above
// that, and rows of one text, are titles, and so is a label with its text ("Security, 513100")
// above a header without a gap. Rows that say what they are (频率, 指标ID, 来源) are passed over,
// but one of units counts. Where the header's first name comes again, tables stand side by side:
// what is above the first column holds for its neighbours too. Days above all columns but the first
// are a header.
//
//   513100 纳指ETF                  a title
//   ,513100,,159941,                merged cells: 513100 holds for the empty cell beside it too
//   日期,收盘价,净值,收盘价,净值    → "日期", "513100 / 收盘价", "513100 / 净值", …
//   ,元,元,元,元                    → "513100 / 收盘价 (元)", …

#ifndef PREMIUMLENS_CORE_TABLE_HEADER_ROWS_H_
#define PREMIUMLENS_CORE_TABLE_HEADER_ROWS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/table/sampled.h"

namespace premiumlens {

struct HeaderRows {
  std::size_t count = 0;  // sampled records up to the data: titles, header and what is between
  std::vector<std::string> names;   // one a column, empty where a header says nothing; none without
  std::vector<std::string> titles;  // texts of the title lines among those records
  std::size_t known = 0;            // names in the vocabulary
};

// `records` start with the first of `columns` cells.
HeaderRows FindHeaderRows(Samples records, std::size_t columns);

// How many of the cells are known headers.
std::size_t KnownHeaders(const std::vector<std::string>& cells);

// The cells that are not blank, with a blank between.
std::string TextOf(const Sampled& record);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_HEADER_ROWS_H_
