// Nothing that is said of a day hangs on the days after it: through the door, on a fund's table,
// with the later rows cut off, and with others in their place.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/wasm/door.h"
#include "tests/wasm/premium_table.h"

namespace premiumlens::wasm {
namespace {

constexpr int kRows = 320;

// A fund on a market that is shut while Shanghai trades: its NAV comes out a day late. The rows
// from `other_from` on are other ones.
std::string Fund(int rows, std::uint32_t seed, int other_from) {
  std::string text = "代码,日期,收盘价,单位净值\n";
  Noise noise(seed), others(seed + 1);
  double value = 1, premium = 0.03;
  Date day = *ParseIso("2023-01-02");
  for (int i = 0; i < rows; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    Noise& from = i < other_from ? noise : others;
    value *= 1 + 0.01 * from.Next();
    premium = 0.03 + 0.93 * (premium - 0.03) + 0.012 * from.Next();
    const bool halted = i % 41 == 17;
    text += "513100," + FormatIso(day) + "," +
            (halted ? "" : std::to_string(Rounded(value * (1 + premium), 0.001))) + "," +
            std::to_string(Rounded(value, 0.0001)) + "\n";
  }
  return text;
}

Json Ask(const std::string& text, Json request) {
  request["tables"] = {"t"};
  return Door().With("t", text).ResultOf(request);
}

void SameUpTo(const Json& whole, const Json& part, std::size_t rows) {
  REQUIRE(whole.size() >= rows);
  REQUIRE(part.size() >= rows);
  for (std::size_t i = 0; i < rows; ++i) {
    INFO("row " << i);
    REQUIRE(whole[i] == part[i]);
  }
}

// Of a list in the order of time, those known by then.
Json KnownBy(const Json& list, const std::string& place, std::size_t rows) {
  Json known = Json::array();
  for (const Json& one : list) {
    const Json& at = one.contains("index") ? one["index"] : one[place]["index"];
    if (at.get<std::size_t>() < rows) known.push_back(one.contains("index") ? one : one[place]);
  }
  return known;
}

TEST_CASE("no look-ahead: the premium, its bands and its widening on a day know no later one") {
  for (const std::uint32_t seed : {4U, 5U, 6U}) {
    const Json whole = Ask(Fund(kRows, seed, kRows), {{"op", "own_past"}});
    CHECK(whole["denominator"] == "nav_published");
    for (const int rows : {150, 233, 319}) {
      for (const std::string& text : {Fund(rows, seed, rows), Fund(kRows, seed, rows)}) {
        const Json part = Ask(text, {{"op", "own_past"}});
        const auto count = static_cast<std::size_t>(rows);
        SameUpTo(whole["premium_fraction"], part["premium_fraction"], count);
        for (const char* line : {"mean", "low", "high"}) {
          SameUpTo(whole["band"][line], part["band"][line], count);
        }
        CHECK(KnownBy(whole["widening"]["marks"], "", count) ==
              KnownBy(part["widening"]["marks"], "", count));
      }
    }
  }
}

TEST_CASE("no look-ahead: A shapes and crossings of a day know no later one") {
  int shapes = 0, crossings = 0;
  for (const std::uint32_t seed : {4U, 5U, 6U}) {
    const Json asked = {{"op", "episodes"}};
    const Json after = {{"op", "after_bar"}, {"bars", {0.05}}, {"horizons", {1}}};
    const Json whole = Ask(Fund(kRows, seed, kRows), asked);
    const Json crossed = Ask(Fund(kRows, seed, kRows), after);
    for (const int rows : {150, 233, 319}) {
      const auto count = static_cast<std::size_t>(rows);
      for (const std::string& text : {Fund(rows, seed, rows), Fund(kRows, seed, rows)}) {
        const Json part = Ask(text, asked);
        SameUpTo(whole["a_states"], part["a_states"], count);
        const Json recognised = KnownBy(whole["a_shapes"], "recognised", count);
        CHECK(recognised == KnownBy(part["a_shapes"], "recognised", count));
        const auto days = [&](const Json& result) {
          Json list = Json::array();
          for (const Json& one : KnownBy(result["bars"][0]["cases"], "", count)) {
            list.push_back(one["date"]);
          }
          return list;
        };
        CHECK(days(crossed) == days(Ask(text, after)));
        shapes += static_cast<int>(recognised.size());
        crossings += static_cast<int>(days(crossed).size());
      }
    }
  }
  CHECK(shapes > 20);
  CHECK(crossings > 20);
}

}  // namespace
}  // namespace premiumlens::wasm
