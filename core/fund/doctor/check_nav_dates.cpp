// NAVs dated before or after their own day, and NAVs carried forward.
//
// The lag at which price and NAV move together (lead_lag.h) is compared with what the hours of the
// fund's market allow: 0 where it trades while Shanghai does; else 1, or 0 for what it holds of
// Asia. A NAV dated a session early moves the peak up by one, a late one down by one.
//
//   The whole series: a correlation of at least kLeastCorrelation, above that at every allowed lag
//   by kLeastMargin and by 3/√n, over at least kLeastPairs pairs. Where the market is shut a peak
//   at 0 is allowed, so a late NAV is said only where the fund holds nothing of China's by its
//   name, and by a margin of kWideMargin over lag 1. Europe's open overlaps with Shanghai's close,
//   so that its prices go with two NAVs: there the whole series is off if the price goes with a NAV
//   that it never can, the one two sessions before or the next one, and not with that on the other
//   side. A part of it: windows of 18/r² sessions (r: the correlation at the series' own lag),
//   where the peak moves by as much; the part is where the paired moves add up to the most, if they
//   do so with kLeastCertainty. After a NAV carried forward (a feed that misses a day and then
//   lags): kAfterRepeat sessions in which the price goes with the NAV a session later by
//   kWideMargin more than usually, by twice that where a NAV may well repeat by chance; with over
//   kFewRepeats of them one would seem to begin a stretch by chance.
//
// Carried forward: a NAV exactly equal to the one before happens by chance as often as the grid
// of its digits divides its daily change: per day grid / (√(2π) × spread), in blocks of kBlock
// sessions, since the number of digits changes with a split. The count is held against the Poisson
// tail.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/doctor/lead_lag.h"
#include "core/fund/region.h"
#include "core/fund/robust.h"

namespace premiumlens {
namespace {

constexpr double kLeastCorrelation = 0.3;
constexpr double kLeastMargin = 0.2;
constexpr double kWideMargin = 0.3;
constexpr std::size_t kLeastPairs = 18;
constexpr std::size_t kAfterRepeat = 20;
constexpr std::size_t kLeastAfterRepeat = 15;
constexpr std::size_t kLongestPart = 60;
constexpr std::size_t kLeastPart = 8;  // after a NAV carried forward; else
constexpr std::size_t kLeastWindowPart = 16;
constexpr double kLeastCertainty = 2.5;
constexpr std::size_t kBlock = 60;  // NAVs written with the same number of digits
constexpr double kRepeatTail = 1e-5;
constexpr std::int64_t kLeastRepeats = 5;
constexpr double kUnlikelyRepeat = 0.15;
constexpr double kRareRepeat = 0.03;    // which needs no more than the usual margin
constexpr std::size_t kFewRepeats = 3;  // among many some would seem to begin a stretch

struct Hours {
  bool overlaps;     // only lag 0
  bool shut;         // most of what it holds does not trade meanwhile
  bool surely_shut;  // a market of which nothing trades while Shanghai does
};

bool HoldsChina(const std::string& name) {
  for (const std::string_view word : {"中概", "中国", "互联", "港", "恒生", "教育", "新经济"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

Hours HoursOf(const CheckInput& input) {
  const Identity& identity = input.identity;
  const bool shares = identity.kind == Kind::kCrossBorder;
  const bool far = identity.region == Region::kUs || identity.region == Region::kLatinAmerica;
  const bool china = HoldsChina(identity.name) || HoldsChina(input.data.name);
  const bool shut = shares && (far || identity.region == Region::kEurope);
  // Chinese companies that are listed in the United States trade in Hong Kong as well: the price
  // goes with the NAV of its own day, with that of the night before, or with both, by turns.
  const bool both = (identity.name + input.data.name).find("中概") != std::string::npos;
  if (both) return {false, false, false};
  return {LagOf(identity.region).overlaps_shanghai, shut, shares && far && !china};
}

// How many sessions too early (negative: too late) the NAVs of a profile are; 0 if that cannot be
// told.
int SessionsEarly(const LagProfile& profile, Hours hours, double least_margin) {
  const int peak = profile.Peak();
  const double height = profile.At(peak);
  const double n = static_cast<double>(profile.CountAt(peak));
  if (height < kLeastCorrelation) return 0;
  const double margin = std::max(least_margin, 3 / std::sqrt(n));
  const double allowed = hours.overlaps ? profile.At(0) : std::max(profile.At(0), profile.At(1));
  if (height - allowed >= margin) {
    const int early = hours.overlaps || (peak < 0 && !hours.surely_shut) ? peak : peak - 1;
    return std::abs(early) <= kFarthestLag ? early : 0;
  }
  if (hours.surely_shut && peak == 0 && height - profile.At(1) >= std::max(kWideMargin, margin)) {
    return -1;
  }
  // A price never goes with the NAV two sessions before it, nor with the next one: where it goes
  // with one of these and not with that on the other side, all stand a session off.
  const auto goes_with = [&profile, least_margin](int lag) {
    const double bar = std::max(least_margin + 0.05, 4.5 / std::sqrt(profile.CountAt(lag)));
    return profile.At(lag) >= bar;
  };
  const auto is_off = [&profile](int lag) { return profile.At(lag) < 0.1; };
  if (!hours.overlaps && goes_with(2) && is_off(0)) return 1;
  if (!hours.overlaps && goes_with(-1) && is_off(1)) return -1;
  return 0;
}

struct Part {
  std::size_t from;  // sessions of NAVs, both counted
  std::size_t to;
  int early;
  int usual;  // the lag without that
  LagProfile profile;
  bool whole = false;
};

// How much better a NAV `early` sessions later explains each price than the one at `lag`.
std::vector<double> Gains(const SessionReturns& returns, int lag, int early) {
  const double price_spread = SpreadOf([&] {
    std::vector<double> known;
    for (const double value : returns.price) {
      if (!IsMissing(value)) known.push_back(value);
    }
    return known;
  }());
  const auto clipped = [price_spread](double value) {
    return std::clamp(value, -2.5 * price_spread, 2.5 * price_spread);
  };
  const auto count = static_cast<std::ptrdiff_t>(returns.price.size());
  std::vector<double> gains(returns.price.size(), 0);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const std::ptrdiff_t usual = i - lag;
    const std::ptrdiff_t other = i - lag - early;
    if (usual < 0 || other < 0 || usual >= count || other >= count) continue;
    const auto at = [](std::ptrdiff_t place) { return static_cast<std::size_t>(place); };
    const double gain = clipped(returns.price[at(i)]) *
                        (clipped(returns.nav[at(other)]) - clipped(returns.nav[at(usual)]));
    if (!IsMissing(gain)) gains[at(i)] = gain;
  }
  return gains;
}

// The sum of the gains over its own error, as if the true one were 0.
double Certainty(const std::vector<double>& gains, std::size_t from, std::size_t to) {
  double sum = 0;
  double squares = 0;
  for (std::size_t i = from; i < to; ++i) {
    sum += gains[i];
    squares += gains[i] * gains[i];
  }
  return squares > 0 ? sum / std::sqrt(squares) : 0;
}

// The stretch of [from, to) whose gains add up to the most.
std::pair<std::size_t, std::size_t> BestStretch(const std::vector<double>& gains, std::size_t from,
                                                std::size_t to) {
  std::pair<std::size_t, std::size_t> best{from, from};
  double most = 0;
  double sum = 0;
  std::size_t start = from;
  for (std::size_t i = from; i < to; ++i) {
    sum += gains[i];
    if (sum > most) {
      most = sum;
      best = {start, i + 1};
    }
    if (sum < 0) {
      sum = 0;
      start = i + 1;
    }
  }
  return best;
}

std::optional<Part> FindPart(const SessionReturns& returns, const LagProfile& all, Hours hours) {
  const int own = !hours.overlaps && (hours.shut || all.At(1) > all.At(0)) ? 1 : 0;
  const double r = all.At(own);
  if (r < kLeastCorrelation) return {};
  // A fund whose NAV is followed a session later all along is of a market that is shut.
  if (own == 1 && r - all.At(0) >= kLeastMargin) hours.surely_shut = true;
  const auto window = static_cast<std::size_t>(std::clamp(18 / (r * r), 20.0, 250.0));
  const std::size_t count = returns.sessions.size();
  Part part{count, 0, 0, own, {}};
  for (std::size_t from = 0; from + window <= count; from += window / 4) {
    const LagProfile profile = ProfileOf(returns, from, from + window);
    const int early = SessionsEarly(profile, hours, kWideMargin);
    if (early == 0 || profile.CountAt(own) < window / 2) continue;
    if (part.early != 0 && early != part.early) continue;
    part.early = early;
    part.from = std::min(part.from, from);
    part.to = std::max(part.to, from + window);
  }
  if (part.early == 0) return {};
  const std::vector<double> gains = Gains(returns, own, part.early);
  const auto [from, to] = BestStretch(gains, part.from - std::min(part.from, window),
                                      std::min(count, part.to + window));
  if (to < from + kLeastWindowPart || Certainty(gains, from, to) < kLeastCertainty) return {};
  part.from = from;
  part.to = to - 1;
  part.profile = ProfileOf(returns, from, to);
  return part;
}

std::size_t IndexOf(const std::vector<Date>& sessions, Date date) {
  return static_cast<std::size_t>(std::lower_bound(sessions.begin(), sessions.end(), date) -
                                  sessions.begin());
}

// NAVs exactly equal to the one of the session before, where there are prices.
struct Repeats {
  std::vector<Date> dates;
  double expected = 0;  // by chance
  double tail = 1;      // the chance of so many or more
};

// The grid that the NAVs' changes stand on: 0.0001 for four decimals, 0.005 for three decimals
// times five.
double GridOf(const std::vector<double>& changes) {
  constexpr double kGrids[] = {1,     0.5,   0.2,   0.1,    0.05,   0.02,   0.01,
                               0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0.00001};
  for (const double grid : kGrids) {
    const auto fits = [grid](double change) {
      return std::fabs(change / grid - std::round(change / grid)) < 1e-3;
    };
    if (std::all_of(changes.begin(), changes.end(), fits)) return grid;
  }
  return 0;
}

// The NAV of each session, NaN where there is none.
std::vector<double> NavsOf(const FundData& data, const std::vector<Date>& sessions) {
  std::vector<double> levels(sessions.size(), kMissing);
  std::size_t k = 0;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    while (k < data.nav.dates.size() && data.nav.dates[k] < sessions[i]) ++k;
    if (k < data.nav.dates.size() && data.nav.dates[k] == sessions[i])
      levels[i] = data.nav.values[k];
  }
  return levels;
}

double PoissonTail(double expected, std::size_t count) {
  double term = std::exp(-expected);
  double below = 0;
  for (std::size_t i = 0; i < count; ++i) {
    below += term;
    term *= expected / static_cast<double>(i + 1);
  }
  return std::max(0.0, 1 - below);
}

Repeats RepeatsOf(const FundData& data, const SessionReturns& returns) {
  Repeats repeats;
  const auto priced = [&returns](std::size_t i) { return !IsMissing(returns.price[i]); };
  const std::vector<double> levels = NavsOf(data, returns.sessions);
  for (std::size_t from = 0; from < levels.size(); from += kBlock) {
    std::vector<double> values;
    std::vector<double> changes;
    for (std::size_t i = from; i < std::min(levels.size(), from + kBlock); ++i) {
      if (IsMissing(returns.nav[i]) || !priced(i)) continue;
      values.push_back(levels[i]);
      changes.push_back(returns.nav[i]);
    }
    if (values.empty()) continue;
    const double spread = SpreadOf(changes);
    const double chance = GridOf(ChangesOf(values)) / (spread * MedianOf(values) * 2.5066);
    repeats.expected += (chance < 1 ? chance : 1) * static_cast<double>(changes.size());
  }
  for (std::size_t i = 1; i < returns.nav.size(); ++i) {
    if (returns.nav[i] == 0 && priced(i)) repeats.dates.push_back(returns.sessions[i]);
  }
  repeats.tail = PoissonTail(repeats.expected, repeats.dates.size());
  return repeats;
}

// A NAV that was carried forward and then lags: the first such stretch.
std::optional<Part> FindLateAfterRepeat(const SessionReturns& returns, const Repeats& repeats,
                                        const LagProfile& all, Hours hours) {
  if (repeats.dates.size() > kFewRepeats || repeats.tail > kUnlikelyRepeat) return {};
  const double lead = all.At(1) - all.At(0);
  if (!hours.overlaps && !hours.shut && std::fabs(lead) < kWideMargin) return {};
  const int own = hours.overlaps || lead < -kWideMargin ? 0 : 1;
  const double least_margin = repeats.tail > kRareRepeat ? 2 * kWideMargin : kWideMargin;
  for (std::size_t k = 0; k < repeats.dates.size(); ++k) {
    const Date date = repeats.dates[k];
    const std::size_t at = IndexOf(returns.sessions, date);
    const std::size_t end = std::min(returns.sessions.size(), at + 1 + kAfterRepeat);
    const LagProfile profile = ProfileOf(returns, at + 1, end);
    const double margin = profile.At(own - 1) - profile.At(own);
    if (profile.CountAt(own) < kLeastAfterRepeat || margin < least_margin ||
        profile.At(own - 1) < kLeastCorrelation) {
      continue;
    }
    // It lasts until the next one, or as long as the later NAV does better.
    std::size_t limit = std::min(returns.sessions.size(), at + kLongestPart);
    if (k + 1 < repeats.dates.size()) {
      limit = std::min(limit, IndexOf(returns.sessions, repeats.dates[k + 1]));
    }
    const std::vector<double> gains = Gains(returns, own, -1);
    double sum = 0;
    double most = 0;
    std::size_t to = at;
    for (std::size_t i = at + 1; i < limit; ++i) {
      sum += gains[i];
      if (sum <= most) continue;
      most = sum;
      to = i;
    }
    if (to < at + kLeastPart) continue;
    return Part{at, to, -1, own, profile};
  }
  return {};
}

void ReportDates(const CheckInput& input, const SessionReturns& returns, const Part& part,
                 Checks& checks) {
  const int usual = part.usual;
  const int found = usual + part.early;
  const Date from = returns.sessions[part.from];
  const Date to = returns.sessions[part.to];
  Report report(input, Role::kNav, part.early > 0 ? Code::nav_dates_early : Code::nav_dates_late,
                Level::kWarn, checks);
  report.Count("off_sessions", std::abs(part.early));
  report.Day("first_date", from);
  report.Day("last_date", to);
  report.Count("found_lag_sessions", found);
  report.Count("usual_lag_sessions", usual);
  report.Number("found_correlation", part.profile.At(found));
  report.Number("usual_correlation", part.profile.At(usual));
  report.Count("pairs_count", static_cast<std::int64_t>(part.profile.CountAt(found)));
  report.NavRows(from, to);
  Mend& mend = report.Offer(MendKind::kShiftDates, Role::kNav);
  mend.sessions = part.early;
  if (part.whole) return;
  mend.from = from;
  mend.to = to;
}

}  // namespace

void CheckNavDates(const CheckInput& input, Checks& checks) {
  const SessionReturns returns = ReturnsOf(input.newest, kMostSessions);
  const std::size_t count = returns.sessions.size();
  const Hours hours = HoursOf(input);
  const LagProfile all = ProfileOf(returns, 0, count);
  if (all.CountAt(0) >= kLeastPairs) {
    if (const int early = SessionsEarly(all, hours, kLeastMargin)) {
      return ReportDates(input, returns, {0, count - 1, early, all.Peak() - early, all, true},
                         checks);
    }
    if (const auto part = FindPart(returns, all, hours)) {
      return ReportDates(input, returns, *part, checks);
    }
  }
  if (const auto part =
          FindLateAfterRepeat(returns, RepeatsOf(input.newest, returns), all, hours)) {
    ReportDates(input, returns, *part, checks);
  }
}

void CheckRepeats(const CheckInput& input, Checks& checks) {
  const SessionReturns returns = ReturnsOf(input.newest, kMostSessions);
  const Repeats repeats = RepeatsOf(input.newest, returns);
  const auto count = static_cast<std::int64_t>(repeats.dates.size());
  if (count < kLeastRepeats || repeats.tail > kRepeatTail) return;
  Report report(input, Role::kNav, Code::nav_repeated, Level::kWarn, checks);
  report.Count("repeats_count", count);
  report.Number("expected_ratio", repeats.expected);
  report.Day("first_date", repeats.dates.front());
  report.Day("last_date", repeats.dates.back());
  for (const Date date : repeats.dates) report.NavRows(date, date);
  Mend& mend = report.Offer(MendKind::kDropRepeats, Role::kNav);
  mend.from = repeats.dates.front();
  mend.to = repeats.dates.back();
}

}  // namespace premiumlens
