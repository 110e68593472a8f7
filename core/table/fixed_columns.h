// Columns aligned with blanks: where each of them stands on a line.
//
//   代码      名称        最新价    净值
//   513100    纳指ETF     1.804     1.7445
//   159941    广发纳指              1.0012
//
// A place that is blank on every line separates columns. Full-width characters take two places as
// terminals draw them, or one as some programs count; the width that gives more columns is taken.

#ifndef PREMIUMLENS_CORE_TABLE_FIXED_COLUMNS_H_
#define PREMIUMLENS_CORE_TABLE_FIXED_COLUMNS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace premiumlens {

struct FixedColumns {
  struct Range {
    std::size_t from, to;  // places on the line
  };
  std::vector<Range> columns;
  std::size_t wide = 2;  // places a full-width character takes
};

FixedColumns FindFixedColumns(std::span<const std::string_view> lines);

// The line's words put into the columns that they stand in, with tabs between the columns.
std::string TabsBetween(const FixedColumns& fixed, std::string_view line);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_FIXED_COLUMNS_H_
