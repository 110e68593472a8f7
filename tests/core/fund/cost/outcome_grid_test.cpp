#include "core/fund/cost/outcome_grid.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/premium.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

PremiumHistory HistoryOfPremiums(const std::vector<double>& premium,
                                 std::vector<double> value = {}) {
  PremiumHistory history;
  if (value.empty()) value.assign(premium.size(), 1);
  history.value_cny = value;
  for (std::size_t i = 0; i < premium.size(); ++i) {
    history.dates.push_back(19002 + static_cast<Date>(i));
    history.price_cny.push_back(value[i] * (1 + premium[i]));
  }
  history.premium_fraction = premium;
  return history;
}

PremiumHistory MadeFund(int days, std::uint32_t seed) {
  Noise noise(seed);
  std::vector<double> premium, value;
  double level = 0.05, walk = 0;
  for (int i = 0; i < days; ++i) {
    level = 0.04 + 0.95 * (level - 0.04) + 0.008 * noise.Next();
    walk += 0.01 * noise.Next();
    premium.push_back(noise.Uniform() < 0.02 ? kMissing : level);
    value.push_back(std::exp(walk));
  }
  return HistoryOfPremiums(premium, value);
}

OutcomeGrid Make(const PremiumHistory& history, const GridOptions& options) {
  OutcomeGridMaker maker(history, options);
  while (!maker.Step()) {
  }
  return maker.Finish();
}

TEST_CASE("outcome_grid: cells and break-even by hand") {
  GridOptions options;
  options.premium_axis = {0, 0.1, 0.05};
  options.growth_axis = {-0.1, 0.1, 0.1};
  options.round_trip_fraction = 0.01;
  const OutcomeGrid grid = Make(HistoryOfPremiums({0.08}), options);
  REQUIRE(grid.premium_to.size() == 4);
  CHECK(grid.today == 2);
  CHECK(grid.premium_to[2] == 0.08);
  REQUIRE(grid.growth.size() == 3);
  CHECK(grid.growth[1] == 0);
  CHECK_THAT(grid.returns[0], WithinAbs(0.9 / 1.08 * 0.99 - 1, 1e-15));
  CHECK_THAT(grid.returns[2 * 3 + 2], WithinAbs(1.1 * 0.99 - 1, 1e-15));
  CHECK_THAT(grid.breakeven[0], WithinAbs(1.08 / 0.99 - 1, 1e-15));
  CHECK_THAT(grid.breakeven[2], WithinAbs(1 / 0.99 - 1, 1e-15));
  REQUIRE(grid.too_few);
  CHECK(grid.too_few->needed == 21);
}

TEST_CASE("outcome_grid: equal premium gives exactly the value's change") {
  Noise noise(2);
  for (int i = 0; i < 50; ++i) {
    const OutcomeGrid grid = Make(HistoryOfPremiums({noise.Uniform() - 0.3}), {});
    for (std::size_t column = 0; column < grid.growth.size(); ++column) {
      CHECK(grid.returns[grid.today * grid.growth.size() + column] == grid.growth[column]);
    }
    CHECK(grid.breakeven[grid.today] == 0);
  }
}

// Premiums 5 % on days 0, 3, 6 of ten, today 5 %, five days later.
TEST_CASE("outcome_grid: spans do not overlap, and a halt is waited out") {
  std::vector<double> premium = {0.05, 0.2,  0.2, 0.05, 0.2, kMissing,
                                 0.05, 0.03, 0.2, 0.2,  0.2, 0.05};
  std::vector<double> value(12, 1.0);
  value[6] = 1.1;
  GridOptions options;
  options.horizon = 5;
  const OutcomeGrid grid = Make(HistoryOfPremiums(premium, value), options);
  // Day 0 ends on day 5, which is missing: on day 6. Day 3 overlaps; day 6 begins where 0 ends.
  REQUIRE(grid.outcomes.size() == 2);
  CHECK(grid.outcomes[0].row == 0);
  CHECK(grid.outcomes[0].end_row == 6);
  CHECK_THAT(grid.outcomes[0].value_growth, WithinAbs(0.1, 1e-15));
  CHECK_THAT(grid.outcomes[0].return_fraction, WithinAbs(0.1, 1e-15));
  CHECK(grid.outcomes[1].row == 6);
  CHECK(grid.outcomes[1].end_row == 11);
}

TEST_CASE("outcome_grid: the nearest, closest first and later of equal ones") {
  std::vector<double> premium = {0.05, 0.08, 0.052, 0.051, 0.2, 0.05, 0.06, 0.05};
  GridOptions options;
  options.horizon = 2;
  options.rule = CloseRule::kNearest;
  options.nearest = 2;
  const OutcomeGrid grid = Make(HistoryOfPremiums(premium), options);
  // Day 5 (later than day 0) takes days 5 to 7; then day 0 takes 0 to 2.
  REQUIRE(grid.outcomes.size() == 2);
  CHECK(grid.outcomes[0].row == 0);
  CHECK(grid.outcomes[1].row == 5);
  options.nearest = 3;
  const OutcomeGrid three = Make(HistoryOfPremiums(premium), options);
  REQUIRE(three.outcomes.size() == 3);
  CHECK(three.outcomes[1].row == 3);
}

TEST_CASE("outcome_grid: the laws of the past outcomes") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const PremiumHistory history = MadeFund(600, seed);
    for (const CloseRule rule : AllCloseRules()) {
      GridOptions options;
      options.rule = rule;
      options.horizon = 10;
      const OutcomeGrid grid = Make(history, options);
      const int counted = std::accumulate(grid.counts.begin(), grid.counts.end(), 0);
      CHECK(counted + grid.off_grid == static_cast<int>(grid.outcomes.size()));
      CHECK(grid.off_grid == 0);  // the axes were chosen to cover them
      std::size_t free = 0;
      for (const PastOutcome& one : grid.outcomes) {
        CHECK(one.row >= free);
        free = one.end_row;
        CHECK(one.end_row >= one.row + 10);
        CHECK_THAT((1 + one.value_growth) * (1 + one.premium_to) / (1 + one.premium_from) - 1,
                   WithinAbs(one.return_fraction, 1e-12));
        CHECK_THAT(history.price_cny[one.end_row] / history.price_cny[one.row] - 1,
                   WithinAbs(one.return_fraction, 1e-12));
        if (rule == CloseRule::kWithin) {
          CHECK(std::fabs(one.premium_from - grid.premium_from) <= 0.01 + 1e-9);
        }
      }
      if (rule == CloseRule::kNearest) CHECK(grid.outcomes.size() == 20);
    }
  }
}

TEST_CASE("outcome_grid: axes chosen cover nothing, today and the past in few steps") {
  const OutcomeGrid grid = Make(MadeFund(400, 3), {});
  CHECK(grid.premium_to.front() <= 0);
  CHECK(grid.premium_to.size() <= kMostAuto + 2u);
  CHECK(grid.growth.size() <= kMostAuto + 2u);
  CHECK(std::is_sorted(grid.premium_to.begin(), grid.premium_to.end()));
  CHECK(std::count(grid.growth.begin(), grid.growth.end(), 0.0) == 1);
}

TEST_CASE("outcome_grid: an axis that does not rise or has too many steps is refused") {
  const auto code = [](GridAxis axis) {
    GridOptions options;
    options.growth_axis = axis;
    try {
      Make(HistoryOfPremiums({0.05}), options);
    } catch (const Failure& failure) {
      return failure.error().column;
    }
    return std::string();
  };
  CHECK(code({0.1, -0.1, 0.01}) == "growth_high");
  CHECK(code({-0.5, 0.5, 0.001}) == "growth_step");
  CHECK(code({-0.5, 0.5, 0.1}).empty());
  CHECK(code({kMissing, kMissing, 0.05}).empty());
}

TEST_CASE("outcome_grid: premiums alone have a grid and no past") {
  PremiumHistory history;
  history.premium_fraction = std::vector<double>(100, 0.05);
  const OutcomeGrid grid = Make(history, {});
  CHECK(grid.outcomes.empty());
  CHECK(grid.too_few);
  CHECK_FALSE(grid.returns.empty());
  CHECK_FALSE(Make({}, {}).row);
}

}  // namespace
}  // namespace premiumlens
