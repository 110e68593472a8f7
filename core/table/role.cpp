#include "core/table/role.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace premiumlens {
namespace {

template <typename Word>
struct Named {
  Word word;
  std::string_view name;
};

constexpr std::array<Named<Role>, 24> kRoles = {{{Role::kDate, "date"},
                                                 {Role::kTime, "time"},
                                                 {Role::kCode, "code"},
                                                 {Role::kName, "name"},
                                                 {Role::kPrice, "price"},
                                                 {Role::kNav, "nav"},
                                                 {Role::kIopv, "iopv"},
                                                 {Role::kCumulativeNav, "cumulative_nav"},
                                                 {Role::kPremium, "premium"},
                                                 {Role::kDiscount, "discount"},
                                                 {Role::kOpen, "open"},
                                                 {Role::kHigh, "high"},
                                                 {Role::kLow, "low"},
                                                 {Role::kVolume, "volume"},
                                                 {Role::kAmount, "amount"},
                                                 {Role::kTurnover, "turnover"},
                                                 {Role::kShares, "shares"},
                                                 {Role::kFloat, "float"},
                                                 {Role::kIndex, "index"},
                                                 {Role::kFx, "fx"},
                                                 {Role::kPurchaseStatus, "purchase_status"},
                                                 {Role::kPurchaseLimit, "purchase_limit"},
                                                 {Role::kFee, "fee"},
                                                 {Role::kOther, "other"}}};

constexpr std::array<Named<Unit>, 6> kUnits = {{{Unit::kNone, "none"},
                                                {Unit::kPercent, "percent"},
                                                {Unit::kWan, "wan"},
                                                {Unit::kYi, "yi"},
                                                {Unit::kLot, "lot"},
                                                {Unit::kWanLot, "wan_lot"}}};

constexpr std::array<Named<MeaningReason>, 4> kReasons = {
    {{MeaningReason::kHeader, "header"},
     {MeaningReason::kValues, "values"},
     {MeaningReason::kCorrected, "corrected"},
     {MeaningReason::kNotRecognised, "not_recognised"}}};

template <typename Word, std::size_t N>
constexpr std::array<Word, N> Words(const std::array<Named<Word>, N>& list) {
  std::array<Word, N> words{};
  for (std::size_t i = 0; i < N; ++i) words[i] = list[i].word;
  return words;
}

template <typename Word, std::size_t N>
std::string_view NameIn(const std::array<Named<Word>, N>& list, Word word) {
  for (const Named<Word>& named : list) {
    if (named.word == word) return named.name;
  }
  return "";
}

template <typename Word, std::size_t N>
std::optional<Word> FindIn(const std::array<Named<Word>, N>& list, std::string_view name) {
  for (const Named<Word>& named : list) {
    if (named.name == name) return named.word;
  }
  return {};
}

constexpr auto kRoleWords = Words(kRoles);
constexpr auto kUnitWords = Words(kUnits);

}  // namespace

std::string_view Name(Role role) { return NameIn(kRoles, role); }
std::string_view Name(Unit unit) { return NameIn(kUnits, unit); }
std::string_view Name(MeaningReason reason) { return NameIn(kReasons, reason); }
std::optional<Role> FindRoleByName(std::string_view name) { return FindIn(kRoles, name); }
std::optional<Unit> FindUnitByName(std::string_view name) { return FindIn(kUnits, name); }
std::span<const Role> AllRoles() { return kRoleWords; }
std::span<const Unit> AllUnits() { return kUnitWords; }

double Factor(Unit unit) {
  switch (unit) {
    case Unit::kNone:
      return 1;
    case Unit::kPercent:
      return 0.01;
    case Unit::kWan:
      return 1e4;
    case Unit::kYi:
      return 1e8;
    case Unit::kLot:
      return 100;
    case Unit::kWanLot:
      return 1e6;
  }
  return 1;
}

}  // namespace premiumlens
