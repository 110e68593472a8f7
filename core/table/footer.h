// Which rows at the end of a table are no data: "数据来源：通达信", "Source: …", "合计", "注：…".

#ifndef PREMIUMLENS_CORE_TABLE_FOOTER_H_
#define PREMIUMLENS_CORE_TABLE_FOOTER_H_

#include <cstddef>
#include <string_view>

namespace premiumlens {

// What is known of a row behind which no ordinary row stands.
struct LastRow {
  std::string_view first;  // its first cell that is not blank, trimmed
  bool refused = false;    // that cell does not fit its column
  bool is_text = false;    // that cell's column holds text, which anything fits …
  bool is_code = false;    // … but most of its texts are codes, and so is this one
  bool holds_codes = false;
  std::size_t cells = 0;    // as separated
  std::size_t filled = 0;   // not blank
  std::size_t fitting = 0;  // with a value of a column that is not text
  std::size_t columns = 0;
  double usual = 0;  // cells with a value in the ordinary rows, on average
};

// A total (合计, 平均, Total …) is always one, and so is pandas' "[242 rows x 8 columns]". Any
// other row is one where the first cell does not fit, does not begin with a digit (but "12 rows"),
// and stands alone: no other cell fits, or at most a third as many are filled as in other rows. A
// first cell of text does not fit if its column holds codes and it is none, if it holds a colon, or
// if nothing is separated from it.
bool IsFooter(const LastRow& row);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_FOOTER_H_
