#include "core/table/role.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Role, 27> kRoles = {
    {Role::kDate,          Role::kTime,    Role::kCode,     Role::kName,
     Role::kPrice,         Role::kNav,     Role::kIopv,     Role::kEstimate,
     Role::kCumulativeNav, Role::kPremium, Role::kDiscount, Role::kOpen,
     Role::kHigh,          Role::kLow,     Role::kBid,      Role::kAsk,
     Role::kVolume,        Role::kAmount,  Role::kTurnover, Role::kShares,
     Role::kFloat,         Role::kIndex,   Role::kFx,       Role::kPurchaseStatus,
     Role::kPurchaseLimit, Role::kFee,     Role::kOther},
    {"date",           "time",    "code",     "name",   "price", "nav",   "iopv", "nav_estimate",
     "cumulative_nav", "premium", "discount", "open",   "high",  "low",   "bid",  "ask",
     "volume",         "amount",  "turnover", "shares", "float", "index", "fx",   "purchase_status",
     "purchase_limit", "fee",     "other"}};

constexpr WordList<Unit, 10> kUnits = {
    {Unit::kNone, Unit::kPercent, Unit::kWan, Unit::kYi, Unit::kLot, Unit::kWanLot, Unit::kThousand,
     Unit::kMillion, Unit::kPermille, Unit::kBp},
    {"none", "percent", "wan", "yi", "lot", "wan_lot", "thousand", "million", "permille", "bp"}};

constexpr WordList<MeaningReason, 5> kReasons = {
    {MeaningReason::kHeader, MeaningReason::kValues, MeaningReason::kFile,
     MeaningReason::kCorrected, MeaningReason::kNotRecognised},
    {"header", "values", "file", "corrected", "not_recognised"}};

}  // namespace

std::string_view Name(Role role) { return kRoles.NameOf(role); }
std::string_view Name(Unit unit) { return kUnits.NameOf(unit); }
std::string_view Name(MeaningReason reason) { return kReasons.NameOf(reason); }
std::optional<Role> FindRoleByName(std::string_view name) { return kRoles.Find(name); }
std::optional<Unit> FindUnitByName(std::string_view name) { return kUnits.Find(name); }
std::span<const Role> AllRoles() { return kRoles.values; }
std::span<const Unit> AllUnits() { return kUnits.values; }
std::span<const MeaningReason> AllMeaningReasons() { return kReasons.values; }

bool IsValue(Role role) {
  return role == Role::kNav || role == Role::kIopv || role == Role::kEstimate;
}

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
    case Unit::kThousand:
      return 1e3;
    case Unit::kWanLot:
    case Unit::kMillion:
      return 1e6;
    case Unit::kPermille:
      return 1e-3;
    case Unit::kBp:
      return 1e-4;
  }
  return 1;
}

}  // namespace premiumlens
