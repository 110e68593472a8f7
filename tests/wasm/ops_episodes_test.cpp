// episodes, after_bar and verdicts through the door, of plain series and of tables.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

std::vector<std::string> Weekdays(std::size_t count) {
  std::vector<std::string> dates;
  for (Date day = *ParseIso("2023-01-02"); dates.size() < count; ++day) {
    if (!IsWeekend(day)) dates.push_back(FormatIso(day));
  }
  return dates;
}

// Fifteen spikes up to 8 % in 195 days, over a NAV that rises by a thousandth a day.
struct Spikes {
  std::vector<std::string> dates = Weekdays(195);
  std::vector<double> price, value;
  Spikes() {
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const std::size_t turn = i % 13;
      const double premium = turn == 10 ? 0.06 : turn == 11 ? 0.08 : turn == 12 ? 0.02 : 0.004;
      value.push_back(std::pow(1.001, static_cast<double>(i)));
      price.push_back(value.back() * (1 + premium));
    }
  }
  std::string Text(const std::string& code = "") const {
    std::string text = code.empty() ? "date,close,nav\n" : "";
    for (std::size_t i = 0; i < dates.size(); ++i) {
      if (!code.empty()) text += code + ",";
      text += dates[i] + "," + std::to_string(price[i]) + "," + std::to_string(value[i]) + "\n";
    }
    return text;
  }
};

TEST_CASE("op episodes: start, peak, end, days and what closed it") {
  const Json result = Door().ResultOf({{"op", "episodes"},
                                       {"price", {1.0, 1.02, 1.06, 1.12, 1.07, 1.03, 1.0}},
                                       {"value", {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}},
                                       {"dates",
                                        {"2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07",
                                         "2025-01-08", "2025-01-09", "2025-01-10"}},
                                       {"bar", 0.05}});
  REQUIRE(result["episodes"].size() == 1);
  const Json& one = result["episodes"][0];
  CHECK(one["start"] == "2025-01-06");
  CHECK(one["peak"] == "2025-01-07");
  CHECK(one["end"] == "2025-01-09");
  CHECK(one["rise_start"] == "2025-01-02");
  CHECK(one["days_up"] == 1);
  CHECK(one["days_down"] == 2);
  CHECK(one["closed_by"] == "price_fall");
  CHECK_THAT(one["peak_premium"].get<double>(), WithinAbs(0.12, 1e-12));
  CHECK(one["entries"].size() == 4);
  CHECK(result["closed_counts"]["price_fall"] == 1);
  CHECK(result["rule"]["quiet_days"] == 5);
  CHECK(result["a_shape"]["state"] == "none");
  CHECK(result["a_states"] == Json::parse("[0, 0, 1, 1, 2, 0, 0]"));
  CHECK(result["sample"]["nobs"] == 7);
}

TEST_CASE("op episodes: states keep the rows of the history, also those without a premium") {
  const Json result = Door().ResultOf(
      {{"op", "episodes"}, {"price", {1.0, nullptr, 1.06, 1.12}}, {"value", {1.0, 1.0, 1.0, 1.0}}});
  CHECK(result["a_states"] == Json::parse("[0, null, 1, 1]"));
  CHECK(result["a_shape"]["state"] == "rising");
  CHECK(result["a_shape"]["now"]["index"] == 3);
  CHECK(result["episodes"][0]["start"] == nullptr);
  CHECK(result["episodes"][0]["start_index"] == 2);
  CHECK(result["episodes"][0]["closed_by"] == "open");
}

TEST_CASE("op episodes: an A shape is not told of a value that was hindsight") {
  const Json request = {{"op", "episodes"},
                        {"price", {1.0, 1.06, 1.12}},
                        {"value", {1.0, 1.0, 1.0}},
                        {"denominator", "nav_same_day"}};
  const Json result = Door().ResultOf(request);
  CHECK(result["hindsight"] == true);
  CHECK(result["a_shape"] == nullptr);
  CHECK(result["episodes"].size() == 1);
}

TEST_CASE("op episodes: bars that cannot be are refused by name") {
  const Json series = {{"op", "episodes"}, {"series", {0.0, 0.1}}};
  for (const auto& [field, value] : {std::pair<const char*, Json>{"bar", -0.1},
                                     {"end_bar", 0.2},
                                     {"quiet_days", 0},
                                     {"closer_share", 0.4},
                                     {"side", "both"},
                                     {"levels", Json::array({"x"})},
                                     {"a_turn", 0.9}}) {
    Json request = series;
    request[field] = value;
    const Json error = Door().Ask(request)["error"];
    CHECK(error["code"] == "bad_field");
    CHECK(error["column"] == field);
  }
}

TEST_CASE("op after_bar: outcomes by bar and horizon, with counts and intervals") {
  const Spikes spikes;
  const Json result = Door().ResultOf({{"op", "after_bar"},
                                       {"price", spikes.price},
                                       {"value", spikes.value},
                                       {"dates", spikes.dates},
                                       {"bar", 0.05},
                                       {"horizons", {1, 2, 20}}});
  REQUIRE(result["bars"].size() == 1);
  CHECK(result["bars"][0]["episodes"] == 15);
  CHECK(result["bars"][0]["crossings"] == 15);
  CHECK(result["bars"][0]["too_few"] == nullptr);
  CHECK(result["bars"][0]["cases"].size() == 15);
  REQUIRE(result["outcomes"].size() == 3);
  const Json& two = result["outcomes"][1];
  CHECK(two["count"] == 15);
  CHECK_THAT(two["premium_change"]["mean"].get<double>(), WithinAbs(-0.04, 1e-12));
  CHECK_THAT(two["price_return"]["median"].get<double>(),
             WithinAbs(1.001 * 1.001 * 1.02 / 1.06 - 1, 1e-12));
  CHECK_THAT(two["price_return"]["mean_interval"]["low"].get<double>(),
             WithinAbs(1.001 * 1.001 * 1.02 / 1.06 - 1, 1e-12));
  CHECK(two["price_return"]["negative_share"] == 1.0);
  CHECK(two["block_length"] == 3);
  CHECK(result["outcomes"][2]["beyond_end"] == 2);
  CHECK(result["all_days"].size() == 3);
}

TEST_CASE("op after_bar: premiums alone, and too few episodes") {
  Json premiums = Json::array();
  for (int i = 0; i < 5; ++i) {
    for (const double premium : {0.0, 0.0, 0.0, 0.0, 0.0, 0.06, 0.01}) premiums.push_back(premium);
  }
  const Json result = Door().ResultOf(
      {{"op", "after_bar"}, {"series", premiums}, {"bar", 0.05}, {"horizons", {1}}});
  CHECK(result["bars"][0]["too_few"] == Json::parse(R"({"needed": 10, "have": 5})"));
  CHECK(result["bars"][0]["cases"].size() == 5);
  CHECK(result["outcomes"][0]["premium_change"] == nullptr);
  CHECK(result["outcomes"][0]["count"] == 5);
  CHECK_THAT(result["bars"][0]["cases"][0]["outcomes"][0]["premium_change"].get<double>(),
             WithinAbs(-0.05, 1e-12));
  CHECK(result["bars"][0]["cases"][0]["outcomes"][0]["price_return"] == nullptr);
}

TEST_CASE("op after_bar: the value published by then is what tables are judged by") {
  Door door;
  door.With("t", Spikes().Text(), "513100.csv");
  const Json then = door.ResultOf({{"op", "after_bar"}, {"table", "t"}, {"region", "us"}});
  CHECK(then["denominator"] == "nav_published");
  CHECK(then["hindsight"] == false);
  const Json after = door.ResultOf(
      {{"op", "after_bar"}, {"table", "t"}, {"region", "us"}, {"denominator", "nav_same_day"}});
  CHECK(after["hindsight"] == true);
  CHECK(after["bars"][1]["episodes"] == 15);
}

TEST_CASE("op after_bar: bad bars and horizons are refused by name") {
  for (const auto& [field, value] : {std::pair<const char*, Json>{"bars", {0.05, -1}},
                                     {"bar", "x"},
                                     {"horizons", {1.5}},
                                     {"horizons", {0}},
                                     {"resamples", 3}}) {
    Json request = {{"op", "after_bar"}, {"series", {0.0, 0.1}}};
    request[field] = value;
    const Json error = Door().Ask(request)["error"];
    CHECK(error["code"] == "bad_field");
    CHECK(error["column"] == field);
  }
}

TEST_CASE("op verdicts: a premium beyond its band and usual for the fund") {
  Json premiums = Json::array();
  for (int i = 0; i < 300; ++i) premiums.push_back(0.03 + 0.001 * (i % 7));
  premiums.push_back(0.032);
  const Json result =
      Door().ResultOf({{"op", "verdicts"}, {"series", premiums}, {"kind", "cross_border"}});
  CHECK(result["by_kind"]["verdict"] == "outside");
  CHECK(result["own_past"]["verdict"] == "usual");
  CHECK(result["absolute"]["verdict"] == "under_all");
  CHECK(result["absolute"]["next"]["bar_fraction"] == 0.05);
  CHECK(result["same_index"]["verdict"] == "no_others");
  CHECK(result["disagreements"] ==
        Json::parse(R"(["outside_kind_usual_own", "outside_kind_under_bars"])"));
}

TEST_CASE("op verdicts: what is under way on the latest day is told, by the bars of its own fold") {
  Spikes spikes;
  spikes.price.resize(194);  // the last day is one of 8 %
  spikes.value.resize(194);
  Json request = {{"op", "verdicts"}, {"price", spikes.price}, {"value", spikes.value}};
  const Json result = Door().ResultOf(request);
  CHECK(result["widening"]["latest"]["is_wide"] == true);
  CHECK(result["widening"]["window_days"] == 60);
  CHECK(result["widening"]["days_running"] == 2);
  CHECK(result["a_shape"]["state"] == "rising");
  request["widening_least"] = 0.5;
  request["a_bar"] = 0.5;
  const Json calm = Door().ResultOf(request);
  CHECK(calm["widening"]["latest"]["is_wide"] == false);
  CHECK(calm["a_shape"]["state"] == "none");
  request["denominator"] = "nav_same_day";  // hindsight tells no signal
  CHECK(Door().ResultOf(request)["a_shape"].is_null());
  const Json alone = Door().ResultOf({{"op", "verdicts"}, {"series", {0.01, 0.02}}});
  CHECK(alone["a_shape"].is_null());
  CHECK(alone["widening"]["too_few"]["have"] == 2);
}

TEST_CASE("op episodes, after_bar: the standards are told whatever was asked") {
  const Spikes spikes;
  const Json given = {{"price", spikes.price}, {"value", spikes.value}, {"quiet_days", 7}};
  Json request = given;
  request.update({{"op", "episodes"}, {"bar", 0.07}, {"a_window", 9}});
  const Json episodes = Door().ResultOf(request);
  CHECK(episodes["rule"]["bar"] == 0.07);
  CHECK(episodes["assumptions"]["bar"]["standard"] == 0.05);
  CHECK(episodes["assumptions"]["quiet_days"]["standard"] == 5);
  CHECK(episodes["assumptions"]["a_window"]["value"] == 9);
  CHECK(episodes["assumptions"]["a_window"]["standard"] != 9);
  CHECK(episodes["assumptions"]["closer_share"]["standard"] == 0.75);
  request = given;
  request.update({{"op", "after_bar"}, {"bar", 0.07}});
  const Json after = Door().ResultOf(request);
  CHECK(after["assumptions"]["bars"]["value"] == Json({0.07}));
  CHECK(after["assumptions"]["bars"]["standard"].size() == 6);
  CHECK(after["assumptions"]["quiet_days"]["standard"] == 5);
}

TEST_CASE("op verdicts: of one fund of a panel, against the others on its index that day") {
  Spikes spikes;
  std::string text = "code,date,close,nav\n" + spikes.Text("513500");
  for (double& price : spikes.price) price *= 1.03;
  text += spikes.Text("159612");
  for (double& price : spikes.price) price *= 1.03;
  text += spikes.Text("513100");
  Door door;
  door.With("t", text);
  const auto ask = [&door](const char* fund) {
    return door.ResultOf({{"op", "verdicts"}, {"table", "t"}, {"fund", fund}})["same_index"];
  };
  CHECK(ask("513500")["verdict"] == "lowest");
  const Json dear = ask("159612");
  CHECK(dear["verdict"] == "above_others");
  REQUIRE(dear["peers"].size() == 1);
  CHECK(dear["peers"][0]["code"] == "513500");
  CHECK_THAT(dear["above_lowest_fraction"].get<double>(), WithinAbs(0.03, 0.002));
  CHECK(ask("513100")["verdict"] == "no_others");
}

}  // namespace
}  // namespace premiumlens::wasm
