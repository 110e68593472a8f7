// Numbers as people's exports write them.
//
// Understood, after trimming blanks (also U+00A0 and U+3000) and reading full-width characters as
// their ASCII twins: an optional sign (+ - − or accounting brackets), an optional ¥ ￥ $ CNY,
// digits with an optional decimal point and exponent or with thousands commas in groups of three,
// then an optional suffix: % (reported, not applied), 万 亿 万亿 K M B (applied), 手 (× 100,
// applied), 元 股 份, or an arrow, which says nothing. "‰" counts as a tenth of "%". Digits may
// also be grouped by thin blanks (U+00A0, U+2007, U+2009, U+202F). Independent of the locale; the
// result is the double nearest to the decimal text (× the suffix). Missing, not wrong: an empty
// cell, dashes, dots, N/A, null, None, NaN, #DIV/0!, 停牌, 会员, 暂无, 无, 不适用, 未公布, "*", "/"
// and the like.

#ifndef PREMIUMLENS_CORE_TABLE_NUMBER_H_
#define PREMIUMLENS_CORE_TABLE_NUMBER_H_

#include <string_view>

namespace premiumlens {

enum class CellState { kValue, kAbsent, kInvalid };

struct NumberCell {
  CellState state = CellState::kInvalid;
  double value = 0;      // of kValue
  bool percent = false;  // written with "%"; `value` is the number before it
  bool scaled = false;   // a suffix such as 万 has been multiplied in
};

NumberCell ParseNumber(std::string_view cell);

// True for the words that mean "no value" in any column, and for blanks.
bool IsMissingWord(std::string_view cell);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_NUMBER_H_
