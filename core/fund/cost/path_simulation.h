// The model of path_risk.h played out many times, with what the exchange allows: a price limit, and
// halts. How long a holder who wants to sell must wait, and what he gets then.
//
// Each path draws x and ln V as the model says; the price that buyers and sellers would agree on is
// V (1 + premium). It trades at that price, rounded to the tick, if it is within the limits around
// the close before; else it closes at the limit. Where it closes at the lower limit and the price
// agreed on would be lower still, the limit is locked: nobody buys. On a day that follows a close
// with a premium over `halt_premium`, a halt begins with probability `halt_probability` and lasts
// `halt_days`; the close of a halted day is the one before, and the day after a halt always trades.
// Limits and halts only put off what the model says: x and V move on meanwhile. Who wants to sell
// on day h sells at the close of day h, or, where that day is locked or halted, at the close of the
// first day after it that is neither (forced holding). After kMostWaitDays the close counts as it
// is. Without a limit, halts and a tick the returns are the model's own, which is tested. The same
// seed gives the same numbers everywhere (Boost's Mersenne twister and normal numbers). Sources:
// limit and tick, the exchanges' rules; halts at high premiums, brokerage study, but their odds are
// this project's assumption; the model, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_PATH_SIMULATION_H_
#define PREMIUMLENS_CORE_FUND_COST_PATH_SIMULATION_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "core/fund/cost/limit_days.h"
#include "core/fund/cost/path_risk.h"

namespace premiumlens {

inline constexpr int kMostWaitDays = 250;

struct SimulationOptions {
  double price_cny = 1;                          // today's close
  double premium = 0;                            // today's
  std::vector<int> horizons = {5, 20, 60, 250};  // ascending
  LimitRules rules = {};
  double halt_premium = 0.10;
  double halt_probability = 0.05;  // a day, while over that premium
  int halt_days = 1;
  int paths = 5000;
  std::uint32_t seed = 1;
};

// Of returns at the sale, over the paths. Chances have a standard error of √(p (1 − p)/paths).
struct SimulatedOutlook {
  int days;
  double mean_fraction;
  double mean_error;                                 // standard error of the mean
  std::array<double, kPathShares.size()> quantiles;  // type 7
  std::array<double, kLossBars.size()> loss_chances;
  double locked_days;       // limit-down days locked up to day h, on average
  double any_locked_share;  // of paths with one at least
  double forced_share;      // of paths that could not sell on day h
  double forced_days;       // further days that these waited, on average; NaN without any
  int forced_most_days;
  double forced_marked;  // their mean return by the close of day h, NaN without any
  double forced_sold;    // … and what they sold at
};

class PathSimulation {
 public:
  PathSimulation(const PathModel& model, const SimulationOptions& options);
  ~PathSimulation();
  PathSimulation(PathSimulation&&) noexcept;
  PathSimulation& operator=(PathSimulation&&) noexcept;

  bool Step();  // a few milliseconds; true when all paths are done
  double Progress() const;
  std::vector<SimulatedOutlook> Finish();  // one a horizon

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_PATH_SIMULATION_H_
