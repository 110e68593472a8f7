// The bars and assumptions of every operation that tells them back.

#include "wasm/assumptions.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

constexpr Assumption kBar = {"bar", 0.05, kLeastBar, kMostBar, "fraction", Source::kInvestorGuide};
constexpr Assumption kDays = {"days", 5, 1, 250, "sessions", Source::kOwn};

TEST_CASE("assumptions: a number, a whole number and lists, with their standards") {
  Assumptions given(Json::parse(R"({"bar":0.07,"levels":[0.2,0.1,0.1],"days":null})"));
  CHECK(given.Read(kBar) == 0.07);
  CHECK(given.ReadCount(kDays) == 5);
  CHECK(given.ReadList({"levels", kMissing, 0, 1, "fraction", Source::kOwn}, {0.5}) ==
        std::vector<double>{0.1, 0.2});
  CHECK(given.ReadCounts({"horizons", kMissing, 1, 9, "sessions", Source::kOwn}, {1, 5}) ==
        std::vector<std::int64_t>{1, 5});
  CHECK_FALSE(given.ReadOptionalCount({"lag", kMissing, 0, 9, "sessions", Source::kOwn}));
  CHECK(given.told() == Json::parse(R"({
    "bar": {"value":0.07,"standard":0.05,"least":0.0001,"most":10.0,"whole":false,
            "unit":"fraction","source":"investor_guide"},
    "days": {"value":5.0,"standard":5.0,"least":1.0,"most":250.0,"whole":true,
             "unit":"sessions","source":"own"},
    "levels": {"value":[0.1,0.2],"standard":[0.5],"least":0.0,"most":1.0,"whole":false,
               "unit":"fraction","source":"own"},
    "horizons": {"value":[1,5],"standard":[1,5],"least":1.0,"most":9.0,"whole":true,
                 "unit":"sessions","source":"own"},
    "lag": {"value":null,"standard":null,"least":0.0,"most":9.0,"whole":true,
            "unit":"sessions","source":"own"}})"));
}

TEST_CASE("assumptions: one number may stand for a list, and both ends are within") {
  Assumptions given(Json::parse(R"({"levels":1,"bar":0.0001})"));
  CHECK(given.ReadList({"levels", kMissing, 0, 1, "fraction", Source::kOwn}, {0.5}) ==
        std::vector<double>{1});
  CHECK(given.Read(kBar) == kLeastBar);
}

TEST_CASE("assumptions: a standard that is known later counts where none was given") {
  Assumptions given(Json::parse(R"({"low":0.1})"));
  given.Read({"low", kMissing, 0, 1, "fraction", Source::kOwn});
  given.Read({"high", kMissing, 0, 1, "fraction", Source::kOwn});
  given.TellStandard("low", 0.2);
  given.TellStandard("high", 0.3);
  CHECK(given.told()["low"]["value"] == 0.1);
  CHECK(given.told()["low"]["standard"] == 0.2);
  CHECK(given.told()["high"]["value"] == 0.3);
}

TEST_CASE("assumptions: anything else is refused by its name") {
  const auto refused = [](const char* request, auto read) {
    Assumptions given(Json::parse(request));
    INFO(request);
    try {
      read(given);
    } catch (const Failure& failure) {
      CHECK(failure.error().code == Code::bad_field);
      return failure.error().column;
    }
    return std::string("not refused");
  };
  const auto bar = [](Assumptions& given) { given.Read(kBar); };
  for (const char* request : {R"({"bar":0})", R"({"bar":-1})", R"({"bar":11})", R"({"bar":"0.05"})",
                              R"({"bar":[0.05]})"}) {
    CHECK(refused(request, bar) == "bar");
  }
  const auto days = [](Assumptions& given) { given.ReadCount(kDays); };
  for (const char* request : {R"({"days":2.5})", R"({"days":0})", R"({"days":251})"}) {
    CHECK(refused(request, days) == "days");
  }
  const auto list = [](Assumptions& given) { given.ReadList(kBar, {0.05}, 3); };
  for (const char* request : {R"({"bar":[]})", R"({"bar":[0.1,0]})", R"({"bar":[0.1,null]})",
                              R"({"bar":[0.1,0.2,0.3,0.4]})", R"({"bar":{"a":1}})"}) {
    CHECK(refused(request, list) == "bar");
  }
  const auto counts = [](Assumptions& given) { given.ReadCounts(kDays, {5}); };
  CHECK(refused(R"({"days":[1,2.5]})", counts) == "days");
}

// What an operation needs besides plain series, so that it answers.
Json RequestOf(const Op& op) {
  Noise noise(4);
  Json request = {{"op", op.name}};
  const auto takes = [&op](std::string_view name) {
    return std::any_of(op.takes.begin(), op.takes.end(),
                       [name](const Field& field) { return field.name == name; });
  };
  if (takes("price") && takes("value")) {
    double value = 1;
    Date day = *ParseIso("2024-01-01");
    for (int i = 0; i < 300; ++i, ++day) {
      value *= 1 + 0.01 * noise.Next();
      request["value"].push_back(value);
      request["price"].push_back(value * (1.04 + 0.01 * noise.Next()));
      request["dates"].push_back(FormatIso(day));
    }
  }
  if (takes("shares")) request["shares"] = Json(std::vector<double>(300, 1e6));
  for (const char* premium :
       {"premium_from", "premium_to", "premium_from_fraction", "premium_to_fraction"}) {
    const bool is_needed = !takes("value") && takes(premium);
    if (is_needed) request[premium] = 0.05;
  }
  if (op.name == "positions") request["positions"] = Json::array();
  return request;
}

TEST_CASE("assumptions: each that an op tells may be asked for, and is refused beyond its range") {
  Door door;
  int ops = 0;
  for (const Op* op : AllOps()) {
    const bool tells = std::any_of(op->gives.begin(), op->gives.end(),
                                   [](const Field& field) { return field.name == "assumptions"; });
    if (!tells) continue;
    ++ops;
    INFO(op->name);
    const Json request = RequestOf(*op);
    const Json result = door.ResultOf(request);
    REQUIRE_FALSE(result["assumptions"].empty());
    Json as_told = request;
    for (const auto& [name, told] : result["assumptions"].items()) {
      INFO(name << " " << told.dump());
      const auto beyond = [&, field = name](double value) {
        Json asked = request;
        asked[field] = value;
        return asked;
      };
      CHECK(door.BadField(beyond(told["least"].get<double>() - 1e-6)) == name);
      CHECK(door.BadField(beyond(told["most"].get<double>() * 1.01 + 1)) == name);
      if (told["whole"] == true) {
        CHECK(door.BadField(beyond(told["least"].get<double>() + 0.5)) == name);
      }
      if (!told["standard"].is_null()) as_told[name] = told["standard"];
    }
    Json again = door.ResultOf(as_told);
    for (const auto& [name, told] : result["assumptions"].items()) {
      INFO(name);
      CHECK(again["assumptions"][name]["value"] == told["value"]);
    }
  }
  CHECK(ops >= 18);
}

}  // namespace
}  // namespace premiumlens::wasm
