#include "core/table/decimal.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <string>

namespace premiumlens {
namespace {

constexpr std::uint64_t kWholePowers[] = {1,
                                          10,
                                          100,
                                          1000,
                                          10000,
                                          100000,
                                          1000000,
                                          10000000,
                                          100000000,
                                          1000000000,
                                          10000000000,
                                          100000000000,
                                          1000000000000,
                                          10000000000000,
                                          100000000000000,
                                          1000000000000000,
                                          10000000000000000,
                                          100000000000000000,
                                          1000000000000000000,
                                          10000000000000000000u};
constexpr int kMostDigits = 19;  // of a mantissa of 64 bits, and of a power that one holds
constexpr int kMostExact = 22;   // powers of ten up to this one are doubles

bool IsDecimalDigit(char c) { return c >= '0' && c <= '9'; }

// Appends the digits at `p` to the mantissa, which may overflow; the place behind them.
const char* TakeDigits(const char* p, std::uint64_t& mantissa) {
  for (;;) {
    const std::uint64_t digits = scan::DigitValues(scan::Load8(p));
    const std::uint64_t stops = scan::MarkNonDigits(digits);
    if (stops == 0) {
      mantissa = mantissa * 100000000 + scan::JoinDigits(digits);
      p += 8;
      continue;
    }
    const unsigned count = scan::FirstMark(stops);
    if (count == 0) return p;
    mantissa = mantissa * kWholePowers[count] + scan::JoinDigits(digits << (64 - 8 * count));
    return p + count;
  }
}

// The double nearest to dividend / divisor, both greater than 0. Both are shifted until their
// highest bit is set, so that the quotient has 63 bits at least; a remainder is noted in the lowest
// one, which then says "not quite half" where the conversion to 53 bits rounds.
double NearestQuotient(std::uint64_t dividend, std::uint64_t divisor) {
  const int up = std::countl_zero(dividend);
  const int down = std::countl_zero(divisor);
  divisor <<= down;
  const unsigned __int128 wide = static_cast<unsigned __int128>(dividend << up) << 63;
  const auto quotient = static_cast<std::uint64_t>(wide / divisor);
  const bool inexact = static_cast<std::uint64_t>(wide) != quotient * divisor;
  const double rounded = static_cast<double>(quotient | (inexact ? 1u : 0u));
  return std::ldexp(rounded, down - up - 63);
}

// mantissa × 10^exponent; false where that takes more than one rounding here.
bool Scale(std::uint64_t mantissa, int exponent, double& value) {
  const bool exact = mantissa <= std::uint64_t{kExact};
  if (mantissa == 0 || exponent == 0) {
    value = static_cast<double>(mantissa);
  } else if (exact && exponent > 0 && exponent <= kMostExact) {
    value = static_cast<double>(mantissa) * kPowers[exponent];
  } else if (exact && exponent < 0 && exponent >= -kMostExact) {
    value = static_cast<double>(mantissa) / kPowers[-exponent];
  } else if (exponent < 0 && exponent >= -kMostDigits) {
    value = NearestQuotient(mantissa, kWholePowers[-exponent]);
  } else {
    return false;
  }
  return true;
}

// The C library's reading, which is exact for any number of digits. False beyond the doubles.
bool ReadSlowly(std::string_view text, double& value) {
  value = std::strtod(std::string(text).c_str(), nullptr);
  return value <= std::numeric_limits<double>::max();
}

// Goes through a text that ends where it ends.
class Taker {
 public:
  explicit Taker(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  // Appends the digits that come next to `number`, which may overflow, and counts them.
  int TakeNumber(std::uint64_t& number) {
    int count = 0;
    for (; !rest_.empty() && IsDecimalDigit(rest_[0]); ++count, rest_.remove_prefix(1)) {
      number = number * 10 + static_cast<std::uint64_t>(rest_[0] - '0');
    }
    return count;
  }
  bool TakeAny(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

 private:
  std::string_view rest_;
};

}  // namespace

const char* ReadLongDecimal(const char* p, double& value) {
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  const char* const first = p;
  std::uint64_t mantissa = 0;
  p = TakeDigits(p, mantissa);
  if (p == first) return nullptr;
  std::ptrdiff_t digits = p - first;
  std::ptrdiff_t decimals = 0;
  if (*p == '.') {
    const char* const point = p;
    p = TakeDigits(p + 1, mantissa);
    decimals = p - point - 1;
    digits += decimals;
  }
  const bool known = digits <= kMostDigits && Scale(mantissa, -static_cast<int>(decimals), value);
  if (!known && !ReadSlowly({first, static_cast<std::size_t>(p - first)}, value)) return nullptr;
  if (negative) value = -value;
  return p;
}

bool ParseDecimal(std::string_view text, double& value) {
  Taker taker(text);
  std::uint64_t mantissa = 0;
  int digits = taker.TakeNumber(mantissa);
  int decimals = 0;
  if (taker.TakeAny(".")) decimals = taker.TakeNumber(mantissa);
  digits += decimals;
  if (digits == 0) return false;
  std::uint64_t power = 0;
  int power_digits = 0;
  bool negative_power = false;
  if (taker.TakeAny("eE")) {
    negative_power = taker.TakeAny("-");
    if (!negative_power) taker.TakeAny("+");
    power_digits = taker.TakeNumber(power);
    if (power_digits == 0) return false;
  }
  if (!taker.AtEnd()) return false;
  if (digits <= kMostDigits && power_digits <= 3) {
    const int exponent = negative_power ? -static_cast<int>(power) : static_cast<int>(power);
    if (Scale(mantissa, exponent - decimals, value)) return true;
  }
  return ReadSlowly(text, value);
}

}  // namespace premiumlens
