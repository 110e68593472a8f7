// The series that stand beside a fund: levels of indexes and exchange rates.
//
// A table whose level is an index's or a rate's (table/market.h says how that is told) is a series
// of its own, not a price: one column, or one symbol of a table in long form, is one series. So are
// the columns of index and rate in a table of the fund itself. A table that holds both funds and
// indexes by code gives each its rows. A table of prices without any name is an index too where
// another such table has the level of the NAV and it lies far off: by more than kFarLevel, on most
// days. Tables of nothing but indexes and rates are left as they are: they are no fund's.
// Columns of an index's changes ("指数涨跌幅", "NDX" with numbers of either sign) are no levels,
// and only said to be there.
//
// Several tables of one known symbol (the years of an export) are one series where they agree;
// of a day that stands in two, the later table's counts.

#ifndef PREMIUMLENS_CORE_FUND_READ_MARKET_SERIES_H_
#define PREMIUMLENS_CORE_FUND_READ_MARKET_SERIES_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/fund/read/dated_values.h"
#include "core/table/table.h"

namespace premiumlens {

inline constexpr double kFarLevel = 10;

struct MarketSeries {
  std::string name;       // as it is chosen by: its symbol or header, else its file or title
  std::size_t table = 0;  // index into the tables given
  std::string column;     // header of its column
  std::string symbol;     // of an index that is known ("NDX"); of a rate its currencies ("USDCNY")
  std::string currency;   // that an index is quoted in; of a rate the foreign one. Empty if unknown
  DatedValues values;     // none but positive ones; a rate may be of 100 units
  bool own = false;       // it stands in a table of the fund itself
};

struct MarketData {
  std::vector<MarketSeries> indexes;
  std::vector<MarketSeries> rates;
  bool has_changes = false;  // of an index, in place of its levels
};

// The columns of index and rate of one table; with a code column one series a code.
MarketData ReadMarketSeries(const Table& table, std::size_t place);

// Parts the tables given into those of funds and the series beside them.
class MarketTables {
 public:
  // The tables must outlive it.
  explicit MarketTables(const std::vector<const Table*>& tables);
  ~MarketTables();
  MarketTables(MarketTables&&) noexcept;
  MarketTables& operator=(MarketTables&&) noexcept;

  bool Step();  // true when all is done
  // As many as were given, each in its place; one that is all market is a table without columns.
  const std::vector<const Table*>& funds() const;
  const MarketData& market() const;
  bool is_all_market() const;

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_MARKET_SERIES_H_
