// Stretches of days beyond a bar, and the crossings with which they begin.
//
// A day is over the bar if its premium is at or beyond it, and back if it is short of the end bar
// (the bar itself unless a lower one is named). A run-up
//   starts  on the first day over the bar;
//   peaks   on its day of the highest premium (the first of several);
//   ends    on the first day back, if the premium then stays back for `quiet_days` days running. A
//           premium that is over the end bar again sooner goes on with the same run-up, so that one
//           that hovers about the bar is one and not many.
// So a crossing counts for a new run-up only if the premium was back for `quiet_days` days before
// it; whether it does is known on the day itself. Back at the end of the data counts as ended, also
// where the quiet days are not over yet. Days are known_days.h's. Where more than kOldestDays days
// are missing a run-up is cut off: its end is not known, and the next day's side tells of no
// crossing. Neither does the first day's.
// On the side of the discount all of it holds of −premium.

#ifndef PREMIUMLENS_CORE_FUND_PAST_RUN_UP_H_
#define PREMIUMLENS_CORE_FUND_PAST_RUN_UP_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/fund/past/known_days.h"
#include "core/fund/rules.h"

namespace premiumlens {

inline constexpr std::int64_t kQuietDays = 5;  // a week of trading; ours

struct RunUpRule {
  double bar_fraction = kPremiumBar;  // greater than 0, whichever the side
  double end_fraction = kPremiumBar;  // at most the bar
  std::int64_t quiet_days = kQuietDays;
  PremiumSide side = PremiumSide::kPremium;
};

// Places among the known days.
struct RunUp {
  std::size_t start;
  std::size_t peak;
  std::size_t last;                // the last day before the end, or the last there is
  std::optional<std::size_t> end;  // the first day back; nothing where it is not over or cut off
  bool crossed;                    // the day before was short of the bar
  bool cut_off = false;
};

// Day by day, so that it can pause and cannot look ahead.
class RunUpFinder {
 public:
  RunUpFinder(const KnownDays& days, RunUpRule rule);  // the days must outlive it
  void AddNext();                                      // the next day; only while !AtEnd()
  bool AtEnd() const { return next_ == days_.size(); }
  // Ends what is going on; once, at the end.
  std::vector<RunUp> Finish();
  // Every crossing from short of the bar to over it, also those that go on with a run-up.
  std::int64_t crossings() const { return crossings_; }

 private:
  void Continue(std::size_t place, double beyond);
  void Close(bool cut_off);

  const KnownDays& days_;
  RunUpRule rule_;
  double sign_;
  std::size_t next_ = 0;
  bool was_short_ = false;  // of the bar, the day before; false where there was none
  std::optional<RunUp> current_;
  std::optional<std::size_t> back_since_;
  std::vector<RunUp> found_;
  std::int64_t crossings_ = 0;
};

// All at once.
std::vector<RunUp> FindRunUps(const KnownDays& days, const RunUpRule& rule);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_RUN_UP_H_
