#include "core/fund/past/run_up.h"

#include <utility>

#include "core/fund/kind.h"

namespace premiumlens {

RunUpFinder::RunUpFinder(const KnownDays& days, RunUpRule rule)
    : days_(days), rule_(rule), sign_(SignOf(rule.side)) {}

void RunUpFinder::AddNext() {
  const std::size_t place = next_++;
  const double beyond = sign_ * days_.premium_fraction[place];
  const bool is_over = !IsOver(rule_.bar_fraction, beyond);
  if (days_.IsAfterHole(place)) {
    if (current_) Close(true);
    was_short_ = false;
  }
  const bool crosses = is_over && was_short_;
  if (crosses) ++crossings_;
  was_short_ = !is_over;
  if (current_) {
    Continue(place, beyond);
  } else if (is_over) {
    current_ = RunUp{.start = place, .peak = place, .last = place, .end = {}, .crossed = crosses};
  }
}

void RunUpFinder::Continue(std::size_t place, double beyond) {
  if (IsOver(rule_.end_fraction, beyond)) {
    if (!back_since_) back_since_ = place;
    const std::size_t quiet = place - *back_since_ + 1;
    if (quiet >= static_cast<std::size_t>(rule_.quiet_days)) Close(false);
    return;
  }
  back_since_.reset();
  current_->last = place;
  if (beyond > sign_ * days_.premium_fraction[current_->peak]) current_->peak = place;
}

void RunUpFinder::Close(bool cut_off) {
  current_->end = back_since_;
  current_->cut_off = cut_off && !back_since_;
  found_.push_back(*current_);
  current_.reset();
  back_since_.reset();
}

std::vector<RunUp> RunUpFinder::Finish() {
  if (current_) Close(false);
  return std::move(found_);
}

std::vector<RunUp> FindRunUps(const KnownDays& days, const RunUpRule& rule) {
  RunUpFinder finder(days, rule);
  while (!finder.AtEnd()) finder.AddNext();
  return finder.Finish();
}

}  // namespace premiumlens
