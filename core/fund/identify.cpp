#include "core/fund/identify.h"

#include <algorithm>
#include <optional>

#include "core/base/word_list.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr WordList<GuessReason, 5> kReasons = {
    {GuessReason::kGiven, GuessReason::kKnownCode, GuessReason::kName, GuessReason::kCodePrefix,
     GuessReason::kAssumed},
    {"given", "known_code", "name", "code_prefix", "assumed"}};

struct KnownFund {
  std::string_view code;
  std::string_view name;
  Kind kind;
  Region region;
};

constexpr KnownFund kKnownFunds[] = {
#define X(code, name, kind, region) {code, name, Kind::kind, Region::region},
#include "core/fund/known_funds.inc"
#undef X
};

struct RegionWord {
  std::string_view text;
  Region region;
};

constexpr RegionWord kRegionWords[] = {
#define REGION(text, region) {text, Region::region},
#include "core/fund/name_words.inc"
#undef REGION
};

struct KindWord {
  std::string_view text;
  Kind kind;
};

constexpr KindWord kKindWords[] = {
#define KIND(text, kind) {text, Kind::kind},
#include "core/fund/name_words.inc"
#undef KIND
};

// The first word of the list that `name` contains.
template <typename Word, std::size_t kCount>
const Word* FirstWord(const Word (&words)[kCount], std::string_view name) {
  const auto found = std::find_if(std::begin(words), std::end(words), [name](const Word& word) {
    return name.find(word.text) != std::string_view::npos;
  });
  return found == std::end(words) ? nullptr : found;
}

bool IsForeign(Region region) { return region != Region::kMainland && region != Region::kUnknown; }

// Code ranges of the Shanghai exchange that hold one kind of fund only.
std::optional<Kind> KindOfRange(std::string_view code) {
  if (code.starts_with("513") || code.starts_with("520")) return Kind::kCrossBorder;
  if (code.starts_with("518")) return Kind::kGold;
  if (code.starts_with("511")) return Kind::kBond;
  return {};
}

bool IsMainlandRange(std::string_view code) {
  constexpr std::string_view kRanges[] = {"510", "511", "512", "515", "516", "518", "56", "588"};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [code](std::string_view range) { return code.starts_with(range); });
}

void GuessRegion(std::string_view code, std::string_view name, Identity& identity) {
  if (const RegionWord* word = FirstWord(kRegionWords, name)) {
    identity.region = word->region;
    identity.region_reason = GuessReason::kName;
  } else if (IsMainlandRange(code)) {
    identity.region = Region::kMainland;
    identity.region_reason = GuessReason::kCodePrefix;
  }
}

// Whether a kind stays what it is when the fund holds something abroad.
bool OutranksRegion(Kind kind) {
  return kind == Kind::kMoney || kind == Kind::kGold || kind == Kind::kCommodity ||
         kind == Kind::kBond;
}

void GuessKind(std::string_view code, std::string_view name, Identity& identity) {
  const KindWord* word = FirstWord(kKindWords, name);
  const std::optional<Kind> by_range = KindOfRange(code);
  if (word != nullptr) {
    identity.kind = word->kind;
    identity.kind_reason = GuessReason::kName;
  }
  if (word == nullptr || !OutranksRegion(word->kind)) {
    if (IsForeign(identity.region)) {
      identity.kind = Kind::kCrossBorder;
      identity.kind_reason = identity.region_reason;
    } else if (by_range) {
      identity.kind = *by_range;
      identity.kind_reason = GuessReason::kCodePrefix;
    }
  }
  const bool at_home = identity.kind != Kind::kUnknown && identity.kind != Kind::kCrossBorder;
  if (identity.region == Region::kUnknown && at_home) {
    identity.region = Region::kMainland;
    identity.region_reason = identity.kind_reason;
  }
}

}  // namespace

std::string_view Name(GuessReason reason) { return kReasons.NameOf(reason); }
std::span<const GuessReason> AllGuessReasons() { return kReasons.values; }

Identity Identify(std::string_view code, std::string_view name) {
  const auto known = std::find_if(std::begin(kKnownFunds), std::end(kKnownFunds),
                                  [code](const KnownFund& fund) { return fund.code == code; });
  if (known != std::end(kKnownFunds)) {
    return {known->kind, GuessReason::kKnownCode, known->region, GuessReason::kKnownCode,
            std::string(known->name)};
  }
  Identity identity;
  const std::string lower = LowerAscii(NormaliseWidth(name));
  GuessRegion(code, lower, identity);
  GuessKind(code, lower, identity);
  return identity;
}

}  // namespace premiumlens
