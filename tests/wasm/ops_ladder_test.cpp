#include <catch2/catch.hpp>
#include <string>

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
}

}  // namespace
}  // namespace premiumlens::wasm
