// The bars of the rules (rules.h) and the ranges of the kinds (kind.h) as they are used: the
// standard ones, less those that the user has changed.
//
// A bar's name is RULE.LEVEL.KEY, as "premium_over_5.warn.bar_fraction"; that of a range
// range.KIND.inner_fraction or outer_fraction, where the source has one; and amount.window_days is
// over how many days a daily turnover is the mean.

#ifndef PREMIUMLENS_CORE_FUND_RULE_BARS_H_
#define PREMIUMLENS_CORE_FUND_RULE_BARS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/source.h"
#include "core/fund/kind.h"
#include "core/fund/rules.h"

namespace premiumlens {

struct BarInfo {
  std::string name;
  std::string key;                  // its last part; the suffix is the unit
  std::optional<std::size_t> rule;  // into AllRules(); none of a range or a window
  double standard;
  Source source;
};

// What a bar may be: of fractions 0 to 10, of days and minutes whole numbers from 1, of money and
// ratios anything that is not negative.
struct BarLimits {
  double least;
  double most;
  bool whole;
};
BarLimits LimitsOf(std::string_view key);

// Every bar there is, in the order of the rules; then the ranges and the window.
const std::vector<BarInfo>& AllBars();

class RuleBars {
 public:
  RuleBars();
  // False, and nothing changes, if there is no such bar or it may not be that.
  bool Set(std::string_view name, double value);

  std::span<const Bar> Of(std::size_t rule) const;
  Band BandOf(Kind kind) const { return bands_[static_cast<std::size_t>(kind)]; }
  int amount_days() const { return amount_days_; }
  // Of the first rule of that code.
  double Of(Code code, std::string_view key) const;

  // In the order of AllBars().
  double At(std::size_t bar) const;

 private:
  std::vector<Bar> bars_;  // rule after rule
  std::vector<std::size_t> starts_;
  std::vector<Band> bands_;
  int amount_days_ = kAmountWindow;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_RULE_BARS_H_
