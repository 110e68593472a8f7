#include "core/fund/premium.h"

#include <array>
#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<ClosingReason, 4> kReasons = {
    {ClosingReason::kZero, ClosingReason::kOnePercent, ClosingReason::kRangeInner,
     ClosingReason::kRangeOuter},
    {"zero", "one_percent", "range_inner", "range_outer"}};

constexpr std::array kLadder = {0.0, 0.01, 0.02, 0.05};

// False for NaN.
bool IsPositive(double x) { return x > 0; }

Closing CloseTo(double premium, double target, ClosingReason reason) {
  // On the discount side the target is negative, and "within" is above it.
  const bool within = premium < 0 ? !IsOver(target, premium) : !IsOver(premium, target);
  if (within) return {target, reason, 0, 0, true};
  return {target, reason, ConvergenceReturn(premium, target, 0).return_fraction,
          BreakevenGrowth(premium, target), false};
}

}  // namespace

std::string_view Name(ClosingReason reason) { return kReasons.NameOf(reason); }
std::span<const ClosingReason> AllClosingReasons() { return kReasons.values; }

double PremiumFraction(double price_cny, double value_cny) {
  if (!IsPositive(price_cny) || !IsPositive(value_cny)) return kMissing;
  // The difference of two close numbers is exact, so this keeps more digits than P / V − 1.
  return (price_cny - value_cny) / value_cny;
}

double LogPremium(double price_cny, double value_cny) {
  return std::log1p(PremiumFraction(price_cny, value_cny));
}

std::vector<double> PremiumSeries(const std::vector<double>& price_cny,
                                  const std::vector<double>& value_cny) {
  std::vector<double> premium(price_cny.size(), kMissing);
  for (std::size_t i = 0; i < premium.size(); ++i) {
    premium[i] = PremiumFraction(price_cny[i], value_cny[i]);
  }
  return premium;
}

Return ConvergenceReturn(double premium_from, double premium_to, double value_growth) {
  if (!(premium_from > -1) || !(premium_to > -1) || !(value_growth > -1)) {
    return {kMissing, kMissing, kMissing, kMissing};
  }
  // (1 + p1)/(1 + p0) − 1 without the cancellation.
  const double premium_part = (premium_to - premium_from) / (1 + premium_from);
  const double cross_part = value_growth * premium_part + 0.0;  // never −0
  return {value_growth + premium_part + cross_part, value_growth, premium_part, cross_part};
}

double BreakevenGrowth(double premium_from, double premium_to) {
  if (!(premium_from > -1) || !(premium_to > -1)) return kMissing;
  return (premium_from - premium_to) / (1 + premium_to);
}

std::vector<Closing> ClosingScenarios(double premium_fraction, const Band& band) {
  std::vector<Closing> scenarios;
  if (!(premium_fraction > -1)) return scenarios;
  const double side = premium_fraction < 0 ? -1 : 1;
  struct Target {
    double size;
    ClosingReason reason;
  };
  std::array targets = {Target{0, ClosingReason::kZero}, Target{0.01, ClosingReason::kOnePercent},
                        Target{band.inner_fraction, ClosingReason::kRangeInner},
                        Target{band.outer_fraction, ClosingReason::kRangeOuter}};
  // Broad and bond funds' bounds stand before 1 %. Four elements: one pass of insertion each.
  for (std::size_t i = 1; i < targets.size(); ++i) {
    for (std::size_t k = i; k > 0 && targets[k].size < targets[k - 1].size; --k) {
      std::swap(targets[k], targets[k - 1]);
    }
  }
  double last = kMissing;
  for (const Target& target : targets) {
    if (IsMissing(target.size) || target.size == last) continue;
    last = target.size;
    scenarios.push_back(
        CloseTo(premium_fraction, target.size == 0 ? 0 : side * target.size, target.reason));
  }
  return scenarios;
}

double HighestPrice(double value_cny, double premium_fraction) {
  if (!IsPositive(value_cny) || !(premium_fraction > -1)) return kMissing;
  // For a value of four decimals and a premium of whole percents the bound is a multiple of 1e-3
  // ticks, so a millionth of a tick repairs binary rounding and can change nothing else.
  constexpr double kTickTolerance = 1e-6;
  const double ticks =
      std::floor(value_cny * (1 + premium_fraction) * kTicksPerYuan + kTickTolerance);
  return ticks < 1 ? kMissing : ticks / kTicksPerYuan;
}

std::vector<LadderStep> PriceLadder(double value_cny) {
  std::vector<LadderStep> steps;
  for (const double premium : kLadder) steps.push_back({premium, HighestPrice(value_cny, premium)});
  return steps;
}

}  // namespace premiumlens
