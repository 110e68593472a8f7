// The premium of a price over a value, what of a return it explains, and what its closing costs.
//
// Premium (simple)  p = (P − V) / V, a fraction: 0.0341 is 3.41 %. Negative is a discount.
// Premium (log)     ln P − ln V = ln(1 + p).
// P is a price and V a reference value of one share, both CNY per share and greater than zero.
// V decides everything for a cross-border fund; denominator.h says which values there are.
//
// Exact return. The price is P = V (1 + p). Buying at premium p0 and selling at p1 while the value
// grows by g returns
//     1 + r = (1 + g) (1 + p1) / (1 + p0),
// so r = g + q + g q with q = (1 + p1)/(1 + p0) − 1: the value's part, the premium's part, and
// their product. Adding up g and p1 − p0 instead is the usual error.
// Break-even: r = 0 needs g = (1 + p0)/(1 + p1) − 1; back to a premium of 0 that is p0 itself.
//
// Missing or not positive input gives NaN; a premium or growth of −1 or less (nothing left) too.
// Sources: definition, investor guide and range guide; log form, thesis (4-1); the identity, ours.

#ifndef PREMIUMLENS_CORE_FUND_PREMIUM_H_
#define PREMIUMLENS_CORE_FUND_PREMIUM_H_

#include <span>
#include <string_view>
#include <vector>

#include "core/fund/kind.h"

namespace premiumlens {

double PremiumFraction(double price_cny, double value_cny);
double LogPremium(double price_cny, double value_cny);

// Row by row; both as long as each other.
std::vector<double> PremiumSeries(const std::vector<double>& price_cny,
                                  const std::vector<double>& value_cny);

struct Return {
  double return_fraction;  // r
  double value_part;       // g
  double premium_part;     // q
  double cross_part;       // g q
};

Return ConvergenceReturn(double premium_from, double premium_to, double value_growth);

double BreakevenGrowth(double premium_from, double premium_to);

// Where a premium may close to.
enum class ClosingReason { kZero, kOnePercent, kRangeInner, kRangeOuter };

std::string_view Name(ClosingReason reason);  // "zero", "one_percent", "range_inner", …
std::span<const ClosingReason> AllClosingReasons();

// The exact return if the premium closes to `to_premium_fraction` at an unchanged value: a
// scenario, not a forecast. Negative for a premium, positive for a discount.
struct Closing {
  double to_premium_fraction;
  ClosingReason reason;
  double return_fraction;
  double breakeven_growth_fraction;  // growth of the value that would make up for it
  bool already_within;               // not beyond the target: nothing closes, both figures are 0
};

// Closing to 0, to 1 % and to the band's bounds, on the side where the premium is: a discount
// closes to 0, −1 %, …. Nearest to zero first; a bound that is equal to an earlier target is left
// out. Empty for a missing premium.
std::vector<Closing> ClosingScenarios(double premium_fraction, const Band& band);

// The highest price, in ticks of 0.001 CNY, whose premium over `value_cny` is at most
// `premium_fraction`; NaN where no positive tick is, or for a missing or not positive value.
// Exact ticks count: value 2.000 at 0 % is 2.000, value 1.0000 at 5 % is 1.050.
inline constexpr int kTicksPerYuan = 1000;
double HighestPrice(double value_cny, double premium_fraction);

struct LadderStep {
  double premium_fraction;
  double price_cny;
};

// The steps 0, 1, 2 and 5 %.
std::vector<LadderStep> PriceLadder(double value_cny);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PREMIUM_H_
