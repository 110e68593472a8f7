// The episodes of a premium beyond a bar: how each came up, how it closed, and what a buyer got.
//
// An episode is a run-up (run_up.h: start, peak, end) with
//   rise_start  where its rise began: the day of the lowest premium among the kRiseDays days before
//               the start, but after the episode before (the latest of several). Nothing where the
//               data, or what follows a hole in them, begin beyond the bar.
//   days_up     known days from start to peak; days_down from peak to end, or to the last day of
//   one
//               that has no end.
//   closed_by   from peak to end the log premium falls by
//                   C = ln(1 + p_peak) − ln(1 + p_end) = −Δln price + Δln value,
//               exactly. price_share = −Δln price / C, value_share = Δln value / C, which add up to
//               1. price_fall: price_share ≥ kCloserShare; value_rise: value_share ≥ kCloserShare;
//               else both. A price that rose has a share below 0 and a value_share above 1, so it
//               is value_rise, and likewise the other way round. open: not over, or cut off.
//               Nothing where premiums alone were given. A discount closes by price_rise or
//               value_fall.
// The buyer's return from the first day, from rise_start to the peak, at or beyond each entry
// level, and from the peak, to the end (of an open one to its last day), split exactly (premium.h).
// The bars are ours, but for that of 5 % (investor guide).

#ifndef PREMIUMLENS_CORE_FUND_PAST_EPISODES_H_
#define PREMIUMLENS_CORE_FUND_PAST_EPISODES_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/past/run_up.h"
#include "core/fund/premium.h"

namespace premiumlens {

inline constexpr double kCloserShare = 0.75;   // ours
inline constexpr std::int64_t kRiseDays = 20;  // ours
// The investor guide names 5 %, the brokerage study 10 and 15 %; the others are ours.
inline constexpr std::array kEntryLevels = {0.03, 0.05, 0.08, 0.10, 0.15, 0.20};

enum class ClosedBy { kPriceFall, kValueRise, kPriceRise, kValueFall, kBoth, kOpen };

std::string_view Name(ClosedBy closed_by);  // "price_fall", "value_rise", …
std::span<const ClosedBy> AllClosedBy();

struct Entry {
  double level_fraction;
  std::size_t place;  // among the known days
  Return to_end;
};

struct Episode {
  RunUp run_up;
  std::optional<std::size_t> rise_start;
  std::int64_t days_up = 0;
  std::int64_t days_down = 0;
  std::optional<ClosedBy> closed_by;
  double price_share = kMissing;
  double value_share = kMissing;
  std::vector<Entry> entries;  // for those levels that were reached
  Return from_peak{kMissing, kMissing, kMissing, kMissing};
};

// What a buyer of one known day had on a later one. NaN where premiums alone were given.
Return ReturnBetween(const KnownDays& days, std::size_t from, std::size_t to);

// `before`: the first day that is not the episode's before.
Episode DescribeEpisode(const KnownDays& days, const RunUp& run_up, PremiumSide side,
                        std::span<const double> levels, double closer_share, std::size_t before);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_EPISODES_H_
