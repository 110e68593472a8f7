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

// The cells of a row that are plain numbers, one after the other: as ReadDecimal above, perhaps
// inside quotation marks. Digits are looked for in 64 bytes at a time, so that where a cell ends is
// known without a look at what it says: the next one need not wait for it.
class DecimalCells {
 public:
  explicit DecimalCells(const char* p) { MoveTo(p); }

  void MoveTo(const char* p) {
    place_ = base_ = p;
    stops_ = scan::MarkNonDigits64(p);
  }
  const char* place() const { return place_; }

  // Reads the number at place() and goes behind it. False, and nothing is done, where it is not
  // plainly written or the 64 bytes are used up: then it is read otherwise, and MoveTo() goes on.
  // Inlined always: as a call it takes half as long again.
  [[gnu::always_inline]] bool Take(double& value) {
    const char* start = place_;
    std::uint64_t stops = stops_;
    if (stops == 0) [[unlikely]]
      return false;
    bool quoted = false;
    bool negative = false;
    auto whole = static_cast<unsigned>(First(stops) - start);
    if (whole == 0) {
      quoted = *start == '"';
      if (quoted) Drop(start, stops);
      negative = *start == '-';
      if (negative) Drop(start, stops);
      whole = static_cast<unsigned>(First(stops) - start);
      if (whole == 0 || stops == 0) return false;
    }
    // Two ways, and not one that asks whether there was a point: a processor that foresees it goes
    // on to the next cell without having read the byte.
    unsigned length = whole;
    double magnitude;
    if (start[whole] == '.') {
      stops &= stops - 1;
      length = static_cast<unsigned>(First(stops) - start);
      if (length >= scan::Digits::kMost) [[unlikely]]
        return false;
      const auto mantissa = static_cast<double>(scan::Digits(start).Join(whole, length - 1));
      magnitude = mantissa / kPowers[length - 1 - whole];
    } else {
      if (length >= scan::Digits::kMost) [[unlikely]]
        return false;
      magnitude = static_cast<double>(scan::Digits(start).Join(length));
    }
    const char* const end = start + length;
    if (quoted && *end != '"') [[unlikely]]
      return false;
    value = negative ? -magnitude : magnitude;
    place_ = end;
    if (quoted) Drop(place_, stops);
    stops_ = stops;
    return true;
  }
  // Goes behind the one byte at place(), which is no digit.
  void Pass() { Drop(place_, stops_); }

 private:
  static void Drop(const char*& p, std::uint64_t& stops) {
    ++p;
    stops &= stops - 1;
  }
  const char* First(std::uint64_t stops) const { return base_ + std::countr_zero(stops); }

  const char* place_;
  const char* base_;     // of the 64 bytes looked at
  std::uint64_t stops_;  // those of them that are no digits, from place_ on
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_DECIMAL_H_
