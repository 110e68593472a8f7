// after_bar: what followed each past crossing of a bar, beside what follows any day. A job.

#include "core/fund/past/after_bar.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/kind.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/past_signals.h"

namespace premiumlens::wasm {
namespace {

// The newest are told of each bar.
constexpr std::size_t kMostCases = 50;

constexpr auto kTakes = kPastFields + std::array<Field, 8>{{
                                          {"bar", "number[] | number | null", false},
                                          {"bars", "number[] | number | null", false},
                                          {"horizons", "number[] | number | null", false},
                                          {"quiet_days", "number | null", false},
                                          {"side", "PremiumSide | null", false},
                                          {"resamples", "number | null", false},
                                          {"block_length", "number | null", false},
                                          {"seed", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 5>{{
                                            {"rule", "AfterBarRule"},
                                            {"assumptions", "AfterBarAssumptions"},
                                            {"bars", "AfterBarCrossings[]"},
                                            {"outcomes", "AfterBarOutcome[]"},
                                            {"all_days", "AfterBarAllDays[]"},
                                        }};

constexpr NamedType kTypes[] = {
    {"PremiumSide", "\"premium\" | \"discount\""},
    {"BootstrapInterval", "{ low: number; high: number }"},
    {"OutcomeSpread",
     "{ mean: number; median: number; q1: number; q3: number; min: number; max: number; "
     "negative_share: number; mean_interval: BootstrapInterval | null; median_interval: "
     "BootstrapInterval | null }"},
    {"AfterBarRule",
     "{ quiet_days: number; side: PremiumSide; least_episodes: number; confidence: number; "
     "seed: number }"},
    {"AfterBarAssumptions", "Assumptions & { bars: AssumptionList; horizons: AssumptionList }"},
    {"AfterBarCase",
     "{ date: string | null; index: number; premium_fraction: number; outcomes: { "
     "horizon: number; premium_change: number | null; price_return: number | null; "
     "value_return: number | null }[] }"},
    {"AfterBarCrossings",
     "{ bar_fraction: number; crossings: number; episodes: number; too_few: TooFew | null; "
     "cases: AfterBarCase[] }"},
    {"AfterBarMeans",
     "{ count: number; premium_change: number | null; price_return: number | null; "
     "value_return: number | null }"},
    {"AfterBarOutcome",
     "{ bar_fraction: number; horizon: number; count: number; beyond_end: number; "
     "too_few: TooFew | null; premium_change: OutcomeSpread | null; price_return: OutcomeSpread | "
     "null; "
     "value_return: OutcomeSpread | null; block_length: number | null; resamples: number | null; "
     "over_days_means: AfterBarMeans }"},
    {"AfterBarAllDays",
     "{ horizon: number; count: number; beyond_end: number; too_few: TooFew | null; "
     "premium_change: OutcomeSpread | null; price_return: OutcomeSpread | null; value_return: "
     "OutcomeSpread | null }"},
};

constexpr std::array<const char*, 3> kOutcomeNames = {"premium_change", "price_return",
                                                      "value_return"};

Json ToJson(const ConfidenceInterval& interval) {
  if (IsMissing(interval.low)) return nullptr;
  return {{"low", interval.low}, {"high", interval.high}};
}

Json ToJson(const Spread& spread) {
  if (IsMissing(spread.mean)) return nullptr;
  return {{"mean", spread.mean},
          {"median", spread.median},
          {"q1", spread.q1},
          {"q3", spread.q3},
          {"min", spread.min},
          {"max", spread.max},
          {"negative_share", spread.negative_share},
          {"mean_interval", ToJson(spread.mean_interval)},
          {"median_interval", ToJson(spread.median_interval)}};
}

Json TooFewOf(std::int64_t count) {
  if (count >= kLeastEpisodes) return nullptr;
  return {{"needed", kLeastEpisodes}, {"have", count}};
}

void AddSpreads(const AfterHorizon& after, Json& json) {
  json["horizon"] = after.horizon_days;
  json["count"] = after.count;
  json["beyond_end"] = after.beyond_end;
  json["too_few"] = TooFewOf(after.count);
  for (std::size_t i = 0; i < kOutcomeNames.size(); ++i) {
    json[kOutcomeNames[i]] = after.spreads ? ToJson((*after.spreads)[i]) : Json(nullptr);
  }
}

Json OutcomeJson(double bar, const AfterHorizon& after) {
  Json json = {{"bar_fraction", bar}};
  AddSpreads(after, json);
  json["block_length"] = after.spreads ? Json(after.block_length) : Json(nullptr);
  json["resamples"] = after.spreads ? Json(after.resamples) : Json(nullptr);
  Json means = {{"count", after.over_days}};
  for (std::size_t i = 0; i < kOutcomeNames.size(); ++i) {
    means[kOutcomeNames[i]] = Number(after.over_days_means[i]);
  }
  json["over_days_means"] = std::move(means);
  return json;
}

constexpr Assumption OneOf(std::string_view name) {
  return {name, kMissing, kLeastBar, kMostBar, "fraction", Source::kOwn};
}

// A bar alone may be asked for as "bar", and is refused as that.
Json InBars(Json request) {
  const bool has_bars = request.contains("bars") && !request["bars"].is_null();
  if (has_bars || !request.contains("bar")) return request;
  Assumptions(request).ReadList(OneOf("bar"), {});
  request["bars"] = request["bar"];
  return request;
}

class AfterBarJob : public PastJob {
 public:
  AfterBarJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), given_(InBars(request)) {
    using enum Source;
    rule_.bars = given_.ReadList(OneOf("bars"), std::move(rule_.bars));
    rule_.horizons =
        given_.ReadCounts({"horizons", kMissing, 1, 10'000, "sessions", kOwn}, rule_.horizons);
    rule_.quiet_days = given_.ReadCount({"quiet_days", kQuietDays, 1, 250, "sessions", kOwn});
    rule_.side = ReadSide(request);
    BootstrapRule& bootstrap = rule_.bootstrap;
    bootstrap.resamples =
        given_.ReadCount({"resamples", kResamples, kLeastResamples, 20'000, "times", kOwn});
    // None: as long as the sample asks for.
    const auto block =
        given_.ReadOptionalCount({"block_length", kMissing, 1, 1'000'000, "sessions", kOwn});
    bootstrap.block_length = block.value_or(0);
    bootstrap.seed = static_cast<std::uint32_t>(
        given_.ReadCount({"seed", static_cast<double>(bootstrap.seed), 0,
                          std::numeric_limits<std::uint32_t>::max(), "ratio", kOwn}));
  }

 protected:
  void Prepare() override {
    days_ = KnownDaysOf(history());
    after_.emplace(days_, rule_);
  }
  bool Work() override { return after_->Step(); }
  double WorkProgress() const override { return after_->Progress(); }

  Json Finish() override {
    Json result = Head();
    result["rule"] = {{"quiet_days", rule_.quiet_days},
                      {"side", rule_.side == PremiumSide::kPremium ? "premium" : "discount"},
                      {"least_episodes", kLeastEpisodes},
                      {"confidence", rule_.bootstrap.confidence},
                      {"seed", rule_.bootstrap.seed}};
    result["assumptions"] = given_.told();
    Json bars = Json::array();
    Json outcomes = Json::array();
    for (const AfterOneBar& bar : after_->bars()) {
      bars.push_back(CrossingsJson(bar));
      for (const AfterHorizon& after : bar.horizons) {
        outcomes.push_back(OutcomeJson(bar.bar_fraction, after));
      }
    }
    result["bars"] = std::move(bars);
    result["outcomes"] = std::move(outcomes);
    result["all_days"] = Json::array();
    for (const AfterHorizon& after : after_->all_days()) {
      Json json;
      AddSpreads(after, json);
      result["all_days"].push_back(std::move(json));
    }
    return result;
  }

 private:
  Json CrossingsJson(const AfterOneBar& bar) const {
    const auto episodes = static_cast<std::int64_t>(bar.cases.size());
    Json cases = Json::array();
    const std::size_t from = bar.cases.size() - std::min(bar.cases.size(), kMostCases);
    for (std::size_t i = from; i < bar.cases.size(); ++i) cases.push_back(CaseJson(bar.cases[i]));
    return {{"bar_fraction", bar.bar_fraction},
            {"crossings", bar.crossings},
            {"episodes", episodes},
            {"too_few", TooFewOf(episodes)},
            {"cases", std::move(cases)}};
  }

  Json CaseJson(std::size_t place) const {
    Json outcomes = Json::array();
    for (const std::int64_t horizon : rule_.horizons) {
      Json outcome = {{"horizon", horizon}};
      for (std::size_t i = 0; i < kOutcomeNames.size(); ++i) {
        outcome[kOutcomeNames[i]] = Number(OutcomeOf(days_, kOutcomes[i], place, horizon));
      }
      outcomes.push_back(std::move(outcome));
    }
    return {{"date", days_.dates.empty() ? Json(nullptr) : DateText(days_.dates[place])},
            {"index", days_.row[place]},
            {"premium_fraction", days_.premium_fraction[place]},
            {"outcomes", std::move(outcomes)}};
  }

  Assumptions given_;
  AfterBarRule rule_;
  KnownDays days_;
  std::optional<AfterBar> after_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<AfterBarJob>(request, tables);
}

}  // namespace

extern const Op kAfterBarOp = {
    .name = "after_bar", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
