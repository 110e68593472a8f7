// Some rows and columns of a table, as a table of its own.

#ifndef PREMIUMLENS_CORE_FUND_READ_TABLE_PART_H_
#define PREMIUMLENS_CORE_FUND_READ_TABLE_PART_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "core/table/table.h"

namespace premiumlens {

// `rows` ascending. The columns are of no fund of a wide table any more; refusals are kept where
// their rows are, so that none is reported twice.
std::unique_ptr<Table> PartOf(const Table& table, std::span<const std::uint32_t> rows,
                              const std::function<bool(std::size_t column)>& is_wanted);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_TABLE_PART_H_
