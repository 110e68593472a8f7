#include <catch2/catch.hpp>
#include <string>

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

Json Ask(const std::string& fields) {
  Dispatcher dispatcher;
  return Json::parse(dispatcher.Run(R"({"op":"session_map",)" + fields + "}"));
}

TEST_CASE("op session_map: hours in Beijing, what Shanghai shares of them, and the IOPV's basis") {
  const Json result = Ask(R"("region":"japan","date":"2025-01-06")")["result"];
  CHECK(result["basis"] == "partly");
  CHECK(result["is_weekend"] == false);
  CHECK(result["last_session"] == "2025-01-03");
  CHECK(result["publication_lag_sessions"] == 0);
  CHECK(result["shanghai"]["overlap_minutes"] == 240);
  CHECK(result["markets"] == Json::parse(R"([{
    "market": "tokyo",
    "intervals": [{"from_minutes": 480, "to_minutes": 630}, {"from_minutes": 690, "to_minutes": 870}],
    "has_summer_time": false, "summer_time": false,
    "shared": [{"from_minutes": 570, "to_minutes": 630}, {"from_minutes": 780, "to_minutes": 870}],
    "overlap_minutes": 150
  }])"));
}

TEST_CASE("op session_map: a region that is not known has no hours") {
  const Json result = Ask(R"("region":"unknown","date":"2025-01-06")")["result"];
  CHECK(result["markets"] == Json::array());
  CHECK(result["basis"] == nullptr);
}

TEST_CASE("op session_map: a day that does not exist and a word that is no region are refused") {
  CHECK(Ask(R"("region":"us","date":"2025-02-30")")["error"]["column"] == "date");
  CHECK(Ask(R"("region":"mars","date":"2025-02-03")")["error"]["code"] == "bad_field");
}

}  // namespace
}  // namespace premiumlens::wasm
