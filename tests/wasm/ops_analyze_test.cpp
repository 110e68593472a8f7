#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

// 513100 about 2020-09-03: exchange closes and fund-company NAVs.
Door Fund513100() {
  Door door;
  door.With("p", "date,close\n2020-09-01,4.990\n2020-09-02,5.193\n2020-09-03,5.305\n",
            "raw_513100.csv");
  door.With("n", "date,nav\n2020-09-01,4.339\n2020-09-02,4.377\n2020-09-03,4.145\n",
            "nav_513100.csv");
  return door;
}

TEST_CASE("op analyze: a price table and a NAV table") {
  Door door = Fund513100();
  const Json result = door.ResultOf(R"({"op":"analyze","tables":["p","n"]})");
  CHECK(result["shape"] == "history");
  CHECK(result["fund"]["code"] == "513100");
  CHECK(result["fund"]["kind_reason"] == "known_code");
  CHECK(result["denominator"] == "nav_published");
  CHECK(result["warning_denominator"] == "nav_published");
  CHECK(result["dates"][2] == "2020-09-03");
  CHECK_THAT(result["premiums"]["nav_same_day"][2].get<double>(), WithinAbs(0.2799, 5e-5));
  CHECK_THAT(result["premiums"]["nav_previous"][2].get<double>(), WithinAbs(0.2120, 5e-5));
  CHECK_THAT(result["premium_fraction"][2].get<double>(), WithinAbs(0.2226, 5e-5));
  CHECK(result["premium_fraction"][0] == nullptr);
  CHECK(result["latest"]["value_date"] == "2020-09-01");
  CHECK(result["latest"]["by_denominator"].size() == 3);
  CHECK(result["join"]["matched"] == 3);
  CHECK(result["times"] == nullptr);
  CHECK(result["rejected_count"] == 0);
  CHECK(result["rows"] == 3);
}

TEST_CASE("op analyze: another value to show, another lag") {
  Door door = Fund513100();
  const Json shown =
      door.ResultOf(R"({"op":"analyze","tables":["p","n"],"denominator":"nav_same_day"})");
  CHECK_THAT(shown["latest"]["premium_fraction"].get<double>(), WithinAbs(0.2799, 5e-5));
  CHECK(shown["warning_denominator"] == "nav_published");
  const Json early =
      door.ResultOf(R"({"op":"analyze","tables":["p","n"],"publication_lag_sessions":0})");
  CHECK_THAT(early["latest"]["premium_fraction"].get<double>(), WithinAbs(0.2120, 5e-5));
  CHECK(early["fund"]["publication_lag_sessions"] == 0);
}

TEST_CASE("op analyze: refused cells with their table, row, column and text") {
  Door door;
  door.With("t",
            "日期,收盘价,单位净值\n2025-01-02,1.2,1.1\n2025-01-03,abc,1.1\n2025-02-30,1.2,1.1\n"
            "2025-01-06,0,1.1\n2025-01-02,1.3,1.1\n2025-01-07,1.2,1.1\n");
  const Json result = door.ResultOf(R"({"op":"analyze","table":"t"})");
  CHECK(result["rejected_count"] == 4);
  Json places = Json::array();
  for (const Json& entry : result["rejected"]) {
    CHECK(entry["table"] == "t");
    places.push_back({entry["row"], entry["code"], entry["text"]});
  }
  CHECK(places == Json::parse(R"([[3,"not_a_number","abc"],[4,"no_such_date","2025-02-30"],
      [6,"duplicate_date","2025-01-02"],[5,"not_positive","0"]])"));
}

TEST_CASE("op analyze: refusals") {
  Door door = Fund513100();
  const auto error = [&door](const std::string& request) {
    const Json reply = door.Ask(request);
    REQUIRE(reply["ok"] == false);
    return reply["error"];
  };
  CHECK(error(R"({"op":"analyze"})")["code"] == "missing_field");
  CHECK(error(R"({"op":"analyze","tables":[]})")["code"] == "bad_field");
  CHECK(error(R"({"op":"analyze","tables":["p",1]})")["code"] == "bad_field");
  CHECK(error(R"({"op":"analyze","table":"x"})")["code"] == "unknown_table");
  CHECK(error(R"({"op":"analyze","table":"p"})")["code"] == "no_value_column");
  CHECK(error(R"({"op":"analyze","table":"n"})")["code"] == "no_price_column");
  CHECK(error(R"({"op":"analyze","tables":["p","n"],"denominator":"iopv"})")["code"] ==
        "denominator_missing");
  CHECK(error(R"({"op":"analyze","tables":["p","n"],"publication_lag_sessions":1.5})")["column"] ==
        "publication_lag_sessions");
  CHECK(error(R"({"op":"analyze","tables":["p","n"],"region":"moon"})")["text"] == "moon");
}

TEST_CASE("op analyze: a cross-section has a verdict for each fund") {
  Door door;
  door.With("t",
            "代码,名称,最新价,IOPV,基金折价率\n513100,纳指ETF,1.12,1.0,-12.00\n"
            "510300,沪深300ETF,1.003,1.0,-0.30\n");
  const Json result = door.ResultOf(R"({"op":"analyze","table":"t"})");
  CHECK(result["shape"] == "cross_section");
  CHECK(result["latest"] == nullptr);
  CHECK(result["dates"] == nullptr);
  CHECK(result["codes"] == Json::parse(R"(["513100","510300"])"));
  CHECK(result["funds"][0]["verdict"] == "outside");
  CHECK(result["funds"][1]["kind"] == "broad");
  CHECK(result["findings"][0]["code"] == "premium_column_reversed");
  CHECK(result["marks"].size() > 0);
}

TEST_CASE("op analyze: a panel fund by fund, and one of its funds") {
  Door door;
  door.With("t",
            "代码,日期,收盘价,净值\n513100,2025-01-02,1.5,1.4\n513500,2025-01-02,2.5,2.4\n"
            "513100,2025-01-03,1.6,1.5\n513500,2025-01-03,2.6,2.5\n");
  const Json panel = door.ResultOf(R"({"op":"analyze","table":"t","denominator":"nav_same_day"})");
  CHECK(panel["shape"] == "panel");
  CHECK(panel["codes"] == Json::parse(R"(["513100","513100","513500","513500"])"));
  CHECK(panel["dates"][3] == "2025-01-03");
  CHECK(panel["price"] == Json::parse("[1.5,1.6,2.5,2.6]"));
  CHECK(panel["funds"][1]["code"] == "513500");
  CHECK(panel["funds"][1]["date"] == "2025-01-03");
  CHECK(panel["funds"][1]["index"] == 3);
  CHECK(panel["funds"][1]["denominator"] == "nav_same_day");
  CHECK(panel["funds"][1]["premium_fraction"] == panel["premium_fraction"][3]);
  const Json result = door.ResultOf(R"({"op":"analyze","table":"t","fund":"513500"})");
  CHECK(result["funds"].size() == 2);
  CHECK(result["price"] == Json::parse("[2.5,2.6]"));
}

TEST_CASE("op analyze: the generated sample, and long series as columns of a result table") {
  Door door;
  const Json sample = door.ResultOf(R"({"op":"sample","name":"history"})");
  door.With("s", sample["text"].get<std::string>(), sample["file"].get<std::string>());
  const Json short_one = door.ResultOf(R"({"op":"analyze","table":"s"})");
  CHECK(short_one["rows"] == 500);
  CHECK(short_one["price"].size() == 500);
  std::string text = "日期,收盘价,单位净值\n";
  for (int day = 0; day < 6000; ++day) text += FormatIso(10000 + day) + ",1.02,1.00\n";
  door.With("long", text);
  const Json long_one = door.ResultOf(R"({"op":"analyze","table":"long"})");
  CHECK(long_one["rows"] == 6000);
  const Json& reference = long_one["premium_fraction"];
  REQUIRE(reference.is_object());
  CHECK(reference == long_one["premiums"]["nav_published"]);
  const Table& table = door.dispatcher().tables().Get(reference["table"].get<std::string>());
  const auto column = FindColumn(table, reference["column"].get<std::string>());
  REQUIRE(column);
  CHECK(table.columns[*column].numbers.size() == 6000);
  CHECK_THAT(table.columns[*column].numbers.back(), WithinAbs(0.02, 1e-12));
}

TEST_CASE("op analyze: as a job it advances, and may be abandoned") {
  Door door;
  std::string text = "日期,收盘价,单位净值\n";
  for (int day = 0; day < 20000; ++day) text += FormatIso(day) + ",1.02,1.00\n";
  door.With("t", text);
  Dispatcher& dispatcher = door.dispatcher();
  const int job = dispatcher.Begin(R"({"op":"analyze","table":"t"})");
  int steps = 0;
  double last = 0;
  while (!dispatcher.Step(job, 0)) {
    CHECK(dispatcher.Progress(job) >= last);
    last = dispatcher.Progress(job);
    ++steps;
  }
  CHECK(steps > 20);
  CHECK(Json::parse(dispatcher.Finish(job))["ok"] == true);
  const int abandoned = dispatcher.Begin(R"({"op":"analyze","table":"t"})");
  dispatcher.Step(abandoned, 0);
  dispatcher.Abandon(abandoned);
  CHECK(Json::parse(dispatcher.Finish(abandoned))["error"]["code"] == "internal");
}

TEST_CASE("op analyze: tables replaced, corrected or dropped while it runs") {
  Door door;
  const std::string text = "日期,收盘价,单位净值\n2025-01-02,1.2,1.1\n2025-01-03,1.2,1.1\n";
  Dispatcher& dispatcher = door.dispatcher();
  const auto started = [&] {
    door.With("t", text);
    const int job =
        dispatcher.Begin(R"({"op":"analyze","table":"t","denominator":"nav_same_day"})");
    for (int i = 0; i < 8; ++i) REQUIRE_FALSE(dispatcher.Step(job, 0));
    return job;
  };
  const auto finished = [&dispatcher](int job) {
    while (!dispatcher.Step(job, 0)) {
    }
    return Json::parse(dispatcher.Finish(job));
  };
  int job = started();
  door.With("t", "日期,收盘价,单位净值\n2025-01-02,1.5,1.1\n");
  CHECK(finished(job)["result"]["price"] == Json::parse("[1.5]"));
  job = started();
  door.ResultOf(R"({"op":"table","table":"t","roles":{"单位净值":"other"}})");
  CHECK(finished(job)["error"]["code"] == "no_value_column");
  job = started();
  dispatcher.tables().Drop("t");
  CHECK(finished(job)["error"]["code"] == "unknown_table");
}

}  // namespace
}  // namespace premiumlens::wasm
