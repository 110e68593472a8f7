#include "core/fund/value/nav_dating.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <catch2/catch.hpp>

using namespace premiumlens;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Any 32-bit linear congruence will do: the expected numbers were made by another program with it.
class Draws {
 public:
  explicit Draws(std::uint32_t seed) : state_(seed) {}
  double Next() {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<double>(state_) / 4294967296.0 - 0.5;
  }

 private:
  std::uint32_t state_;
};

struct Made {
  DatedValues nav, index, fx;
};

// Weekdays from a Monday on; the NAV holds 95 % of the index's move `index_lag` days before and all
// of the rate's `fx_lag` days before.
Made Make(std::uint32_t seed, int days, int index_lag, int fx_lag) {
  Draws draws(seed);
  Made made;
  for (int i = 0; i < days; ++i) {
    const Date date = *ParseIso("2024-01-01") + i / 5 * 7 + i % 5;
    for (DatedValues* series : {&made.nav, &made.index, &made.fx}) series->dates.push_back(date);
    const bool first = i == 0;
    made.index.values.push_back(first ? 100
                                      : made.index.values.back() * std::exp(0.04 * draws.Next()));
    made.fx.values.push_back(first ? 7 : made.fx.values.back() * std::exp(0.01 * draws.Next()));
  }
  const auto at = [days](const std::vector<double>& values, int place) {
    return values[static_cast<std::size_t>(std::clamp(place, 0, days - 1))];
  };
  for (int i = 0; i < days; ++i) {
    made.nav.values.push_back(0.01 * std::pow(at(made.index.values, i - index_lag), 0.95) *
                              at(made.fx.values, i - fx_lag) * std::exp(0.001 * draws.Next()));
  }
  return made;
}

}  // namespace

// Expected: the same fits by normal equations in a Python program of its own; the residual is over
// n − 3.
TEST_CASE("residuals by lag agree with another program's least squares") {
  const Made made = Make(7, 120, 1, 0);
  const NavDating dating = DateNav(made.nav, made.index, made.fx);
  REQUIRE(dating.enough);
  CHECK(dating.nobs == 113);
  CHECK(dating.index.best == 1);
  CHECK(dating.fx->best == 0);
  CHECK(dating.index.told);
  CHECK(dating.fx->told);
  CHECK_THAT(dating.residual_bp, WithinRel(4.101682573703047, 1e-9));
  CHECK_THAT(dating.index_slope, WithinRel(0.9546517833709257, 1e-9));
  CHECK_THAT(dating.fx_slope, WithinRel(0.9858032810779056, 1e-9));
  const std::vector<double> by_index = {109.41440545047344, 108.67544056397976, 109.25477268199533,
                                        109.16430409277409, 4.101682573703047,  109.23441410142819,
                                        109.34556798831454};
  const std::vector<double> by_fx = {30.430739264816832, 30.41803339445774,  30.116532279369327,
                                     4.101682573703047,  30.083738910982415, 30.394945253392603,
                                     30.36680379097626};
  for (std::size_t i = 0; i < kDatingLags; ++i) {
    CHECK_THAT(dating.index.residual_bp[i], WithinRel(by_index[i], 1e-9));
    CHECK_THAT(dating.fx->residual_bp[i], WithinRel(by_fx[i], 1e-9));
  }
}

TEST_CASE("every lag that a NAV can have is found, and units change nothing") {
  for (int index_lag = -2; index_lag <= 2; ++index_lag) {
    for (int fx_lag = -2; fx_lag <= 2; ++fx_lag) {
      const Made made =
          Make(static_cast<std::uint32_t>(31 + 5 * index_lag + fx_lag), 200, index_lag, fx_lag);
      const NavDating dating = DateNav(made.nav, made.index, made.fx);
      INFO(index_lag << " " << fx_lag);
      REQUIRE(dating.index.best == index_lag);
      REQUIRE(dating.fx->best == fx_lag);
      Made scaled = made;
      for (double& value : scaled.nav.values) value *= 1e-6;
      for (double& value : scaled.index.values) value *= 1e9;
      const NavDating same = DateNav(scaled.nav, scaled.index, scaled.fx);
      CHECK_THAT(same.residual_bp, WithinRel(dating.residual_bp, 1e-9));
    }
  }
}

TEST_CASE("an index that the NAV has nothing to do with is not told") {
  int told = 0;
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    const Made made = Make(seed, 300, 0, 0);
    const Made other = Make(seed + 1000, 300, 0, 0);
    told += DateNav(made.nav, other.index, {}).index.told ? 1 : 0;
  }
  CHECK(told == 0);
}

TEST_CASE("too few pairs are said to be too few; splits and gaps are left out") {
  Made made = Make(3, 40, 0, 0);
  CHECK_FALSE(DateNav(made.nav, made.index, made.fx).enough);
  CHECK_FALSE(DateNav({}, {}, {}).enough);
  made = Make(3, 200, 0, 0);
  for (std::size_t i = 100; i < 200; ++i) made.nav.values[i] /= 5;
  const NavDating dating = DateNav(made.nav, made.index, made.fx);
  CHECK(dating.wild == 1);
  CHECK(dating.index.best == 0);
  CHECK(dating.residual_bp < 6);
  for (std::size_t i = 100; i < 200; ++i) made.nav.dates[i] += 60;
  for (std::size_t i = 100; i < 200; ++i) made.index.dates[i] += 60;
  CHECK(DateNav(made.nav, made.index, {}).wild == 0);
}

TEST_CASE("a dividend is left out and counted, and changes no lag's residual by much") {
  const Made made = Make(5, 200, 0, 1);
  const NavDating whole = DateNav(made.nav, made.index, made.fx);
  DatedValues paid = made.nav;
  for (std::size_t i = 120; i < paid.values.size(); ++i) paid.values[i] *= 0.9;
  const NavDating dating = DateNav(paid, made.index, made.fx);
  CHECK(dating.wild == whole.wild + 1);
  CHECK(dating.nobs == whole.nobs - 1);
  CHECK(dating.fx->told);
  CHECK_THAT(dating.residual_bp, WithinRel(whole.residual_bp, 0.05));
}

TEST_CASE("a hole in the index leaves its days out") {
  const Made made = Make(5, 300, 0, 1);
  DatedValues broken = made.index;
  broken.dates.erase(broken.dates.begin() + 100, broken.dates.begin() + 180);
  broken.values.erase(broken.values.begin() + 100, broken.values.begin() + 180);
  const NavDating dating = DateNav(made.nav, broken, made.fx);
  CHECK(dating.nobs < 300 - 80);
  CHECK(dating.index.best == 0);
  CHECK_THAT(dating.residual_bp,
             WithinRel(DateNav(made.nav, made.index, made.fx).residual_bp, 0.1));
}

TEST_CASE("what nothing explains is the NAV's own spread") {
  const Made made = Make(5, 200, 0, 1);
  const NavDating dating = DateNav(made.nav, made.index, made.fx);
  CHECK(dating.nav_bp > 5 * dating.residual_bp);
  CHECK_THAT(dating.nav_bp, WithinRel(dating.grid_bp[0][0], 0.05));
}
