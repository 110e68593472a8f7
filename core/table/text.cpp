#include "core/table/text.h"

#include <array>

namespace premiumlens {
namespace {

// Multi-byte blanks.
constexpr std::array<std::string_view, 6> kBlanks = {
    "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\xAF"};

bool IsAsciiBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t BlankAtStart(std::string_view text) {
  if (IsAsciiBlank(text.front())) return 1;
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t BlankAtEnd(std::string_view text) {
  if (IsAsciiBlank(text.back())) return 1;
  for (const std::string_view blank : kBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t blank = BlankAtStart(text);
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  while (!text.empty()) {
    const std::size_t blank = BlankAtEnd(text);
    if (blank == 0) break;
    text.remove_suffix(blank);
  }
  return text;
}

std::string NormaliseWidth(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    if (i + 2 < text.size() && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
      // U+FF01…U+FF5E are EF BC 81 … EF BD 9E: the ASCII code is U+FFxx - 0xFF00 + 0x20.
      const unsigned point = 0xF000u + ((byte(1) & 0x3Fu) << 6) + (byte(2) & 0x3Fu);
      if (point >= 0xFF01u && point <= 0xFF5Eu) {
        out += static_cast<char>(point - 0xFF00u + 0x20u);
        i += 3;
        continue;
      }
    }
    if (text.substr(i).starts_with("\xE3\x80\x80") || text.substr(i).starts_with("\xC2\xA0")) {
      out += ' ';
      i += byte(0) == 0xE3 ? 3 : 2;
    } else if (text.substr(i).starts_with("\xE2\x88\x92")) {
      out += '-';
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string LowerAscii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string Quote(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool IsDecimalFraction(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == 0 || point >= text.size() - 1) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != point && !IsDigit(text[i])) return false;
  }
  return true;
}

}  // namespace premiumlens
