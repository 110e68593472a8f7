// Closed vocabularies: an enumeration and the words it has in JSON, kept side by side.

#ifndef PREMIUMLENS_CORE_BASE_WORD_LIST_H_
#define PREMIUMLENS_CORE_BASE_WORD_LIST_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace premiumlens {

// values[i] is called names[i].
template <typename Word, std::size_t kCount>
struct WordList {
  std::array<Word, kCount> values;
  std::array<std::string_view, kCount> names;

  constexpr std::string_view NameOf(Word word) const {
    for (std::size_t i = 0; i < kCount; ++i) {
      if (values[i] == word) return names[i];
    }
    return {};
  }

  constexpr std::optional<Word> Find(std::string_view name) const {
    for (std::size_t i = 0; i < kCount; ++i) {
      if (names[i] == name) return values[i];
    }
    return {};
  }
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_WORD_LIST_H_
