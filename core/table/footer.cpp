#include "core/table/footer.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<std::string_view, 14> kTotals = {"合计",  "总计",   "小计",    "汇总",  "总和",
                                                      "平均",  "平均值", "均值",    "sum",   "mean",
                                                      "total", "totals", "average", "median"};

bool IsTotal(std::string_view cell) {
  const std::string normal = LowerAscii(NormaliseWidth(cell));
  std::string_view word = Trim(normal);
  if (word.ends_with(':')) word = Trim(word.substr(0, word.size() - 1));
  return std::find(kTotals.begin(), kTotals.end(), word) != kTotals.end();
}

bool HoldsColon(std::string_view cell) {
  return cell.find(':') != std::string_view::npos || cell.find("：") != std::string_view::npos;
}

}  // namespace

bool IsFooter(const LastRow& row) {
  if (row.first.empty() || !(row.refused || row.is_text)) return false;
  if (IsTotal(row.first)) return true;
  if (IsDigit(row.first.front())) return false;
  const bool sparse = row.filled == 1 || 3 * static_cast<double>(row.filled) <= row.usual;
  if (row.refused) return row.fitting == 0 || sparse;
  const bool unlike = row.holds_codes && !row.is_code;
  const bool unseparated = row.cells == 1 && row.columns > 1;
  return sparse && (unlike || unseparated || HoldsColon(row.first));
}

}  // namespace premiumlens
