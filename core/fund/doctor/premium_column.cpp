#include "core/fund/doctor/premium_column.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

// Medians are taken over about so many evenly spaced rows: all of them in any real history.
constexpr std::size_t kChoosingRows = 5000;

constexpr double kClear = 20 * kPrintedTolerance;  // on one side of 0 for certain
constexpr double kMostClear = 0.8;

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

// The rows clear of 0 that agree as they stand, and those that do with the sign turned.
struct Signs {
  std::vector<std::size_t> plain = {};
  std::vector<std::size_t> turned = {};
  std::size_t clear = 0;
};

Signs SignsOf(const PastedColumn& pasted, const Recomputed& other, double scale) {
  Signs signs;
  for (std::size_t row = 0; row < pasted.values.size(); ++row) {
    const double value = (*other.premium_fraction)[row];
    if (!(std::fabs(value) > kClear) || IsMissing(pasted.values[row])) continue;
    ++signs.clear;
    const auto agrees = [&](double factor) {
      return DistanceAt(pasted, other, factor, row) <= 2 * kPrintedTolerance;
    };
    if (agrees(scale)) signs.plain.push_back(row);
    if (agrees(-scale)) signs.turned.push_back(row);
  }
  return signs;
}

struct Meant {
  std::string_view word;
  std::vector<Denominator> denominators;
};

// The first word that a header holds counts.
const std::vector<Meant>& AllMeant() {
  using enum Denominator;
  static const std::vector<Meant> kMeant = {
      {"IOPV", {kIopv}},
      {"iopv", {kIopv}},
      {"实时", {kIopv, kIopvEstimated}},
      {"估", {kIopvEstimated, kIopv}},
      {"T-2", {kNavPublished, kNavPrevious}},
      {"T-1", {kNavPrevious, kNavPublished, kIopvEstimated}},
      {"当日净值", {kNavSameDay}},
      {"同日净值", {kNavSameDay}},
      {"前一日", {kNavPrevious, kNavPublished}},
      {"昨日净值", {kNavPrevious, kNavPublished}},
      {"净值", {kNavSameDay, kNavPrevious, kNavPublished}},
      {"NAV", {kNavSameDay, kNavPrevious, kNavPublished}},
      {"nav", {kNavSameDay, kNavPrevious, kNavPublished}},
  };
  return kMeant;
}

// How well a column goes with one value, read the way that suits it best.
struct Fit {
  Denominator denominator{};
  double median = kMissing;
  std::int64_t rows = 0;
  double agree = 0;  // share of the rows within the printed tolerance
};

Fit FitOf(const PastedColumn& pasted, const Recomputed& other) {
  Fit best{other.denominator};
  const std::size_t stride = 1 + pasted.values.size() / kChoosingRows;
  for (const Reading& reading : kReadings) {
    const Comparison comparison = CompareMedian(pasted, other, reading, stride);
    if (IsMissing(comparison.median) || best.median <= comparison.median) continue;
    std::int64_t agree = 0;
    best.rows = 0;
    for (std::size_t row = 0; row < pasted.values.size(); ++row) {
      const double distance = DistanceAt(pasted, other, reading.factor, row);
      if (IsMissing(distance)) continue;
      ++best.rows;
      agree += distance <= 2 * kPrintedTolerance;
    }
    best.median = comparison.median;
    best.agree = static_cast<double>(agree) / static_cast<double>(best.rows);
  }
  return best;
}

void TakeCloser(const Fit& fit, Fit& to) {
  if (!IsMissing(fit.median) && !(to.median <= fit.median)) to = fit;
}

bool Agrees(const Fit& fit) {
  return fit.rows >= kLeastRows && fit.agree >= kMostAgree && fit.median <= kPrintedTolerance;
}
bool MayAgree(const Fit& fit) {
  return fit.agree >= kMostAgree / 2 || fit.median <= 3 * kPrintedTolerance;
}

Finding Describe(const PastedColumn& pasted, const Fit& best, Level level) {
  return {.code = Code::premium_column_other,
          .level = level,
          .source = Source::kOwn,
          .evidence = {{"column_text", pasted.name},
                       {"denominator_name", std::string(Name(best.denominator))},
                       {"difference_fraction", best.median},
                       {"agreeing_fraction", best.agree},
                       {"rows_count", best.rows},
                       {"bar_fraction", kPrintedTolerance}}};
}

// At each row what the last row before it that has a number has.
std::vector<double> RowBefore(const std::vector<double>& values) {
  std::vector<double> before(values.size(), kMissing);
  double last = kMissing;
  for (std::size_t i = 0; i < values.size(); ++i) {
    before[i] = last;
    if (!IsMissing(values[i])) last = values[i];
  }
  return before;
}

}  // namespace

std::vector<Denominator> SaidDenominators(std::string_view header) {
  for (const Meant& meant : AllMeant()) {
    if (header.find(meant.word) != std::string_view::npos) return meant.denominators;
  }
  return {};
}

std::optional<Finding> FindOtherDenominator(const PastedColumn& pasted,
                                            const std::vector<Recomputed>& recomputed) {
  const std::vector<Denominator> said = SaidDenominators(pasted.name);
  if (said.empty()) return {};
  Fit own{said[0]};
  Fit best;
  for (const Recomputed& other : recomputed) {
    const Fit fit = FitOf(pasted, other);
    const bool is_said = std::find(said.begin(), said.end(), fit.denominator) != said.end();
    TakeCloser(fit, is_said ? own : best);
  }
  if (!Agrees(best) || MayAgree(own)) return {};
  Finding finding = Describe(pasted, best, IsMissing(own.median) ? Level::kWatch : Level::kWarn);
  finding.evidence.push_back({"said_denominator_name", std::string(Name(own.denominator))});
  if (!IsMissing(own.median)) {
    finding.evidence.push_back({"said_difference_fraction", own.median});
  }
  return finding;
}

std::optional<Finding> FindOtherDay(const PastedColumn& pasted,
                                    const std::vector<Recomputed>& recomputed) {
  Fit own;
  Fit best;
  Fit of_best;  // on its own day
  for (const Recomputed& other : recomputed) {
    const Fit fit = FitOf(pasted, other);
    TakeCloser(fit, own);
    const std::vector<double> before = RowBefore(*other.premium_fraction);
    TakeCloser(FitOf(pasted, {other.denominator, &before}), best);
    if (best.denominator == fit.denominator) of_best = fit;
  }
  if (!Agrees(best) || MayAgree(own)) return {};
  Finding finding = Describe(pasted, best, Level::kWarn);
  finding.evidence.push_back({"off_sessions", std::int64_t{1}});
  finding.evidence.push_back({"said_difference_fraction", of_best.median});
  return finding;
}

std::optional<Finding> ComparePasted(const PastedColumn& pasted,
                                     const std::vector<Recomputed>& recomputed,
                                     const std::vector<Date>& dates) {
  std::optional<Comparison> closest;
  const Recomputed* closest_to = nullptr;
  double least_plain = std::numeric_limits<double>::infinity();
  const std::size_t stride = 1 + pasted.values.size() / kChoosingRows;
  for (const Recomputed& other : recomputed) {
    for (const Reading& reading : kReadings) {
      const Comparison comparison = CompareMedian(pasted, other, reading, stride);
      if (IsMissing(comparison.median)) continue;
      if (reading.factor > 0) least_plain = std::min(least_plain, comparison.median);
      if (closest && comparison.median >= closest->median) continue;
      closest = comparison;
      closest_to = &other;
    }
  }
  if (!closest) return {};
  CompareAll(pasted, *closest_to, *closest);
  const bool agrees = closest->median <= kPrintedTolerance;
  const bool turned = closest->reading.factor < 0;
  const bool reversed =
      turned &&
      (agrees || (closest->rows >= kLeastRows && kTurnedCloser * closest->median < least_plain));
  Finding finding;
  finding.code = reversed ? Code::premium_column_reversed
                 : agrees ? Code::premium_column_agrees
                          : Code::premium_column_disagrees;
  // A column called a discount rate is expected to have the other sign.
  const bool expected = reversed ? pasted.is_discount : agrees;
  finding.level = expected ? Level::kInfo : Level::kWatch;
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

Turned FindTurned(const PastedColumn& pasted, const std::vector<Recomputed>& recomputed) {
  Turned found;
  std::size_t most = 0;
  for (const Recomputed& other : recomputed) {
    for (const double scale : {1.0, 0.01}) {
      const Signs signs = SignsOf(pasted, other, scale);
      const std::size_t told = signs.plain.size() + signs.turned.size();
      if (std::min(signs.plain.size(), signs.turned.size()) < kLeastTurned || told <= most ||
          static_cast<double>(told) < kMostClear * static_cast<double>(signs.clear)) {
        continue;
      }
      most = told;
      const bool few = signs.turned.size() <= signs.plain.size();
      found.rows = few ? signs.turned : signs.plain;
      const std::vector<std::size_t>& others = few ? signs.plain : signs.turned;
      const auto next = std::lower_bound(others.begin(), others.end(), found.rows.front());
      found.one_stretch = next == others.end() || *next > found.rows.back();
    }
  }
  return found;
}

}  // namespace premiumlens
