// The words for what a column means: its role, its unit, and why it was taken for that.

#ifndef PREMIUMLENS_CORE_TABLE_ROLE_H_
#define PREMIUMLENS_CORE_TABLE_ROLE_H_

#include <optional>
#include <span>
#include <string_view>

namespace premiumlens {

enum class Role {
  kDate,
  kTime,
  kCode,
  kName,
  kPrice,          // traded price, CNY per share
  kNav,            // unit net asset value, CNY per share
  kIopv,           // indicative value published during the session, CNY per share
  kEstimate,       // a site's own estimate of the NAV (T-1估值, 估算净值), CNY per share
  kCumulativeNav,  // 累计净值: never a denominator
  kPremium,        // pasted premium rate; recomputed and compared, never trusted
  kDiscount,       // 折价率: the negative of a premium rate
  kOpen,
  kHigh,
  kLow,
  kBid,             // best bid, CNY per share
  kAsk,             // best ask, CNY per share
  kVolume,          // shares traded
  kAmount,          // CNY traded
  kTurnover,        // shares traded over shares outstanding, a fraction
  kShares,          // shares outstanding on the exchange
  kFloat,           // tradable market value, CNY
  kIndex,           // level of the tracked index
  kFx,              // CNY per foreign unit
  kPurchaseStatus,  // open, limited, suspended, in words
  kPurchaseLimit,   // CNY per day and account
  kFee,
  kOther,
};

// A factor that brings the column's numbers to base units.
enum class Unit {
  kNone,      // × 1
  kPercent,   // × 0.01
  kWan,       // 万, × 1e4
  kYi,        // 亿, × 1e8
  kLot,       // 手, × 100 shares
  kWanLot,    // 万手, × 1e6 shares
  kThousand,  // 千, × 1e3
  kMillion,   // 百万, × 1e6
  kPermille,  // ‰, × 0.001
  kBp,        // 基点, × 1e-4
};

enum class MeaningReason {
  kHeader,         // its header is in the vocabulary
  kValues,         // its values look like that
  kFile,           // the file's name, a title or the date's header says so for all such columns
  kCorrected,      // the user said so
  kNotRecognised,  // nothing fitted
};

std::string_view Name(Role role);  // "date", "price", …; the words of the JSON
std::string_view Name(Unit unit);  // "none", "percent", "wan", …
std::string_view Name(
    MeaningReason reason);  // "header", "values", "file", "corrected", "not_recognised"
double Factor(Unit unit);
// A value that a price is compared with: a NAV, an IOPV, an estimate. Not the cumulative NAV.
bool IsValue(Role role);
std::optional<Role> FindRoleByName(std::string_view name);
std::optional<Unit> FindUnitByName(std::string_view name);
std::span<const Role> AllRoles();
std::span<const Unit> AllUnits();
std::span<const MeaningReason> AllMeaningReasons();

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_ROLE_H_
