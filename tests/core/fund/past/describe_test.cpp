#include "core/fund/past/describe.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

struct Past {
  std::vector<Date> dates;
  std::vector<double> series;
};

Past MakePast(int days, std::uint32_t seed) {
  Noise noise(seed);
  Past past;
  for (Date day = *ParseIso("2022-03-01"); static_cast<int>(past.dates.size()) < days; ++day) {
    if (IsWeekend(day)) continue;
    past.dates.push_back(day);
    past.series.push_back(noise.Uniform() < 0.05 ? kMissing : 0.02 + 0.01 * noise.Next());
  }
  return past;
}

TEST_CASE("describe: by hand, with a missing day") {
  const std::vector<Date> dates{10, 11, 12, 13, 14};
  const Description about = Describe(dates, {0.04, 0.01, kMissing, 0.03, 0.02}, {0, 5});
  CHECK(about.sample.nobs == 4);
  CHECK(about.sample.from == 10);
  CHECK(about.sample.to == 14);
  CHECK_THAT(about.mean, WithinAbs(0.025, 1e-16));
  CHECK_THAT(about.sd, WithinRel(0.01290994448735806, 1e-12));  // √(5e-4 / 3)
  CHECK_THAT(about.standard_error, WithinRel(0.00645497224367903, 1e-12));
  CHECK_THAT(about.median, WithinAbs(0.025, 1e-16));
  CHECK_THAT(about.q1, WithinAbs(0.0175, 1e-16));
  CHECK_THAT(about.q3, WithinAbs(0.0325, 1e-16));
  CHECK(about.min == 0.01);
  CHECK(about.min_row == 1);
  CHECK(about.max_row == 0);
  CHECK(about.hac_lag == 1);
}

TEST_CASE("describe: split at any day, the parts add up") {
  const Past past = MakePast(400, 4);
  const Description whole = Describe(past.dates, past.series, {0, 400});
  for (const std::size_t at : {0u, 1u, 2u, 133u, 250u, 399u, 400u}) {
    const Date day = at == 400 ? past.dates.back() + 1 : past.dates[at];
    const Period first = PeriodOf(past.dates, kMissingDate, day - 1);
    const Period second = PeriodOf(past.dates, day, kMissingDate);
    CHECK(first.end == second.first);
    double sum = 0;
    std::int64_t nobs = 0;
    for (const Period& part : {first, second}) {
      const Description about = Describe(past.dates, past.series, part);
      nobs += about.sample.nobs;
      if (!about.too_few) {
        sum += about.sum;
        CHECK(about.min >= whole.min);
        CHECK(about.max <= whole.max);
      } else {
        for (std::size_t row = part.first; row < part.end; ++row) {
          if (!IsMissing(past.series[row])) sum += past.series[row];
        }
      }
    }
    CHECK(nobs == whole.sample.nobs);
    CHECK_THAT(sum, WithinRel(whole.sum, 1e-12));
  }
  std::int64_t nobs = 0;
  double sum = 0;
  const std::vector<Period> years = YearsOf(past.dates, {0, 400});
  REQUIRE(years.size() == 2);
  for (const Period& year : years) {
    const Description about = Describe(past.dates, past.series, year);
    nobs += about.sample.nobs;
    sum += about.sum;
    CHECK(FormatIso(about.sample.from).substr(0, 4) == FormatIso(about.sample.to).substr(0, 4));
  }
  CHECK(nobs == whole.sample.nobs);
  CHECK_THAT(sum, WithinRel(whole.sum, 1e-12));
}

TEST_CASE("describe: scaling and moving carry over") {
  const Past past = MakePast(200, 5);
  std::vector<double> other = past.series;
  for (double& x : other) x = 0.1 - 3 * x;
  const Description a = Describe(past.dates, past.series, {0, 200});
  const Description b = Describe(past.dates, other, {0, 200});
  CHECK_THAT(b.mean, WithinRel(0.1 - 3 * a.mean, 1e-12));
  CHECK_THAT(b.sd, WithinRel(3 * a.sd, 1e-12));
  CHECK_THAT(b.hac_error, WithinRel(3 * a.hac_error, 1e-10));
  CHECK_THAT(b.q1, WithinAbs(0.1 - 3 * a.q3, 1e-14));
  CHECK(b.max_row == a.min_row);
}

TEST_CASE("describe: under two days no figure; equal days no spread") {
  const Description none = Describe({}, {}, {0, 0});
  REQUIRE(none.too_few);
  CHECK(none.too_few->needed == 2);
  const Description one = Describe({5, 6}, {kMissing, 0.01}, {0, 2});
  CHECK(one.too_few->have == 1);
  CHECK(one.sample.to == 6);
  CHECK(IsMissing(one.mean));
  const Description flat = Describe({}, {0.01, 0.01, 0.01}, {0, 3});
  CHECK(flat.sd == 0);
  CHECK(flat.hac_error == 0);
}

TEST_CASE("describe: periods at their limits") {
  const std::vector<Date> dates{10, 12, 14};
  CHECK(PeriodOf(dates, 11, 13).first == 1);
  CHECK(PeriodOf(dates, 11, 13).end == 2);
  CHECK(PeriodOf(dates, 12, 12).end == 2);
  CHECK(PeriodOf(dates, 20, 30).first == PeriodOf(dates, 20, 30).end);
  CHECK(YearsOf({}, {0, 0}).empty());
}

}  // namespace
}  // namespace premiumlens
