// The fit, the closed form and the simulation against R (scripts/reference/path_risk.R).
#ifdef PREMIUMLENS_TESTS_FOLDER

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "core/fund/cost/path_simulation.h"
#include "core/fund/premium.h"
#include "tests/core/reference.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using Json = nlohmann::json;

PremiumHistory HistoryIn(const Json& reference) {
  PremiumHistory history;
  for (const Json& price : reference["price"]) {
    history.price_cny.push_back(price.is_null() ? kMissing : price.get<double>());
  }
  for (const Json& value : reference["value"]) history.value_cny.push_back(value.get<double>());
  history.premium_fraction = PremiumSeries(history.price_cny, history.value_cny);
  return history;
}

TEST_CASE("path_risk: fit and closed form agree with R") {
  const Json reference = ReadReference("path_risk");
  const PremiumHistory history = HistoryIn(reference);
  const PathFitResult fitted = FitPathModel(history, 10'000);
  REQUIRE(fitted.fit);
  const PathModel& model = fitted.fit->model;
  const Json& expected = reference["model"];
  CHECK(fitted.fit->pairs == expected["pairs"].get<std::int64_t>());
  CHECK_THAT(model.persistence, WithinRel(expected["persistence"].get<double>(), 1e-10));
  CHECK_THAT(model.premium_mean_log, WithinRel(expected["premium_mean_log"].get<double>(), 1e-9));
  CHECK_THAT(model.premium_sd, WithinRel(expected["premium_sd"].get<double>(), 1e-10));
  CHECK_THAT(model.value_sd, WithinRel(expected["value_sd"].get<double>(), 1e-10));
  CHECK_THAT(model.correlation, WithinRel(expected["correlation"].get<double>(), 1e-9));
  for (const Json& closed : reference["closed"]) {
    const PathOutlook outlook =
        OutlookAt(model, history.premium_fraction.back(), closed["days"].get<int>());
    CHECK_THAT(outlook.mean_log, WithinAbs(closed["mean_log"].get<double>(), 1e-10));
    CHECK_THAT(outlook.sd_log, WithinRel(closed["sd_log"].get<double>(), 1e-9));
    CHECK_THAT(outlook.mean_fraction, WithinAbs(closed["mean"].get<double>(), 1e-9));
    for (std::size_t i = 0; i < kPathShares.size(); ++i) {
      CHECK_THAT(outlook.quantiles[i], WithinAbs(closed["quantiles"][i].get<double>(), 1e-9));
    }
    for (std::size_t i = 0; i < kLossBars.size(); ++i) {
      CHECK_THAT(outlook.loss_chances[i], WithinAbs(closed["chances"][i].get<double>(), 1e-8));
    }
  }
}

// Both are samples: within five standard errors of their difference.
TEST_CASE("path_simulation: without limits and halts it agrees with R's simulation") {
  const Json reference = ReadReference("path_risk");
  const PremiumHistory history = HistoryIn(reference);
  SimulationOptions options;
  options.price_cny = history.price_cny.back();
  options.premium = history.premium_fraction.back();
  options.rules = {0, 0};
  options.halt_probability = 0;
  options.paths = 20'000;
  PathSimulation simulation(FitPathModel(history, 10'000).fit->model, options);
  while (!simulation.Step()) {
  }
  const auto outlooks = simulation.Finish();
  REQUIRE(outlooks.size() == reference["simulated"].size());
  for (std::size_t k = 0; k < outlooks.size(); ++k) {
    const Json& expected = reference["simulated"][k];
    const double error = std::hypot(outlooks[k].mean_error, expected["mean_error"].get<double>());
    CHECK_THAT(outlooks[k].mean_fraction, WithinAbs(expected["mean"].get<double>(), 5 * error));
    for (std::size_t i = 0; i < kLossBars.size(); ++i) {
      const double chance = expected["chances"][i].get<double>();
      const double spread =
          std::sqrt(chance * (1 - chance) * (1.0 / options.paths + 1.0 / 400'000));
      CHECK_THAT(outlooks[k].loss_chances[i], WithinAbs(chance, 5 * spread + 1e-4));
    }
  }
}

}  // namespace
}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_FOLDER
