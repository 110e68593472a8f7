#include "core/fund/cost/path_risk.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "core/fund/premium.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

PremiumHistory MadeFund(int days, std::uint32_t seed = 5, double scale = 1) {
  Noise noise(seed);
  PremiumHistory history;
  double level = 0.08, value = 1.2 * scale;
  for (int i = 0; i < days; ++i) {
    const double shared = noise.Next();
    level = 0.05 + 0.9 * (level - 0.05) + 0.01 * (0.7 * noise.Next() - 0.7 * shared);
    value *= std::exp(0.012 * shared);
    history.dates.push_back(19002 + i);
    history.value_cny.push_back(value);
    history.price_cny.push_back(value * std::exp(level));
  }
  history.premium_fraction = PremiumSeries(history.price_cny, history.value_cny);
  return history;
}

// By hand: μ = 0, φ = 0.5, two days from x = ln 1.1: mean (0.25 − 1) ln 1.1; variance
// 2 × 0.0001 + 0.0004 × 1.25 + 2 × (−0.5) × 0.01 × 0.02 × 1.5.
TEST_CASE("path_risk: two days by hand") {
  const PathModel model{0, 0.5, 0.02, 0.01, -0.5, 0};
  const PathOutlook outlook = OutlookAt(model, 0.1, 2);
  CHECK_THAT(outlook.mean_log, WithinAbs(-0.75 * std::log(1.1), 1e-15));
  CHECK_THAT(outlook.sd_log, WithinAbs(std::sqrt(0.0002 + 0.0005 - 0.0003), 1e-15));
  CHECK_THAT(outlook.median_premium, WithinAbs(std::pow(1.1, 0.25) - 1, 1e-15));
  CHECK_THAT(outlook.quantiles[2], WithinAbs(std::pow(1.1, -0.75) - 1, 1e-15));
  CHECK_THAT(outlook.mean_fraction, WithinAbs(std::exp(outlook.mean_log + 0.0002) - 1, 1e-15));
}

TEST_CASE("path_risk: without deviation the answer is the exact return") {
  const PathModel model{std::log(1.02), 0, 0, 0, 0, std::log(1.001)};
  const PathOutlook outlook = OutlookAt(model, 0.18, 10);
  const double exact = ConvergenceReturn(0.18, 0.02, std::pow(1.001, 10) - 1).return_fraction;
  for (const double quantile : outlook.quantiles) CHECK_THAT(quantile, WithinAbs(exact, 1e-14));
  CHECK_THAT(outlook.mean_fraction, WithinAbs(exact, 1e-14));
  CHECK(outlook.loss_chances[0] == 1);
  CHECK(outlook.loss_chances[3] == 0);
}

TEST_CASE("path_risk: after long the premium is at its mean, and a random walk goes nowhere") {
  const PathModel model{std::log(1.03), 0.9, 0.01, 0, 0, 0};
  const PathOutlook far = OutlookAt(model, 0.25, 1000);
  CHECK_THAT(far.median_premium, WithinAbs(0.03, 1e-14));
  CHECK_THAT(far.mean_log, WithinAbs(std::log(1.03 / 1.25), 1e-14));
  CHECK_THAT(far.sd_log, WithinAbs(0.01 / std::sqrt(1 - 0.81), 1e-14));
  const PathOutlook walk = OutlookAt({std::log(1.03), 1, 0.01, 0.02, 0.5, 0}, 0.25, 9);
  CHECK_THAT(walk.mean_log, WithinAbs(0, 1e-15));
  CHECK_THAT(walk.sd_log, WithinAbs(3 * std::sqrt(0.0001 + 0.0004 + 0.0002), 1e-15));
}

TEST_CASE("path_risk: chances and quantiles are in order") {
  Noise noise(8);
  for (int i = 0; i < 200; ++i) {
    const PathModel model{0.2 * noise.Uniform(),  2 * noise.Uniform() - 1, 0.03 * noise.Uniform(),
                          0.03 * noise.Uniform(), 2 * noise.Uniform() - 1, 0};
    const PathOutlook outlook = OutlookAt(model, 0.5 * noise.Uniform(), 1 + i);
    CHECK(outlook.sd_log >= 0);
    for (std::size_t k = 1; k < kPathShares.size(); ++k) {
      CHECK(outlook.quantiles[k - 1] <= outlook.quantiles[k]);
    }
    for (std::size_t k = 1; k < kLossBars.size(); ++k) {
      CHECK(outlook.loss_chances[k - 1] >= outlook.loss_chances[k]);
    }
  }
}

TEST_CASE("path_risk: price and value times ten change nothing") {
  const PathFitResult one = FitPathModel(MadeFund(300), 250);
  const PathFitResult ten = FitPathModel(MadeFund(300, 5, 10), 250);
  REQUIRE(one.fit);
  REQUIRE(ten.fit);
  CHECK_THAT(ten.fit->model.persistence, WithinRel(one.fit->model.persistence, 1e-9));
  CHECK_THAT(ten.fit->model.premium_mean_log, WithinRel(one.fit->model.premium_mean_log, 1e-9));
  CHECK_THAT(ten.fit->model.premium_sd, WithinRel(one.fit->model.premium_sd, 1e-9));
  CHECK_THAT(ten.fit->model.value_sd, WithinRel(one.fit->model.value_sd, 1e-9));
  CHECK_THAT(ten.fit->model.correlation, WithinRel(one.fit->model.correlation, 1e-9));
}

TEST_CASE("path_risk: only the window counts, and it ends with the last premium") {
  PremiumHistory all = MadeFund(400);
  PremiumHistory cut;
  const auto from = [](const std::vector<double>& v) {
    return std::vector<double>(v.begin() + 200, v.end());
  };
  cut.price_cny = from(all.price_cny);
  cut.value_cny = from(all.value_cny);
  cut.premium_fraction = from(all.premium_fraction);
  all.premium_fraction.push_back(kMissing);
  all.value_cny.push_back(1);
  all.dates.push_back(19002 + 400);
  const PathFitResult whole = FitPathModel(all, 200);
  REQUIRE(whole.fit);
  CHECK(whole.fit->pairs == 199);
  CHECK(whole.fit->sample.to == 19002 + 399);
  CHECK(whole.fit->model.persistence == FitPathModel(cut, 250).fit->model.persistence);
}

// A premium that only ever rises, faster and faster.
TEST_CASE("path_risk: where the premium does not come back there is no closing") {
  PremiumHistory history = MadeFund(100);
  Noise noise(9);
  for (int i = 0; i < 100; ++i) {
    history.premium_fraction[static_cast<std::size_t>(i)] =
        0.01 * std::exp(0.04 * i) * (1 + 0.01 * noise.Uniform());
  }
  const PathFitResult fitted = FitPathModel(history, 250);
  REQUIRE(fitted.fit);
  CHECK(fitted.fit->premium.persistence > 1);
  CHECK(fitted.fit->model.persistence == 1);
  const double today = history.premium_fraction.back();
  const PathOutlook outlook = OutlookAt(fitted.fit->model, today, 60);
  CHECK_THAT(outlook.median_premium, WithinAbs(today, 1e-12));
  CHECK_THAT(outlook.mean_log, WithinAbs(0, 1e-15));
  // With a persistence of one's own it goes to the mean of the days there were.
  PathModel own = fitted.fit->model;
  own.persistence = 0.5;
  CHECK(OutlookAt(own, today, 250).median_premium < today / 2);
}

TEST_CASE("path_risk: too few days are told, and no year of under 250") {
  const PathFitResult few = FitPathModel(MadeFund(60), 250);
  CHECK_FALSE(few.fit);
  REQUIRE(few.too_few);
  CHECK(few.too_few->needed == 61);
  CHECK(few.too_few->have == 60);
  const PathFitResult enough = FitPathModel(MadeFund(61), 250);
  REQUIRE(enough.fit);
  CHECK(IsMissing(enough.fit->value_growth_year));
  CHECK(IsMissing(FitPathModel(MadeFund(249), 250).fit->value_growth_year));
  CHECK_FALSE(IsMissing(FitPathModel(MadeFund(250), 250).fit->value_growth_year));
  const PremiumHistory long_one = MadeFund(251);
  const PathFitResult year = FitPathModel(long_one, 251);
  CHECK_THAT(year.fit->value_growth_year,
             WithinAbs(long_one.value_cny.back() / long_one.value_cny.front() - 1, 1e-12));
  PremiumHistory none;
  none.premium_fraction = std::vector<double>(100, 0.02);
  CHECK(FitPathModel(none, 250).too_few);
}

}  // namespace
}  // namespace premiumlens
