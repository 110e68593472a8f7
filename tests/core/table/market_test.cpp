#include "core/table/market.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/table/parse.h"
#include "core/table/wide.h"

namespace premiumlens {
namespace {

// "date price other …" of the columns in order.
std::string RolesOf(const std::string& text, const std::string& file = "",
                    const Corrections& corrections = {}) {
  Table table = ParseTable(text, file);
  table.meanings = RecogniseTable(table, corrections);
  std::string roles;
  for (const Meaning& meaning : table.meanings) {
    roles += (roles.empty() ? "" : " ") + std::string(Name(meaning.role));
    if (!meaning.fund.empty()) roles += ":" + meaning.fund;
  }
  return roles;
}

const char* const kBars =
    "date,open,high,low,close,volume\n2025-01-02,20990,21020,20900,21000,1000\n"
    "2025-01-03,21000,21300,20950,21230.5,1100\n";

TEST_CASE("market: a table of an index is told by its file's name or title") {
  CHECK(RolesOf(kBars) == "date open high low price volume");
  CHECK(RolesOf(kBars, "NDX.csv") == "date open high low index volume");
  CHECK(RolesOf(kBars, "^ndx_d.csv") == "date open high low index volume");
  CHECK(RolesOf(std::string("纳斯达克100指数 日线 不复权\n") + kBars) ==
        "date open high low index volume");
  CHECK(RolesOf(kBars, "纳斯达克100ETF.csv") == "date open high low price volume");
  CHECK(RolesOf(kBars, "513100_NDX.csv") == "date open high low price volume");
  // A fund's price in a file called after its index.
  CHECK(RolesOf("date,close\n2025-01-02,1.5\n2025-01-03,1.6\n", "ndx.csv") == "date price");
  CHECK(RolesOf("date,close,nav\n2025-01-02,151,150\n2025-01-03,162,160\n", "ndx.csv") ==
        "date price nav");
}

TEST_CASE("market: names of indexes beside a level, of currencies beside a rate, are codes") {
  CHECK(
      RolesOf("指数名称,日期,收盘点位\n标普500,2025-01-02,5880\n纳斯达克100,2025-01-02,21000\n") ==
      "code date index");
  CHECK(RolesOf("货币名称,日期,现汇买入价,中行折算价\n美元,2025-01-02,717,719\n港元,2025-01-02,92,"
                "93\n") == "code date other fx");
  CHECK(RolesOf("currency,date,rate\nUSDCNY,2025-01-02,7.19\nHKDCNY,2025-01-02,0.93\n") ==
        "code date fx");
  // Of a fund's own table, or beside numbers of which nothing is known, they are what they were.
  CHECK(RolesOf("跟踪指数,日期,收盘价,单位净值\n标普500,2025-01-02,1.5,1.4\n") ==
        "other date price nav");
  CHECK(RolesOf("跟踪指数,日期,收盘价\n标普500,2025-01-02,1.5\n") == "other date price");
  CHECK(RolesOf("currency,date,close\nUSD,2025-01-02,7.19\nUSD,2025-01-03,7.2\n") ==
        "other date price");
}

TEST_CASE("market: an index's changes are no levels") {
  const auto has_changes = [](const std::string& text) {
    return HasIndexChanges(ParseTable(text));
  };
  CHECK(has_changes("date,NDX,SPX\n2025-01-02,0.52,-0.11\n2025-01-03,-1.2,0.4\n"));
  CHECK(has_changes(
      "日期,收盘价,净值,指数涨跌幅\n2025-01-02,1.5,1.4,0.52%\n2025-01-03,1.5,1.4,-1.2%\n"));
  CHECK(has_changes("日期,纳斯达克100涨跌幅(%)\n2025-01-02,0.52\n2025-01-03,-1.2\n"));
  CHECK_FALSE(
      has_changes("日期,收盘价,净值,涨跌幅\n2025-01-02,1.5,1.4,0.52%\n2025-01-03,1.5,1.4,-1.2%\n"));
  CHECK_FALSE(has_changes("date,NDX,SPX\n2025-01-02,21000,5880\n2025-01-03,21100,5890\n"));
}

TEST_CASE("market: the user's word stands") {
  Corrections corrections;
  corrections.roles["close"] = Role::kPrice;
  CHECK(RolesOf(kBars, "NDX.csv", corrections) == "date open high low price volume");
}

TEST_CASE("market: several indexes side by side, by their headers and their level") {
  CHECK(RolesOf("date,NDX,SPX,HSI\n2025-01-02,21000,5880,19600\n2025-01-03,21230,5940,19700\n") ==
        "date index index index");
  CHECK(RolesOf("日期,沪深300指数:收盘价,标普500指数:收盘价\n2025-01-02,3900,5880\n"
                "2025-01-03,3910,5940\n") == "date index index");
  // Funds that are headed by the names of their indexes.
  CHECK(RolesOf("date,NDX,SPX,HSTECH\n2025-01-02,1.5,1.6,0.6\n2025-01-03,1.51,1.61,0.61\n",
                "etf_price.csv") == "date price:NDX price:SPX price:HSTECH");
  CHECK(RolesOf("date,000300,000905\n2025-01-02,3900,5800\n2025-01-03,3910,5810\n") ==
        "date index index");
}

TEST_CASE("market: exchange rates, crosses left out") {
  CHECK(RolesOf("date,USDCNY,HKDCNY,JPY100CNY,EURUSD\n2025-01-02,7.3,0.94,4.6,1.03\n"
                "2025-01-03,7.31,0.94,4.6,1.03\n") == "date fx fx fx other");
  CHECK(RolesOf("日期,美元,欧元,100日元,港元\n2025-01-02,718.8,749.2,457.5,92.4\n"
                "2025-01-03,718.9,741.2,459.5,92.5\n") == "date fx fx fx fx");
  CHECK(RolesOf("日期,收盘,开盘,高,低\n2025-01-02,7.3,7.3,7.3,7.3\n2025-01-03,7.3,7.3,7.3,7.3\n",
                "USD_CNY历史数据.csv") == "date fx open high low");
  // A currency among other things is none of these.
  CHECK(RolesOf("日期,美元,收盘价\n2025-01-02,7.3,1.5\n2025-01-03,7.3,1.5\n") ==
        "date other price");
}

}  // namespace
}  // namespace premiumlens
