// What a column header says: the role and the unit, from a vocabulary kept as data.

#ifndef PREMIUMLENS_CORE_TABLE_HEADER_H_
#define PREMIUMLENS_CORE_TABLE_HEADER_H_

#include <optional>
#include <string_view>

#include "core/table/role.h"

namespace premiumlens {

struct HeaderMeaning {
  std::optional<Role> role;  // nothing if the header is not in the vocabulary
  Unit unit = Unit::kNone;   // from "(万元)", "%", "[单位] 万份" in the header
};

// Case, blanks, underscores, full width and bracketed units do not matter: "成交额 (万元)",
// "成交额（万元）" and "成交额[万元]" are one header.
HeaderMeaning ReadHeader(std::string_view header);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_HEADER_H_
