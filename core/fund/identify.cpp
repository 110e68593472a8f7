#include "core/fund/identify.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/base/word_list.h"
#include "core/table/market_names.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr WordList<GuessReason, 5> kReasons = {
    {GuessReason::kGiven, GuessReason::kKnownCode, GuessReason::kName, GuessReason::kCodePrefix,
     GuessReason::kAssumed},
    {"given", "known_code", "name", "code_prefix", "assumed"}};

// Small, since the module is fetched before anything shows: 20 bytes a fund and its name.
struct KnownFund {
  std::uint32_t code;
  std::uint32_t day;  // 20250513
  const char* name;
  const char* index;
  std::uint16_t fee;  // basis points
  std::uint8_t kind;
  std::uint8_t region;
};

constexpr KnownFund kKnownFunds[] = {
#define X(code, name, kind, region, index, fee, day) \
  {code,                                             \
   day,                                              \
   name,                                             \
   index,                                            \
   fee,                                              \
   static_cast<std::uint8_t>(Kind::kind),            \
   static_cast<std::uint8_t>(Region::region)},
#include "core/fund/known_funds.inc"
#undef X
};

const KnownFund* FindKnown(std::string_view code) {
  std::uint32_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return nullptr;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (code.size() != 6) return nullptr;
  for (const KnownFund& fund : kKnownFunds) {
    if (fund.code == number) return &fund;
  }
  return nullptr;
}

Identity IdentityOf(const KnownFund& fund) {
  const auto day = static_cast<int>(fund.day);
  Identity identity;
  identity.kind = static_cast<Kind>(fund.kind);
  identity.region = static_cast<Region>(fund.region);
  identity.kind_reason = identity.region_reason = GuessReason::kKnownCode;
  identity.name = fund.name;
  identity.index_name = fund.index;
  if (fund.fee > 0) identity.fee_fraction = fund.fee / 1e4;
  identity.as_of = MakeDate(day / 10000, day / 100 % 100, day % 100).value_or(kMissingDate);
  return identity;
}

// The same of all names of an index.
std::string IndexKey(std::string_view name) {
  const std::optional<IndexName> known = FindIndexName(name);
  return known ? known->symbol : MarketKey(name);
}

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

std::vector<std::string> KnownCodes() {
  std::vector<std::string> codes;
  for (const KnownFund& fund : kKnownFunds) codes.push_back(std::to_string(fund.code));
  return codes;
}

Identity Identify(std::string_view code, std::string_view name) {
  if (const KnownFund* known = FindKnown(code)) return IdentityOf(*known);
  Identity identity;
  const std::string lower = LowerAscii(NormaliseWidth(name));
  GuessRegion(code, lower, identity);
  GuessKind(code, lower, identity);
  return identity;
}

void AddPasted(std::string_view index_name, double fee_fraction, Identity& identity) {
  if (!IsMissing(fee_fraction)) {
    identity.fee_fraction = fee_fraction;
    identity.is_fee_pasted = true;
  }
  if (index_name.empty() || !identity.index_name.empty()) return;
  const std::string key = IndexKey(index_name);
  const auto* const known =
      std::find_if(std::begin(kKnownFunds), std::end(kKnownFunds), [&key](const KnownFund& fund) {
        return fund.index[0] != '\0' && IndexKey(fund.index) == key;
      });
  identity.index_name = known != std::end(kKnownFunds) ? known->index : key;
}

}  // namespace premiumlens
