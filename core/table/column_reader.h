// Reads the cells of one column into a Column of its type. Rows are numbered by the caller, who
// makes room for them first and may write a row again.

#ifndef PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_
#define PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/code.h"
#include "core/table/day.h"
#include "core/table/decimal.h"
#include "core/table/table.h"
#include "core/table/word_index.h"

namespace premiumlens {

// A set of rows; no room is taken before the first one.
class RowSet {
 public:
  void Add(std::size_t row) {
    if (marks_.size() <= row) marks_.resize(row + 1);
    marks_[row] = 1;
  }
  void DropFrom(std::size_t row) {
    if (marks_.size() > row) marks_.resize(row);
  }
  bool Has(std::size_t row) const { return row < marks_.size() && marks_[row] != 0; }
  std::size_t Count() const;

 private:
  std::vector<char> marks_;
};

class ColumnReader {
 public:
  // Reserves room for `rows` cells.
  ColumnReader(std::string_view name, ColumnType type, DayStyle style, std::size_t rows);

  ColumnType type() const { return type_; }
  std::int64_t refused() const { return refused_; }

  // Makes room for the cells 0 to rows - 1.
  void Resize(std::size_t rows);
  // The cells of a column of numbers, for a caller who reads plain numbers itself; good until the
  // next Resize(). nullptr for other columns.
  double* numbers() { return type_ == ColumnType::kNumber ? column_.numbers.data() : nullptr; }
  // Forgets the cells from `rows` on, and whatever they alone brought in.
  void DropFrom(std::size_t rows);
  // A refused cell was no cell after all.
  void TakeBackRefusal() { --refused_; }

  // The number, day or time that stands at `p`, and the place behind it; nullptr where it is not
  // plainly written, and then the cell is to be Put(). Never of a text column. Reads as scan.h
  // says.
  const char* TakePlain(const char* p, std::size_t row) {
    return type_ == ColumnType::kNumber ? ReadDecimal(p, column_.numbers[row]) : TakeTime(p, row);
  }
  // The number just taken carries "%".
  void MarkPercent(std::size_t row) { percents_.Add(row); }
  // Reads a cell; true if it holds a value, and sets `refusal` where it must be reported.
  bool Put(std::size_t row, std::string_view cell, std::optional<Code>& refusal);
  void SetMissing(std::size_t row);

  bool HasValue(std::size_t row) const;
  // Whether most of the texts are codes (digits, ASCII letters and points), and whether one is.
  bool HoldsCodes() const;
  static bool IsCode(std::string_view text);

  // A number column in which some cells carry "%" and some do not (zeros aside): makes those of
  // the rarer kind missing and returns their rows.
  std::vector<std::size_t> DropRarerUnit(std::size_t rows);

  Column Take(std::size_t rows);

 private:
  const char* TakeTime(const char* p, std::size_t row);
  const char* TakeDay(const char* p, std::size_t row);
  bool TurnToMonth(std::int32_t month);
  void SetDay(std::size_t row, Date date, std::int32_t seconds);
  bool PutNumberCell(std::size_t row, std::string_view cell, std::optional<Code>& refusal);
  bool PutDayCell(std::size_t row, std::string_view cell, std::optional<Code>& refusal);
  bool PutTimeCell(std::size_t row, std::string_view cell, std::optional<Code>& refusal);
  bool PutTextCell(std::size_t row, std::string_view cell, std::optional<Code>& refusal);
  bool Refuse(std::size_t row, std::string_view cell, Code code, std::optional<Code>& refusal);

  ColumnType type_;
  DayStyle style_;
  Column column_;
  std::int64_t refused_ = 0;
  RowSet percents_;  // kNumber: rows whose cell carries "%"
  RowSet scaled_;    // kNumber: rows whose cell carries 万, 亿 or 手
  // The previous cell of a text or date column: runs of one value are common.
  std::uint32_t last_word_ = kMissingText;
  std::string last_text_;
  DayCell last_day_;
  // kDate: the last month (202501), the day before its first, its length.
  std::int32_t month_ = 0;
  Date before_month_ = 0;
  std::int32_t month_days_ = 0;
  WordIndex index_;
  std::vector<std::uint32_t> first_rows_;  // of each word
  std::vector<std::uint32_t> damaged_;     // words that hold U+FFFD
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_
