#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "core/fund/doctor/check_scope.h"
#include "core/fund/read/read_fund.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

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

FundData InTwoUnits(std::uint32_t seed = 7) {
  FundData data = MakeHistory({.seed = seed});
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
  for (std::size_t i = 150; i < data.rows; ++i) {
    data.price_cny[i] = Rounded(data.price_cny[i] / 5, 0.001);
  }
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
                     Rows(InTwoUnits(8), "510500,") + Rows(MakeHistory({.seed = 9}), "159915,"));
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

bool Has(const Json& list, std::string_view code) {
  return std::any_of(list.begin(), list.end(), [code](const Json& entry) {
    return (entry.is_object() ? entry["code"] : entry) == code;
  });
}

TEST_CASE("op data_doctor: one report says what was clean, what could not be checked, of what") {
  Door door;
  door.With("t", Csv(InTwoUnits()));
  const Json report = door.ResultOf({{"op", "data_doctor"}, {"table", "t"}});
  CHECK(Has(report["findings"], "unit_changes"));
  CHECK_FALSE(Has(report["clean"], "unit_changes"));
  CHECK(Has(report["clean"], "weekend_rows"));
  CHECK(Has(report["clean"], "price_stale"));
  CHECK(Has(report["unchecked"], "iopv_flat"));
  CHECK(report["unchecked"][0]["needs"].is_array());
  REQUIRE(report["tables"].size() == 1);
  const Json& table = report["tables"][0];
  CHECK(table["table"] == "t");
  CHECK(table["rows"] == 300);
  CHECK(table["first_date"] == FormatIso(MakeHistory({}).dates.front()));
  CHECK(table["last_date"] == FormatIso(MakeHistory({}).dates.back()));
  CHECK(table["columns"][1] == Json({{"name", "收盘价"}, {"role", "price"}, {"fund", ""}}));
  // Every check is in one of the three.
  const std::size_t told = report["clean"].size() + report["unchecked"].size();
  CHECK(told + 1 == AllCheckCodes().size());
}

TEST_CASE("op data_doctor: rows of one day say what the other would give") {
  Door door;
  door.With("t",
            "日期,收盘价,单位净值\n2025-01-02,1.1,1\n2025-01-03,1.2,1\n2025-01-03,1.3,1\n"
            "2025-01-06,1.1,1\n2025-01-06,1.1,1\n");
  const Json request = {{"op", "data_doctor"}, {"table", "t"}, {"region", "mainland"}};
  const Json report = door.ResultOf(request);
  REQUIRE(report["findings"].size() == 1);
  const Json& check = report["findings"][0];
  CHECK(check["code"] == "duplicate_rows");
  CHECK(check["rows"] == Json({3, 4, 5, 6}));
  CHECK(check["evidence"]["rows_count"] == 2);
  CHECK(check["evidence"]["differing_count"] == 1);
  CHECK(check["mend"]["kind"] == "take_last");
  const Json& effect = check["effect"];
  CHECK(effect["recomputed"] == true);
  CHECK(effect["rows_changed"] == 1);
  CHECK(effect["largest_change_date"] == "2025-01-03");
  CHECK_THAT(effect["largest_change_fraction"].get<double>(), WithinAbs(0.1, 1e-12));
  Json mended = request;
  mended["op"] = "analyze";
  mended["mends"] = Json::array({check["mend"]});
  const Json result = door.ResultOf(mended);
  CHECK_THAT(result["premiums"]["nav_same_day"][1].get<double>(), WithinAbs(0.3, 1e-12));
  CHECK(result["data_checks"][0]["mended"] == true);
  CHECK(result["data_checks"][0]["effect"]["rows_changed"] == 1);
}

TEST_CASE("op data_doctor: an IOPV that stands still for half an hour") {
  std::string text = "日期,时间,最新价,IOPV\n";
  for (int minute = 0; minute < 120; ++minute) {
    const bool flat = minute >= 40 && minute < 80;
    char line[64];
    std::snprintf(line, sizeof line, "2025-01-03,%02d:%02d,%.3f,%.4f\n", 13 + minute / 60,
                  minute % 60, 1.1 + 0.001 * (minute % 7), 1 + 0.0001 * (flat ? 40 : minute));
    text += line;
  }
  Door door;
  door.With("t", text);
  const Json report = door.ResultOf({{"op", "data_doctor"}, {"table", "t"}});
  REQUIRE(Has(report["findings"], "iopv_flat"));
  const Json& check = report["findings"][0];
  CHECK(check["evidence"]["flat_minutes"] == 39);
  CHECK(check["rows_count"] == 39);
  CHECK(check["rows"][0] == 43);  // minute 41; the header is row 1
  CHECK(check["mend"]["kind"] == "drop_unmoved");
  CHECK(check["effect"]["rows_lost"] == 39);
}

TEST_CASE("op data_doctor: a premium column against another value than its header says") {
  std::string text = "日期,收盘价,IOPV,单位净值,IOPV溢价率\n";
  double nav = 1;
  for (int day = 0; day < 40; ++day) {
    const Date date = 20000 + day;
    if (IsWeekend(date)) continue;
    nav *= 1 + 0.01 * ((day % 5) - 2);
    const double value = std::round(nav * 1e4) / 1e4;
    const double price = std::round(nav * 1.03 * 1e3) / 1e3;
    text += FormatIso(date) + "," + Text(price) + "," + Text(value * (1 + 0.004 * (day % 3))) +
            "," + Text(value) + "," + Text(std::round((price / value - 1) * 1e4) / 100) + "\n";
  }
  Door door;
  door.With("t", text);
  const Json report =
      door.ResultOf({{"op", "data_doctor"}, {"table", "t"}, {"region", "mainland"}});
  REQUIRE(Has(report["findings"], "premium_column_other"));
  for (const Json& check : report["findings"]) {
    if (check["code"] != "premium_column_other") continue;
    CHECK(check["evidence"]["said_denominator_name"] == "iopv");
    CHECK(check["evidence"]["denominator_name"] == "nav_same_day");
    CHECK(check["mend"] == nullptr);
  }
}

TEST_CASE("op data_doctor: of a list of funds the money fund's unit, and of that fund alone") {
  Door door;
  door.With("t",
            "代码,名称,现价,净值\n511880,银华日利ETF,100.012,1.0001\n"
            "513100,纳指ETF,1.812,1.7005\n510300,沪深300ETF,4.012,4.0105\n");
  const Json report = door.ResultOf({{"op", "data_doctor"}, {"table", "t"}});
  REQUIRE(report["findings"].size() == 1);
  const Json& check = report["findings"][0];
  CHECK(check["code"] == "money_fund_unit");
  CHECK(check["fund"] == "511880");
  CHECK(check["rows"] == Json({2}));
  CHECK(check["effect"]["rows_changed"] == 1);
  const Json mended =
      door.ResultOf({{"op", "analyze"}, {"table", "t"}, {"mends", Json::array({check["mend"]})}});
  CHECK_THAT(mended["premium_fraction"][0].get<double>(), WithinAbs(100.012 / 100.01 - 1, 1e-9));
  CHECK_THAT(mended["premium_fraction"][1].get<double>(), WithinAbs(1.812 / 1.7005 - 1, 1e-9));
}

TEST_CASE("op data_doctor: a panel whose funds are mixed up names the other fund") {
  FundData one = MakeHistory({.seed = 1});
  FundData other = MakeHistory({.seed = 2});
  for (double& price : other.price_cny) price = Rounded(price * 0.6, 0.001);
  for (double& nav : other.nav.values) nav = Rounded(nav * 0.6, 0.0001);
  for (std::size_t i = 100; i < 110; ++i) one.price_cny[i] = other.price_cny[i];
  Door door;
  door.With("t", "代码,日期,收盘价,单位净值,成交量\n" + Rows(one, "510300,") +
                     Rows(other, "510500,") + Rows(MakeHistory({.seed = 3}), "159915,"));
  const Json report = door.ResultOf({{"op", "data_doctor"}, {"table", "t"}});
  REQUIRE(report["findings"].size() == 1);
  const Json& check = report["findings"][0];
  CHECK(check["code"] == "price_of_other_fund");
  CHECK(check["fund"] == "510300");
  CHECK(check["evidence"]["other_text"] == "510500");
  CHECK(check["rows_count"] == 10);
  CHECK(check["rows"][0] == 102);
  CHECK(check["effect"]["rows_lost"] == 10);
  CHECK(Has(report["clean"], "series_copied"));
}

TEST_CASE("op data_doctor: prices alone, or NAVs alone, are checked for what they can show") {
  const FundData data = MakeHistory({.days = 60});
  std::string prices = "日期,收盘价,成交量\n";
  std::string navs = "日期,单位净值\n";
  for (std::size_t i = 0; i < data.rows; ++i) {
    const bool odd = i == 30;
    prices += FormatIso(data.dates[i]) + "," + Text(data.price_cny[i] + (odd ? 0.0003 : 0)) + "," +
              Text(data.volume_shares[i]) + "\n";
    if (i < 40 || i > 44) navs += FormatIso(data.dates[i]) + "," + Text(data.nav.values[i]) + "\n";
  }
  Door door;
  door.With("p", prices).With("n", navs);
  const Json price = door.ResultOf({{"op", "data_doctor"}, {"table", "p"}});
  REQUIRE(price["findings"].size() == 1);
  CHECK(price["findings"][0]["code"] == "price_off_tick");
  CHECK(price["findings"][0]["rows"] == Json({32}));
  CHECK(price["findings"][0]["effect"] == nullptr);
  CHECK(Has(price["unchecked"], "nav_dates_late"));
  CHECK(Has(price["clean"], "price_stale"));
  const Json nav = door.ResultOf({{"op", "data_doctor"}, {"table", "n"}});
  REQUIRE(nav["findings"].size() == 1);
  CHECK(nav["findings"][0]["code"] == "nav_holes");
  CHECK(nav["findings"][0]["evidence"]["rows_count"] == 5);
  CHECK(Has(nav["unchecked"], "price_off_tick"));
  CHECK(door.Ask({{"op", "analyze"}, {"table", "p"}})["error"]["code"] == "no_value_column");
}

TEST_CASE("op data_doctor: data without price and value have a report of what that leaves open") {
  Door door;
  door.With("t", "代码,名称,T-1溢价率\n513100,纳指ETF,1.2%\n513500,标普500ETF,2.1%\n");
  const Json report = door.ResultOf({{"op", "data_doctor"}, {"table", "t"}});
  CHECK(report["findings"].empty());
  CHECK_FALSE(report["unchecked"].empty());
}

}  // namespace
}  // namespace premiumlens::wasm
