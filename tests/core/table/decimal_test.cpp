#include "core/table/decimal.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "core/table/text.h"
#include "core/table/text_buffer.h"

using namespace premiumlens;

namespace {

// The text as the reader of rows sees it: something behind it, which is no part of the number.
const char* Read(const std::string& text, double& value, const std::string& behind = ",9") {
  static std::string padded;
  padded = text + behind + std::string(kScanPadding, '7');
  const char* const end = ReadDecimal(padded.data(), value);
  return end == nullptr ? nullptr : text.data() + (end - padded.data());
}

std::uint64_t BitsOf(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

bool SameBits(double a, double b) { return BitsOf(a) == BitsOf(b); }

std::string RandomDigits(std::mt19937_64& random, std::size_t most) {
  std::string digits;
  for (std::size_t n = random() % most + 1; n > 0; --n) {
    digits += static_cast<char>('0' + random() % 10);
  }
  return digits;
}

}  // namespace

// strtod rounds correctly, and so must we: a million numbers of every length, the bits compared.
TEST_CASE("a million seeded decimals are the nearest doubles") {
  std::mt19937_64 random(20261121);
  std::size_t wrong = 0;
  std::string first_wrong;
  for (int i = 0; i < 1'000'000; ++i) {
    const std::size_t most = i % 4 == 0 ? 24 : 10;
    std::string text = random() % 4 == 0 ? "-" : "";
    text += RandomDigits(random, most);
    if (random() % 4 != 0) text += '.';
    if (text.back() == '.' && random() % 16 != 0) text += RandomDigits(random, most);
    double value = 0;
    const char* const end = Read(text, value);
    const bool right =
        end == text.data() + text.size() && SameBits(value, std::strtod(text.c_str(), nullptr));
    if (!right && wrong++ == 0) first_wrong = text;
  }
  INFO(first_wrong);
  CHECK(wrong == 0);
}

// Rows of every kind of cell, at every place of the 64 bytes that are looked at together: what is
// taken is what ReadDecimal reads, and what is not taken can be read from where it stands.
TEST_CASE("cells taken one after the other are the cells read one by one") {
  std::mt19937_64 random(64);
  std::size_t taken = 0;
  for (int i = 0; i < 100'000; ++i) {
    std::string row(random() % 3, '7');
    const std::size_t first = row.size();
    while (row.size() < 140) {
      const bool quoted = random() % 4 == 0;
      if (quoted) row += '"';
      if (random() % 4 == 0) row += '-';
      row += RandomDigits(random, random() % 8 == 0 ? 24 : 10);
      if (random() % 2 == 0) row += '.';
      if (random() % 2 == 0) row += RandomDigits(random, 8);
      if (quoted && random() % 16 != 0) row += '"';
      row += random() % 32 == 0 ? ".x" : ",";
    }
    row.append(kScanPadding, '.');
    DecimalCells cells(row.data() + first);
    for (double value = 0; cells.place() < row.data() + 140;) {
      const char* const place = cells.place();
      if (!cells.Take(value)) {
        REQUIRE(cells.place() == place);
        cells.MoveTo(place + 1);
        continue;
      }
      double expected = 0;
      const bool quoted = *place == '"';
      const char* end = ReadDecimal(place + (quoted ? 1 : 0), expected);
      REQUIRE(end != nullptr);
      if (quoted) ++end;
      if (cells.place() != end) {  // cut where the 64 bytes end, and no cell ends there
        REQUIRE((*cells.place() == '.' || IsDigit(*cells.place())));
        break;
      }
      REQUIRE(SameBits(value, expected));
      if (quoted) REQUIRE(end[-1] == '"');
      ++taken;
      cells.Pass();
    }
  }
  CHECK(taken > 500'000);
}

TEST_CASE("every number of digits before and behind the point") {
  for (std::size_t whole = 1; whole <= 40; ++whole) {
    for (std::size_t decimals = 0; decimals <= 40; ++decimals) {
      std::string text = std::string("98765432109876543210").substr(0, whole);
      text.resize(whole, '5');
      if (decimals > 0) text += '.' + std::string(decimals - 1, '0') + '7';
      double value = 0;
      INFO(text);
      REQUIRE(Read(text, value) == text.data() + text.size());
      REQUIRE(SameBits(value, std::strtod(text.c_str(), nullptr)));
    }
  }
}

TEST_CASE("halfway cases around the largest exact mantissa") {
  for (const char* text :
       {"9007199254740991", "9007199254740992", "9007199254740993", "9007199254740995",
        "900719925474099.3", "0.9007199254740993", "9007199254740993.0", "4503599627370497.5",
        "-9007199254740993", "18446744073709551615", "18446744073709551616", "0.1", "-0", "0"}) {
    double value = 1;
    INFO(text);
    const std::string copy = text;
    REQUIRE(Read(copy, value) == copy.data() + copy.size());
    CHECK(SameBits(value, std::strtod(text, nullptr)));
  }
}

TEST_CASE("what is no plain decimal is left to others") {
  double value = 42;
  for (const std::string text : {"", "-", ".5", "+1", "x", "--1", "-.5"}) {
    INFO(text);
    CHECK(Read(text, value, ",") == nullptr);
  }
  const std::string exponent = "1.5e3";
  CHECK(Read(exponent, value) == exponent.data() + 3);
  CHECK(value == 1.5);
  const std::string huge(400, '9');
  CHECK(Read(huge, value) == nullptr);
}

TEST_CASE("seeded decimals with exponents are the nearest doubles") {
  std::mt19937_64 random(7);
  std::size_t wrong = 0;
  std::string first_wrong;
  for (int i = 0; i < 200'000; ++i) {
    std::string text = RandomDigits(random, i % 8 == 0 ? 30 : 18);
    if (random() % 2 == 0) text += "." + RandomDigits(random, 18);
    if (random() % 4 != 0) {
      text += random() % 2 == 0 ? "e-" : "E";
      text += std::to_string(random() % (i % 16 == 0 ? 330 : 30));
    }
    const double expected = std::strtod(text.c_str(), nullptr);
    double value = 0;
    const bool read = ParseDecimal(text, value);
    const bool right = std::isinf(expected) ? !read : read && SameBits(value, expected);
    if (!right && wrong++ == 0) first_wrong = text;
  }
  INFO(first_wrong);
  CHECK(wrong == 0);
}

TEST_CASE("the decimals of other programs, to the last bit") {
  for (const char* text : {"1.7445000000000002", "0.30000000000000004", "123456789.12345679",
                           "2.220446049250313e-16", "1.5e-05", "5e-324", "2.2250738585072014e-308",
                           "1.7976931348623157e308", "9007199254740993", "0.000001", "5.", ".5"}) {
    double value = 0;
    INFO(text);
    REQUIRE(ParseDecimal(text, value));
    CHECK(SameBits(value, std::strtod(text, nullptr)));
  }
  double value = 0;
  for (const char* text :
       {"", ".", "e5", "1e", "1e+", "1.5x", "+1", "-1", "1e999", "inf", "0x10"}) {
    INFO(text);
    CHECK_FALSE(ParseDecimal(text, value));
  }
}
