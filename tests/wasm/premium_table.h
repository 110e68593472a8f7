// A table of a made-up history, as the tests of cost operations paste it.

#ifndef PREMIUMLENS_TESTS_WASM_PREMIUM_TABLE_H_
#define PREMIUMLENS_TESTS_WASM_PREMIUM_TABLE_H_

#include <string>

#include "core/base/date.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens::wasm {

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

#endif  // PREMIUMLENS_TESTS_WASM_PREMIUM_TABLE_H_
