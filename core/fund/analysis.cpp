#include "core/fund/analysis.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/doctor/check_run.h"
#include "core/fund/doctor/premium_column.h"
#include "core/fund/facts.h"
#include "core/fund/flat_iopv.h"
#include "core/fund/stages.h"

namespace premiumlens {

class FundAnalyst::Body {
 public:
  Body(const std::vector<const Table*>& tables, FundToRead fund, AnalysisOptions options,
       const MarketData& market)
      : tables_(tables),
        reader_(tables, std::move(fund)),
        market_(market),
        options_(std::move(options)) {
    for (const Table* table : tables) files_ += table->file + " " + table->title + " ";
    result_.bars = options_.bars;
  }

  bool Step() {
    if (!read_) {
      if (!reader_.Step()) return false;
      result_.data = reader_.Finish();
      TakeMarket();
      read_ = true;
      Plan();
      return false;
    }
    return stages_.Step();
  }

  double Progress() const { return (reader_.Progress() + stages_.Progress()) / 2; }

  Analysis Take() { return std::move(result_); }

 private:
  void TakeMarket() {
    FundData& data = result_.data;
    if (data.shape != Shape::kHistory) return;
    data.indexes.insert(data.indexes.end(), market_.indexes.begin(), market_.indexes.end());
    data.rates.insert(data.rates.end(), market_.rates.begin(), market_.rates.end());
    data.has_index_changes = market_.has_changes;
  }

  void Plan() {
    stages_.Add([this] { IdentifyFund(); });
    if (options_.checks_alone && !HasBoth()) {
      checks_.PlanFinding(stages_);
      return;
    }
    if (!HasAny(result_.data.price_cny)) {
      stages_.Add([this] { result_.splits = AdjustSplits(result_.data); });
      PlanEstimate();
      return;
    }
    checks_.PlanFinding(stages_);
    stages_.Add([this] {
      if (options_.split_adjust) result_.splits = AdjustSplits(result_.data);
    });
    stages_.Add([this] { AddIopv(); });
    if (result_.data.shape == Shape::kHistory || !result_.data.nav.dates.empty()) {
      stages_.Add([this] {
        sessions_ = SessionsOf(result_.data.dates, result_.data.price_cny, result_.data.nav);
      });
      stages_.Add([this] { AddSameDay(); });
      stages_.Add([this] { AddPrevious(); });
      stages_.Add([this] { AddPublished(); });
      if (result_.data.shape == Shape::kHistory) PlanEstimate();
    } else {
      stages_.Add([this] { AddBeside(); });
    }
    stages_.Add([this] {
      flat_ = FindFlatIopv(result_.data, options_.bars.Of(Code::iopv_flat, "bar_minutes"));
    });
    stages_.Add([this] { ChooseDenominators(); });
    stages_.Add([this] { FillWarnings(); });
    stages_.Add([this] { JudgeRows(); });
    stages_.Add([this] { ComparePasted(); });
    stages_.Add([this] { SortWorstFirst(result_.judgement.findings); });
    stages_.AddRepeated([this] { return checks_.StepEffects(); });
  }

  void PlanEstimate() {
    stages_.Add([this] {
      estimator_.emplace(result_.data, result_.identity, result_.lag, options_.estimate);
    });
    stages_.AddRepeated([this] { return StepEstimate(); });
  }

  bool StepEstimate() {
    if (!estimator_->Step()) return false;
    result_.estimate = estimator_->Finish();
    const std::vector<double>& values = result_.estimate->replay.value_cny;
    if (!values.empty() && !HasAny(result_.data.estimate_cny)) {
      Add(Denominator::kIopvEstimated, values, {});
      own_estimate_ = true;
    }
    return true;
  }

  void AddPastedFacts(std::size_t row, Identity& identity) const {
    const FundData& data = result_.data;
    AddPasted(row < data.index_names.size() ? data.index_names[row] : "",
              row < data.fee_fraction.size() ? data.fee_fraction[row] : kMissing, identity);
  }

  void IdentifyFund() {
    FundData& data = result_.data;
    Identity& identity = result_.identity;
    if (data.shape != Shape::kCrossSection) {
      identity = Identify(data.code, data.name.empty() ? files_ : data.name);
      if (data.name.empty()) data.name = identity.name;
      AddPastedFacts(0, identity);
    }
    if (options_.kind) {
      identity.kind = *options_.kind;
      identity.kind_reason = GuessReason::kGiven;
    }
    if (options_.region) {
      identity.region = *options_.region;
      identity.region_reason = GuessReason::kGiven;
    }
    result_.lag = LagOf(identity.region);
    if (data.shape != Shape::kCrossSection) {
      const Known* known = KnownOf(options_.known, data.code, true);
      if (known != nullptr) result_.known = *known;
    }
    if (options_.publication_lag_sessions) {
      result_.lag.sessions = *options_.publication_lag_sessions;
    }
  }

  bool HasBoth() const {
    const FundData& data = result_.data;
    return HasAny(data.price_cny) && (HasAny(data.iopv_cny) || HasAny(data.estimate_cny) ||
                                      HasAny(data.nav_beside_cny) || !data.nav.dates.empty());
  }

  void Add(Denominator denominator, std::vector<double> values, std::vector<Date> dates) {
    std::vector<double> premium = PremiumSeries(result_.data.price_cny, values);
    if (!HasAny(premium)) return;
    result_.valuations.push_back(
        {denominator, std::move(values), std::move(dates), std::move(premium)});
  }

  void AddIopv() {
    const FundData& data = result_.data;
    if (!data.iopv_cny.empty()) Add(Denominator::kIopv, data.iopv_cny, {});
    if (!data.estimate_cny.empty()) Add(Denominator::kIopvEstimated, data.estimate_cny, {});
  }

  void AddSameDay() {
    AlignedValues aligned = SameDayNav(result_.data.dates, result_.data.nav);
    Add(Denominator::kNavSameDay, std::move(aligned.values), std::move(aligned.dates));
  }

  void AddPrevious() {
    AlignedValues aligned = PreviousNav(result_.data.dates, result_.data.nav, sessions_);
    Add(Denominator::kNavPrevious, std::move(aligned.values), std::move(aligned.dates));
  }

  void AddPublished() {
    AlignedValues aligned =
        PublishedNav(result_.data.dates, result_.data.nav, sessions_, result_.lag.sessions);
    Add(Denominator::kNavPublished, std::move(aligned.values), std::move(aligned.dates));
  }

  // A NAV without a date of its own is what was published when the row was taken, unless the user
  // says that it is another one.
  void AddBeside() {
    if (result_.data.nav_beside_cny.empty()) return;
    const bool named = options_.denominator && IsNav(*options_.denominator);
    Add(named ? *options_.denominator : Denominator::kNavPublished, result_.data.nav_beside_cny,
        {});
  }

  void ChooseDenominators() {
    if (result_.valuations.empty()) {
      const std::optional<Join>& join = result_.data.join;
      const bool apart = join && join->matched == 0;
      throw Failure({.code = apart ? Code::no_common_key : Code::no_usable_row});
    }
    warning_ = ChooseWarning(result_.data, result_.valuations, flat_.flat.has_value(),
                             options_.denominator);
    if (!warning_.empty()) result_.warning_denominator = warning_[0]->denominator;
    const Valuation& shown = ChooseShown(result_.data, result_.valuations, warning_,
                                         result_.lag.overlaps_shanghai, options_.denominator);
    result_.shown = static_cast<std::size_t>(&shown - result_.valuations.data());
  }

  // The warning value of a row: the first of the order that the row has.
  const Valuation* WarningAt(std::size_t row) const {
    for (const Valuation* valuation : warning_) {
      if (!IsMissing(valuation->premium_fraction[row])) return valuation;
    }
    return nullptr;
  }

  void FillWarnings() {
    result_.warning_premium.assign(result_.data.rows, kMissing);
    for (std::size_t row = 0; row < result_.data.rows; ++row) {
      const Valuation* valuation = WarningAt(row);
      if (valuation != nullptr) {
        result_.warning_premium[row] = valuation->premium_fraction[row];
        last_warning_row_ = row;
      }
      if (!IsMissing(result_.valuations[result_.shown].premium_fraction[row])) {
        result_.latest = row;
      }
    }
  }

  void JudgeRows() {
    result_.judgement.findings = result_.data.findings;
    const std::vector<Finding>& splits = result_.splits.findings;
    result_.judgement.findings.insert(result_.judgement.findings.end(), splits.begin(),
                                      splits.end());
    if (result_.data.shape == Shape::kCrossSection) {
      PlanCrossSection();
      return;
    }
    const std::size_t row = last_warning_row_.value_or(result_.latest.value_or(0));
    Facts facts = FactsAt(row);
    if (result_.data.shape == Shape::kHistory) {
      facts.has_history = true;
      const RuleBars& bars = options_.bars;
      facts.days_over_bar = DaysOver(result_.data, result_.warning_premium, row,
                                     bars.Of(Code::premium_days_over_5, "bar_fraction"));
      if (!result_.lag.overlaps_shanghai)
        facts.hindsight = FindHindsight(result_.data, result_.valuations,
                                        bars.Of(Code::hindsight_disagrees, "bar_fraction"));
      result_.marks = HistoryMarks(result_.data, result_.warning_premium, BornOut(),
                                   result_.splits.found, bars);
      if (auto stale =
              FindStale(result_.data, result_.warning_premium, sessions_, result_.lag.sessions)) {
        result_.judgement.findings.push_back(*std::move(stale));
      }
    }
    facts.flat_iopv_judged = flat_.judged;
    facts.flat_iopv = flat_.flat;
    Judgement judgement = JudgeAll(facts, options_.bars);
    auto& findings = result_.judgement.findings;
    findings.insert(findings.end(), judgement.findings.begin(), judgement.findings.end());
    result_.judgement.unjudged = std::move(judgement.unjudged);
  }

  // Row by row the premium that has to bear a flag out: where the market trades meanwhile the same
  // day's, of the rows judged by the published NAV; NaN where there is none.
  std::vector<double> BornOut() const {
    std::vector<double> premium(result_.data.rows, kMissing);
    const Valuation* same_day = Find(result_.valuations, Denominator::kNavSameDay);
    if (!result_.lag.overlaps_shanghai || same_day == nullptr) return premium;
    for (std::size_t row = 0; row < premium.size(); ++row) {
      const Valuation* valuation = WarningAt(row);
      if (valuation == nullptr || valuation->denominator != Denominator::kNavPublished) continue;
      premium[row] = same_day->premium_fraction[row];
    }
    return premium;
  }

  Facts FactsAt(std::size_t row) const {
    Facts facts = RowFacts(result_.data, row, options_.bars);
    ApplyKnown(result_.known, facts);
    facts.kind = result_.identity.kind;
    const Valuation* valuation = WarningAt(row);
    facts.denominator = valuation != nullptr ? valuation->denominator : Denominator::kNavPublished;
    facts.premium_fraction = result_.warning_premium[row];
    const Valuation* same_day = Find(result_.valuations, Denominator::kNavSameDay);
    if (valuation != nullptr && same_day != nullptr && same_day != valuation) {
      facts.value_move_fraction =
          PremiumFraction(same_day->value_cny[row], valuation->value_cny[row]);
      facts.same_day_premium_fraction = same_day->premium_fraction[row];
      facts.same_day_bears_out = result_.lag.overlaps_shanghai &&
                                 valuation->denominator == Denominator::kNavPublished &&
                                 !IsMissing(facts.same_day_premium_fraction);
    }
    return facts;
  }

  void PlanCrossSection() {
    constexpr std::size_t kRowsAStage = 5000;
    result_.latest.reset();
    identities_.assign(result_.data.funds.size(), std::nullopt);
    for (std::size_t row = 0; row < result_.data.rows; row += kRowsAStage) {
      stages_.Add(
          [this, row] { JudgeCrossSection(row, std::min(row + kRowsAStage, result_.data.rows)); });
    }
  }

  void JudgeCrossSection(std::size_t from, std::size_t to) {
    const FundData& data = result_.data;
    for (std::size_t row = from; row < to; ++row) {
      FundSummary summary;
      summary.identity = result_.identity;
      const bool named = data.fund_of_row[row] != kMissingText;
      bool is_first = false;
      if (named) {
        summary.fund = data.funds[data.fund_of_row[row]];
        std::optional<Identity>& known = identities_[data.fund_of_row[row]];
        is_first = !known;
        if (is_first && options_.kind) known = result_.identity;
        if (is_first && !options_.kind) known = Identify(summary.fund.code, summary.fund.name);
        if (is_first) AddPastedFacts(row, *known);
        summary.identity = *known;
      }
      Facts facts = FactsAt(row);
      facts.kind = summary.identity.kind;
      const Known* said = named ? KnownOf(options_.known, summary.fund.code, false) : nullptr;
      if (said != nullptr) ApplyKnown(*said, facts);
      for (const Finding& finding : JudgeAll(facts, options_.bars).findings) {
        result_.marks.push_back({finding.code, finding.level, row});
        summary.findings.emplace_back(finding.code, finding.level);
      }
      if (!named || !is_first) continue;
      FillSummary(result_, row, facts, summary);
      result_.funds.push_back(std::move(summary));
    }
  }

  void ComparePasted() {
    std::vector<Recomputed> recomputed;
    for (const Valuation& valuation : result_.valuations) {
      // No site's premium is against an estimate of ours.
      if (own_estimate_ && valuation.denominator == Denominator::kIopvEstimated) continue;
      recomputed.push_back({valuation.denominator, &valuation.premium_fraction});
    }
    ComparePastedColumns(result_.data, recomputed, tables_, options_.mends, result_.checks,
                         result_.judgement.findings);
  }

  const std::vector<const Table*> tables_;
  std::string files_;  // their names may tell what the fund is
  FundReader reader_;
  const MarketData& market_;
  AnalysisOptions options_;
  bool read_ = false;
  Stages stages_;
  Analysis result_;
  std::vector<Date> sessions_;
  std::optional<PastEstimator> estimator_;
  bool own_estimate_ = false;  // iopv_estimated is ours, not a site's
  FlatIopvReport flat_;
  CheckRun checks_{tables_, options_, result_};
  std::vector<const Valuation*> warning_;  // in order of preference
  std::optional<std::size_t> last_warning_row_;
  std::vector<std::optional<Identity>> identities_;  // of a cross-section's funds, as they come
};

void FillSummary(const Analysis& analysis, std::size_t row, const Facts& facts,
                 FundSummary& summary) {
  const Valuation& shown = analysis.valuations[analysis.shown];
  summary.denominator = shown.denominator;
  summary.price_cny = analysis.data.price_cny[row];
  summary.value_cny = shown.value_cny[row];
  summary.premium_fraction = shown.premium_fraction[row];
  summary.verdict = Judge(summary.premium_fraction, analysis.bars.BandOf(summary.identity.kind));
  summary.date = facts.date;
  summary.value_date = shown.value_dates.empty() ? facts.date : shown.value_dates[row];
  summary.amount_cny = facts.amount_cny;
  summary.float_cny = facts.float_cny;
  summary.purchase = facts.purchase;
  summary.row = row;
}

FundAnalyst::FundAnalyst(const std::vector<const Table*>& tables, FundToRead fund,
                         AnalysisOptions options, const MarketData& market)
    : body_(std::make_unique<Body>(tables, std::move(fund), std::move(options), market)) {}
FundAnalyst::~FundAnalyst() = default;
FundAnalyst::FundAnalyst(FundAnalyst&&) noexcept = default;
FundAnalyst& FundAnalyst::operator=(FundAnalyst&&) noexcept = default;

bool FundAnalyst::Step() { return body_->Step(); }
double FundAnalyst::Progress() const { return body_->Progress(); }
Analysis FundAnalyst::Finish() { return body_->Take(); }

}  // namespace premiumlens
