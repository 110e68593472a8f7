// What each column of a table means. A pure function of headers, types and values: correcting a
// role or a unit calls it again and never parses.

#ifndef PREMIUMLENS_CORE_TABLE_RECOGNISE_H_
#define PREMIUMLENS_CORE_TABLE_RECOGNISE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/table/table.h"

namespace premiumlens {

// The user's word, by column name; it goes before everything else.
struct Corrections {
  std::map<std::string, Role, std::less<>> roles;
  std::map<std::string, Unit, std::less<>> units;
  std::optional<Role> wide_role = {};  // of the columns that are a fund each (wide.h)
};

// One Meaning a column.
//   1. A correction, where there is one.
//   2. The header's vocabulary (header.h), or the rules of the feed it comes from (source_rules.h);
//      the unit from the header, or percent where cells carry "%", or none where cells carry their
//      own 万 or 亿. A turnover, premium or discount rate without a unit is in percent if any of
//      its first values is over 1. A volume without a unit of its own (also 总手) is counted in
//      what the money traded over price × volume says, where the table has all three.
//   3. By values, where no header says otherwise: the first day column is the date; six-digit fund
//      codes are the code, also inside names; in a table without a header, quotes are told by their
//      bounds (bars.h), else the first two positive number columns within a factor of three of each
//      other (by medians) are the price and the value: NAV in a table with dates, IOPV in one
//      without. A header that is not understood is left to the user.
// Of several columns of one role one keeps it: one with values before an empty one, 日期 before
// 净值日期, the newest of the days that headers name, else the first. The others become `other`; a
// fee and `other` may repeat. Throws Failure(unknown_column) for a correction of a column not
// there.
std::vector<Meaning> Recognise(const std::vector<Column>& columns, const Corrections& corrections);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_RECOGNISE_H_
