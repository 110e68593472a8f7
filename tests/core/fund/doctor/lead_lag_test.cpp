#include "core/fund/doctor/lead_lag.h"

#include <catch2/catch.hpp>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("lead_lag: rank correlation by hand") {
  // Spearman: 1 − 6 Σd² / (n (n² − 1)), d = 1, 1, 1, 1.
  CHECK_THAT(RankCorrelation({10, 20, 30, 40}, {2, 1, 4, 3}), WithinAbs(0.6, 1e-12));
  CHECK_THAT(RankCorrelation({1, 2, 3}, {1, 8, 27}), WithinAbs(1, 1e-12));
  CHECK_THAT(RankCorrelation({1, 2, 3}, {3, 2, 1}), WithinAbs(-1, 1e-12));
  // Ties share their mean rank: ranks 1.5 1.5 3 4 against 1 2 3 4; Pearson's r of those.
  CHECK_THAT(RankCorrelation({5, 5, 6, 7}, {1, 2, 3, 4}), WithinAbs(0.9486832980505138, 1e-12));
  CHECK(RankCorrelation({1, 1, 1}, {1, 2, 3}) == 0);
  CHECK(RankCorrelation({1, 2}, {1, 2}) == 0);
}

TEST_CASE("lead_lag: the price of a session that follows the NAV of the one before peaks at 1") {
  FundData data;
  data.shape = Shape::kHistory;
  const double moves[] = {0.01,  -0.02,  0.013, 0.004, -0.008, 0.021, -0.005,
                          0.017, -0.011, 0.002, 0.009, -0.014, 0.006, -0.003};
  double nav = 1;
  double price = 1;
  Date day = 19000;
  double last = 0;
  for (const double move : moves) {
    nav *= 1 + move;
    price *= 1 + last;
    last = move;
    while (IsWeekend(day)) ++day;
    data.dates.push_back(day);
    data.price_cny.push_back(price);
    data.nav.dates.push_back(day++);
    data.nav.values.push_back(nav);
  }
  data.rows = data.dates.size();
  const SessionReturns returns = ReturnsOf(data, 100);
  REQUIRE(returns.sessions.size() == 14);
  CHECK(IsMissing(returns.price[0]));
  const LagProfile profile = ProfileOf(returns, 0, returns.sessions.size());
  CHECK(profile.Peak() == 1);
  CHECK_THAT(profile.At(1), WithinAbs(1, 1e-12));
  CHECK(profile.CountAt(1) == 12);
  CHECK(profile.At(3) == 0);
  CHECK(ReturnsOf(data, 5).sessions.size() == 5);
}

}  // namespace
}  // namespace premiumlens
