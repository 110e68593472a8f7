#include "core/fund/past/widening.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// At ±0.1 % for so many days.
std::vector<double> Calm(int days, std::uint32_t seed, double level = 0) {
  Noise noise(seed);
  std::vector<double> series;
  for (int i = 0; i < days; ++i) {
    series.push_back(level + 0.001 * std::clamp(noise.Next(), -1.0, 1.0));
  }
  return series;
}

// The range guide's case: ±0.1 % for long, then ±2 %.
TEST_CASE("widening: from ±0.1 % to ±2 %, a premium or a discount") {
  for (const double jump : {0.02, -0.02}) {
    std::vector<double> series = Calm(100, 1);
    series.push_back(jump);
    const Widening found = FindWidening(series);
    REQUIRE(found.latest);
    CHECK(found.latest->is_wide);
    CHECK(found.latest->row == 100);
    CHECK_THAT(found.latest->premium_fraction, WithinAbs(jump, 1e-15));
    CHECK_THAT(found.latest->usual_fraction, WithinAbs(0, 0.0005));
    CHECK(std::fabs(found.latest->robust_z) > 10);
    CHECK(found.latest->robust_z * jump > 0);
    CHECK(found.days_running == 1);
    REQUIRE(found.marks.size() == 1);
    CHECK(found.judged_days == 41);
  }
}

TEST_CASE("widening: what only shrinks, drifts or is small is none") {
  std::vector<double> shrinks = Calm(100, 2, 0.05);
  shrinks.push_back(0.001);
  CHECK_FALSE(FindWidening(shrinks).latest->is_wide);
  CHECK(FindWidening(shrinks).latest->robust_z < -10);
  std::vector<double> other_side = Calm(100, 2, 0.05);
  other_side.push_back(-0.02);
  CHECK(FindWidening(other_side).latest->is_wide);
  std::vector<double> drifts;
  for (int i = 0; i < 200; ++i) drifts.push_back(0.0005 * i);
  CHECK(FindWidening(drifts).wide_days == 0);
  std::vector<double> small = Calm(100, 3);
  for (double& x : small) x /= 100;
  small.push_back(0.0049);  // 490 times what is usual, but under the least that counts
  CHECK_FALSE(FindWidening(small).latest->is_wide);
}

TEST_CASE("widening: a past that never moved gives no z, and any move that counts is wide") {
  std::vector<double> series(80, 0.002);
  series.push_back(0.03);
  const Widening found = FindWidening(series);
  CHECK(found.latest->is_wide);
  CHECK(IsMissing(found.latest->robust_z));
  CHECK(found.latest->spread_fraction == 0);
}

TEST_CASE("widening: a run has one mark, its first day, and no day knows the ones after it") {
  std::vector<double> series = Calm(300, 4);
  for (int i = 100; i < 104; ++i) series[static_cast<std::size_t>(i)] = 0.03;
  series[50] = kMissing;
  series[200] = -0.02;
  const Widening found = FindWidening(series);
  REQUIRE(found.marks.size() == 2);
  CHECK(found.marks[0].row == 100);
  CHECK(found.marks[1].row == 200);
  CHECK(found.marks_count == 2);
  CHECK(found.wide_days == 5);
  CHECK(found.days_running == 0);
  std::vector<double> early(series.begin(), series.begin() + 101);
  const WideDay then = *FindWidening(early).latest;
  CHECK(then.is_wide);
  CHECK(then.robust_z == found.marks[0].robust_z);
}

TEST_CASE("widening: scaled with its bar it is the same; mirrored it is the other side") {
  std::vector<double> series = Calm(200, 5);
  for (const std::size_t day : {90u, 140u, 199u}) series[day] = 0.02;
  const Widening found = FindWidening(series);
  CHECK(found.marks.size() == 3);
  std::vector<double> mirrored = series;
  for (double& x : mirrored) x *= -2;
  const Widening other = FindWidening(mirrored, {.least_fraction = 0.01});
  REQUIRE(other.marks.size() == found.marks.size());
  for (std::size_t i = 0; i < found.marks.size(); ++i) {
    CHECK_THAT(other.marks[i].robust_z, WithinRel(-found.marks[i].robust_z, 1e-9));
  }
}

TEST_CASE("widening: too short a past is not judged; long lists are cut to the latest") {
  const Widening few = FindWidening(Calm(60, 6));
  REQUIRE(few.too_few);
  CHECK(few.too_few->needed == 61);
  CHECK(few.too_few->have == 60);
  CHECK_FALSE(few.latest);
  std::vector<double> many = Calm(20000, 7);
  for (std::size_t i = 100; i < many.size(); i += 50) many[i] = 0.02;
  const Widening found = FindWidening(many);
  CHECK(found.marks_count == 398);
  REQUIRE(found.marks.size() == kMostWideningMarks);
  CHECK(found.marks.back().row == 19950);
}

}  // namespace
}  // namespace premiumlens
