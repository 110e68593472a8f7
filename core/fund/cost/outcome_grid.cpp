#include "core/fund/cost/outcome_grid.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/fund/premium.h"

namespace premiumlens {
namespace {

constexpr WordList<CloseRule, 2> kRules = {{CloseRule::kWithin, CloseRule::kNearest},
                                           {"within", "nearest"}};

// Decimal steps in binary: a bound that is a whole number of steps counts as one.
constexpr double kWholeStep = 1e-9;

constexpr std::size_t kRowsAStep = 200'000;

std::vector<double> StepsOf(const GridAxis& axis) {
  std::vector<double> steps;
  const auto count = static_cast<int>(std::floor((axis.high - axis.low) / axis.step + kWholeStep));
  for (int i = 0; i <= count; ++i) {
    const double place = axis.low + i * axis.step;
    steps.push_back(std::fabs(place) < axis.step * kWholeStep ? 0 : place);
  }
  return steps;
}

// Multiples of a step around a span.
GridAxis Around(double low, double high, double step) {
  return {std::floor(low / step + kWholeStep) * step, std::ceil(high / step - kWholeStep) * step,
          step};
}

// With the smallest step of the list that covers the span in kMostAuto, and none under half a
// percent.
GridAxis CoverWith(double low, double high) {
  constexpr double kLeastStep = 0.005;
  constexpr double kSizes[] = {1, 2, 2.5, 5};
  for (double ten = 0.001; ten < 1e6; ten *= 10) {
    for (const double size : kSizes) {
      const GridAxis axis = Around(low, high, size * ten);
      if (axis.step < kLeastStep - kWholeStep) continue;
      if ((axis.high - axis.low) / axis.step < kMostAuto + 0.5) return axis;
    }
  }
  return {low, high, high - low};
}

// What is given, and the rest so that the span is covered. A value cannot fall by all there is.
GridAxis Complete(const GridAxis& given, double low, double high, const std::string& name) {
  constexpr double kLeast = -0.95;
  const double from = IsMissing(given.low) ? std::max(low, kLeast) : given.low;
  const double to = IsMissing(given.high) ? std::max(high, from) : given.high;
  GridAxis axis = IsMissing(given.step) ? CoverWith(from, to) : Around(from, to, given.step);
  if (!IsMissing(given.low) || axis.low <= -1) axis.low = from;
  if (!IsMissing(given.high)) axis.high = to;
  const double steps = (axis.high - axis.low) / axis.step;
  if (!(steps >= 0) || !(axis.step > 0)) {
    throw Failure({.code = Code::bad_field, .column = name + "_high"});
  }
  if (steps > kMostGridSteps) throw Failure({.code = Code::bad_field, .column = name + "_step"});
  return axis;
}

// The place of the nearest entry of an ascending list, or nothing half a step outside.
std::optional<std::size_t> NearestOf(const std::vector<double>& places, double step, double at) {
  if (places.empty()) return {};
  const double slack = step / 2 * (1 + kWholeStep);
  if (at < places.front() - slack || at > places.back() + slack) return {};
  const auto above = std::lower_bound(places.begin(), places.end(), at);
  if (above == places.begin()) return 0;
  const auto place = static_cast<std::size_t>(above - places.begin());
  if (above == places.end()) return place - 1;
  return at - places[place - 1] < places[place] - at ? place - 1 : place;
}

}  // namespace

std::string_view Name(CloseRule rule) { return kRules.NameOf(rule); }
std::optional<CloseRule> FindCloseRule(std::string_view name) { return kRules.Find(name); }
std::span<const CloseRule> AllCloseRules() { return kRules.values; }

class OutcomeGridMaker::Body {
 public:
  Body(const PremiumHistory& history, const GridOptions& options)
      : history_(history), options_(options) {}

  bool Step() {
    switch (stage_) {
      case Stage::kBegin:
        stage_ = Begin() ? Stage::kEnds : Stage::kDone;
        break;
      case Stage::kEnds:
        if (FindEnds()) stage_ = grid_.too_few ? Stage::kDone : Stage::kPick;
        break;
      case Stage::kPick:
        if (options_.rule == CloseRule::kWithin) {
          PickWithin();
          stage_ = Stage::kDone;
        } else if (!PickNearest()) {
          stage_ = Stage::kDone;
        }
        break;
      case Stage::kDone:
        return true;
    }
    return stage_ == Stage::kDone;
  }

  double Progress() const {
    if (stage_ == Stage::kDone) return 1;
    return 0.1 + 0.9 * static_cast<double>(grid_.outcomes.size()) / options_.nearest;
  }

  OutcomeGrid Finish() {
    if (grid_.row) {
      std::sort(grid_.outcomes.begin(), grid_.outcomes.end(),
                [](const PastOutcome& a, const PastOutcome& b) { return a.row < b.row; });
      ChooseAxes();
      Fill();
      Place();
    }
    return std::move(grid_);
  }

 private:
  enum class Stage { kBegin, kEnds, kPick, kDone };

  double Premium(std::size_t row) const { return history_.premium_fraction[row]; }
  double Value(std::size_t row) const { return history_.value_cny[row]; }

  // Today's premium, and whether there is a past to look at.
  bool Begin() {
    const std::size_t rows = history_.premium_fraction.size();
    for (std::size_t row = rows; row-- > 0 && !grid_.row;) {
      if (!IsMissing(Premium(row))) grid_.row = row;
    }
    if (!grid_.row) {
      grid_.too_few = {1, 0};
      return false;
    }
    grid_.premium_from = Premium(*grid_.row);
    if (history_.value_cny.empty()) {
      grid_.too_few = {options_.horizon + 1, 0};
      return false;
    }
    ends_.assign(rows, kNone);
    row_ = rows;
    return true;
  }

  // Where each day ends up, and the deviation of the value's changes; backwards, some days a step.
  bool FindEnds() {
    const std::size_t rows = ends_.size();
    const std::size_t until = row_ > kRowsAStep ? row_ - kRowsAStep : 0;
    while (row_ > until) {
      const std::size_t row = --row_;
      if (!IsMissing(Premium(row))) ++usable_;
      const std::size_t wanted = row + static_cast<std::size_t>(options_.horizon);
      if (wanted >= rows) continue;
      if (!IsMissing(Premium(wanted))) next_ = wanted;
      if (next_ == kNone || next_ - wanted > kMostWait || IsMissing(Premium(row))) continue;
      ends_[row] = next_;
      Count(row);
    }
    if (row_ > 0) return false;
    if (grid_.past.nobs == 0) {
      grid_.too_few = {options_.horizon + 1, usable_};
    } else {
      deviation_ = std::sqrt(squares_ / static_cast<double>(grid_.past.nobs));
    }
    return true;
  }

  void Count(std::size_t row) {
    const double change = Value(ends_[row]) / Value(row) - 1;
    squares_ += change * change;
    ++grid_.past.nobs;
    if (!history_.dates.empty()) {
      if (grid_.past.to == kMissingDate) grid_.past.to = history_.dates[row];
      grid_.past.from = history_.dates[row];
    }
    const double away = Away(row);
    if (!grid_.closest || away < Away(*grid_.closest)) grid_.closest = row;
  }

  double Away(std::size_t row) const { return std::fabs(Premium(row) - grid_.premium_from); }

  void Take(std::size_t row) {
    const std::size_t end = ends_[row];
    const double growth = (Value(end) - Value(row)) / Value(row);
    grid_.outcomes.push_back({row,
                              end,
                              Premium(row),
                              Premium(end),
                              growth,
                              ConvergenceReturn(Premium(row), Premium(end), growth).return_fraction,
                              {},
                              {}});
  }

  void PickWithin() {
    std::size_t free = 0;  // the first row whose span would not overlap
    for (std::size_t row = 0; row < ends_.size(); ++row) {
      if (row < free || ends_[row] == kNone || IsOver(Away(row), options_.within)) continue;
      Take(row);
      free = ends_[row];
    }
  }

  // One more, by a pass over the days; false when there is none left or enough.
  bool PickNearest() {
    if (grid_.outcomes.size() >= static_cast<std::size_t>(options_.nearest)) return false;
    std::size_t best = kNone;
    for (std::size_t row = ends_.size(); row-- > 0;) {
      if (ends_[row] == kNone) continue;
      if (best == kNone || Away(row) < Away(best)) best = row;
    }
    if (best == kNone) return false;
    Take(best);
    Block(best);
    return true;
  }

  // Ends never decrease with the rows, so the days that overlap stand together.
  void Block(std::size_t taken) {
    const std::size_t end = ends_[taken];
    for (std::size_t row = taken; row < end && row < ends_.size(); ++row) ends_[row] = kNone;
    for (std::size_t row = taken; row-- > 0;) {
      if (ends_[row] == kNone) {
        if (taken - row > static_cast<std::size_t>(options_.horizon) + kMostWait) break;
        continue;
      }
      if (ends_[row] <= taken) break;
      ends_[row] = kNone;
    }
  }

  void ChooseAxes() {
    const double from = grid_.premium_from;
    double low = std::min(0.0, from), high = std::max(0.0, from);
    constexpr double kNoPast = 0.10;
    double reach = deviation_ > 0 ? 2 * deviation_ : kNoPast;
    for (const PastOutcome& outcome : grid_.outcomes) {
      low = std::min(low, outcome.premium_to);
      high = std::max(high, outcome.premium_to);
      reach = std::max(reach, std::fabs(outcome.value_growth));
    }
    grid_.premium_axis = Complete(options_.premium_axis, low, high, "premium");
    grid_.growth_axis = Complete(options_.growth_axis, -reach, reach, "growth");
    grid_.premium_axis_chosen = Complete({}, low, high, "premium");
    grid_.growth_axis_chosen = Complete({}, -reach, reach, "growth");
    grid_.premium_to = StepsOf(grid_.premium_axis);
    grid_.growth = StepsOf(grid_.growth_axis);
    const auto place =
        std::lower_bound(grid_.premium_to.begin(), grid_.premium_to.end(), from - kBarTolerance);
    grid_.today = static_cast<std::size_t>(place - grid_.premium_to.begin());
    const bool there = place != grid_.premium_to.end() && std::fabs(*place - from) <= kBarTolerance;
    if (!there) grid_.premium_to.insert(place, from);
  }

  void Fill() {
    // (1 + r)(1 − c) − 1 and (1 + b)/(1 − c) − 1, exact where there is no cost.
    const double cost = options_.round_trip_fraction;
    for (const double to : grid_.premium_to) {
      grid_.breakeven.push_back((BreakevenGrowth(grid_.premium_from, to) + cost) / (1 - cost));
      for (const double growth : grid_.growth) {
        const double gross = ConvergenceReturn(grid_.premium_from, to, growth).return_fraction;
        grid_.returns.push_back(gross * (1 - cost) - cost);
      }
    }
    grid_.counts.assign(grid_.returns.size(), 0);
  }

  void Place() {
    for (PastOutcome& outcome : grid_.outcomes) {
      outcome.premium_cell =
          NearestOf(grid_.premium_to, grid_.premium_axis.step, outcome.premium_to);
      outcome.growth_cell = NearestOf(grid_.growth, grid_.growth_axis.step, outcome.value_growth);
      if (outcome.premium_cell && outcome.growth_cell) {
        ++grid_.counts[*outcome.premium_cell * grid_.growth.size() + *outcome.growth_cell];
      } else {
        ++grid_.off_grid;
      }
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const PremiumHistory& history_;
  GridOptions options_;
  Stage stage_ = Stage::kBegin;
  std::vector<std::size_t> ends_;  // by row; kNone: no outcome, or not to be taken any more
  std::size_t row_ = 0;            // the days from here on have their ends
  std::size_t next_ = kNone;       // the first day with a premium from the one wanted on
  std::int64_t usable_ = 0;        // days with a premium
  double squares_ = 0;             // of the value's changes
  double deviation_ = 0;
  OutcomeGrid grid_;
};

OutcomeGridMaker::OutcomeGridMaker(const PremiumHistory& history, const GridOptions& options)
    : body_(std::make_unique<Body>(history, options)) {}
OutcomeGridMaker::~OutcomeGridMaker() = default;
OutcomeGridMaker::OutcomeGridMaker(OutcomeGridMaker&&) noexcept = default;
OutcomeGridMaker& OutcomeGridMaker::operator=(OutcomeGridMaker&&) noexcept = default;

bool OutcomeGridMaker::Step() { return body_->Step(); }
double OutcomeGridMaker::Progress() const { return body_->Progress(); }
OutcomeGrid OutcomeGridMaker::Finish() { return body_->Finish(); }

}  // namespace premiumlens
