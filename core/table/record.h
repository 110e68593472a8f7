// Lines and cells: where a record of a text ends, and what its cells are.

#ifndef PREMIUMLENS_CORE_TABLE_RECORD_H_
#define PREMIUMLENS_CORE_TABLE_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace premiumlens {

inline constexpr std::size_t kLongestLine = 1'000'000;  // bytes

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

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_RECORD_H_
