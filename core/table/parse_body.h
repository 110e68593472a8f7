// The rows below the header, of parse.h. What a row may be is in two files: its cells in parse.cpp,
// what it is among the others (a footer, a header once more) in parse_rows.cpp.

#ifndef PREMIUMLENS_CORE_TABLE_PARSE_BODY_H_
#define PREMIUMLENS_CORE_TABLE_PARSE_BODY_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/table/column_reader.h"
#include "core/table/layout.h"
#include "core/table/parse.h"
#include "core/table/table.h"
#include "core/table/table_end.h"

namespace premiumlens {

// The rows below the header. Goes through the text cell by cell; most cells are read where they
// stand (a number or a day followed at once by the end of the cell), every other goes through
// Put().
//
// A row with a refused cell, or with one value at most, is odd. Odd rows are held back: where the
// table ends, or its header comes again, they may have been footers, and so may the one ordinary
// row before them: a total.
class Parser::Body {
 public:
  Body(std::string_view text, Layout layout, bool ends)
      : text_(text),
        layout_(std::move(layout)),
        table_end_(text.substr(0, ends ? layout_.body_offset : 0)) {
    Restart();
  }

  bool Step();
  double Progress() const {
    return std::min(1.0, static_cast<double>(p_ - text_.data()) /
                             static_cast<double>(std::max<std::size_t>(1, text_.size())));
  }
  Table Finish();
  std::optional<Rest> TakeRest() { return std::move(rest_); }

 private:
  static constexpr std::size_t kWholeRow = static_cast<std::size_t>(-1);
  struct Refusal {
    Code code;
    std::size_t column;  // or kWholeRow
    std::string text;
  };
  struct OddRow {
    std::string_view text;
    std::int64_t row = 0;
    std::size_t index = 0;   // among the rows of the table, where it has a value
    std::size_t filled = 0;  // cells with a value
    std::vector<Refusal> refusals;
  };

  void Restart();
  void FindHeaderLines();
  bool RepeatsHeader() const;
  bool Retype();
  void MakeRoom();
  void ReadRow();
  void PassHeader();
  bool EndsHere();
  bool EndsAtOddRow();
  const char* ReadCells(std::size_t& filled);
  const char* ReadBlankSeparated(std::size_t& filled);
  const char* ReadOtherCell(const char* p, std::size_t column, std::size_t& filled);
  const char* PutCellAt(const char* p, std::size_t column, std::size_t& filled);
  const char* CellAt(const char* p, std::string_view& cell);
  const char* QuotedCellAt(const char* p, std::string_view& cell);
  const char* ReadExtraCells(const char* p);
  bool Put(std::size_t column, std::string_view cell);
  void Refuse(Code code, std::size_t column, std::string_view text);
  [[noreturn]] void RefuseLongLine() const;
  void EndRow(const char* end, std::size_t filled);
  void EndOddRow(std::string_view text, std::size_t filled);
  void Tell(const OddRow& row);
  void TellOddRows();
  void DropFooters();
  bool IsFooterRow(const OddRow& row) const;
  void RefuseFootersOnly() const;
  bool HasAnyValue(const ColumnReader& reader) const;
  void Forget(const OddRow& row);
  void DropRarerUnits();
  void TellUnits(std::size_t column, const std::vector<std::size_t>& rows);

  // A carriage return counts only before a line feed.
  bool IsLineEnd(const char* p) const { return *p == '\n' || (*p == '\r' && p[1] == '\n'); }
  bool EndsCell(const char* p) const { return *p == layout_.delimiter || IsLineEnd(p); }
  const char* text_end() const { return text_.data() + text_.size(); }

  std::string_view text_;  // ends with a line end, and may be read past (scan.h)
  Layout layout_;
  TableEnd table_end_;
  std::optional<Rest> rest_;
  std::vector<std::string_view> header_lines_;
  std::array<bool, 256> header_starts_{};  // the bytes one of them begins with
  const char* p_ = nullptr;                // the row to be read next
  std::int64_t row_ = 0;                   // its number
  std::int64_t inner_lines_ = 0;           // line ends inside the quotation marks of this row
  std::size_t rows_ = 0;
  std::size_t block_ = 0;  // rows that room is made for at a time
  std::size_t room_ = 0;
  std::vector<ColumnReader> readers_;
  std::vector<double*> numbers_;  // of each column of numbers, nullptr for the others
  std::vector<std::int64_t> source_rows_;
  std::vector<Refusal> refusals_;  // of this row
  std::vector<OddRow> odd_rows_;   // since the last ordinary one
  OddRow last_ordinary_;           // no refusals
  std::size_t ordinary_rows_ = 0;
  std::size_t ordinary_cells_ = 0;
  std::int64_t repeated_headers_ = 0;
  Rejections rejected_;
  std::string unquoted_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> storage_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_PARSE_BODY_H_
