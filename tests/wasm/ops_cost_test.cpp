// loss, outcome_grid, path_risk, limit_days and fees through the door.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

// A fund of New York's whose premium wanders about 4 %, as a table and as series.
struct Made {
  explicit Made(int days) {
    Noise noise(21);
    double level = 0.04, value = 1.5;
    Date day = *ParseIso("2024-01-01");
    std::string text = "代码,日期,收盘价,单位净值\n";
    for (int i = 0; i < days; ++i, ++day) {
      while (IsWeekend(day)) ++day;
      level = 0.04 + 0.95 * (level - 0.04) + 0.008 * noise.Next();
      const double one = Rounded(value * (1 + level), 0.001);
      dates.push_back(FormatIso(day));
      prices.push_back(one);
      values.push_back(Rounded(value, 0.0001));
      value *= std::exp(0.01 * noise.Next());
      text += "513100," + FormatIso(day) + "," + std::to_string(one) + "," +
              std::to_string(Rounded(value, 0.0001)) + "\n";
    }
    table = text;
  }
  Json Request(const std::string& op) const {
    return {{"op", op}, {"price", prices}, {"value", values}, {"dates", dates}};
  }
  std::vector<std::string> dates;
  std::vector<double> prices, values;
  std::string table;
};

TEST_CASE("op limit_days: four days from 60 % to 10 %") {
  Door door;
  const Json request = {{"op", "limit_days"}, {"premium_from", 0.6}, {"premium_to", 0.1}};
  CHECK(door.ResultOf(request)["days"] == 4);
  CHECK(door.ResultOf(request)["steps"].empty());
  Json priced = request;
  priced["price"] = 1.6;
  CHECK(door.ResultOf(priced)["steps"].size() == 4);
  priced["limit_fraction"] = 2;
  CHECK(door.BadField(priced) == "limit_fraction");
  CHECK(door.BadField({{"op", "limit_days"}, {"premium_from", -1}, {"premium_to", 0}}) ==
        "premium_from");
}

TEST_CASE("op loss: scenarios, what they are of, and the fields told back") {
  Door door;
  const Made made(300);
  Json request = made.Request("loss");
  request["kind"] = "cross_border";
  request["premium_to"] = 0.01;
  request["value_growth"] = -0.05;
  const Json result = door.ResultOf(request);
  const double from = made.prices.back() / made.values.back() - 1;
  CHECK_THAT(result["premium_from_fraction"].get<double>(), WithinAbs(from, 1e-12));
  CHECK(result["date"] == made.dates.back());
  const Json& given = result["scenarios"].back();
  CHECK(given["reason"] == "given");
  CHECK_THAT(given["return_fraction"].get<double>(),
             WithinAbs(0.95 * 1.01 / (1 + from) - 1, 1e-12));
  CHECK(result["value_growth"] == -0.05);
  CHECK(result["assumptions"]["value_growth"]["standard"] == 0);
  CHECK(result["assumptions"]["episode_bar"]["standard"] == 0.05);
  CHECK(result["own_sample"]["nobs"] == 250);
  CHECK(result["sample"]["nobs"] == 300);
  CHECK(result["too_few"] == nullptr);
  request["window_days"] = 2;
  CHECK(door.BadField(request) == "window_days");
}

TEST_CASE("op loss: a table is asked on the value that warns") {
  Door door;
  door.With("t", Made(100).table);
  const Json result = door.ResultOf({{"op", "loss"}, {"table", "t"}});
  CHECK(result["denominator"] == "nav_published");
  CHECK(result["kind"] == "cross_border");
  CHECK(result["hindsight"] == false);
  const Json same =
      door.ResultOf({{"op", "loss"}, {"table", "t"}, {"denominator", "nav_same_day"}});
  CHECK(same["hindsight"] == true);
  CHECK(same["premium_from_fraction"] != result["premium_from_fraction"]);
}

TEST_CASE("op outcome_grid: table of returns with the past in it") {
  Door door;
  const Made made(400);
  Json request = made.Request("outcome_grid");
  const Json result = door.ResultOf(request);
  const std::size_t rows = result["premium_to"].size();
  const std::size_t columns = result["growth"].size();
  REQUIRE(result["return_fraction"].size() == rows);
  REQUIRE(result["return_fraction"][0].size() == columns);
  REQUIRE(result["counts"].size() == rows);
  CHECK(result["breakeven_growth_fraction"].size() == rows);
  int counted = result["off_grid"].get<int>();
  for (const Json& row : result["counts"]) {
    for (const Json& count : row) counted += count.get<int>();
  }
  CHECK(counted == result["outcomes_count"].get<int>());
  CHECK(counted > 0);
  const auto today = result["today_row"].get<std::size_t>();
  CHECK(result["return_fraction"][today] == result["growth"]);
  request["rule"] = "nearest";
  request["nearest"] = 3;
  CHECK(door.ResultOf(request)["outcomes_count"] == 3);
  request["rule"] = "other";
  CHECK(door.BadField(request) == "rule");
  request["rule"] = "within";
  request["growth_step"] = 0.0001;
  CHECK(door.BadField(request) == "growth_step");
}

TEST_CASE("op path_risk: closed form and simulation, and a model of one's own") {
  Door door;
  const Made made(300);
  Json request = made.Request("path_risk");
  request["paths"] = 500;
  const Json result = door.ResultOf(request);
  CHECK(result["outlooks"].size() == 4);
  CHECK(result["simulated"].size() == 4);
  CHECK(result["model"]["value_drift"] == 0);
  CHECK(result["fit"]["value_growth_year_fraction"].is_number());  // of 250 days
  CHECK(result["fit"]["pairs"] == 249);
  CHECK(result["price"] == made.prices.back());
  const Json own = {{"op", "path_risk"},     {"series", {0.6}},      {"persistence", 0},
                    {"premium_mean", 0.1},   {"premium_sd", 0},      {"value_sd", 0},
                    {"halt_probability", 0}, {"horizons", {1, 250}}, {"premium_to", 0.1},
                    {"start_price", 1.6},    {"paths", 100}};
  const Json flat = door.ResultOf(own);
  CHECK(flat["fit"] == nullptr);
  CHECK(flat["limit_down_days"] == 4);
  CHECK(flat["limit_down_steps"].size() == 4);
  CHECK_THAT(flat["outlooks"][0]["mean_fraction"].get<double>(), WithinAbs(1.1 / 1.6 - 1, 1e-12));
  CHECK(flat["simulated"][0]["forced_days"] == 3);
  CHECK_THAT(flat["simulated"][1]["mean_fraction"].get<double>(), WithinAbs(1.1 / 1.6 - 1, 1e-12));
}

TEST_CASE("op path_risk: too few days give no number") {
  Door door;
  const Json result = door.ResultOf(Made(40).Request("path_risk"));
  CHECK(result["model"] == nullptr);
  CHECK(result["outlooks"].empty());
  CHECK(result["too_few"]["needed"] == 61);
  CHECK(result["too_few"]["have"] == 40);
  Json bad = Made(100).Request("path_risk");
  bad["horizons"] = {0};
  CHECK(door.BadField(bad) == "horizons");
  bad["horizons"] = {5};
  bad["halt_probability"] = 1.5;
  CHECK(door.BadField(bad) == "halt_probability");
}

TEST_CASE("op fees: the fund's own fee, the user's, and the thesis' table") {
  Door door;
  door.With("t", Made(100).table);
  const Json known = door.ResultOf({{"op", "fees"}, {"table", "t"}});
  REQUIRE(known["funds"].size() == 1);
  const Json& fund = known["funds"][0];
  CHECK(fund["code"] == "513100");
  CHECK(fund["fee_date"] == "2025-05-13");
  const double fee = fund["fee_fraction"].get<double>();
  CHECK(known["assumptions"]["fee_fraction"]["standard"] == fee);
  CHECK_THAT(fund["years"].get<double>(),
             WithinAbs(fund["premium_fraction"].get<double>() / fee, 1e-12));
  CHECK_THAT(fund["mean_sum_fraction"].get<double>(),
             WithinAbs(fund["mean_premium_fraction"].get<double>() + fee, 1e-12));
  const Json given = door.ResultOf({{"op", "fees"}, {"table", "t"}, {"fee_fraction", 0.01}});
  CHECK(given["funds"][0]["fee_fraction"] == 0.01);
  CHECK(given["funds"][0]["fee_given"] == true);
  REQUIRE(known["thesis"].size() == 12);
  CHECK_THAT(known["thesis"][5]["sum_fraction"].get<double>(), WithinAbs(0.035553, 1e-12));
}

TEST_CASE("op fees: several funds, each with its mean where it has days") {
  Door door;
  const Made made(60);
  std::string other;
  std::size_t at = made.table.find('\n') + 1;
  std::string text = made.table.substr(at);
  for (std::size_t place; (place = text.find("513100")) != std::string::npos;) {
    other += text.substr(0, place) + "513500";
    text = text.substr(place + 6);
  }
  door.With("t", made.table + other + text);
  const Json result = door.ResultOf({{"op", "fees"}, {"table", "t"}});
  REQUIRE(result["funds"].size() == 2);
  CHECK(result["funds"][0]["mean_premium_fraction"] == result["funds"][1]["mean_premium_fraction"]);
  CHECK(result["funds"][0]["sample"]["nobs"].get<int>() > 50);
  const Json one = door.ResultOf({{"op", "fees"}, {"table", "t"}, {"fund", "513500"}});
  REQUIRE(one["funds"].size() == 1);
  CHECK(one["funds"][0]["code"] == "513500");
  CHECK(one["funds"][0]["mean_premium_fraction"] == result["funds"][0]["mean_premium_fraction"]);
  door.With("now", "代码,名称,最新价,净值\n513100,纳指ETF,1.05,1.00\n599999,无名,1.02,1.00\n");
  const Json now = door.ResultOf({{"op", "fees"}, {"table", "now"}});
  REQUIRE(now["funds"].size() == 2);
  CHECK_THAT(now["funds"][0]["premium_fraction"].get<double>(), WithinAbs(0.05, 1e-12));
  CHECK(now["funds"][0]["sample"]["nobs"] == 1);
  CHECK(now["funds"][1]["fee_fraction"] == nullptr);
  CHECK(now["funds"][1]["years"] == nullptr);
}

TEST_CASE("op cases: what the printed figures would need") {
  Door door;
  const Json result = door.ResultOf({{"op", "cases"}});
  for (const Json& one : result["cases"]) {
    if (one["op"] == "premium") {
      CHECK(one["premium_to_as_printed"] == nullptr);
      continue;
    }
    Json request = one["request"];
    request["premium_to"] = one["premium_to_as_printed"];
    CHECK_THAT(door.ResultOf(request)["return_fraction"].get<double>(),
               WithinAbs(one["printed_fraction"].get<double>(), 1e-12));
  }
}

}  // namespace
}  // namespace premiumlens::wasm
