// Steps from columns to the series of market_series.h.

#ifndef PREMIUMLENS_CORE_FUND_READ_MARKET_COLUMN_H_
#define PREMIUMLENS_CORE_FUND_READ_MARKET_COLUMN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/fund/read/market_series.h"
#include "core/table/market_names.h"

namespace premiumlens {

std::vector<std::uint32_t> RowsOf(const Table& table);  // all
std::vector<Date> DaysOf(const Table& table);           // empty without a date column

// What the table is called, if anything: its file's name without the ending, else its title.
std::string NameOf(const Table& table);

// A column's levels by day; of a day that stands there twice the first counts.
DatedValues SeriesOf(const Table& table, const std::vector<Date>& days,
                     const std::vector<double>& values, std::vector<std::uint32_t> rows);

// Each unless it is empty; a rate is brought to CNY per foreign unit, or per 100.
void AddRate(const RateName& rate, MarketSeries series, MarketData& market);
void AddIndex(const std::optional<IndexName>& index, MarketSeries series, MarketData& market);

// Adds a series, or lays it over one that it goes on.
void JoinSeries(MarketSeries series, std::vector<MarketSeries>& list);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_MARKET_COLUMN_H_
