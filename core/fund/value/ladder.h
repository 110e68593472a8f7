// One price against every value it can be compared with, side by side: which of them was known by
// then, which one judges, and how the value carried on to the moment of the price comes about.
//
// Names are those of denominator.h, and two more:
//   nav_previous_2   the NAV of the session before the previous one (T−2)
//   estimate_given   an estimate of somebody else's, where one is made here as well; alone it is
//                    iopv_estimated
//
// Known by then. A NAV is published in the evening, `lag` sessions after its own (region.h), so one
// of `back` sessions before the price was known if back > lag. The NAV of the price's own day never
// was: where the market trades while Shanghai does it tells the same news as the price, elsewhere
// it holds the night's. One given by its day alone was not known if there are too few weekdays
// between. An IOPV was on the screen; of a market that is shut meanwhile it is the
// last close times the exchange rate. An estimate was known if the NAV it starts from was: a move
// that ends later than the price is refused (iopv_estimate.h).
//
// Judged by: a moving IOPV; else the NAV published by then; else the latest other NAV that was
// known by then; else an estimate; else a standing IOPV. The NAV of the day never judges.
//
// The waterfall leads from the premium against the NAV carried on to the premium against the
// estimate, move by move: each step's change of the premium, p after − p before, and of the log
// premium, ln(V before / V after). The changes add up to the whole.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_LADDER_H_
#define PREMIUMLENS_CORE_FUND_VALUE_LADDER_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/kind.h"
#include "core/fund/region.h"
#include "core/fund/value/iopv_estimate.h"

namespace premiumlens {

enum class LadderValue {
  kIopv,
  kIopvEstimated,
  kEstimateGiven,
  kNavSameDay,
  kNavPrevious,
  kNavPrevious2,
  kNavPublished,
  kNavCorrected,
};

std::string_view Name(LadderValue value);  // "iopv", …, "nav_previous_2", …
std::optional<LadderValue> FindLadderValue(std::string_view name);
std::span<const LadderValue> AllLadderValues();

// Why a value was known by the time of the price, or was not, or why that cannot be told.
enum class KnownReason {
  kPublishedBefore,   // yes: in an evening before the price's session
  kPublishedSameDay,  // no: in the evening after it
  kPublishedLater,    // no: in the evening of a later session
  kShownLive,         // yes: an IOPV that moves with its market
  kShownStanding,     // yes: an IOPV of a market that is shut meanwhile
  kCarriedFromKnown,  // yes: an estimate that starts from a value known by then
  kCarriedFromLater,  // no: an estimate that starts from one that was not
  kSomebodyElses,     // not told: an estimate whose making is not known
  kModelled,          // not told: a model may look ahead
  kUndated,           // not told: nobody said of which day the value is
  kRegionUnknown,     // not told: known by then in Asia, not yet elsewhere
};

std::string_view Name(KnownReason reason);  // "published_before", …
std::span<const KnownReason> AllKnownReasons();

enum class JudgeReason { kIopvMoves, kPublishedByThen, kOtherKnownNav, kEstimateOnly, kIopvOnly };

std::string_view Name(JudgeReason reason);  // "iopv_moves", …
std::span<const JudgeReason> AllJudgeReasons();

struct LadderEntry {
  LadderValue value;
  double value_cny;
  Date date = kMissingDate;          // of the value
  std::optional<int> sessions_back;  // of its date, by the fund's own calendar
};

struct LadderInput {
  double price_cny = kMissing;
  Date date = kMissingDate;
  Kind kind = Kind::kUnknown;
  std::optional<Band> band = {};  // where it is not the kind's reference range
  Region region = Region::kUnknown;
  PublicationLag lag{};
  bool lag_assumed = false;             // an unknown region's: it may be that of any market
  std::optional<bool> iopv_moves;       // nothing: told by the market's hours
  Date published_until = kMissingDate;  // NAVs up to this day were published by then, where known
  std::vector<LadderEntry> values;      // each once, positive
  std::optional<EstimateInput> moves;   // a NAV that is missing: the published, else a previous one
};

struct Rung {
  LadderValue value;
  double value_cny;
  Date value_date;
  std::optional<int> sessions_back;
  std::optional<bool> known_by_then;
  KnownReason reason;
  // In which evening it is published: so many sessions after the price's (0: that day's, −1: the
  // one before). Of NAVs whose day is known.
  std::optional<int> published_after_sessions;
  double premium_fraction;
  double log_premium;
  Verdict verdict;
  // Against what judges: the premium less that one's, and the value over that one's − 1.
  double premium_difference_fraction;
  double value_difference_fraction;
};

struct WaterfallStep {
  EstimatePart part;
  double move_fraction;
  bool counted;  // given and not refused
  double value_cny;
  double premium_fraction;
  double premium_change_fraction;
  double log_premium_change;
};

// What the estimate starts from.
struct Carried {
  std::optional<LadderValue> value;  // nothing: a NAV given apart
  double value_cny = kMissing;
  Date date = kMissingDate;
  double premium_fraction = kMissing;
};

struct Ladder {
  std::vector<Rung> rungs;  // in the order of LadderValue
  std::optional<LadderValue> judged_by;
  std::optional<JudgeReason> judge_reason;
  Band band;
  bool iopv_moves = false;
  // Of `moves`; empty where none are given, or there is no NAV to carry on.
  Carried carried;
  double estimate_cny = kMissing;
  std::vector<WaterfallStep> waterfall;
  std::vector<RefusedMove> refused;
};

Ladder MakeLadder(const LadderInput& input);

// The steps alone.
std::vector<WaterfallStep> MakeWaterfall(double price_cny, double nav_cny,
                                         const Estimate& estimate);

// How the NAV of the day comes from the one published by then, in log parts that add up:
//   ln(same day / published) = ln(1 + w · index move) + ln(1 + FX move) + rest
// The moves are from the session, and the day's rate, that the published NAV holds to those of the
// same-day NAV. A move that is missing is no part, and is in the rest.
struct GapInput {
  double published_cny = kMissing;
  double same_day_cny = kMissing;
  double index_move_fraction = kMissing;
  double fx_move_fraction = kMissing;
  double invested_fraction = 1;
};

struct SameDayGap {
  double value_fraction;  // same day / published − 1
  double log_change;
  double index_log_change;  // NaN where the move is missing
  double fx_log_change;
  double rest_log_change;
};

SameDayGap SplitGap(const GapInput& input);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_LADDER_H_
