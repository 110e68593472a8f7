// The values a price can be compared with. A premium always names its denominator.
//
//   iopv            the indicative value published during the session. For a market that is shut
//                   while Shanghai trades it stands still all session.
//   iopv_estimated  an estimate from index, futures and exchange rate.
//   nav_same_day    the NAV of the price's own date. Known only after the fund's market has closed:
//                   for a market that is shut while Shanghai trades it is hindsight.
//   nav_previous    the latest NAV dated before the price's date, published by then or not.
//   nav_published   the latest NAV published before the price's session began.
//   nav_corrected   a NAV freed of its staleness by a model.
// The cumulative NAV (累计净值) is never a denominator.

#ifndef PREMIUMLENS_CORE_FUND_DENOMINATOR_H_
#define PREMIUMLENS_CORE_FUND_DENOMINATOR_H_

#include <optional>
#include <span>
#include <string_view>

namespace premiumlens {

enum class Denominator {
  kIopv,
  kIopvEstimated,
  kNavSameDay,
  kNavPrevious,
  kNavPublished,
  kNavCorrected,
};

std::string_view Name(Denominator denominator);
std::optional<Denominator> FindDenominator(std::string_view name);
std::span<const Denominator> AllDenominators();

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DENOMINATOR_H_
