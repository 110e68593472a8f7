// The estimate of iopv_estimate.h over a fund's past, from the index and the rate that stand beside
// it: which of them, dated how, and what came of it.
//
// The index is, in this order: the one asked for; one that bears the name of the fund's index
// (identify.h) or stands in the fund's own table; the only one; of several the one whose dating
// (nav_dating.h) leaves the smallest residual. One that nobody named is refused if it explains less
// than kLeastExplained of the variance of the NAV's moves. The rate is the one asked for; else that
// of the index's currency, where the index is quoted in one; else that of the fund's market; none
// where that is CNY. Rates of 100 units will do: only their moves count.
//
// A lag is the one given; else the one that the dating tells; else 0: the NAV dated T holds the
// market's close of T and the central parity of T.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_PAST_ESTIMATE_H_
#define PREMIUMLENS_CORE_FUND_VALUE_PAST_ESTIMATE_H_

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/code.h"
#include "core/fund/identify.h"
#include "core/fund/read/market_series.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/region.h"
#include "core/fund/value/estimate_replay.h"
#include "core/fund/value/nav_dating.h"

namespace premiumlens {

enum class LagReason {
  kGiven,    // the user said so
  kDated,    // the series tell
  kAssumed,  // the series cannot tell
};

std::string_view Name(LagReason reason);  // "given", "dated", "assumed"
std::span<const LagReason> AllLagReasons();

enum class SeriesReason {
  kGiven,     // the user named it
  kName,      // the fund's index is called so
  kOnly,      // there is no other
  kResidual,  // it leaves the smallest residual
  kCurrency,  // of a rate: of the index's currency
  kRegion,    // of a rate: of the fund's market
  kNone,      // none is needed, or none was wanted
  kAbsent,    // it would be needed and is not there
};

std::string_view Name(SeriesReason reason);  // "given", "name", …
std::span<const SeriesReason> AllSeriesReasons();

// Of the market a fund of that region holds; empty where it is not one.
std::string_view CurrencyOf(Region region);

inline constexpr double kLeastExplained = 0.5;

inline constexpr std::array<double, 5> kReplayBars = {0.01, 0.02, 0.05, 0.10, 0.15};

// What the user has said.
struct EstimateOptions {
  std::optional<std::string> index = {};  // the name of a series
  std::optional<std::string> fx = {};     // the same; empty: none
  std::optional<int> index_lag = {};
  std::optional<int> fx_lag = {};
  double invested_fraction = 1;
  std::vector<double> bars = {kReplayBars.begin(), kReplayBars.end()};
  bool compare_all = false;  // the other indexes are dated as well, to be listed
};

struct UsedLag {
  int sessions = 0;
  LagReason reason = LagReason::kAssumed;
};

// One index that could be the fund's, with its own rate, and how well it dates the NAV.
struct IndexCandidate {
  std::size_t index;              // into the indexes
  std::optional<std::size_t> fx;  // into the rates
  SeriesReason fx_reason = SeriesReason::kAbsent;
  std::string currency = {};  // whose rate it needs
  NavDating dating = {};
};

struct PastEstimate {
  std::optional<Code> trouble;       // why there is none; then only what led there is set
  std::optional<std::size_t> index;  // into FundData::indexes
  SeriesReason index_reason = SeriesReason::kAbsent;
  std::optional<std::size_t> fx;  // into FundData::rates
  SeriesReason fx_reason = SeriesReason::kAbsent;
  std::string currency;    // whose rate is needed; empty if that is not known
  std::string index_name;  // of the series used
  std::string fx_name;
  NavDating dating;  // of the index used
  UsedLag index_lag;
  UsedLag fx_lag;
  double invested_fraction = 1;
  std::vector<IndexCandidate> candidates;  // all that were dated, the best first
  Replay replay;                           // row by row of the fund's data
};

// Makes the estimate of a history, a candidate or a piece of the replay at a step.
class PastEstimator {
 public:
  // `data`: prices and NAVs on one basis, and the series beside them; must outlive it. Failure:
  // unknown_series.
  PastEstimator(const FundData& data, const Identity& identity, PublicationLag lag,
                EstimateOptions options);
  bool Step();  // true when all is done
  PastEstimate Finish() { return std::move(estimate_); }

 private:
  void ChooseCandidates();
  void AddOthers();
  void ChooseRate(IndexCandidate& candidate);
  std::optional<std::size_t> RateOf(const std::string& currency) const;
  bool CanChoose();
  void BeginReplay();

  const FundData& data_;
  const Identity& identity_;
  PublicationLag lag_;
  EstimateOptions options_;
  std::vector<IndexCandidate> candidates_;  // those to choose from, then the others
  std::size_t choices_ = 0;                 // how many of them are to choose from
  std::size_t next_ = 0;
  bool is_chosen_ = false;
  std::optional<EstimateReplayer> replayer_;
  PastEstimate estimate_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_PAST_ESTIMATE_H_
