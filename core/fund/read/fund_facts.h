// What a table says of each fund beside its price and value: the index it follows (跟踪指数,
// 相关标的), and what it costs a year (管托费, 综合费率, or 管理费 and 托管费 together; never the
// fee of a purchase). Such columns stand in lists of funds; their roles are "other" and "fee".

#ifndef PREMIUMLENS_CORE_FUND_READ_FUND_FACTS_H_
#define PREMIUMLENS_CORE_FUND_READ_FUND_FACTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/table/table.h"

namespace premiumlens {

// Of the rows named: a fact of each (`each`), or the first that there is alone. Empty where the
// table has no such column.
//   IndexNames  as written, empty where a cell holds a dash; a column of levels has none
//   YearlyFees  fractions; missing where they are not within 0 and kMostYearlyFee
inline constexpr double kMostYearlyFee = 0.1;
std::vector<std::string> IndexNames(const Table& table, const std::vector<std::uint32_t>& rows,
                                    bool each);
std::vector<double> YearlyFees(const Table& table, const std::vector<std::uint32_t>& rows,
                               bool each);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_FUND_FACTS_H_
