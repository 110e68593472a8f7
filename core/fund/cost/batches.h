// Selling in several equal parts instead of at once, as a what-if over the fund's own past and
// under a scenario. Nothing here says which is better: it says what came of either.
//
// Past: on each day that has a price, the first part goes at that day's close, each further one
// `every_sessions` sessions later, or on the first later session with a price (a halt is waited
// for). Each part costs `cost_fraction` of its money, and so does the sale at once.
//   exit = mean of the parts' prices × (1 − cost) / the first day's price − 1
//   at once = −cost
// A start counts only if all its parts lie in the data: no later price is known at its day, and
// none is used but to tell what came of it.
//
// Scenario: the value stands still, and the premium goes from today's to `to_premium_fraction` in
// equal steps over `over_sessions` sessions and stays there. It is arithmetic, no forecast.

#ifndef PREMIUMLENS_CORE_FUND_COST_BATCHES_H_
#define PREMIUMLENS_CORE_FUND_COST_BATCHES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/missing.h"

namespace premiumlens {

struct BatchPlan {
  int parts = 4;
  int every_sessions = 5;
  double cost_fraction = 0.0005;  // of each part's money: commission and half the spread
};

inline constexpr std::array<double, 7> kExitQuantiles = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

// Of the differences from selling at once, which are (1 − cost) × (mean price / first price − 1).
struct ExitSpread {
  std::int64_t starts = 0;
  std::int64_t apart = 0;  // of them that do not overlap
  double mean_fraction = kMissing;
  double below_fraction = kMissing;  // share of starts that ended below the sale at once
  std::array<double, kExitQuantiles.size()> quantiles = {};  // type 7
};

// Some thousand starts at a step.
class BatchReplay {
 public:
  // `price` and `premium`: one entry a session. Starts with a premium over `bar` make a second
  // spread. Both must outlive it.
  BatchReplay(const std::vector<double>& price, const std::vector<double>& premium, BatchPlan plan,
              double bar);
  bool Step();
  double Progress() const;

  const ExitSpread& all() const { return all_.spread; }
  const ExitSpread& over() const { return over_.spread; }

 private:
  struct Group {
    std::vector<double> exits;
    std::size_t next_apart = 0;
    std::size_t next_quantile = 0;
    ExitSpread spread;
  };
  void Add(Group& group, std::size_t start, std::size_t last, double exit);
  void Take(std::size_t start);
  static bool Summarise(Group& group);

  const std::vector<double>& price_;
  const std::vector<double>& premium_;
  BatchPlan plan_;
  double bar_;
  std::vector<std::uint32_t> next_priced_;  // the first session from here on that has a price
  std::size_t filled_;                      // from the end
  std::size_t next_ = 0;
  Group all_;
  Group over_;
};

// One part of the scenario.
struct ScenarioPart {
  int session;  // from today
  double premium_fraction;
  double return_fraction;  // of its price against today's, less its cost
};

struct BatchScenario {
  std::vector<ScenarioPart> parts;
  double return_fraction;   // of all parts
  double at_once_fraction;  // minus the cost
};

BatchScenario ConvergingExit(double premium, double to_premium, int over_sessions,
                             const BatchPlan& plan);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_BATCHES_H_
