#include "core/table/word_index.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace premiumlens {
namespace {

constexpr std::uint32_t kFree = 0xFFFFFFFFu;
constexpr std::size_t kFirstSize = 64;

std::uint32_t Hash(std::string_view text) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;  // 2^64 over the golden ratio
  std::uint64_t hash = text.size() * kOdd;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 32;
  };
  while (text.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data(), 8);
    mix(word);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (const char c : text) rest = (rest << 8) | static_cast<unsigned char>(c);
  mix(rest);
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

std::uint32_t WordIndex::NumberOf(std::string_view text, std::vector<std::string>& words) {
  if (slots_.size() < 2 * (words.size() + 1)) {
    Spread(words, std::max(kFirstSize, 2 * slots_.size()));
  }
  const std::uint32_t hash = Hash(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].number != kFree; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && words[slots_[at].number] == text) return slots_[at].number;
  }
  const auto number = static_cast<std::uint32_t>(words.size());
  words.emplace_back(text);
  Place({hash, number});
  return number;
}

void WordIndex::Spread(const std::vector<std::string>& words, std::size_t size) {
  slots_.assign(size, {0, kFree});
  for (std::size_t i = 0; i < words.size(); ++i) {
    Place({Hash(words[i]), static_cast<std::uint32_t>(i)});
  }
}

void WordIndex::Place(Slot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].number != kFree) at = (at + 1) & mask;
  slots_[at] = slot;
}

}  // namespace premiumlens
