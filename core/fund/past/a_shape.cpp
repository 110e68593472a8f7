#include "core/fund/past/a_shape.h"

#include "core/base/word_list.h"
#include "core/fund/kind.h"

namespace premiumlens {
namespace {

constexpr WordList<AState, 3> kStates = {{AState::kNone, AState::kRising, AState::kPastPeak},
                                         {"none", "rising", "past_peak"}};

}  // namespace

std::string_view Name(AState state) { return kStates.NameOf(state); }
std::span<const AState> AllAStates() { return kStates.values; }

AShapeFinder::AShapeFinder(const KnownDays& days, ARule rule) : days_(days), rule_(rule) {
  states_.reserve(days.size());
}

void AShapeFinder::AddNext() {
  const std::size_t place = states_.size();
  const AState before = state();
  AState now = AState::kNone;
  if (days_.IsAfterHole(place)) {
    lowest_.clear();
    if (before != AState::kNone) shapes_.back().over = place;
  } else if (before != AState::kNone) {
    now = Continue(place, before);
  } else if (Begins(place)) {
    shapes_.push_back({lowest_.front(), place, place, {}, {}});
    now = AState::kRising;
  }
  NoteFoot(place);
  states_.push_back(now);
}

// The lowest day of the window stands in front; every day comes and goes once.
void AShapeFinder::NoteFoot(std::size_t place) {
  const std::vector<double>& premium = days_.premium_fraction;
  while (!lowest_.empty() && premium[lowest_.back()] >= premium[place]) lowest_.pop_back();
  lowest_.push_back(place);
  const auto window = static_cast<std::size_t>(rule_.window_days);
  while (lowest_.front() + window <= place) lowest_.pop_front();
}

bool AShapeFinder::Begins(std::size_t place) const {
  if (lowest_.empty() || !days_.has_prices()) return false;
  const std::size_t foot = lowest_.front();
  const double premium = days_.premium_fraction[place];
  const double price_rise = days_.price_cny[place] / days_.price_cny[foot] - 1;
  return !IsOver(rule_.bar_fraction, premium) &&
         !IsOver(rule_.rise_fraction, premium - days_.premium_fraction[foot]) &&
         !IsOver(rule_.rise_fraction, price_rise);
}

AState AShapeFinder::Continue(std::size_t place, AState before) {
  AShape& shape = shapes_.back();
  const double premium = days_.premium_fraction[place];
  const double peak = days_.premium_fraction[shape.peak];
  const bool is_up = days_.price_cny[place] > days_.price_cny[shape.foot];
  if (premium > peak && is_up) {
    shape.peak = place;
    shape.turned.reset();
    return AState::kRising;
  }
  const double rise = peak - days_.premium_fraction[shape.foot];
  const double given_back = peak - premium;
  const bool is_over =
      premium > peak || !IsOver(rule_.over_fraction * rise, given_back) || !(premium > 0);
  const bool turns = !IsOver(rule_.turn_fraction * rise, given_back) &&
                     days_.price_cny[place] < days_.price_cny[shape.peak];
  const bool is_past = before == AState::kPastPeak || turns;
  if (is_over || (!is_past && !is_up)) {
    shape.over = place;
    return AState::kNone;
  }
  if (!is_past) return AState::kRising;
  if (!shape.turned) shape.turned = place;
  return AState::kPastPeak;
}

}  // namespace premiumlens
