#include "core/fund/flat_iopv.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kLeastNavMove = 0.003;  // of the NAVs in a stretch of days, lowest to highest

// Rows with both a price and an IOPV.
std::vector<std::size_t> UsableRows(const FundData& data) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < data.iopv_cny.size(); ++i) {
    if (!IsMissing(data.iopv_cny[i]) && !IsMissing(data.price_cny[i])) rows.push_back(i);
  }
  return rows;
}

// Minutes of trading since midnight: the noon break has none.
double TradingMinutes(std::int32_t seconds) {
  constexpr double kNoon = 11 * 60 + 30;
  constexpr double kAfternoon = 13 * 60;
  const double minutes = seconds / 60.0;
  if (minutes <= kNoon) return minutes;
  return minutes < kAfternoon ? kNoon : minutes - (kAfternoon - kNoon);
}

FlatIopvReport FindInDay(const FundData& data, const std::vector<std::size_t>& rows,
                         double least_minutes) {
  FlatIopvReport report;
  const Date day = data.dates[rows.back()];
  std::size_t first = rows.size();
  while (first > 0 && data.dates[rows[first - 1]] == day) --first;
  report.judged = rows.size() - first >= 2;
  std::size_t start = first;
  double low = data.price_cny[rows[first]];
  double high = low;
  for (std::size_t k = first; k < rows.size(); ++k) {
    const double price = data.price_cny[rows[k]];
    if (data.iopv_cny[rows[k]] != data.iopv_cny[rows[start]]) {
      start = k;
      low = high = price;
    }
    low = std::min(low, price);
    high = std::max(high, price);
    const double minutes =
        TradingMinutes(data.seconds[rows[k]]) - TradingMinutes(data.seconds[rows[start]]);
    const bool longer = !report.flat || minutes > report.flat->flat_minutes;
    if (minutes >= least_minutes && high > low && longer) {
      report.flat = FlatIopv{minutes, 0, data.iopv_cny[rows[start]], high / low - 1};
    }
  }
  return report;
}

FlatIopvReport FindInHistory(const FundData& data, const std::vector<std::size_t>& rows) {
  FlatIopvReport report;
  report.judged = rows.size() >= 2;
  const AlignedValues previous =
      PreviousNav(data.dates, data.nav, SessionsOf(data.dates, data.price_cny, data.nav));
  const auto unmoved = [&](std::size_t k) {
    return k > 0 && data.iopv_cny[rows[k]] == data.iopv_cny[rows[k - 1]] &&
           data.price_cny[rows[k]] != data.price_cny[rows[k - 1]];
  };
  const auto is_nav = [&](std::size_t k) {
    return data.iopv_cny[rows[k]] == previous.values[rows[k]];
  };
  const std::size_t last = rows.size() - 1;
  const bool flat = unmoved(last) || (last > 0 && is_nav(last) && is_nav(last - 1));
  if (!report.judged || !flat) return report;
  std::size_t first = last;
  while (first > 0 && (unmoved(first - 1) || is_nav(first - 1))) --first;
  double low = data.price_cny[rows[last]];
  double high = low;
  for (std::size_t k = first == 0 ? 0 : first - 1; k <= last; ++k) {
    low = std::min(low, data.price_cny[rows[k]]);
    high = std::max(high, data.price_cny[rows[k]]);
  }
  report.flat = FlatIopv{kMissing, static_cast<std::int64_t>(last - first + 1),
                         data.iopv_cny[rows[last]], high / low - 1};
  return report;
}

// What a stretch has seen: rows [first, last] stand still, the one before `first` may be good.
FlatStretch Describe(const FundData& data, std::size_t first, std::size_t last) {
  FlatStretch stretch{.first = first, .last = last, .iopv_value = data.iopv_cny[last]};
  double low = kMissing;
  double high = kMissing;
  for (std::size_t i = first == 0 ? 0 : first - 1; i <= last; ++i) {
    const double price = data.price_cny[i];
    if (IsMissing(price)) continue;
    low = IsMissing(low) ? price : std::min(low, price);
    high = IsMissing(high) ? price : std::max(high, price);
  }
  stretch.price_move_fraction = high / low - 1;
  return stretch;
}

std::vector<FlatStretch> StretchesOfDays(const FundData& data) {
  std::vector<FlatStretch> stretches;
  const AlignedValues previous =
      PreviousNav(data.dates, data.nav, SessionsOf(data.dates, data.price_cny, data.nav));
  const AlignedValues own = SameDayNav(data.dates, data.nav);
  // Where the NAV stands still as well, as by chance for a day or two, nothing is wrong.
  const auto moves = [&](std::size_t first, std::size_t last) {
    double low = kMissing;
    double high = kMissing;
    for (std::size_t i = first == 0 ? 0 : first - 1; i <= last; ++i) {
      if (IsMissing(own.values[i])) continue;
      low = IsMissing(low) ? own.values[i] : std::min(low, own.values[i]);
      high = IsMissing(high) ? own.values[i] : std::max(high, own.values[i]);
    }
    if (high > low) return high / low - 1 >= kLeastNavMove;
    return IsMissing(low) && last - first >= kFlatDays;
  };
  // Each day as the one before, or each as the NAV before: one of each is chance.
  std::vector<char> flat(data.iopv_cny.size(), 0);
  const auto mark = [&](auto stands) {
    for (std::size_t i = 0; i < flat.size(); ++i) {
      if (!stands(i)) continue;
      const std::size_t first = i;
      while (i + 1 < flat.size() && stands(i + 1)) ++i;
      if (i - first + 1 < kFlatDays || !moves(first, i)) continue;
      for (std::size_t k = first; k <= i; ++k) flat[k] = 1;
    }
  };
  mark([&](std::size_t i) { return i > 0 && data.iopv_cny[i] == data.iopv_cny[i - 1]; });
  mark([&](std::size_t i) { return data.iopv_cny[i] == previous.values[i]; });
  for (std::size_t i = 0; i < flat.size(); ++i) {
    if (!flat[i]) continue;
    const std::size_t first = i;
    while (i + 1 < flat.size() && flat[i + 1]) ++i;
    const FlatStretch stretch = Describe(data, first, i);
    if (stretch.price_move_fraction > 0) stretches.push_back(stretch);
  }
  return stretches;
}

std::vector<FlatStretch> StretchesOfMinutes(const FundData& data) {
  std::vector<FlatStretch> stretches;
  const std::vector<double>& iopv = data.iopv_cny;
  for (std::size_t start = 0; start < iopv.size(); ++start) {
    std::size_t last = start;
    while (last + 1 < iopv.size() && data.dates[last + 1] == data.dates[start] &&
           iopv[last + 1] == iopv[start]) {
      ++last;
    }
    const double minutes = TradingMinutes(data.seconds[last]) - TradingMinutes(data.seconds[start]);
    if (last > start && minutes >= kFlatMinutes) {
      FlatStretch stretch = Describe(data, start + 1, last);
      stretch.minutes = minutes;
      if (stretch.price_move_fraction > 0) stretches.push_back(stretch);
    }
    start = last;
  }
  return stretches;
}

}  // namespace

std::vector<FlatStretch> FindFlatStretches(const FundData& data) {
  if (!HasAny(data.iopv_cny)) return {};
  if (data.shape == Shape::kIntraday) return StretchesOfMinutes(data);
  if (data.shape == Shape::kHistory) return StretchesOfDays(data);
  return {};
}

std::vector<std::size_t> UnmovedRows(const FundData& data) {
  std::vector<std::size_t> rows;
  for (const FlatStretch& stretch : FindFlatStretches(data)) {
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) rows.push_back(i);
  }
  return rows;
}

FlatIopvReport FindFlatIopv(const FundData& data, double least_minutes) {
  const std::vector<std::size_t> rows = UsableRows(data);
  if (rows.empty()) return {};
  if (data.shape == Shape::kIntraday) return FindInDay(data, rows, least_minutes);
  if (data.shape == Shape::kHistory) return FindInHistory(data, rows);
  return {};
}

}  // namespace premiumlens
