// Eight bytes at a time: the steps the reader of rows is made of. Every one of them may read up to
// kScanPadding bytes (text_buffer.h) behind the place it is asked about, which must be readable.

#ifndef PREMIUMLENS_CORE_TABLE_SCAN_H_
#define PREMIUMLENS_CORE_TABLE_SCAN_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace premiumlens::scan {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest one");

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

// The marks of eight bytes as eight bits, the first byte's the lowest.
inline std::uint32_t GatherMarks(std::uint64_t marks) {
  return static_cast<std::uint32_t>(((marks >> 7) * 0x0102040810204080u) >> 56);
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

#ifdef __wasm_simd128__

// The digits at a place, up to the sixteenth byte.
class Digits {
 public:
  static constexpr unsigned kMost = 16;

  explicit Digits(const char* p)
      : values_(wasm_i8x16_sub(wasm_v128_load(p), wasm_i8x16_splat('0'))) {}

  // A mark for each byte that is no digit, the first byte's the lowest; and the first marked one,
  // kMost or more if there is none.
  std::uint32_t stops() const {
    return 0x10000u | (0xFFFFu ^ wasm_i8x16_bitmask(wasm_u8x16_lt(values_, wasm_i8x16_splat(10))));
  }
  static unsigned First(std::uint32_t stops) {
    return static_cast<unsigned>(std::countr_zero(stops | 0x10000u));
  }

  // The number that `count` digits write, of which `whole` stand before a point, which is left out.
  std::int64_t Join(unsigned whole, unsigned count) const {
    const v128_t places = wasm_v128_load(kPlaces + count);
    const v128_t behind_point =
        wasm_i8x16_ge(places, wasm_i8x16_splat(static_cast<std::int8_t>(whole)));
    return JoinAt(wasm_i8x16_sub(places, behind_point));
  }
  std::int64_t Join(unsigned count) const { return JoinAt(wasm_v128_load(kPlaces + count)); }

 private:
  alignas(16) static constexpr std::int8_t kPlaces[32] = {
      -16, -15, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1,
      0,   1,   2,   3,   4,   5,   6,   7,  8,  9,  10, 11, 12, 13, 14, 15};

  // The number that the digits at `places` write; places below 0 count as zeros.
  std::int64_t JoinAt(v128_t places) const {
    const v128_t ones = wasm_i8x16_swizzle(values_, places);
    // Two digits, the first in the lower byte: times 2561 they stand joined in the higher one.
    const v128_t twos = wasm_u16x8_shr(wasm_i16x8_mul(ones, wasm_i16x8_splat(2561)), 8);
    const v128_t fours =
        wasm_i32x4_dot_i16x8(twos, wasm_i16x8_const(100, 1, 100, 1, 100, 1, 100, 1));
    const v128_t eights =
        wasm_i32x4_dot_i16x8(wasm_i16x8_narrow_i32x4(fours, fours),
                             wasm_i16x8_const(10000, 1, 10000, 1, 10000, 1, 10000, 1));
    const auto halves = static_cast<std::uint64_t>(wasm_i64x2_extract_lane(eights, 0));
    return static_cast<std::int64_t>((halves & 0xFFFFFFFFu) * 100000000u + (halves >> 32));
  }

  v128_t values_;
};

// Marks, of the 64 bytes at `p`, those that are no digits.
inline std::uint64_t MarkNonDigits64(const char* p) {
  std::uint64_t digits = 0;
  for (unsigned i = 0; i < 4; ++i) {
    const v128_t values = wasm_i8x16_sub(wasm_v128_load(p + 16 * i), wasm_i8x16_splat('0'));
    const std::uint64_t marks = wasm_i8x16_bitmask(wasm_u8x16_lt(values, wasm_i8x16_splat(10)));
    digits |= marks << (16 * i);
  }
  return ~digits;
}

#else

// The digits at a place, up to the sixteenth byte.
class Digits {
 public:
  static constexpr unsigned kMost = 16;

  explicit Digits(const char* p)
      : first_(DigitValues(Load8(p))), second_(DigitValues(Load8(p + 8))) {}

  // A mark for each byte that is no digit, the first byte's the lowest; and the first marked one,
  // kMost or more if there is none.
  std::uint32_t stops() const {
    return 0x10000u | GatherMarks(MarkNonDigits(first_)) | GatherMarks(MarkNonDigits(second_)) << 8;
  }
  static unsigned First(std::uint32_t stops) {
    return static_cast<unsigned>(std::countr_zero(stops | 0x10000u));
  }

  // The number that `count` digits write, of which `whole` stand before a point, which is left out.
  std::int64_t Join(unsigned whole, unsigned count) const {
    const Pair digits = both();
    const Pair before_point = ~Pair{0} >> (128 - 8 * whole);
    return JoinFirst((digits & before_point) | ((digits >> 8) & ~before_point), count);
  }
  std::int64_t Join(unsigned count) const { return JoinFirst(both(), count); }

 private:
  using Pair = unsigned __int128;

  Pair both() const { return Pair{second_} << 64 | first_; }
  static std::int64_t JoinFirst(Pair digits, unsigned count) {
    digits <<= 128 - 8 * count;
    const std::uint64_t high = JoinDigits(static_cast<std::uint64_t>(digits));
    return static_cast<std::int64_t>(high * 100000000u +
                                     JoinDigits(static_cast<std::uint64_t>(digits >> 64)));
  }

  std::uint64_t first_;
  std::uint64_t second_;
};

// Marks, of the 64 bytes at `p`, those that are no digits.
inline std::uint64_t MarkNonDigits64(const char* p) {
  std::uint64_t stops = 0;
  for (unsigned i = 0; i < 8; ++i) {
    const std::uint64_t values = DigitValues(Load8(p + 8 * i));
    stops |= std::uint64_t{GatherMarks(MarkNonDigits(values))} << (8 * i);
  }
  return stops;
}

#endif

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
