#include "core/fund/cost/creation_channel.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<RunEnd, 5> kEnds = {
    {RunEnd::kJump, RunEnd::kRise, RunEnd::kFall, RunEnd::kSplit, RunEnd::kOpen},
    {"jump", "rise", "fall", "split", "open"}};

constexpr WordList<ChannelState, 3> kStates = {
    {ChannelState::kPossiblyShut, ChannelState::kPossiblyReopened, ChannelState::kMoving},
    {"possibly_shut", "possibly_reopened", "moving"}};

// Shares are created in the days about a split as well, so their ratio need not be exact.
constexpr double kSplitSlack = 0.1;

bool IsSplit(const std::vector<Split>& splits, Date date, double ratio) {
  return std::any_of(splits.begin(), splits.end(), [&](const Split& split) {
    return std::abs(split.date - date) <= kNearDays &&
           std::abs(ratio / split.ratio - 1) <= kSplitSlack;
  });
}

class Reader {
 public:
  Reader(const FundData& data, const std::vector<Split>& splits,
         const std::vector<double>& premium_fraction, const ChannelOptions& options)
      : data_(data), splits_(splits), premium_(premium_fraction), options_(options) {}

  CreationChannel Read() {
    for (std::size_t row = 0; row < data_.shares.size(); ++row) {
      if (data_.shares[row] > 0) {
        Take(row);
      } else if (seen_ > 0) {
        ++channel_.missing_days;
      }
    }
    channel_.sample = SampleOf(data_.dates, data_.shares);
    channel_.sample.nobs = seen_;
    if (seen_ <= options_.flat_sessions) {
      CreationChannel little;
      little.sample = channel_.sample;
      little.missing_days = channel_.missing_days;
      little.too_few = TooFew{options_.flat_sessions + 1, seen_};
      return little;
    }
    Close(RunEnd::kOpen, last_);
    Judge();
    return std::move(channel_);
  }

 private:
  void Take(std::size_t row) {
    ++seen_;
    const double shares = data_.shares[row];
    if (seen_ == 1) {
      Begin(row);
    } else if (std::abs(shares / data_.shares[last_] - 1) <= options_.flat_fraction) {
      ++sessions_;
    } else {
      const double ratio = shares / data_.shares[last_];
      const RunEnd end = EndOf(ratio, data_.dates[row]);
      const bool was_shut = sessions_ >= options_.flat_sessions;
      Close(end, row);
      if (was_shut && end == RunEnd::kJump) reopened_ = seen_;
      if (was_shut && end == RunEnd::kJump) reopened_date_ = data_.dates[row];
      channel_.latest_change_fraction = ratio - 1;
      channel_.latest_change_date = data_.dates[row];
      Begin(row);
    }
    last_ = row;
  }

  void Begin(std::size_t row) {
    first_ = row;
    sessions_ = 0;
  }

  RunEnd EndOf(double ratio, Date date) const {
    if (IsSplit(splits_, date, ratio)) return RunEnd::kSplit;
    if (ratio < 1) return RunEnd::kFall;
    return ratio - 1 >= options_.jump_fraction ? RunEnd::kJump : RunEnd::kRise;
  }

  // `row`: of the other number.
  void Close(RunEnd end, std::size_t row) {
    if (sessions_ < options_.flat_sessions) return;
    FlatRun run;
    run.from = data_.dates[first_];
    run.to = data_.dates[last_];
    run.sessions = sessions_;
    run.shares = data_.shares[first_];
    run.ended_by = end;
    if (end != RunEnd::kOpen) {
      run.ended = data_.dates[row];
      run.change_fraction = data_.shares[row] / run.shares - 1;
    }
    run.premium_from_fraction = premium_[first_];
    run.premium_to_fraction = premium_[last_];
    run.purchase = PurchaseAt(data_, last_);
    channel_.flat_days += sessions_;
    ++channel_.runs_count;
    channel_.runs.push_back(run);
    // Cut in halves, so that a long history costs no more than its length.
    if (channel_.runs.size() >= 2 * kMostRuns) Cut();
  }

  void Cut() {
    const std::size_t surplus = channel_.runs.size() - std::min(channel_.runs.size(), kMostRuns);
    channel_.runs.erase(channel_.runs.begin(),
                        channel_.runs.begin() + static_cast<std::ptrdiff_t>(surplus));
  }

  void Judge() {
    Cut();
    channel_.latest_sessions = sessions_;
    channel_.latest_shares = data_.shares[last_];
    channel_.purchase = PurchaseAt(data_, data_.rows - 1);
    channel_.state_since = data_.dates[first_];
    if (sessions_ >= options_.flat_sessions) {
      channel_.state = ChannelState::kPossiblyShut;
    } else if (reopened_ > 0 && seen_ - reopened_ <= options_.flat_sessions) {
      channel_.state = ChannelState::kPossiblyReopened;
      channel_.state_since = reopened_date_;
    } else {
      channel_.state = ChannelState::kMoving;
    }
  }

  const FundData& data_;
  const std::vector<Split>& splits_;
  const std::vector<double>& premium_;
  const ChannelOptions& options_;
  CreationChannel channel_;
  std::int64_t seen_ = 0;      // days with shares
  std::int64_t reopened_ = 0;  // which of them
  Date reopened_date_ = kMissingDate;
  std::int64_t sessions_ = 0;  // of the run
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

std::string_view Name(RunEnd end) { return kEnds.NameOf(end); }
std::string_view Name(ChannelState state) { return kStates.NameOf(state); }

CreationChannel ReadChannel(const FundData& data, const std::vector<Split>& splits,
                            const std::vector<double>& premium_fraction,
                            const ChannelOptions& options) {
  return Reader(data, splits, premium_fraction, options).Read();
}

}  // namespace premiumlens
