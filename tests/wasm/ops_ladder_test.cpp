#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

Json Ask(const std::string& request) {
  Dispatcher dispatcher;
  return Json::parse(dispatcher.Run(request));
}

Json ResultOf(const std::string& request) {
  const Json reply = Ask(request);
  INFO(reply.dump());
  REQUIRE(reply["ok"] == true);
  REQUIRE_FALSE(reply.contains("ignored"));
  return reply["result"];
}

Json ErrorOf(const std::string& request) {
  const Json reply = Ask(request);
  INFO(reply.dump());
  REQUIRE(reply["ok"] == false);
  return reply["error"];
}

const Json& RungOf(const Json& result, std::string_view denominator) {
  for (const Json& rung : result["rungs"]) {
    if (rung["denominator"] == denominator) return rung;
  }
  FAIL("no such rung: " << denominator);
  return result;
}

TEST_CASE("op iopv_estimate: the example of the field") {
  const Json result =
      ResultOf(R"({"op":"iopv_estimate","nav":2,"index":0.02,"futures":0.01,"fx":0.02,"price":2.2,)"
               R"("kind":"cross_border"})");
  CHECK_THAT(result["iopv_estimated"].get<double>(), WithinAbs(2.101608, 1e-9));
  CHECK_THAT(result["premium_fraction"].get<double>(), WithinAbs(0.0468175, 1e-7));
  CHECK_THAT(result["nav_premium_fraction"].get<double>(), WithinAbs(0.1, 1e-12));
  CHECK(result["verdict"] == "outside");
  CHECK(result["refused"].empty());
  REQUIRE(result["waterfall"].size() == 3);
  CHECK(result["waterfall"][1]["part"] == "futures");
  CHECK_THAT(result["waterfall"][1]["value"].get<double>(), WithinAbs(2.0604, 1e-12));
}

TEST_CASE("op iopv_estimate: levels, days, contracts; without a price no premium") {
  const Json result = ResultOf(
      R"({"op":"iopv_estimate","nav":2,"nav_date":"2026-01-08","region":"us","date":"2026-01-12",)"
      R"("index":{"from":100,"to":102,"from_date":"2026-01-08","to_date":"2026-01-09"},)"
      R"("futures":{"from":200,"to":202,"contract_from":"NQH26","contract_to":"NQM26"},)"
      R"("fx":{"fraction":0.02},"index_in_cny":true,"invested_fraction":0.95})");
  CHECK_THAT(result["iopv_estimated"].get<double>(), WithinAbs(2 * (1 + 0.95 * 0.02), 1e-12));
  CHECK(result["premium_fraction"] == nullptr);
  CHECK(result["verdict"] == "no_band");
  REQUIRE(result["refused"].size() == 2);
  CHECK(result["refused"][0]["reason"] == "futures_contract_differs");
  CHECK(result["refused"][1]["reason"] == "fx_in_index");
}

TEST_CASE("op iopv_estimate: refusals name the place") {
  const auto column = [](const std::string& fields) {
    return ErrorOf(R"({"op":"iopv_estimate","nav":2,)" + fields + "}")["column"];
  };
  CHECK(column(R"("index":{"from":100})") == "index.to");
  CHECK(column(R"("index":{"from":0,"to":1})") == "index.from");
  CHECK(column(R"("index":{"from":100,"to":102,"fraction":0.02})") == "index.fraction");
  CHECK(column(R"("index":"2%")") == "index");
  CHECK(column(R"("index":-1)") == "index");
  CHECK(column(R"("futures":{"fraction":0.01,"contract":"NQ"})") == "futures.contract");
  CHECK(column(R"("fx":{"fraction":0.01,"contract_from":"NQ"})") == "fx.contract_from");
  CHECK(column(R"("fx":{"fraction":0.01,"to_date":"2026-02-30"})") == "fx.to_date");
  CHECK(column(R"("fx":{"fraction":0.01,"from_date":"2026-02-03","to_date":"2026-02-02"})") ==
        "fx.to_date");
  CHECK(column(R"("invested_fraction":95)") == "invested_fraction");
  CHECK(column(R"("price":0)") == "price");
  CHECK(ErrorOf(R"({"op":"iopv_estimate","nav":0})")["code"] == "value_not_positive");
  CHECK(ErrorOf(R"({"op":"iopv_estimate"})")["column"] == "nav");
}

// 513100 on 2020-09-03: exchange close and fund-company NAVs.
const std::string kNasdaq =
    R"({"op":"ladder","price":5.305,"date":"2020-09-03","region":"us","kind":"cross_border",)"
    R"("values":{"nav_same_day":4.145,"nav_previous":{"value":4.377,"date":"2020-09-02"},)"
    R"("nav_published":{"value":4.339,"date":"2020-09-01"}})";

TEST_CASE("op ladder: one price against every value") {
  const Json result = ResultOf(kNasdaq + "}");
  CHECK_THAT(result["premiums"]["nav_same_day"].get<double>(), WithinAbs(0.2799, 5e-5));
  CHECK_THAT(result["premiums"]["nav_previous"].get<double>(), WithinAbs(0.2120, 5e-5));
  CHECK_THAT(result["premiums"]["nav_published"].get<double>(), WithinAbs(0.2226, 5e-5));
  CHECK(result["judged_by"] == "nav_published");
  CHECK(result["judge_reason"] == "published_by_then");
  const Json& same_day = RungOf(result, "nav_same_day");
  CHECK(same_day["known_by_then"] == false);
  CHECK(same_day["known_reason"] == "published_later");
  CHECK(same_day["sessions_back"] == 0);
  CHECK_THAT(same_day["premium_difference_fraction"].get<double>(), WithinAbs(0.0572, 5e-5));
  CHECK(result["iopv_estimated"] == nullptr);
  CHECK(result["carried"] == nullptr);
}

TEST_CASE("op ladder: the published NAV is carried on, the session it holds is refused") {
  const Json result =
      ResultOf(kNasdaq + R"(,"fx":0.001,"index":{"fraction":0.02,"to_date":"2020-09-01"}})");
  CHECK(result["carried"]["denominator"] == "nav_published");
  CHECK_THAT(result["iopv_estimated"].get<double>(), WithinAbs(4.339 * 1.001, 1e-12));
  CHECK(result["refused"][0] ==
        Json::parse(R"({"part":"index","reason":"session_in_nav","move_fraction":0.02})"));
  CHECK(result["waterfall"][0]["move_fraction"] == 0);
  CHECK(result["judged_by"] == "nav_published");
  const Json other = ResultOf(kNasdaq + R"(,"nav":{"value":4.5,"date":"2020-09-01"}})");
  CHECK(other["iopv_estimated"] == 4.5);
  CHECK(other["carried"]["denominator"] == nullptr);
}

TEST_CASE("op ladder: what was published changes with the lag") {
  const Json result = ResultOf(kNasdaq + R"(,"publication_lag_sessions":0})");
  CHECK(RungOf(result, "nav_previous")["known_by_then"] == true);
  CHECK(RungOf(result, "nav_same_day")["known_reason"] == "published_same_day");
}

TEST_CASE("op ladder: refusals name the place") {
  CHECK(ErrorOf(R"({"op":"ladder","values":{"nav_same_day":1}})")["column"] == "price");
  CHECK(ErrorOf(R"({"op":"ladder","price":0})")["code"] == "price_not_positive");
  const auto of = [](const std::string& values) {
    return ErrorOf(R"({"op":"ladder","price":1,"date":"2020-09-03","values":)" + values + "}");
  };
  CHECK(of(R"({"nav":1})")["column"] == "values.nav");
  CHECK(of(R"({"iopv":0})")["column"] == "values.iopv");
  CHECK(of(R"({"iopv":{"date":"2020-09-03"}})")["column"] == "values.iopv.value");
  CHECK(of(R"({"nav_previous":{"value":1,"date":"2020-09-03"}})")["column"] ==
        "values.nav_previous.date");
  CHECK(of(R"({"nav_same_day":{"value":1,"date":"2020-09-02"}})")["column"] ==
        "values.nav_same_day.date");
  CHECK(ErrorOf(R"({"op":"ladder","price":1,"values":{"iopv":1},"index":0.01})")["column"] ==
        "nav");
  CHECK(ErrorOf(R"({"op":"ladder","price":1,"index":"NDX"})")["column"] == "index");
  const std::string later = R"("price":1,"date":"2020-09-03",)";
  CHECK(ErrorOf(R"({"op":"ladder",)" + later +
                R"("nav":{"value":1,"date":"2020-09-04"}})")["column"] == "nav.date");
  CHECK(ErrorOf(R"({"op":"iopv_estimate",)" + later +
                R"("nav":1,"nav_date":"2020-09-04"})")["column"] == "nav_date");
}

TEST_CASE("op ladder: a NAV that no calendar could have published by then judges nothing") {
  const auto of = [](const std::string& date, const std::string& region) {
    return ResultOf(R"({"op":"ladder","price":1.1,"date":"2020-09-07","region":")" + region +
                    R"(","nav":{"value":1,"date":")" + date + R"("},"index":0.01})");
  };
  for (const auto& [date, region] : {std::pair{"2020-09-07", "us"},
                                     {"2020-09-04", "us"},  // the Friday before
                                     {"2020-09-07", "hong_kong"}}) {
    const Json result = of(date, region);
    CHECK(result["judged_by"] == nullptr);
    CHECK(RungOf(result, "iopv_estimated")["known_by_then"] == false);
    CHECK(RungOf(result, "iopv_estimated")["known_reason"] == "carried_from_later");
  }
  CHECK(of("2020-09-03", "us")["judged_by"] == "iopv_estimated");
  CHECK(of("2020-09-04", "hong_kong")["judged_by"] == "iopv_estimated");
}

// The same days as tables.
const std::string kPrices =
    "date,close\n2020-08-31,4.95\n2020-09-01,4.990\n2020-09-02,5.193\n2020-09-03,5.305\n";
const std::string kNavs =
    "date,nav\n2020-08-31,4.29\n2020-09-01,4.339\n2020-09-02,4.377\n2020-09-03,4.145\n";

Json OfTables(const std::string& fields) {
  Dispatcher dispatcher;
  dispatcher.tables().Create("p", "raw_513100.csv");
  dispatcher.tables().Append("p", kPrices);
  dispatcher.tables().Create("n", "nav_513100.csv");
  dispatcher.tables().Append("n", kNavs);
  return Json::parse(dispatcher.Run(R"({"op":"ladder","tables":["p","n"])" + fields + "}"));
}

TEST_CASE("op ladder: a day of tables is the same ladder as its numbers") {
  const std::string moves =
      R"(,"futures":{"fraction":0.004,"to_date":"2020-09-03"},"fx":-0.001,"invested_fraction":0.95)";
  const Json reply = OfTables(R"(,"date":"2020-09-03")" + moves);
  INFO(reply.dump());
  REQUIRE(reply["ok"] == true);
  CHECK_FALSE(reply.contains("ignored"));
  const Json& result = reply["result"];
  const Json scalars =
      ResultOf(kNasdaq.substr(0, kNasdaq.size() - 1) +
               R"(,"nav_previous_2":{"value":4.339,"date":"2020-09-01"}})" + moves + "}");
  CHECK(result["premiums"] == scalars["premiums"]);
  CHECK(result["judged_by"] == scalars["judged_by"]);
  CHECK(result["judge_reason"] == scalars["judge_reason"]);
  CHECK(result["waterfall"] == scalars["waterfall"]);
  CHECK(result["refused"] == scalars["refused"]);
  CHECK(result["carried"] == scalars["carried"]);
  CHECK(result["iopv_estimated"] == scalars["iopv_estimated"]);
  for (const Json& rung : result["rungs"]) {
    const Json& other = RungOf(scalars, rung["denominator"].get<std::string>());
    CHECK(rung["known_by_then"] == other["known_by_then"]);
    CHECK(rung["known_reason"] == other["known_reason"]);
    CHECK(rung["verdict"] == other["verdict"]);
  }
  CHECK(RungOf(result, "nav_published")["sessions_back"] == 2);
  CHECK(OfTables("")["result"]["date"] == "2020-09-03");
}

TEST_CASE("op ladder: of tables, how the day's own NAV differs from the published one") {
  const Json gap = OfTables("")["result"]["same_day_gap"];
  CHECK(gap["published_date"] == "2020-09-01");
  CHECK_THAT(gap["value_fraction"].get<double>(), WithinAbs(4.145 / 4.339 - 1, 1e-12));
  CHECK(gap["index_log_change"] == nullptr);  // no index stands beside the fund
  CHECK(gap["rest_log_change"] == gap["log_change"]);
}

TEST_CASE("op ladder: of tables, the first days have what they have") {
  const Json first = OfTables(R"(,"date":"2020-08-31")")["result"];
  CHECK(first["rungs"].size() == 1);
  CHECK(first["judged_by"] == nullptr);
  CHECK(first["same_day_gap"] == nullptr);
  const Json second = OfTables(R"(,"date":"2020-09-01")")["result"];
  CHECK(RungOf(second, "nav_previous")["known_by_then"] == false);
  const Json slow = OfTables(R"(,"publication_lag_sessions":0)")["result"];
  CHECK(RungOf(slow, "nav_published")["value"] == 4.377);
}

// A US fund that follows its index and the rate to the fifth decimal, for so many weekdays.
struct Followed {
  std::string fund = "date,close,nav\n";
  std::string index = "date,close\n";
  std::string rate = "date,USDCNY\n";
  std::string last;

  explicit Followed(int days) {
    double level = 20000;
    double cny = 7;
    const Date first = *ParseIso("2025-03-03");
    for (int i = 0, day = first; i < days; ++day) {
      if (IsWeekend(day)) continue;
      last = FormatIso(day);
      level *= 1 + 0.012 * std::sin(1.7 * i * i);
      cny *= 1 + 0.002 * std::cos(2.3 * i * i);
      const double nav = 1e-5 * level * cny;
      fund += last + "," + std::to_string(nav * 1.03) + "," + std::to_string(nav) + "\n";
      index += last + "," + std::to_string(level) + "\n";
      rate += last + "," + std::to_string(cny) + "\n";
      ++i;
    }
  }

  Json Ask(const std::string& fields) const {
    Dispatcher dispatcher;
    const auto add = [&](const char* name, const char* file, const std::string& text) {
      dispatcher.tables().Create(name, file);
      dispatcher.tables().Append(name, text);
    };
    add("f", "513100.csv", fund);
    add("i", "NDX.csv", index);
    add("x", "USDCNY.csv", rate);
    return Json::parse(
        dispatcher.Run(R"({"op":"ladder","tables":["f","i","x"],"fund":"513100")" + fields + "}"));
  }
};

TEST_CASE("op ladder: of tables, index and rate beside the fund carry its NAV on") {
  const Followed followed(80);
  const Json reply = followed.Ask("");
  INFO(reply.dump());
  REQUIRE(reply["ok"] == true);
  CHECK_FALSE(reply.contains("ignored"));
  const Json& result = reply["result"];
  CHECK(result["date"] == followed.last);
  CHECK(result["made_of"]["index"] == "NDX");
  CHECK(result["made_of"]["index_lag"] == Json::parse(R"({"sessions":0,"reason":"dated"})"));
  CHECK(result["carried"]["denominator"] == "nav_published");
  const Json& gap = result["same_day_gap"];
  CHECK_THAT(gap["index_log_change"].get<double>() + gap["fx_log_change"].get<double>() +
                 gap["rest_log_change"].get<double>(),
             WithinAbs(gap["log_change"].get<double>(), 1e-14));
  CHECK_THAT(gap["rest_log_change"].get<double>(), WithinAbs(0, 1e-5));
  CHECK(result["waterfall"][0]["counted"] == true);
  CHECK(result["judged_by"] == "nav_published");
}

TEST_CASE("op ladder: of tables, a move by hand goes before the table's, a name chooses a series") {
  const Followed followed(80);
  const Json own = followed.Ask("")["result"];
  const Json by_hand = followed.Ask(R"(,"index":0.05,"fx":"USDCNY","futures":0.01)")["result"];
  CHECK_THAT(by_hand["waterfall"][0]["move_fraction"].get<double>(), WithinAbs(0.05, 1e-15));
  CHECK_THAT(by_hand["waterfall"][1]["move_fraction"].get<double>(), WithinAbs(0.01, 1e-15));
  CHECK(by_hand["waterfall"][2]["move_fraction"] == own["waterfall"][2]["move_fraction"]);
  CHECK(followed.Ask(R"(,"fx":"")")["result"]["waterfall"][2]["counted"] == false);
  CHECK(followed.Ask(R"(,"index":"DJI")")["error"]["code"] == "unknown_series");
}

TEST_CASE("op ladder: of tables, refusals") {
  const auto error = [](const std::string& fields) { return OfTables(fields)["error"]; };
  const Json day = error(R"(,"date":"2020-09-06")");
  CHECK(day["code"] == "day_missing");
  CHECK(day["column"] == "date");
  CHECK(day["text"] == "2020-09-06 (2020-09-03)");
  CHECK(error(R"(,"date":"6 Sept")")["column"] == "date");
  CHECK(error(R"(,"fund":"159941")")["code"] == "unknown_fund");
  CHECK(error(R"(,"price":5)")["column"] == "price");
  CHECK(error(R"(,"values":{"iopv":5})")["column"] == "values");
  CHECK(error(R"(,"futures":{"from":1})")["column"] == "futures.to");
  Dispatcher dispatcher;
  dispatcher.tables().Create("t", "");
  dispatcher.tables().Append("t", "code,name,price,IOPV\n513100,a,1.9,1.7\n513050,b,1.2,1.21\n");
  const Json several = Json::parse(dispatcher.Run(R"({"op":"ladder","table":"t"})"));
  CHECK(several["error"]["code"] == "missing_field");
  CHECK(several["error"]["column"] == "fund");
  const Json one = Json::parse(dispatcher.Run(R"({"op":"ladder","table":"t","fund":"513050"})"));
  INFO(one.dump());
  CHECK(one["result"]["judged_by"] == "iopv");
}

}  // namespace
}  // namespace premiumlens::wasm
