#include "core/fund/panel.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/doctor/check_panel.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/facts.h"
#include "core/fund/value/align.h"
#include "core/table/fund_code.h"

namespace premiumlens {
namespace {

// Appends `from` to a long series that has `rows` rows so far and may be empty as yet.
template <typename T>
void AppendTo(std::vector<T>& series, std::size_t rows, T missing, const std::vector<T>& from,
              std::size_t count) {
  if (from.empty() && series.empty()) return;
  series.resize(rows, missing);
  series.insert(series.end(), from.begin(), from.end());
  series.resize(rows + count, missing);
}

// The analyses of the funds of a panel, one after the other, as one.
class Panel {
 public:
  void Add(FundSummary summary, const Analysis& one) {
    const FundData& data = one.data;
    const std::size_t rows = all_.data.rows;
    FundData& long_data = all_.data;
    AppendTo(long_data.dates, rows, kMissingDate, data.dates, data.rows);
    AppendTo(long_data.seconds, rows, kMissingTime, data.seconds, data.rows);
    AppendTo(long_data.price_cny, rows, kMissing, data.price_cny, data.rows);
    AppendTo(long_data.source_rows, rows, std::int64_t{0}, data.source_rows, data.rows);
    const auto fund = static_cast<std::uint32_t>(all_.funds.size());
    long_data.fund_of_row.resize(rows + data.rows, fund);
    for (const Valuation& valuation : one.valuations) AddValuation(valuation, rows, data);
    AddJoin(data.join);
    for (const DataCheck& check : one.checks) MergeCheck(check, all_.checks);
    MergeScope(one.scope, all_.scope);
    long_data.rows += data.rows;
    if (summary.row) *summary.row += rows;
    AddSummary(std::move(summary));
  }

  // All there is of a fund that could not be analysed.
  void AddSummary(FundSummary summary) {
    all_.data.funds.push_back(summary.fund);
    all_.funds.push_back(std::move(summary));
  }

  bool empty() const { return all_.valuations.empty(); }

  // Stages that compare the funds with one another.
  void PlanComparison(Stages& stages) {
    placed_ = all_.checks.size();
    PlanPanelChecks(series_, all_.checks, stages);
    stages.Add([this] {
      for (; placed_ < all_.checks.size(); ++placed_) FinishCheck(all_.checks[placed_]);
      ForgetExplained(all_.checks);
      if (series_.size() > 1) Include(Code::series_copied, all_.scope);
      series_.clear();
    });
  }

  void AddSeries(FundOfPanel series) { series_.push_back(std::move(series)); }

  Analysis Finish(std::optional<Denominator> wanted, const RuleBars& bars) {
    all_.data.shape = Shape::kPanel;
    all_.bars = bars;
    SortWorstFirst(all_.checks);
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < all_.valuations.size(); ++i) {
      Valuation& valuation = all_.valuations[i];
      valuation.value_cny.resize(all_.data.rows, kMissing);
      valuation.value_dates.resize(all_.data.rows, kMissingDate);
      valuation.premium_fraction.resize(all_.data.rows, kMissing);
      const auto count = std::count_if(
          all_.funds.begin(), all_.funds.end(),
          [&](const FundSummary& fund) { return fund.denominator == valuation.denominator; });
      if (wanted ? valuation.denominator == *wanted : count > most) {
        most = count;
        all_.shown = i;
      }
    }
    return std::move(all_);
  }

 private:
  void AddValuation(const Valuation& valuation, std::size_t rows, const FundData& data) {
    auto place = std::find_if(
        all_.valuations.begin(), all_.valuations.end(),
        [&](const Valuation& known) { return known.denominator == valuation.denominator; });
    if (place == all_.valuations.end()) {
      place = all_.valuations.insert(place, {valuation.denominator, {}, {}, {}});
    }
    AppendTo(place->value_cny, rows, kMissing, valuation.value_cny, data.rows);
    AppendTo(place->premium_fraction, rows, kMissing, valuation.premium_fraction, data.rows);
    const std::vector<Date>& dates =
        valuation.value_dates.empty() ? data.dates : valuation.value_dates;
    AppendTo(place->value_dates, rows, kMissingDate, dates, data.rows);
  }

  void AddJoin(const std::optional<Join>& join) {
    if (!join) return;
    Join& sum = all_.data.join ? *all_.data.join : all_.data.join.emplace();
    sum.matched += join->matched;
    sum.price_only += join->price_only;
    sum.value_only += join->value_only;
  }

  // The effect of a check of several funds, and where its rows are.
  void FinishCheck(DataCheck& check) {
    const auto fund = std::find_if(series_.begin(), series_.end(),
                                   [&check](const auto& one) { return one.code == check.fund; });
    if (fund != series_.end()) FillEffect(*fund, check);
    PlaceRows(check);
  }

  Analysis all_;
  std::vector<FundOfPanel> series_;
  std::size_t placed_ = 0;  // checks that are finished
};

FundOfPanel SeriesOf(const TablesOfFund& of, const Analysis& one) {
  FundOfPanel series;
  const FundData& data = one.data;
  if (data.shape != Shape::kHistory) return series;
  const Place place = PlaceOf(of.tables, Role::kPrice);
  series.code = data.code;
  series.table = of.places[place.table.value_or(0)];
  series.column = place.column;
  series.dates = data.dates;
  series.price_cny = data.price_cny;
  series.nav = SameDayNav(data.dates, data.nav).values;
  series.source_rows = data.source_rows;
  return series;
}

FundSummary Summarise(const FundEntry& fund, const Analysis& one) {
  FundSummary summary;
  summary.fund = fund;
  if (summary.fund.name.empty()) summary.fund.name = one.data.name;
  summary.identity = one.identity;
  for (const Finding& finding : one.judgement.findings) {
    summary.findings.emplace_back(finding.code, finding.level);
  }
  if (one.estimate) {
    summary.estimate = one.estimate;
    summary.estimate->replay = {};
    summary.estimate->replay.estimate = one.estimate->replay.estimate;
    summary.estimate->replay.published = one.estimate->replay.published;
    summary.estimate->candidates.clear();
  }
  if (one.latest) {
    Facts facts = RowFacts(one.data, *one.latest, one.bars);
    ApplyKnown(one.known, facts);
    FillSummary(one, *one.latest, facts, summary);
  }
  return summary;
}

}  // namespace

class Analyst::Body {
 public:
  Body(const std::vector<const Table*>& tables, std::string fund, AnalysisOptions options)
      : market_(tables), wanted_(std::move(fund)), options_(std::move(options)) {
    for (std::size_t i = 0; i < tables.size(); ++i) rejected_.push_back({i, tables[i]->rejected});
  }

  bool Step() {
    if (!split_) {
      if (market_.Step()) split_.emplace(market_.funds());
      return false;
    }
    if (market_.is_all_market()) throw Failure({.code = Code::only_market_series});
    if (!is_split_) {
      is_split_ = split_->Step();
      if (is_split_) Choose();
      return false;
    }
    return is_panel_ ? StepPanel() : analyst_->Step();
  }

  double Progress() const {
    if (!split_) return 0;
    if (!is_split_) return 0.1 * split_->Progress();
    if (!is_panel_) return 0.1 + 0.9 * analyst_->Progress();
    return 0.1 + 0.9 * static_cast<double>(next_) / static_cast<double>(split_->funds().size());
  }

  Analysis Take() {
    Analysis result = is_panel_ ? panel_.Finish(options_.denominator, options_.bars) : FinishOne();
    for (std::size_t i = 0; i < rejected_.size(); ++i) {
      rejected_[i].rejections.Append(split_->rejected()[i]);
    }
    if (is_panel_) {
      result.data.indexes = market_.market().indexes;
      result.data.rates = market_.market().rates;
    }
    AddConflicts(result);
    if (split_->is_any_stacked()) Include(Code::tables_disagree, result.scope);
    result.data.rejected = std::move(rejected_);
    return result;
  }

 private:
  void Choose() {
    const std::vector<FundEntry>& funds = split_->funds();
    std::optional<std::size_t> index = split_->only();
    if (!wanted_.empty() && !funds.empty()) index = split_->IndexOf(wanted_);
    is_panel_ = !index && split_->is_panel();
    if (is_panel_) {
      // What was said of the one fund there is is said of none of several.
      std::erase_if(options_.known, [](const Known& known) { return known.fund.empty(); });
      return;
    }
    of_ = index ? split_->Of(*index) : split_->All();
    FundToRead fund{NormaliseCode(wanted_), "", {}, IsPriceOptional(), options_.checks_alone};
    if (index) {
      fund.code = funds[*index].code;
      fund.name = funds[*index].name;
    } else {
      fund.funds = funds;
    }
    analyst_.emplace(of_.tables, std::move(fund), options_, market_.market());
  }

  bool IsPriceOptional() const { return options_.price_optional || options_.checks_alone; }

  // The next fund, or a piece of its analysis; true when all are done.
  bool StepPanel() {
    const std::vector<FundEntry>& funds = split_->funds();
    if (next_ == funds.size()) {
      if (panel_.empty() && failure_) throw Failure(*failure_);
      if (!std::exchange(is_compared_, true)) panel_.PlanComparison(comparison_);
      return comparison_.Step();
    }
    try {
      if (!analyst_) {
        of_ = split_->Of(next_);
        FundToRead fund{
            funds[next_].code, funds[next_].name, {}, IsPriceOptional(), options_.checks_alone};
        analyst_.emplace(of_.tables, std::move(fund), options_, market_.market());
      }
      if (!analyst_->Step()) return false;
      Analysis one = analyst_->Finish();
      KeepRejected(one);
      PlaceChecks(one);
      panel_.Add(Summarise(funds[next_], one), one);
      if (FundOfPanel series = SeriesOf(of_, one); !series.dates.empty()) {
        panel_.AddSeries(std::move(series));
      }
    } catch (const Failure& failure) {
      if (!failure_) failure_ = failure.error();
      FundSummary summary;
      summary.fund = funds[next_];
      summary.identity = Identify(summary.fund.code, summary.fund.name);
      summary.trouble = failure.error().code;
      panel_.AddSummary(std::move(summary));
    }
    analyst_.reset();
    ++next_;
    return false;
  }

  Analysis FinishOne() {
    Analysis one = analyst_->Finish();
    KeepRejected(one);
    PlaceChecks(one);
    if (one.data.shape == Shape::kCrossSection) return one;
    // The others, to choose from.
    for (const FundEntry& fund : split_->funds()) {
      if (split_->funds().size() < 2) break;
      FundSummary summary;
      summary.fund = fund;
      const bool chosen = fund.code == one.data.code && !fund.code.empty();
      summary.identity = chosen ? one.identity : Identify(fund.code, fund.name);
      one.funds.push_back(std::move(summary));
    }
    return one;
  }

  // From the fund's tables to those given.
  void PlaceChecks(Analysis& one) const {
    for (std::vector<MarketSeries>* list : {&one.data.indexes, &one.data.rates}) {
      for (MarketSeries& series : *list) {
        if (series.own) series.table = of_.places[series.table];
      }
    }
    for (DataCheck& check : one.checks) {
      if (check.table) check.table = of_.places[*check.table];
      PlaceRows(check);
    }
  }

  void KeepRejected(const Analysis& one) {
    for (const TableRejections& rejected : one.data.rejected) {
      for (const auto& [place, some] : ByPlace(rejected.rejections, of_.places[rejected.table])) {
        rejected_[place].rejections.Append(some);
      }
    }
  }

  // Of all funds, or of the one that was analysed.
  void AddConflicts(Analysis& result) const {
    const bool all = is_panel_ || result.data.shape == Shape::kCrossSection;
    for (const Conflict& conflict : split_->conflicts()) {
      if (!all && !conflict.fund.empty() && conflict.fund != result.data.code) continue;
      DataCheck check = CheckOfConflict(conflict);
      PlaceRows(check);
      result.checks.push_back(std::move(check));
    }
    SortWorstFirst(result.checks);
  }

  MarketTables market_;
  std::optional<FundTables> split_;
  std::string wanted_;
  AnalysisOptions options_;
  bool is_split_ = false;
  bool is_panel_ = false;
  TablesOfFund of_;
  std::optional<FundAnalyst> analyst_;
  std::size_t next_ = 0;
  Panel panel_;
  Stages comparison_;  // of the funds, once each is analysed
  bool is_compared_ = false;
  std::optional<Error> failure_;  // of the first fund that could not be analysed
  std::vector<TableRejections> rejected_;
};

Analyst::Analyst(const std::vector<const Table*>& tables, const std::string& fund,
                 AnalysisOptions options)
    : body_(std::make_unique<Body>(tables, fund, std::move(options))) {}
Analyst::~Analyst() = default;
Analyst::Analyst(Analyst&&) noexcept = default;
Analyst& Analyst::operator=(Analyst&&) noexcept = default;

bool Analyst::Step() { return body_->Step(); }
double Analyst::Progress() const { return body_->Progress(); }
Analysis Analyst::Finish() { return body_->Take(); }

Analysis Analyze(const std::vector<const Table*>& tables, const std::string& fund,
                 AnalysisOptions options) {
  Analyst analyst(tables, fund, std::move(options));
  while (!analyst.Step()) {
  }
  return analyst.Finish();
}

}  // namespace premiumlens
