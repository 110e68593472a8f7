#include "core/table/footer.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<std::string_view, 34> kTotals = {
    "合计",   "总计",   "小计",  "共计",    "汇总",    "总和",      "平均",
    "平均值", "均值",   "最大",  "最大值",  "最小",    "最小值",    "最高值",
    "最低值", "中位数", "中值",  "标准差",  "方差",    "加权平均",  "算术平均",
    "sum",    "mean",   "total", "totals",  "average", "median",    "max",
    "min",    "std",    "count", "maximum", "minimum", "grandtotal"};

// "合计：", "合计(12只)" and "Grand Total" are totals too.
bool IsTotal(std::string_view cell) {
  std::string word = LowerAscii(NormaliseWidth(cell));
  word.resize(std::min(word.find_first_of(":("), word.size()));
  std::erase(word, ' ');
  return std::find(kTotals.begin(), kTotals.end(), word) != kTotals.end();
}

bool HoldsColon(std::string_view cell) {
  return cell.find(':') != std::string_view::npos || cell.find("：") != std::string_view::npos;
}

// "12 rows in set", "12 条记录": a number and words, not separated.
bool SaysHowMany(const LastRow& row) {
  if (row.cells != 1 || row.columns < 2) return false;
  const std::string_view rest =
      Trim(row.first.substr(std::min(row.first.find_first_not_of("0123456789"), row.first.size())));
  return rest.starts_with("row") || rest.starts_with("条") || rest.starts_with("行");
}

}  // namespace

bool IsFooter(const LastRow& row) {
  if (row.first.empty() || !(row.refused || row.is_text)) return false;
  if (IsTotal(row.first)) return true;
  if (row.refused && row.first.starts_with('[')) return true;  // [242 rows x 8 columns]
  if (IsDigit(row.first.front()) && !SaysHowMany(row)) return false;
  const bool sparse = row.filled == 1 || 3 * static_cast<double>(row.filled) <= row.usual;
  if (row.refused) return row.fitting == 0 || sparse;
  const bool unlike = row.holds_codes && !row.is_code;
  const bool unseparated = row.cells == 1 && row.columns > 1;
  return sparse && (unlike || unseparated || HoldsColon(row.first));
}

}  // namespace premiumlens
