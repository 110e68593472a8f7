// Four verdicts on one premium, side by side, and where they disagree.
//
//   kind        the reference band of its kind of fund (kind.h; range guide).
//   own_past    its place among its own last kOwnWindow days with a premium, or among all days
//   where
//               there are fewer (standing.h). unusual_high: above the median, and no more than 1 −
//               the percentile bar of those days, itself among them, stand at or above it, or its
//               robust z is at the bar or beyond; unusual_low the same below. That a jump against
//               its own past deserves attention on either side is the range guide's; the bars ours.
//   same_index  the other funds pasted that follow the same index, on the same day against the same
//               value of the same day: lowest (no other is below it), near_lowest (within the gap
//               bar of the lowest other), above_others. The comparison is the investor guide's, the
//               gap bar ours.
//   absolute    the highest of the sources' bars that the premium is over: 5 % investor guide; 10,
//   15
//               and 50 % brokerage study. They speak of premiums, not of discounts.

#ifndef PREMIUMLENS_CORE_FUND_PAST_VERDICTS_H_
#define PREMIUMLENS_CORE_FUND_PAST_VERDICTS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/base/source.h"
#include "core/fund/analysis.h"
#include "core/fund/kind.h"
#include "core/fund/past/standing.h"
#include "core/fund/rules.h"

namespace premiumlens {

struct VerdictBars {
  double percentile_fraction = 0.95;  // more than one half
  double robust_z = 3;
  double index_gap_fraction = 0.01;
};

enum class OwnVerdict { kUsual, kUnusualHigh, kUnusualLow, kTooFew };
enum class IndexVerdict { kLowest, kNearLowest, kAboveOthers, kNoOthers, kIndexUnknown };
enum class AbsoluteVerdict { kUnderAll, kOver, kDiscount };

std::string_view Name(OwnVerdict verdict);
std::string_view Name(IndexVerdict verdict);
std::string_view Name(AbsoluteVerdict verdict);

inline constexpr std::int64_t kOwnWindow = 250;

struct OwnPast {
  OwnVerdict verdict = OwnVerdict::kTooFew;
  Standing judged;  // of the window, or of all days where that is too short
  Standing all;
  OwnVerdict all_verdict = OwnVerdict::kTooFew;
};
OwnPast JudgeOwnPast(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                     const VerdictBars& bars);

// The same in pieces of a few milliseconds. `dates` and `premium_fraction` outlive it.
class OwnPastJudge {
 public:
  OwnPastJudge(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
               const VerdictBars& bars);
  bool Step();
  const OwnPast& result() const { return own_; }  // once Step() said true

 private:
  const std::vector<Date>& dates_;
  const std::vector<double>& premium_fraction_;
  VerdictBars bars_;
  OwnPast own_;
  std::optional<StandingMaker> maker_;
  bool is_window_done_ = false;
};

// Another fund on the same index.
struct Peer {
  std::string code;
  std::string name;
  double premium_fraction;
};

struct SameIndex {
  IndexVerdict verdict = IndexVerdict::kNoOthers;
  std::string index_name;
  double premium_fraction = kMissing;  // the fund's own
  std::vector<Peer> peers;             // the lowest first
  double median_fraction = kMissing;   // of them
  // On the index, but without such a premium on that day, or against a value of another day: a NAV
  // a session older lacks a move of the index that the other's holds.
  std::int64_t other_days = 0;
};
// `funds`: all that were pasted, against one value; `code`: the one judged.
SameIndex JudgeSameIndex(const std::vector<FundSummary>& funds, std::string_view code,
                         const VerdictBars& bars);

struct AbsoluteBar {
  double bar_fraction;
  Source source;
};
inline constexpr std::array<AbsoluteBar, 4> kAbsoluteBars = {
    {{kPremiumBar, Source::kInvestorGuide},
     {0.10, Source::kBrokerageStudy},
     {0.15, Source::kBrokerageStudy},
     {kExtremePremium, Source::kBrokerageStudy}}};

struct Absolute {
  AbsoluteVerdict verdict = AbsoluteVerdict::kUnderAll;
  std::optional<AbsoluteBar> passed;  // the highest
  std::optional<AbsoluteBar> next;    // the lowest that is not
};
Absolute JudgeAbsolute(double premium_fraction);

// Why two verdicts on one premium say different things.
enum class Disagreement {
  kInsideKindUnusualOwn,  // a premium usual for its kind, and not for this fund
  kOutsideKindUsualOwn,   // the fund is often out there
  kOutsideKindLowOwn,     // beyond the band, yet low for this fund
  kOutsideKindUnderBars,  // the bars begin at 5 %, the bands at 1 or 2 %
  kDiscountOutsideKind,   // the bars do not speak of discounts
  kOverBarUsualOwn,       // over a bar that the fund is often over
  kOverBarLowestOnIndex,  // the others on the index are dearer still
  kOutsideKindLowestOnIndex,
  kCalmAboveIndex,  // neither bar nor band is passed, yet others on the index are lower
  kValueMoved,      // see ValueMoved()
  kOwnWindowApart,  // unusual in the window and not in all its past, or the other way round
};
// Of a market that trades while Shanghai does: beyond the band's inner bound on the NAV published
// by then, and not so far beyond on the same day's. The difference is that day's own move of the
// value.
bool ValueMoved(double premium_fraction, double same_day_premium_fraction, const Band& band);

std::string_view Name(Disagreement disagreement);
std::span<const Disagreement> AllDisagreements();

std::vector<Disagreement> Disagreements(double premium_fraction, Verdict kind, const OwnPast& own,
                                        const SameIndex& index, const Absolute& absolute);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_VERDICTS_H_
