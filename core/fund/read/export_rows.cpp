#include "core/fund/read/export_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/read/stack.h"
#include "core/table/fund_code.h"

namespace premiumlens {
namespace {

// A row of the source: which of the tables given, and where in it.
using SourceRow = std::pair<std::size_t, std::int64_t>;

struct Named {
  Code code;
  std::string fund;  // empty: of all
};

using NamedRows = std::map<SourceRow, std::vector<Named>>;

NamedRows RowsOfChecks(const std::vector<DataCheck>& checks) {
  NamedRows named;
  for (const DataCheck& check : checks) {
    const Named one{check.finding.code, check.fund};
    const std::size_t table = check.table.value_or(0);
    for (const std::int64_t row : check.every_row.empty() ? check.rows : check.every_row) {
      const PlacedRow placed = DecodeRow(row);
      named[{placed.place.value_or(table), placed.row}].push_back(one);
    }
    for (const RowsElsewhere& other : check.elsewhere) {
      for (const std::int64_t row : other.rows) named[{other.table, row}].push_back(one);
    }
  }
  return named;
}

// Adds the codes of the checks that name a row of the source to a row of the export.
class Marker {
 public:
  Marker(NamedRows named, std::vector<std::string>& checks)
      : named_(std::move(named)), checks_(checks) {}

  // `otherwise`: the table, where the row does not say (stack.h).
  void Mark(std::size_t row, std::int64_t source, std::size_t otherwise, const std::string& fund) {
    const PlacedRow placed = DecodeRow(source);
    const auto found = named_.find({placed.place.value_or(otherwise), placed.row});
    if (found == named_.end()) return;
    for (const Named& one : found->second) {
      if (!one.fund.empty() && !fund.empty() && one.fund != fund) continue;
      std::string& codes = checks_[row];
      const std::string_view code = Info(one.code).name;
      if (codes.find(code) != std::string::npos) continue;
      if (!codes.empty()) codes += ' ';
      codes += code;
    }
  }

 private:
  NamedRows named_;
  std::vector<std::string>& checks_;
};

// Where the rows of a history and the days of its NAVs stand when both are put in one order.
struct Merged {
  std::vector<Date> dates;
  std::vector<std::size_t> of_row;
  std::vector<std::size_t> of_nav;
};

Merged Merge(const std::vector<Date>& rows, const std::vector<Date>& navs) {
  Merged merged;
  merged.of_row.reserve(rows.size());
  merged.of_nav.reserve(navs.size());
  std::size_t row = 0;
  for (const Date nav : navs) {
    for (; row < rows.size() && rows[row] < nav; ++row) {
      merged.of_row.push_back(merged.dates.size());
      merged.dates.push_back(rows[row]);
    }
    merged.of_nav.push_back(merged.dates.size());
    const bool has_price = row < rows.size() && rows[row] == nav;
    if (has_price) {
      merged.of_row.push_back(merged.dates.size());
      ++row;
    }
    merged.dates.push_back(nav);
  }
  for (; row < rows.size(); ++row) {
    merged.of_row.push_back(merged.dates.size());
    merged.dates.push_back(rows[row]);
  }
  return merged;
}

template <typename T>
std::vector<T> Spread(const std::vector<T>& series, const Merged& merged, T missing) {
  if (series.empty()) return {};
  std::vector<T> spread(merged.dates.size(), missing);
  for (std::size_t i = 0; i < series.size(); ++i) spread[merged.of_row[i]] = series[i];
  return spread;
}

// The days of a NAV without a price get their NAV, and nothing else.
void AddNavs(const DatedValues& nav, const Merged& merged, ExportRows& rows) {
  for (Valuation& valuation : rows.valuations) {
    valuation.value_cny = Spread(valuation.value_cny, merged, kMissing);
    valuation.value_dates = Spread(valuation.value_dates, merged, kMissingDate);
    valuation.premium_fraction = Spread(valuation.premium_fraction, merged, kMissing);
    if (valuation.denominator != Denominator::kNavSameDay) continue;
    for (std::size_t i = 0; i < nav.values.size(); ++i) {
      valuation.value_cny[merged.of_nav[i]] = nav.values[i];
    }
  }
}

void AddSameDay(ExportRows& rows, std::size_t count) {
  const bool has =
      std::any_of(rows.valuations.begin(), rows.valuations.end(),
                  [](const Valuation& one) { return one.denominator == Denominator::kNavSameDay; });
  if (has) return;
  const std::vector<double> none(count, kMissing);
  rows.valuations.insert(rows.valuations.begin(), {Denominator::kNavSameDay, none, {}, none});
}

// Prices and values of the days before a split as they were then. They were multiplied on the way
// in; of a number of few decimals what that has left in the last digits is taken out again. The
// premiums stay what they are.
void TakeSplitsBack(const std::vector<Split>& splits, ExportRows& rows) {
  constexpr double kDigits = 1e6;
  constexpr double kTrace = 1e-12;
  const auto restore = [&](const Split& split, std::vector<double>& series) {
    for (std::size_t i = 0; i < series.size() && rows.dates[i] < split.date; ++i) {
      const double then = series[i] * split.ratio;
      const double rounded = std::round(then * kDigits) / kDigits;
      series[i] = std::fabs(rounded - then) < kTrace * then ? rounded : then;
    }
  };
  for (const Split& split : splits) {
    restore(split, rows.price_cny);
    for (Valuation& valuation : rows.valuations) restore(split, valuation.value_cny);
  }
}

// Names at each row the checks of the row of the price and, of a history, of the NAV.
void MarkRows(const Analysis& analysis, const std::vector<const Table*>& tables,
              const Merged* merged, ExportRows& rows) {
  const FundData& data = analysis.data;
  rows.checks.resize(rows.rows);
  Marker marker(RowsOfChecks(analysis.checks), rows.checks);
  const std::size_t of_price = PlaceOf(tables, Role::kPrice).table.value_or(0);
  for (std::size_t i = 0; i < data.source_rows.size(); ++i) {
    const bool of_many = !rows.fund_of_row.empty() && rows.fund_of_row[i] != kMissingText;
    const std::string& fund = of_many ? data.funds[rows.fund_of_row[i]].code : data.code;
    marker.Mark(merged ? merged->of_row[i] : i, data.source_rows[i], of_price, fund);
  }
  if (!merged) return;
  const std::size_t of_nav = PlaceOf(tables, Role::kNav).table.value_or(0);
  for (std::size_t i = 0; i < data.nav.source_rows.size(); ++i) {
    marker.Mark(merged->of_nav[i], data.nav.source_rows[i], of_nav, data.code);
  }
}

}  // namespace

ExportRows MakeExportRows(const Analysis& analysis, const std::vector<const Table*>& tables) {
  const FundData& data = analysis.data;
  ExportRows rows;
  rows.rows = data.rows;
  rows.valuations = analysis.valuations;
  rows.price_cny = data.price_cny;
  rows.seconds = data.seconds;
  rows.fund_of_row = data.fund_of_row;
  if (data.shape == Shape::kHistory && !data.nav.dates.empty()) {
    Merged merged = Merge(data.dates, data.nav.dates);
    rows.rows = merged.dates.size();
    rows.price_cny = Spread(rows.price_cny, merged, kMissing);
    AddSameDay(rows, data.rows);
    AddNavs(data.nav, merged, rows);
    MarkRows(analysis, tables, &merged, rows);
    rows.dates = std::move(merged.dates);
    TakeSplitsBack(analysis.splits.found, rows);
  } else {
    MarkRows(analysis, tables, nullptr, rows);
    rows.dates = data.dates;
  }
  return rows;
}

}  // namespace premiumlens
