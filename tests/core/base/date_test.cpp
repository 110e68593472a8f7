#include "core/base/date.h"

#include <catch2/catch.hpp>

using namespace premiumlens;

TEST_CASE("days count from 1970-01-01") {
  CHECK(MakeDate(1970, 1, 1) == 0);
  CHECK(MakeDate(2020, 9, 3) == 18508);  // python3: (date(2020,9,3) - date(1970,1,1)).days
  CHECK(MakeDate(1969, 12, 31) == -1);
}

TEST_CASE("a day that does not exist is nothing") {
  CHECK_FALSE(MakeDate(2025, 2, 29));
  CHECK(MakeDate(2024, 2, 29));
  CHECK_FALSE(MakeDate(2100, 2, 29));
  CHECK_FALSE(MakeDate(2025, 13, 1));
  CHECK_FALSE(MakeDate(2025, 4, 31));
  CHECK_FALSE(MakeDate(0, 1, 1));
}

TEST_CASE("ISO text and day are each other's inverse") {
  for (Date date = -20000; date < 60000; date += 7) {
    REQUIRE(ParseIso(FormatIso(date)) == date);
  }
  CHECK(FormatIso(kMissingDate).empty());
  CHECK_FALSE(ParseIso("2025-1-03"));
  CHECK_FALSE(ParseIso("2025-02-30"));
  CHECK_FALSE(ParseIso("2025/01/03"));
}

TEST_CASE("weekdays") {
  CHECK(Weekday(0) == 4);  // 1970-01-01 was a Thursday
  CHECK(IsWeekend(*ParseIso("2022-01-15")));
  CHECK_FALSE(IsWeekend(*ParseIso("2022-01-14")));
}
