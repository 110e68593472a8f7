// From the tables of one fund, or of many funds at one moment, to series: which table gives what,
// rows in order, one row a moment, tables joined, and everything that could not be used listed.
//
// The price's table is the first with a price column; its rows are the rows of the result. NAVs
// come from another table if one has them, else from the same. In a history a NAV is dated by its
// row's day, and all NAVs count, also those of days without a price. In other shapes a NAV that
// stands beside the price is what was published when the row was taken. Everything else comes from
// the price's table where it is there, else from the first other table that has it. Tables of one
// fund are joined by the moment; those of many funds by the code, each fund's last row counting.
//
// A price or value that is zero or negative is missing, and listed as not_positive: feeds write 0
// for "none".
//
// Failure: no_price_column, no_value_column, no_date_column (a second table cannot be joined),
// no_usable_row.

#ifndef PREMIUMLENS_CORE_FUND_READ_READ_FUND_H_
#define PREMIUMLENS_CORE_FUND_READ_READ_FUND_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/base/missing.h"
#include "core/fund/purchase.h"
#include "core/fund/read/dated_values.h"
#include "core/fund/read/fund_tables.h"
#include "core/fund/read/market_series.h"
#include "core/fund/read/shape.h"
#include "core/table/table.h"

namespace premiumlens {

struct Join {
  std::int64_t matched = 0;     // rows with a price and a value of the same moment
  std::int64_t price_only = 0;  // rows with a price only
  std::int64_t value_only = 0;  // values without a price
};

// A pasted premium or discount rate: one value a row, as fractions if its unit was known.
struct PastedColumn {
  std::string name;  // its header
  bool is_discount = false;
  std::vector<double> values;
};

// A row of a day that stands on an earlier row of its table already, and so does not count. What it
// says of price and value; NaN: nothing.
struct RepeatedRow {
  std::size_t table;  // index into the tables given
  Date date;
  std::int64_t row;                // of the table's source
  std::int64_t counted_row;        // the one that counts
  bool is_first_repeat;            // of its day
  bool differs = false;            // in any number of a column with a role
  double difference_fraction = 0;  // of price, IOPV or NAV: the largest |this / the other − 1|
  double price_cny = kMissing;
  double iopv_cny = kMissing;
  double nav = kMissing;
};

struct TableRejections {
  std::size_t table;  // index into the tables given
  Rejections rejections;
};

// Every series is as long as there are rows; a series that the tables do not hold is empty.
struct FundData {
  Shape shape = Shape::kPairs;
  std::string code;  // of the one fund, empty if unknown
  std::string name;
  std::vector<FundEntry> funds;  // cross-section only
  std::size_t rows = 0;
  std::vector<Date> dates;                 // empty without a date column
  std::vector<std::int32_t> seconds;       // intraday only
  std::vector<std::uint32_t> fund_of_row;  // cross-section only: index into `funds`
  std::vector<std::int64_t> source_rows;   // the row each stands on in the price's table's source
  std::vector<double> price_cny;
  bool is_price_scaled = false;  // by a mend: prices in another unit need not be on the tick
  std::vector<double> iopv_cny;
  std::vector<double> estimate_cny;    // a site's own estimate of the NAV
  std::vector<double> nav_beside_cny;  // not in a history
  DatedValues nav;                     // of a history
  std::vector<double> amount_cny;
  std::vector<double> turnover_fraction;
  std::vector<double> volume_shares;
  std::vector<double> bid_cny;
  std::vector<double> ask_cny;
  std::vector<double> shares;
  std::vector<double> float_cny;
  std::vector<double> purchase_limit_cny;
  std::vector<PurchaseStatus> purchase;
  // What the price's table says of the fund (fund_facts.h): of a cross-section a row each, else one
  // for the fund, the first that there is; empty without such a column.
  std::vector<std::string> index_names;
  std::vector<double> fee_fraction;
  std::vector<PastedColumn> pasted;
  bool has_index_changes = false;     // an index's changes, which are no levels, stand there
  std::vector<MarketSeries> indexes;  // of the fund's own tables, then those beside them
  std::vector<MarketSeries> rates;
  std::optional<Join> join;               // of two or more tables
  std::vector<RepeatedRow> repeated;      // of a history, as many as are listed as rejected
  std::vector<Finding> findings;          // dates_unsorted, rows_unmatched
  std::vector<TableRejections> rejected;  // not the parser's
};

// What to read: one fund, or all of `funds` at one moment.
struct FundToRead {
  std::string code;  // empty if unknown
  std::string name;
  std::vector<FundEntry> funds;  // of a cross-section; else empty
  bool price_optional = false;   // without a price the rows are the NAV's, all prices missing
  bool value_optional = false;   // prices alone will do
};

class FundReader {
 public:
  // The tables are of that fund alone (fund_tables.h), or of many at one moment; they must outlive
  // the reader.
  FundReader(const std::vector<const Table*>& tables, FundToRead fund);
  ~FundReader();
  FundReader(FundReader&&) noexcept;
  FundReader& operator=(FundReader&&) noexcept;

  bool Step();  // one stage; true when all is read
  double Progress() const;
  FundData Finish();  // only after Step() said true

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

// All at once, of one fund: the one named, or the only one. Failure also: unknown_fund, also
// where there are several and none is named.
FundData ReadFund(const std::vector<const Table*>& tables, const std::string& fund = {});

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_READ_FUND_H_
