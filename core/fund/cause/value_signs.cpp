// Signs of the value that a premium is taken against.

#include <algorithm>
#include <cmath>
#include <string>

#include "core/fund/cause/sign_finder.h"
#include "core/fund/robust.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

using enum CauseStatus;

const Valuation* ValuationOf(const CauseScene& scene, Denominator denominator) {
  return scene.analysis == nullptr ? nullptr : Find(scene.analysis->valuations, denominator);
}

bool IsAgainst(const CauseScene& scene, Denominator denominator) {
  return scene.history.denominator == denominator;
}

// The level that holds on `date`, `lag` of the series' own days later; NaN in a hole.
double LevelAt(const DatedValues& series, Date date, int lag) {
  const auto after = std::upper_bound(series.dates.begin(), series.dates.end(), date);
  const std::ptrdiff_t place = after - series.dates.begin() - 1;
  if (!IsCovered(series.dates, place, date)) return kMissing;
  const std::ptrdiff_t moved = place + lag;
  if (moved < 0 || moved >= static_cast<std::ptrdiff_t>(series.dates.size())) return kMissing;
  return series.values[static_cast<std::size_t>(moved)];
}

// What is left of a NAV's move from one day to the next when the index's and the rate's are taken
// off, as a log; the newest `most` of those dated no later than `until`.
struct Step {
  Date date;
  double rest;
};

std::vector<Step> UnexplainedSteps(const Analysis& analysis, Date until, std::size_t most) {
  std::vector<Step> steps;
  const PastEstimate& estimate = *analysis.estimate;
  const FundData& data = analysis.data;
  const DatedValues& index = data.indexes[*estimate.index].values;
  const auto moved = [&](std::size_t i) {
    const double level = LevelAt(index, data.nav.dates[i], -estimate.index_lag.sessions);
    const double rate = estimate.fx ? LevelAt(data.rates[*estimate.fx].values, data.nav.dates[i],
                                              -estimate.fx_lag.sessions)
                                    : 1;
    return estimate.invested_fraction * std::log(level) + std::log(rate);
  };
  const std::vector<Date>& dates = data.nav.dates;
  const auto end = std::upper_bound(dates.begin(), dates.end(), until);
  const auto last = static_cast<std::size_t>(end - dates.begin());
  // Where the index ended long ago, all of a long past would be looked through for nothing.
  constexpr std::size_t kPatience = 4;
  const std::size_t first = last - std::min(last, kPatience * most);
  for (std::size_t i = last; i > first + 1 && steps.size() < most; --i) {
    const double own = std::log(data.nav.values[i - 1] / data.nav.values[i - 2]);
    const double rest = own - (moved(i - 1) - moved(i - 2));
    if (std::isfinite(rest)) steps.push_back({data.nav.dates[i - 1], rest});
  }
  return steps;
}

bool HasIndex(const CauseScene& scene) {
  return scene.analysis != nullptr && scene.analysis->estimate &&
         !scene.analysis->estimate->trouble && scene.analysis->estimate->index;
}

}  // namespace

// The share of the premium that is the value's own move since the value it is taken against.
Sign ValueMove(const CauseScene& scene) {
  constexpr std::string_view kWord = "value_move";
  const double premium = scene.history.premium_fraction[scene.row];
  if (scene.history.value_cny.empty()) return Silent(kWord, "nav");
  for (const Denominator later : {Denominator::kNavSameDay, Denominator::kIopvEstimated}) {
    const Valuation* valuation = ValuationOf(scene, later);
    if (valuation == nullptr || IsAgainst(scene, later)) continue;
    const double value = valuation->value_cny[scene.row];
    if (IsMissing(value)) continue;
    const double move = std::log(value / scene.history.value_cny[scene.row]);
    const double share = move / std::log1p(premium);
    if (!std::isfinite(share)) return Silent(kWord, "moving_premium");
    Sign sign{.word = kWord, .status = ForIf(share >= scene.bars.move_share_fraction)};
    sign.evidence = {{"denominator_name", std::string(Name(later))},
                     {"value_move_fraction", std::expm1(move)},
                     {"share_fraction", share},
                     {"bar_fraction", scene.bars.move_share_fraction},
                     {"left_fraction", valuation->premium_fraction[scene.row]}};
    return sign;
  }
  return Silent(kWord, "later_value");
}

Sign MarketHours(const CauseScene& scene) {
  if (scene.analysis == nullptr) return Silent("market_hours", "region");
  const Identity& identity = scene.analysis->identity;
  if (identity.region == Region::kUnknown) return {.word = "market_hours", .status = kAsked};
  Sign sign{.word = "market_hours", .status = ForIf(!scene.analysis->lag.overlaps_shanghai)};
  sign.evidence = {{"region_name", std::string(Name(identity.region))}};
  return sign;
}

Sign FlatIopvSign(const CauseScene& scene) {
  constexpr std::string_view kWord = "iopv_flat";
  if (scene.analysis == nullptr || scene.analysis->data.iopv_cny.empty()) {
    return Silent(kWord, "iopv");
  }
  for (const Finding& finding : scene.analysis->judgement.findings) {
    if (finding.code != Code::iopv_flat) continue;
    return {.word = kWord, .status = kFor, .evidence = finding.evidence};
  }
  return {.word = kWord, .status = kAgainst};
}

Sign ValueAge(const CauseScene& scene) {
  constexpr std::string_view kWord = "value_age";
  const PremiumHistory& history = scene.history;
  const Valuation* valuation =
      history.denominator ? ValuationOf(scene, *history.denominator) : nullptr;
  if (valuation == nullptr || valuation->value_dates.empty()) return Silent(kWord, "value_dates");
  const Date value = valuation->value_dates[scene.row];
  if (value == kMissingDate) return Silent(kWord, "value_dates");
  const auto after = std::upper_bound(history.dates.begin(), history.dates.end(), value);
  const auto row = history.dates.begin() + static_cast<std::ptrdiff_t>(scene.row);
  const auto lag = static_cast<std::int64_t>(row + 1 - std::min(after, row + 1));
  Sign sign{.word = kWord, .status = ForIf(lag >= 2)};
  sign.evidence = {{"value_date", FormatIso(value)}, {"lag_sessions", lag}};
  return sign;
}

// How large the premium is on most days, against the published value and against the same day's:
// the second is hindsight.
Sign TypicalMove(const CauseScene& scene) {
  constexpr std::string_view kWord = "typical_move";
  const Valuation* published = ValuationOf(scene, Denominator::kNavPublished);
  const Valuation* same_day = ValuationOf(scene, Denominator::kNavSameDay);
  if (published == nullptr || same_day == nullptr) return Silent(kWord, "later_value");
  std::vector<double> first;
  std::vector<double> second;
  first.reserve(scene.row + 1);
  second.reserve(scene.row + 1);
  for (std::size_t i = 0; i <= scene.row; ++i) {
    const double a = published->premium_fraction[i];
    const double b = same_day->premium_fraction[i];
    if (IsMissing(a) || IsMissing(b)) continue;
    first.push_back(std::fabs(a));
    second.push_back(std::fabs(b));
  }
  const auto count = static_cast<std::int64_t>(first.size());
  if (count < kLeastCauseDays) return Few(kWord, kLeastCauseDays, count);
  const double typical = QuantileOf(first, 0.5);
  const double left = QuantileOf(second, 0.5);
  const bool mostly = left <= (1 - scene.bars.move_share_fraction) * typical;
  Sign sign{.word = kWord, .status = ForIf(mostly)};
  sign.evidence = {{"published_fraction", typical},
                   {"same_day_fraction", left},
                   {"days_count", count},
                   {"bar_fraction", scene.bars.move_share_fraction}};
  return sign;
}

// What the value and the price have returned over the last days, and how the premium changed.
Sign Run(const CauseScene& scene, bool is_long) {
  const std::string_view word = is_long ? "long_run" : "run";
  const PremiumHistory& history = scene.history;
  if (history.value_cny.empty()) return Silent(word, "nav");
  const int wanted = is_long ? scene.bars.long_run_days : scene.bars.run_days;
  std::int64_t count = 0;
  std::optional<std::size_t> from;
  for (std::size_t row = scene.row; row > 0 && !from; --row) {
    if (IsMissing(history.premium_fraction[row - 1])) continue;
    if (++count == wanted) from = row - 1;
  }
  if (!from) return Few(word, wanted + 1, count + 1);
  const double value = history.value_cny[scene.row] / history.value_cny[*from] - 1;
  const double price = history.price_cny[scene.row] / history.price_cny[*from] - 1;
  const double change = history.premium_fraction[scene.row] - history.premium_fraction[*from];
  Sign sign{.word = word, .status = ForIf(value >= scene.bars.run_fraction && change > 0)};
  sign.evidence = {{"run_days", std::int64_t{wanted}},
                   {"value_return_fraction", value},
                   {"price_return_fraction", price},
                   {"premium_change_fraction", change},
                   {"bar_fraction", scene.bars.run_fraction}};
  if (!history.dates.empty())
    sign.evidence.push_back({"first_date", FormatIso(history.dates[*from])});
  return sign;
}

Sign NearHigh(const CauseScene& scene) {
  constexpr std::string_view kWord = "near_high";
  const std::vector<double>& value = scene.history.value_cny;
  if (value.empty()) return Silent(kWord, "nav");
  double high = kMissing;
  std::int64_t count = 0;
  for (std::size_t row = scene.row + 1; row > 0 && count < scene.bars.high_days; --row) {
    if (IsMissing(value[row - 1])) continue;
    high = IsMissing(high) ? value[row - 1] : std::max(high, value[row - 1]);
    ++count;
  }
  if (count < scene.bars.high_days) return Few(kWord, scene.bars.high_days, count);
  const double below = 1 - value[scene.row] / high;
  Sign sign{.word = kWord, .status = ForIf(!(below > scene.bars.near_high_fraction))};
  sign.evidence = {{"below_high_fraction", below},
                   {"high_days", std::int64_t{scene.bars.high_days}},
                   {"bar_fraction", scene.bars.near_high_fraction}};
  return sign;
}

Sign IndexHighSaid(const CauseScene& scene) {
  const Tick& tick = scene.facts.known.index_high;
  if (!tick.said) return {.word = "index_high_said", .status = kAsked};
  Sign sign{.word = "index_high_said", .status = ForIf(*tick.said)};
  if (tick.date != kMissingDate) sign.evidence.push_back({"said_date", FormatIso(tick.date)});
  return sign;
}

// A fall of the NAV that neither index nor rate explains, among the last days.
Sign DividendStep(const CauseScene& scene) {
  constexpr std::string_view kWord = "dividend_step";
  if (!HasIndex(scene)) return Silent(kWord, "index");
  constexpr double kSpreads = 5;
  const std::vector<Step> steps = UnexplainedSteps(*scene.analysis, scene.history.dates[scene.row],
                                                   static_cast<std::size_t>(kLeastCauseDays));
  const auto count = static_cast<std::int64_t>(steps.size());
  if (count < kLeastCauseDays) return Few(kWord, kLeastCauseDays, count);
  std::vector<double> rests;
  for (const Step& step : steps) rests.push_back(step.rest);
  const double bar = std::max(scene.bars.dividend_fraction, kSpreads * SpreadOf(rests));
  const auto days = static_cast<std::size_t>(scene.bars.recent_days);
  const Date since = scene.history.dates[scene.row - std::min(scene.row, days)];
  const auto older = std::find_if(steps.begin(), steps.end(),
                                  [since](const Step& step) { return step.date < since; });
  const auto recent = static_cast<std::size_t>(older - steps.begin());
  // The index or the rate may end before the fund does.
  if (2 * recent < days) {
    return Few(kWord, scene.bars.recent_days, static_cast<std::int64_t>(recent));
  }
  const auto lowest =
      std::min_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(recent),
                       [](const Step& a, const Step& b) { return a.rest < b.rest; });
  Sign sign{.word = kWord, .status = ForIf(lowest->rest < -bar)};
  sign.evidence = {{"step_fraction", std::expm1(lowest->rest)},
                   {"step_date", FormatIso(lowest->date)},
                   {"bar_fraction", bar},
                   {"recent_days", static_cast<std::int64_t>(recent)}};
  return sign;
}

Sign ReplicationSaid(const CauseScene& scene) {
  const std::optional<Replication>& said = scene.facts.known.replication;
  if (!said) return {.word = "replication_said", .status = kAsked};
  Sign sign{.word = "replication_said", .status = ForIf(*said != Replication::kFull)};
  sign.evidence = {{"replication_name", std::string(Name(*said))}};
  return sign;
}

// How far the NAV's days stay from the index's.
Sign Tracking(const CauseScene& scene) {
  if (!HasIndex(scene)) return Silent("tracking", "index");
  const std::vector<Step> steps =
      UnexplainedSteps(*scene.analysis, scene.history.dates[scene.row], 250);
  const auto count = static_cast<std::int64_t>(steps.size());
  if (count < kLeastCauseDays) return Few("tracking", kLeastCauseDays, count);
  std::vector<double> rests;
  for (const Step& step : steps) rests.push_back(step.rest);
  const double spread = SpreadOf(std::move(rests));
  Sign sign{.word = "tracking", .status = ForIf(spread > scene.bars.tracking_fraction)};
  sign.evidence = {{"tracking_fraction", spread},
                   {"bar_fraction", scene.bars.tracking_fraction},
                   {"days_count", count}};
  return sign;
}

}  // namespace premiumlens
