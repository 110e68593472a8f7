// Finds texts among words numbered in the order of their first appearance: a hash table of numbers
// with open addressing.

#ifndef PREMIUMLENS_CORE_TABLE_WORD_INDEX_H_
#define PREMIUMLENS_CORE_TABLE_WORD_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace premiumlens {

class WordIndex {
 public:
  // The number of `text` among `words`, which it is added to where it is new.
  std::uint32_t NumberOf(std::string_view text, std::vector<std::string>& words);
  // After words were taken off the end.
  void Rebuild(const std::vector<std::string>& words) { Spread(words, slots_.size()); }

 private:
  struct Slot {
    std::uint32_t hash;
    std::uint32_t number;
  };
  void Spread(const std::vector<std::string>& words, std::size_t size);
  void Place(Slot slot);

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_WORD_INDEX_H_
