// Wide tables: a row a day, a column a fund.
//
//   date        SPY     QQQ            date        513100.SH 收盘价   513100.SH 单位净值 513500.SH
//   … 2025-01-03  1.532   1.804          2025-01-03  1.804              1.7445
//
// A header may hold two parts (header rows joined by " / ", a fund code beside a word, or a name
// that ends with ETF, LOF, QDII or 基金 before one): the part the vocabulary knows is the role, the
// other part the fund. Where headers name funds only, one role holds for all of them: the user's
// word, else a word of the file's name, of the title or of the date column's header ("etf_nav.csv",
// 净值日期).
//
// A table is wide if it has a day column and
//   1. two or more of its columns have a fund and a role each; or
//   2. no column of codes, of a price or of a value, and at least two number columns that nothing
//      else explains, of which two are headed by a code of six digits, or for which a role is known
//      as above.
// A fund with a day column of its own that differs from the rows' days is not taken: its numbers
// would stand on other days.

#ifndef PREMIUMLENS_CORE_TABLE_WIDE_H_
#define PREMIUMLENS_CORE_TABLE_WIDE_H_

#include <optional>
#include <vector>

#include "core/table/recognise.h"
#include "core/table/table.h"

namespace premiumlens {

// Sets fund, role and reason of the columns that are about one fund of several; leaves the table's
// other columns, and a table that is not wide, as they are. A column's own correction stands.
void RecogniseWide(const Table& table, const Corrections& corrections,
                   std::vector<Meaning>& meanings);

// The role that the wide columns of a table share; nothing if it is not wide or they differ.
std::optional<Role> WideRole(const Table& table);

// Recognise(), RecogniseWide() and RecogniseMarket() (market.h): what every table's meanings are
// made by.
std::vector<Meaning> RecogniseTable(const Table& table, const Corrections& corrections);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_WIDE_H_
