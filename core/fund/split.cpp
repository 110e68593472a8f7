#include "core/fund/split.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

constexpr double kLeastFall = 0.72;
constexpr double kLeastRise = 1.39;
constexpr double kValueTolerance = 0.10;  // of the logarithms
constexpr double kPriceTolerance = 0.25;
constexpr int kSpikeDays = 5;
constexpr double kHalvedHalf = 0.32;  // half of ln 1.9
constexpr double kLimit = 0.1054;     // −ln 0.9, the most a price loses in a session
constexpr std::array kShareRatios = {2.0, 3.0,  4.0,  5.0,  6.0,   7.0, 8.0,
                                     9.0, 10.0, 20.0, 50.0, 100.0, 1.5};

struct Jump {
  Date date;     // of the first value on the new side
  double ratio;  // that value over the one before
  int sessions;  // since the one before, at most
  bool used = false;
};

// Weekdays after `from` up to `to`: at most so many sessions.
int WeekdaysUntil(Date from, Date to) {
  int count = 0;
  for (Date date = from + 1; date <= to; ++date) count += !IsWeekend(date);
  return count;
}

std::vector<Jump> JumpsOf(const std::vector<Date>& dates, const std::vector<double>& values) {
  std::vector<Jump> jumps;
  std::size_t last = values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (IsMissing(values[i])) continue;
    if (last < i && dates[i] - dates[last] <= kLongestGapDays) {
      const double ratio = values[i] / values[last];
      if (ratio < kLeastFall || ratio > kLeastRise) {
        jumps.push_back({dates[i], ratio, WeekdaysUntil(dates[last], dates[i])});
      }
    }
    last = i;
  }
  return jumps;
}

// The simple ratio, as new value over old, nearest to `ratio`; nothing beyond the tolerance.
std::optional<double> SimpleRatio(double ratio, double tolerance) {
  std::optional<double> nearest;
  double least = tolerance;
  for (const double shares : kShareRatios) {
    for (const double candidate : {shares, 1 / shares}) {
      const double distance = std::fabs(std::log(ratio / candidate));
      if (distance > least) continue;
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

// The jump nearest in time that goes with a split by `factor` around `date`.
Jump* FindNear(std::vector<Jump>& jumps, Date date, double factor, double tolerance) {
  Jump* nearest = nullptr;
  for (Jump& jump : jumps) {
    if (jump.used || std::abs(jump.date - date) > kNearDays) continue;
    if (std::fabs(std::log(jump.ratio / factor)) > tolerance) continue;
    if (nearest == nullptr || std::abs(jump.date - date) < std::abs(nearest->date - date)) {
      nearest = &jump;
    }
  }
  return nearest;
}

void MultiplyBefore(Date date, double factor, const std::vector<Date>& dates,
                    std::vector<double>& values) {
  const auto end = std::lower_bound(dates.begin(), dates.end(), date) - dates.begin();
  for (std::size_t i = 0; i < std::min(values.size(), static_cast<std::size_t>(end)); ++i) {
    values[i] *= factor;
  }
}

// Up and back again within days is one wrong value, not a split.
bool IsSpike(const std::vector<Jump>& jumps, const Jump& jump) {
  return std::any_of(jumps.begin(), jumps.end(), [&jump](const Jump& other) {
    return other.date != jump.date && std::abs(other.date - jump.date) <= kSpikeDays &&
           std::fabs(std::log(other.ratio * jump.ratio)) < kValueTolerance;
  });
}

// ln(price / NAV) with the last price and NAV before `date`, or the first from `date` on.
double LogGap(const FundData& data, Date date, bool after) {
  const auto value_at = [date, after](const std::vector<Date>& dates,
                                      const std::vector<double>& values) {
    auto i = std::lower_bound(dates.begin(), dates.end(), date) - dates.begin();
    if (!after) --i;
    const auto count = static_cast<std::ptrdiff_t>(values.size());
    while (i >= 0 && i < count && IsMissing(values[static_cast<std::size_t>(i)])) {
      i += after ? 1 : -1;
    }
    return i >= 0 && i < count ? values[static_cast<std::size_t>(i)] : kMissing;
  };
  return std::log(value_at(data.dates, data.price_cny) / value_at(data.nav.dates, data.nav.values));
}

void ReportOneSided(const FundData& data, const std::vector<Jump>& jumps, bool of_nav,
                    Splits& splits) {
  for (const Jump& jump : jumps) {
    const std::optional<double> factor = SimpleRatio(jump.ratio, kValueTolerance);
    if (jump.used || !factor || IsSpike(jumps, jump)) continue;
    const double half = std::fabs(std::log(*factor)) / 2;
    // On one side of the jump price and NAV are far apart, on the other they are not. A price that
    // comes back to the NAV may be a premium that melts, unless it halves or more in one step, or
    // loses more than the exchanges' limits allow in so many days.
    const bool beyond_limits = 2 * half > kLimit * (jump.sessions + 1);
    const double before = std::fabs(LogGap(data, jump.date, false));
    const double after = std::fabs(LogGap(data, jump.date, true));
    const bool parts = before < half && after > half;
    const bool meets =
        before > half && after < half && (of_nav || half > kHalvedHalf || beyond_limits);
    if (!parts && !meets) continue;
    splits.one_sided.push_back({jump.date, 1 / *factor, of_nav, meets});
    splits.findings.push_back({Code::split_one_sided,
                               Level::kWarn,
                               Source::kOwn,
                               {{"split_date", FormatIso(jump.date)},
                                {"split_ratio", 1 / *factor},
                                {"side_name", of_nav ? "nav" : "price"}}});
  }
}

}  // namespace

Splits AdjustSplits(FundData& data) {
  Splits splits;
  if (data.shape != Shape::kHistory) return splits;
  std::vector<Jump> price_jumps = JumpsOf(data.dates, data.price_cny);
  std::vector<Jump> nav_jumps = JumpsOf(data.nav.dates, data.nav.values);
  std::vector<Jump> iopv_jumps = JumpsOf(data.dates, data.iopv_cny);
  std::vector<Jump>& value_jumps = data.nav.dates.empty() ? iopv_jumps : nav_jumps;
  for (Jump& value : value_jumps) {
    const std::optional<double> factor = SimpleRatio(value.ratio, kValueTolerance);
    if (!factor) continue;
    Jump* price = FindNear(price_jumps, value.date, *factor, kPriceTolerance);
    if (price == nullptr) continue;
    value.used = price->used = true;
    MultiplyBefore(price->date, *factor, data.dates, data.price_cny);
    Jump* iopv = FindNear(iopv_jumps, price->date, *factor, kValueTolerance);
    if (&value_jumps == &iopv_jumps) iopv = &value;
    if (iopv != nullptr) MultiplyBefore(iopv->date, *factor, data.dates, data.iopv_cny);
    // A site's estimate starts from the NAV.
    if (!data.estimate_cny.empty()) {
      MultiplyBefore(value.date, *factor, data.dates, data.estimate_cny);
    }
    if (&value_jumps == &nav_jumps) {
      MultiplyBefore(value.date, *factor, data.nav.dates, data.nav.values);
    }
    splits.found.push_back({std::min(value.date, price->date), 1 / *factor});
  }
  for (const Split& split : splits.found) {
    splits.findings.push_back(
        {Code::split_adjusted,
         Level::kInfo,
         Source::kOwn,
         {{"split_date", FormatIso(split.date)}, {"split_ratio", split.ratio}}});
  }
  if (!data.nav.dates.empty()) {
    ReportOneSided(data, price_jumps, false, splits);
    ReportOneSided(data, nav_jumps, true, splits);
  }
  return splits;
}

}  // namespace premiumlens
