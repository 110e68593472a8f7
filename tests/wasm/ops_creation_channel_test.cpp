#include <catch2/catch.hpp>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

TEST_CASE("op creation_channel: shares flat for days, then more, beside the pasted status") {
  Door door;
  door.With("t", HistoryOfPremium(30, 0.08, ",场内份额(万份),申购状态", [](int i) {
              const int shares = i < 5 ? 1000 + i : i < 20 ? 1005 : 1200 + (i > 25 ? i : 0);
              return "," + std::to_string(shares) + (i < 20 ? ",暂停申购" : ",开放申购");
            }));
  Json result = door.ResultOf({{"op", "creation_channel"}, {"table", "t"}});
  CHECK(result["has_shares"] == true);
  CHECK(result["runs_count"] == 2);
  const Json& run = result["runs"][0];
  CHECK(run["from"] == "2024-01-08");
  CHECK(run["to"] == "2024-01-26");
  CHECK(run["sessions"] == 14);
  CHECK(run["ended_by"] == "jump");
  CHECK(run["ended"] == "2024-01-29");
  CHECK(run["purchase"] == "suspended");
  CHECK(result["purchase"] == "open");
  CHECK(result["latest_shares"] == 1.229e7);
  CHECK(result["state"] == "possibly_reopened");
  // With a longer bar the stretch is none.
  result = door.ResultOf({{"op", "creation_channel"}, {"table", "t"}, {"flat_sessions", 15}});
  CHECK(result["runs"].empty());
  CHECK(result["state"] == "moving");
  CHECK(result["assumptions"]["flat_sessions"]["standard"] == 5);
}

TEST_CASE("op creation_channel: without shares it says what is missing") {
  Door door;
  door.With("t", HistoryOfPremium(30, 0.08, "", [](int) { return ""; }));
  const Json result = door.ResultOf({{"op", "creation_channel"}, {"table", "t"}});
  CHECK(result["has_shares"] == false);
  CHECK(result["state"] == nullptr);
  CHECK(result["too_few"]["have"] == 0);
}

TEST_CASE("op creation_channel: plain series need days, and shares of their length") {
  Door door;
  Json request = {{"op", "creation_channel"}, {"series", {0, 0}}, {"shares", {1, 1}}};
  CHECK(door.Ask(request)["error"]["code"] == "no_history");
  request["shares"] = {1};
  CHECK(door.Ask(request)["error"]["column"] == "shares");
  request["shares"] = nullptr;
  CHECK(door.Ask(request)["error"]["code"] == "missing_field");
}

}  // namespace
}  // namespace premiumlens::wasm
