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
  return reply["result"];
}

bool Holds(const Json& list, std::string_view code) {
  for (const Json& entry : list) {
    if (entry["code"] == code) return true;
  }
  return false;
}

TEST_CASE("op premium: the worked case with everything that follows from it") {
  const Json result =
      ResultOf(R"({"op":"premium","price":1.804,"value":1.7445,"kind":"cross_border"})");
  CHECK_THAT(result["premium_fraction"].get<double>(), WithinAbs(0.0341072, 1e-7));
  CHECK_THAT(result["log_premium"].get<double>(), WithinAbs(0.0335384, 1e-7));
  CHECK(result["verdict"] == "outside");
  CHECK(result["range"] == Json::parse(R"({"inner":0.01,"outer":0.02})"));
  CHECK(result["denominator"] == "iopv");
  CHECK(result["breakeven_growth_fraction"] == result["premium_fraction"]);
  CHECK(result["closing"].size() == 3);
  CHECK_THAT(result["closing"][1]["return_fraction"].get<double>(), WithinAbs(-0.0233121, 1e-7));
  CHECK(result["price_ladder"][1]["price"] == 1.761);
  CHECK(Holds(result["findings"], "range_outside"));
  CHECK(Holds(result["unjudged"], "amount_under_100m"));
}

TEST_CASE("op premium: what is told besides is judged") {
  const Json result =
      ResultOf(R"({"op":"premium","price":1.2,"value":1,"kind":"cross_border","float_cny":1.5e9,)"
               R"("amount_cny":8e6,"purchase_status":"suspended","denominator":"nav_previous"})");
  CHECK(Holds(result["findings"], "small_float_premium"));
  CHECK(Holds(result["findings"], "amount_under_10m"));
  CHECK(Holds(result["findings"], "purchase_suspended"));
  CHECK(result["findings"][0]["level"] == "severe");
  CHECK(result["findings"][0]["evidence"]["denominator_name"] == "nav_previous");
  CHECK_FALSE(Holds(result["unjudged"], "iopv_flat"));  // no IOPV is used
  CHECK(Holds(result["unjudged"], "premium_days_over_5"));
}

TEST_CASE("op premium: a kind without a band") {
  const Json result = ResultOf(R"({"op":"premium","price":1.2,"value":1,"kind":"gold"})");
  CHECK(result["verdict"] == "no_band");
  CHECK(result["range"] == Json::parse(R"({"inner":null,"outer":null})"));
  CHECK(result["closing"].size() == 2);
}

TEST_CASE("op premium: refusals name the field") {
  const auto error = [](const std::string& request) {
    const Json reply = Ask(request);
    REQUIRE(reply["ok"] == false);
    return reply["error"];
  };
  const Json zero = error(R"({"op":"premium","price":0,"value":1})");
  CHECK(zero["code"] == "price_not_positive");
  CHECK(zero["column"] == "price");
  CHECK(zero["text"] == "0");
  CHECK(error(R"({"op":"premium","price":1,"value":-1})")["code"] == "value_not_positive");
  CHECK(error(R"({"op":"premium","price":1})")["code"] == "missing_field");
  CHECK(error(R"({"op":"premium","price":"1","value":1})")["column"] == "price");
  CHECK(error(R"({"op":"premium","price":1,"value":1,"kind":"etf"})")["text"] == "etf");
  CHECK(error(R"({"op":"premium","price":1,"value":1,"amount_cny":-5})")["column"] == "amount_cny");
}

TEST_CASE("op convergence: parts, a default growth of 0, and refusals") {
  const Json result = ResultOf(
      R"({"op":"convergence","premium_from":0.12,"premium_to":0.05,"value_growth":-0.042})");
  CHECK_THAT(result["return_fraction"].get<double>(), WithinAbs(-0.101875, 1e-12));
  CHECK_THAT(result["value_part"].get<double>() + result["premium_part"].get<double>() +
                 result["cross_part"].get<double>(),
             WithinAbs(-0.101875, 1e-12));
  CHECK_THAT(
      ResultOf(R"({"op":"convergence","premium_from":0.18,"premium_to":0.01})")["return_fraction"]
          .get<double>(),
      WithinAbs(-17.0 / 118, 1e-12));
  const Json reply = Ask(R"({"op":"convergence","premium_from":0.1,"premium_to":-1})");
  CHECK(reply["error"]["code"] == "premium_below_total_loss");
  CHECK(reply["error"]["column"] == "premium_to");
}

TEST_CASE("op cases: every request answers with the exact figure it stands for") {
  const Json result = ResultOf(R"({"op":"cases"})");
  CHECK(result["cases"].size() == 6);
  for (const Json& entry : result["cases"]) {
    const Json answer = ResultOf(entry["request"].dump());
    const char* field = entry["op"] == "premium" ? "premium_fraction" : "return_fraction";
    CHECK(answer[field] == entry["fraction"]);
  }
}

TEST_CASE("op reference: bands, rules and lags with their sources") {
  const Json result = ResultOf(R"({"op":"reference"})");
  CHECK(result["bands"].size() == 9);
  CHECK(result["rules"].size() == 20);
  CHECK(result["publication_lags"].size() == 12);
  for (const Json& rule : result["rules"]) {
    CHECK_FALSE(rule["source"].get<std::string>().empty());
    CHECK(rule["needs"].is_array());
  }
}

TEST_CASE("op sample: a seed is a whole number, and a known name is needed") {
  CHECK(ResultOf(R"({"op":"sample","name":"history"})")["text"] ==
        ResultOf(R"({"op":"sample","name":"history","seed":1})")["text"]);
  CHECK(Ask(R"({"op":"sample","name":"history","seed":1.5})")["error"]["column"] == "seed");
  CHECK(Ask(R"({"op":"sample","name":"market"})")["error"]["code"] == "bad_field");
}

}  // namespace
}  // namespace premiumlens::wasm
