// The replay of selling in parts against R (scripts/reference/batches.R).
#ifdef PREMIUMLENS_TESTS_FOLDER

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/fund/cost/batches.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Json = nlohmann::json;

std::vector<double> SeriesIn(const Json& given) {
  std::vector<double> series;
  for (const Json& one : given) series.push_back(one.is_null() ? kMissing : one.get<double>());
  return series;
}

void CheckSpread(const ExitSpread& spread, const Json& reference) {
  CHECK(spread.starts == reference["starts"]);
  CHECK(spread.apart == reference["apart"]);
  CHECK_THAT(spread.mean_fraction, WithinAbs(reference["mean"].get<double>(), 1e-12));
  CHECK_THAT(spread.below_fraction, WithinAbs(reference["below"].get<double>(), 1e-12));
  for (std::size_t i = 0; i < kExitQuantiles.size(); ++i) {
    CHECK_THAT(spread.quantiles[i], WithinAbs(reference["quantiles"][i].get<double>(), 1e-12));
  }
}

TEST_CASE("batches: starts, means and quantiles agree with R") {
  std::ifstream file(std::string(PREMIUMLENS_TESTS_FOLDER) + "/reference/batches.json");
  REQUIRE(file);
  const Json reference = Json::parse(file);
  const std::vector<double> price = SeriesIn(reference["price"]);
  const std::vector<double> premium = SeriesIn(reference["premium"]);
  const BatchPlan plan{.parts = reference["parts"],
                       .every_sessions = reference["every"],
                       .cost_fraction = reference["cost"]};
  BatchReplay replay(price, premium, plan, reference["bar"]);
  while (!replay.Step()) {
  }
  CheckSpread(replay.all(), reference["all"]);
  CheckSpread(replay.over(), reference["over"]);
}

}  // namespace
}  // namespace premiumlens

#endif
