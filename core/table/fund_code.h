// Codes of listed funds, as people and feeds write them.
//
// All of these are 513100: 513100, 513100.SH, SH513100, sh513100, 1.513100 (a feed's market
// prefix); and of these 159941: 0.159941, 159941.SZ. A code is six digits of the Shanghai (50…,
// 51…, 52…, 53…, 55…, 56…, 58…) or Shenzhen (15…, 16…, 18…) fund ranges.

#ifndef PREMIUMLENS_CORE_TABLE_FUND_CODE_H_
#define PREMIUMLENS_CORE_TABLE_FUND_CODE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace premiumlens {

inline constexpr std::size_t kCodeDigits = 6;

// Where the next run of exactly six digits begins, at `from` or after it; npos if there is none.
std::size_t FindSixDigits(std::string_view text, std::size_t from = 0);

// True for six digits in one of the ranges above.
bool IsListedFundCode(std::string_view digits);

// The six digits of a code in any of the forms above, fund or not (000300.SH is an index); a text
// without exactly six digits in a row is returned as it is, trimmed: it still tells rows apart.
std::string NormaliseCode(std::string_view code);

// The first listed fund code that stands in a file name or title as digits of its own
// ("raw_513100.csv", "tdx_SH513050_bufuquan.txt"; not in 20513100 or 1513100); empty if none does.
std::string FindCodeInText(std::string_view text);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_FUND_CODE_H_
