// What people paste of themselves: their fills and their positions, as rows of a small table.
//
// Columns are found by the words of their headers, in Chinese or English (日期, 方向, 数量, 价格,
// 费用; date, side, shares, price, fee …; 代码, 名称, 金额, 溢价率, 地区; code, name, amount,
// premium, region). A table of positions without a header is read as a code or name, then an
// amount; one of fills by its date, the word that tells a side, and the numbers in the order
// shares, price, fee. Every row comes out, whatever is missing in it: what cannot be used is for
// the analysis to say.

#ifndef PREMIUMLENS_CORE_FUND_COST_OWN_TABLE_H_
#define PREMIUMLENS_CORE_FUND_COST_OWN_TABLE_H_

#include <vector>

#include "core/fund/cost/positions.h"
#include "core/fund/cost/trade.h"
#include "core/table/table.h"

namespace premiumlens {

// Without a column for the side, shares below zero are a sale. Where the side is told, those of a
// sale and fees count by their size; those of a purchase stay below zero, which no purchase can be.
std::vector<Fill> ReadFills(const Table& table);

std::vector<Position> ReadPositions(const Table& table);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_OWN_TABLE_H_
