// path_risk: what a holder's return may be after some days: in closed form, and played out with the
// exchange's limits and halts.

#include "core/fund/cost/path_risk.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/fund/cost/limit_days.h"
#include "core/fund/cost/path_simulation.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 18>{{
                                          {"premium_from", "number | null", false},
                                          {"horizons", "number[] | null", false},
                                          {"window_days", "number | null", false},
                                          {"value_drift_year", "number | null", false},
                                          {"premium_mean", "number | null", false},
                                          {"persistence", "number | null", false},
                                          {"premium_sd", "number | null", false},
                                          {"value_sd", "number | null", false},
                                          {"correlation", "number | null", false},
                                          {"limit_fraction", "number | null", false},
                                          {"tick_cny", "number | null", false},
                                          {"halt_premium", "number | null", false},
                                          {"halt_probability", "number | null", false},
                                          {"halt_days", "number | null", false},
                                          {"premium_to", "number | null", false},
                                          {"paths", "number | null", false},
                                          {"seed", "number | null", false},
                                          {"start_price", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 25>{{
                                            {"date", "string | null"},
                                            {"premium_from_fraction", "number | null"},
                                            {"price", "number | null"},
                                            {"fit", "PathFit | null"},
                                            {"model", "PathModel | null"},
                                            {"too_few", "TooFew | null"},
                                            {"shares", "number[]"},
                                            {"loss_bars", "number[]"},
                                            {"outlooks", "PathOutlook[]"},
                                            {"simulated", "SimulatedOutlook[]"},
                                            {"limit_down_days", "number | null"},
                                            {"limit_down_steps", "LimitStep[]"},
                                            {"premium_to", "number"},
                                            {"horizons", "number[]"},
                                            {"window_days", "number"},
                                            {"value_drift_year", "number"},
                                            {"limit_fraction", "number"},
                                            {"tick_cny", "number"},
                                            {"halt_premium", "number"},
                                            {"halt_probability", "number"},
                                            {"halt_days", "number"},
                                            {"paths", "number"},
                                            {"seed", "number"},
                                            {"days_of_year", "number"},
                                            {"assumptions", "PathAssumptions"},
                                        }};

constexpr NamedType kTypes[] = {
    {"PathAssumptions", "Assumptions & { horizons: AssumptionList }"},
    {"PathModel",
     "{ premium_mean_fraction: number; persistence: number; premium_sd: number; value_sd: number; "
     "correlation: number; value_drift: number }"},
    {"PathFit",
     "PathModel & { pairs: number; sample: PastSample; persistence_median: number | null; "
     "persistence_low: number | null; persistence_high: number | null; "
     "value_growth_year_fraction: number | null }"},
    {"PathOutlook",
     "{ days: number; mean_log: number; sd_log: number; mean_fraction: number; "
     "quantiles: number[]; loss_chances: number[]; median_premium_fraction: number }"},
    {"SimulatedOutlook",
     "{ days: number; mean_fraction: number; mean_error: number | null; quantiles: number[]; "
     "loss_chances: number[]; locked_days: number; any_locked_share: number; "
     "forced_share: number; forced_days: number | null; forced_most_days: number; "
     "forced_marked_fraction: number | null; forced_sold_fraction: number | null }"},
};

constexpr int kWindowDays = 250;
SimulationOptions ReadSimulation(Assumptions& given) {
  using enum Source;
  constexpr std::size_t kMostHorizons = 10;
  SimulationOptions options;
  const std::vector<int>& standard = options.horizons;
  const std::vector<std::int64_t> horizons =
      given.ReadCounts({"horizons", kMissing, 1, 1000, "sessions", kOwn},
                       {standard.begin(), standard.end()}, kMostHorizons);
  options.horizons.assign(horizons.begin(), horizons.end());
  const auto count = [&given](std::string_view name, int& number, double least, double most,
                              std::string_view unit) {
    number = static_cast<int>(
        given.ReadCount({name, static_cast<double>(number), least, most, unit, kOwn}));
  };
  double& limit = options.rules.limit_fraction;
  limit = given.Read({"limit_fraction", limit, 0, 0.5, "fraction", kExchangeRules});
  double& tick = options.rules.tick_cny;
  tick = given.Read({"tick_cny", tick, 0, 1, "cny", kExchangeRules});
  options.halt_premium = given.Read({"halt_premium", options.halt_premium, kLeastFraction,
                                     kMostFraction, "fraction", kBrokerageStudy});
  options.halt_probability =
      given.Read({"halt_probability", options.halt_probability, 0, 1, "fraction", kOwn});
  count("halt_days", options.halt_days, 1, 250, "sessions");
  count("paths", options.paths, 100, 100'000, "times");
  options.seed = static_cast<std::uint32_t>(
      given.ReadCount({"seed", static_cast<double>(options.seed), 0, 2e9, "ratio", kOwn}));
  return options;
}

// What of the model the request sets itself; NaN where it does not.
struct Given {
  explicit Given(Assumptions& given)
      : premium_from(Read(given, "premium_from", kLeastFraction, kMostFraction)),
        price(Read(given, "start_price", 0.001, 1e6, "cny")),
        premium_mean(Read(given, "premium_mean", kLeastFraction, kMostFraction)),
        persistence(Read(given, "persistence", -0.999, 1, "ratio")),
        premium_sd(Read(given, "premium_sd", 0, 1)),
        value_sd(Read(given, "value_sd", 0, 1)),
        correlation(Read(given, "correlation", -1, 1, "ratio")),
        drift_year(given.Read({"value_drift_year", 0, -0.9, 10, "fraction", Source::kOwn})) {}

  static double Read(Assumptions& given, std::string_view name, double least, double most,
                     std::string_view unit = "fraction") {
    return given.Read({name, kMissing, least, most, unit, Source::kOwn});
  }

  // Enough for a model without a past.
  bool IsWhole() const {
    return !IsMissing(premium_mean) && !IsMissing(persistence) && !IsMissing(premium_sd) &&
           !IsMissing(value_sd);
  }

  void Put(PathModel& model) const {
    if (!IsMissing(premium_mean)) model.premium_mean_log = std::log1p(premium_mean);
    if (!IsMissing(persistence)) model.persistence = persistence;
    if (!IsMissing(premium_sd)) model.premium_sd = premium_sd;
    if (!IsMissing(value_sd)) model.value_sd = value_sd;
    if (!IsMissing(correlation)) model.correlation = correlation;
    model.value_drift = std::log1p(drift_year) / kDaysOfYear;
  }

  double premium_from, price, premium_mean, persistence, premium_sd, value_sd, correlation,
      drift_year;
};

Json ModelToJson(const PathModel& model) {
  return {{"premium_mean_fraction", std::expm1(model.premium_mean_log)},
          {"persistence", model.persistence},
          {"premium_sd", model.premium_sd},
          {"value_sd", model.value_sd},
          {"correlation", model.correlation},
          {"value_drift", model.value_drift}};
}

Json FitToJson(const PathFit& fit) {
  Json json = ModelToJson(fit.model);
  json["pairs"] = fit.pairs;
  json["sample"] = ToJson(fit.sample);
  json["persistence_median"] = Number(fit.premium.persistence_median);
  json["persistence_low"] = Number(fit.premium.persistence_low);
  json["persistence_high"] = Number(fit.premium.persistence_high);
  json["value_growth_year_fraction"] = Number(fit.value_growth_year);
  return json;
}

Json OutlookToJson(const PathOutlook& outlook) {
  return {{"days", outlook.days},
          {"mean_log", outlook.mean_log},
          {"sd_log", outlook.sd_log},
          {"mean_fraction", outlook.mean_fraction},
          {"quantiles", outlook.quantiles},
          {"loss_chances", outlook.loss_chances},
          {"median_premium_fraction", outlook.median_premium}};
}

Json SimulatedToJson(const SimulatedOutlook& outlook) {
  return {{"days", outlook.days},
          {"mean_fraction", outlook.mean_fraction},
          {"mean_error", Number(outlook.mean_error)},
          {"quantiles", outlook.quantiles},
          {"loss_chances", outlook.loss_chances},
          {"locked_days", outlook.locked_days},
          {"any_locked_share", outlook.any_locked_share},
          {"forced_share", outlook.forced_share},
          {"forced_days", Number(outlook.forced_days)},
          {"forced_most_days", outlook.forced_most_days},
          {"forced_marked_fraction", Number(outlook.forced_marked)},
          {"forced_sold_fraction", Number(outlook.forced_sold)}};
}

Json OptionsToJson(const SimulationOptions& options, int window_days, double drift_year,
                   double premium_to) {
  return {{"horizons", options.horizons},
          {"window_days", window_days},
          {"value_drift_year", drift_year},
          {"limit_fraction", options.rules.limit_fraction},
          {"tick_cny", options.rules.tick_cny},
          {"halt_premium", options.halt_premium},
          {"halt_probability", options.halt_probability},
          {"halt_days", options.halt_days},
          {"paths", options.paths},
          {"seed", options.seed},
          {"premium_to", premium_to}};
}

class PathRiskJob : public PastJob {
 public:
  PathRiskJob(const Json& request, TableStore& tables)
      : PastJob(request, tables),
        assumptions_(request),
        given_(assumptions_),
        options_(ReadSimulation(assumptions_)),
        window_days_(static_cast<int>(assumptions_.ReadCount(
            {"window_days", kWindowDays, 30, 10'000, "days", Source::kOwn}))),
        premium_to_(assumptions_.Read(
            {"premium_to", 0, kLeastFraction, kMostFraction, "fraction", Source::kOwn})) {}

  Json Finish() override {
    Json result = Head();
    const bool known = row_ && !history().dates.empty();
    result["date"] = known ? DateText(history().dates[*row_]) : Json(nullptr);
    result["premium_from_fraction"] = Number(premium_);
    result["price"] = Number(price_);
    result["fit"] = fitted_.fit ? FitToJson(*fitted_.fit) : Json(nullptr);
    result["model"] = model_ ? ModelToJson(*model_) : Json(nullptr);
    result["too_few"] = model_ ? Json(nullptr) : ToJson(fitted_.too_few);
    result["shares"] = kPathShares;
    result["loss_bars"] = kLossBars;
    AddOutlooks(result);
    AddLimitDown(result);
    result.update(OptionsToJson(options_, window_days_, given_.drift_year, premium_to_));
    result["days_of_year"] = kDaysOfYear;
    result["assumptions"] = assumptions_.told();
    return result;
  }

 protected:
  void Prepare() override {
    FindToday();
    fitted_ = FitPathModel(history(), window_days_);
    TellFit();
    if (IsMissing(premium_)) {
      if (!fitted_.too_few) fitted_.too_few = {kLeastPathPairs + 1, 0};
      return;
    }
    if (!fitted_.fit && !given_.IsWhole()) return;
    model_ = fitted_.fit ? fitted_.fit->model : PathModel{};
    given_.Put(*model_);
    options_.premium = premium_;
    options_.price_cny = IsMissing(price_) ? 1 : price_;
    simulation_.emplace(*model_, options_);
  }
  bool Work() override { return !simulation_ || simulation_->Step(); }
  double WorkProgress() const override { return simulation_ ? simulation_->Progress() : 1; }

 private:
  void FindToday() {
    const PremiumHistory& past = history();
    for (std::size_t row = past.premium_fraction.size(); row-- > 0 && !row_;) {
      if (!IsMissing(past.premium_fraction[row])) row_ = row;
    }
    premium_ = row_ ? past.premium_fraction[*row_] : kMissing;
    price_ = row_ && !past.price_cny.empty() ? past.price_cny[*row_] : kMissing;
    assumptions_.TellStandard("premium_from", premium_);
    assumptions_.TellStandard("start_price", price_);
    if (!IsMissing(given_.premium_from)) premium_ = given_.premium_from;
    if (!IsMissing(given_.price)) price_ = given_.price;
  }

  // The standards of what the past is asked for.
  void TellFit() {
    if (!fitted_.fit) return;
    const PathModel& fit = fitted_.fit->model;
    assumptions_.TellStandard("premium_mean", std::expm1(fit.premium_mean_log));
    assumptions_.TellStandard("persistence", fit.persistence);
    assumptions_.TellStandard("premium_sd", fit.premium_sd);
    assumptions_.TellStandard("value_sd", fit.value_sd);
    assumptions_.TellStandard("correlation", fit.correlation);
  }

  void AddOutlooks(Json& result) {
    result["outlooks"] = Json::array();
    result["simulated"] = Json::array();
    if (!model_) return;
    for (const int days : options_.horizons) {
      result["outlooks"].push_back(OutlookToJson(OutlookAt(*model_, premium_, days)));
    }
    for (const SimulatedOutlook& outlook : simulation_->Finish()) {
      result["simulated"].push_back(SimulatedToJson(outlook));
    }
  }

  void AddLimitDown(Json& result) const {
    const auto days = LimitDownDays(premium_, premium_to_, options_.rules.limit_fraction);
    result["limit_down_days"] = days ? Json(*days) : Json(nullptr);
    result["limit_down_steps"] = Json::array();
    for (const LimitStep& step : LimitDownSteps(price_, premium_, premium_to_, options_.rules)) {
      result["limit_down_steps"].push_back({{"day", result["limit_down_steps"].size() + 1},
                                            {"price", step.price_cny},
                                            {"premium_fraction", step.premium_fraction},
                                            {"locked", step.locked}});
    }
  }

  Assumptions assumptions_;
  Given given_;
  SimulationOptions options_;
  int window_days_;
  double premium_to_;
  std::optional<std::size_t> row_;
  double premium_ = kMissing;
  double price_ = kMissing;
  PathFitResult fitted_;
  std::optional<PathModel> model_;
  std::optional<PathSimulation> simulation_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<PathRiskJob>(request, tables);
}

}  // namespace

extern const Op kPathRiskOp = {
    .name = "path_risk", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
