// Every operation that takes tables, whatever it asks: on tables that are hardly any, and with
// everything that a request may add. A new operation is walked over without a word here.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "core/base/code.h"
#include "core/base/date.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

bool Takes(const Op& op, std::string_view name) {
  return std::any_of(op.takes.begin(), op.takes.end(),
                     [name](const Field& field) { return field.name == name; });
}

bool TakesTables(const Op& op) { return Takes(op, "table") || Takes(op, "tables"); }

struct Asked {
  std::string about;
  Json request;  // without "op"
};

// Rows of weekdays from 2024-01-01; from row `split` on, both prices are half of what they were.
std::string Rows(int days, const std::string& code, double premium, int split = 1 << 20) {
  Noise noise(static_cast<std::uint32_t>(1000 * (1 + premium)));
  std::string text;
  Date day = *ParseIso("2024-01-01");
  double value = 2;
  for (int i = 0; i < days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    value *= 1 + 0.01 * noise.Next();
    const double unit = i < split ? value : value / 2;
    const double price = unit * (1 + premium + 0.01 * noise.Next());
    text += (code.empty() ? "" : code + ",") + FormatIso(day) + "," +
            std::to_string(Rounded(price, 0.001)) + "," + std::to_string(Rounded(unit, 0.0001)) +
            "," + std::to_string(1000000 + 1000 * i) + "\n";
  }
  return text;
}

std::string Minutes() {
  std::string text = "time,price,iopv\n";
  for (int minute = 10; minute < 60; ++minute) {
    const std::string price = std::to_string(1.05 + 0.001 * (minute % 7));
    text += "2024-03-04 10:" + std::to_string(minute) + ":00," + price + ",1.0" +
            std::to_string(minute) + "\n";
  }
  return text;
}

constexpr const char* kHistory = "date,close,nav,volume\n";
constexpr const char* kPanel = "code,date,close,nav,volume\n";

Door Tables() {
  Door door;
  door.With("empty", "").With("header", kHistory).With("prose", "not a table\n at all, \"");
  door.With("unnamed", kHistory + Rows(300, "", 0.03)).With("one_row", kHistory + Rows(1, "", 0));
  door.With("named", kHistory + Rows(300, "", 0.06), "513100.csv");
  door.With("panel", kPanel + Rows(150, "513100", 0.03) + Rows(150, "159941", 0.01) +
                         Rows(150, "513500", -0.02));
  std::string pairs = "price,value\n";
  for (int i = 0; i < 40; ++i) pairs += std::to_string(1.0 + 0.01 * (i % 9)) + ",1.0\n";
  door.With("pairs", pairs).With("minutes", Minutes(), "513100.csv");
  door.With("list",
            "code,name,price,nav,amount\n513100,A,1.5,1.4,1e8\n,B,1.2,1.1,1e7\n159941,C,,1,0\n");
  door.With("split", kHistory + Rows(300, "", 0.04, 200), "513100.csv");
  return door;
}

std::vector<Asked> AllAsked() {
  const Json known = {
      {"risk_notice", true},       {"purchase", "limited"}, {"halt", true},
      {"purchase_limit_cny", 1e3}, {"index_high", true},    {"quota_released", true},
      {"replication", "sampling"}};
  const Json bars = {{"premium_over_5.warn.bar_fraction", 0.06},
                     {"range.cross_border.outer_fraction", 0.06}};
  std::vector<Asked> all;
  for (const char* table : {"empty", "header", "prose", "unnamed", "one_row", "panel", "pairs",
                            "minutes", "split", "list"}) {
    all.push_back({table, {{"tables", {table}}}});
  }
  all.push_back({"a fund of the panel", {{"tables", {"panel"}}, {"fund", "159941"}}});
  all.push_back({"no fund of the panel", {{"tables", {"panel"}}, {"fund", "510300"}}});
  all.push_back(
      {"a value that is not there", {{"tables", {"unnamed"}}, {"denominator", "iopv_estimated"}}});
  all.push_back({"what is known", {{"tables", {"named"}}, {"known", known}, {"rule_bars", bars}}});
  all.push_back(
      {"what is known of a panel", {{"tables", {"panel"}}, {"known", known}, {"rule_bars", bars}}});
  return all;
}

// A word of a reply that no number should have become.
bool HasBrokenNumber(const std::string& text) {
  std::string word;
  for (const char c : text + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (word == "nan" || word == "inf" || word == "infinity") return true;
    word.clear();
  }
  return false;
}

std::set<std::string> ErrorCodes() {
  std::set<std::string> codes;
  for (const CodeInfo& info : AllCodes()) {
    if (info.use == CodeUse::kError && info.code != Code::internal) codes.emplace(info.name);
  }
  return codes;
}

TEST_CASE("all ops: every table gets an answer with every field, or a documented refusal") {
  const std::set<std::string> codes = ErrorCodes();
  Door door = Tables();
  int answers = 0;
  for (const Op* op : AllOps()) {
    if (!TakesTables(*op)) continue;
    for (const Asked& asked : AllAsked()) {
      Json request = asked.request;
      request["op"] = op->name;
      if (!Takes(*op, "tables")) request["table"] = request["tables"][0];
      INFO(op->name << ": " << asked.about);
      const std::string text = door.dispatcher().Run(request.dump());
      CHECK_FALSE(HasBrokenNumber(text));
      const Json reply = Json::parse(text);
      if (reply["ok"] == true) {
        ++answers;
        for (const Field& field : op->gives) {
          INFO(field.name);
          CHECK(reply["result"].contains(std::string(field.name)));
        }
      } else {
        INFO(text.substr(0, 300));
        CHECK(codes.count(reply["error"]["code"].get<std::string>()) == 1);
        CHECK(reply["error"]["code"] != "bad_field");  // nothing here is asked wrongly
      }
    }
  }
  CHECK(answers > 100);
}

// The named table has all that a question about a fund may need.
TEST_CASE("all ops: a history of a known fund is answered by whatever takes one") {
  Door door = Tables();
  for (const Op* op : AllOps()) {
    if (!Takes(*op, "tables")) continue;
    INFO(op->name);
    const Json reply = door.Ask({{"op", op->name}, {"tables", {"named"}}});
    INFO(reply.dump().substr(0, 300));
    CHECK((reply["ok"] == true || reply["error"]["code"] == "missing_field"));
  }
}

}  // namespace
}  // namespace premiumlens::wasm
