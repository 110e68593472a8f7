#include "core/fund/value/ladder.h"

#include <algorithm>
#include <cmath>

#include "core/base/word_list.h"
#include "core/fund/premium.h"
#include "core/fund/value/session_map.h"

namespace premiumlens {
namespace {

constexpr WordList<LadderValue, 8> kValues = {
    {LadderValue::kIopv, LadderValue::kIopvEstimated, LadderValue::kEstimateGiven,
     LadderValue::kNavSameDay, LadderValue::kNavPrevious, LadderValue::kNavPrevious2,
     LadderValue::kNavPublished, LadderValue::kNavCorrected},
    {"iopv", "iopv_estimated", "estimate_given", "nav_same_day", "nav_previous", "nav_previous_2",
     "nav_published", "nav_corrected"}};

constexpr WordList<KnownReason, 11> kKnownReasons = {
    {KnownReason::kPublishedBefore, KnownReason::kPublishedSameDay, KnownReason::kPublishedLater,
     KnownReason::kShownLive, KnownReason::kShownStanding, KnownReason::kCarriedFromKnown,
     KnownReason::kCarriedFromLater, KnownReason::kSomebodyElses, KnownReason::kModelled,
     KnownReason::kUndated, KnownReason::kRegionUnknown},
    {"published_before", "published_same_day", "published_later", "shown_live", "shown_standing",
     "carried_from_known", "carried_from_later", "somebody_elses", "modelled", "undated",
     "region_unknown"}};

constexpr WordList<JudgeReason, 5> kJudgeReasons = {
    {JudgeReason::kIopvMoves, JudgeReason::kPublishedByThen, JudgeReason::kOtherKnownNav,
     JudgeReason::kEstimateOnly, JudgeReason::kIopvOnly},
    {"iopv_moves", "published_by_then", "other_known_nav", "estimate_only", "iopv_only"}};

struct Known {
  std::optional<bool> by_then;
  KnownReason reason;
};

// Of a NAV that is published so many sessions after the price's.
Known KnownBySessions(int after) {
  if (after < 0) return {true, KnownReason::kPublishedBefore};
  return {false, after == 0 ? KnownReason::kPublishedSameDay : KnownReason::kPublishedLater};
}

// How many sessions back the name says, where the calendar does not.
std::optional<int> SessionsBackOf(const LadderEntry& entry) {
  if (entry.sessions_back) return entry.sessions_back;
  switch (entry.value) {
    case LadderValue::kNavSameDay:
      return 0;
    case LadderValue::kNavPrevious:
      return 1;
    case LadderValue::kNavPrevious2:
      return 2;
    default:
      return {};
  }
}

class Maker {
 public:
  explicit Maker(const LadderInput& input) : in_(input) {
    ladder_.band = input.band.value_or(ReferenceBand(input.kind));
    ladder_.iopv_moves = input.iopv_moves.value_or(MovesByHours());
  }

  Ladder Make() {
    for (const LadderValue value : AllLadderValues()) {
      if (const LadderEntry* entry = Given(value)) AddRung(*entry);
    }
    if (in_.moves) CarryOn();
    std::stable_sort(ladder_.rungs.begin(), ladder_.rungs.end(),
                     [](const Rung& a, const Rung& b) { return a.value < b.value; });
    ChooseJudge();
    Compare();
    return std::move(ladder_);
  }

 private:
  bool MovesByHours() const {
    if (in_.region == Region::kUnknown) return true;  // nothing says that it stands still
    // Summer time moves no market into Shanghai's hours or out of them, so any day will do.
    const Date date = in_.date == kMissingDate ? 0 : in_.date;
    return SessionMapOf(in_.region, date).basis != IopvBasis::kLastClose;
  }

  const LadderEntry* Given(LadderValue value) const {
    const auto found =
        std::find_if(in_.values.begin(), in_.values.end(),
                     [value](const LadderEntry& entry) { return entry.value == value; });
    return found == in_.values.end() ? nullptr : &*found;
  }

  const Rung* Find(LadderValue value) const {
    const auto found = std::find_if(ladder_.rungs.begin(), ladder_.rungs.end(),
                                    [value](const Rung& rung) { return rung.value == value; });
    return found == ladder_.rungs.end() ? nullptr : &*found;
  }

  // By the calendar where it says which NAVs were published, else by counting sessions.
  Known KnownNav(const LadderEntry& entry, std::optional<int>& published_after) const {
    if (entry.value == LadderValue::kNavPublished) return {true, KnownReason::kPublishedBefore};
    if (in_.published_until != kMissingDate && entry.date != kMissingDate) {
      if (entry.date <= in_.published_until) return {true, KnownReason::kPublishedBefore};
      // A NAV of no session, as of a Sunday, counts as the next session's.
      if (published_after) published_after = std::max(0, *published_after);
    }
    if (!published_after) return {{}, KnownReason::kUndated};
    // The slowest market publishes a session later than the quickest: between them nothing is told.
    if (in_.lag_assumed && *published_after == 0) return {{}, KnownReason::kRegionUnknown};
    return KnownBySessions(*published_after);
  }

  Known KnownOf(const LadderEntry& entry, std::optional<int>& published_after) const {
    switch (entry.value) {
      case LadderValue::kIopv:
        return {true, ladder_.iopv_moves ? KnownReason::kShownLive : KnownReason::kShownStanding};
      case LadderValue::kIopvEstimated:
      case LadderValue::kEstimateGiven:
        return {{}, KnownReason::kSomebodyElses};
      case LadderValue::kNavCorrected:
        return {{}, KnownReason::kModelled};
      default:
        return KnownNav(entry, published_after);
    }
  }

  void AddRung(const LadderEntry& entry) {
    const std::optional<int> back = SessionsBackOf(entry);
    std::optional<int> published_after;
    if (back) published_after = in_.lag.sessions - *back;
    const Known known = KnownOf(entry, published_after);
    Push(entry, back, known, published_after);
  }

  void Push(const LadderEntry& entry, std::optional<int> back, Known known,
            std::optional<int> published_after) {
    const double premium = PremiumFraction(in_.price_cny, entry.value_cny);
    ladder_.rungs.push_back({entry.value, entry.value_cny, entry.date, back, known.by_then,
                             known.reason, published_after, premium,
                             LogPremium(in_.price_cny, entry.value_cny),
                             Judge(premium, ladder_.band), kMissing, kMissing});
  }

  // The NAV to carry on: the one given, else the newest that is surely no later than the price.
  EstimateInput WithNav() {
    EstimateInput moves = *in_.moves;
    if (moves.price_date == kMissingDate) {
      moves.price_date = in_.date;
      moves.closed_until = ClosedUntil(in_.date, in_.region);
    }
    if (IsMissing(moves.nav_cny)) {
      for (const LadderValue value :
           {LadderValue::kNavPublished, LadderValue::kNavPrevious, LadderValue::kNavPrevious2}) {
        const Rung* rung = Find(value);
        if (rung == nullptr) continue;
        ladder_.carried.value = value;
        moves.nav_cny = rung->value_cny;
        moves.nav_date = rung->value_date;
        break;
      }
    }
    ladder_.carried.value_cny = moves.nav_cny;
    ladder_.carried.date = moves.nav_date;
    ladder_.carried.premium_fraction = PremiumFraction(in_.price_cny, moves.nav_cny);
    return moves;
  }

  // Without a calendar: between two days there are no more sessions than weekdays.
  bool CannotHaveBeenPublished(Date nav_date) const {
    if (nav_date == kMissingDate || in_.date == kMissingDate) return false;
    int weekdays = 0;
    for (Date day = nav_date + 1; day <= in_.date && weekdays <= in_.lag.sessions; ++day) {
      weekdays += IsWeekend(day) ? 0 : 1;
    }
    return weekdays <= in_.lag.sessions - (in_.lag_assumed ? 1 : 0);
  }

  Known KnownCarried() const {
    std::optional<bool> known;
    const Rung* rung = ladder_.carried.value ? Find(*ladder_.carried.value) : nullptr;
    if (rung != nullptr) {
      known = rung->known_by_then;
    } else if (in_.published_until != kMissingDate && ladder_.carried.date != kMissingDate) {
      known = ladder_.carried.date <= in_.published_until;
    }
    if (!known && CannotHaveBeenPublished(ladder_.carried.date)) known = false;
    if (!known) return {{}, KnownReason::kUndated};
    return {known, *known ? KnownReason::kCarriedFromKnown : KnownReason::kCarriedFromLater};
  }

  void CarryOn() {
    const EstimateInput moves = WithNav();
    const Estimate estimate = EstimateIopv(moves);
    if (IsMissing(estimate.value_cny)) return;
    ladder_.estimate_cny = estimate.value_cny;
    ladder_.waterfall = MakeWaterfall(in_.price_cny, moves.nav_cny, estimate);
    ladder_.refused = estimate.refused;
    for (Rung& rung : ladder_.rungs) {
      if (rung.value == LadderValue::kIopvEstimated) rung.value = LadderValue::kEstimateGiven;
    }
    Push({LadderValue::kIopvEstimated, estimate.value_cny, in_.date, {}}, {}, KnownCarried(), {});
  }

  // Unless something judges already.
  void JudgeBy(LadderValue value, JudgeReason reason) {
    if (ladder_.judged_by || Find(value) == nullptr) return;
    ladder_.judged_by = value;
    ladder_.judge_reason = reason;
  }

  void ChooseJudge() {
    if (ladder_.iopv_moves) JudgeBy(LadderValue::kIopv, JudgeReason::kIopvMoves);
    JudgeBy(LadderValue::kNavPublished, JudgeReason::kPublishedByThen);
    for (const LadderValue value : {LadderValue::kNavPrevious, LadderValue::kNavPrevious2}) {
      const Rung* rung = Find(value);
      if (rung != nullptr && rung->known_by_then == true) {
        JudgeBy(value, JudgeReason::kOtherKnownNav);
      }
    }
    const Rung* estimate = Find(LadderValue::kIopvEstimated);
    if (estimate != nullptr && estimate->known_by_then != false) {
      JudgeBy(LadderValue::kIopvEstimated, JudgeReason::kEstimateOnly);
    }
    JudgeBy(LadderValue::kIopv, JudgeReason::kIopvOnly);
  }

  void Compare() {
    if (!ladder_.judged_by) return;
    const Rung judge = *Find(*ladder_.judged_by);
    for (Rung& rung : ladder_.rungs) {
      rung.premium_difference_fraction = rung.premium_fraction - judge.premium_fraction;
      rung.value_difference_fraction = PremiumFraction(rung.value_cny, judge.value_cny);
    }
  }

  const LadderInput& in_;
  Ladder ladder_;
};

}  // namespace

std::string_view Name(LadderValue value) { return kValues.NameOf(value); }
std::optional<LadderValue> FindLadderValue(std::string_view name) { return kValues.Find(name); }
std::span<const LadderValue> AllLadderValues() { return kValues.values; }

std::string_view Name(KnownReason reason) { return kKnownReasons.NameOf(reason); }
std::span<const KnownReason> AllKnownReasons() { return kKnownReasons.values; }

std::string_view Name(JudgeReason reason) { return kJudgeReasons.NameOf(reason); }
std::span<const JudgeReason> AllJudgeReasons() { return kJudgeReasons.values; }

Ladder MakeLadder(const LadderInput& input) { return Maker(input).Make(); }

std::vector<WaterfallStep> MakeWaterfall(double price_cny, double nav_cny,
                                         const Estimate& estimate) {
  std::vector<WaterfallStep> steps;
  double value = nav_cny;
  double premium = PremiumFraction(price_cny, nav_cny);
  for (const EstimateStep& step : estimate.steps) {
    const double after = PremiumFraction(price_cny, step.value_cny);
    steps.push_back({step.part, step.move_fraction, step.counted, step.value_cny, after,
                     after - premium, std::log(value / step.value_cny)});
    value = step.value_cny;
    premium = after;
  }
  return steps;
}

SameDayGap SplitGap(const GapInput& input) {
  SameDayGap gap{};
  gap.value_fraction = PremiumFraction(input.same_day_cny, input.published_cny);
  gap.log_change = std::log1p(gap.value_fraction);
  gap.index_log_change = std::log1p(input.invested_fraction * input.index_move_fraction);
  gap.fx_log_change = std::log1p(input.fx_move_fraction);
  gap.rest_log_change = gap.log_change;
  for (const double part : {gap.index_log_change, gap.fx_log_change}) {
    if (!IsMissing(part)) gap.rest_log_change -= part;
  }
  return gap;
}

}  // namespace premiumlens
