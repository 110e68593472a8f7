#include <catch2/catch.hpp>
#include <string>

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

Json Ask(const std::string& request) {
  Dispatcher dispatcher;
  dispatcher.tables().Create("p", "513100.csv");
  dispatcher.tables().Append("p", "date,close\n2025-01-07,1.1\n2025-01-08,1.2\n2025-01-09,1.3\n");
  dispatcher.tables().Create("n", "");
  dispatcher.tables().Append("n", "date,nav\n2025-01-03,0.9\n2025-01-06,1.0\n2025-01-07,1.05\n");
  return Json::parse(dispatcher.Run(request));
}

TEST_CASE("op export_rows: each row with its price, values, their days, premiums and checks") {
  const Json result = Ask(R"({"op":"export_rows","tables":["p","n"]})")["result"];
  CHECK(result["shape"] == "history");
  CHECK(result["rows"] == 5);
  CHECK(result["dates"].front() == "2025-01-03");
  CHECK(result["times"] == nullptr);
  CHECK(result["codes"] == nullptr);
  CHECK(result["price"] == Json::parse("[null,null,1.1,1.2,1.3]"));
  CHECK(result["values"]["nav_same_day"] == Json::parse("[0.9,1.0,1.05,null,null]"));
  // A US fund's NAV of the 6th is known from the 8th on.
  CHECK(result["values"]["nav_published"][3] == 1.0);
  CHECK(result["value_dates"]["nav_published"][3] == "2025-01-06");
  CHECK_THAT(result["premiums"]["nav_published"][3].get<double>(),
             Catch::Matchers::WithinAbs(0.2, 1e-12));
  CHECK(result["checks"].size() == 5);
}

TEST_CASE("op export_rows: a table that is not there is refused") {
  CHECK(Ask(R"({"op":"export_rows","table":"x"})")["error"]["code"] == "unknown_table");
}

}  // namespace
}  // namespace premiumlens::wasm
