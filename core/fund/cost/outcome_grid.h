// Final premium × value change → return, and where the fund's own past days ended up on that grid.
//
// A cell holds the exact return of premium.h from today's premium p0, less the cost of buying and
// selling where one is given: (1 + g)(1 + p1)/(1 + p0)(1 − cost) − 1. Break-even is the value
// change at which a row's return is 0: (1 + p0)/((1 + p1)(1 − cost)) − 1.
//
// Past outcomes. A past day s counts as close to today where its premium is within `within` of
// today's (rule kWithin), or where it is among the `nearest` ones (kNearest). Its outcome is where
// premium and value stood at the first day with a premium from the `horizon`-th session after it on
// (a fund that is halted cannot be sold; after kMostWait more sessions the day is left out).
// No overlap: two of these spans never share a session but for an end that is another's start. Of
// kWithin the oldest day is taken first and the next that begins at its end or later; of kNearest
// the closest premium first (of equal ones the later), and every day whose span would overlap is
// passed over. Today's own row has no outcome and never counts.
// The outcomes do not start from today's premium exactly; each is placed by its own final premium
// and value change, and keeps its own return.
//
// Axes, as far as not given: steps of 0.5, 1, 2, 2.5 or 5 times a power of ten, at most kMostAuto
// of them, such that they cover 0, today's premium and the outcomes; the value's at least twice the
// deviation of its past changes over the horizon on either side, or ±10 % where there is no past.
// Today's premium always is a row of its own: there the return is the value change (before cost).
// An outcome belongs to the nearest row and column, or to none where it is over half a step
// outside. Source: the identity, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_OUTCOME_GRID_H_
#define PREMIUMLENS_CORE_FUND_COST_OUTCOME_GRID_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens {

enum class CloseRule { kWithin, kNearest };

std::string_view Name(CloseRule rule);  // "within", "nearest"
std::optional<CloseRule> FindCloseRule(std::string_view name);
std::span<const CloseRule> AllCloseRules();

// From low by step, up to high. Of options, NaN where it is to be chosen.
struct GridAxis {
  double low = kMissing;
  double high = kMissing;
  double step = kMissing;
};

inline constexpr int kMostAuto = 12;       // steps of an axis chosen here
inline constexpr int kMostGridSteps = 60;  // of one that is given
inline constexpr int kMostWait = 20;       // sessions
inline constexpr int kMostNearest = 200;

struct GridOptions {
  GridAxis premium_axis = {};
  GridAxis growth_axis = {};
  int horizon = 20;
  CloseRule rule = CloseRule::kWithin;
  double within = 0.01;
  int nearest = 20;
  double round_trip_fraction = 0;
};

struct PastOutcome {
  std::size_t row;      // the day that was like today
  std::size_t end_row;  // the day it is looked at
  double premium_from;
  double premium_to;
  double value_growth;
  double return_fraction;                   // of the price, from its own premium
  std::optional<std::size_t> premium_cell;  // row and column of the grid
  std::optional<std::size_t> growth_cell;
};

struct OutcomeGrid {
  std::optional<std::size_t> row;  // of today's premium; nothing: no grid
  double premium_from = kMissing;
  std::vector<double> premium_to;  // rows, ascending
  std::size_t today = 0;           // the row that is today's premium
  std::vector<double> growth;      // columns, ascending
  GridAxis premium_axis{};         // as used
  GridAxis growth_axis{};
  GridAxis premium_axis_chosen{};  // as it would be if nothing of it were given
  GridAxis growth_axis_chosen{};
  std::vector<double> returns;        // premium_to.size() × growth.size(), row by row
  std::vector<double> breakeven;      // one a row
  std::vector<PastOutcome> outcomes;  // in order of time
  std::vector<int> counts;            // as returns
  int off_grid = 0;
  PastSample past;                     // days whose outcome is known
  std::optional<TooFew> too_few;       // no day has an outcome
  std::optional<std::size_t> closest;  // the past day nearest to today's premium
};

// The least and most that a rule takes are the caller's to check: horizon 1…, within ≥ 0, nearest
// 1…kMostNearest, bounds of an axis over −1. Failure of Finish: bad_field, where an axis does not
// rise or has more than kMostGridSteps.
class OutcomeGridMaker {
 public:
  // The history must outlive it. Without values only the empty grid is made.
  OutcomeGridMaker(const PremiumHistory& history, const GridOptions& options);
  ~OutcomeGridMaker();
  OutcomeGridMaker(OutcomeGridMaker&&) noexcept;
  OutcomeGridMaker& operator=(OutcomeGridMaker&&) noexcept;

  bool Step();  // one pass over the days at most; true when all is done
  double Progress() const;
  OutcomeGrid Finish();  // once Step() said true

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_OUTCOME_GRID_H_
