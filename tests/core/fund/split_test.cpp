#include "core/fund/split.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "core/fund/premium.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

Date Day(const char* text) { return *ParseIso(text); }

// 40 days of a fund near par whose value drifts, without a split.
FundData Plain() {
  FundData data;
  data.shape = Shape::kHistory;
  for (int i = 0; i < 40; ++i) {
    const double value = 2 * std::exp(0.01 * std::sin(i * 0.7));
    data.dates.push_back(19000 + i);
    data.price_cny.push_back(value * 1.02);
    data.nav.dates.push_back(19000 + i);
    data.nav.values.push_back(value);
  }
  data.rows = data.dates.size();
  return data;
}

void DividePriceFrom(FundData& data, std::size_t row, double by) {
  for (std::size_t i = row; i < data.rows; ++i) data.price_cny[i] /= by;
}

void DivideNavFrom(FundData& data, std::size_t row, double by) {
  for (std::size_t i = row; i < data.rows; ++i) data.nav.values[i] /= by;
}

bool Has(const Splits& splits, Code code) {
  for (const Finding& finding : splits.findings) {
    if (finding.code == code) return true;
  }
  return false;
}

TEST_CASE("split: 513100 in January 2022, NAV restated on a halt day that has no price") {
  FundData data;
  data.shape = Shape::kHistory;
  // Exchange closes and fund-company NAVs about the split 1:5.
  data.dates = {Day("2022-01-11"), Day("2022-01-12"), Day("2022-01-14"), Day("2022-01-17")};
  data.price_cny = {5.101, 5.192, 1.015, 1.014};
  data.nav.dates = {Day("2022-01-11"), Day("2022-01-12"), Day("2022-01-13"), Day("2022-01-14")};
  data.nav.values = {5.172, 5.189, 1.009, 1.019};
  data.rows = 4;
  const Splits splits = AdjustSplits(data);
  REQUIRE(splits.found.size() == 1);
  CHECK(splits.found[0].ratio == 5);
  CHECK(splits.found[0].date == Day("2022-01-13"));
  CHECK(Has(splits, Code::split_adjusted));
  CHECK_THAT(data.price_cny[1], WithinRel(5.192 / 5, 1e-12));
  CHECK(data.price_cny[2] == 1.015);
  CHECK_THAT(data.nav.values[1], WithinRel(5.189 / 5, 1e-12));
  CHECK(data.nav.values[2] == 1.009);
}

TEST_CASE("split: whichever series moves first, premiums stay what they were") {
  for (const double by : {2.0, 3.0, 5.0, 10.0, 1.5, 0.5, 0.2}) {
    for (const int apart : {-3, -1, 0, 1, 3}) {
      FundData data = Plain();
      DividePriceFrom(data, 20, by);
      DivideNavFrom(data, static_cast<std::size_t>(20L + apart), by);
      const Splits splits = AdjustSplits(data);
      REQUIRE(splits.found.size() == 1);
      CHECK_THAT(splits.found[0].ratio, WithinRel(by, 1e-12));
      CHECK_FALSE(Has(splits, Code::split_one_sided));
      for (std::size_t i = 0; i < data.rows; ++i) {
        CHECK(std::fabs(PremiumFraction(data.price_cny[i], data.nav.values[i]) - 0.02) < 1e-9);
      }
      CHECK(data.price_cny.back() < 3 / by);  // on the latest basis
    }
  }
}

TEST_CASE("split: two splits in one history") {
  FundData data = Plain();
  DividePriceFrom(data, 10, 2);
  DivideNavFrom(data, 9, 2);
  DividePriceFrom(data, 30, 3);
  DivideNavFrom(data, 31, 3);
  const Splits splits = AdjustSplits(data);
  REQUIRE(splits.found.size() == 2);
  CHECK(splits.found[0].ratio == 2);
  CHECK(splits.found[1].ratio == 3);
  for (std::size_t i = 0; i < data.rows; ++i) {
    CHECK(std::fabs(PremiumFraction(data.price_cny[i], data.nav.values[i]) - 0.02) < 1e-9);
  }
}

TEST_CASE("split: limit days and a premium that melts are no split") {
  FundData data = Plain();
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (i >= 10 && i < 20) data.price_cny[i] *= 1.5;                          // up 50 % …
    if (i >= 20 && i < 24) data.price_cny[i] *= 1.5 * std::pow(0.9, i - 19);  // … and limit down
  }
  const std::vector<double> before = data.price_cny;
  const Splits splits = AdjustSplits(data);
  CHECK(splits.found.empty());
  CHECK(data.price_cny == before);
}

TEST_CASE("split: a premium of half that is gone by the next price, a week later, is none either") {
  FundData data = Plain();
  for (std::size_t i = 0; i < 20; ++i) data.price_cny[i] *= 1.5;
  FundData week = data;
  for (std::size_t i = 20; i < week.rows; ++i) {
    week.dates[i] += 7;
    week.nav.dates[i] += 7;
  }
  const Splits splits = AdjustSplits(week);
  CHECK(splits.found.empty());
  CHECK_FALSE(Has(splits, Code::split_one_sided));
  // In one session no price falls by a third: the limit is a tenth.
  CHECK(Has(AdjustSplits(data), Code::split_one_sided));
}

TEST_CASE("split: both halving in a year's gap are a market, not a split") {
  FundData data = Plain();
  for (std::size_t i = 20; i < data.rows; ++i) {
    data.dates[i] += 365;
    data.nav.dates[i] += 365;
  }
  DividePriceFrom(data, 20, 2);
  DivideNavFrom(data, 20, 2);
  CHECK(AdjustSplits(data).found.empty());
}

TEST_CASE("split: one side alone is said and nothing is adjusted") {
  for (const bool price_side : {true, false}) {
    FundData data = Plain();
    price_side ? DividePriceFrom(data, 20, 5) : DivideNavFrom(data, 20, 5);
    const std::vector<double> price = data.price_cny;
    const Splits splits = AdjustSplits(data);
    CHECK(splits.found.empty());
    CHECK(Has(splits, Code::split_one_sided));
    CHECK(data.price_cny == price);
  }
}

TEST_CASE("split: an adjusted price beside a NAV as published is said") {
  FundData data = Plain();
  DivideNavFrom(data, 20, 5);
  for (double& price : data.price_cny) price /= 5;
  CHECK(Has(AdjustSplits(data), Code::split_one_sided));
}

TEST_CASE("split: a single wrong price is not one") {
  FundData data = Plain();
  data.price_cny[20] *= 10;
  const Splits splits = AdjustSplits(data);
  CHECK(splits.found.empty());
  CHECK(splits.findings.empty());
}

}  // namespace
}  // namespace premiumlens
