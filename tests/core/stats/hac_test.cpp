#include "core/stats/hac.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("hac: by hand") {
  // d = -1.5, -0.5, 0.5, 1.5: γ0 n = 5, γ1 n = 1.25; lag 1: (5 + 2 × ½ × 1.25)/16.
  CHECK_THAT(HacErrorOfMean({1, 2, 3, 4}, 1), WithinRel(std::sqrt(6.25) / 4, 1e-14));
  CHECK_THAT(HacErrorOfMean({1, 2, 3, 4}, 0), WithinRel(std::sqrt(5.0) / 4, 1e-14));
}

TEST_CASE("hac: the automatic lag") {
  CHECK(AutomaticLag(100) == 4);
  CHECK(AutomaticLag(244) == 4);  // 4 × 2.44^(2/9) = 4.88
  CHECK(AutomaticLag(1000) == 6);
  CHECK(AutomaticLag(1000000) == 30);
  CHECK(AutomaticLag(2) == 1);
  CHECK(AutomaticLag(1) == 0);
}

TEST_CASE("hac: missing rows keep their place") {
  // d = -1, ·, 1 of the values 1 and 3: no neighbours one apart; two apart −1.
  CHECK_THAT(HacErrorOfMean({1, kMissing, 3}, 1), WithinRel(std::sqrt(2.0) / 2, 1e-14));
  CHECK_THAT(HacErrorOfMean({1, kMissing, 3}, 2), WithinRel(std::sqrt(2.0 - 2.0 / 3) / 2, 1e-14));
}

TEST_CASE("hac: scaling carries over, moving does not matter, reversal neither") {
  Noise noise(3);
  std::vector<double> series;
  for (int i = 0; i < 300; ++i) series.push_back(noise.Next());
  const double error = HacErrorOfMean(series, 7);
  std::vector<double> other(series.rbegin(), series.rend());
  for (double& x : other) x = 100 - 5 * x;
  CHECK_THAT(HacErrorOfMean(other, 7), WithinRel(5 * error, 1e-10));
}

TEST_CASE("hac: nothing of one value or none") {
  CHECK(IsMissing(HacErrorOfMean({}, 0)));
  CHECK(IsMissing(HacErrorOfMean({1}, 0)));
  CHECK(HacErrorOfMean({2, 2, 2}, 1) == 0);
}

}  // namespace
}  // namespace premiumlens
