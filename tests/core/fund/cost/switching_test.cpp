#include "core/fund/cost/switching.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("switching: the investor guide's two funds, 5.58 % and 2.92 %") {
  // 1.0558/1.0292 − 1 to full precision; the difference of the two would be 2.66 points.
  const Switch made = SwitchOf(0.0558, 0.0292, {0, 0});
  CHECK_THAT(made.gross_fraction, WithinAbs(0.025845316750874466, 1e-15));
  CHECK(made.gross_fraction == made.net_fraction);
  CHECK_THAT(made.breakeven_difference_fraction, WithinAbs(0, 1e-15));
  const Switch paid = SwitchOf(0.0558, 0.0292, {0.0003, 0.001});
  CHECK_THAT(paid.net_fraction, WithinRel(1.0558 / 1.0292 * 0.9987 / 1.0013 - 1, 1e-12));
}

TEST_CASE("switching: equal premiums cost the costs; there and back costs them twice") {
  Noise noise(2);
  for (int i = 0; i < 100; ++i) {
    const double a = 0.3 * noise.Uniform() - 0.1, b = 0.3 * noise.Uniform() - 0.1;
    const SwitchCosts costs{0.01 * noise.Uniform(), 0.01 * noise.Uniform()};
    CHECK_THAT(SwitchOf(a, a, costs).net_fraction,
               WithinAbs(SwitchOf(a, a, costs).cost_fraction, 1e-15));
    const double both =
        (1 + SwitchOf(a, b, costs).net_fraction) * (1 + SwitchOf(b, a, costs).net_fraction);
    CHECK_THAT(both, WithinRel(std::pow(1 + SwitchOf(a, b, costs).cost_fraction, 2), 1e-12));
    const double even = b + SwitchOf(a, b, costs).breakeven_difference_fraction;
    CHECK_THAT(SwitchOf(even, b, costs).net_fraction, WithinAbs(0, 1e-14));
  }
}

FundSummary Fund(const char* code, const char* index, double premium, Date date = 20000) {
  FundSummary fund;
  fund.fund.code = code;
  fund.identity.index_name = index;
  fund.premium_fraction = premium;
  fund.date = date;
  fund.denominator = Denominator::kIopv;
  return fund;
}

TEST_CASE("switching: funds on one index, the lowest premium first") {
  const std::vector<FundSummary> funds = {Fund("1", "A", 0.05), Fund("2", "B", 0.01),
                                          Fund("3", "A", 0.02), Fund("4", "", 0.001),
                                          Fund("5", "C", 0.03), Fund("6", "A", kMissing),
                                          Fund("7", "B", 0.04), Fund("8", "A", 0.01, 19999)};
  const std::vector<IndexGroup> groups = GroupByIndex(funds, "7");
  REQUIRE(groups.size() == 2);  // C has one fund
  CHECK(groups[0].index_name == "B");
  CHECK(groups[0].from == 6u);
  CHECK(groups[0].lowest == 1u);
  CHECK(groups[1].funds == std::vector<std::size_t>{7, 2, 0, 5});
  CHECK(groups[1].from == 0u);
  CHECK(groups[1].lowest == 2u);                    // fund 8 is lower, but of another day
  CHECK(GroupByIndex(funds, "2")[0].lowest == 6u);  // the fund itself is the lowest: it would cost
}

PremiumHistory History(const std::vector<Date>& dates, const std::vector<double>& premium) {
  PremiumHistory history;
  history.dates = dates;
  history.premium_fraction = premium;
  return history;
}

TEST_CASE("switching: today's gain in the pair's own past, days in common only") {
  std::vector<Date> dates;
  std::vector<double> a, b;
  for (int i = 0; i < 100; ++i) {
    dates.push_back(19000 + i);
    a.push_back(0.01 * (i % 10));
    b.push_back(i == 50 ? kMissing : 0);
  }
  const SwitchPast past = PastOfSwitch(History(dates, a), History(dates, b), {});
  CHECK(past.sample.nobs == 99);
  CHECK_THAT(past.latest_fraction, WithinRel(0.09, 1e-12));
  CHECK(past.percentile_fraction == 1);
  CHECK_THAT(past.median_fraction, WithinRel(0.05, 1e-9));
  CHECK(past.days_gaining == 90);  // all but the ten days of 0, one of which is missing
  const std::vector<Date> odd = {18999, 19001, 19003};
  const SwitchPast few = PastOfSwitch(History(dates, a), History(odd, {0, 0, 0}), {});
  CHECK(few.too_few->have == 2);
  CHECK(IsMissing(few.latest_fraction));
}

}  // namespace
}  // namespace premiumlens
