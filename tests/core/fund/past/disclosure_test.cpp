#include "core/fund/past/disclosure.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

const std::vector<double> kBars(kDisclosureBars.begin(), kDisclosureBars.end());

std::vector<Date> Weekdays(const char* from, std::size_t days) {
  std::vector<Date> dates;
  for (Date day = *ParseIso(from); dates.size() < days; ++day) {
    if (!IsWeekend(day)) dates.push_back(day);
  }
  return dates;
}

const YardstickDays& Of(const std::vector<YardstickDays>& all, Yardstick yardstick) {
  return *std::find_if(all.begin(), all.end(),
                       [=](const YardstickDays& one) { return one.yardstick == yardstick; });
}

TEST_CASE("disclosure: bins by hand; a bar belongs to the bin beyond it") {
  const std::vector<double> premium{0.004, 0.005, -0.009, 0, 0.02, -0.02, 0.15, kMissing};
  const DaysByBand days = CountDays({}, premium, kBars);
  CHECK(days.sample.nobs == 7);
  CHECK(days.at_value_days == 1);
  REQUIRE(days.bins.size() == 7);
  CHECK(days.bins[0].premium_days == 1);
  CHECK(days.bins[1].premium_days == 1);   // 0.5 % itself
  CHECK(days.bins[1].discount_days == 1);  // 0.9 %
  CHECK(days.bins[3].premium_days == 1);   // 2 % itself
  CHECK(days.bins[3].discount_days == 1);
  CHECK(days.bins[6].premium_days == 1);
  CHECK(std::isinf(days.bins[6].to_fraction));
  CHECK(days.quarters.empty());
}

TEST_CASE("disclosure: by quarter and year, days add up to the whole") {
  Noise noise(3);
  const std::vector<Date> dates = Weekdays("2022-11-15", 500);
  std::vector<double> premium;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    premium.push_back(noise.Uniform() < 0.03 ? kMissing : std::round(300 * noise.Next()) / 1e4);
  }
  const DaysByBand days = CountDays(dates, premium, kBars);
  CHECK(days.quarters.front().year == 2022);
  CHECK(days.quarters.front().quarter == 4);
  CHECK(days.quarters[1].year == 2023);
  CHECK(days.quarters[1].quarter == 1);
  CHECK(FormatIso(days.quarters[1].sample.from).substr(0, 7) == "2023-01");
  CHECK(days.years.size() == 3);
  CHECK(days.quarters_count == static_cast<std::int64_t>(days.quarters.size()));
  for (const auto* periods : {&days.quarters, &days.years}) {
    std::int64_t nobs = 0, sides = 0, beyond_two = 0;
    for (const PeriodDays& period : *periods) {
      nobs += period.sample.nobs;
      sides += period.premium_days + period.discount_days + period.at_value_days;
      beyond_two += period.beyond_premium[2];
    }
    CHECK(nobs == days.sample.nobs);
    CHECK(sides == days.sample.nobs);
    std::int64_t in_bins = 0;
    for (std::size_t bin = 3; bin < days.bins.size(); ++bin) {
      in_bins += days.bins[bin].premium_days;
    }
    CHECK(beyond_two == in_bins);
  }
}

TEST_CASE("disclosure: the longest streak of each side; a day without a premium does not end it") {
  const std::vector<Date> dates = Weekdays("2024-01-01", 12);
  const std::vector<double> premium{0.03, 0.03, 0.001,    -0.03, 0.02,  0.025,
                                    0.04, 0.02, kMissing, 0.021, 0.019, -0.06};
  const DaysByBand days = CountDays(dates, premium, {0.02});
  REQUIRE(days.streaks.size() == 2);
  const Streak& up = days.streaks[0];
  CHECK(up.is_premium);
  CHECK(up.days == 5);
  CHECK(up.from == dates[4]);
  CHECK(up.to == dates[9]);
  CHECK(up.largest_fraction == 0.04);
  CHECK_FALSE(up.is_running);
  const Streak& down = days.streaks[1];
  CHECK_FALSE(down.is_premium);
  CHECK(down.days == 1);
  CHECK(down.to == dates[11]);  // of two of one length the latest
  CHECK(down.is_running);
}

TEST_CASE("yardsticks: over 2 % for more than seven days; at 2 % Korea counts, the US does not") {
  std::vector<double> premium(30, 0.001);
  for (std::size_t i = 5; i < 12; ++i) premium[i] = 0.021;  // seven days
  const std::vector<Date> dates = Weekdays("2024-01-01", 30);
  std::vector<YardstickDays> held = HoldAgainst(dates, premium, Kind::kCrossBorder);
  CHECK(Of(held, Yardstick::kUsRule).premium_days == 7);
  CHECK(Of(held, Yardstick::kUsRule).runs == 0);
  CHECK(Of(held, Yardstick::kUsRule).longest.days == 7);
  premium[12] = -0.021;  // the eighth, on the other side
  held = HoldAgainst(dates, premium, Kind::kCrossBorder);
  CHECK(Of(held, Yardstick::kUsRule).runs == 1);
  CHECK(Of(held, Yardstick::kUsRule).discount_days == 1);
  premium.assign(30, 0.02);
  held = HoldAgainst(dates, premium, Kind::kCrossBorder);
  CHECK(Of(held, Yardstick::kUsRule).premium_days == 0);
  CHECK(Of(held, Yardstick::kKoreaForeign).premium_days == 30);
  CHECK(Of(held, Yardstick::kKoreaForeign).latest_beyond);
  CHECK(Of(held, Yardstick::kRangeOuter).premium_days == 0);
  CHECK(Of(held, Yardstick::kRangeInner).premium_days == 30);
}

TEST_CASE("yardsticks: the investor guide's 5 % is of the premium's side; bands are the kind's") {
  const std::vector<double> premium{0.05, 0.051, 0.06, 0.07, -0.2, 0.3};
  const std::vector<YardstickDays> held = HoldAgainst({}, premium, Kind::kSector);
  const YardstickDays& guide = Of(held, Yardstick::kGuideBar);
  CHECK(guide.premium_days == 4);
  CHECK(guide.discount_days == 0);
  CHECK(guide.runs == 1);  // three days running
  CHECK(guide.source == Source::kInvestorGuide);
  CHECK(held.size() == 5);  // the guide gives a sector fund no outer band
  CHECK(HoldAgainst({}, premium, Kind::kUnknown).size() == 4);
}

TEST_CASE("disclosure: mirrored, the sides change places; of nothing nothing") {
  Noise noise(5);
  std::vector<double> premium;
  for (int i = 0; i < 300; ++i) premium.push_back(0.03 * noise.Next());
  std::vector<double> mirrored = premium;
  for (double& x : mirrored) x = -x;
  const DaysByBand a = CountDays({}, premium, kBars);
  const DaysByBand b = CountDays({}, mirrored, kBars);
  for (std::size_t i = 0; i < a.bins.size(); ++i) {
    CHECK(a.bins[i].premium_days == b.bins[i].discount_days);
  }
  CHECK(CountDays({}, {}, kBars).sample.nobs == 0);
  CHECK(CountDays({}, {}, {}).bins.size() == 1);
  CHECK(HoldAgainst({}, {}, Kind::kBroad).front().longest.days == 0);
}

}  // namespace
}  // namespace premiumlens
