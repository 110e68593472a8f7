// The A shape that the brokerage study describes ("涨溢价-跌回归": the premium climbs with the
// price, then the price falls and the premium goes with it), told on every day from that day and
// those before it alone. States, of known days (known_days.h):
//
//   none → rising      the premium is at or over `bar`; since its lowest day of the `window` days
//                      before it has risen by at least `rise` points, and the price by at least
//                      `rise` as well. That lowest day (the latest of several) is the foot.
//   rising             the peak is the highest premium since the foot (the first of several).
//   rising → past_peak the premium has given back at least `turn` of its rise from foot to peak,
//                      and the price stands below where it was at the peak.
//   past_peak → rising a premium above that peak, at a price above that of the foot.
//   rising → none      the price is no longer above where it was at the foot: what is left of the
//                      premium comes from a value that fell.
//   past_peak → none   a premium above that peak at a price that is not above that of the foot: it
//                      comes from a value that fell.
//   either → none      the premium has given back at least `over` of its rise, or is 0 or less, or
//   a
//                      hole in the data (run_up.h) lies before the day.
// Where the value catches up instead of the price falling, no day is past_peak: that is no A shape.
//
// All bars are ours but that of 5 % (investor guide). Without prices no day has a state.

#ifndef PREMIUMLENS_CORE_FUND_PAST_A_SHAPE_H_
#define PREMIUMLENS_CORE_FUND_PAST_A_SHAPE_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/fund/past/known_days.h"
#include "core/fund/rules.h"

namespace premiumlens {

enum class AState { kNone, kRising, kPastPeak };

std::string_view Name(AState state);  // "none", "rising", "past_peak"
std::span<const AState> AllAStates();

struct ARule {
  double bar_fraction = kPremiumBar;
  double rise_fraction = 0.03;     // points of the premium, and of the price
  double turn_fraction = 1.0 / 3;  // of the rise, given back
  double over_fraction = 0.75;     // of the rise, given back; more than `turn`
  std::int64_t window_days = 20;
};

// One A shape from the day it was recognised; places among the known days.
struct AShape {
  std::size_t foot;
  std::size_t recognised;             // the first day rising
  std::size_t peak;                   // so far
  std::optional<std::size_t> turned;  // the first day past the last peak
  std::optional<std::size_t> over;    // the first day none again
};

// Day by day, so that it can pause and cannot look ahead.
class AShapeFinder {
 public:
  AShapeFinder(const KnownDays& days, ARule rule);  // the days must outlive it
  void AddNext();                                   // the next day; only while !AtEnd()
  bool AtEnd() const { return states_.size() == days_.size(); }
  const std::vector<AState>& states() const { return states_; }  // of the days added
  const std::vector<AShape>& shapes() const { return shapes_; }  // the last may still go on
  AState state() const { return states_.empty() ? AState::kNone : states_.back(); }

 private:
  void NoteFoot(std::size_t place);
  bool Begins(std::size_t place) const;
  AState Continue(std::size_t place, AState before);

  const KnownDays& days_;
  ARule rule_;
  std::deque<std::size_t> lowest_;  // days of the window, each lower than all after it
  std::vector<AState> states_;
  std::vector<AShape> shapes_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_A_SHAPE_H_
