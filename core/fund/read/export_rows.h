// An analysis as the rows of one table: every price with each value it is measured by, and which
// data checks speak of the row. What a reader takes home, and may paste again.
//
// Of a history the days of a NAV without a price are rows too: they make the calendar and are what
// a premium against an earlier NAV needs, so that the table read again gives the same premiums.
// Other shapes have the rows of the series. Prices and values of a history stand as they were on
// their day, also before a split; what was mended stands mended.

#ifndef PREMIUMLENS_CORE_FUND_READ_EXPORT_ROWS_H_
#define PREMIUMLENS_CORE_FUND_READ_EXPORT_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/fund/analysis.h"
#include "core/table/table.h"

namespace premiumlens {

// Every series is as long as there are rows, or empty where the analysis has none.
struct ExportRows {
  std::size_t rows = 0;
  std::vector<Date> dates;
  std::vector<std::int32_t> seconds;
  std::vector<std::uint32_t> fund_of_row;  // index into the data's funds
  std::vector<double> price_cny;
  std::vector<Valuation> valuations;
  std::vector<std::string> checks;  // the codes of those that name the row, parted by a blank
};

// `tables` are those given to the analysis, in order.
ExportRows MakeExportRows(const Analysis& analysis, const std::vector<const Table*>& tables);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_EXPORT_ROWS_H_
