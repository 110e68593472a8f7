#include <catch2/catch.hpp>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinRel;

TEST_CASE("op liquidity: a pasted history with amounts, bid and ask") {
  Door door;
  door.With("t", HistoryOfPremium(80, 0.05, ",成交额(万元),买一,卖一,换手率(%)", [](int i) {
              return std::string(i % 2 ? ",300" : ",100") + ",1.000,1.002,2";
            }));
  const Json result = door.ResultOf({{"op", "liquidity"}, {"table", "t"}, {"position_cny", 9e5}});
  CHECK(result["source"] == "amount");
  CHECK(result["traded"]["median_cny"] == 2e6);
  CHECK(result["selling"][0]["participation_fraction"] == 0.1);
  CHECK(result["selling"][0]["days_of_median"] == 4.5);
  CHECK(result["selling"][0]["sessions"] == 5);
  CHECK(result["amount_class"] == "under_least");
  CHECK_THAT(result["spread"]["spread_fraction"].get<double>(), WithinRel(0.002 / 1.001, 1e-9));
  CHECK_THAT(result["turnover"]["usual_fraction"].get<double>(), WithinRel(0.02, 1e-12));
  CHECK(result["too_few"] == nullptr);
  CHECK(result["amount_sample"]["nobs"] == 80);
  CHECK(result["assumptions"]["position_cny"]["value"] == 9e5);
  CHECK(result["assumptions"]["position_cny"]["standard"] == 1e5);
  CHECK(result["assumptions"]["slippage_fraction"]["source"] == "investor_guide");
}

TEST_CASE("op liquidity: plain series, a position in shares, too few days") {
  Door door;
  Json request = {{"op", "liquidity"},        {"price", {2, 2, 2, 2, 2}},
                  {"value", {2, 2, 2, 2, 2}}, {"volume", {10, 10, 10, nullptr, 10}},
                  {"position_shares", 50},    {"usual_sessions", 5}};
  Json result = door.ResultOf(request);
  CHECK(result["too_few"] == Json({{"needed", 5}, {"have", 4}}));
  CHECK(result["selling"].empty());
  CHECK(result["position_cny"] == 100);
  CHECK(result["traded"]["days_missing"] == 1);
  CHECK(result["spread"] == nullptr);
  request["volume"][3] = 10;
  result = door.ResultOf(request);
  CHECK(result["source"] == "volume_times_price");
  CHECK(result["selling"][1]["days_of_median"] == 25);
}

TEST_CASE("op liquidity: a history without trading columns says so; a bad bar is refused") {
  Door door;
  door.With("t", HistoryOfPremium(30, 0.05, "", [](int) { return ""; }));
  CHECK(door.ResultOf({{"op", "liquidity"}, {"table", "t"}})["source"] == "none");
  const Json refused =
      door.Ask({{"op", "liquidity"}, {"table", "t"}, {"participation_fraction", 1.5}});
  CHECK(refused["error"]["code"] == "bad_field");
  CHECK(refused["error"]["column"] == "participation_fraction");
  CHECK(door.Ask(
            {{"op", "liquidity"}, {"table", "t"}, {"usual_sessions", 20.5}})["error"]["column"] ==
        "usual_sessions");
  CHECK(door.Ask({{"op", "liquidity"},
                  {"price", {1}},
                  {"value", {1}},
                  {"bid", {1, 2}}})["error"]["column"] == "bid");
}

TEST_CASE("op liquidity: a column that changes its unit midway is doubted") {
  Door door;
  door.With("t", HistoryOfPremium(120, 0.01, ",成交量,成交额", [](int i) {
              const std::string amount = std::to_string(100000000 + 1000000 * (i % 17));
              return "," + std::string("99000000") + "," +
                     (i < 100 ? amount : std::to_string(10000 + 100 * (i % 17)));
            }));
  CHECK(door.ResultOf({{"op", "liquidity"}, {"table", "t"}})["unit_doubt"] == true);
}

}  // namespace
}  // namespace premiumlens::wasm
