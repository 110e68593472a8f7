#include "core/fund/read/fund_facts.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/missing.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

using Words = std::initializer_list<std::string_view>;

// A header as it is compared: in small letters, without blanks, underlines and units.
std::string KeyOf(std::string_view header) {
  std::string key = LowerAscii(NormaliseWidth(header));
  std::erase_if(key, [](char c) { return c == ' ' || c == '_' || c == '%' || c == '\n'; });
  const std::size_t bracket = key.find('(');
  return bracket == std::string::npos || bracket == 0 ? key : key.substr(0, bracket);
}

std::optional<std::size_t> FindHeader(const Table& table, Words words, ColumnType type) {
  for (const std::string_view word : words) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].type == type && KeyOf(table.columns[i].name) == word) return i;
    }
  }
  return {};
}

// As fractions, also where the column's unit was not told: a yearly fee of "0.6" is in percent, and
// no fund takes more than a few.
std::vector<double> Fees(const Table& table, std::optional<std::size_t> column) {
  if (!column) return {};
  constexpr double kLeastPercent = 0.03;
  std::vector<double> fees = ScaledNumbers(table, *column);
  const bool is_plain = table.meanings[*column].unit == Unit::kNone;
  const bool is_percent = is_plain && std::any_of(fees.begin(), fees.end(),
                                                  [](double fee) { return fee > kLeastPercent; });
  for (double& fee : fees) {
    if (is_percent) fee /= 100;
    if (!(fee >= 0 && fee <= kMostYearlyFee)) fee = kMissing;
  }
  return fees;
}

std::vector<double> AllFees(const Table& table) {
  constexpr ColumnType kNumber = ColumnType::kNumber;
  const auto whole = FindHeader(
      table, {"管托费", "管托费率", "管理费托管费", "综合费率", "总费率", "mtfee", "expenseratio"},
      kNumber);
  if (whole) return Fees(table, whole);
  const auto column = [&](Words words) { return Fees(table, FindHeader(table, words, kNumber)); };
  std::vector<double> fees = column({"管理费", "管理费率", "managementfee", "mfee"});
  const std::vector<double> custody = column({"托管费", "托管费率", "custodianfee", "cfee"});
  if (fees.empty() || custody.empty()) return {};
  for (std::size_t row = 0; row < fees.size(); ++row) fees[row] += custody[row];
  return fees;
}

bool IsNone(std::string_view cell) {
  constexpr std::string_view kNone[] = {"-", "--", "—", "无", "n/a", "N/A"};
  return cell.empty() || std::find(std::begin(kNone), std::end(kNone), cell) != std::end(kNone);
}

}  // namespace

std::vector<std::string> IndexNames(const Table& table, const std::vector<std::uint32_t>& rows,
                                    bool each) {
  const auto column =
      FindHeader(table,
                 {"跟踪指数", "跟踪标的", "标的指数", "相关标的", "标的指数名称", "跟踪指数名称",
                  "指数名称", "拟合指数", "indexname", "indexnm", "trackedindex", "trackingindex",
                  "underlyingindex", "underlying", "index"},
                 ColumnType::kText);
  std::vector<std::string> names;
  if (!column) return names;
  for (const std::uint32_t row : rows) {
    std::string name = CellText(table.columns[*column], row);
    const bool is_none = IsNone(name);
    if (is_none && !each) continue;
    names.push_back(is_none ? std::string() : std::move(name));
    if (!each) break;
  }
  return names;
}

std::vector<double> YearlyFees(const Table& table, const std::vector<std::uint32_t>& rows,
                               bool each) {
  const std::vector<double> all = AllFees(table);
  std::vector<double> fees;
  if (all.empty()) return fees;
  for (const std::uint32_t row : rows) {
    if (!each && IsMissing(all[row])) continue;
    fees.push_back(all[row]);
    if (!each) break;
  }
  return fees;
}

}  // namespace premiumlens
