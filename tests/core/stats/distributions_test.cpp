#include "core/stats/distributions.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// R 4.2.2: pnorm(1.3), pnorm(-8), qnorm(0.975), pt(2.1, 7.5), qt(0.975, 242), qt(0.01, 3).
TEST_CASE("distributions: R's figures") {
  CHECK_THAT(NormalCdf(1.3), WithinRel(0.90319951541438970, 1e-14));
  CHECK_THAT(NormalCdf(-8), WithinRel(6.2209605742717841e-16, 1e-12));
  CHECK_THAT(NormalQuantile(0.975), WithinRel(1.9599639845400538, 1e-14));
  CHECK_THAT(StudentCdf(2.1, 7.5), WithinRel(0.96438146427096094, 1e-13));
  CHECK_THAT(StudentQuantile(0.975, 242), WithinRel(1.9698151341354366, 1e-13));
  CHECK_THAT(StudentQuantile(0.01, 3), WithinRel(-4.5407028585681335, 1e-13));
}

TEST_CASE("distributions: inverse of each other, symmetric, and at their limits") {
  for (const double p : {1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999}) {
    CHECK_THAT(NormalCdf(NormalQuantile(p)), WithinRel(p, 1e-12));
    CHECK_THAT(StudentCdf(StudentQuantile(p, 4.2), 4.2), WithinRel(p, 1e-12));
    CHECK_THAT(StudentQuantile(p, 5), WithinAbs(-StudentQuantile(1 - p, 5), 1e-6));
  }
  CHECK_THAT(StudentQuantile(0.975, 1e9), WithinRel(NormalQuantile(0.975), 1e-8));
  CHECK(std::isinf(NormalQuantile(1)));
  CHECK(NormalQuantile(0) < -1e300);
  CHECK(std::isnan(NormalQuantile(1.1)));
  CHECK(std::isnan(StudentQuantile(0.5, 0)));
  CHECK(std::isnan(StudentCdf(std::nan(""), 3)));
}

}  // namespace
}  // namespace premiumlens
