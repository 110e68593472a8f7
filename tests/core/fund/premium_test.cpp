#include "core/fund/premium.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

class Draws {
 public:
  double Between(double low, double high) {
    return boost::random::uniform_real_distribution<double>(low, high)(engine_);
  }
  int Whole(int low, int high) {
    return boost::random::uniform_int_distribution<int>(low, high)(engine_);
  }

 private:
  boost::random::mt19937 engine_{20260103};
};

constexpr int kCases = 2000;

TEST_CASE("premium: the figure the investor guide prints") {
  // "净值 1.7445 元，收盘价 1.804 元，溢价率就是 3.41%"
  CHECK_THAT(PremiumFraction(1.804, 1.7445), WithinAbs(0.0341, 0.00005));
  CHECK_THAT(PremiumFraction(120, 100), WithinRel(0.2, 1e-15));
}

TEST_CASE("premium: scaling price and value together changes nothing") {
  Draws draws;
  for (int i = 0; i < kCases; ++i) {
    const double price = draws.Between(0.3, 9);
    const double value = draws.Between(0.3, 9);
    const double scale = draws.Between(0.01, 100);
    CHECK_THAT(PremiumFraction(price * scale, value * scale),
               WithinAbs(PremiumFraction(price, value), 1e-12));
    CHECK_THAT(LogPremium(price, value), WithinAbs(std::log(price) - std::log(value), 1e-13));
    CHECK_THAT(std::expm1(LogPremium(price, value)),
               WithinAbs(PremiumFraction(price, value), 1e-12));
    CHECK((PremiumFraction(price, value) < 0) == (price < value));
  }
}

TEST_CASE("premium: nothing positive, nothing said") {
  for (const double bad : {0.0, -1.0, kMissing}) {
    CHECK(IsMissing(PremiumFraction(bad, 1)));
    CHECK(IsMissing(PremiumFraction(1, bad)));
    CHECK(IsMissing(LogPremium(1, bad)));
  }
}

TEST_CASE("convergence: the printed double hit is -10.19 %, not -10.5 %") {
  const Return parts = ConvergenceReturn(0.12, 0.05, -0.042);
  CHECK_THAT(parts.return_fraction, WithinAbs(-0.101875, 1e-12));
  CHECK_THAT(parts.premium_part, WithinAbs(-0.0625, 1e-12));
}

TEST_CASE("convergence: parts add up, and there and back leaves the value's growth") {
  Draws draws;
  for (int i = 0; i < kCases; ++i) {
    const double from = draws.Between(-0.5, 1);
    const double to = draws.Between(-0.5, 1);
    const double growth = draws.Between(-0.5, 1);
    const Return parts = ConvergenceReturn(from, to, growth);
    CHECK_THAT(parts.value_part + parts.premium_part + parts.cross_part,
               WithinAbs(parts.return_fraction, 1e-12));
    CHECK_THAT(1 + parts.return_fraction, WithinRel((1 + growth) * (1 + to) / (1 + from), 1e-12));
    // The return a holder sees: prices V (1 + p) before and after.
    const double bought = 2 * (1 + from);
    const double sold = 2 * (1 + growth) * (1 + to);
    CHECK_THAT(sold / bought - 1, WithinAbs(parts.return_fraction, 1e-12));
    const Return back = ConvergenceReturn(to, from, 0);
    CHECK_THAT((1 + parts.return_fraction) * (1 + back.return_fraction),
               WithinRel(1 + growth, 1e-12));
    // Growing by the break-even makes up for the closing exactly.
    CHECK_THAT(ConvergenceReturn(from, to, BreakevenGrowth(from, to)).return_fraction,
               WithinAbs(0, 1e-12));
  }
  CHECK(IsMissing(ConvergenceReturn(-1, 0, 0).return_fraction));
  CHECK(IsMissing(ConvergenceReturn(0, 0, -1).return_fraction));
  CHECK(IsMissing(BreakevenGrowth(0, -1)));
}

TEST_CASE("closing: targets on the side of the premium, equal ones once, nearest zero first") {
  const auto targets = [](double premium, Kind kind) {
    std::vector<double> list;
    for (const Closing& entry : ClosingScenarios(premium, ReferenceBand(kind))) {
      list.push_back(entry.to_premium_fraction);
    }
    return list;
  };
  CHECK(targets(0.0341, Kind::kCrossBorder) == std::vector<double>{0, 0.01, 0.02});
  CHECK(targets(-0.03, Kind::kCrossBorder) == std::vector<double>{0, -0.01, -0.02});
  CHECK(targets(0.03, Kind::kBroad) == std::vector<double>{0, 0.002, 0.005, 0.01});
  CHECK(targets(0.03, Kind::kSector) == std::vector<double>{0, 0.01});
  CHECK(targets(0.03, Kind::kIlliquid) == std::vector<double>{0, 0.01, 0.03});
  CHECK(targets(0.03, Kind::kGold) == std::vector<double>{0, 0.01});
  CHECK(targets(kMissing, Kind::kGold).empty());
}

TEST_CASE("closing: 18 % to 1 % at a flat value costs 14.41 %; a discount's closing gains") {
  const auto costs = ClosingScenarios(0.18, ReferenceBand(Kind::kCrossBorder));
  REQUIRE(costs.size() == 3);
  CHECK(costs[1].reason == ClosingReason::kOnePercent);
  CHECK_THAT(costs[1].return_fraction, WithinAbs(-0.144068, 1e-6));
  CHECK_THAT(costs[0].breakeven_growth_fraction, WithinAbs(0.18, 1e-15));
  CHECK_FALSE(costs[1].already_within);
  const auto gains = ClosingScenarios(-0.10, ReferenceBand(Kind::kCrossBorder));
  CHECK_THAT(gains[0].return_fraction, WithinAbs(0.1 / 0.9, 1e-12));
  CHECK(gains[1].return_fraction < gains[0].return_fraction);
}

TEST_CASE("closing: what is within a target already has nothing to lose by it") {
  const auto scenarios = ClosingScenarios(0.01, ReferenceBand(Kind::kCrossBorder));
  REQUIRE(scenarios.size() == 3);
  CHECK_FALSE(scenarios[0].already_within);
  CHECK(scenarios[1].already_within);
  CHECK(scenarios[2].already_within);
  CHECK(scenarios[2].return_fraction == 0);
  for (const Closing& entry : ClosingScenarios(0, ReferenceBand(Kind::kBroad))) {
    CHECK(entry.already_within);
  }
}

TEST_CASE("ladder: exact ticks count") {
  CHECK(HighestPrice(2.000, 0) == 2.000);
  CHECK(HighestPrice(1.0000, 0.05) == 1.050);
  CHECK(HighestPrice(1.7445, 0) == 1.744);
  CHECK(HighestPrice(0.0005, 0) != HighestPrice(0.0005, 0));  // no tick that low
  CHECK(IsMissing(HighestPrice(0, 0)));
  CHECK(IsMissing(HighestPrice(1, -1)));
}

TEST_CASE("ladder: the price keeps to its bar and one tick more does not") {
  Draws draws;
  for (int i = 0; i < kCases; ++i) {
    const int value = draws.Whole(2000, 90000);  // in 0.0001 CNY
    for (const LadderStep& step : PriceLadder(value / 10000.0)) {
      const long long percent = std::llround(step.premium_fraction * 100);
      const long long ticks = std::llround(step.price_cny * 1000);
      // ticks/1000 ≤ value/10000 × (100 + percent)/100, in whole numbers.
      CHECK(ticks * 1000 <= value * (100 + percent));
      CHECK((ticks + 1) * 1000 > value * (100 + percent));
      CHECK(step.price_cny == static_cast<double>(ticks) / 1000);
    }
  }
}

}  // namespace
}  // namespace premiumlens
