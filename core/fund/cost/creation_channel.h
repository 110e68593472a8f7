// Whether new shares seem to be created, read from the shares on the exchange that were pasted.
//
// A level is the row where the shares first stand at a number; a run is a level and the sessions
// after it on which they stand at the same number, or within `flat_fraction` of the one before (no
// creation unit is as small as 0.001 % of a fund; a LOF's limit of CNY 10 a day is). `sessions`
// counts those after it. From `flat_sessions` on, creation is possibly shut (field practice; the
// bar is ours): possibly, since nobody may have wanted to create or redeem, a feed may repeat an
// old number, and the shares on the exchange of a LOF move by transfers as well. Rows without
// shares are left out and counted. What ends a run: a jump (a rise of at least `jump_fraction`;
// possibly reopened), a rise below it, a fall (redemption works; of creation it says nothing), a
// split (the shares change by the ratio of a split found in price and NAV about that day), or
// nothing: open. The latest state: possibly_shut (in such a run), possibly_reopened (a run of that
// kind ended with a jump at most `flat_sessions` sessions ago), moving (anything else). Every
// session is judged by what stood by then. Source: the reading, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_CREATION_CHANNEL_H_
#define PREMIUMLENS_CORE_FUND_COST_CREATION_CHANNEL_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fund/liquidity.h"
#include "core/fund/past/premium_history.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/split.h"

namespace premiumlens {

struct ChannelOptions {
  std::int64_t flat_sessions = 5;
  double flat_fraction = 1e-5;
  double jump_fraction = 0.005;
};

enum class RunEnd { kJump, kRise, kFall, kSplit, kOpen };
std::string_view Name(RunEnd end);  // "jump", "rise", "fall", "split", "open"

enum class ChannelState { kPossiblyShut, kPossiblyReopened, kMoving };
std::string_view Name(ChannelState state);  // "possibly_shut", "possibly_reopened", "moving"

struct FlatRun {
  Date from = kMissingDate;  // the first day at this number
  Date to = kMissingDate;    // the last one
  std::int64_t sessions = 0;
  double shares = kMissing;
  RunEnd ended_by = RunEnd::kOpen;
  Date ended = kMissingDate;                // the day of another number
  double change_fraction = kMissing;        // on that day
  double premium_from_fraction = kMissing;  // on the first and the last day
  double premium_to_fraction = kMissing;
  Purchase purchase;  // pasted, as last known on its last day
};

struct CreationChannel {
  PastSample sample;              // days with shares
  std::int64_t missing_days = 0;  // without, after the first with
  std::optional<TooFew> too_few;  // days with shares; then nothing of what follows
  std::vector<FlatRun> runs;  // flat for at least flat_sessions; the newest kMostRuns, ascending
  std::int64_t runs_count = 0;
  std::optional<ChannelState> state;
  Date state_since = kMissingDate;   // of the latest level, or of the jump
  std::int64_t latest_sessions = 0;  // sessions since the shares last changed
  double latest_shares = kMissing;
  double latest_change_fraction = kMissing;  // the last change, and its day
  Date latest_change_date = kMissingDate;
  std::int64_t flat_days = 0;  // sessions in such runs, of sample.nobs
  Purchase purchase;           // pasted, as last known
};

inline constexpr std::size_t kMostRuns = 200;

CreationChannel ReadChannel(const FundData& data, const std::vector<Split>& splits,
                            const std::vector<double>& premium_fraction,
                            const ChannelOptions& options);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_CREATION_CHANNEL_H_
