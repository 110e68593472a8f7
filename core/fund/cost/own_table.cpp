#include "core/fund/cost/own_table.h"

#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/table/fund_code.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

using Words = std::initializer_list<std::string_view>;

// The first column whose header holds one of the words, tried in their order.
std::optional<std::size_t> FindWords(const Table& table, Words words) {
  for (const std::string_view word : words) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (LowerAscii(table.columns[i].name).find(word) != std::string::npos) return i;
    }
  }
  return {};
}

std::vector<double> Numbers(const Table& table, std::optional<std::size_t> column) {
  if (!column) return std::vector<double>(table.rows, kMissing);
  return ScaledNumbers(table, *column);
}

// Money as written: a column of fees may have been taken for one of rates.
std::vector<double> Money(const Table& table, std::optional<std::size_t> column) {
  const bool plain = column && table.columns[*column].type == ColumnType::kNumber;
  return plain ? table.columns[*column].numbers : Numbers(table, column);
}

std::string TextAt(const Table& table, std::optional<std::size_t> column, std::size_t row) {
  return column ? CellText(table.columns[*column], row) : std::string();
}

std::int64_t RowOf(const Table& table, std::size_t row) {
  return row < table.source_rows.size() ? table.source_rows[row]
                                        : static_cast<std::int64_t>(row) + 1;
}

bool HasHeader(const Table& table) {
  return !table.columns.empty() && table.columns[0].name.substr(0, 1) != "#";
}

// A code that lost its leading zeros or came as a number, and one with its market.
std::string CodeOf(const std::string& text) { return text.empty() ? text : NormaliseCode(text); }

struct FillColumns {
  std::optional<std::size_t> side;
  std::optional<std::size_t> shares;
  std::optional<std::size_t> price;
  std::optional<std::size_t> fee;
};

FillColumns FillColumnsByName(const Table& table) {
  return {
      .side = FindWords(
          table, {"买卖", "買賣", "方向", "操作", "业务", "side", "action", "direction", "type"}),
      .shares = FindWords(
          table, {"成交数量", "数量", "份额", "股数", "shares", "quantity", "qty", "volume"}),
      .price = FindWords(table, {"成交价", "均价", "价格", "price"}),
      .fee = FindWords(table, {"费用", "手续费", "佣金", "fee", "commission"}),
  };
}

// Without a header: the side is the column that reads as one, and of the numbers behind it the
// first are the shares, the price and the fee.
FillColumns FillColumnsByPlace(const Table& table, std::optional<std::size_t> date) {
  FillColumns found;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i == date) continue;
    if (!found.side && table.rows > 0 && FindSide(CellText(table.columns[i], 0))) {
      found.side = i;
    } else if (table.columns[i].type != ColumnType::kNumber) {
      continue;
    } else if (!found.shares) {
      found.shares = i;
    } else if (!found.price) {
      found.price = i;
    } else if (!found.fee) {
      found.fee = i;
    }
  }
  return found;
}

}  // namespace

std::vector<Fill> ReadFills(const Table& table) {
  std::optional<std::size_t> date = FindRole(table, Role::kDate);
  if (!date) date = FindWords(table, {"成交日期", "日期", "date"});
  const auto [side, shares, price, fee] =
      HasHeader(table) ? FillColumnsByName(table) : FillColumnsByPlace(table, date);
  std::optional<std::size_t> code = FindRole(table, Role::kCode);
  if (!code) code = FindWords(table, {"证券代码", "代码", "code", "symbol", "ticker"});
  const std::vector<Date> days =
      date ? Days(table, *date) : std::vector<Date>(table.rows, kMissingDate);
  const std::vector<double> count = Numbers(table, shares);
  const std::vector<double> prices = Numbers(table, price);
  const std::vector<double> fees = Money(table, fee);
  std::vector<Fill> fills;
  for (std::size_t row = 0; row < table.rows; ++row) {
    Fill fill{.row = RowOf(table, row), .date = days[row], .price_cny = prices[row]};
    if (side) {
      fill.side = FindSide(TextAt(table, side, row));
    } else {
      fill.side = count[row] < 0 ? Side::kSell : Side::kBuy;
    }
    const bool contradicts = side && fill.side == Side::kBuy && count[row] < 0;
    fill.shares = contradicts ? count[row] : std::fabs(count[row]);
    if (!IsMissing(fees[row])) fill.fee_cny = std::fabs(fees[row]);
    fill.fund = CodeOf(TextAt(table, code, row));
    fills.push_back(fill);
  }
  return fills;
}

std::vector<Position> ReadPositions(const Table& table) {
  std::optional<std::size_t> code = FindRole(table, Role::kCode);
  if (!code) code = FindWords(table, {"代码", "code", "symbol", "基金"});
  const auto name = FindWords(table, {"名称", "简称", "name"});
  auto amount = FindWords(table, {"金额", "市值", "amount", "market value", "value"});
  const auto shares =
      FindWords(table, {"数量", "份额", "股数", "余额", "shares", "quantity", "qty"});
  const auto price = FindWords(table, {"现价", "最新价", "市价", "价格", "price"});
  const auto premium = FindWords(table, {"溢价", "premium"});
  const auto region = FindWords(table, {"地区", "市场", "region"});
  if (!HasHeader(table)) {
    if (!code && !name && !table.columns.empty()) code = 0;
    if (!amount && !shares && table.columns.size() > 1) amount = table.columns.size() - 1;
  }
  const std::vector<double> amounts = Numbers(table, amount);
  const std::vector<double> count = Numbers(table, shares);
  const std::vector<double> prices = Numbers(table, price);
  const std::vector<double> premiums = Numbers(table, premium);
  std::vector<Position> positions;
  for (std::size_t row = 0; row < table.rows; ++row) {
    Position position{.row = RowOf(table, row)};
    position.code = CodeOf(TextAt(table, code, row));
    position.name = TextAt(table, name, row);
    position.amount_cny = amounts[row];
    position.shares = count[row];
    position.price_cny = prices[row];
    position.premium_fraction = premiums[row];
    if (region) position.region = FindRegion(LowerAscii(TextAt(table, region, row)));
    positions.push_back(std::move(position));
  }
  return positions;
}

}  // namespace premiumlens
