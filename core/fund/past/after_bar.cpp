#include "core/fund/past/after_bar.h"

#include <algorithm>
#include <utility>

#include "core/fund/kind.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

constexpr std::size_t kDaysAStep = 50'000;

Spread& SpreadAt(AfterHorizon& after, Outcome outcome) {
  if (!after.spreads) after.spreads.emplace();
  return (*after.spreads)[static_cast<std::size_t>(outcome)];
}

void FillMoments(const std::vector<double>& values, Spread& spread) {
  double sum = 0;
  std::int64_t negative = 0;
  for (const double value : values) {
    sum += value;
    if (value < 0) ++negative;
  }
  const auto count = static_cast<double>(values.size());
  spread.mean = sum / count;
  spread.negative_share = static_cast<double>(negative) / count;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  spread.min = *least;
  spread.max = *most;
}

// QuantileOf() where the value's place is known to lie in [from, to) of values that are parted
// there already: the quarters of a million days take half the time within the median's halves.
double QuantileWithin(std::vector<double>& values, double p, std::size_t from, std::size_t to) {
  const double place = static_cast<double>(values.size() - 1) * p;
  const auto below = static_cast<std::ptrdiff_t>(place);
  const auto low = values.begin() + below;
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(to);
  std::nth_element(values.begin() + static_cast<std::ptrdiff_t>(from), low, end);
  const double share = place - static_cast<double>(below);
  if (!(share > 0)) return *low;
  return *low + share * (*std::min_element(low + 1, end) - *low);
}

// An outcome from one place to another; `levels` is empty where premiums alone were given.
struct Change {
  Change(const KnownDays& days, Outcome outcome)
      : levels(outcome == Outcome::kPremiumChange ? days.premium_fraction
               : outcome == Outcome::kPriceReturn ? days.price_cny
                                                  : days.value_cny),
        is_relative(outcome != Outcome::kPremiumChange) {}

  double operator()(std::size_t from, std::size_t to) const {
    const double change = levels[to] - levels[from];
    return is_relative ? change / levels[from] : change;
  }

  const std::vector<double>& levels;
  bool is_relative;
};

}  // namespace

double OutcomeOf(const KnownDays& days, Outcome outcome, std::size_t place,
                 std::int64_t horizon_days) {
  const std::size_t to = place + static_cast<std::size_t>(horizon_days);
  if (to >= days.size()) return kMissing;
  for (std::size_t i = place + 1; i <= to; ++i) {
    if (days.IsAfterHole(i)) return kMissing;
  }
  const Change change(days, outcome);
  return change.levels.empty() ? kMissing : change(place, to);
}

AfterBar::AfterBar(const KnownDays& days, AfterBarRule rule) : days_(days), rule_(std::move(rule)) {
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days.IsAfterHole(i)) holes_.push_back(i);
  }
  for (const std::int64_t horizon : rule_.horizons) {
    all_days_.emplace_back().horizon_days = horizon;
  }
  for (const double bar : rule_.bars) {
    AfterOneBar& after = bars_.emplace_back();
    after.bar_fraction = bar;
    after.horizons = all_days_;
  }
  for (std::size_t i = 0; i < bars_.size(); ++i) PlanBar(i);
  for (std::size_t i = 0; i < all_days_.size(); ++i) PlanAllDays(i);
}

bool AfterBar::Reaches(std::size_t place, std::int64_t horizon_days) const {
  const std::size_t to = place + static_cast<std::size_t>(horizon_days);
  if (to >= days_.size()) return false;
  if (holes_.empty()) return true;
  const auto hole = std::upper_bound(holes_.begin(), holes_.end(), place);
  return hole == holes_.end() || *hole > to;
}

// Between two holes every day reaches as far as there are days.
template <typename Do>
void AfterBar::ForAllThatReach(std::int64_t horizon_days, const Do& act) const {
  const auto ahead = static_cast<std::size_t>(horizon_days);
  std::size_t from = 0;
  for (std::size_t stretch = 0; stretch <= holes_.size(); ++stretch) {
    const std::size_t end = stretch < holes_.size() ? holes_[stretch] : days_.size();
    for (std::size_t i = from; i + ahead < end; ++i) act(i, i + ahead);
    from = end;
  }
}

void AfterBar::PlanBar(std::size_t bar) {
  const RunUpRule rule = {.bar_fraction = rule_.bars[bar],
                          .end_fraction = rule_.bars[bar],
                          .quiet_days = rule_.quiet_days,
                          .side = rule_.side};
  stages_.AddRepeated([this, bar, finder = std::make_shared<RunUpFinder>(days_, rule)] {
    for (std::size_t i = 0; i < kDaysAStep && !finder->AtEnd(); ++i) finder->AddNext();
    if (!finder->AtEnd()) return false;
    AfterOneBar& after = bars_[bar];
    for (const RunUp& run_up : finder->Finish()) {
      if (run_up.crossed) after.cases.push_back(run_up.start);
    }
    after.crossings = finder->crossings();
    return true;
  });
  for (std::size_t i = 0; i < rule_.horizons.size(); ++i) {
    stages_.Add([this, bar, i] { PlanHorizon(bar, i); });
    stages_.Add([this, bar, i] { SumOverDays(bar, i); });
  }
}

// Of the cases: at most so many as there are run-ups, each with one outcome a horizon.
void AfterBar::PlanHorizon(std::size_t bar, std::size_t horizon) {
  AfterHorizon& after = bars_[bar].horizons[horizon];
  std::vector<std::size_t> reached;
  for (const std::size_t place : bars_[bar].cases) {
    if (Reaches(place, after.horizon_days)) reached.push_back(place);
  }
  after.count = static_cast<std::int64_t>(reached.size());
  after.beyond_end = static_cast<std::int64_t>(bars_[bar].cases.size()) - after.count;
  if (after.count < kLeastEpisodes) return;
  after.block_length = BlockLengthFor(rule_.bootstrap, reached.size());
  after.resamples = ResamplesFor(rule_.bootstrap, reached.size());
  for (const Outcome outcome : kOutcomes) {
    Spread& spread = SpreadAt(after, outcome);
    const Change change(days_, outcome);
    if (change.levels.empty()) continue;
    std::vector<double> values;
    for (const std::size_t place : reached) {
      values.push_back(change(place, place + static_cast<std::size_t>(after.horizon_days)));
    }
    FillMoments(values, spread);
    const auto bootstrap = std::make_shared<BlockBootstrap>(values, rule_.bootstrap);
    spread.q1 = QuantileOf(values, 0.25);
    spread.median = QuantileOf(values, 0.5);
    spread.q3 = QuantileOf(values, 0.75);
    stages_.AddRepeated([&spread, bootstrap] {
      if (!bootstrap->Step()) return false;
      spread.mean_interval = bootstrap->Mean();
      spread.median_interval = bootstrap->Median();
      return true;
    });
  }
}

void AfterBar::SumOverDays(std::size_t bar, std::size_t horizon) {
  AfterHorizon& after = bars_[bar].horizons[horizon];
  const double bar_fraction = rule_.bars[bar];
  const double sign = SignOf(rule_.side);
  const std::array<Change, 3> changes = {
      {{days_, kOutcomes[0]}, {days_, kOutcomes[1]}, {days_, kOutcomes[2]}}};
  const std::size_t known = days_.has_prices() ? 3 : 1;
  std::array<double, 3> sums{};
  ForAllThatReach(after.horizon_days, [&](std::size_t i, std::size_t to) {
    if (IsOver(bar_fraction, sign * days_.premium_fraction[i])) return;
    ++after.over_days;
    for (std::size_t k = 0; k < known; ++k) sums[k] += changes[k](i, to);
  });
  if (after.over_days == 0) return;
  for (std::size_t k = 0; k < known; ++k) {
    after.over_days_means[k] = sums[k] / static_cast<double>(after.over_days);
  }
}

void AfterBar::PlanAllDays(std::size_t horizon) {
  // The halves on the two sides of the median hold the quartiles and their neighbours.
  const auto quantile = [this, horizon](Outcome outcome, double Spread::*field, double p) {
    stages_.Add([this, horizon, outcome, field, p] {
      if (values_.empty()) return;
      const std::size_t half = (values_.size() - 1) / 2;
      const std::size_t from = p > 0.5 ? half : 0;
      const std::size_t to = p < 0.5 ? half + 1 : values_.size();
      SpreadAt(all_days_[horizon], outcome).*field = QuantileWithin(values_, p, from, to);
    });
  };
  for (const Outcome outcome : kOutcomes) {
    stages_.Add([this, horizon, outcome] {
      AfterHorizon& after = all_days_[horizon];
      const Change change(days_, outcome);
      after.count = 0;
      values_.clear();
      values_.reserve(days_.size());
      ForAllThatReach(after.horizon_days, [&](std::size_t i, std::size_t to) {
        ++after.count;
        if (!change.levels.empty()) values_.push_back(change(i, to));
      });
      after.beyond_end = static_cast<std::int64_t>(days_.size()) - after.count;
      if (after.count < kLeastEpisodes) values_.clear();
      if (!values_.empty()) FillMoments(values_, SpreadAt(after, outcome));
    });
    quantile(outcome, &Spread::median, 0.5);
    quantile(outcome, &Spread::q1, 0.25);
    quantile(outcome, &Spread::q3, 0.75);
  }
}

}  // namespace premiumlens
