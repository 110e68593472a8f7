#include "core/base/finding.h"

namespace premiumlens {

std::string_view Name(Level level) {
  switch (level) {
    case Level::kInfo:
      return "info";
    case Level::kWatch:
      return "watch";
    case Level::kWarn:
      return "warn";
    case Level::kSevere:
      return "severe";
  }
  return "";
}

}  // namespace premiumlens
