// Some rows of a column, in the order asked for.

#ifndef PREMIUMLENS_CORE_FUND_READ_GATHER_H_
#define PREMIUMLENS_CORE_FUND_READ_GATHER_H_

#include <cstdint>
#include <span>
#include <vector>

namespace premiumlens {

// Nothing of a column that is not there (empty); else every row has to be in it.
template <typename T>
std::vector<T> Gather(const std::vector<T>& from, std::span<const std::uint32_t> rows) {
  std::vector<T> to;
  if (from.empty()) return to;
  to.reserve(rows.size());
  for (const std::uint32_t row : rows) to.push_back(from[row]);
  return to;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_GATHER_H_
