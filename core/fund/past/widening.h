// Sudden widening against a fund's own past, on either side: "a fund that stays at ±0.1 % and
// suddenly widens to ±2 %, discount or premium, is a signal for high alert" (range guide).
//
// A day is held against the N days with a premium before it, itself left out:
//   usual   their median; spread = 1.4826 × the median of |premium − usual| (a normal variable's
//           standard deviation)
//   away    premium − usual
//   z       away / spread; none where the spread is 0
// It is wide where |away| reaches the least that counts, away points away from 0 on the day's own
// side (a premium above what is usual, a discount below it; a premium that shrinks is not), and z
// reaches its bar, or the spread is 0: then any move is out of the usual. The source names no
// figure for "suddenly"; the bars are ours. A mark is the first day of a run of wide days. Every
// day is judged by the days before it alone.

#ifndef PREMIUMLENS_CORE_FUND_PAST_WIDENING_H_
#define PREMIUMLENS_CORE_FUND_PAST_WIDENING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/stats/rolling.h"

namespace premiumlens {

struct WideningBars {
  std::int64_t window_days = 60;
  double z = 5;
  double least_fraction = 0.005;
};

inline constexpr std::size_t kMostWideningMarks = 100;  // the latest

struct WideDay {
  std::size_t row = 0;
  double premium_fraction = kMissing;
  double usual_fraction = kMissing;
  double spread_fraction = kMissing;
  double away_fraction = kMissing;
  double robust_z = kMissing;
  double change_fraction = kMissing;  // from the day before it that has a premium
  bool is_wide = false;
};

struct Widening {
  std::optional<WideDay> latest;  // the last day with a premium, wide or not
  std::int64_t days_running = 0;  // wide, up to the latest
  std::vector<WideDay> marks;     // ascending
  std::int64_t marks_count = 0;   // all of them
  std::int64_t wide_days = 0;
  std::int64_t judged_days = 0;
  std::optional<TooFew> too_few;  // no day has N before it
};

class WideningFinder {
 public:
  WideningFinder(const std::vector<double>& series, const WideningBars& bars);
  WideningFinder(const WideningFinder&) = delete;
  WideningFinder& operator=(const WideningFinder&) = delete;
  bool Step();
  double Progress() const;
  const Widening& result() const { return result_; }  // once Step() said true

 private:
  WideDay Judge(std::size_t day) const;
  void Note(const WideDay& day);

  WideningBars bars_;
  std::vector<std::size_t> rows_;
  std::vector<double> values_;
  RollingOrder before_;
  std::size_t done_ = 0;
  Widening result_;
};

Widening FindWidening(const std::vector<double>& series, const WideningBars& bars = {});

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_WIDENING_H_
