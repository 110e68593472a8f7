// Reads the cells of one column, one after the other, into a Column of its type.

#ifndef PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_
#define PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/code.h"
#include "core/table/day.h"
#include "core/table/table.h"

namespace premiumlens {

class ColumnReader {
 public:
  // Makes room for `rows` cells.
  ColumnReader(std::string_view name, ColumnType type, DayOrder order, std::size_t rows);

  ColumnType type() const { return column_.type; }
  // Cells that held a value, and cells that were refused.
  std::int64_t filled() const { return filled_; }
  std::int64_t refused() const { return refused_; }
  Column Take() { return std::move(column_); }

  // A value that the caller has read already, of the column's type.
  void PutNumber(double x) {
    column_.numbers.push_back(x);
    ++filled_;
  }
  void PutDate(Date date) {
    column_.dates.push_back(date);
    if (!column_.seconds.empty()) column_.seconds.push_back(kMissingTime);
    ++filled_;
  }
  void PutMissing();
  // Takes the last cell back, missing or not.
  void DropLast();

  // Reads a cell; true if it holds a value, and sets `refusal` where it must be reported.
  bool Put(std::string_view cell, std::optional<Code>& refusal);

 private:
  bool PutNumberCell(std::string_view cell, std::optional<Code>& refusal);
  bool PutDayCell(std::string_view cell, std::optional<Code>& refusal);
  bool PutTimeCell(std::string_view cell, std::optional<Code>& refusal);
  bool PutTextCell(std::string_view cell);
  bool Refuse(std::string_view cell, Code code, std::optional<Code>& refusal);

  Column column_;
  DayOrder order_;
  std::int64_t filled_ = 0;
  std::int64_t refused_ = 0;
  // The previous cell of a text or date column: runs of one value are common.
  std::string last_text_;
  DayCell last_day_;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> words_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_COLUMN_READER_H_
