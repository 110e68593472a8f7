// liquidity: what is traded against its own past, the days that selling a position takes, what
// slippage and the spread cost.

#include "core/fund/cost/liquidity_cost.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/fund/rules.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields +
                        std::array<Field, 16>{{
                            {"amount", "Series | null", false},
                            {"volume", "Series | null", false},
                            {"turnover", "Series | null", false},
                            {"shares", "Series | null", false},
                            {"bid", "Series | null", false},
                            {"ask", "Series | null", false},
                            {"position_cny", "number | null", false},
                            {"position_shares", "number | null", false},
                            {"usual_sessions", "number | null", false},
                            {"participation_fraction", "number | null", false},
                            {"participation_high_fraction", "number | null", false},
                            {"slippage_fraction", "number | null", false},
                            {"slippage_high_fraction", "number | null", false},
                            {"turnover_from_fraction", "number | null", false},
                            {"turnover_to_fraction", "number | null", false},
                            {"least_amount_cny", "number | null", false},
                        }} +
                        std::array<Field, 1>{{{"preferred_amount_cny", "number | null", false}}};

constexpr auto kGives = kSampleFields +
                        std::array<Field, 13>{{
                            {"source", "AmountSource"},
                            {"amount_sample", "PastSample"},
                            {"too_few", "TooFew | null"},
                            {"traded", "TradedPast"},
                            {"amount_class", "AmountClass | null"},
                            {"turnover", "TurnoverPast | null"},
                            {"price", "number | null"},
                            {"premium_fraction", "number | null"},
                            {"position_cny", "number | null"},
                            {"position_shares", "number | null"},
                            {"selling", "DaysToSell[]"},
                            {"slippage", "SlippageCost[]"},
                            {"spread", "BidAskSpread | null"},
                        }} +
                        std::array<Field, 2>{{
                            {"unit_doubt", "boolean"},
                            {"assumptions", "Assumptions"},
                        }};

constexpr NamedType kTypes[] = {
    {"AmountSource", "\"none\" | \"amount\" | \"volume_times_price\" | \"both\""},
    {"AmountClass", "\"under_least\" | \"between\" | \"preferred\""},
    {"TradedPast",
     "{ latest_cny: number | null; latest_date: string | null; median_cny: number | null; "
     "mean_cny: number | null; recent_cny: number | null; recent_days: number; "
     "percentile_fraction: number | null; means: number; days_under_least: number; "
     "days_of_nothing: number; last_of_nothing: string | null; days_missing: number }"},
    {"TurnoverPast",
     "{ sample: PastSample; too_few: TooFew | null; recent_fraction: number | null; "
     "usual_fraction: number | null; recent_days: number; usual_days: number; "
     "percentile_fraction: number | null; highest_fraction: number | null; "
     "highest_date: string | null; is_derived: boolean; has_fallen: boolean }"},
    {"DaysToSell",
     "{ participation_fraction: number; days_of_median: number | null; "
     "days_of_mean: number | null; days_of_recent: number | null; sessions: number | null }"},
    {"SlippageCost",
     "{ slippage_fraction: number; cost_cny: number | null; proceeds_cny: number | null; "
     "premium_left_fraction: number | null }"},
    {"BidAskSpread",
     "{ date: string | null; bid: number; ask: number; is_crossed: boolean; "
     "spread_fraction: number | null; half_spread_fraction: number | null; "
     "half_cost_cny: number | null; ticks: number | null; "
     "usual_spread_fraction: number | null; nobs: number }"},
};

Json ToJson(const TradedPast& past) {
  return {{"latest_cny", Number(past.latest_cny)},
          {"latest_date", DateText(past.latest_date)},
          {"median_cny", Number(past.median_cny)},
          {"mean_cny", Number(past.mean_cny)},
          {"recent_cny", Number(past.recent_cny)},
          {"recent_days", kTurnoverRecent},
          {"percentile_fraction", Number(past.percentile_fraction)},
          {"means", past.means},
          {"days_under_least", past.days_under_least},
          {"days_of_nothing", past.days_of_nothing},
          {"last_of_nothing", DateText(past.last_of_nothing)},
          {"days_missing", past.days_missing}};
}

Json ToJson(const TurnoverPast& past) {
  return {{"sample", wasm::ToJson(past.sample)},
          {"too_few", wasm::ToJson(past.too_few)},
          {"recent_fraction", Number(past.recent_fraction)},
          {"usual_fraction", Number(past.usual_fraction)},
          {"recent_days", kTurnoverRecent},
          {"usual_days", kTurnoverUsual},
          {"percentile_fraction", Number(past.percentile_fraction)},
          {"highest_fraction", Number(past.highest_fraction)},
          {"highest_date", DateText(past.highest_date)},
          {"is_derived", past.is_derived},
          {"has_fallen", past.has_fallen}};
}

Json ToJson(const BidAskSpread& spread) {
  return {{"date", DateText(spread.date)},
          {"bid", spread.bid_cny},
          {"ask", spread.ask_cny},
          {"is_crossed", spread.is_crossed},
          {"spread_fraction", Number(spread.spread_fraction)},
          {"half_spread_fraction", Number(spread.spread_fraction / 2)},
          {"half_cost_cny", Number(spread.half_cost_cny)},
          {"ticks", Number(spread.ticks)},
          {"usual_spread_fraction", Number(spread.usual_spread_fraction)},
          {"nobs", spread.nobs}};
}

Json ToJson(const std::vector<DaysToSell>& selling) {
  Json list = Json::array();
  for (const DaysToSell& one : selling) {
    list.push_back({{"participation_fraction", one.participation_fraction},
                    {"days_of_median", Number(one.days_of_median)},
                    {"days_of_mean", Number(one.days_of_mean)},
                    {"days_of_recent", Number(one.days_of_recent)},
                    {"sessions", one.sessions > 0 ? Json(one.sessions) : Json(nullptr)}});
  }
  return list;
}

Json ToJson(const std::vector<SlippageCost>& slippage) {
  Json list = Json::array();
  for (const SlippageCost& one : slippage) {
    list.push_back({{"slippage_fraction", one.slippage_fraction},
                    {"cost_cny", Number(one.cost_cny)},
                    {"proceeds_cny", Number(one.proceeds_cny)},
                    {"premium_left_fraction", Number(one.premium_left_fraction)}});
  }
  return list;
}

LiquidityOptions ReadOptions(Assumptions& given) {
  constexpr double kMost = 1e13;
  LiquidityOptions options;
  options.position_cny =
      given.Read({"position_cny", options.position_cny, 1, kMost, "cny", Source::kOwn});
  // None: the amount counts.
  const double shares = given.Read({"position_shares", 0, 0, kMost, "shares", Source::kOwn});
  if (shares > 0) options.position_shares = shares;
  options.usual_sessions =
      given.ReadCount({"usual_sessions", static_cast<double>(options.usual_sessions), 5, 250,
                       "sessions", Source::kOwn});
  const auto share = [&given](std::string_view name, double& standard, Source source) {
    standard = given.Read({name, standard, 0.0001, 1, "fraction", source});
  };
  share("participation_fraction", options.participation[0], Source::kOwn);
  share("participation_high_fraction", options.participation[1], Source::kOwn);
  share("slippage_fraction", options.slippage[0], Source::kInvestorGuide);
  share("slippage_high_fraction", options.slippage[1], Source::kInvestorGuide);
  share("turnover_from_fraction", options.turnover_from_fraction, Source::kInvestorGuide);
  share("turnover_to_fraction", options.turnover_to_fraction, Source::kInvestorGuide);
  options.least_amount_cny = given.Read(
      {"least_amount_cny", options.least_amount_cny, 0, kMost, "cny", Source::kInvestorGuide});
  options.preferred_amount_cny = given.Read({"preferred_amount_cny", options.preferred_amount_cny,
                                             0, kMost, "cny", Source::kInvestorGuide});
  return options;
}

class LiquidityJob : public PastJob {
 public:
  LiquidityJob(const Json& request, TableStore& store)
      : PastJob(request, store), given_(request), options_(ReadOptions(given_)) {
    if (IsOfTables(request)) return;
    const auto read = [&](std::string_view field, std::vector<double>& series) {
      const auto found = request.find(std::string(field));
      if (found != request.end() && !found->is_null()) series = ReadSeries(request, field, store);
      if (series.empty() || series.size() == history().premium_fraction.size()) return;
      throw Failure({.code = Code::bad_field,
                     .column = std::string(field),
                     .text = std::to_string(series.size())});
    };
    series_.shape = Shape::kHistory;
    series_.rows = history().premium_fraction.size();
    series_.dates = history().dates;
    series_.price_cny = history().price_cny;
    read("amount", series_.amount_cny);
    read("volume", series_.volume_shares);
    read("turnover", series_.turnover_fraction);
    read("shares", series_.shares);
    read("bid", series_.bid_cny);
    read("ask", series_.ask_cny);
  }

  void Prepare() override {
    work_.emplace(analysis() ? analysis()->data : series_, history().premium_fraction, options_);
  }
  bool Work() override { return work_->Step(); }
  double WorkProgress() const override { return work_->Progress(); }

  Json Finish() override {
    const LiquidityCost cost = work_->Finish();
    Json result = Head();
    result["source"] = Name(cost.source);
    result["amount_sample"] = wasm::ToJson(cost.sample);
    result["too_few"] = wasm::ToJson(cost.too_few);
    result["traded"] = ToJson(cost.traded);
    result["amount_class"] = ClassOf(cost.traded.mean_cny);
    result["turnover"] = cost.turnover ? ToJson(*cost.turnover) : Json(nullptr);
    result["price"] = Number(cost.price_cny);
    result["premium_fraction"] = Number(cost.premium_fraction);
    result["position_cny"] = Number(cost.position_cny);
    result["position_shares"] = Number(cost.position_shares);
    result["selling"] = ToJson(cost.selling);
    result["slippage"] = ToJson(cost.slippage);
    result["spread"] = cost.spread ? ToJson(*cost.spread) : Json(nullptr);
    result["unit_doubt"] = HasUnitDoubt();
    result["assumptions"] = given_.told();
    return result;
  }

 private:
  // The data check has seen a column change its unit, and nobody has mended it.
  bool HasUnitDoubt() const {
    if (!analysis()) return false;
    const std::vector<DataCheck>& checks = analysis()->checks;
    return std::any_of(checks.begin(), checks.end(), [](const DataCheck& check) {
      return check.finding.code == Code::unit_changes && !check.mended;
    });
  }

  Json ClassOf(double mean_cny) const {
    if (IsMissing(mean_cny)) return nullptr;
    if (mean_cny < options_.least_amount_cny) return "under_least";
    return mean_cny > options_.preferred_amount_cny ? "preferred" : "between";
  }

  Assumptions given_;
  LiquidityOptions options_;
  FundData series_;  // where plain series were given
  std::optional<LiquidityWork> work_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<LiquidityJob>(request, tables);
}

}  // namespace

extern const Op kLiquidityOp = {
    .name = "liquidity", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
