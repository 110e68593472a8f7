#include <catch2/catch.hpp>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("op arbitrage: a fund at a steady premium, its limit pasted") {
  Door door;
  door.With("t",
            HistoryOfPremium(200, 0.05, ",申购状态,申购上限",
                             [](int) { return std::string(",限大额,3500000"); }),
            "513100.csv");
  Json result = door.ResultOf({{"op", "arbitrage"}, {"table", "t"}, {"capital_cny", 9e6}});
  CHECK(result["route"] == "etf_creation");
  CHECK(result["route_given"] == false);
  CHECK(result["purchase"] == "limited");
  CHECK(result["amount_cny"] == 3e6);
  CHECK(result["units"] == 3);
  CHECK(result["obstacles"].empty());
  const double left = result["left_fraction"];
  CHECK_THAT(left, WithinRel((1 + result["premium_fraction"].get<double>()) *
                                     (1 - result["out_fraction"].get<double>()) /
                                     (1 + result["in_fraction"].get<double>()) -
                                 1,
                             1e-12));
  CHECK_THAT(result["left_cny"].get<double>(), WithinRel(3e6 * left, 1e-12));
  CHECK(result["empirical"]["nobs"].get<int>() > 150);
  CHECK(result["ar1"]["loss_probability"].get<double>() < 0.01);
  CHECK(result["replay"]["is_own_nav"] == true);
  CHECK(result["replay"]["losses"] == 0);
  // The price stands at 1.05 of the day's own NAV: what the replay earns is that less cost.
  CHECK_THAT(result["replay"]["median_fraction"].get<double>(), WithinAbs(0.041, 0.004));

  result = door.ResultOf({{"op", "arbitrage"}, {"table", "t"}, {"purchase", "suspended"}});
  CHECK(result["obstacles"] == Json::array({"suspended"}));
  CHECK(result["left_cny"] == 0);
  CHECK(result["purchase_given"] == true);
  result = door.ResultOf({{"op", "arbitrage"}, {"table", "t"}, {"purchase_limit_cny", 1000}});
  CHECK(result["obstacles"] == Json::array({"limit_below_unit"}));

  // What only the reader knows goes before what was pasted, and a choice made here before both.
  const Json known = {{"purchase", "limited"}, {"purchase_limit_cny", 2e6}};
  result =
      door.ResultOf({{"op", "arbitrage"}, {"table", "t"}, {"capital_cny", 9e6}, {"known", known}});
  CHECK(result["amount_cny"] == 2e6);
  CHECK(result["purchase_said"] == true);
  result = door.ResultOf(
      {{"op", "arbitrage"}, {"table", "t"}, {"known", known}, {"purchase", "suspended"}});
  CHECK(result["obstacles"] == Json::array({"suspended"}));
  CHECK(result["purchase_said"] == false);
}

TEST_CASE("op arbitrage: a LOF by its code, and by choice, with standards of its own") {
  Door door;
  door.With("t", HistoryOfPremium(100, 0.05, "", [](int) { return ""; }), "161129.csv");
  Json result = door.ResultOf({{"op", "arbitrage"}, {"table", "t"}});
  CHECK(result["route"] == "lof_exchange");
  CHECK(result["assumptions"]["fee_fraction"]["standard"] == 0.015);
  CHECK(result["assumptions"]["unit_cny"]["value"] == 0);
  result = door.ResultOf(
      {{"op", "arbitrage"}, {"table", "t"}, {"route", "lof_transfer"}, {"hedged", true}});
  CHECK(result["assumptions"]["delay_sessions"]["value"] == 3);
  CHECK(result["hedged"] == true);
}

TEST_CASE("op arbitrage: too few days, no premium, bad fields") {
  Door door;
  const Json few = door.ResultOf({{"op", "arbitrage"}, {"price", {1.1, 1.1}}, {"value", {1, 1}}});
  CHECK(few["too_few"]["needed"] == 60);
  CHECK(few["empirical"] == nullptr);
  CHECK_THAT(few["premium_fraction"].get<double>(), WithinRel(0.1, 1e-12));
  const Json discount = door.ResultOf({{"op", "arbitrage"}, {"series", {-0.02}}});
  CHECK(discount["obstacles"] == Json::array({"no_premium"}));
  const auto column = [&door](const char* field, const Json& value) {
    return door.Ask({{"op", "arbitrage"}, {"series", {0.02}}, {field, value}})["error"]["column"];
  };
  CHECK(column("route", "boat") == "route");
  CHECK(column("hedged", 1) == "hedged");
  CHECK(column("delay_sessions", -1) == "delay_sessions");
  CHECK(column("fee_fraction", 0.9) == "fee_fraction");
  CHECK(column("nav", {1, 2}) == "nav");
}

}  // namespace
}  // namespace premiumlens::wasm
