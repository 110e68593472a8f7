// What a column header says: the role, the unit and the day, from a vocabulary kept as data.

#ifndef PREMIUMLENS_CORE_TABLE_HEADER_H_
#define PREMIUMLENS_CORE_TABLE_HEADER_H_

#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/table/role.h"

namespace premiumlens {

struct HeaderMeaning {
  std::optional<Role> role;  // nothing if the header is not in the vocabulary
  Unit unit = Unit::kNone;   // from "(万元)", "%", "[单位] 万份" in the header
  bool has_unit = false;     // the header names a unit, be it 元 or 股
  Date day = kMissingDate;  // the day it names: "2025-01-03-单位净值", "[交易日期] 2025-01-03"
  bool weak = false;        // yields to any other column of that role: 净值日期 to 日期
};

// Case, blanks, underscores, full width, bracketed units and days do not matter: "成交额 (万元)",
// "成交额（万元）", "成交额[万元]" and "成交额 [交易日期] 2025-01-03 [单位] 万元" are one header.
// "收盘Close" is known if both say the same; 规模 counts shares under "(万份)".
// Of names joined from several header rows ("Close / SPY", "净值 / 累计净值") the last part that is
// known counts.
HeaderMeaning ReadHeader(std::string_view header);

// The unit a cell of a unit row names: 元, 万股, %; nothing if it is none.
std::optional<Unit> FindUnitWord(std::string_view cell);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_HEADER_H_
