#include "core/fund/cost/arbitrage.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

PremiumHistory Of(const std::vector<double>& premium, const std::vector<double>& value) {
  PremiumHistory history;
  for (std::size_t i = 0; i < premium.size(); ++i) {
    history.dates.push_back(static_cast<Date>(19000 + i));
    history.value_cny.push_back(value[i]);
    history.price_cny.push_back(value[i] * (1 + premium[i]));
  }
  history.premium_fraction = premium;
  return history;
}

PremiumHistory Made(int days, std::uint32_t seed, double level = 0.05) {
  Noise noise(seed);
  std::vector<double> premium, value;
  double x = level, v = 1;
  for (int i = 0; i < days; ++i) {
    x = level + 0.9 * (x - level) + 0.004 * noise.Next();
    v *= std::exp(0.01 * noise.Next());
    premium.push_back(x);
    value.push_back(v);
  }
  return Of(premium, value);
}

ArbitrageOptions Free() {
  ArbitrageOptions options;
  options.fee_fraction = options.fx_cost_fraction = options.commission_fraction = 0;
  options.slippage_fraction = options.funding_rate_fraction = 0;
  return options;
}

TEST_CASE("arbitrage: what is left, worked by hand") {
  ArbitrageOptions options;
  options.funding_rate_fraction = 0.0242;
  options.prefunding_fraction = 0;
  const Arbitrage made = ArbitrageAfterCost(Made(100, 1), {}, options);
  CHECK_THAT(made.funding_fraction, WithinRel(0.0002, 1e-12));  // 2.42 % × 2 / 242
  CHECK_THAT(made.in_fraction, WithinRel(0.0062, 1e-12));       // 0.5 % + 0.1 % + 0.02 %
  CHECK_THAT(made.out_fraction, WithinRel(0.0023, 1e-12));
  CHECK_THAT(made.breakeven_premium_fraction, WithinRel(1.0062 / 0.9977 - 1, 1e-12));
  CHECK_THAT(made.left_fraction,
             WithinRel((1 + made.premium_fraction) * 0.9977 / 1.0062 - 1, 1e-12));
}

TEST_CASE("arbitrage: without costs the premium is what is left; at the break-even nothing is") {
  const Arbitrage made = ArbitrageAfterCost(Made(100, 2), {}, Free());
  CHECK_THAT(made.left_fraction, WithinRel(made.premium_fraction, 1e-12));
  CHECK(made.breakeven_premium_fraction == 0);
  const double bar = ArbitrageAfterCost(Made(100, 2), {}, {}).breakeven_premium_fraction;
  const std::vector<double> flat(100, bar), one(100, 1);
  CHECK_THAT(ArbitrageAfterCost(Of(flat, one), {}, {}).left_fraction, WithinAbs(0, 1e-15));
}

TEST_CASE("arbitrage: without a delay nothing moves, and nothing is lost") {
  ArbitrageOptions options;
  options.delay_sessions = 0;
  const Arbitrage made = ArbitrageAfterCost(Made(200, 3), {}, options);
  REQUIRE(made.empirical);
  CHECK(made.empirical->loss_probability == 0);
  CHECK(made.ar1->loss_probability == 0);
  CHECK_THAT(made.empirical->low_fraction, WithinRel(made.left_fraction, 1e-12));
  CHECK_THAT(made.ar1->high_fraction, WithinRel(made.left_fraction, 1e-12));
}

TEST_CASE("arbitrage: on a long past of the model both odds come to the same") {
  // At its mean the state model forecasts no change, as the past as a whole shows none.
  PremiumHistory history = Made(60000, 4, 0.02);
  history.premium_fraction.back() = 0.02;
  history.price_cny.back() = 1.02 * history.value_cny.back();
  for (const bool hedged : {true, false}) {
    ArbitrageOptions options;
    options.is_hedged = hedged;
    const Arbitrage made = ArbitrageAfterCost(history, {}, options);
    CHECK_THAT(made.persistence, WithinAbs(0.9, 0.01));
    CHECK_THAT(made.empirical->loss_probability,
               WithinAbs(made.ar1->loss_probability, hedged ? 0.01 : 0.02));
    CHECK_THAT(made.empirical->low_fraction, WithinAbs(made.ar1->low_fraction, 0.002));
  }
}

TEST_CASE("arbitrage: a hedge takes the value's moves out, a longer delay adds to the risk") {
  const PremiumHistory history = Made(1000, 5);
  const auto width = [&history](std::int64_t delay, bool hedged) {
    ArbitrageOptions options;
    options.delay_sessions = delay;
    options.is_hedged = hedged;
    const Arbitrage made = ArbitrageAfterCost(history, {}, options);
    return made.ar1->high_fraction - made.ar1->low_fraction;
  };
  CHECK(width(2, true) < width(2, false));
  CHECK(width(2, false) < width(5, false));
  CHECK(width(1, true) < width(2, true));
}

TEST_CASE("arbitrage: too little of a past gives no odds, and still what is left") {
  const Arbitrage made = ArbitrageAfterCost(Made(50, 6), {}, {});
  CHECK(made.too_few->needed == 60);
  CHECK(made.too_few->have == 48);
  CHECK(!made.empirical);
  CHECK(!IsMissing(made.left_fraction));
  CHECK(ArbitrageAfterCost({}, {}, {}).too_few->have == 0);
}

TEST_CASE("arbitrage: the replay buys at the day's own NAV and sells at the next price there is") {
  std::vector<double> premium = {0, 0.1, 0.1, 0, 0, 0};
  PremiumHistory history = Of(premium, {1, 1, 1, 1, 1, 1});
  history.price_cny[3] = kMissing;  // a halt: sold on the day after
  history.premium_fraction[3] = kMissing;
  history.price_cny[4] = 1.2;
  const std::vector<double> nav = {1, 1.05, 1, 1, 1, 1};
  const ArbitrageReplay replay = *ArbitrageAfterCost(history, nav, Free()).replay;
  CHECK(replay.days == 2);
  CHECK(replay.spells == 1);
  CHECK(replay.losses == 0);
  CHECK(replay.is_own_nav);
  CHECK_THAT(replay.worst_fraction, WithinRel(1.2 / 1.05 - 1, 1e-12));
  CHECK(replay.worst_date == 19001);
}

TEST_CASE("arbitrage: what fits, and what stands in the way") {
  const auto of = [](auto change, double level = 0.05) {
    ArbitrageOptions options;
    change(options);
    return ArbitrageAfterCost(Made(100, 7, level), {}, options);
  };
  const Arbitrage plain = of([](ArbitrageOptions& o) { o.capital_cny = 3.7e6; });
  CHECK(plain.obstacles.empty());
  CHECK(plain.units == 3);
  CHECK(plain.amount_cny == 3e6);
  CHECK_THAT(plain.left_cny, WithinRel(3e6 * plain.left_fraction, 1e-12));

  const Arbitrage shut = of([](ArbitrageOptions& o) { o.purchase = PurchaseStatus::kSuspended; });
  CHECK(shut.obstacles == std::vector{Obstacle::kSuspended});
  CHECK(shut.amount_cny == 0);
  CHECK(shut.left_cny == 0);

  const Arbitrage unknown = of([](ArbitrageOptions& o) { o.purchase = PurchaseStatus::kLimited; });
  CHECK(unknown.obstacles == std::vector{Obstacle::kLimitUnknown});
  CHECK(IsMissing(unknown.amount_cny));

  const Arbitrage small = of([](ArbitrageOptions& o) { o.purchase_limit_cny = 1000; });
  CHECK(small.obstacles == std::vector{Obstacle::kLimitBelowUnit});

  const Arbitrage lof = of([](ArbitrageOptions& o) {
    o = StandardOf(ArbitrageRoute::kLofTransfer);
    o.purchase_limit_cny = 1000;
  });
  CHECK(lof.obstacles.empty());
  CHECK(lof.amount_cny == 1000);

  const Arbitrage poor = of([](ArbitrageOptions& o) { o.capital_cny = 1e5; });
  CHECK(poor.obstacles == std::vector{Obstacle::kCapitalBelowUnit});
  CHECK(of([](ArbitrageOptions&) {}, -0.05).obstacles.front() == Obstacle::kNoPremium);
}

TEST_CASE("arbitrage: LOFs are told by their codes") {
  CHECK(RouteOf("161129") == ArbitrageRoute::kLofExchange);
  CHECK(RouteOf("501018") == ArbitrageRoute::kLofExchange);
  CHECK(RouteOf("513100") == ArbitrageRoute::kEtfCreation);
  CHECK(RouteOf("") == ArbitrageRoute::kEtfCreation);
}

}  // namespace
}  // namespace premiumlens
