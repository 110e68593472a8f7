#include "core/fund/past/episodes.h"

#include <algorithm>
#include <cmath>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<ClosedBy, 6> kClosedBy = {
    {ClosedBy::kPriceFall, ClosedBy::kValueRise, ClosedBy::kPriceRise, ClosedBy::kValueFall,
     ClosedBy::kBoth, ClosedBy::kOpen},
    {"price_fall", "value_rise", "price_rise", "value_fall", "both", "open"}};

std::optional<std::size_t> FindRise(const KnownDays& days, const RunUp& run_up, double sign,
                                    std::size_t before) {
  if (!run_up.crossed) return {};
  const std::size_t start = run_up.start;
  const std::size_t from = std::max(before, start - std::min<std::size_t>(start, kRiseDays));
  std::size_t lowest = start - 1;
  for (std::size_t i = start; i-- > from;) {
    if (i + 1 < start && days.IsAfterHole(i + 1)) break;
    if (sign * days.premium_fraction[i] < sign * days.premium_fraction[lowest]) lowest = i;
  }
  return lowest;
}

void FillClosing(const KnownDays& days, PremiumSide side, double closer_share, Episode& episode) {
  if (!episode.run_up.end) {
    episode.closed_by = ClosedBy::kOpen;
    return;
  }
  if (!days.has_prices()) return;
  const std::size_t peak = episode.run_up.peak;
  const std::size_t end = *episode.run_up.end;
  const double sign = SignOf(side);
  const double by_price = -sign * std::log(days.price_cny[end] / days.price_cny[peak]);
  const double by_value = sign * std::log(days.value_cny[end] / days.value_cny[peak]);
  const double closed = by_price + by_value;
  episode.price_share = by_price / closed;
  episode.value_share = by_value / closed;
  const bool is_premium = side == PremiumSide::kPremium;
  if (!(episode.price_share < closer_share)) {
    episode.closed_by = is_premium ? ClosedBy::kPriceFall : ClosedBy::kPriceRise;
  } else if (!(episode.value_share < closer_share)) {
    episode.closed_by = is_premium ? ClosedBy::kValueRise : ClosedBy::kValueFall;
  } else {
    episode.closed_by = ClosedBy::kBoth;
  }
}

// The levels rise, so one walk from the rise to the peak meets them in turn.
void FillEntries(const KnownDays& days, double sign, std::span<const double> levels,
                 Episode& episode) {
  const std::size_t to = episode.run_up.end.value_or(episode.run_up.last);
  std::size_t place = episode.rise_start.value_or(episode.run_up.start);
  for (const double level : levels) {
    while (place <= episode.run_up.peak && IsOver(level, sign * days.premium_fraction[place])) {
      ++place;
    }
    if (place > episode.run_up.peak) return;
    episode.entries.push_back({level, place, ReturnBetween(days, place, to)});
  }
}

}  // namespace

std::string_view Name(ClosedBy closed_by) { return kClosedBy.NameOf(closed_by); }
std::span<const ClosedBy> AllClosedBy() { return kClosedBy.values; }

Return ReturnBetween(const KnownDays& days, std::size_t from, std::size_t to) {
  if (!days.has_prices()) return {kMissing, kMissing, kMissing, kMissing};
  return ConvergenceReturn(days.premium_fraction[from], days.premium_fraction[to],
                           (days.value_cny[to] - days.value_cny[from]) / days.value_cny[from]);
}

Episode DescribeEpisode(const KnownDays& days, const RunUp& run_up, PremiumSide side,
                        std::span<const double> levels, double closer_share, std::size_t before) {
  Episode episode;
  episode.run_up = run_up;
  const double sign = SignOf(side);
  const std::size_t to = run_up.end.value_or(run_up.last);
  episode.rise_start = FindRise(days, run_up, sign, before);
  episode.days_up = static_cast<std::int64_t>(run_up.peak - run_up.start);
  episode.days_down = static_cast<std::int64_t>(to - run_up.peak);
  FillClosing(days, side, closer_share, episode);
  FillEntries(days, sign, levels, episode);
  episode.from_peak = ReturnBetween(days, run_up.peak, to);
  return episode;
}

}  // namespace premiumlens
