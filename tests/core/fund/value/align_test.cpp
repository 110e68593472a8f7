#include "core/fund/value/align.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <catch2/catch.hpp>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

Date Day(const char* text) { return *ParseIso(text); }

struct Calendar {
  std::vector<Date> dates;
  std::vector<double> prices;
  DatedValues nav;
  std::vector<Date> sessions() const { return SessionsOf(dates, prices, nav); }
};

// 2024-12-27 (Fri) to 2025-01-08, NAVs on every session, on Tuesday 31 December, and none after.
Calendar Week() {
  Calendar calendar;
  for (const char* day : {"2024-12-27", "2024-12-30", "2024-12-31", "2025-01-02", "2025-01-03",
                          "2025-01-06", "2025-01-07", "2025-01-08"}) {
    calendar.dates.push_back(Day(day));
    calendar.prices.push_back(1);
    calendar.nav.dates.push_back(Day(day));
    calendar.nav.values.push_back(static_cast<double>(calendar.dates.size()));
  }
  return calendar;
}

TEST_CASE("align: at lag 0 a session has yesterday's NAV, at lag 1 that of the day before") {
  const Calendar calendar = Week();
  const auto sessions = calendar.sessions();
  const AlignedValues lag0 = PublishedNav(calendar.dates, calendar.nav, sessions, 0);
  const AlignedValues lag1 = PublishedNav(calendar.dates, calendar.nav, sessions, 1);
  const AlignedValues previous = PreviousNav(calendar.dates, calendar.nav, sessions);
  const AlignedValues same = SameDayNav(calendar.dates, calendar.nav);
  for (std::size_t i = 0; i < calendar.dates.size(); ++i) {
    CHECK(same.dates[i] == calendar.dates[i]);
    CHECK(previous.dates[i] == (i < 1 ? kMissingDate : calendar.dates[i - 1]));
    CHECK(lag0.dates[i] == (i < 1 ? kMissingDate : calendar.dates[i - 1]));
    CHECK(lag1.dates[i] == (i < 2 ? kMissingDate : calendar.dates[i - 2]));
    CHECK(IsMissing(lag1.values[i]) == (i < 2));
  }
}

TEST_CASE("align: a halt counts as a session, because its NAV appears") {
  Calendar calendar = Week();
  calendar.prices[5] = kMissing;  // 2025-01-06 halted; its NAV is there
  const AlignedValues lag1 = PublishedNav(calendar.dates, calendar.nav, calendar.sessions(), 1);
  CHECK(lag1.dates[6] == Day("2025-01-03"));
}

TEST_CASE("align: a NAV of a Saturday is published as if dated the next session") {
  Calendar calendar = Week();
  calendar.nav.dates.insert(calendar.nav.dates.begin() + 1, Day("2024-12-28"));
  calendar.nav.values.insert(calendar.nav.values.begin() + 1, 0.5);
  const auto sessions = calendar.sessions();
  CHECK(sessions == calendar.dates);
  const AlignedValues lag0 = PublishedNav(calendar.dates, calendar.nav, sessions, 0);
  CHECK(lag0.dates[1] == Day("2024-12-27"));  // on Monday the Saturday's is not out yet
  CHECK(lag0.dates[2] == Day("2024-12-30"));
  CHECK(PreviousNav(calendar.dates, calendar.nav, sessions).dates[1] == Day("2024-12-28"));
}

TEST_CASE("align: values too old are missing, and their age is told") {
  Calendar calendar;
  for (int i = 0; i < 30; ++i) {
    calendar.dates.push_back(1000 + i);
    calendar.prices.push_back(1);
  }
  calendar.nav = {{1000}, {1.0}};
  const auto sessions = calendar.sessions();
  const AlignedValues published = PublishedNav(calendar.dates, calendar.nav, sessions, 1);
  CHECK(IsMissing(published.values[1]));
  CHECK(published.values[2] == 1.0);
  CHECK(published.values[12] == 1.0);  // ten sessions late
  CHECK(IsMissing(published.values[13]));
  const Age age = AgeOfPublished(calendar.dates[29], calendar.nav, sessions, 1);
  CHECK(age.value_date == 1000);
  CHECK(age.late_sessions == 27);
  CHECK(AgeOfPublished(1001, calendar.nav, sessions, 1).value_date == kMissingDate);
}

TEST_CASE("align: months between two rows are months, though they are one session apart") {
  Calendar calendar;
  calendar.dates = {Day("2025-01-02"), Day("2025-01-03"), Day("2025-06-02")};
  calendar.prices = {1, 1, 1};
  calendar.nav = {calendar.dates, {1.0, 1.1, 1.2}};
  const auto sessions = calendar.sessions();
  CHECK(PublishedNav(calendar.dates, calendar.nav, sessions, 0).values[1] == 1.0);
  CHECK(IsMissing(PublishedNav(calendar.dates, calendar.nav, sessions, 0).values[2]));
  CHECK(IsMissing(PreviousNav(calendar.dates, calendar.nav, sessions).values[2]));
}

TEST_CASE("align: nothing that came later is ever used") {
  boost::random::mt19937 engine(11);
  const auto draw = [&engine](int high) {
    return boost::random::uniform_int_distribution<int>(0, high)(engine);
  };
  for (int round = 0; round < 200; ++round) {
    Calendar calendar;
    for (Date day = 19000; day < 19060; ++day) {
      if (!IsWeekend(day) && draw(9) > 0) {
        calendar.dates.push_back(day);
        calendar.prices.push_back(draw(9) > 0 ? 1.0 : kMissing);
      }
      if (draw(9) > 2) {
        calendar.nav.dates.push_back(day);
        calendar.nav.values.push_back(static_cast<double>(day));
      }
    }
    const auto sessions = calendar.sessions();
    const int lag = draw(3);
    const AlignedValues whole = PublishedNav(calendar.dates, calendar.nav, sessions, lag);
    // The same question asked when only what was known by then is there.
    for (std::size_t row = 0; row < calendar.dates.size(); ++row) {
      if (IsMissing(calendar.prices[row])) continue;
      Calendar then = calendar;
      then.dates.resize(row + 1);
      then.prices.resize(row + 1);
      const auto known =
          std::lower_bound(then.nav.dates.begin(), then.nav.dates.end(), calendar.dates[row]) -
          then.nav.dates.begin();
      then.nav.dates.resize(static_cast<std::size_t>(known));
      then.nav.values.resize(static_cast<std::size_t>(known));
      const AlignedValues at_the_time = PublishedNav(then.dates, then.nav, then.sessions(), lag);
      CHECK(at_the_time.dates[row] == whole.dates[row]);
      if (whole.dates[row] == kMissingDate) continue;
      CHECK(whole.dates[row] < calendar.dates[row]);
      CHECK(whole.values[row] == static_cast<double>(whole.dates[row]));
    }
  }
}

}  // namespace
}  // namespace premiumlens
