#include "core/fund/cost/path_simulation.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

const PathModel kModel{std::log(1.02), 0.9, 0.012, 0.011, -0.3, 0};

std::vector<SimulatedOutlook> Play(const PathModel& model, const SimulationOptions& options) {
  PathSimulation simulation(model, options);
  while (!simulation.Step()) {
  }
  return simulation.Finish();
}

SimulationOptions Free() {
  SimulationOptions options;
  options.price_cny = 1.5;
  options.premium = 0.12;
  options.rules = {0, 0};
  options.halt_probability = 0;
  return options;
}

TEST_CASE("path_simulation: free of limits and halts it is the closed form") {
  SimulationOptions options = Free();
  options.paths = 20'000;
  for (const SimulatedOutlook& played : Play(kModel, options)) {
    const PathOutlook closed = OutlookAt(kModel, options.premium, played.days);
    CHECK_THAT(played.mean_fraction, WithinAbs(closed.mean_fraction, 4 * played.mean_error));
    for (std::size_t i = 0; i < kLossBars.size(); ++i) {
      const double chance = closed.loss_chances[i];
      const double error = std::sqrt(chance * (1 - chance) / options.paths);
      CHECK_THAT(played.loss_chances[i], WithinAbs(chance, 4 * error + 1e-4));
    }
    // The density of a quantile: √(p(1 − p)/n) over φ(z)/s, in terms of the return.
    CHECK_THAT(played.quantiles[2],
               WithinAbs(closed.quantiles[2], 4 * 1.2533 * closed.sd_log / std::sqrt(20'000.0)));
    CHECK(played.forced_share == 0);
    CHECK(played.locked_days == 0);
    CHECK(IsMissing(played.forced_sold));
  }
}

// The numbers themselves, so that every build gives the same ones (made with this program).
TEST_CASE("path_simulation: a seed gives the same numbers everywhere") {
  SimulationOptions options;
  options.price_cny = 1.68;
  options.premium = 0.4;
  options.paths = 500;
  options.seed = 7;
  options.horizons = {5, 20};
  const PathModel model{std::log(1.02), 0.8, 0.03, 0.015, -0.3, 0};
  const auto first = Play(model, options);
  const auto again = Play(model, options);
  CHECK(first[1].mean_fraction == again[1].mean_fraction);
  CHECK_THAT(first[0].mean_fraction, WithinAbs(-0.1938440476, 1e-10));
  CHECK_THAT(first[1].mean_fraction, WithinAbs(-0.2754059524, 1e-10));
  CHECK_THAT(first[0].forced_share, WithinAbs(0.044, 1e-12));
  options.seed = 8;
  CHECK(Play(model, options)[1].mean_fraction != first[1].mean_fraction);
}

// A premium of 60 % that is gone at once: the price falls by 10 % a day, and nobody sells until the
// fifth day, for 1.6 × 0.9⁴ is over 1 and 1.6 × 0.9⁵ is not.
TEST_CASE("path_simulation: locked limits are waited out") {
  SimulationOptions options;
  options.price_cny = 1.6;
  options.premium = 0.6;
  options.halt_probability = 0;
  options.paths = 100;
  options.horizons = {1, 3, 5, 6};
  const auto outlooks = Play(PathModel{0, 0, 0, 0, 0, 0}, options);
  CHECK(outlooks[0].forced_share == 1);
  CHECK(outlooks[0].forced_days == 4);
  CHECK(outlooks[0].forced_most_days == 4);
  CHECK_THAT(outlooks[0].forced_marked, WithinAbs(-0.1, 1e-12));
  CHECK_THAT(outlooks[0].forced_sold, WithinAbs(1 / 1.6 - 1, 1e-12));
  CHECK(outlooks[1].locked_days == 3);
  CHECK(outlooks[1].forced_days == 2);
  CHECK(outlooks[2].forced_share == 0);
  CHECK(outlooks[2].locked_days == 4);
  CHECK(outlooks[3].any_locked_share == 1);
  CHECK_THAT(outlooks[3].mean_fraction, WithinAbs(1 / 1.6 - 1, 1e-12));
}

TEST_CASE("path_simulation: halts hold as long as they last, and only over their premium") {
  SimulationOptions options;
  options.price_cny = 1.2;
  options.premium = 0.2;
  options.paths = 100;
  options.horizons = {1, 4, 6};
  options.halt_probability = 1;
  options.halt_days = 3;
  // The premium stays at 20 %: a halt of days 1 to 3, a day of trading, the next halt from day 5.
  const PathModel flat{std::log(1.2), 1, 0, 0, 0, 0};
  const auto always = Play(flat, options);
  CHECK(always[0].forced_share == 1);
  CHECK(always[0].forced_most_days == 3);
  CHECK(always[1].forced_share == 0);
  CHECK(always[2].forced_days == 2);
  options.halt_premium = 0.25;
  CHECK(Play(flat, options)[0].forced_share == 0);
  // It comes down at once: one halt of three days, then the first day of trading is day 4.
  options.halt_premium = 0.10;
  const auto once = Play(PathModel{std::log(1.09), 0, 0, 0, 0, 0}, options);
  CHECK(once[0].forced_days == 3);
  CHECK_THAT(once[0].forced_sold, WithinAbs(1.09 / 1.2 - 1, 1e-12));
}

TEST_CASE("path_simulation: price and value times ten change nothing without ticks") {
  SimulationOptions options = Free();
  options.rules.limit_fraction = 0.1;
  options.halt_probability = 0.05;
  options.paths = 500;
  const auto one = Play(kModel, options);
  options.price_cny *= 10;
  const auto ten = Play(kModel, options);
  for (std::size_t k = 0; k < one.size(); ++k) {
    CHECK_THAT(ten[k].mean_fraction, WithinAbs(one[k].mean_fraction, 1e-9));
    CHECK_THAT(ten[k].quantiles[0], WithinAbs(one[k].quantiles[0], 1e-9));
    CHECK(ten[k].forced_share == one[k].forced_share);
  }
}

}  // namespace
}  // namespace premiumlens
