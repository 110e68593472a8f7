#include "core/stats/correlation.h"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("correlation: of a line 1 or −1, of what stands still none, of few none") {
  CHECK_THAT(Correlate({1, 2, 3, 4}, {10, 12, 14, 16}).value, WithinAbs(1, 1e-15));
  CHECK_THAT(Correlate({1, 2, 3, 4}, {5, 3, 1, -1}).value, WithinAbs(-1, 1e-15));
  CHECK(IsMissing(Correlate({1, 2, 3}, {4, 4, 4}).value));
  CHECK(IsMissing(Correlate({1, 2}, {4, 5}).value));
  CHECK(Correlate({1, kMissing, 3, 4}, {1, 2, kMissing, 4}).nobs == 2);
}

TEST_CASE("correlation: by hand, and unmoved by scale and level") {
  // Deviations −1.5 −.5 .5 1.5 and −.75 1.25 −.75 .25: 0.5 / √(5 × 2.75).
  CHECK_THAT(Correlate({1, 2, 3, 4}, {1, 3, 1, 2}).value, WithinAbs(0.13483997249264842, 1e-12));
  Noise noise(6);
  std::vector<double> x, y, other;
  for (int i = 0; i < 100; ++i) {
    x.push_back(noise.Next());
    y.push_back(0.5 * x.back() + noise.Next());
    other.push_back(1e6 - 4 * y.back());
  }
  CHECK_THAT(Correlate(x, other).value, WithinAbs(-Correlate(x, y).value, 1e-9));
  CHECK_THAT(Correlate(y, x).value, WithinAbs(Correlate(x, y).value, 1e-15));
}

TEST_CASE("correlation: changes and returns are of neighbouring rows") {
  const std::vector<double> changes = DifferencesOf({1, 3, kMissing, 4, 6});
  CHECK(IsMissing(changes[0]));
  CHECK(changes[1] == 2);
  CHECK(IsMissing(changes[2]));
  CHECK(IsMissing(changes[3]));
  CHECK(changes[4] == 2);
  CHECK(ReturnsOf({1, 3})[1] == 2);
}

}  // namespace
}  // namespace premiumlens
