#include "wasm/dispatcher.h"

#include <string>

#include <catch2/catch.hpp>

#include "wasm/json.h"

using namespace premiumlens::wasm;

namespace {

Json Ask(Dispatcher& dispatcher, std::string_view request) {
  return Json::parse(dispatcher.Run(request));
}

std::string ErrorCode(Dispatcher& dispatcher, std::string_view request) {
  const Json reply = Ask(dispatcher, request);
  REQUIRE(reply["ok"] == false);
  CHECK(reply["error"]["message"].is_string());
  return reply["error"]["code"];
}

void Load(Dispatcher& dispatcher, std::string_view name, std::string_view text) {
  dispatcher.tables().Create(name, "");
  dispatcher.tables().Append(name, text);
}

}  // namespace

TEST_CASE("what is no request gets an error, never a throw") {
  Dispatcher dispatcher;
  CHECK(ErrorCode(dispatcher, "") == "bad_json");
  CHECK(ErrorCode(dispatcher, "{\"op\":") == "bad_json");
  CHECK(ErrorCode(dispatcher, "[1]") == "bad_request");
  CHECK(ErrorCode(dispatcher, "{}") == "bad_request");
  CHECK(ErrorCode(dispatcher, R"({"op":5})") == "bad_request");
  CHECK(ErrorCode(dispatcher, R"({"op":"fly"})") == "unknown_op");
  CHECK(ErrorCode(dispatcher, R"({"op":"table"})") == "missing_field");
  CHECK(ErrorCode(dispatcher, R"({"op":"table","table":7})") == "bad_field");
  CHECK(ErrorCode(dispatcher, R"({"op":"table","table":"none"})") == "unknown_table");
  CHECK(ErrorCode(dispatcher, "{\"op\":\"\xFF\"}") == "bad_json");
  CHECK(ErrorCode(dispatcher, std::string("{\"op\":\"cases\"}\0", 15)) == "bad_json");
  const std::string deep(100000, '[');
  CHECK(ErrorCode(dispatcher, R"({"op":"premium","price":)" + deep + std::string(100000, ']') +
                                  "}") == "bad_json");
}

TEST_CASE("fields an operation does not know are named") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", "date,close\n2025-01-03,1.8\n");
  const Json reply = Ask(dispatcher, R"({"op":"table","table":"t","tabel":1})");
  CHECK(reply["ok"] == true);
  CHECK(reply["ignored"] == Json::array({"tabel"}));
}

TEST_CASE("table: columns, corrections and refusals") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", "日期,收盘,净值\n2025-01-03,1.804,1.7445\n2025-01-06,1.8x,1.75\n");
  Json result = Ask(dispatcher, R"({"op":"table","table":"t"})")["result"];
  CHECK(result["rows"] == 2);
  CHECK(result["columns"][1]["role"] == "price");
  CHECK(result["columns"][1]["reason"] == "header");
  CHECK(result["rejected_count"] == 1);
  CHECK(result["rejected"][0] ==
        Json({{"row", 3}, {"column", "收盘"}, {"text", "1.8x"}, {"code", "not_a_number"}}));

  result = Ask(dispatcher, R"({"op":"table","table":"t","roles":{"净值":"iopv"}})")["result"];
  CHECK(result["columns"][2]["role"] == "iopv");
  CHECK(result["columns"][2]["reason"] == "corrected");
  // A correction stays until the next one.
  result = Ask(dispatcher, R"({"op":"table","table":"t","units":{"收盘":"percent"}})")["result"];
  CHECK(result["columns"][2]["role"] == "iopv");
  CHECK(result["columns"][1]["unit"] == "percent");

  // Null takes it back.
  result = Ask(dispatcher, R"({"op":"table","table":"t","roles":{"净值":null}})")["result"];
  CHECK(result["columns"][2]["role"] == "nav");
  CHECK(result["columns"][2]["reason"] == "header");
  CHECK(result["columns"][1]["unit"] == "percent");

  CHECK(ErrorCode(dispatcher, R"({"op":"table","table":"t","roles":{"净值":"gold"}})") ==
        "bad_field");
  CHECK(ErrorCode(dispatcher, R"({"op":"table","table":"t","roles":{"没有":"nav"}})") ==
        "unknown_column");
}

TEST_CASE("a parse error comes as a reply, with its place, at every call") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", "日期,收盘价\n");
  for (int i = 0; i < 2; ++i) {
    const Json reply = Ask(dispatcher, R"({"op":"table","table":"t"})");
    CHECK(reply["error"]["code"] == "no_rows");
    CHECK(reply["error"]["row"] == 1);
    CHECK(reply["error"]["table"] == "t");
  }
}

TEST_CASE("a table that was renamed takes the other one's place") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", "date,close\n2025-01-03,1.8\n");
  dispatcher.tables().Create("+1", "new.csv");
  dispatcher.tables().Reserve("+1", 1000);
  dispatcher.tables().Append("+1", "date,close\n2025-01-03,1.8\n2025-01-06,1.9\n");
  dispatcher.tables().Rename("+1", "t");
  dispatcher.tables().Rename("nothing", "t");
  const Json result = Ask(dispatcher, R"({"op":"table","table":"t"})")["result"];
  CHECK(result["rows"] == 2);
  CHECK(result["file"] == "new.csv");
  CHECK_FALSE(dispatcher.tables().Has("+1"));
}

TEST_CASE("a job goes in steps, tells its progress and can be left") {
  Dispatcher dispatcher;
  std::string text = "date,close,nav\n";
  for (int i = 0; i < 40000; ++i) text += "2025-01-03,1.804,1.7445\n";
  Load(dispatcher, "t", text);
  const int job = dispatcher.Begin(R"({"op":"table","table":"t"})");
  int steps = 0;
  double progress = 0;
  while (!dispatcher.Step(job, 0)) {
    ++steps;
    CHECK(dispatcher.Progress(job) >= progress);
    progress = dispatcher.Progress(job);
    if (steps == 3) {
      // Something short goes first.
      CHECK(Ask(dispatcher, R"({"op":"premium","price":1.804,"value":1.7445})")["ok"] == true);
    }
  }
  CHECK(steps > 10);
  CHECK(Json::parse(dispatcher.Finish(job))["result"]["rows"] == 40000);
  CHECK(Json::parse(dispatcher.Finish(job))["error"]["code"] == "internal");

  const int left = dispatcher.Begin(R"({"op":"table","table":"t"})");
  dispatcher.Abandon(left);
  CHECK(dispatcher.Step(left, 1) == true);
  CHECK(Ask(dispatcher, R"({"op":"table","table":"t"})")["result"]["rows"] == 40000);
}

TEST_CASE("the list names every operation, code and word once") {
  const Json list = List();
  CHECK(list["ops"].size() == AllOps().size());
  for (const Json& op : list["ops"]) {
    CHECK(op["gives"].size() > 0);
    for (const Json& field : op["takes"]) CHECK(field["required"].is_boolean());
  }
  CHECK(list["words"]["role"].size() == 27);
  CHECK(list["words"]["level"] == Json::array({"info", "watch", "warn", "severe"}));
  CHECK(list["codes"].size() > 40);
}
