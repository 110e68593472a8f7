#include "core/fund/premium_column.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

// Medians are taken over about so many evenly spaced rows: all of them in any real history.
constexpr std::size_t kChoosingRows = 5000;

// How a column may be read: its numbers times this are premiums.
struct Reading {
  double factor;
  std::string_view scale;  // "fraction" or "percent"
};

// The plain readings first: among equally close ones the first counts.
constexpr Reading kReadings[] = {
    {1, "fraction"}, {0.01, "percent"}, {-1, "fraction"}, {-0.01, "percent"}};

struct Comparison {
  Denominator denominator;
  Reading reading;
  double median = kMissing;
  double worst = 0;
  std::size_t worst_row = 0;
  std::int64_t rows = 0;
};

double DistanceAt(const PastedColumn& pasted, const Recomputed& other, double factor,
                  std::size_t row) {
  return std::fabs(pasted.values[row] * factor - (*other.premium_fraction)[row]);
}

// The median over every `stride`th row.
Comparison CompareMedian(const PastedColumn& pasted, const Recomputed& other, Reading reading,
                         std::size_t stride) {
  Comparison comparison{other.denominator, reading};
  std::vector<double> distances;
  for (std::size_t row = 0; row < pasted.values.size(); row += stride) {
    const double distance = DistanceAt(pasted, other, reading.factor, row);
    if (!IsMissing(distance)) distances.push_back(distance);
  }
  if (distances.empty()) return comparison;
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  comparison.median = *middle;
  return comparison;
}

// Count and worst of all rows.
void CompareAll(const PastedColumn& pasted, const Recomputed& other, Comparison& comparison) {
  for (std::size_t row = 0; row < pasted.values.size(); ++row) {
    const double distance = DistanceAt(pasted, other, comparison.reading.factor, row);
    if (IsMissing(distance)) continue;
    ++comparison.rows;
    if (distance <= comparison.worst) continue;
    comparison.worst = distance;
    comparison.worst_row = row;
  }
}

}  // namespace

std::optional<Finding> ComparePasted(const PastedColumn& pasted,
                                     const std::vector<Recomputed>& recomputed,
                                     const std::vector<Date>& dates) {
  std::optional<Comparison> closest;
  const Recomputed* closest_to = nullptr;
  const std::size_t stride = 1 + pasted.values.size() / kChoosingRows;
  for (const Recomputed& other : recomputed) {
    for (const Reading& reading : kReadings) {
      const Comparison comparison = CompareMedian(pasted, other, reading, stride);
      if (IsMissing(comparison.median)) continue;
      if (closest && comparison.median >= closest->median) continue;
      closest = comparison;
      closest_to = &other;
    }
  }
  if (!closest) return {};
  CompareAll(pasted, *closest_to, *closest);
  const bool agrees = closest->median <= kPrintedTolerance;
  const bool reversed = agrees && closest->reading.factor < 0;
  Finding finding;
  finding.code = reversed ? Code::premium_column_reversed
                 : agrees ? Code::premium_column_agrees
                          : Code::premium_column_disagrees;
  // A column called a discount rate is expected to have the other sign.
  finding.level = agrees && (!reversed || pasted.is_discount) ? Level::kInfo : Level::kWatch;
  finding.source = Source::kOwn;
  finding.evidence = {{"column_text", pasted.name},
                      {"denominator_name", std::string(Name(closest->denominator))},
                      {"rows_count", closest->rows},
                      {"difference_fraction", closest->median},
                      {"worst_difference_fraction", closest->worst},
                      {"bar_fraction", kPrintedTolerance}};
  if (!dates.empty()) {
    finding.evidence.push_back({"worst_date", FormatIso(dates[closest->worst_row])});
  }
  return finding;
}

}  // namespace premiumlens
