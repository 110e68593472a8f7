// Tables whose cells are separated by more than one character, brought to plain tabs.
//
//   代码，最新价，净值              full-width commas, semicolons and bars
//   | 代码 | 最新价 |              tables drawn with bars (Markdown, consoles)
//   代码      最新价    净值        columns aligned with blanks, where a cell may be empty
//   ="513100",1.804                texts protected as formulas
//   2025-01-03;1,804;1,7445        decimal commas between semicolons or tabs
//   │ 代码 │ 最新价 │              tables drawn with the lines of box drawing
//
// A header whose lines came apart is brought together too (rewrite_lines.h).
//
// Told from the first lines; any other text stays as it is and costs no more than that look. Every
// line stays on its row.

#ifndef PREMIUMLENS_CORE_TABLE_REWRITE_H_
#define PREMIUMLENS_CORE_TABLE_REWRITE_H_

#include <optional>
#include <string>
#include <string_view>

namespace premiumlens {

// The text rewritten; nothing if it may stay as it is. Throws as FindLayout does.
std::optional<std::string> RewriteCells(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_REWRITE_H_
