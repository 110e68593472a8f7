#include "core/table/fund_code.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<std::string_view, 10> kFundPrefixes = {"50", "51", "52", "53", "55",
                                                            "56", "58", "15", "16", "18"};

}  // namespace

std::size_t FindSixDigits(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const std::size_t start = from;
    while (from < text.size() && IsDigit(text[from])) ++from;
    if (from - start == kCodeDigits) return start;
    if (from == start) ++from;
  }
  return std::string_view::npos;
}

bool IsListedFundCode(std::string_view digits) {
  return digits.size() == kCodeDigits && std::all_of(digits.begin(), digits.end(), IsDigit) &&
         std::find(kFundPrefixes.begin(), kFundPrefixes.end(), digits.substr(0, 2)) !=
             kFundPrefixes.end();
}

std::string NormaliseCode(std::string_view code) {
  const std::string normal = NormaliseWidth(code);
  const std::string_view trimmed = Trim(normal);
  const std::size_t at = FindSixDigits(trimmed);
  return std::string(at == trimmed.npos ? trimmed : trimmed.substr(at, kCodeDigits));
}

std::string FindCodeInText(std::string_view text) {
  for (std::size_t at = FindSixDigits(text); at != text.npos;
       at = FindSixDigits(text, at + kCodeDigits)) {
    const std::string_view digits = text.substr(at, kCodeDigits);
    if (IsListedFundCode(digits)) return std::string(digits);
  }
  return {};
}

}  // namespace premiumlens
