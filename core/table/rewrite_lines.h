// Lines that belong together and came apart. Every line that is left stays on its row.
//
//   代码 ⇥ 成交              a page's header cells with line ends in them, copied as text: the
//   (万元) ⇥ 净值            lines above the first whole row make one header of as many cells
//   513100 ⇥ 3560 ⇥ 1.80
//
//               开盘  收盘  \    a table printed in blocks of columns (pandas): the blocks side by
//   2025-01-02  1.43  1.44       side
//
//               净值
//   2025-01-02  1.35

#ifndef PREMIUMLENS_CORE_TABLE_REWRITE_LINES_H_
#define PREMIUMLENS_CORE_TABLE_REWRITE_LINES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace premiumlens {

// The lines of a text, without their line ends.
std::vector<std::string_view> LinesOf(std::string_view text);

// The text with such a header on one line, above it empty ones; nothing if it has none.
std::optional<std::string> JoinHeaderLines(std::string_view text);

// The text with such blocks side by side; nothing if it is not printed in blocks.
std::optional<std::string> JoinBlocks(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_REWRITE_LINES_H_
