#include "core/table/market_names.h"

#include <catch2/catch.hpp>

namespace premiumlens {
namespace {

std::string SymbolOf(std::string_view name) {
  const std::optional<IndexName> index = FindIndexName(name);
  return index ? index->symbol : "";
}

std::string InText(std::string_view text) {
  const std::optional<IndexName> index = FindIndexInText(text);
  return index ? index->symbol : "";
}

std::string RateOf(std::string_view name) {
  const std::optional<RateName> rate = FindRateName(name);
  if (!rate) return "";
  return rate->currency + (rate->per_cny ? " per CNY" : "") + (rate->names_cny ? "" : " alone");
}

TEST_CASE("market names: an index in the ways feeds write it") {
  for (const char* name : {"NDX", "^NDX", ".NDX", "NDX.GI", "ndx", "纳斯达克100", "纳斯达克100指数",
                           "纳斯达克100指数:收盘价", "NASDAQ 100", "Nasdaq-100 Index"}) {
    INFO(name);
    CHECK(SymbolOf(name) == "NDX");
  }
  CHECK(FindIndexName("NDX")->currency == "USD");
  for (const char* name :
       {"000300.SH", "sh000300", "000300.CSI", "399300.SZ", "沪深300", "CSI 300"}) {
    INFO(name);
    CHECK(SymbolOf(name) == "CSI300");
  }
  CHECK(FindIndexName("沪深300")->currency == "CNY");
  CHECK(SymbolOf("^GSPC") == "SPX");
  CHECK(SymbolOf(".INX") == "SPX");
  CHECK(SymbolOf(".IXIC") == "IXIC");
  CHECK(SymbolOf("HSTECH.HK") == "HSTECH");
  CHECK(SymbolOf("恒生科技指数") == "HSTECH");
  CHECK(SymbolOf("恒生指数") == "HSI");
  CHECK(SymbolOf("日经225") == "N225");
  CHECK(SymbolOf("德国DAX") == "GDAXI");
  CHECK(SymbolOf("法国CAC40") == "FCHI");
}

TEST_CASE("market names: codes that only indexes have, and no others") {
  CHECK(SymbolOf("399989.SZ") == "399989SZ");
  CHECK(SymbolOf("930713.CSI") == "930713CSI");
  CHECK(SymbolOf("000961.SH") == "000961SH");
  CHECK(FindIndexName("930713.CSI")->currency.empty());
  // A share of Shenzhen, funds, and words.
  for (const char* name : {"000001.SZ", "000961", "513100", "513100.SH", "159941.SZ", "close",
                           "指数", "恒生电子", "中国平安", ""}) {
    INFO(name);
    CHECK(SymbolOf(name).empty());
  }
}

TEST_CASE("market names: in the names of files and in titles, the longest one, and no fund") {
  CHECK(InText("NDX.csv") == "NDX");
  CHECK(InText("^ndx_d.csv") == "NDX");
  CHECK(InText("HSI_2010-2025_yf.csv") == "HSI");
  CHECK(InText("纳斯达克100指数历史数据.csv") == "NDX");
  CHECK(InText("S&P 500 历史数据.csv") == "SPX");
  CHECK(InText("000300 沪深300 日线 不复权") == "CSI300");
  CHECK(InText("恒生 科技 指数.xlsx") == "HSTECH");
  CHECK(InText("000300.SH.csv") == "CSI300");
  for (const char* text :
       {"纳斯达克100ETF.csv", "513100 纳斯达克100.csv", "标普500LOF 161125", "600570 恒生电子 日线",
        "nav_ndx.csv", "export.csv", "000001 平安银行", ""}) {
    INFO(text);
    CHECK(InText(text).empty());
  }
}

TEST_CASE("market names: rates of the CNY, with their order") {
  for (const char* name :
       {"USDCNY", "usd_cny_mid", "USD/CNY", "USDCNH", "CNY=X", "美元兑人民币",
        "中间价:美元兑人民币", "美元/人民币", "人民币兑美元中间价", "USD_CNY历史数据.csv"}) {
    INFO(name);
    CHECK(RateOf(name) == "USD");
  }
  CHECK(RateOf("JPY100CNY") == "JPY");
  CHECK(RateOf("100日元/人民币") == "JPY");
  CHECK(RateOf("EURCNY_raw") == "EUR");
  CHECK(RateOf("人民币/林吉特") == "MYR per CNY");
  CHECK(RateOf("CNYMYR") == "MYR per CNY");
  CHECK(RateOf("100日元") == "JPY alone");
  CHECK(RateOf("港元") == "HKD alone");
  for (const char* name :
       {"EURUSD", "EURJPY", "人民币", "close", "winrate", "美元指数", "欧元区CPI", ""}) {
    INFO(name);
    CHECK(RateOf(name).empty());
  }
}

}  // namespace
}  // namespace premiumlens
