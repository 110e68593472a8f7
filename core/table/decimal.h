// Plain decimals: the way most cells of a table are written.

#ifndef PREMIUMLENS_CORE_TABLE_DECIMAL_H_
#define PREMIUMLENS_CORE_TABLE_DECIMAL_H_

#include <string_view>

#include "core/table/scan.h"

namespace premiumlens {

// As ReadDecimal below, for numbers of any length.
const char* ReadLongDecimal(const char* p, double& value);

// All of `text`: digits with an optional point and exponent, no sign. False if it is anything else
// or beyond the doubles.
bool ParseDecimal(std::string_view text, double& value);

inline constexpr double kShortPowers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

// A decimal at `p`, a minus sign perhaps, at least one digit, then perhaps a point and digits: the
// double nearest to it, and the place behind it. nullptr where there is none. What follows is not
// looked at, so an exponent is left standing. Up to 16 characters more than the number are read,
// none of them needs to be anything (scan.h).
//
// A number whose end is among the first eight bytes has at most seven digits: a mantissa and a
// power of ten that doubles hold exactly, so that their quotient is the nearest double.
inline const char* ReadDecimal(const char* p, double& value) {
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  std::uint64_t digits = scan::DigitValues(scan::Load8(p));
  std::uint64_t stops = scan::MarkNonDigits(digits);
  if (stops == 0) return ReadLongDecimal(p - (negative ? 1 : 0), value);
  const unsigned whole = scan::FirstMark(stops);
  if (whole == 0) return nullptr;
  unsigned count = whole;
  unsigned length = whole;
  if (p[whole] == '.') {
    stops &= stops - 1;
    if (stops == 0) return ReadLongDecimal(p - (negative ? 1 : 0), value);
    length = scan::FirstMark(stops);
    count = length - 1;
    const std::uint64_t before_point = ~std::uint64_t{0} >> (64 - 8 * whole);
    digits = (digits & before_point) | ((digits >> 8) & ~before_point);
  }
  const auto mantissa = static_cast<std::int64_t>(scan::JoinDigits(digits << (64 - 8 * count)));
  const double magnitude = static_cast<double>(mantissa) / kShortPowers[count - whole];
  value = negative ? -magnitude : magnitude;
  return p + length;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_DECIMAL_H_
