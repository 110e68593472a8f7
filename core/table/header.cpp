#include "core/table/header.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<std::pair<std::string_view, Unit>, 11> kUnitWords = {{{"%", Unit::kPercent},
                                                                           {"万手", Unit::kWanLot},
                                                                           {"手", Unit::kLot},
                                                                           {"万元", Unit::kWan},
                                                                           {"万份", Unit::kWan},
                                                                           {"万股", Unit::kWan},
                                                                           {"万", Unit::kWan},
                                                                           {"亿元", Unit::kYi},
                                                                           {"亿份", Unit::kYi},
                                                                           {"亿股", Unit::kYi},
                                                                           {"亿", Unit::kYi}}};

// Takes "(万元)" or "[万元]" out of `text` and returns what was inside; empty if there is none.
std::string TakeBracketed(std::string& text) {
  const std::size_t open = text.find_first_of("([");
  if (open == std::string::npos) return {};
  const std::size_t close = text.find_first_of(")]", open);
  if (close == std::string::npos) return {};
  std::string inside(Trim(std::string_view(text).substr(open + 1, close - open - 1)));
  text.erase(open, close - open + 1);
  return inside;
}

std::optional<Unit> FindUnitWord(std::string_view word) {
  for (const auto& [text, unit] : kUnitWords) {
    if (word == text) return unit;
  }
  return {};
}

void EraseAll(std::string& text, std::string_view characters) {
  std::size_t kept = 0;
  for (const char c : text) {
    if (characters.find(c) == std::string_view::npos) text[kept++] = c;
  }
  text.resize(kept);
}

using Vocabulary = std::unordered_map<std::string_view, Role>;

void AddKeys(Vocabulary& vocabulary, Role role, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) vocabulary.emplace(key, role);
}

const Vocabulary& HeaderVocabulary() {
  static const Vocabulary vocabulary = [] {
    Vocabulary made;
#define X(role, ...) AddKeys(made, Role::role, {__VA_ARGS__});
#include "core/table/header_tables.inc"
#undef X
    return made;
  }();
  return vocabulary;
}

}  // namespace

HeaderMeaning ReadHeader(std::string_view header) {
  HeaderMeaning meaning;
  std::string text = LowerAscii(NormaliseWidth(Trim(header)));
  for (std::string inside = TakeBracketed(text); !inside.empty(); inside = TakeBracketed(text)) {
    meaning.unit = FindUnitWord(inside).value_or(meaning.unit);
  }
  if (text.ends_with('%')) meaning.unit = Unit::kPercent;
  EraseAll(text, " \t_%\"'");
  const auto found = HeaderVocabulary().find(text);
  if (found != HeaderVocabulary().end()) meaning.role = found->second;
  if (meaning.role == Role::kVolume && text == "总手") meaning.unit = Unit::kLot;
  if (text.ends_with("pct")) meaning.unit = Unit::kPercent;
  return meaning;
}

}  // namespace premiumlens
