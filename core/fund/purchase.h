// Whether new shares of a fund can be bought, read from the words and limits that feeds print.
//
//   open       开放申购, 正常申购, 可申购, open
//   limited    限大额, 暂停大额申购, 限制大额申购, 限购, limited; or open with a limit below
//   kNoLimitCny suspended  暂停申购, 停止申购, 封闭期, 认购期, suspended, closed
// Other words, and 场内交易 (which tells of trading, not of creation), are unknown. A limit of 1e11
// is a feed's way to say that there is none (field practice), so anything from kNoLimitCny on is no
// limit; a limit of zero says nothing.

#ifndef PREMIUMLENS_CORE_FUND_PURCHASE_H_
#define PREMIUMLENS_CORE_FUND_PURCHASE_H_

#include <optional>
#include <span>
#include <string_view>

namespace premiumlens {

enum class PurchaseStatus { kOpen, kLimited, kSuspended, kUnknown };

std::string_view Name(PurchaseStatus status);  // "open", "limited", "suspended", "unknown"
std::optional<PurchaseStatus> FindPurchaseStatus(std::string_view name);
std::span<const PurchaseStatus> AllPurchaseStatuses();

inline constexpr double kNoLimitCny = 1e10;

PurchaseStatus ReadPurchaseStatus(std::string_view words);

// The status with a limit taken into account; NaN for no known limit.
PurchaseStatus WithLimit(PurchaseStatus status, double limit_cny);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PURCHASE_H_
