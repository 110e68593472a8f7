// A record of the sample that the layout of a text is found from.

#ifndef PREMIUMLENS_CORE_TABLE_SAMPLED_H_
#define PREMIUMLENS_CORE_TABLE_SAMPLED_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace premiumlens {

struct Sampled {
  std::vector<std::string> cells;
  std::size_t offset = 0;  // in the text
  std::size_t next = 0;    // the offset behind its line end
  std::int64_t row = 0;    // counted from 1; 0 for one from further on
};

using Samples = std::span<const Sampled>;

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_SAMPLED_H_
