#include "core/fund/value/session_map.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace premiumlens;

namespace {

Date Day(const char* iso) { return *ParseIso(iso); }

int Open(Market market, const char* day) {
  return HoursOn(market, Day(day)).intervals.front().from_minutes;
}
int Close(Market market, const char* day) {
  return HoursOn(market, Day(day)).intervals.back().to_minutes;
}

}  // namespace

// The exchanges' published hours, by the clocks of both cities.
TEST_CASE("summer time moves New York and Europe, and nobody else") {
  CHECK(Open(Market::kNewYork, "2025-01-06") == 22 * 60 + 30);
  CHECK(Close(Market::kNewYork, "2025-01-06") == 29 * 60);
  CHECK(Open(Market::kNewYork, "2025-07-01") == 21 * 60 + 30);
  CHECK(Close(Market::kNewYork, "2025-07-01") == 28 * 60);
  // The last sessions before and the first after each change of 2025.
  CHECK(Open(Market::kNewYork, "2025-03-07") == 22 * 60 + 30);
  CHECK(Open(Market::kNewYork, "2025-03-10") == 21 * 60 + 30);
  CHECK(Open(Market::kNewYork, "2025-10-31") == 21 * 60 + 30);
  CHECK(Open(Market::kNewYork, "2025-11-03") == 22 * 60 + 30);
  for (const Market market : {Market::kFrankfurt, Market::kParis, Market::kLondon}) {
    CHECK(Open(market, "2025-03-28") == 16 * 60);
    CHECK(Open(market, "2025-03-31") == 15 * 60);
    CHECK(Open(market, "2025-10-24") == 15 * 60);
    CHECK(Open(market, "2025-10-27") == 16 * 60);
  }
  for (const Market market : AllMarkets()) {
    const bool moves = market == Market::kNewYork || market == Market::kFrankfurt ||
                       market == Market::kParis || market == Market::kLondon;
    CHECK((Open(market, "2025-01-06") != Open(market, "2025-07-01")) == moves);
  }
}

TEST_CASE("how much of Shanghai's session each market shares") {
  const auto overlap = [](Market market, const char* day) {
    return HoursOn(market, Day(day)).overlap_minutes;
  };
  CHECK(overlap(Market::kShanghai, "2025-01-06") == 240);
  CHECK(overlap(Market::kHongKong, "2025-01-06") == 240);
  CHECK(overlap(Market::kTokyo, "2024-11-01") == 60 + 60);  // to 10:30, and 13:00 to 14:00
  CHECK(overlap(Market::kTokyo, "2024-11-05") == 60 + 90);
  CHECK(overlap(Market::kSeoul, "2025-01-06") == 120 + 90);
  CHECK(overlap(Market::kMumbai, "2025-01-06") == 120);
  CHECK(overlap(Market::kRiyadh, "2025-01-06") == 0);
  CHECK(overlap(Market::kFrankfurt, "2025-07-01") == 0);  // opens when Shanghai closes
  CHECK(overlap(Market::kNewYork, "2025-07-01") == 0);
}

TEST_CASE("what an IOPV is made of, by region") {
  const auto basis = [](Region region) { return SessionMapOf(region, Day("2025-07-01")).basis; };
  CHECK(basis(Region::kHongKong) == IopvBasis::kLive);
  CHECK(basis(Region::kMainland) == IopvBasis::kLive);
  CHECK(basis(Region::kJapan) == IopvBasis::kPartly);
  CHECK(basis(Region::kIndia) == IopvBasis::kPartly);
  CHECK(basis(Region::kEurope) == IopvBasis::kLastClose);
  CHECK(basis(Region::kUs) == IopvBasis::kLastClose);
  CHECK(basis(Region::kGlobal) == IopvBasis::kPartly);
  CHECK_FALSE(basis(Region::kUnknown));
  // A market that shares nothing of the session cannot have published by its evening, and the
  // publication lags say the same.
  for (const Region region : AllRegions()) {
    if (basis(region) == IopvBasis::kLastClose) CHECK_FALSE(LagOf(region).overlaps_shanghai);
    if (basis(region) == IopvBasis::kLive) CHECK(LagOf(region).overlaps_shanghai);
  }
}

TEST_CASE("the minutes shared with Shanghai are the overlap, and lie within both sessions") {
  for (const char* day : {"2024-11-01", "2025-01-06", "2025-07-01"}) {
    const MarketHours shanghai = HoursOn(Market::kShanghai, Day(day));
    for (const Market market : AllMarkets()) {
      const MarketHours hours = HoursOn(market, Day(day));
      int sum = 0;
      for (const Interval& shared : hours.shared) {
        sum += shared.to_minutes - shared.from_minutes;
        const auto holds = [&](const std::vector<Interval>& intervals) {
          return std::any_of(intervals.begin(), intervals.end(), [&](const Interval& one) {
            return one.from_minutes <= shared.from_minutes && shared.to_minutes <= one.to_minutes;
          });
        };
        CHECK((holds(hours.intervals) && holds(shanghai.intervals)));
      }
      CHECK(sum == hours.overlap_minutes);
    }
  }
}

TEST_CASE("only markets whose clocks change say which time they keep") {
  for (const Market market : AllMarkets()) {
    const bool moves = Open(market, "2025-01-06") != Open(market, "2025-07-01");
    CHECK(HoursOn(market, Day("2025-07-01")).has_summer_time == moves);
    CHECK(HoursOn(market, Day("2025-07-01")).summer_time == moves);
    CHECK_FALSE(HoursOn(market, Day("2025-01-06")).summer_time);
  }
}

TEST_CASE("the last session before Shanghai opens is the weekday before") {
  const auto before = [](const char* day) {
    return FormatIso(SessionMapOf(Region::kUs, Day(day)).last_session);
  };
  CHECK(before("2025-07-02") == "2025-07-01");
  CHECK(before("2025-07-07") == "2025-07-04");  // a Monday
  CHECK(before("2025-07-06") == "2025-07-04");
  CHECK(SessionMapOf(Region::kUs, Day("2025-07-06")).is_weekend);
  CHECK_FALSE(SessionMapOf(Region::kUs, Day("2025-07-07")).is_weekend);
}
