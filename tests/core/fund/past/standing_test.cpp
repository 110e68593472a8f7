#include "core/fund/past/standing.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// 1, 2, …, 20 % in ascending order, then the latest.
std::vector<double> Rising(double latest) {
  std::vector<double> premium;
  for (int i = 1; i < 20; ++i) premium.push_back(0.01 * i);
  premium.push_back(latest);
  return premium;
}

TEST_CASE("standing: by hand; the latest counts itself, ties count in full") {
  const Standing highest = StandingOf({}, Rising(0.20), 20);
  CHECK(highest.percentile_fraction == 1);
  CHECK_THAT(highest.median_fraction, WithinAbs(0.105, 1e-15));
  CHECK_THAT(highest.spread_fraction, WithinAbs(1.4826 * 0.05, 1e-15));
  CHECK_THAT(highest.robust_z, WithinRel(0.095 / (1.4826 * 0.05), 1e-12));
  CHECK(StandingOf({}, Rising(0.001), 20).percentile_fraction == 0.05);
  CHECK(StandingOf({}, Rising(0.05), 20).percentile_fraction == 0.3);  // 1 to 5 % and itself
}

TEST_CASE("standing: days without a premium are left out, also at the end") {
  std::vector<double> premium = Rising(0.20);
  premium.insert(premium.begin() + 7, 3, kMissing);
  premium.push_back(kMissing);
  std::vector<Date> dates;
  for (Date day = 100; dates.size() < premium.size(); ++day) dates.push_back(day);
  const Standing standing = StandingOf(dates, premium, 20);
  CHECK(standing.percentile_fraction == 1);
  CHECK(standing.sample.nobs == 20);
  CHECK(standing.sample.from == 100);
  CHECK(standing.sample.to == 122);
}

TEST_CASE("standing: MAD = 0 gives no z; a short past gives no figure") {
  std::vector<double> flat(40, 0.001);
  flat.back() = 0.02;
  const Standing standing = StandingOf({}, flat, kAllDays);
  CHECK(standing.percentile_fraction == 1);
  CHECK(standing.spread_fraction == 0);
  CHECK(IsMissing(standing.robust_z));
  const Standing few = StandingOf({}, flat, 60);
  REQUIRE(few.too_few);
  CHECK(few.too_few->needed == 60);
  CHECK(few.too_few->have == 40);
  CHECK(IsMissing(few.percentile_fraction));
  CHECK(few.latest_fraction == 0.02);
  CHECK(StandingOf({}, {}, kAllDays).too_few->have == 0);
}

TEST_CASE("standing: laws: scaling keeps both, moving keeps both, earlier days do not matter") {
  Noise noise(9);
  for (int run = 0; run < 20; ++run) {
    std::vector<double> premium;
    for (int i = 0; i < 200; ++i) premium.push_back(0.01 * noise.Next());
    const Standing standing = StandingOf({}, premium, 60);
    std::vector<double> other = premium;
    for (double& value : other) value = 2 * value + 0.03;
    const Standing moved = StandingOf({}, other, 60);
    CHECK(moved.percentile_fraction == standing.percentile_fraction);
    CHECK_THAT(moved.robust_z, WithinAbs(standing.robust_z, 1e-9));
    for (int i = 0; i < 140; ++i) other[static_cast<std::size_t>(i)] = noise.Next();
    CHECK(StandingOf({}, other, 60).robust_z == moved.robust_z);
    for (double& value : premium) value = -value;
    CHECK_THAT(StandingOf({}, premium, 60).robust_z, WithinAbs(-standing.robust_z, 1e-12));
  }
}

}  // namespace
}  // namespace premiumlens
