// Plain decimals: the way most cells of a table are written.

#ifndef PREMIUMLENS_CORE_TABLE_DECIMAL_H_
#define PREMIUMLENS_CORE_TABLE_DECIMAL_H_

#include <string_view>

#include "core/table/scan.h"

namespace premiumlens {

// As ReadDecimal below, for numbers of any length.
const char* ReadLongDecimal(const char* p, double& value);

// All of `text`: digits with an optional point and exponent, no sign: the double nearest to it.
// False if it is anything else or beyond the doubles.
bool ParseDecimal(std::string_view text, double& value);

// Powers of ten that a double holds exactly.
inline constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
inline constexpr std::int64_t kExact = std::int64_t{1} << 53;

// A decimal at `p`, a minus sign perhaps, at least one digit, then perhaps a point and digits: the
// double nearest to it, and the place behind it. nullptr where there is none. What follows is not
// looked at, so an exponent is left standing. Reads as scan.h says.
//
// A number whose end is in sight has a mantissa and a power of ten that doubles hold exactly, so
// that their quotient, rounded once, is the nearest double.
inline const char* ReadDecimal(const char* p, double& value) {
  const char* const start = p;
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  const scan::Digits digits(p);
  auto stops = digits.stops();
  const unsigned whole = scan::Digits::First(stops);
  unsigned length = whole;
  unsigned count = whole;
  if (whole < scan::Digits::kMost && p[whole] == '.') {
    stops &= stops - 1;
    length = scan::Digits::First(stops);
    count = length - 1;
  }
  if (length >= scan::Digits::kMost) return ReadLongDecimal(start, value);
  if (whole == 0) return nullptr;
  const std::int64_t mantissa = digits.Join(whole, count);
  if (mantissa > kExact) return ReadLongDecimal(start, value);
  const double magnitude = static_cast<double>(mantissa) / kPowers[count - whole];
  value = negative ? -magnitude : magnitude;
  return p + length;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_DECIMAL_H_
