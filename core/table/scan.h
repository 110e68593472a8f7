// Eight bytes at a time: the steps the reader of rows is made of. Every one of them may read up to
// kScanPadding bytes behind the place it is asked about, which must be readable.

#ifndef PREMIUMLENS_CORE_TABLE_SCAN_H_
#define PREMIUMLENS_CORE_TABLE_SCAN_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace premiumlens::scan {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest one");

inline constexpr std::size_t kScanPadding = 32;

inline std::uint64_t Load8(const char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

inline constexpr std::uint64_t Repeat(char c) {
  return 0x0101010101010101u * static_cast<unsigned char>(c);
}

// The number of the lowest byte that is marked by its highest bit; `marks` is not 0.
inline unsigned FirstMark(std::uint64_t marks) {
  return static_cast<unsigned>(std::countr_zero(marks)) / 8;
}

// Digits become their values 0 to 9; every other byte is marked by MarkNonDigits.
inline std::uint64_t DigitValues(std::uint64_t word) { return word ^ Repeat('0'); }

inline std::uint64_t MarkNonDigits(std::uint64_t values) {
  return (((values & 0x7F7F7F7F7F7F7F7Fu) + Repeat(0x76)) | values) & 0x8080808080808080u;
}

// The number that eight digit values write, the first digit in the lowest byte: neighbours are
// joined to two digits, then to four, then to eight.
inline std::uint64_t JoinDigits(std::uint64_t values) {
  values = values * 10 + (values >> 8);
  const std::uint64_t pairs = 0x000000FF000000FFu;
  return ((values & pairs) * 0x000F424000000064u +
          ((values >> 16) & pairs) * 0x0000271000000001u) >>
         32;
}

// Marks the bytes of `word` that are 0; above the first of them there may be wrong marks.
inline std::uint64_t MarkZeros(std::uint64_t word) {
  return (word - Repeat(1)) & ~word & 0x8080808080808080u;
}

// The first `a` or `b` from `p` on, at most `limit`.
inline const char* Find(const char* p, const char* limit, char a, char b) {
  for (; p < limit; p += 8) {
    const std::uint64_t word = Load8(p);
    const std::uint64_t marks = MarkZeros(word ^ Repeat(a)) | MarkZeros(word ^ Repeat(b));
    if (marks == 0) continue;
    p += FirstMark(marks);
    return p < limit ? p : limit;
  }
  return limit;
}

}  // namespace premiumlens::scan

#endif  // PREMIUMLENS_CORE_TABLE_SCAN_H_
