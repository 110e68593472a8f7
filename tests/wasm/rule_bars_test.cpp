// The bars of the rules, as a request changes them.

#include <catch2/catch.hpp>
#include <string>

#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

Json WithBar(Json request, const std::string& name, const Json& value) {
  request["rule_bars"] = {{name, value}};
  return request;
}

bool IsOfWholes(const std::string& name) {
  return name.ends_with("_days") || name.ends_with("_minutes");
}

TEST_CASE("rule_bars: days and minutes are whole numbers from 1, whichever the rule") {
  Door door;
  const Json premium = {{"op", "premium"}, {"price", 1.06}, {"value", 1}};
  const Json reference = door.ResultOf({{"op", "reference"}});
  int wholes = 0;
  for (const Json& rule : reference["rules"]) {
    for (const Json& bar : rule["bars"]) {
      const std::string name = bar["name"].get<std::string>();
      if (!IsOfWholes(name)) continue;
      ++wholes;
      INFO(name);
      CHECK(door.Ask(WithBar(premium, name, 3))["ok"] == true);
      for (const Json& bad : Json::array({2.5, 0, -1, 10001, "3", nullptr})) {
        INFO(bad.dump());
        CHECK(door.BadField(WithBar(premium, name, bad)) == "rule_bars");
      }
    }
  }
  CHECK(wholes >= 2);
}

TEST_CASE("rule_bars: an estimate is judged by the changed range") {
  Door door;
  const Json request = {{"op", "iopv_estimate"}, {"nav", 2},   {"index", 0.02},
                        {"futures", 0.01},       {"fx", 0.02}, {"price", 2.2},
                        {"kind", "cross_border"}};
  const Json usual = door.ResultOf(request);
  CHECK(usual["verdict"] == "outside");
  const std::string outer = "range.cross_border.outer_fraction";
  const Json wide = door.ResultOf(WithBar(request, outer, 0.05));
  CHECK(wide["range"]["outer"] == 0.05);
  CHECK(wide["range"]["inner"] == usual["range"]["inner"]);
  CHECK(wide["verdict"] == "edge");
  CHECK(wide["premium_fraction"] == usual["premium_fraction"]);
  CHECK(door.BadField(WithBar(request, outer, -0.1)) == "rule_bars");
}

TEST_CASE("rule_bars: what a mend does is counted by the changed bar") {
  Door door;
  // Of the two rows of 3 January the first gives 20 %, the last 30 %.
  door.With("t",
            "日期,收盘价,单位净值\n2025-01-02,1.1,1\n2025-01-03,1.2,1\n2025-01-03,1.3,1\n"
            "2025-01-06,1.1,1\n2025-01-07,1.1,1\n");
  const Json request = {{"op", "data_doctor"}, {"table", "t"}, {"region", "mainland"}};
  const auto effect = [&door](const Json& asked) {
    const Json report = door.ResultOf(asked);
    REQUIRE(report["findings"].size() == 1);
    return report["findings"][0]["effect"];
  };
  const Json usual = effect(request);
  CHECK(usual["over_bar_fraction"] == 0.05);
  CHECK(usual["days_over_before"] == 3);
  CHECK(usual["days_over_after"] == 3);
  const Json high = effect(WithBar(request, "premium_over_5.warn.bar_fraction", 0.25));
  CHECK(high["over_bar_fraction"] == 0.25);
  CHECK(high["days_over_before"] == 0);
  CHECK(high["days_over_after"] == 1);
  CHECK(high["rows_changed"] == usual["rows_changed"]);
}

}  // namespace
}  // namespace premiumlens::wasm
