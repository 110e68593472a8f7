#include "core/fund/cost/money_weighted.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"
#include "tests/core/reference.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("money-weighted: one payment grows by its own rate") {
  // 365 days at 10 %, and two years of it: by hand.
  CHECK_THAT(MoneyWeightedReturn({{0, -100}, {365, 110}}), WithinAbs(0.1, 1e-14));
  CHECK_THAT(MoneyWeightedReturn({{0, -100}, {730, 121}}), WithinAbs(0.1, 1e-14));
  CHECK_THAT(MoneyWeightedReturn({{0, -100}, {365, 25}}), WithinAbs(-0.75, 1e-14));
}

TEST_CASE("money-weighted: nothing comes out, nothing goes in, all on one day") {
  CHECK(MoneyWeightedReturn({{0, -100}, {365, 0}}) == -1);
  CHECK(IsMissing(MoneyWeightedReturn({{0, 100}, {365, 100}})));
  CHECK(IsMissing(MoneyWeightedReturn({{7, -100}, {7, 110}})));
}

TEST_CASE("money-weighted: a rate that payments grow at is found again, whatever the amounts") {
  Noise noise(3);
  for (int round = 0; round < 200; ++round) {
    const double rate = -0.9 + 3 * noise.Uniform();
    std::vector<Flow> flows;
    Date day = 18000;
    for (int i = 0; i < 1 + round; ++i) {
      flows.push_back({day, -1 - 1000 * noise.Uniform()});
      day += 1 + static_cast<Date>(40 * noise.Uniform());
    }
    double worth = 0;
    for (const Flow& flow : flows)
      worth -= flow.cny * std::pow(1 + rate, (day - flow.date) / 365.0);
    flows.push_back({day, worth});
    CHECK_THAT(MoneyWeightedReturn(flows), WithinAbs(rate, 1e-9));
    for (Flow& flow : flows) flow = {flow.date + 777, 31 * flow.cny};
    CHECK_THAT(MoneyWeightedReturn(flows), WithinAbs(rate, 1e-9));
  }
}

#ifdef PREMIUMLENS_TESTS_FOLDER
TEST_CASE("money-weighted: as SciPy's root finder has it") {
  const auto cases = ReadReference("money_weighted");
  CHECK(cases.size() == 6);
  for (const auto& one : cases) {
    std::vector<Flow> flows;
    for (std::size_t i = 0; i < one["dates"].size(); ++i) {
      flows.push_back({*ParseIso(one["dates"][i].get<std::string>()), one["cny"][i].get<double>()});
    }
    CHECK_THAT(MoneyWeightedReturn(flows), WithinAbs(one["rate"].get<double>(), 1e-12));
  }
}
#endif

}  // namespace
}  // namespace premiumlens
