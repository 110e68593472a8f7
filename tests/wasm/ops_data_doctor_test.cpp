#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "core/fund/read_fund.h"
#include "tests/core/fund/made_history.h"
#include "wasm/dispatcher.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

class Door {
 public:
  Door& With(std::string_view name, std::string_view text) {
    dispatcher_.tables().Create(name, "");
    dispatcher_.tables().Append(name, text);
    return *this;
  }
  Json Ask(const Json& request) { return Json::parse(dispatcher_.Run(request.dump())); }
  Json ResultOf(const Json& request) {
    const Json reply = Ask(request);
    INFO(reply.dump());
    REQUIRE(reply["ok"] == true);
    return reply["result"];
  }

 private:
  Dispatcher dispatcher_;
};

std::string Text(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

// `prefix` stands before each row: a code and a comma, or nothing.
std::string Rows(const FundData& data, const std::string& prefix = "") {
  std::string text;
  for (std::size_t i = 0; i < data.rows; ++i) {
    text += prefix + FormatIso(data.dates[i]) + "," + Text(data.price_cny[i]) + "," +
            Text(data.nav.values[i]) + "," + Text(data.volume_shares[i]) + "\n";
  }
  return text;
}

std::string Csv(const FundData& data) { return "日期,收盘价,单位净值,成交量\n" + Rows(data); }

FundData InTwoUnits() {
  FundData data = MakeHistory({});
  for (std::size_t i = 200; i < data.rows; ++i) data.volume_shares[i] /= 1e4;
  return data;
}

TEST_CASE("op data_doctor: nothing of a clean history, rows and a mend of a change of unit") {
  Door door;
  door.With("clean", Csv(MakeHistory({}))).With("t", Csv(InTwoUnits()));
  const Json clean = door.ResultOf({{"op", "data_doctor"}, {"table", "clean"}});
  CHECK(clean["findings"].empty());
  const Json result =
      door.ResultOf({{"op", "data_doctor"}, {"table", "t"}, {"region", "mainland"}});
  REQUIRE(result["findings"].size() == 1);
  const Json& check = result["findings"][0];
  CHECK(check["code"] == "unit_changes");
  CHECK(check["level"] == "warn");
  CHECK(check["table"] == "t");
  CHECK(check["column"] == "成交量");
  CHECK(check["rows"][0] == 202);  // the header is row 1
  CHECK(check["rows_count"] == 100);
  CHECK(check["evidence"]["factor_ratio"] == 1e4);
  CHECK(check["mend"]["kind"] == "scale");
  CHECK(check["mend"]["role"] == "volume");
  CHECK(check["mend"]["to"] == nullptr);
  CHECK(check["mended"] == false);
}

TEST_CASE("op analyze: a mend as it came back in a check is applied, and the check says so") {
  Door door;
  door.With("t", Csv(InTwoUnits()));
  const Json first = door.ResultOf({{"op", "analyze"}, {"table", "t"}});
  REQUIRE(first["data_checks"].size() == 1);
  const Json second = door.ResultOf({{"op", "analyze"},
                                     {"table", "t"},
                                     {"mends", Json::array({first["data_checks"][0]["mend"]})}});
  REQUIRE(second["data_checks"].size() == 1);
  CHECK(second["data_checks"][0]["mended"] == true);
  CHECK(second["premium_fraction"] == first["premium_fraction"]);
}

TEST_CASE("op analyze: a NAV scaled by a mend changes the premium by just that") {
  Door door;
  door.With("t", "date,close,nav\n2025-01-02,1.1,10\n2025-01-03,1.1,1\n");
  const Json mend = {{"kind", "scale"}, {"role", "nav"}, {"to", "2025-01-02"}, {"factor", 0.1}};
  const Json result =
      door.ResultOf({{"op", "analyze"}, {"table", "t"}, {"mends", Json::array({mend})}});
  CHECK_THAT(result["premiums"]["nav_same_day"][0].get<double>(), WithinAbs(0.1, 1e-12));
  CHECK_THAT(result["premiums"]["nav_same_day"][1].get<double>(), WithinAbs(0.1, 1e-12));
}

TEST_CASE("op analyze: the adjustment of a split is told, and taken back") {
  FundData data = MakeHistory({});
  for (std::size_t i = 150; i < data.rows; ++i) data.nav.values[i] /= 5;
  for (std::size_t i = 150; i < data.rows; ++i) data.price_cny[i] /= 5;
  Door door;
  door.With("t", Csv(data));
  const Json told = door.ResultOf({{"op", "analyze"}, {"table", "t"}});
  REQUIRE(told["data_checks"].size() == 1);
  CHECK(told["data_checks"][0]["code"] == "split_adjusted");
  CHECK(told["data_checks"][0]["mended"] == true);
  CHECK(told["splits"].size() == 1);
  const Json back = door.ResultOf({{"op", "analyze"}, {"table", "t"}, {"split_adjust", false}});
  CHECK(back["data_checks"][0]["mended"] == false);
  CHECK(back["splits"].empty());
  CHECK_THAT(back["price"][0].get<double>(), WithinAbs(data.price_cny[0], 1e-9));
}

TEST_CASE("op analyze: a discount column that the header calls a premium") {
  std::string text = "日期,收盘价,单位净值,折溢价率\n";
  for (int day = 3; day <= 7; ++day) {  // Monday to Friday
    const double premium = 0.01 * day;
    text += "2025-03-0" + std::to_string(day) + "," + Text(1 + premium) + ",1," +
            Text(-100 * premium) + "\n";
  }
  Door door;
  door.With("t", text);
  const Json result = door.ResultOf({{"op", "analyze"}, {"table", "t"}, {"region", "hong_kong"}});
  REQUIRE(result["data_checks"].size() == 1);
  const Json& check = result["data_checks"][0];
  CHECK(check["code"] == "premium_column_reversed");
  CHECK(check["rows"] == Json({2, 3, 4, 5, 6}));
  CHECK(check["mend"]["kind"] == "set_role");
  CHECK(check["mend"]["role"] == "discount");
  const Json mended = door.ResultOf({{"op", "analyze"},
                                     {"table", "t"},
                                     {"region", "hong_kong"},
                                     {"mends", Json::array({check["mend"]})}});
  CHECK(mended["data_checks"][0]["mended"] == true);
}

TEST_CASE("op data_doctor: funds of a panel share a check, and one mend answers for all") {
  Door door;
  door.With("t", "代码,日期,收盘价,单位净值,成交量\n" + Rows(InTwoUnits(), "510300,") +
                     Rows(InTwoUnits(), "510500,") + Rows(MakeHistory({}), "159915,"));
  const Json request = {{"op", "data_doctor"}, {"table", "t"}};
  const Json result = door.ResultOf(request);
  REQUIRE(result["findings"].size() == 1);
  const Json& check = result["findings"][0];
  CHECK(check["fund"] == "");
  CHECK(check["rows_count"] == 200);
  CHECK(check["evidence"]["funds_count"] == 2);
  Json again = request;
  again["mends"] = Json::array({check["mend"]});
  const Json mended = door.ResultOf(again);
  CHECK(mended["findings"][0]["mended"] == true);
  again["fund"] = "510300";
  CHECK(door.ResultOf(again)["findings"].size() == 1);
}

TEST_CASE("op analyze: what is no mend is refused") {
  Door door;
  door.With("t", Csv(MakeHistory({.days = 20})));
  for (const char* mends :
       {"7", "[1]", "[{}]", R"([{"kind":"wish"}])", R"([{"kind":"scale","factor":-1}])",
        R"([{"kind":"scale","from":"yesterday"}])", R"([{"kind":"shift_dates","sessions":0.5}])",
        R"([{"kind":"scale","role":"wish"}])"}) {
    CAPTURE(mends);
    const Json reply = door.Ask({{"op", "analyze"}, {"table", "t"}, {"mends", Json::parse(mends)}});
    CHECK(reply["ok"] == false);
    CHECK(reply["error"]["code"] == "bad_field");
  }
  CHECK(door.Ask({{"op", "analyze"}, {"table", "t"}, {"split_adjust", 1}})["ok"] == false);
}

}  // namespace
}  // namespace premiumlens::wasm
