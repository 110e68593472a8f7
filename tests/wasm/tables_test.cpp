#include "wasm/tables.h"

#include <string>

#include <catch2/catch.hpp>

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

const std::string kPrices = "日期,收盘价\n2025-01-03,1.5\n2025-01-06,1.6\n";
const std::string kNavs = "净值日期,单位净值\n2025-01-03,1.4\n2025-01-06,1.5\n";

void Load(Dispatcher& dispatcher, const std::string& name, const std::string& text) {
  dispatcher.tables().Create(name, "");
  dispatcher.tables().Append(name, text);
}

Json Ask(Dispatcher& dispatcher, const std::string& request) {
  return Json::parse(dispatcher.Run(request));
}

TEST_CASE("tables: those below one another are NAME, NAME/2, NAME/3") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", kPrices + "\n" + kNavs + "\n日期,汇率\n2025-01-03,7.3\n2025-01-06,7.3\n");
  const Json third = Ask(dispatcher, R"({"op":"table","table":"t/3"})");
  REQUIRE(third["ok"] == true);
  CHECK(third["result"]["columns"][1]["role"] == "fx");
  CHECK(third["result"]["next"] == nullptr);
  const Json first = Ask(dispatcher, R"({"op":"table","table":"t"})")["result"];
  CHECK(first["rows"] == 2);
  CHECK(first["next"] == "t/2");
  CHECK(Ask(dispatcher, R"({"op":"table","table":"t/4"})")["error"]["code"] == "unknown_table");
  CHECK(Ask(dispatcher, R"({"op":"table","table":"u/2"})")["error"]["code"] == "unknown_table");
}

TEST_CASE("tables: a text is analysed with all of its tables") {
  Dispatcher dispatcher;
  Load(dispatcher, "t", kPrices + "\n" + kNavs);
  for (const std::string tables :
       {R"("table":"t")", R"("tables":["t"])", R"("tables":["t","t/2"])"}) {
    const Json reply = Ask(dispatcher, R"({"op":"analyze",)" + tables + "}");
    REQUIRE(reply["ok"] == true);
    CHECK(reply["result"]["join"]["matched"] == 2);
  }
}

TEST_CASE("tables: those below go with the first") {
  Dispatcher dispatcher;
  TableStore& tables = dispatcher.tables();
  Load(dispatcher, "t", kPrices + "\n" + kNavs);
  tables.Get("t");
  CHECK(tables.Has("t/2"));
  tables.Rename("t/2", "t");
  CHECK(tables.Get("t").columns[1].name == "单位净值");
  CHECK_FALSE(tables.Has("t/2"));
  Load(dispatcher, "t", kPrices + "\n" + kNavs);
  tables.Get("t");
  Load(dispatcher, "t", kPrices);
  CHECK_FALSE(tables.Has("t/2"));
  Load(dispatcher, "t", kPrices + "\n" + kNavs);
  tables.Get("t");
  tables.Drop("t");
  CHECK_FALSE(tables.Has("t/2"));
}

TEST_CASE("tables: a text of very many ends somewhere") {
  Dispatcher dispatcher;
  std::string text;
  for (int i = 0; i < 150; ++i) text.append(kPrices).append("\n").append(kNavs).append("\n");
  Load(dispatcher, "t", text);
  CHECK(Ask(dispatcher, R"({"op":"table","table":"t/100"})")["result"]["next"] == nullptr);
  CHECK_FALSE(dispatcher.tables().Has("t/101"));
}

}  // namespace
}  // namespace premiumlens::wasm
