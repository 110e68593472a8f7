#include "core/stats/quantile.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("quantile: type 7, by hand") {
  std::vector<double> values{4, 1, 3, 2};
  CHECK_THAT(QuantileOf(values, 0.5), WithinAbs(2.5, 1e-15));
  CHECK_THAT(QuantileOf(values, 0.25), WithinAbs(1.75, 1e-15));
  CHECK_THAT(QuantileOf(values, 0.75), WithinAbs(3.25, 1e-15));
  CHECK(QuantileOf(values, 0) == 1);
  CHECK(QuantileOf(values, 1) == 4);
}

TEST_CASE("quantile: one value, none, ties") {
  std::vector<double> one{7};
  CHECK(QuantileOf(one, 0.3) == 7);
  std::vector<double> none;
  CHECK(IsMissing(QuantileOf(none, 0.5)));
  CHECK(IsMissing(QuantileOfSorted(none, 0.5)));
  std::vector<double> ties{2, 2, 2, 5};
  CHECK(QuantileOf(ties, 0.5) == 2);
}

TEST_CASE("quantile: of the sorted and of the unsorted are the same number") {
  Noise noise(4);
  for (int n = 1; n < 60; ++n) {
    std::vector<double> values;
    for (int i = 0; i < n; ++i) values.push_back(noise.Next());
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    for (const double p : {0.0, 0.025, 0.25, 0.5, 0.75, 0.975, 1.0}) {
      CHECK(QuantileOf(values, p) == QuantileOfSorted(sorted, p));
    }
  }
}

}  // namespace
}  // namespace premiumlens
