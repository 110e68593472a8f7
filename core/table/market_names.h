// The names of indexes and exchange rates, as people and feeds write them.

#ifndef PREMIUMLENS_CORE_TABLE_MARKET_NAMES_H_
#define PREMIUMLENS_CORE_TABLE_MARKET_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

namespace premiumlens {

struct IndexName {
  std::string symbol;    // "NDX"
  std::string currency;  // that it is quoted in; empty where it is not known
};

// A name without what does not matter to it: case, full width, blanks, marks, and words for a table
// or a level (指数, 收盘价, 历史数据, daily …) at its ends. "^NDX", "纳斯达克100指数:收盘价" and
// "纳斯达克100指数历史数据" become "ndx" and "纳斯达克100".
std::string MarketKey(std::string_view name);

// A header of an index's changes: its name, or 指数 in general, with a word for a change or alone.
bool IsIndexChangeName(std::string_view name);

// An index by its whole name: "NDX", "^GSPC", ".INX", "NDX.GI", "000300.SH", "sz399006", "恒生科技
// 指数"; also a code that only an index has (399…, 93…, 95…, 98… and 000… with .SH or .CSI, H……
// with five digits), whose currency is not known.
std::optional<IndexName> FindIndexName(std::string_view name);

// The index that a file's name or a title names, with words of its own around it; the longest one.
// Nothing where the text speaks of a fund (ETF, LOF, 基金, a fund's code …).
std::optional<IndexName> FindIndexInText(std::string_view text);

struct RateName {
  std::string currency;    // the foreign one
  bool per_cny = false;    // foreign units per CNY, where its order says so: "CNY/MYR"
  bool names_cny = false;  // both currencies are named
};

// Whether the name says that it is the central parity, which NAVs are reckoned with.
bool IsCentralParity(std::string_view name);

// "USDCNY" of "USD"; empty of none.
std::string RateSymbol(std::string_view currency);

// An exchange rate of the CNY by its whole name: "USDCNY", "JPY100CNY", "usd_cny_mid",
// "EURCNY_raw", "美元兑人民币:中间价", "CNY=X"; also a currency alone: "100日元", "港元". Not
// "EURUSD".
std::optional<RateName> FindRateName(std::string_view name);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_MARKET_NAMES_H_
