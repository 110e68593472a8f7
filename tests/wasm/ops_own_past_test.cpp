// describe, own_past and disclosure through the door: plain series, and the tables of a fund.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

struct Made {
  Json dates = Json::array(), price = Json::array(), value = Json::array(), series = Json::array();
};

Made MakeMade(int days) {
  Noise noise(21);
  Made made;
  double premium = 0.02;
  double value = 1;
  Date day = *ParseIso("2023-01-02");
  for (int i = 0; i < days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    value *= std::exp(0.01 * noise.Next());
    premium = 0.02 + 0.9 * (premium - 0.02) + 0.003 * noise.Next();
    made.dates.push_back(FormatIso(day));
    made.value.push_back(value);
    made.price.push_back(value * (1 + premium));
    made.series.push_back(premium);
  }
  return made;
}

void CheckRefused(Door& door, const Json& request, const std::string& code,
                  const std::string& field) {
  const Json error = door.ErrorOf(request);
  CHECK(error["code"] == code);
  CHECK(error["column"] == field);
}

TEST_CASE("op describe: a series, its period and its years") {
  Door door;
  const Made made = MakeMade(400);
  const Json whole =
      door.ResultOf({{"op", "describe"}, {"series", made.series}, {"dates", made.dates}});
  CHECK(whole["nobs"] == 400);
  CHECK(whole["denominator"] == nullptr);
  CHECK(whole["sample"]["from"] == "2023-01-02");
  CHECK(whole["hac_lag"] == 5);
  CHECK(whole["hac_error"].get<double>() > 1.5 * whole["standard_error"].get<double>());
  REQUIRE(whole["years"].size() == 2);
  CHECK(whole["years"][0]["year"] == 2023);
  CHECK(whole["years"][0]["nobs"].get<int>() + whole["years"][1]["nobs"].get<int>() == 400);
  const Json year = door.ResultOf({{"op", "describe"},
                                   {"series", made.series},
                                   {"dates", made.dates},
                                   {"from", "2023-01-01"},
                                   {"to", "2023-12-31"}});
  CHECK(year["mean"] == whole["years"][0]["mean"]);
  CHECK(year["sample"]["to"] == "2023-12-29");
  CHECK(year["last_date"] == whole["last_date"]);
  const auto largest = whole["max_index"].get<std::size_t>();
  CHECK(whole["max"] == made.series[largest]);
  CHECK(whole["max_date"] == made.dates[largest]);
  const Json two = door.ResultOf({{"op", "describe"}, {"series", {0.01, nullptr}}});
  CHECK(two["mean"] == nullptr);
  CHECK(two["too_few"] == Json({{"needed", 2}, {"have", 1}}));
  CHECK(door.ResultOf({{"op", "describe"}, {"series", {1, 2, 3, 4}}, {"hac_lag", 0}})["hac_error"]
            .get<double>() == Approx(std::sqrt(5.0) / 4));
}

TEST_CASE("op describe: what is refused") {
  Door door;
  const Json series{0.01, 0.02};
  CheckRefused(door, {{"op", "describe"}, {"series", series}, {"from", "2024-02-30"}}, "bad_field",
               "from");
  CheckRefused(door, {{"op", "describe"}, {"series", series}, {"from", "2024-01-01"}},
               "missing_field", "dates");
  CheckRefused(door, {{"op", "describe"}, {"series", series}, {"hac_lag", -1}}, "bad_field",
               "hac_lag");
  CheckRefused(door, {{"op", "describe"}}, "missing_field", "series");
}

TEST_CASE("op own_past: price and value, and the premiums alone, say the same") {
  Door door;
  const Made made = MakeMade(300);
  const Json pairs = door.ResultOf({{"op", "own_past"},
                                    {"price", made.price},
                                    {"value", made.value},
                                    {"dates", made.dates},
                                    {"denominator", "nav_same_day"}});
  CHECK(pairs["hindsight"] == true);
  REQUIRE(pairs["windows"].size() == 5);
  CHECK(pairs["windows"][0]["days"] == 20);
  CHECK(pairs["windows"][4]["days"] == nullptr);
  CHECK(pairs["percentile"] == pairs["windows"][4]["percentile"]);
  CHECK(pairs["persistence"].get<double>() > 0.8);
  CHECK_THAT(pairs["half_life_days"].get<double>(),
             WithinRel(std::log(0.5) / std::log(pairs["persistence"].get<double>()), 1e-12));
  const Json& ar1 = pairs["ar1"];
  CHECK(ar1["half_life_low_days"].get<double>() < ar1["half_life_days"].get<double>());
  CHECK(ar1["no_upper_bound"] == ar1["half_life_high_days"].is_null());
  REQUIRE(pairs["expected"].size() == 4);
  CHECK(pairs["expected"][3]["days"] == 60);
  CHECK(pairs["expected"][0]["low_fraction"] < pairs["expected"][0]["mean_fraction"]);
  CHECK(pairs["band"]["mean"].size() == 300);
  CHECK(pairs["band"]["mean"][58] == nullptr);
  CHECK(pairs["band"]["mean"][59] != nullptr);
  CHECK(pairs["band"]["latest"]["high"] == pairs["band"]["high"][299]);
  CHECK(pairs["correlations"].size() == 4);
  CHECK(pairs["correlations"][0]["nobs"] == 299);
  CHECK(pairs["widening"]["judged_days"] == 240);
  const Json alone = door.ResultOf({{"op", "own_past"}, {"series", made.series}});
  CHECK_THAT(alone["robust_z"].get<double>(), WithinAbs(pairs["robust_z"].get<double>(), 1e-9));
  CHECK(alone["correlations"].empty());
}

TEST_CASE("op own_past: bars change what is seen, and are told back") {
  Door door;
  Json series = Json::array();
  for (int i = 0; i < 80; ++i) series.push_back(i % 2 == 0 ? 0.001 : -0.001);
  series.push_back(0.02);
  const Json found = door.ResultOf({{"op", "own_past"}, {"series", series}});
  CHECK(found["widening"]["latest"]["is_wide"] == true);
  CHECK(found["widening"]["source"] == "range_guide");
  CHECK(found["widening"]["bar_z"] == 5);
  const Json strict =
      door.ResultOf({{"op", "own_past"}, {"series", series}, {"widening_least", 0.03}});
  CHECK(strict["widening"]["latest"]["is_wide"] == false);
  CHECK(strict["widening"]["bar_fraction"] == 0.03);
  const Json narrow = door.ResultOf(
      {{"op", "own_past"}, {"series", series}, {"band_window", 10}, {"horizons", {2}}});
  CHECK(narrow["band"]["window_days"] == 10);
  CHECK(narrow["expected"].size() == 1);
  CheckRefused(door, {{"op", "own_past"}, {"series", series}, {"band_window", 4}}, "bad_field",
               "band_window");
  CheckRefused(door, {{"op", "own_past"}, {"series", series}, {"horizons", {0}}}, "bad_field",
               "horizons");
  CheckRefused(door, {{"op", "own_past"}, {"series", series}, {"band_share", 1.5}}, "bad_field",
               "band_share");
}

TEST_CASE("op own_past: of a random walk the half-life has no upper bound, and none is told") {
  Door door;
  Noise noise(5);
  Json series = Json::array();
  double level = 0.02;
  for (int i = 0; i < 200; ++i) series.push_back(level += 0.002 * noise.Next());
  const Json found = door.ResultOf({{"op", "own_past"}, {"series", series}});
  CHECK(found["ar1"]["no_upper_bound"] == true);
  CHECK(found["ar1"]["persistence_high"] == 1);
  CHECK(found["ar1"]["half_life_high_days"] == nullptr);
  CHECK(found["ar1"]["half_life_low_days"].get<double>() > 1);
}

TEST_CASE("op own_past: nothing is expected of a premium that runs away") {
  Door door;
  Json series = Json::array();
  double level = 0.01;
  for (int i = 0; i < 60; ++i) series.push_back(level *= 1.05 + 0.001 * (i % 3));
  const Json found = door.ResultOf({{"op", "own_past"}, {"series", series}});
  REQUIRE(found["persistence"].get<double>() > 1);
  CHECK(found["expected_missing"] == "no_usual_level");
  for (const Json& expected : found["expected"]) {
    for (const auto& [name, value] : expected.items()) {
      INFO(name);
      CHECK(value.is_null() == (name != "days"));
    }
  }
  Json calm = Json::array();
  for (int i = 0; i < 60; ++i) calm.push_back(0.01 * ((i * 7) % 5));
  const Json usual = door.ResultOf({{"op", "own_past"}, {"series", calm}});
  CHECK(usual["expected_missing"] == nullptr);
  CHECK(usual["expected"][0]["mean_fraction"].is_number());
}

TEST_CASE("op own_past: too little data is said, not guessed") {
  Door door;
  for (const Json& series : {Json::array(), Json({0.01}), Json({nullptr, 0.01, 0.02})}) {
    const Json found = door.ResultOf({{"op", "own_past"}, {"series", series}});
    CHECK(found["percentile"] == nullptr);
    CHECK(found["windows"][0]["too_few"]["needed"] == 20);
    CHECK(found["ar1"]["too_few"]["needed"] == 20);
    CHECK(found["ar1"]["half_life_high_days"] == nullptr);
    CHECK(found["ar1"]["no_upper_bound"] == false);
    CHECK(found["expected"][0]["mean_fraction"] == nullptr);
    CHECK(found["expected_missing"] == "too_few");
    CHECK(found["widening"]["too_few"]["needed"] == 61);
    CHECK(found["band"]["too_few"]["needed"] == 60);
  }
}

TEST_CASE("op disclosure: bars, periods and yardsticks") {
  Door door;
  const Made made = MakeMade(400);
  const Json found =
      door.ResultOf({{"op", "disclosure"}, {"series", made.series}, {"dates", made.dates}});
  CHECK(found["bars"].size() == 6);
  CHECK(found["assumptions"]["bars"]["standard"].size() == 6);
  CHECK(found["quarters_count"] == 7);
  CHECK(found["quarters"][0]["quarter"] == 1);
  CHECK(found["years"][0]["quarter"] == nullptr);
  CHECK(found["yardsticks"].size() == 4);
  int days = found["at_value_days"].get<int>();
  for (const Json& bin : found["bins"]) {
    days += bin["premium_days"].get<int>() + bin["discount_days"].get<int>();
  }
  CHECK(days == 400);
  const Json own = door.ResultOf(
      {{"op", "disclosure"}, {"series", made.series}, {"kind", "cross_border"}, {"bars", {0.04}}});
  CHECK(own["yardsticks"].size() == 6);
  CHECK(own["yardsticks"][5]["source"] == "us_fund_rule");
  CHECK(own["bins"].size() == 2);
  CHECK(own["quarters"].empty());
  CheckRefused(door, {{"op", "disclosure"}, {"series", made.series}, {"bars", {0.02, 0}}},
               "bad_field", "bars");
  CHECK(door.ResultOf({{"op", "disclosure"}, {"series", Json::array()}})["too_few"]["needed"] == 1);
}

TEST_CASE("ops of the past: the tables of a fund") {
  Door door;
  const Made made = MakeMade(300);
  std::string text = "date,close,nav\n";
  for (std::size_t i = 0; i < made.dates.size(); ++i) {
    text += made.dates[i].get<std::string>() + "," + made.price[i].dump() + "," +
            made.value[i].dump() + "\n";
  }
  door.With("t", text);
  const Json about =
      door.ResultOf({{"op", "describe"}, {"table", "t"}, {"denominator", "nav_same_day"}});
  const Json plain = door.ResultOf({{"op", "describe"}, {"series", made.series}});
  CHECK(about["denominator"] == "nav_same_day");
  CHECK_THAT(about["mean"].get<double>(), WithinAbs(plain["mean"].get<double>(), 1e-12));
  const Json past = door.ResultOf({{"op", "own_past"}, {"table", "t"}, {"region", "us"}});
  CHECK(past["denominator"] == "nav_published");
  CHECK(past["hindsight"] == false);
  CHECK(door.ResultOf({{"op", "disclosure"}, {"table", "t"}})["quarters"].size() > 2);
}

}  // namespace
}  // namespace premiumlens::wasm
