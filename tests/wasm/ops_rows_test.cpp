#include <catch2/catch.hpp>
#include <string>

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

Json Ask(const std::string& rows) {
  Dispatcher dispatcher;
  dispatcher.tables().Create("t", "");
  dispatcher.tables().Append("t", "date,close\n2025-01-03,1.8\n\n2025-01-06,--\n2025-01-07,2\n");
  return Json::parse(dispatcher.Run(R"({"op":"rows","table":"t","rows":)" + rows + "}"));
}

TEST_CASE("op rows: rows as text, by their place in the source") {
  const Json result = Ask("[4,2]")["result"];
  CHECK(result["columns"] == Json::parse(R"(["date","close"])"));
  CHECK(result["rows"] == Json::parse(R"([{"row":4,"cells":["2025-01-06",""]},
                                          {"row":2,"cells":["2025-01-03","1.8"]}])"));
}

TEST_CASE("op rows: the header, a blank line and what is beyond the end are no rows") {
  CHECK(Ask("[1,3,6,-1]")["result"]["rows"] == Json::array());
}

TEST_CASE("op rows: a request that names no rows is refused") {
  CHECK(Ask("[2.5]")["error"]["code"] == "bad_field");
  CHECK(Ask("7")["error"]["code"] == "bad_field");
}

}  // namespace
}  // namespace premiumlens::wasm
