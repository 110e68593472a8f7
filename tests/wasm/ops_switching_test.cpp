#include <catch2/catch.hpp>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

std::string Many(int days) {
  std::string text = "code,date,close,nav\n";
  const std::pair<const char*, double> funds[] = {
      {"513500", 0.0558}, {"513650", 0.0292}, {"513100", 0.01}, {"513520", 0.02}};
  for (const auto& [code, premium] : funds) {
    Date day = *ParseIso("2024-01-01");
    for (int i = 0; i < days; ++i, ++day) {
      while (IsWeekend(day)) ++day;
      const double wide = i % 4 == 3 ? premium : premium / 2;
      text += std::string(code) + "," + FormatIso(day) + "," + std::to_string(10000 * (1 + wide)) +
              ",10000\n";
    }
  }
  return text;
}

TEST_CASE("op switching: the investor guide's two premiums, without tables") {
  Door door;
  const Json result = door.ResultOf({{"op", "switching"},
                                     {"premium_from_fraction", 0.0558},
                                     {"premium_to_fraction", 0.0292},
                                     {"commission_fraction", 0},
                                     {"slippage_fraction", 0}});
  CHECK_THAT(result["switch"]["net_fraction"].get<double>(),
             WithinAbs(0.025845316750874466, 1e-15));
  CHECK(door.Ask({{"op", "switching"}, {"premium_from_fraction", 0.05}})["error"]["column"] ==
        "premium_to_fraction");
  CHECK(door.Ask({{"op", "switching"}, {"premium_from_fraction", -1}})["error"]["code"] ==
        "premium_below_total_loss");
}

TEST_CASE("op switching: funds nobody knows are on the index that a pasted column names") {
  Door door;
  door.With("t",
            "代码,名称,现价,单位净值,跟踪指数,管托费\n159998,甲,1.558,1.5,标普500指数,0.80%\n"
            "159997,乙,1.529,1.5,SPX,0.60%\n513500,标普500ETF,1.6,1.5,标普500,0.75%\n");
  const Json result = door.ResultOf({{"op", "switching"}, {"table", "t"}});
  REQUIRE(result["groups"].size() == 1);
  CHECK(result["groups"][0]["index_name"] == "标普500");
  CHECK(result["groups"][0]["lowest"] == "159997");
  CHECK(result["unknown_index"] == 0);
  const Json fees = door.ResultOf({{"op", "fees"}, {"table", "t"}})["funds"];
  CHECK(fees[0]["fee_fraction"] == 0.008);
  CHECK(fees[0]["fee_pasted"] == true);
  CHECK(fees[0]["fee_date"] == nullptr);
}

TEST_CASE("op switching: of a panel, with the pair's past; only funds on one index") {
  Door door;
  door.With("t", Many(100));
  Json result = door.ResultOf({{"op", "switching"}, {"table", "t"}, {"fund", "513500"}});
  CHECK(result["to_fund"] == "513650");
  REQUIRE(result["groups"].size() == 1);
  CHECK(result["groups"][0]["index_name"] == "标普500");
  CHECK(result["groups"][0]["lowest"] == "513650");
  CHECK(result["groups"][0]["funds"][0]["code"] == "513650");
  CHECK_THAT(result["switch"]["gross_fraction"].get<double>(),
             WithinAbs(1.0558 / 1.0292 - 1, 1e-9));
  CHECK(result["past"]["too_few"] == nullptr);
  CHECK(result["past"]["percentile_fraction"] == 1);
  CHECK(result["gross_fraction"].size() == result["past"]["sample"]["nobs"].get<std::size_t>());
  // Without a fund the dearest of each index is set against its cheapest.
  result = door.ResultOf({{"op", "switching"}, {"table", "t"}});
  CHECK(result["fund"] == "513500");
  // A fund of another index has none to go to, unless one is named.
  result = door.ResultOf({{"op", "switching"}, {"table", "t"}, {"fund", "513100"}});
  CHECK(result["switch"] == nullptr);
  result = door.ResultOf(
      {{"op", "switching"}, {"table", "t"}, {"fund", "513100"}, {"to_fund", "513650"}});
  CHECK(result["switch"]["net_fraction"].get<double>() < 0);
  CHECK(door.Ask({{"op", "switching"}, {"table", "t"}, {"to_fund", "1"}})["error"]["code"] ==
        "unknown_fund");
}

TEST_CASE("op switching: one fund alone, and a list of one moment") {
  Door door;
  door.With("one", HistoryOfPremium(30, 0.05, "", [](int) { return ""; }), "513500.csv");
  const Json alone = door.ResultOf({{"op", "switching"}, {"table", "one"}});
  CHECK(alone["groups"].empty());
  CHECK(alone["switch"] == nullptr);
  door.With("list", "代码,名称,现价,IOPV,成交额\n513500,a,1.056,1,100\n513650,b,1.029,1,50\n");
  const Json list = door.ResultOf({{"op", "switching"}, {"table", "list"}});
  CHECK(list["fund"] == "513500");
  CHECK(list["to_fund"] == "513650");
  CHECK(list["groups"][0]["funds"][0]["amount_cny"] == 50);
  CHECK(list["past"] == nullptr);
}

}  // namespace
}  // namespace premiumlens::wasm
