#include "core/fund/cost/batches.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

void Finish(BatchReplay& replay) {
  while (!replay.Step()) {
  }
}

TEST_CASE("batches: worked by hand, with a halt in between") {
  const std::vector<double> price = {1.0, 1.1, kMissing, 1.3, 1.2};
  const std::vector<double> premium = {0.1, 0, kMissing, 0, 0};
  BatchReplay replay(price, premium, {.parts = 2, .every_sessions = 2, .cost_fraction = 0.01},
                     0.05);
  Finish(replay);
  // From day 0: the second part is due on the halted day 2 and goes on day 3; from 1 on day 3;
  // from 3 there is no room.
  CHECK(replay.all().starts == 2);
  CHECK(replay.all().apart == 1);
  const double first = 0.99 * ((1.0 + 1.3) / 2 - 1);
  const double second = 0.99 * ((1.1 + 1.3) / 2 / 1.1 - 1);
  CHECK_THAT(replay.all().mean_fraction, WithinAbs((first + second) / 2, 1e-12));
  CHECK_THAT(replay.all().quantiles[0], WithinAbs(second, 1e-12));
  CHECK_THAT(replay.all().quantiles[3], WithinAbs((first + second) / 2, 1e-12));
  CHECK(replay.over().starts == 1);
  CHECK_THAT(replay.over().mean_fraction, WithinAbs(first, 1e-12));
}

TEST_CASE("batches: a steady growth, and scaling") {
  std::vector<double> price;
  for (int i = 0; i < 300; ++i) price.push_back(2 * std::pow(1.001, i));
  const BatchPlan plan{.parts = 4, .every_sessions = 5, .cost_fraction = 0};
  const std::vector<double> none;
  BatchReplay same(price, none, plan, 0);
  Finish(same);
  const double each = (1 + std::pow(1.001, 5) + std::pow(1.001, 10) + std::pow(1.001, 15)) / 4 - 1;
  CHECK(same.all().starts == 285);
  CHECK(same.all().apart == 18);
  for (const double quantile : same.all().quantiles) CHECK_THAT(quantile, WithinAbs(each, 1e-12));
  CHECK(same.all().below_fraction == 0);
  for (double& one : price) one *= 7;
  BatchReplay scaled(price, none, plan, 0);
  Finish(scaled);
  CHECK_THAT(scaled.all().mean_fraction, WithinAbs(each, 1e-12));
}

TEST_CASE("batches: a later price does not change an earlier start") {
  std::vector<double> price;
  for (int i = 0; i < 40; ++i) price.push_back(1 + 0.3 * std::sin(i));
  const std::vector<double> none;
  const BatchPlan plan{.parts = 2, .every_sessions = 3, .cost_fraction = 0};
  const std::vector<double> head(price.begin(), price.begin() + 10);
  BatchReplay early(head, none, plan, 0);
  Finish(early);
  price.resize(10);
  price.push_back(100);
  BatchReplay late(price, none, plan, 0);
  Finish(late);
  CHECK(late.all().starts == early.all().starts + 1);
  CHECK(late.all().quantiles[0] == early.all().quantiles[0]);
}

TEST_CASE("batches: nothing to start from") {
  const std::vector<double> price = {1.0};
  const std::vector<double> none;
  BatchReplay replay(price, none, {}, 0);
  Finish(replay);
  CHECK(replay.all().starts == 0);
  CHECK(IsMissing(replay.all().mean_fraction));
}

TEST_CASE("batches: a premium that closes evenly") {
  const BatchScenario scenario =
      ConvergingExit(0.20, 0, 10, {.parts = 3, .every_sessions = 5, .cost_fraction = 0});
  REQUIRE(scenario.parts.size() == 3);
  CHECK_THAT(scenario.parts[1].premium_fraction, WithinAbs(0.10, 1e-12));
  CHECK_THAT(scenario.parts[2].return_fraction, WithinAbs(1 / 1.2 - 1, 1e-12));
  CHECK_THAT(scenario.return_fraction, WithinAbs(((1 + 1.1 / 1.2 + 1 / 1.2) / 3) - 1, 1e-12));
  // Nothing to close: only the cost.
  const BatchScenario flat =
      ConvergingExit(0.03, 0.03, 10, {.parts = 3, .every_sessions = 5, .cost_fraction = 0.001});
  CHECK_THAT(flat.return_fraction, WithinAbs(flat.at_once_fraction, 1e-12));
}

}  // namespace
}  // namespace premiumlens
