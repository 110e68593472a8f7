// nav_dating and estimate_replay over tables and over dated series, and what analyze says of them.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/date.h"
#include "tests/core/fund/made_history.h"
#include "tests/wasm/door.h"

namespace premiumlens::wasm {
namespace {

using Catch::Matchers::WithinAbs;

// A US fund, its index and the rate of its NAV's own day.
class UsFund : public Door {
 public:
  explicit UsFund(int days) {
    Noise noise(11);
    double index = 20000;
    double rate = 7.1;
    Date day = *ParseIso("2024-01-01");
    std::string price = "date,close\n", nav = "date,nav\n", level = "date,close\n",
                fx = "date,USDCNY,EURUSD\n", other = "date,close\n";
    for (int i = 0; i < days; ++i, ++day) {
      while (IsWeekend(day)) ++day;
      index *= std::exp(0.012 * noise.Next());
      rate *= std::exp(0.003 * noise.Next());
      const std::string date = FormatIso(day) + ",";
      const double value = index * rate / 1e5;
      price += date + std::to_string(value * 1.03) + "\n";
      nav += date + std::to_string(value) + "\n";
      level += date + std::to_string(index) + "\n";
      other += date + std::to_string(3000 * std::exp(0.1 * noise.Next())) + "\n";
      fx += date + std::to_string(rate) + ",1.1\n";
      dates_.push_back(FormatIso(day));
      values_["price"].push_back(value * 1.03);
      values_["nav"].push_back(value);
      values_["index"].push_back(index);
      values_["fx"].push_back(rate);
    }
    With("p", price, "raw_513100.csv").With("n", nav, "nav_513100.csv");
    With("i", level, "NDX.csv").With("f", fx).With("h", other, "HSI.csv");
  }
  Json Series(const std::string& name) const {
    return {{"dates", dates_}, {"values", values_.at(name)}};
  }

 private:
  std::vector<std::string> dates_;
  std::map<std::string, std::vector<double>> values_;
};

TEST_CASE("op nav_dating: tables and dated series say the same") {
  UsFund door(120);
  const Json tables = door.ResultOf({{"op", "nav_dating"}, {"tables", {"p", "n", "h", "i", "f"}}});
  CHECK(tables["fund"]["code"] == "513100");
  CHECK(tables["index_used"]["name"] == "NDX");
  CHECK(tables["index_used"]["table"] == "i");
  CHECK(tables["index_reason"] == "name");
  CHECK(tables["fx_used"]["name"] == "USDCNY");
  CHECK(tables["trouble"] == nullptr);
  CHECK(tables["index"]["best"] == 0);
  CHECK(tables["index"]["told"] == true);
  CHECK(tables["fx"]["best"] == 0);
  const Json series = door.ResultOf({{"op", "nav_dating"},
                                     {"nav", door.Series("nav")},
                                     {"index", door.Series("index")},
                                     {"fx", door.Series("fx")},
                                     {"price", door.Series("price")}});
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK_THAT(tables["index"]["residual_bp"][i].get<double>(),
               WithinAbs(series["index"]["residual_bp"][i].get<double>(), 0.05));
  }
  CHECK(tables["nobs"] == series["nobs"]);
  CHECK(tables["price"]["best"] == 0);
  CHECK(series["price"]["best"] == 0);
}

TEST_CASE("op nav_dating: several indexes are listed with their best residual") {
  UsFund door(120);
  const Json result =
      door.ResultOf({{"op", "nav_dating"}, {"tables", {"n", "h", "i", "f"}}, {"fund", "513100"}});
  CHECK(result["index_used"]["name"] == "NDX");
  CHECK(result["index_reason"] == "name");
  REQUIRE(result["candidates"].size() == 2);
  CHECK(result["candidates"][0]["name"] == "NDX");
  CHECK(result["candidates"][0]["residual_bp"] < result["candidates"][1]["residual_bp"]);
  CHECK(result["candidates"][1]["name"] == "HSI");
  const Json given =
      door.ResultOf({{"op", "nav_dating"}, {"tables", {"n", "h", "i", "f"}}, {"index", "HSI"}});
  CHECK(given["index_used"]["symbol"] == "HSI");
  CHECK(given["index_reason"] == "given");
  CHECK(given["fx_used"] == nullptr);
  CHECK(given["fx_reason"] == "absent");
}

TEST_CASE("op nav_dating: too few days say how many there are and how many it takes") {
  UsFund door(20);
  const Json result = door.ResultOf({{"op", "nav_dating"}, {"tables", {"p", "n", "i", "f"}}});
  CHECK(result["index"] == nullptr);
  CHECK(result["nobs"] > 0);
  CHECK(result["nobs"] < result["needed"]);
  const Json none = door.ResultOf({{"op", "nav_dating"}, {"tables", {"p", "n"}}});
  CHECK(none["trouble"] == "no_index_series");
  CHECK(none["price_nobs"] > 0);
}

TEST_CASE("op nav_dating: a list of one moment says that it has no NAVs by date") {
  Dispatcher dispatcher;
  dispatcher.tables().Create("t", "");
  dispatcher.tables().Append("t", "code,name,price,IOPV\n513100,a,1.9,1.7\n513050,b,1.2,1.21\n");
  const Json reply = Json::parse(dispatcher.Run(R"({"op":"nav_dating","table":"t"})"));
  CHECK(reply["result"]["trouble"] == "no_nav_series");
}

TEST_CASE("op estimate_replay: tables and dated series say the same") {
  UsFund door(120);
  const Json tables = door.ResultOf(
      {{"op", "estimate_replay"}, {"tables", {"p", "n", "i", "f"}}, {"bars", {0.02}}});
  const Json series = door.ResultOf({{"op", "estimate_replay"},
                                     {"price", door.Series("price")},
                                     {"nav", door.Series("nav")},
                                     {"index", door.Series("index")},
                                     {"fx", door.Series("fx")},
                                     {"region", "us"},
                                     {"bars", {0.02}}});
  REQUIRE(tables["dates"].size() == 120);
  CHECK(tables["estimate"]["nobs"] == series["estimate"]["nobs"]);
  CHECK(tables["index_lag"]["reason"] == "dated");
  CHECK(series["index_lag"]["reason"] == "assumed");
  CHECK(tables["publication_lag_sessions"] == 1);
  CHECK(tables["nav_dates"] == series["nav_dates"]);
  REQUIRE(tables["bars"].size() == 1);
  CHECK(tables["bars"] == series["bars"]);
  for (const char* field : {"iopv_estimated", "index_move_fraction", "fx_move_fraction"}) {
    CHECK(tables[field][0] == nullptr);
    CHECK_THAT(tables[field][119].get<double>(), WithinAbs(series[field][119].get<double>(), 1e-5));
  }
}

TEST_CASE("op estimate_replay: over a split the estimate stays on the footing of the prices") {
  UsFund door(60);
  Json price = door.Series("price");
  Json nav = door.Series("nav");
  for (std::size_t i = 0; i < 30; ++i) {
    price["values"][i] = price["values"][i].get<double>() * 5;
    nav["values"][i] = nav["values"][i].get<double>() * 5;
  }
  const Json request = {
      {"op", "estimate_replay"},       {"region", "us"},         {"price", price}, {"nav", nav},
      {"index", door.Series("index")}, {"fx", door.Series("fx")}};
  const Json result = door.ResultOf(request);
  for (const std::size_t row : {10U, 29U, 30U, 31U, 59U}) {
    CHECK(std::fabs(result["premium_fraction"][row].get<double>()) < 0.1);
  }
  CHECK(std::fabs(result["estimate"]["worst_fraction"].get<double>()) < 1e-4);
}

TEST_CASE("op analyze: a compact estimate, or why there is none") {
  UsFund door(120);
  const Json result = door.ResultOf({{"op", "analyze"}, {"tables", {"p", "n", "i", "f"}}});
  CHECK(result["indexes"].size() == 1);
  CHECK(result["rates"].size() == 1);
  const Json& estimate = result["estimate"];
  CHECK(estimate["trouble"] == nullptr);
  CHECK(estimate["index"]["symbol"] == "NDX");
  CHECK(estimate["index_lag"] == Json({{"sessions", 0}, {"reason", "dated"}}));
  CHECK(estimate["estimate"]["rmse_fraction"].get<double>() < 1e-4);
  CHECK(result["premiums"].contains("iopv_estimated"));
  const Json none = door.ResultOf({{"op", "analyze"}, {"tables", {"p", "n"}}});
  CHECK(none["estimate"]["trouble"] == "no_index_series");
  const Json refused =
      door.Ask({{"op", "analyze"}, {"tables", {"p", "n", "i"}}, {"invested_fraction", 1.5}});
  CHECK(refused["error"]["code"] == "bad_field");
  CHECK(refused["error"]["column"] == "invested_fraction");
}

}  // namespace
}  // namespace premiumlens::wasm
