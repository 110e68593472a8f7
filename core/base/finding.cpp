#include "core/base/finding.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Level, 4> kLevels = {{Level::kInfo, Level::kWatch, Level::kWarn, Level::kSevere},
                                        {"info", "watch", "warn", "severe"}};

}  // namespace

std::string_view Name(Level level) { return kLevels.NameOf(level); }
std::span<const Level> AllLevels() { return kLevels.values; }

}  // namespace premiumlens
