// Tables and columns of indexes and exchange rates, which a price must not be taken from.
//
// What is told here, unless the user has said otherwise (a correction stands):
//   a column headed by an index's name ("NDX", "纳斯达克100指数:收盘价") is an index, if its level
//   can be
//     one (its median is kIndexLevel at least: a fund that is headed by its index's name has prices
//     of one or two);
//   a column headed by the CNY and one other currency is an exchange rate; one headed by a foreign
//     currency alone ("100日元") is one where all the table's numbers are;
//   a table of prices, without a value and without codes, whose file's name or title names an index
//     or a rate and no fund: its price is the level.
// Of these there may be several in a table. Tables in long form, a row a symbol and day, are told
// apart by their codes (fund/market_series.h): a column has one meaning. Where such a table has no
// codes, a column of nothing but names of indexes beside a level, or of currencies beside a rate,
// stands for them.

#ifndef PREMIUMLENS_CORE_TABLE_MARKET_H_
#define PREMIUMLENS_CORE_TABLE_MARKET_H_

#include <vector>

#include "core/table/recognise.h"
#include "core/table/table.h"

namespace premiumlens {

inline constexpr double kIndexLevel = 50;

// Sets role and reason of such columns, and leaves the others as they are.
void RecogniseMarket(const Table& table, std::vector<Meaning>& meanings);

// Whether a column tells how an index moved, and not where it stood: its header says so
// ("指数涨跌幅", "NDX_pct"), or names an index whose numbers are of either sign.
bool HasIndexChanges(const Table& table);

// Median of the column's first values that are positive; NaN if it has none.
double LevelOf(const Column& column);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_MARKET_H_
