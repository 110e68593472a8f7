#include "core/table/header.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/table/day.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::string_view kBetweenParts = " / ";

// Longest first where one ends with another.
constexpr std::array<std::pair<std::string_view, Unit>, 37> kUnitWords = {
    {{"%", Unit::kPercent},      {"pct", Unit::kPercent},    {"万手", Unit::kWanLot},
     {"手", Unit::kLot},         {"百万元", Unit::kMillion}, {"百万份", Unit::kMillion},
     {"百万股", Unit::kMillion}, {"百万", Unit::kMillion},   {"人民币万元", Unit::kWan},
     {"万元", Unit::kWan},       {"万份", Unit::kWan},       {"万股", Unit::kWan},
     {"万", Unit::kWan},         {"人民币亿元", Unit::kYi},  {"亿元", Unit::kYi},
     {"亿份", Unit::kYi},        {"亿股", Unit::kYi},        {"亿", Unit::kYi},
     {"千元", Unit::kThousand},  {"千份", Unit::kThousand},  {"千股", Unit::kThousand},
     {"千", Unit::kThousand},    {"人民币元", Unit::kNone},  {"元/份", Unit::kNone},
     {"元", Unit::kNone},        {"份", Unit::kNone},        {"股", Unit::kNone},
     {"cny", Unit::kNone},       {"rmb", Unit::kNone},       {"million", Unit::kMillion},
     {"mn", Unit::kMillion},     {"lots", Unit::kLot},       {"‰", Unit::kPermille},
     {"bps", Unit::kBp},         {"bp", Unit::kBp},          {"基点", Unit::kBp},
     {"个基点", Unit::kBp}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets = {
    {{"【", "("}, {"】", ")"}, {"〔", "("}, {"〕", ")"}}};

std::optional<Unit> UnitOfWord(std::string_view word) {
  for (const auto& [text, unit] : kUnitWords) {
    if (word == text) return unit;
  }
  return {};
}

void SetUnit(HeaderMeaning& meaning, Unit unit) {
  meaning.unit = unit;
  meaning.has_unit = true;
}

// Reads a unit or a day; false if the text is neither.
bool TakeDetail(std::string_view text, HeaderMeaning& meaning) {
  text = Trim(text);
  if (const std::optional<Unit> unit = UnitOfWord(text)) {
    SetUnit(meaning, *unit);
    return true;
  }
  const DayCell day = ParseDay(text, DayOrder::kMonthFirst);
  if (day.state == DayState::kDay) meaning.day = day.date;
  return day.state == DayState::kDay;
}

// "流通A股 [交易日期] 最新 [单位] 股": square brackets name a setting, its value stands behind.
void TakeSettings(std::string& text, HeaderMeaning& meaning) {
  std::size_t open = text.find('[');
  const std::size_t first = open;
  while (open != std::string::npos) {
    const std::size_t close = text.find(']', open);
    if (close == std::string::npos) return;
    const std::size_t next = std::min(text.find('[', close), text.size());
    const std::string_view all = text;
    if (!TakeDetail(all.substr(open + 1, close - open - 1), meaning)) {
      TakeDetail(all.substr(close + 1, next - close - 1), meaning);
    }
    open = next < text.size() ? next : std::string::npos;
  }
  if (first == std::string::npos) return;
  // "[元]收盘价": nothing in front, so what is behind is the name.
  const std::string_view before = Trim(std::string_view(text).substr(0, first));
  const std::size_t close = text.find(']', first);
  text = before.empty() ? text.substr(close + 1) : std::string(before);
}

// "(万元)", "(2025-01-03)"; what else stands in brackets does not change a name, but 累计 does.
void TakeBrackets(std::string& text, HeaderMeaning& meaning) {
  bool counts_shares = false;
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(')) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) return;
    const std::string inside = text.substr(open + 1, close - open - 1);
    text.erase(open, close - open + 1);
    counts_shares = counts_shares || inside.ends_with("份");
    if (TakeDetail(inside, meaning)) continue;
    // "成交量(股/万股)", "净值(元,累计)": the first word that says something.
    if (inside.find("累计") != std::string::npos) text.insert(0, "累计");
  }
  // 规模 is money, but where it counts shares: 当前规模(万份).
  constexpr std::string_view kSize = "规模";
  if (counts_shares && Trim(text).ends_with(kSize)) {
    text.replace(text.rfind(kSize), kSize.size(), "份额");
  }
}

bool IsPartOfDay(char c) { return IsDigit(c) || c == '-' || c == '/' || c == '.'; }

// A day written at either end: "2025-01-03-单位净值", "单位净值_20250103", "1月3日" is none.
void TakeDay(std::string& text, HeaderMeaning& meaning) {
  const std::size_t from = text.find("20");
  if (from == std::string::npos || (from > 0 && IsDigit(text[from - 1]))) return;
  std::size_t to = from;
  while (to < text.size() && IsPartOfDay(text[to])) ++to;
  for (const std::string_view mark : {"年", "月", "日"}) {
    if (text.compare(to, mark.size(), mark) != 0) break;
    to += mark.size();
    while (to < text.size() && IsDigit(text[to])) ++to;
  }
  std::string_view day = std::string_view(text).substr(from, to - from);
  while (!day.empty() && !IsDigit(day.back()) && !day.ends_with("日")) day.remove_suffix(1);
  const DayCell cell = ParseDay(day, DayOrder::kMonthFirst);
  if (cell.state != DayState::kDay) return;
  meaning.day = cell.date;
  text.erase(from, to - from);
}

void EraseAll(std::string& text, std::string_view characters) {
  std::erase_if(text,
                [characters](char c) { return characters.find(c) != std::string_view::npos; });
}

// The names of one role, as "|name|name|".
struct Entry {
  Role role;
  bool weak;
  std::string_view names;
};

constexpr Entry kVocabulary[] = {
#define X(role, names) {Role::role, false, names},
#define W(role, names) {Role::role, true, names},
#include "core/table/header_tables.inc"
#undef W
#undef X
};

bool LookUp(std::string_view text, HeaderMeaning& meaning) {
  if (text.empty() || text.find('|') != std::string_view::npos) return false;
  const std::string name = std::string(text) + "|";
  for (const Entry& entry : kVocabulary) {
    std::size_t at = entry.names.find(name);
    while (at != std::string_view::npos && entry.names[at - 1] != '|') {
      at = entry.names.find(name, at + 1);
    }
    if (at == std::string_view::npos) continue;
    meaning.role = entry.role;
    meaning.weak = entry.weak;
    return true;
  }
  return false;
}

// "成交额/万元", "成交额万元", "份额:亿份".
void LookUpBeforeUnit(std::string_view text, HeaderMeaning& meaning) {
  for (const auto& [word, unit] : kUnitWords) {
    if (!text.ends_with(word) || text.size() == word.size()) continue;
    std::string_view rest = text.substr(0, text.size() - word.size());
    while (!rest.empty() && std::string_view("/:-").find(rest.back()) != std::string_view::npos) {
      rest.remove_suffix(1);
    }
    if (!LookUp(rest, meaning)) continue;
    SetUnit(meaning, unit);
    return;
  }
}

// "收盘Close": two languages that say the same.
void LookUpBoth(std::string_view text, HeaderMeaning& meaning) {
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (text.empty()) return;
  const auto turn = std::find_if(text.begin(), text.end(),
                                 [&](char c) { return is_wide(c) != is_wide(text.front()); });
  HeaderMeaning first;
  HeaderMeaning second;
  const auto length = static_cast<std::size_t>(turn - text.begin());
  if (!LookUp(text.substr(0, length), first) || !LookUp(text.substr(length), second)) return;
  // "成交金额Turnover": the English word alone may be a rate.
  const bool money = first.role == Role::kAmount && second.role == Role::kTurnover;
  if (first.role != second.role && !money) return;
  meaning.role = first.role;
  meaning.weak = first.weak;
}

HeaderMeaning ReadPart(std::string_view part) {
  HeaderMeaning meaning;
  std::string text = LowerAscii(NormaliseWidth(Trim(part)));
  for (const auto& [bracket, plain] : kBrackets) {
    for (std::size_t at = text.find(bracket); at != std::string::npos; at = text.find(bracket)) {
      text.replace(at, bracket.size(), plain);
    }
  }
  TakeSettings(text, meaning);
  TakeBrackets(text, meaning);
  TakeDay(text, meaning);
  if (Trim(text).ends_with('%')) SetUnit(meaning, Unit::kPercent);
  EraseAll(text, " \t\r\n_%\"'");
  while (!text.empty() && (text.front() == '-' || text.front() == ':')) text.erase(0, 1);
  while (!text.empty() && std::string_view("-:./").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  if (!LookUp(text, meaning)) LookUpBeforeUnit(text, meaning);
  if (!meaning.role) LookUpBoth(text, meaning);
  const bool lots = meaning.role == Role::kVolume && (text == "总手" || text == "总量");
  if (lots && !meaning.has_unit) meaning.unit = Unit::kLot;
  if (text.ends_with("pct")) SetUnit(meaning, Unit::kPercent);
  return meaning;
}

}  // namespace

HeaderMeaning ReadHeader(std::string_view header) {
  if (header.find(kBetweenParts) == std::string_view::npos) return ReadPart(header);
  HeaderMeaning meaning;
  for (std::size_t from = 0; from <= header.size();) {
    const std::size_t end = std::min(header.find(kBetweenParts, from), header.size());
    const HeaderMeaning part = ReadPart(header.substr(from, end - from));
    if (part.role) {
      meaning.role = part.role;
      meaning.weak = part.weak;
    }
    if (part.has_unit || part.unit != Unit::kNone) {
      meaning.unit = part.unit;
      meaning.has_unit = part.has_unit;
    }
    if (part.day != kMissingDate) meaning.day = part.day;
    from = end + kBetweenParts.size();
  }
  return meaning;
}

std::optional<Unit> FindUnitWord(std::string_view cell) {
  std::string text = LowerAscii(NormaliseWidth(Trim(cell)));
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
  }
  return UnitOfWord(text);
}

}  // namespace premiumlens
