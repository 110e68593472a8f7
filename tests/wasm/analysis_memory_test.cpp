// A remembered analysis answers as a fresh one would, and never for other tables or other options.

#include <catch2/catch.hpp>
#include <string>

#include "wasm/analysis_memory.h"
#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

std::string Rows(double premium, int days) {
  std::string text = "date,close,nav\n";
  for (int day = 1; day <= days; ++day) {
    const std::string two = (day < 10 ? "0" : "") + std::to_string(day);
    text += "2025-07-" + two + "," + std::to_string(2 * (1 + premium)) + ",2\n";
  }
  return text;
}

Json Ask(Dispatcher& dispatcher, const Json& request) {
  const Json reply = Json::parse(dispatcher.Run(request.dump()));
  INFO(reply.dump());
  REQUIRE(reply["ok"] == true);
  return reply["result"];
}

void Paste(Dispatcher& dispatcher, const std::string& name, const std::string& text) {
  dispatcher.tables().Create(name, "");
  dispatcher.tables().Append(name, text);
}

TEST_CASE("A question asked again has the same answer", "[analysis_memory]") {
  Dispatcher dispatcher;
  Paste(dispatcher, "t", Rows(0.03, 9));
  const Json request = {{"op", "analyze"}, {"table", "t"}};
  const Json first = Ask(dispatcher, request);
  CHECK(Ask(dispatcher, request) == first);
  // Other options are another question, and the first one is still answered.
  Json other = request;
  other["denominator"] = "nav_published";
  CHECK(Ask(dispatcher, other)["denominator"] == "nav_published");
  other["denominator"] = "nav_same_day";
  CHECK(Ask(dispatcher, other)["denominator"] == "nav_same_day");
  CHECK(Ask(dispatcher, request) == first);
}

TEST_CASE("A question of the past has the same answer whatever was asked before it",
          "[analysis_memory]") {
  const Json past = {{"op", "describe"}, {"table", "t"}, {"denominator", "nav_same_day"}};
  const Json doctor = {{"op", "data_doctor"}, {"table", "t"}};
  const auto fresh = [](const Json& request) {
    Dispatcher dispatcher;
    Paste(dispatcher, "t", Rows(0.03, 9));
    return Ask(dispatcher, request);
  };
  Dispatcher dispatcher;
  Paste(dispatcher, "t", Rows(0.03, 9));
  Ask(dispatcher, {{"op", "analyze"}, {"table", "t"}});
  CHECK(Ask(dispatcher, past) == fresh(past));
  CHECK(Ask(dispatcher, past)["hindsight"] == true);
  CHECK(Ask(dispatcher, doctor) == fresh(doctor));
  Json other = past;
  other.erase("denominator");
  CHECK(Ask(dispatcher, other) == fresh(other));
  other["denominator"] = "iopv";
  CHECK(Json::parse(dispatcher.Run(other.dump()))["error"]["code"] == "denominator_missing");
}

TEST_CASE("Questions of the past that are asked at a time share their history",
          "[analysis_memory]") {
  Dispatcher dispatcher;
  Paste(dispatcher, "t", Rows(0.03, 9));
  AnalysisMemory& memory = dispatcher.tables().analyses();
  auto analysis = std::make_shared<Analysis>();
  analysis->data.price_cny = {1.03};
  analysis->valuations.push_back({Denominator::kNavPublished, {1}, {}, {0.03}});
  analysis->valuations.push_back({Denominator::kNavSameDay, {1.03}, {}, {0}});
  const auto first = memory.History(analysis, Denominator::kNavPublished);
  CHECK(memory.History(analysis, Denominator::kNavPublished) == first);
  const auto other = memory.History(analysis, Denominator::kNavSameDay);
  CHECK(other != first);
  CHECK(other->premium_fraction[0] == 0);
  const auto copy = std::make_shared<Analysis>(*analysis);
  CHECK(memory.History(copy, Denominator::kNavPublished) != first);
}

TEST_CASE("What was made of a table is not told of another in its place", "[analysis_memory]") {
  Dispatcher dispatcher;
  Paste(dispatcher, "t", Rows(0.03, 9));
  const Json request = {{"op", "analyze"}, {"table", "t"}};
  const double before = Ask(dispatcher, request)["latest"]["premium_fraction"];
  Paste(dispatcher, "t", Rows(0.08, 9));
  const double after = Ask(dispatcher, request)["latest"]["premium_fraction"];
  CHECK_THAT(before, WithinAbs(0.03, 1e-12));
  CHECK_THAT(after, WithinAbs(0.08, 1e-12));

  dispatcher.tables().Drop("t");
  const Json reply = Json::parse(dispatcher.Run(request.dump()));
  CHECK(reply["ok"] == false);
  CHECK(reply["error"]["code"] == "unknown_table");
}

TEST_CASE("A corrected column makes a new analysis", "[analysis_memory]") {
  Dispatcher dispatcher;
  Paste(dispatcher, "t", Rows(0.03, 9));
  const Json request = {{"op", "analyze"}, {"table", "t"}};
  Ask(dispatcher, request);
  CorrectionChanges changes;
  changes.roles["nav"] = Role::kIopv;
  dispatcher.tables().Correct("t", changes);
  CHECK(Ask(dispatcher, request)["denominator"] == "iopv");
}

}  // namespace
}  // namespace premiumlens::wasm
