#include "core/fund/cost/limit_days.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace premiumlens {
namespace {

// A price of three decimals times a limit of two lies on a half tick or a tenth of one away from
// it, while binary rounding moves it by far less than this share of a tick.
constexpr double kTickTolerance = 1e-7;

}  // namespace

double RoundToTick(double price_cny, double tick_cny) {
  if (!(tick_cny > 0)) return price_cny;
  // Dividing by a whole number of ticks a yuan gives the double nearest to the decimal.
  const double per_yuan = 1 / tick_cny;
  return std::floor(price_cny * per_yuan + 0.5 + kTickTolerance) / per_yuan;
}

PriceBounds BoundsAfter(double close_cny, const LimitRules& rules) {
  if (!(rules.limit_fraction > 0)) return {0, std::numeric_limits<double>::infinity()};
  const double tick = rules.tick_cny;
  const double lower = RoundToTick(close_cny * (1 - rules.limit_fraction), tick);
  const double upper = RoundToTick(close_cny * (1 + rules.limit_fraction), tick);
  if (!(tick > 0)) return {lower, upper};
  return {std::max(std::min(lower, RoundToTick(close_cny - tick, tick)), tick),
          std::max(upper, RoundToTick(close_cny + tick, tick))};
}

std::optional<int> LimitDownDays(double premium_from, double premium_to, double limit_fraction) {
  if (!(premium_from > -1) || !(premium_to > -1)) return {};
  if (!(limit_fraction > 0 && limit_fraction < 1)) return {};
  if (premium_to >= premium_from) return 0;
  const double days =
      (std::log1p(premium_to) - std::log1p(premium_from)) / std::log1p(-limit_fraction);
  constexpr double kWhole = 1e-9;  // a whole number of limits is that number
  return static_cast<int>(std::ceil(days - kWhole));
}

std::vector<LimitStep> LimitDownSteps(double price_cny, double premium_from, double premium_to,
                                      const LimitRules& rules) {
  std::vector<LimitStep> steps;
  if (!(price_cny > 0)) return steps;
  if (LimitDownDays(premium_from, premium_to, rules.limit_fraction).value_or(0) == 0) return steps;
  const double value = price_cny / (1 + premium_from);
  // The lowest tick that is not under the target.
  const double target = value * (1 + premium_to);
  const double last = rules.tick_cny > 0
                          ? std::ceil(target / rules.tick_cny - kTickTolerance) * rules.tick_cny
                          : target;
  double close = price_cny;
  while (close > last * (1 + 1e-12) && steps.size() < kMostLimitSteps) {
    const double lowest = BoundsAfter(close, rules).lowest_cny;
    const bool locked = lowest > last * (1 + 1e-12);
    if (!(lowest < close)) break;
    close = locked ? lowest : last;
    steps.push_back({close, close / value - 1, locked});
  }
  return steps;
}

}  // namespace premiumlens
