// Small text helpers of the parser. UTF-8; everything else of Unicode is passed through.

#ifndef PREMIUMLENS_CORE_TABLE_TEXT_H_
#define PREMIUMLENS_CORE_TABLE_TEXT_H_

#include <string>
#include <string_view>

namespace premiumlens {

// Without blanks at both ends: ASCII white space, U+00A0, U+3000 and U+FEFF.
std::string_view Trim(std::string_view text);

// Full-width characters U+FF01…U+FF5E as their ASCII twins, U+3000 and U+00A0 as a space, U+2212
// as "-". All other text unchanged.
std::string NormaliseWidth(std::string_view text);

// ASCII letters in lower case.
std::string LowerAscii(std::string_view text);

// At most `bytes` bytes, cut between characters, with "…" where something was cut.
std::string Quote(std::string_view text, std::size_t bytes = 80);

// What a text is like is told from so many bytes at its start.
inline constexpr std::size_t kHeadBytes = 64 * 1024;

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits with a point between, a minus sign perhaps: what can only be a number, without a closer
// look.
bool IsDecimalFraction(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_TEXT_H_
