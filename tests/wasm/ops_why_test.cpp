// The operations about what only the user knows, about causes, and about the user's own money.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

// 513100 about 2020-09-03, with invented highs and lows.
Door Fund() {
  Door door;
  door.With("p",
            "date,close,high,low\n2020-09-01,4.990,5.000,4.950\n2020-09-02,5.193,5.200,5.050\n"
            "2020-09-03,5.305,5.400,5.200\n",
            "raw_513100.csv");
  door.With("n", "date,nav\n2020-09-01,4.339\n2020-09-02,4.377\n2020-09-03,4.145\n",
            "nav_513100.csv");
  return door;
}

std::string CodesOf(const Json& findings) {
  std::string codes;
  for (const Json& finding : findings) codes += finding["code"].get<std::string>() + " ";
  return codes;
}

TEST_CASE("analyze: what only the user knows changes the findings") {
  Door door = Fund();
  const std::string ask = R"({"op":"analyze","tables":["p","n"])";
  CHECK(CodesOf(door.ResultOf(ask + "}")["findings"]).find("_said") == std::string::npos);
  const Json said = door.ResultOf(
      ask +
      R"(,"known":{"risk_notice":true,"risk_notice_date":"2020-09-02","purchase_limit_cny":1000}})");
  const std::string codes = CodesOf(said["findings"]);
  CHECK(codes.find("risk_notice_said") != std::string::npos);
  CHECK(codes.find("purchase_limited") != std::string::npos);
  for (const Json& finding : said["findings"]) {
    if (finding["code"] == "risk_notice_said") {
      CHECK(finding["evidence"]["said_date"] == "2020-09-02");
      CHECK(finding["source"] == "investor_guide");
    }
    if (finding["code"] == "purchase_limited") CHECK(finding["evidence"]["limit_cny"] == 1000);
  }
  // Of another fund it counts for nothing.
  const Json other = door.ResultOf(ask + R"(,"known":[{"fund":"513500","halt":true}]})");
  CHECK(CodesOf(other["findings"]).find("halt_said") == std::string::npos);
}

TEST_CASE("analyze: a panel has what is known fund by fund") {
  Door door;
  door.With("t",
            "代码,日期,收盘价,单位净值\n513100,2025-01-06,1.05,1.0\n513100,2025-01-07,1.06,1.0\n"
            "513500,2025-01-06,1.05,1.0\n513500,2025-01-07,1.06,1.0\n");
  const Json result = door.ResultOf(
      R"({"op":"analyze","table":"t","known":[{"fund":"SH513500","halt":true},{"halt":true}]})");
  REQUIRE(result["funds"].size() == 2);
  CHECK(CodesOf(result["funds"][0]["findings"]).find("halt_said") == std::string::npos);
  CHECK(CodesOf(result["funds"][1]["findings"]).find("halt_said") != std::string::npos);
}

TEST_CASE("analyze: a changed bar counts and is told; a bad one is refused by name") {
  Door door = Fund();
  const Json result = door.ResultOf(
      R"({"op":"analyze","tables":["p","n"],"rule_bars":{"premium_over_5.warn.bar_fraction":0.21,"range.cross_border.inner_fraction":0.3,"range.cross_border.outer_fraction":0.4}})");
  bool seen = false;
  for (const Json& finding : result["findings"]) {
    if (finding["code"] != "premium_over_5") continue;
    seen = true;
    CHECK(finding["evidence"]["bar_fraction"] == 0.21);
    CHECK(finding["evidence"]["standard_bar_fraction"] == 0.05);
  }
  CHECK(seen);
  CHECK(result["latest"]["verdict"] == "inside");
  CHECK(result["latest"]["range"]["inner"] == 0.3);
  const Json bad = door.Ask(R"({"op":"analyze","tables":["p","n"],"rule_bars":{"no.such":1}})");
  CHECK(bad["error"]["code"] == "bad_field");
  CHECK(bad["error"]["column"] == "rule_bars");
  for (const char* known : {R"({"purchase":"shut"})", R"({"halt":"yes"})", R"({"hal":true})",
                            R"({"halt_date":"2020"})", R"({"purchase_limit_cny":0})", "5"}) {
    const Json refused =
        door.Ask(std::string(R"({"op":"analyze","tables":["p","n"],"known":)") + known + "}");
    INFO(known);
    CHECK(refused["error"]["code"] == "bad_field");
  }
}

TEST_CASE("premium: one pair is judged by changed bars as well") {
  Door door;
  const Json result = door.ResultOf(
      R"({"op":"premium","price":1.055,"value":1,"kind":"cross_border","rule_bars":{"premium_over_5.warn.bar_fraction":0.06,"range.cross_border.outer_fraction":0.06}})");
  CHECK(CodesOf(result["findings"]) == "range_edge ");
  CHECK(result["verdict"] == "edge");
}

TEST_CASE("reference: every bar can be named") {
  Door door;
  const Json reference = door.ResultOf(R"({"op":"reference"})");
  int count = 0;
  for (const Json& rule : reference["rules"]) {
    for (const Json& bar : rule["bars"]) {
      ++count;
      const std::string name = bar["name"].get<std::string>();
      const Json reply = door.Ask(R"({"op":"premium","price":1,"value":1,"rule_bars":{")" + name +
                                  "\":" + bar["standard"].dump() + "}}");
      INFO(name);
      CHECK(reply["ok"] == true);
    }
  }
  CHECK(count >= 18);
  CHECK(reference["range_bars"].size() == 8);
  CHECK(reference["windows"][0]["name"] == "amount.window_days");
}

TEST_CASE("causes: through the door, with its bars told back") {
  Door door = Fund();
  const Json result = door.ResultOf(
      R"({"op":"causes","tables":["p","n"],"run_days":2,"known":{"purchase":"suspended"}})");
  CHECK(result["date"] == "2020-09-03");
  CHECK(result["causes"].size() == 9);
  CHECK(result["causes"][0]["cause"] == "quota");
  CHECK(result["causes"][0]["status"] == "for");
  CHECK(result["assumptions"]["run_days"]["value"] == 2);
  CHECK(result["assumptions"]["run_days"]["standard"] == 20);
  CHECK(result["assumptions"]["limit_fraction"]["source"] == "exchange_rules");
  const Json bad = door.Ask(R"({"op":"causes","tables":["p","n"],"run_fraction":2})");
  CHECK(bad["error"]["column"] == "run_fraction");
  const Json none = door.ResultOf(R"({"op":"causes","series":[null,null]})");
  CHECK(none["too_few"]["needed"] == 1);
}

TEST_CASE("my_trade: fills given and pasted, parts to the cent, outside the range told") {
  Door door = Fund();
  door.With("f",
            "日期,方向,数量,价格,费用\n2020-09-03,买入,1000,5.305,5\n2020-09-03,卖出,400,5.5,5\n");
  const Json result =
      door.ResultOf(R"({"op":"my_trade","tables":["p","n"],"fills_table":"f","matching":"fifo"})");
  CHECK(result["has_range"] == true);
  CHECK(result["fills"].size() == 2);
  CHECK(result["fills"][1]["troubles"][0] == "above_high");
  CHECK_THAT(result["total_cny"].get<double>(), WithinAbs(400 * 0.195 - 10, 1e-9));
  CHECK(result["open_shares"] == 600);
  for (const Json& split : result["splits"]) {
    const Json& parts = split["parts"];
    const double sum = parts["value_cny"].get<double>() + parts["fx_cny"].get<double>() +
                       parts["premium_cny"].get<double>() + parts["cost_cny"].get<double>() +
                       parts["unsplit_cny"].get<double>();
    CHECK_THAT(sum, WithinAbs(result["total_cny"].get<double>(), 1e-6));
  }
  CHECK(result["splits"][0]["denominator"] == "nav_published");
  CHECK(result["splits"][1]["hindsight"] == true);
  CHECK_THAT(result["fills"][0]["values"][0]["premium_fraction"].get<double>(),
             WithinAbs(0.2226, 5e-5));
  CHECK_THAT(result["fills"][0]["values"][1]["premium_fraction"].get<double>(),
             WithinAbs(0.2799, 5e-5));
  const Json none = door.ResultOf(R"({"op":"my_trade","tables":["p","n"]})");
  CHECK(none["too_few"]["needed"] == 1);
  const Json bad = door.Ask(R"({"op":"my_trade","tables":["p","n"],"matching":"lifo"})");
  CHECK(bad["error"]["column"] == "matching");
}

TEST_CASE("my_trade: fills without a header, and those of another fund") {
  Door door = Fund();
  door.With("f", "2020-09-02\t买入\t1000\t5.100\t5\n2020-09-03\t卖出\t1000\t5.300\t0\n");
  const std::string ask = R"({"op":"my_trade","tables":["p","n"],"fills_table":")";
  const Json bare = door.ResultOf(ask + R"(f"})");
  CHECK_THAT(bare["total_cny"].get<double>(), WithinAbs(195, 1e-9));
  door.With("g",
            "成交日期,证券代码,操作,成交数量,成交均价,手续费\n20200902,513100,证券买入,1000,5.1,0\n"
            "20200903,159915,证券卖出,500,2.5,0\n");
  const Json mixed = door.ResultOf(ask + R"(g"})");
  CHECK(mixed["fills"][1]["counted"] == false);
  CHECK(mixed["fills"][1]["troubles"][0] == "other_fund");
  CHECK(mixed["open_shares"] == 1000);
}

TEST_CASE("my_trade: a rate beside is parted from the value") {
  Door door = Fund();
  door.With("x",
            "日期,USDCNY\n2020-08-31,6.80\n2020-09-01,6.82\n2020-09-02,6.85\n2020-09-03,6.90\n");
  const Json result = door.ResultOf(
      R"({"op":"my_trade","tables":["p","n","x"],"denominator":"nav_same_day","fills":[{"date":"2020-09-01","side":"buy","shares":100,"price":4.99}]})");
  CHECK(result["fx"] == "USDCNY");
  const Json& parts = result["splits"][0]["parts"];
  const double whole = std::log(5.305 / 4.99);
  const double mean = (5.305 - 4.99) / whole;
  CHECK_THAT(parts["fx_cny"].get<double>(), WithinAbs(100 * mean * std::log(6.90 / 6.82), 1e-9));
  CHECK_THAT(parts["value_cny"].get<double>() + parts["fx_cny"].get<double>(),
             WithinAbs(100 * mean * std::log(4.145 / 4.339), 1e-9));
}

TEST_CASE("positions: against the guide's share, with the pasted premium") {
  Door door = Fund();
  door.With("w", "代码,金额\n513100,122263\n510300,50000\n");
  const Json result = door.ResultOf(
      R"({"op":"positions","tables":["p","n"],"positions_table":"w","assets_cny":1000000})");
  CHECK(result["against"] == "between");
  CHECK(result["assumptions"]["most_fraction"]["standard"] == 0.15);
  CHECK(result["positions"][0]["premium_given"] == false);
  // 22.26 % on the published NAV falls to 0.
  CHECK_THAT(result["closings"][0]["result_cny"].get<double>(), WithinAbs(-22263, 1));
  CHECK(result["closings"][2]["counted"] == 0);
  CHECK(result["regions"][0]["region"] == "us");
  const Json alone = door.ResultOf(
      R"({"op":"positions","positions":[{"fund":"513100","shares":100,"price":2,"premium_fraction":0.05}]})");
  CHECK(alone["assets_given"] == false);
  CHECK(alone["against"] == "over");
  const Json bad = door.Ask(R"({"op":"positions","positions":[],"most_fraction":2})");
  CHECK(bad["error"]["column"] == "most_fraction");
  const Json crossed =
      door.ResultOf(R"({"op":"positions","least_fraction":0.2,"most_fraction":0.1})");
  CHECK(crossed["most_fraction"] == 0.2);
  CHECK(door.ResultOf(R"({"op":"positions"})")["too_few"]["have"] == 0);
}

TEST_CASE("batches: too few starts give no numbers; enough give them") {
  Door door;
  const Json few =
      door.ResultOf(R"({"op":"batches","price":[1,1.1,1.2],"value":[1,1,1],"parts":2})");
  CHECK(few["all"]["too_few"]["needed"] == 10);
  CHECK(few["all"]["mean_fraction"] == nullptr);
  CHECK_THAT(few["scenario"]["parts"][1]["premium_fraction"].get<double>(), WithinAbs(0.15, 1e-12));
  std::string price;
  std::string value;
  for (int i = 0; i < 200; ++i) {
    price += (i ? "," : "") + std::to_string(1.02 + 0.01 * (i % 7));
    value += (i ? "," : "") + std::string("1");
  }
  const Json enough = door.ResultOf(R"({"op":"batches","price":[)" + price + R"(],"value":[)" +
                                    value + R"(],"premium_bar_fraction":0.07})");
  CHECK(enough["all"]["too_few"] == nullptr);
  CHECK(enough["all"]["starts"] == 185);
  CHECK(enough["all"]["quantiles"].size() == 7);
  CHECK(enough["over"]["starts"].get<int>() < 60);
  CHECK(enough["assumptions"]["premium_bar_fraction"]["value"] == 0.07);
  CHECK(enough["assumptions"]["premium_bar_fraction"]["standard"] == 0.05);
  const Json bad = door.Ask(R"({"op":"batches","price":[1],"value":[1],"parts":1})");
  CHECK(bad["error"]["column"] == "parts");
}

}  // namespace
}  // namespace premiumlens::wasm
