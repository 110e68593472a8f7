#include "core/table/market_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/table/fund_code.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

struct KnownIndex {
  std::string_view symbol;
  std::string_view currency;
  std::string_view names;
};

constexpr KnownIndex kKnown[] = {
#define X(symbol, currency, names) {symbol, currency, names},
#include "core/table/index_names.inc"
#undef X
};

struct CurrencyWord {
  std::string_view word;
  std::string_view currency;
};

// Longer words before those that they begin with.
constexpr CurrencyWord kCurrencies[] = {
    {"人民币", "CNY"},     {"cny", "CNY"},        {"cnh", "CNY"},        {"rmb", "CNY"},
    {"美元", "USD"},       {"usd", "USD"},        {"港元", "HKD"},       {"港币", "HKD"},
    {"hkd", "HKD"},        {"欧元", "EUR"},       {"eur", "EUR"},        {"日元", "JPY"},
    {"日圆", "JPY"},       {"jpy", "JPY"},        {"英镑", "GBP"},       {"gbp", "GBP"},
    {"韩元", "KRW"},       {"韩国元", "KRW"},     {"krw", "KRW"},        {"印度卢比", "INR"},
    {"inr", "INR"},        {"新加坡元", "SGD"},   {"新元", "SGD"},       {"sgd", "SGD"},
    {"澳大利亚元", "AUD"}, {"澳元", "AUD"},       {"aud", "AUD"},        {"加拿大元", "CAD"},
    {"加元", "CAD"},       {"cad", "CAD"},        {"瑞士法郎", "CHF"},   {"chf", "CHF"},
    {"新西兰元", "NZD"},   {"nzd", "NZD"},        {"新台币", "TWD"},     {"台币", "TWD"},
    {"twd", "TWD"},        {"泰铢", "THB"},       {"thb", "THB"},        {"马来西亚林吉特", "MYR"},
    {"林吉特", "MYR"},     {"myr", "MYR"},        {"俄罗斯卢布", "RUB"}, {"卢布", "RUB"},
    {"rub", "RUB"},        {"巴西雷亚尔", "BRL"}, {"雷亚尔", "BRL"},     {"brl", "BRL"},
    {"沙特里亚尔", "SAR"}, {"里亚尔", "SAR"},     {"sar", "SAR"},        {"阿联酋迪拉姆", "AED"},
    {"迪拉姆", "AED"},     {"aed", "AED"},        {"越南盾", "VND"},     {"vnd", "VND"},
    {"南非兰特", "ZAR"},   {"兰特", "ZAR"},       {"zar", "ZAR"},        {"土耳其里拉", "TRY"},
    {"墨西哥比索", "MXN"}, {"mxn", "MXN"},        {"瑞典克朗", "SEK"},   {"sek", "SEK"},
    {"挪威克朗", "NOK"},   {"nok", "NOK"},        {"丹麦克朗", "DKK"},   {"dkk", "DKK"},
    {"波兰兹罗提", "PLN"}, {"pln", "PLN"},        {"匈牙利福林", "HUF"}, {"huf", "HUF"},
};

// What may stand around an index's name in a header, a file's name or a title.
constexpr std::string_view kIndexFillers[] = {
    "historicaldata", "historical", "history", "历史数据", "历史行情", "历史", "行情",  "数据",
    "日线",           "日k线",      "日k",     "日行情",   "不复权",   "走势", "指数",  "指",
    "收盘价",         "收盘点位",   "收盘",    "点位",     "点数",     "点",   "index", "prices",
    "price",          "close",      "daily",   "data",     "level",    "日",   "每日",  "k线",
};

constexpr std::string_view kRateFillers[] = {
    "historicaldata",
    "historical",
    "history",
    "历史数据",
    "历史",
    "即期汇率",
    "汇率中间价",
    "中间价",
    "汇率",
    "收盘价",
    "收盘",
    "折算价",
    "参考价",
    "即期",
    "中国银行",
    "中行",
    "外汇",
    "每日",
    "exchange",
    "central",
    "parity",
    "middle",
    "close",
    "daily",
    "price",
    "fixing",
    "pboc",
    "rates",
    "rate",
    "spot",
    "mid",
    "raw",
    "data",
    "ecb",
    "boc",
    "fx",
    "100",
    "1",
    "兑",
    "对",
    "每",
    "per",
    "元",
    "日",
    "x",
    "d",
    "=",
};

// Words of a fund, and of what is no level.
constexpr std::string_view kFundWords[] = {"etf",  "lof",  "qdii",  "fund", "基金",
                                           "净值", "nav",  "iopv",  "溢价", "premium",
                                           "联接", "期货", "option"};

bool IsMark(char c) {
  return std::string_view(" _-^.$\"'()[]{}/\\,;:|#@!+*~").find(c) != std::string_view::npos;
}

std::string Plain(std::string_view text) { return LowerAscii(NormaliseWidth(text)); }

std::string WithoutMarks(std::string_view text) {
  std::string key;
  for (const char c : Plain(text)) {
    if (!IsMark(c)) key += c;
  }
  return key;
}

bool IsWord(std::string_view list, std::string_view key) {
  for (std::size_t at = list.find(key); at != list.npos; at = list.find(key, at + 1)) {
    if (at > 0 && list[at - 1] == '|' && list[at + key.size()] == '|') return true;
  }
  return false;
}

const KnownIndex* FindKnown(std::string_view key) {
  if (key.empty()) return nullptr;
  const auto found = std::find_if(std::begin(kKnown), std::end(kKnown),
                                  [key](const auto& known) { return IsWord(known.names, key); });
  return found == std::end(kKnown) ? nullptr : &*found;
}

// Takes one filler off either end; false if there is none, or nothing would be left.
bool Shorten(std::string& key) {
  for (const std::string_view filler : kIndexFillers) {
    if (key.size() <= filler.size()) continue;
    if (key.ends_with(filler)) {
      key.resize(key.size() - filler.size());
      return true;
    }
    if (key.starts_with(filler)) {
      key.erase(0, filler.size());
      return true;
    }
  }
  return false;
}

// Six digits, with what stands before and behind them.
bool IsIndexCode(std::string_view key) {
  if (key.size() >= 6 && key[0] == 'h' && FindSixDigits(key) == key.npos) {
    return std::all_of(key.begin() + 1, key.begin() + 6, IsDigit) &&
           (key.size() == 6 || key.substr(6) == "csi");
  }
  const std::size_t at = FindSixDigits(key);
  if (at == key.npos) return false;
  const std::string_view before = key.substr(0, at);
  const std::string_view code = key.substr(at, kCodeDigits);
  const std::string_view behind = key.substr(at + kCodeDigits);
  const bool csi = behind == "csi" || before == "csi";
  const bool shanghai = behind == "sh" || behind == "ss" || before == "sh";
  const bool shenzhen = behind == "sz" || before == "sz";
  if (!csi && !shanghai && !shenzhen && !(before.empty() && behind.empty())) return false;
  if (csi) return true;
  if (code.starts_with("399")) return !shanghai;
  if (code.starts_with("000")) return shanghai;
  return !shenzhen && (code.starts_with("93") || code.starts_with("95") || code.starts_with("98"));
}

std::string Upper(std::string_view key) {
  std::string text(key);
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::optional<IndexName> FindByKey(std::string key) {
  do {
    if (const KnownIndex* known = FindKnown(key)) {
      return IndexName{std::string(known->symbol), std::string(known->currency)};
    }
    if (IsIndexCode(key)) return IndexName{Upper(key), ""};
  } while (Shorten(key));
  return {};
}

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens(1);
  for (const char c : text) {
    if (!IsMark(c)) {
      tokens.back() += c;
    } else if (!tokens.back().empty()) {
      tokens.emplace_back();
    }
  }
  if (tokens.back().empty()) tokens.pop_back();
  return tokens;
}

// A file's name without its ending.
std::string_view StemOf(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == text.npos || text.size() - dot > 5) return text;
  const std::string ending = Plain(text.substr(dot + 1));
  constexpr std::string_view kEndings[] = {"csv",  "txt",  "tsv", "xls",
                                           "xlsx", "json", "htm", "html"};
  const bool known =
      std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
  return known ? text.substr(0, dot) : text;
}

bool IsFiller(std::string_view rest) {
  while (!rest.empty()) {
    const auto word = std::find_if(std::begin(kRateFillers), std::end(kRateFillers),
                                   [rest](std::string_view one) { return rest.starts_with(one); });
    if (word == std::end(kRateFillers)) return false;
    rest.remove_prefix(word->size());
  }
  return true;
}

}  // namespace

std::string MarketKey(std::string_view name) {
  std::string key = WithoutMarks(name);
  while (FindKnown(key) == nullptr && Shorten(key)) {
  }
  return key;
}

std::optional<IndexName> FindIndexName(std::string_view name) {
  return FindByKey(WithoutMarks(name));
}

bool IsIndexChangeName(std::string_view name) {
  constexpr std::string_view kChanges[] = {"涨跌幅",    "涨幅",   "涨跌", "收益率",
                                           "pctchange", "pctchg", "pct",  "change",
                                           "chg",       "return", "%"};
  std::string key = WithoutMarks(name);
  bool says_change = false;
  for (const std::string_view word : kChanges) {
    for (std::size_t at = key.find(word); at != key.npos; at = key.find(word)) {
      key.erase(at, word.size());
      says_change = true;
    }
  }
  constexpr std::string_view kGeneral[] = {"指数", "标的", "标的指数", "跟踪指数", "index"};
  const bool general =
      std::find(std::begin(kGeneral), std::end(kGeneral), key) != std::end(kGeneral);
  return FindByKey(std::move(key)).has_value() || (says_change && general);
}

std::optional<IndexName> FindIndexInText(std::string_view text) {
  const std::string plain = Plain(StemOf(text));
  const bool of_fund =
      std::any_of(std::begin(kFundWords), std::end(kFundWords),
                  [&plain](std::string_view word) { return plain.find(word) != plain.npos; });
  if (of_fund || !FindCodeInText(plain).empty()) return {};
  constexpr std::size_t kMostTokens = 5;
  const std::vector<std::string> tokens = Tokens(plain);
  for (std::size_t length = std::min(kMostTokens, tokens.size()); length > 0; --length) {
    for (std::size_t from = 0; from + length <= tokens.size(); ++from) {
      std::string key;
      for (std::size_t i = from; i < from + length; ++i) key += tokens[i];
      if (std::optional<IndexName> index = FindByKey(std::move(key))) return index;
    }
  }
  return {};
}

bool IsCentralParity(std::string_view name) {
  const std::string key = WithoutMarks(name);
  constexpr std::string_view kWords[] = {"中间价", "mid", "parity", "fixing", "pboc"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&key](std::string_view word) { return key.find(word) != key.npos; });
}

std::string RateSymbol(std::string_view currency) {
  return currency.empty() ? std::string() : std::string(currency) + "CNY";
}

std::optional<RateName> FindRateName(std::string_view name) {
  const std::string key = WithoutMarks(StemOf(name));
  std::vector<std::string_view> currencies;
  std::string rest;
  for (std::size_t at = 0; at < key.size();) {
    const auto word =
        std::find_if(std::begin(kCurrencies), std::end(kCurrencies), [&](const CurrencyWord& one) {
          return std::string_view(key).substr(at).starts_with(one.word);
        });
    if (word == std::end(kCurrencies)) {
      rest += key[at++];
      continue;
    }
    if (currencies.empty() || currencies.back() != word->currency) {
      currencies.push_back(word->currency);
    }
    at += word->word.size();
  }
  const auto yuan = std::find(currencies.begin(), currencies.end(), "CNY");
  const bool names_cny = yuan != currencies.end();
  // Yahoo's CNY=X is the dollar's, and so is the Federal Reserve's DEXCHUS.
  if (key == "cny=x" || key == "dexchus") return RateName{"USD", false, true};
  if (currencies.size() != (names_cny ? 2U : 1U) || !IsFiller(rest)) return {};
  const bool first = names_cny && yuan == currencies.begin();
  // 人民币对美元 7.1 is how the dollar's parity is spoken of; CNY/USD is 0.14.
  const bool spoken = key.find("人民币") != key.npos && name.find('/') == name.npos;
  return RateName{std::string(currencies[first ? 1 : 0]), first && !spoken, names_cny};
}

}  // namespace premiumlens
