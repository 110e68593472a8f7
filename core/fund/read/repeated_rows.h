// The rows of a history that stand on a day which an earlier row has already, beside that row.

#ifndef PREMIUMLENS_CORE_FUND_READ_REPEATED_ROWS_H_
#define PREMIUMLENS_CORE_FUND_READ_REPEATED_ROWS_H_

#include <cstddef>
#include <vector>

#include "core/fund/read/moments.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

// Adds those that `order` lists as refused (duplicate_date). `place`: the table's, among those
// given; `moments`: of its rows.
void ListRepeated(std::size_t place, const Table& table, const std::vector<Moment>& moments,
                  const RowOrder& order, std::vector<RepeatedRow>& repeated);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_REPEATED_ROWS_H_
