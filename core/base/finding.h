// A finding: what was seen, against which bar, from which source. Numbers only; the page words it.

#ifndef PREMIUMLENS_CORE_BASE_FINDING_H_
#define PREMIUMLENS_CORE_BASE_FINDING_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/code.h"
#include "core/base/source.h"

namespace premiumlens {

enum class Level { kInfo, kWatch, kWarn, kSevere };

std::string_view Name(Level level);  // "info", "watch", "warn", "severe"
std::span<const Level> AllLevels();

// The key's suffix is the unit and tells the page how to print it: _fraction (0.05 = 5 %), _cny,
// _value (a price, NAV or IOPV), _count, _days, _sessions, _minutes, _ratio, _date (ISO text),
// _name (a word of the request vocabulary, such as a denominator). A missing number is NaN.
struct Evidence {
  std::string key;
  std::variant<double, std::int64_t, std::string> value;
};

struct Finding {
  Code code;
  Level level;
  Source source;
  std::vector<Evidence> evidence;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_FINDING_H_
