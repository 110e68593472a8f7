#include "core/table/decimal.h"

#include <cmath>
#include <cstddef>
#include <limits>
#include <system_error>

#include <fast_float/fast_float.h>

namespace premiumlens {
namespace {

constexpr std::uint64_t kWholePowers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
constexpr std::ptrdiff_t kMostDigits = 19;  // of a mantissa of 64 bits

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

}  // namespace

const char* ReadLongDecimal(const char* p, double& value) {
  const char* const start = p;
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  const char* const first = p;
  std::uint64_t mantissa = 0;
  p = TakeDigits(p, mantissa);
  std::ptrdiff_t digits = p - first;
  std::ptrdiff_t decimals = 0;
  if (digits == 0) return nullptr;
  if (*p == '.') {
    const char* const point = p;
    p = TakeDigits(p + 1, mantissa);
    decimals = p - point - 1;
    digits += decimals;
  }
  // A mantissa below 2^53 is a double and so is the power of ten: one division, rounded once.
  if (digits <= kMostDigits && mantissa <= std::uint64_t{kExact}) {
    const double magnitude =
        static_cast<double>(static_cast<std::int64_t>(mantissa)) / kPowers[decimals];
    value = negative ? -magnitude : magnitude;
    return p;
  }
  const auto result = fast_float::from_chars(start, p, value);
  const bool finite = std::fabs(value) <= std::numeric_limits<double>::max();
  return result.ec == std::errc() && result.ptr == p && finite ? p : nullptr;
}

bool ParseDecimal(std::string_view text, double& value) {
  const bool starts_well = !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '.');
  if (!starts_well) return false;
  const char* const end = text.data() + text.size();
  const auto result = fast_float::from_chars(text.data(), end, value);
  return result.ec == std::errc() && result.ptr == end &&
         value <= std::numeric_limits<double>::max();
}

}  // namespace premiumlens
