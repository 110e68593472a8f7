// How many days of limit-down a premium takes to come down while the value stands still.
//
// A close may not be under the day's lower limit, the close before times (1 − limit), rounded to
// the tick (half up). At an unchanged value the price must fall by (1 + to)/(1 + from), so without
// rounding the fewest days are
//     n = ⌈ln((1 + to)/(1 + from)) / ln(1 − limit)⌉,
// the last of them not locked unless the fall is a whole number of limits. 60 % to 10 % takes four
// at 10 %. On each but the last nobody who wants to sell finds a buyer.
// Sources: limit and tick, the exchanges' rules; the count is plain arithmetic.

#ifndef PREMIUMLENS_CORE_FUND_COST_LIMIT_DAYS_H_
#define PREMIUMLENS_CORE_FUND_COST_LIMIT_DAYS_H_

#include <optional>
#include <vector>

namespace premiumlens {

struct LimitRules {
  double limit_fraction = 0.10;  // 0: no limit
  double tick_cny = 0.001;       // 0: prices are not rounded
};

// To the nearest tick, half up; as it is where there is no tick.
double RoundToTick(double price_cny, double tick_cny);

// The bounds of the day after a close. One tick may always be moved, and a price stays above 0.
// Without a limit 0 and infinity.
struct PriceBounds {
  double lowest_cny;
  double highest_cny;
};
PriceBounds BoundsAfter(double close_cny, const LimitRules& rules);

// The fewest days, as above; 0 where the premium is there already or a fall is not needed. Nothing
// for a premium of −1 or less, a missing one, or a limit that is not between 0 and 1.
std::optional<int> LimitDownDays(double premium_from, double premium_to, double limit_fraction);

struct LimitStep {
  double price_cny;
  double premium_fraction;
  bool locked;  // closes at the lower limit, still over where it is going
};

// Day by day from a close at `premium_from`, with the rounding, until the premium is `premium_to`
// or, where that price is between two ticks, less than a tick over it. At most kMostLimitSteps;
// empty where LimitDownDays() says nothing or 0, or for a price that is not positive.
inline constexpr int kMostLimitSteps = 250;
std::vector<LimitStep> LimitDownSteps(double price_cny, double premium_from, double premium_to,
                                      const LimitRules& rules);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_LIMIT_DAYS_H_
