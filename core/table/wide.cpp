#include "core/table/wide.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/table/fund_code.h"
#include "core/table/header.h"
#include "core/table/market.h"
#include "core/table/text.h"
#include "core/table/title.h"

namespace premiumlens {
namespace {

constexpr std::string_view kCodeCharacters =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

// What a header says about a fund, and of which role its numbers are.
struct WideHeader {
  std::string fund;  // empty if it names none
  std::optional<Role> role;
  Unit unit = Unit::kNone;
};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where a code of six digits stands in `text`, with an exchange's letters: 513100.SH, sh513100.
struct Span {
  std::size_t from = 0, to = 0;
  bool empty() const { return from == to; }
};

Span FindCode(std::string_view text) {
  const std::size_t at = FindSixDigits(text);
  if (at == text.npos) return {};
  Span code{at, at + kCodeDigits};
  const auto is_exchange = [&text](std::size_t place) {
    const std::string word = LowerAscii(text.substr(place, 2));
    return word == "sh" || word == "sz" || word == "of";
  };
  if (code.to + 2 < text.size() && text[code.to] == '.' && is_exchange(code.to + 1)) code.to += 3;
  if (at >= 2 && is_exchange(at - 2) && (at == 2 || !IsLetter(text[at - 3]))) code.from = at - 2;
  return code;
}

// What a table may give of many funds, day by day.
bool IsMeasure(Role role) {
  switch (role) {
    case Role::kDate:
    case Role::kTime:
    case Role::kCode:
    case Role::kName:
    case Role::kIndex:
    case Role::kFx:
    case Role::kFee:
    case Role::kPurchaseStatus:
    case Role::kPurchaseLimit:
    case Role::kOther:
      return false;
    default:
      return true;
  }
}

// "Close / SPY" and "SPY / Close": one part is a role, the others name the fund.
WideHeader ReadParts(std::string_view name) {
  constexpr std::string_view kBetween = " / ";
  WideHeader header;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t end = std::min(name.find(kBetween, from), name.size());
    const std::string_view part = name.substr(from, end - from);
    const HeaderMeaning meaning = ReadHeader(part);
    if (meaning.role && !header.role) {
      header.role = meaning.role;
      header.unit = meaning.unit;
    } else if (!meaning.role || !IsMeasure(*meaning.role)) {  // not "close / 收盘价"
      header.fund += (header.fund.empty() ? "" : " ") + std::string(part);
    }
    from = end + kBetween.size();
  }
  return header;
}

// "513100.SH 收盘价", "close_513100", "收盘价(513100)", "纳指ETF:收盘价".
WideHeader ReadBesideCode(std::string_view name) {
  const Span code = FindCode(name);
  if (code.empty()) return {};
  std::string rest(name.substr(0, code.from));
  rest += name.substr(code.to);
  HeaderMeaning meaning = ReadHeader(rest);
  if (!meaning.role) {
    for (char& c : rest) {
      if (std::string_view(":/_-|").find(c) != std::string_view::npos) c = ' ';
    }
    meaning = ReadHeader(rest);
  }
  return {std::string(name.substr(code.from, code.to - code.from)), meaning.role, meaning.unit};
}

// "国泰纳指ETF收盘价": a fund's name, told by its kind, before a measure.
WideHeader ReadBehindName(std::string_view name) {
  for (const std::string_view kind : {"ETF", "LOF", "QDII", "基金"}) {
    const std::size_t at = name.rfind(kind);
    if (at == std::string_view::npos || at == 0) continue;
    const std::size_t end = at + kind.size();
    const HeaderMeaning meaning = ReadHeader(name.substr(end));
    if (meaning.role) return {std::string(name.substr(0, end)), meaning.role, meaning.unit};
  }
  return {};
}

WideHeader ReadWideHeader(const Column& column) {
  const std::string name = NormaliseWidth(column.name);
  if (name.find(" / ") != std::string::npos) return ReadParts(name);
  if (WideHeader header = ReadBesideCode(name); !header.fund.empty()) return header;
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return ReadBehindName(name);
  const HeaderMeaning meaning = ReadHeader(std::string_view(name).substr(colon + 1));
  if (!meaning.role) return {};
  return {std::string(Trim(std::string_view(name).substr(0, colon))), meaning.role, meaning.unit};
}

// The role a word of a file's name or a title names: "etf_nav.csv", "基金单位净值 2024".
std::optional<Role> RoleInText(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  std::string words = LowerAscii(NormaliseWidth(text.substr(0, dot)));
  for (char& c : words) {
    if (std::string_view("_-()[]./,;:|").find(c) != std::string_view::npos) c = ' ';
  }
  // Changes of a measure are not the measure.
  for (const std::string_view change : {"pct", "change", "return", "涨跌", "收益", "增长"}) {
    if (words.find(change) != std::string::npos) return {};
  }
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t end = std::min(words.find(' ', from), words.size());
    const std::string_view word = std::string_view(words).substr(from, end - from);
    std::optional<Role> role = ReadHeader(word).role;
    if (!role && word.ends_with('s')) role = ReadHeader(word.substr(0, word.size() - 1)).role;
    if (role && IsMeasure(*role)) return role;
    from = end + 1;
  }
  constexpr std::array<std::string_view, 6> kWords = {"累计净值", "净值",   "收盘",
                                                      "价格",     "溢价率", "成交额"};
  for (const std::string_view word : kWords) {
    if (words.find(word) != std::string::npos) return ReadHeader(word).role;
  }
  return {};
}

std::optional<Role> RoleOfAll(const Table& table, const std::vector<Meaning>& meanings,
                              const Corrections& corrections) {
  if (corrections.wide_role) return corrections.wide_role;
  for (const std::string& text : {table.file, table.title}) {
    if (const std::optional<Role> role = RoleInText(text)) return role;
  }
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (meanings[i].role != Role::kDate) continue;
    const std::string name = LowerAscii(table.columns[i].name);
    const bool nav =
        name.find("nav") != std::string::npos || name.find("净值") != std::string::npos;
    if (nav) return Role::kNav;
  }
  return {};
}

bool IsFree(const Column& column, const Meaning& meaning) {
  return column.type == ColumnType::kNumber && meaning.reason == MeaningReason::kNotRecognised &&
         !column.name.starts_with('#');
}

bool HasPriceOrValue(const std::vector<Meaning>& meanings) {
  return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
    return meaning.role == Role::kPrice || IsValue(meaning.role);
  });
}

// Funds with days of their own beside them, which are not the days of the rows.
std::set<std::string> Misdated(const Table& table, const std::vector<Meaning>& meanings) {
  std::set<std::string> funds;
  const auto main = std::find_if(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
    return meaning.role == Role::kDate;
  });
  if (main == meanings.end()) return funds;
  const Column& days = table.columns[static_cast<std::size_t>(main - meanings.begin())];
  for (std::size_t i = 0; i + 1 < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.type != ColumnType::kDate || days.type != ColumnType::kDate) continue;
    if (ReadHeader(column.name).role != Role::kDate) continue;
    // "日期, 513100 收盘价, 日期, 513500 收盘价": days stand before their fund.
    WideHeader header = ReadWideHeader(column);
    if (header.fund.empty()) header = ReadWideHeader(table.columns[i + 1]);
    if (header.fund.empty()) continue;
    for (std::size_t row = 0; row < table.rows; ++row) {
      const bool differs = column.dates[row] != days.dates[row];
      if (differs && column.dates[row] != kMissingDate) funds.insert(header.fund);
    }
  }
  return funds;
}

// A fund and a role in each of two or more headers.
bool TakePairs(const Table& table, std::vector<Meaning>& meanings) {
  std::vector<WideHeader> headers(table.columns.size());
  std::map<Role, std::set<std::string>> funds;  // by role
  const std::set<std::string> misdated = Misdated(table, meanings);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    headers[i] = ReadWideHeader(table.columns[i]);
    WideHeader& header = headers[i];
    if (header.fund.empty() || !header.role || !IsMeasure(*header.role) ||
        misdated.contains(header.fund)) {
      header = {};
      continue;
    }
    funds[*header.role].insert(header.fund);
  }
  // Groups of columns ("行情 / 收盘价", "份额 / 场内份额") are no funds: a fund has what others
  // have, or a code of its own.
  const bool compared = std::any_of(funds.begin(), funds.end(),
                                    [](const auto& one) { return one.second.size() > 1; });
  const bool coded =
      funds.size() > 1 && std::all_of(funds.begin(), funds.end(), [](auto& one) {
        return one.second.begin()->find_first_of(kCodeCharacters) != std::string::npos;
      });
  if (!compared && !coded) return false;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (headers[i].fund.empty()) continue;
    meanings[i].fund = headers[i].fund;
    if (meanings[i].reason == MeaningReason::kCorrected) continue;
    const bool percent = table.columns[i].percent_cells > 0;
    meanings[i].role = *headers[i].role;
    meanings[i].unit = percent ? Unit::kPercent : headers[i].unit;
    meanings[i].reason = MeaningReason::kHeader;
  }
  return true;
}

// Headers that name funds only.
void TakeFunds(const Table& table, const Corrections& corrections, std::vector<Meaning>& meanings) {
  const bool coded_rows = std::any_of(meanings.begin(), meanings.end(),
                                      [](const Meaning& one) { return one.role == Role::kCode; });
  if (coded_rows || HasPriceOrValue(meanings)) return;
  std::size_t free = 0;
  std::size_t coded = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!IsFree(table.columns[i], meanings[i])) continue;
    ++free;
    coded += FindCode(table.columns[i].name).empty() ? 0 : 1;
  }
  const std::optional<Role> role = RoleOfAll(table, meanings, corrections);
  if (free < 2 || (coded < 2 && !role)) return;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!IsFree(table.columns[i], meanings[i])) continue;
    meanings[i].fund = table.columns[i].name;
    if (!role) continue;
    meanings[i].role = *role;
    meanings[i].reason = corrections.wide_role ? MeaningReason::kCorrected : MeaningReason::kFile;
  }
}

}  // namespace

void RecogniseWide(const Table& table, const Corrections& corrections,
                   std::vector<Meaning>& meanings) {
  const bool dated = std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
    return meaning.role == Role::kDate;
  });
  if (!dated || TakePairs(table, meanings)) return;
  TakeFunds(table, corrections, meanings);
}

std::optional<Role> WideRole(const Table& table) {
  std::optional<Role> shared;
  for (const Meaning& meaning : table.meanings) {
    if (meaning.fund.empty()) continue;
    if (shared && *shared != meaning.role) return {};
    shared = meaning.role;
  }
  return shared;
}

std::vector<Meaning> RecogniseTable(const Table& table, const Corrections& corrections) {
  std::vector<Meaning> meanings = Recognise(table.columns, corrections);
  TakeUnitOfTitle(table, meanings);
  RecogniseWide(table, corrections, meanings);
  RecogniseMarket(table, meanings);
  return meanings;
}

}  // namespace premiumlens
