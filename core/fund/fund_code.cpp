#include "core/fund/fund_code.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kDigits = 6;
constexpr std::array<std::string_view, 10> kFundPrefixes = {"50", "51", "52", "53", "55",
                                                            "56", "58", "15", "16", "18"};

// The next run of exactly six digits from `from` on; empty if there is none.
std::string_view NextSixDigits(std::string_view text, std::size_t& from) {
  while (from < text.size()) {
    if (!IsDigit(text[from])) {
      ++from;
      continue;
    }
    const std::size_t start = from;
    while (from < text.size() && IsDigit(text[from])) ++from;
    if (from - start == kDigits) return text.substr(start, kDigits);
  }
  return {};
}

}  // namespace

bool IsListedFundCode(std::string_view digits) {
  return digits.size() == kDigits && std::all_of(digits.begin(), digits.end(), IsDigit) &&
         std::find(kFundPrefixes.begin(), kFundPrefixes.end(), digits.substr(0, 2)) !=
             kFundPrefixes.end();
}

std::string NormaliseCode(std::string_view code) {
  const std::string normal = NormaliseWidth(code);
  const std::string_view trimmed = Trim(normal);
  std::size_t from = 0;
  const std::string_view digits = NextSixDigits(trimmed, from);
  return std::string(digits.empty() ? trimmed : digits);
}

std::string FindCodeInText(std::string_view text) {
  std::size_t from = 0;
  for (std::string_view digits = NextSixDigits(text, from); !digits.empty();
       digits = NextSixDigits(text, from)) {
    if (IsListedFundCode(digits)) return std::string(digits);
  }
  return {};
}

}  // namespace premiumlens
