#include "core/fund/cost/loss_scenarios.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using enum FinalReason;

PremiumHistory HistoryFrom(const std::vector<double>& premium) {
  PremiumHistory history;
  history.premium_fraction = premium;
  for (std::size_t i = 0; i < premium.size(); ++i) {
    history.dates.push_back(19002 + static_cast<Date>(i));
  }
  return history;
}

const LossScenario* Find(const LossScenarios& found, FinalReason reason) {
  for (const LossScenario& one : found.scenarios) {
    if (one.reason == reason) return &one;
  }
  return nullptr;
}

TEST_CASE("loss_scenarios: worked by hand") {
  // Investor guide: 18 % to 1 % with the index down 5 % is printed as "over 20 %"; it is −18.69 %.
  LossOptions options;
  options.value_growth = -0.05;
  options.premium_to = 0.01;
  options.round_trip_fraction = 0.001;
  const auto found = FindLossScenarios(HistoryFrom({0.02, 0.18, kMissing}),
                                       ReferenceBand(Kind::kCrossBorder), options);
  REQUIRE(found.row == 1u);
  const LossScenario* given = Find(found, kGiven);
  REQUIRE(given);
  CHECK_THAT(given->parts.return_fraction, WithinAbs(0.95 * 1.01 / 1.18 - 1, 1e-15));
  CHECK_THAT(given->parts.premium_part, WithinAbs(-0.17 / 1.18, 1e-15));
  CHECK_THAT(given->net_fraction, WithinAbs(0.95 * 1.01 / 1.18 * 0.999 - 1, 1e-15));
  CHECK_THAT(given->breakeven_growth_fraction, WithinAbs(1.18 / 1.01 / 0.999 - 1, 1e-15));
  CHECK(given->limit_down_days == 2);
  REQUIRE(Find(found, kRangeInner));
  CHECK_THAT(Find(found, kRangeInner)->premium_to_fraction, WithinAbs(0.01, 1e-15));
  CHECK_THAT(Find(found, kRangeOuter)->premium_to_fraction, WithinAbs(0.02, 1e-15));
  // Two days do not make quartiles.
  CHECK_FALSE(Find(found, kOwnMedian));
  REQUIRE(found.own_few);
  CHECK(found.own_few->needed == 20);
  CHECK(found.own_few->have == 2);
}

TEST_CASE("loss_scenarios: value growth of the break-even makes a return of nothing") {
  Noise noise(3);
  for (int i = 0; i < 100; ++i) {
    LossOptions options;
    options.round_trip_fraction = 0.01 * noise.Uniform();
    options.premium_to = 0.5 * noise.Uniform() - 0.1;
    const auto history = HistoryFrom({0.6 * noise.Uniform()});
    const auto first = FindLossScenarios(history, ReferenceBand(Kind::kBroad), options);
    options.value_growth = Find(first, kGiven)->breakeven_growth_fraction;
    const auto second = FindLossScenarios(history, ReferenceBand(Kind::kBroad), options);
    CHECK_THAT(Find(second, kGiven)->net_fraction, WithinAbs(0, 1e-14));
    const Return& parts = Find(second, kGiven)->parts;
    CHECK_THAT(parts.value_part + parts.premium_part + parts.cross_part,
               WithinAbs(parts.return_fraction, 1e-15));
  }
}

// A closing in parts, each with its own value change, multiplies to the whole.
TEST_CASE("loss_scenarios: parts of a path multiply to the whole") {
  Noise noise(6);
  for (int i = 0; i < 100; ++i) {
    double premium = 0.5 * noise.Uniform();
    const double first = premium;
    double grown = 1, returned = 1;
    for (int k = 0; k < 7; ++k) {
      LossOptions options;
      options.value_growth = 0.1 * noise.Uniform() - 0.05;
      options.premium_to = 0.5 * noise.Uniform();
      const auto part =
          FindLossScenarios(HistoryFrom({premium}), ReferenceBand(Kind::kBroad), options);
      grown *= 1 + options.value_growth;
      returned *= 1 + Find(part, kGiven)->parts.return_fraction;
      premium = *options.premium_to;
    }
    LossOptions whole;
    whole.value_growth = grown - 1;
    whole.premium_to = premium;
    const auto all = FindLossScenarios(HistoryFrom({first}), ReferenceBand(Kind::kBroad), whole);
    CHECK_THAT(1 + Find(all, kGiven)->parts.return_fraction, WithinAbs(returned, 1e-13));
  }
}

TEST_CASE("loss_scenarios: quartiles of the window, and only what is beyond a bound") {
  std::vector<double> premium(30, 0.9);  // before the window
  for (int i = 1; i <= 21; ++i) premium.push_back(0.001 * i);
  LossOptions options;
  options.window_days = 21;
  const auto found =
      FindLossScenarios(HistoryFrom(premium), ReferenceBand(Kind::kCrossBorder), options);
  CHECK(found.own.nobs == 21);
  CHECK(found.own.to == 19002 + 50);
  CHECK(found.own.from == 19002 + 30);
  CHECK_THAT(Find(found, kOwnMedian)->premium_to_fraction, WithinAbs(0.011, 1e-15));
  CHECK_THAT(Find(found, kOwnLowerQuartile)->premium_to_fraction, WithinAbs(0.006, 1e-15));
  CHECK_THAT(Find(found, kOwnUpperQuartile)->premium_to_fraction, WithinAbs(0.016, 1e-15));
  // 2.1 % is beyond 1 % and 2 %; of an unknown kind there is no bound.
  CHECK(Find(found, kRangeOuter));
  CHECK_FALSE(Find(FindLossScenarios(HistoryFrom(premium), ReferenceBand(Kind::kGold), options),
                   kRangeInner));
}

TEST_CASE("loss_scenarios: where run-ups ended") {
  // Two days back are not the end; five are. The last goes on.
  std::vector<double> premium = {0, 0.05, 0.08, 0.03, 0.02, 0.07, 0.01, 0.01, 0.01, 0.01, 0.01};
  premium.insert(premium.end(), {0.06, kMissing, 0.06, 0.03, 0.03, 0.03, 0.03, 0.03, 0.09});
  const auto found = FindLossScenarios(HistoryFrom(premium), ReferenceBand(Kind::kCrossBorder), {});
  REQUIRE(found.ends.size() == 2);
  CHECK(found.ends[0].first_row == 1);
  CHECK(found.ends[0].end_row == 6);
  CHECK(found.ends[0].peak_premium_fraction == 0.08);
  CHECK(found.ends[0].end_premium_fraction == 0.01);
  CHECK(found.ends[1].end_row == 14);
  CHECK_THAT(Find(found, kEpisodeEnd)->premium_to_fraction, WithinAbs(0.02, 1e-15));
}

TEST_CASE("loss_scenarios: a discount is the mirror, and nothing is nothing") {
  std::vector<double> premium = {0, -0.06, -0.01, -0.01, -0.01, -0.01, -0.01, -0.04};
  const auto found = FindLossScenarios(HistoryFrom(premium), ReferenceBand(Kind::kCrossBorder), {});
  CHECK_THAT(Find(found, kRangeInner)->premium_to_fraction, WithinAbs(-0.01, 1e-15));
  CHECK(Find(found, kZero)->parts.return_fraction > 0);
  REQUIRE(found.ends.size() == 1);
  CHECK(found.ends[0].peak_premium_fraction == -0.06);
  const auto none = FindLossScenarios(HistoryFrom({kMissing}), ReferenceBand(Kind::kBroad), {});
  CHECK_FALSE(none.row);
  CHECK(none.scenarios.empty());
}

}  // namespace
}  // namespace premiumlens
