// Series in a request: an array, or {"table", "column"}, a column of a loaded table. A dated series
// is {"dates", "values"}, each of either form.

#ifndef PREMIUMLENS_WASM_SERIES_H_
#define PREMIUMLENS_WASM_SERIES_H_

#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/fund/read/read_fund.h"
#include "wasm/op.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {

// As they stand, null missing. Throws Failure: missing_field; bad_field with the field, and the
// text and place (row, from 1) of an entry that is no number or ISO date; unknown_table;
// unknown_column.
std::vector<double> ReadSeries(const Json& request, std::string_view field, TableStore& tables);
std::vector<Date> ReadDates(const Json& request, std::string_view field, TableStore& tables);

// Ascending, one a day: of several the first counts. Entries without a date or value are left out,
// and so are values that are not positive: these are levels. Failure also: bad_field where the two
// differ in length.
DatedValues ReadDatedSeries(const Json& request, std::string_view field, TableStore& tables);
// Empty if the field is absent or null.
DatedValues ReadOptionalDatedSeries(const Json& request, std::string_view field,
                                    TableStore& tables);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_SERIES_H_
