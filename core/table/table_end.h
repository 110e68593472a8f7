// Where one table of a text ends because another begins below it: two sheets copied one below the
// other, prices above NAVs.
//
//   日期,收盘价,成交量
//   2025-01-03,1.532,120000
//                              blank lines or none
//   159941 净值                up to three title lines or none
//   日期,单位净值              a header of other columns
//   2025-01-03,1.5012          and a row below it that has as many cells, a number or a day among
//   them
//
// A header here has two known words, or one beside fund codes, and no number. The same columns
// again are another table only below a title that differs from the first one's: another fund's, a
// page's.

#ifndef PREMIUMLENS_CORE_TABLE_TABLE_END_H_
#define PREMIUMLENS_CORE_TABLE_TABLE_END_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace premiumlens {

class TableEnd {
 public:
  // `above`: the lines above the first table's rows. Without a header there it has no end.
  explicit TableEnd(std::string_view above);

  // Where the next table begins if that is at `offset`, the start of a line, or behind blank lines
  // there.
  std::optional<std::size_t> At(std::string_view text, std::size_t offset) const;

 private:
  bool IsAnother(const std::vector<std::string>& header, const std::string& title) const;

  std::vector<std::vector<std::string>> headers_;
  std::string title_;
};

// The first such place in the first kTableEndLines lines of a text, as many as a layout is found
// from: a layout of two tables would fit neither.
inline constexpr std::size_t kTableEndLines = 256;
std::optional<std::size_t> FindTableEnd(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_TABLE_END_H_
