// One fund, or many at one moment, from its series to premiums, verdicts and warnings.
//
// The warning value is the one that a premium of the day can fairly be judged by: what was known
// while the day traded.
//   the IOPV, where the data hold one that moves;
//   else the published NAV, of every market: the same day's NAV is not there yet, and never sets
//   off a warning;
//   else an estimate of the NAV, a site's own or ours;
//   a flat IOPV only if the data hold nothing else.
// Where the market trades while Shanghai does, much of a premium over the published NAV may be that
// day's move of the value. A flag that the same day's NAV does not bear out stays and says so, as
// information only (rules.h). The premium shown may be against any value, and is against the same
// day's NAV where such a market's history does not say otherwise; warnings do not change with it.
//
// The estimate of the NAV from an index and a rate beside the fund (past_estimate.h) is among the
// valuations as iopv_estimated, unless the tables hold a site's own estimate: then that one is, and
// ours is in Analysis::estimate only.

#ifndef PREMIUMLENS_CORE_FUND_ANALYSIS_H_
#define PREMIUMLENS_CORE_FUND_ANALYSIS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/fund/denominator.h"
#include "core/fund/doctor/check_scope.h"
#include "core/fund/doctor/data_check.h"
#include "core/fund/identify.h"
#include "core/fund/premium.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/region.h"
#include "core/fund/rule_bars.h"
#include "core/fund/rules.h"
#include "core/fund/split.h"
#include "core/fund/value/align.h"
#include "core/fund/value/past_estimate.h"
#include "core/fund/value/valuation.h"

namespace premiumlens {

// What the user has said; it goes before every guess.
struct AnalysisOptions {
  std::optional<Kind> kind;
  std::optional<Region> region;
  std::optional<Denominator> denominator;  // to show
  std::optional<int> publication_lag_sessions;
  std::vector<Mend> mends = {};  // applied before everything else, in this order
  bool split_adjust = true;      // false: share splits on both series stay as they are
  EstimateOptions estimate = {};
  bool price_optional = false;    // NAVs alone will do: their estimate is all that is made of them
  bool checks_alone = false;      // prices or NAVs alone will do: they are checked, and that is all
  std::vector<Known> known = {};  // of each fund what only the user knows
  RuleBars bars = {};
};

// A finding that belongs to one row, for a chart or a table of funds.
struct Mark {
  Code code;
  Level level;
  std::size_t row;
};

// The newest kMostMarks of a history are kept.
inline constexpr std::size_t kMostMarks = 500;

// One fund of several, at its latest: of a cross-section by its first row, of a panel by the last
// row that has a premium. A number that is not known is NaN.
struct FundSummary {
  FundEntry fund;
  std::optional<Code> trouble;  // why it has no premium
  Identity identity;
  std::optional<Denominator> denominator;  // of value and premium
  double price_cny = kMissing;
  double value_cny = kMissing;
  double premium_fraction = kMissing;
  Verdict verdict = Verdict::kNoBand;
  Date date = kMissingDate;
  Date value_date = kMissingDate;
  double amount_cny = kMissing;  // as Facts has it
  double float_cny = kMissing;
  PurchaseStatus purchase = PurchaseStatus::kUnknown;
  std::optional<std::size_t> row;  // in the series
  std::vector<std::pair<Code, Level>> findings;
  std::optional<PastEstimate> estimate;  // without its rows
};

struct Analysis {
  FundData data;  // price, IOPV and NAV on the latest basis
  Identity identity;
  PublicationLag lag{};
  Splits splits;
  std::vector<DataCheck> checks;  // of the data as read; of a panel those of all its funds
  CheckScope scope;               // of the checks
  std::vector<Valuation>
      valuations;         // those for which some row has a premium; none without a price
  std::size_t shown = 0;  // index into `valuations`
  std::optional<Denominator> warning_denominator;
  std::vector<double> warning_premium;  // row by row; NaN where there is no warning value
  std::optional<std::size_t>
      latest;           // the last row with the premium shown; none of a cross-section
  Judgement judgement;  // about the last row with a warning value, and the data
  std::vector<Mark> marks;
  std::optional<PastEstimate> estimate;  // of a history, or why there is none
  std::vector<FundSummary> funds;        // where there are several; else empty
  Known known;                           // of the one fund
  RuleBars bars;                         // what was judged by
};

// The numbers of a summary, from a row of the series.
void FillSummary(const Analysis& analysis, std::size_t row, const Facts& facts,
                 FundSummary& summary);

// Of the tables of one fund, or of many funds at one moment. Failure as FundReader, and
// denominator_missing, no_common_key (prices and values have no day in common).
class FundAnalyst {
 public:
  // Tables and market must outlive the analyst.
  FundAnalyst(const std::vector<const Table*>& tables, FundToRead fund, AnalysisOptions options,
              const MarketData& market);
  ~FundAnalyst();
  FundAnalyst(FundAnalyst&&) noexcept;
  FundAnalyst& operator=(FundAnalyst&&) noexcept;

  bool Step();  // a few milliseconds on a million rows; true when all is done
  double Progress() const;
  Analysis Finish();  // only after Step() said true

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_ANALYSIS_H_
