#include "core/fund/value/estimate_replay.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "core/fund/value/iopv_estimate.h"

using namespace premiumlens;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// A fund that follows its index and the exchange rate to the digit, but for a daily cost.
struct Made {
  std::vector<Date> dates;
  std::vector<double> price;
  DatedValues nav, index, fx;
};

Made Make(unsigned seed, int days, double daily_cost) {
  std::mt19937 random(seed);
  std::normal_distribution<double> step(0, 0.01);
  Made made;
  double index = 100;
  double rate = 7;
  for (int i = 0; i < days; ++i) {
    const Date date = *ParseIso("2024-01-01") + i / 5 * 7 + i % 5;
    index *= std::exp(step(random));
    rate *= std::exp(step(random) / 5);
    made.dates.push_back(date);
    made.index.dates.push_back(date);
    made.index.values.push_back(index);
    made.fx.dates.push_back(date);
    made.fx.values.push_back(rate);
    made.nav.dates.push_back(date);
    made.nav.values.push_back(index * rate * std::exp(-daily_cost * i) / 500);
    made.price.push_back(made.nav.values.back() * (1 + 0.03 + step(random)));
  }
  return made;
}

Replay Run(const Made& made, PublicationLag lag, const std::vector<double>& bars = {0.03}) {
  return ReplayEstimate({made.dates, made.price, made.nav, made.index, made.fx, lag}, bars);
}

constexpr PublicationLag kShut{1, false};
constexpr PublicationLag kOpen{0, true};

}  // namespace

TEST_CASE("an estimate of a fund that follows to the digit has no error") {
  for (const PublicationLag lag : {kShut, kOpen}) {
    const Replay replay = Run(Make(1, 200, 0), lag);
    REQUIRE(replay.estimate.nobs > 190);
    CHECK_THAT(replay.estimate.rmse_fraction, WithinAbs(0, 1e-12));
    CHECK(replay.published.rmse_fraction > 0.005);
    CHECK(replay.bars[0].estimate_only == 0);
    CHECK(replay.bars[0].actual_only == 0);
    CHECK(replay.bars[0].both > 20);
    CHECK(replay.bars[0].published_wrong > 10);
    CHECK(replay.held_already == 0);
  }
}

// Where the market is shut the estimate carries a NAV of T − 2 on by one session; where it is open
// one of T − 1, also by one: the fund's cost of a day is what it misses.
TEST_CASE("what the fund loses each day is the bias") {
  for (const PublicationLag lag : {kShut, kOpen}) {
    const Replay replay = Run(Make(2, 300, 0.0004), lag);
    CHECK_THAT(replay.estimate.bias_fraction, WithinRel(std::exp(0.0004) - 1, 1e-9));
    CHECK_THAT(replay.estimate.rmse_fraction, WithinRel(std::exp(0.0004) - 1, 1e-9));
    CHECK_THAT(replay.estimate.worst_fraction, WithinRel(std::exp(0.0004) - 1, 1e-9));
  }
}

// The NAV of the 18th day holds a close that is not there: its old level must not pass for it.
TEST_CASE("there is no estimate from a NAV later than the last day of index or rate") {
  for (DatedValues Made::*series : {&Made::index, &Made::fx}) {
    Made made = Make(4, 20, 0);
    (made.*series).dates.resize(17);
    (made.*series).values.resize(17);
    const Replay replay = Run(made, kOpen);
    CHECK(replay.nav_dates[17] == made.dates[16]);
    CHECK_FALSE(IsMissing(replay.value_cny[17]));
    CHECK(replay.nav_dates[18] == made.dates[17]);
    CHECK(IsMissing(replay.value_cny[18]));
    CHECK(IsMissing(replay.value_cny[19]));
  }
}

TEST_CASE("each row tells which NAV it starts from and which session it ends at") {
  const Made made = Make(3, 30, 0);
  const Replay shut = Run(made, kShut);
  CHECK(IsMissing(shut.value_cny[1]));
  for (std::size_t i = 2; i < 30; ++i) {
    INFO(i);
    REQUIRE(shut.nav_dates[i] == made.dates[i - 2]);
    REQUIRE(shut.session_dates[i] == made.dates[i - 1]);
    EstimateInput input;
    input.nav_cny = made.nav.values[i - 2];
    input.index = {made.index.values[i - 2], made.index.values[i - 1]};
    input.fx = {made.fx.values[i - 2], made.fx.values[i]};
    REQUIRE_THAT(shut.value_cny[i], WithinRel(EstimateIopv(input).value_cny, 1e-14));
  }
  CHECK(Run(made, kOpen).session_dates[5] == made.dates[5]);
}

TEST_CASE("a session that the published NAV holds is not added again") {
  Made made = Make(4, 60, 0);
  // The foreign market is shut on day 30 to 32: on days 31 to 33 the NAV of two days before holds
  // its last session.
  for (DatedValues* series : {&made.index}) {
    series->dates.erase(series->dates.begin() + 30, series->dates.begin() + 33);
    series->values.erase(series->values.begin() + 30, series->values.begin() + 33);
  }
  const Replay replay = Run(made, kShut);
  CHECK(replay.held_already == 3);  // days 31 to 33
  const double rates = made.fx.values[33] / made.fx.values[31];
  CHECK_THAT(replay.value_cny[33], WithinRel(made.nav.values[31] * rates, 1e-14));
}

TEST_CASE("one wrong NAV is the worst day, and its date is told") {
  Made made = Make(5, 100, 0);
  made.nav.values[50] *= 1.05;
  const Replay replay = Run(made, kShut);
  CHECK_THAT(std::fabs(replay.estimate.worst_fraction), WithinAbs(0.05, 0.003));
  // It is held against NAV(50) on day 51 and starts from it on day 52.
  CHECK((replay.estimate.worst_date == made.dates[51] ||
         replay.estimate.worst_date == made.dates[52]));
}

TEST_CASE("nothing can be estimated without an index or before a NAV is published") {
  Made made = Make(6, 20, 0);
  made.index = {};
  const Replay replay = Run(made, kShut);
  CHECK(replay.estimate.nobs == 0);
  CHECK(IsMissing(replay.estimate.bias_fraction));
  CHECK(std::all_of(replay.value_cny.begin(), replay.value_cny.end(),
                    [](double value) { return IsMissing(value); }));
}

TEST_CASE("the moves of each row make its estimate from its NAV") {
  const Made made = Make(7, 60, 0);
  const Replay replay = Run(made, kShut);
  for (const std::size_t row : {10U, 30U, 59U}) {
    const auto nav = std::find(made.dates.begin(), made.dates.end(), replay.nav_dates[row]);
    const double from = made.nav.values[static_cast<std::size_t>(nav - made.dates.begin())];
    CHECK_THAT(replay.value_cny[row], WithinRel(from * (1 + replay.index_move_fraction[row]) *
                                                    (1 + replay.fx_move_fraction[row]),
                                                1e-14));
    CHECK(replay.index_move_fraction[row] != 0);
  }
  CHECK(IsMissing(replay.index_move_fraction[0]));
}

TEST_CASE("in a hole of the index there is no estimate, and after it there is") {
  Made made = Make(8, 120, 0);
  made.index.dates.erase(made.index.dates.begin() + 40, made.index.dates.begin() + 60);
  made.index.values.erase(made.index.values.begin() + 40, made.index.values.begin() + 60);
  const Replay replay = Run(made, kShut);
  for (std::size_t row = 42; row < 60; ++row) CHECK(IsMissing(replay.value_cny[row]));
  CHECK_FALSE(IsMissing(replay.value_cny[39]));
  CHECK_FALSE(IsMissing(replay.value_cny[63]));
  CHECK_THAT(replay.estimate.worst_fraction, WithinAbs(0, 1e-12));
}

TEST_CASE("a rate of a day to come is not waited for") {
  const Made made = Make(9, 60, 0);
  ReplayInput input{made.dates, made.price, made.nav, made.index, made.fx, kShut};
  input.fx_lag = -1;
  const Replay replay = ReplayEstimate(input, {});
  CHECK_THAT(replay.fx_move_fraction[59],
             WithinRel(made.fx.values[59] / made.fx.values[58] - 1, 1e-9));
}
