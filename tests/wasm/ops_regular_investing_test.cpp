#include <catch2/catch.hpp>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("op regular_investing: four ways over a pasted history") {
  Door door;
  door.With("t", HistoryOfPremium(300, 0.05, "", [](int) { return ""; }), "513100.csv");
  Json result = door.ResultOf({{"op", "regular_investing"}, {"table", "t"}});
  CHECK(result["payments"] == 14);  // January 2024 to February 2025
  CHECK(result["is_annual"] == true);
  REQUIRE(result["investments"].size() == 4);
  const Json& on = result["investments"][0];
  CHECK(on["channel"] == "exchange");
  CHECK(on["plan"] == "regular");
  CHECK(on["invested_cny"] == 14000);
  CHECK_THAT(on["average_over_nav_fraction"].get<double>(), WithinAbs(0.05, 0.001));
  CHECK(on["annual_return_fraction"].is_number());
  const Json& off = result["investments"][1];
  CHECK(off["channel"] == "off_exchange");
  CHECK_THAT(off["average_over_nav_fraction"].get<double>(), WithinAbs(0, 1e-12));
  CHECK(result["investments"][3]["plan"] == "at_once");

  result = door.ResultOf({{"op", "regular_investing"},
                          {"table", "t"},
                          {"every", "week"},
                          {"from", "2024-06-03"},
                          {"to", "2024-08-30"}});
  CHECK(result["payments"] == 13);
  CHECK(result["is_annual"] == false);
  CHECK(result["investments"][0]["annual_return_fraction"] == nullptr);
}

TEST_CASE("op regular_investing: the pasted status limits from its day on, never before") {
  Door door;
  door.With("t", HistoryOfPremium(40, 0.05, ",申购状态,申购上限", [](int i) {
              return std::string(i < 20 ? ",," : i < 30 ? ",暂停申购," : ",限大额,100");
            }));
  const Json result = door.ResultOf({{"op", "regular_investing"}, {"table", "t"}});
  CHECK(result["limit_days"] == Json({{"limited", 10}, {"suspended", 10}, {"limit_unknown", 0}}));
  // January's 1000 is spent at once; February's comes in the suspension and then goes a hundred a
  // day, for the ten days that are left.
  const Json& off = result["investments"][1];
  CHECK(off["orders"] == 11);
  CHECK_THAT(off["waiting_cny"].get<double>(), WithinAbs(0, 1e-6));
  CHECK(off["delayed"] == 1);
}

TEST_CASE("op regular_investing: plain series, too little, bad fields") {
  Door door;
  const Json dates = {"2024-01-02", "2024-02-01"};
  Json request = {{"op", "regular_investing"},
                  {"price", {1, 2}},
                  {"value", {1, 2}},
                  {"dates", dates},
                  {"commission_fraction", 0},
                  {"least_commission_cny", 0},
                  {"purchase_fee_fraction", 0},
                  {"redemption_fee_fraction", 0}};
  const Json result = door.ResultOf(request);
  CHECK_THAT(result["investments"][0]["final_cny"].get<double>(), WithinRel(3000.0, 1e-12));
  CHECK_THAT(result["investments"][1]["final_cny"].get<double>(), WithinRel(3000.0, 1e-12));
  request["to"] = "2024-01-31";
  CHECK(door.ResultOf(request)["too_few"] == Json({{"needed", 2}, {"have", 1}}));
  CHECK(door.ResultOf(request)["investments"].empty());
  request["to"] = "31.1.2024";
  CHECK(door.Ask(request)["error"]["column"] == "to");
  request["to"] = nullptr;
  request["every"] = "year";
  CHECK(door.Ask(request)["error"]["column"] == "every");
  request["every"] = "week";
  request["nav"] = {1};
  CHECK(door.Ask(request)["error"]["column"] == "nav");
}

}  // namespace
}  // namespace premiumlens::wasm
