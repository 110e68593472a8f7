// What a title above a table says of all its columns.

#ifndef PREMIUMLENS_CORE_TABLE_TITLE_H_
#define PREMIUMLENS_CORE_TABLE_TITLE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/table/table.h"

namespace premiumlens {

// The one unit of money that "单位：万元" names; nothing where several stand there or none.
std::optional<Unit> UnitOfTitle(std::string_view title);

// Gives that unit to turnover and market values whose headers and cells name none.
void TakeUnitOfTitle(const Table& table, std::vector<Meaning>& meanings);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_TITLE_H_
