#include "core/table/number.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/table/decimal.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<std::string_view, 46> kMissingWords = {
    "n/a",      "n/a%",       "na",     "nan",      "nan%",       "nat",      "null",   "none",
    "nil",      "#n/a",       "#na",    "<na>",     "#div/0!",    "#value!",  "#ref!",  "#name?",
    "#num!",    "\\n",        "停牌",   "会员",     "暂无",       "无",       "不适用", "暂无数据",
    "无数据",   "未公布",     "待公布", "数据缺失", "空",         "暂停交易", "未上市", "n.a.",
    "#n/a n/a", "未披露",     "未更新", "暂缺",     "缺失",       "待更新",   "休市",   "登录可见",
    "会员可见", "仅会员可见", "仅会员", "会员专享", "登录后可见", "vip"};

// "-", "--%", "——", "…", "...", ":---:" and the like: nothing but marks.
bool IsMarksOnly(std::string_view text) {
  bool dash = false;
  while (!text.empty()) {
    std::size_t size = 0;
    for (const std::string_view mark :
         {"-", ".", ":", "%", "—", "–", "…", "−", "－", "*", "/", "=", "+", "＊", "／"}) {
      if (text.starts_with(mark)) size = mark.size();
    }
    if (size == 0) return false;
    dash = dash || size > 1 || std::string_view("-*/=").find(text[0]) != std::string_view::npos ||
           text.starts_with("..");
    text.remove_prefix(size);
  }
  return dash;
}

struct Suffix {
  std::string_view text;
  int power;  // of ten
};

// Longest first, so that 万亿 is not read as 亿.
constexpr std::array<Suffix, 11> kSuffixes = {{{"万亿", 12},
                                               {"万手", 6},
                                               {"亿", 8},
                                               {"万", 4},
                                               {"手", 2},
                                               {"元", 0},
                                               {"股", 0},
                                               {"份", 0},
                                               {"K", 3},
                                               {"M", 6},
                                               {"B", 9}}};

constexpr std::string_view kPermille = "‰";
constexpr std::array<std::string_view, 6> kCurrencies = {"¥", "￥", "$", "CNY", "RMB", "人民币"};

// Takes one of the suffixes off, repeatedly (亿元), and returns the sum of their powers of ten.
int TakeSuffixes(std::string_view& text) {
  int power = 0;
  for (bool found = true; found;) {
    found = false;
    text = Trim(text);
    for (const Suffix& suffix : kSuffixes) {
      if (text.size() > suffix.text.size() && text.ends_with(suffix.text)) {
        text.remove_suffix(suffix.text.size());
        power += suffix.power;
        found = true;
        break;
      }
    }
  }
  return power;
}

// "1,234,567.89" → "1234567.89"; false where the commas are not thousands separators.
bool DropThousands(std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return true;
  const std::size_t integer_end = std::min(text.find('.'), text.size());
  if (comma == 0 || comma > 3 || integer_end < comma) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool expected = i < integer_end && i >= comma && (i - comma) % 4 == 0;
    if ((text[i] == ',') != expected) return false;
  }
  if ((integer_end - comma) % 4 != 0) return false;
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return true;
}

// "48 384 644" with blanks that keep a line together → "48,384,644".
std::string CommasForBlanks(std::string_view cell) {
  std::string text(cell);
  for (const std::string_view blank :
       {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
    for (std::size_t at = text.find(blank); at != std::string::npos;
         at = text.find(blank, at + 1)) {
      const std::size_t end = at + blank.size();
      const bool inside =
          at > 0 && end < text.size() && IsDigit(text[at - 1]) && IsDigit(text[end]);
      if (inside) text.replace(at, blank.size(), ",");
    }
  }
  return text;
}

// "1.512↑": the arrow tells where the price came from.
void TakeArrow(std::string_view& text) {
  for (const std::string_view arrow : {"↑", "↓", "▲", "▼", "→"}) {
    if (text.ends_with(arrow)) text = Trim(text.substr(0, text.size() - arrow.size()));
  }
}

bool TakeSign(std::string_view& text) {
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = Trim(text.substr(1, text.size() - 2));
    negative = true;
  } else if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text = Trim(text.substr(1));
  }
  for (const std::string_view currency : kCurrencies) {
    if (text.starts_with(currency)) text = Trim(text.substr(currency.size()));
  }
  return negative;
}

}  // namespace

bool IsMissingWord(std::string_view cell) {
  const std::string_view text = Trim(cell);
  if (text.empty()) return true;
  if (IsDigit(text.front())) return false;
  if (text == "." || IsMarksOnly(text)) return true;
  if (text.size() > 15) return false;
  const std::string word = LowerAscii(NormaliseWidth(text));
  return std::find(kMissingWords.begin(), kMissingWords.end(), word) != kMissingWords.end();
}

NumberCell ParseNumber(std::string_view cell) {
  NumberCell result;
  if (IsMissingWord(cell)) {
    result.state = CellState::kAbsent;
    return result;
  }
  const std::string normal = NormaliseWidth(CommasForBlanks(Trim(cell)));
  std::string_view text = Trim(normal);
  TakeArrow(text);
  const bool negative = TakeSign(text);
  const bool permille = text.ends_with(kPermille);
  result.percent = permille || text.ends_with('%');
  if (result.percent) text = Trim(text.substr(0, text.size() - (permille ? kPermille.size() : 1)));
  const int power = TakeSuffixes(text) - (permille ? 1 : 0);
  result.scaled = power > 0;
  std::string digits(text);
  if (!DropThousands(digits)) return result;
  if (power != 0) {
    // 2.01亿 is the double nearest to 201000000, which 2.01 × 1e8 is not.
    if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string::npos) {
      return result;
    }
    digits += "e" + std::to_string(power);
  }
  if (!ParseDecimal(digits, result.value)) return result;
  if (negative) result.value = -result.value;
  result.state = CellState::kValue;
  return result;
}

}  // namespace premiumlens
