// The tables that the tests of cost operations ask about.

#ifndef PREMIUMLENS_TESTS_WASM_COST_DOOR_H_
#define PREMIUMLENS_TESTS_WASM_COST_DOOR_H_

#include <catch2/catch.hpp>
#include <string>

#include "core/base/date.h"
#include "tests/core/fund/made_history.h"
#include "wasm/dispatcher.h"

namespace premiumlens::wasm {

class CostDoor {
 public:
  CostDoor& With(std::string_view name, std::string_view text, std::string_view file = "") {
    dispatcher_.tables().Create(name, file);
    dispatcher_.tables().Append(name, text);
    return *this;
  }
  Json Ask(const Json& request) { return Json::parse(dispatcher_.Run(request.dump())); }
  Json ResultOf(const Json& request) {
    const Json reply = Ask(request);
    INFO(reply.dump().substr(0, 500));
    REQUIRE(reply["ok"] == true);
    return reply["result"];
  }

 private:
  Dispatcher dispatcher_;
};

// The weekdays of a history of CNY 1 a share at a premium, `rest` after each row, from 2024-01-01.
template <typename Rest>
std::string HistoryOfPremium(int days, double premium, const std::string& header, Rest rest) {
  std::string text = "date,close,nav" + header + "\n";
  Date day = *ParseIso("2024-01-01");
  Noise noise(3);
  double value = 1;
  for (int i = 0; i < days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    value *= 1 + 0.004 * noise.Next();
    text += FormatIso(day) + "," + std::to_string(Rounded(value * (1 + premium), 0.001)) + "," +
            std::to_string(Rounded(value, 0.0001)) + rest(i) + "\n";
  }
  return text;
}

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_TESTS_WASM_COST_DOOR_H_
