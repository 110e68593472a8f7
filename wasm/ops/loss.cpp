// loss: what a holder would get if today's premium became another: scenarios, not forecasts.

#include "core/fund/cost/loss_scenarios.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 6>{{
                                          {"premium_to", "number | null", false},
                                          {"value_growth", "number | null", false},
                                          {"window_days", "number | null", false},
                                          {"episode_bar", "number | null", false},
                                          {"round_trip_fraction", "number | null", false},
                                          {"limit_fraction", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 15>{{
                                            {"kind", "Kind"},
                                            {"date", "string | null"},
                                            {"price", "number | null"},
                                            {"premium_from_fraction", "number | null"},
                                            {"scenarios", "LossScenario[]"},
                                            {"own_sample", "PastSample"},
                                            {"too_few", "TooFew | null"},
                                            {"run_ups", "RunUpEnd[]"},
                                            {"run_ups_count", "number"},
                                            {"value_growth", "number"},
                                            {"window_days", "number"},
                                            {"episode_bar", "number"},
                                            {"round_trip_fraction", "number"},
                                            {"limit_fraction", "number"},
                                            {"assumptions", "Assumptions"},
                                        }};

constexpr NamedType kTypes[] = {
    {"FinalReason",
     "\"zero\" | \"range_inner\" | \"range_outer\" | \"own_lower_quartile\" | \"own_median\" | "
     "\"own_upper_quartile\" | \"episode_end\" | \"given\""},
    {"LossScenario",
     "{ reason: FinalReason; premium_to_fraction: number; return_fraction: number; "
     "value_part: number; premium_part: number; cross_part: number; net_fraction: number; "
     "breakeven_growth_fraction: number; limit_down_days: number }"},
    {"RunUpEnd",
     "{ first: string | null; end: string | null; first_row: number; end_row: number; "
     "peak_premium_fraction: number; end_premium_fraction: number }"},
};

// The newest run-ups are listed; all of them count.
constexpr std::size_t kListed = 500;

LossOptions ReadOptions(Assumptions& given) {
  using enum Source;
  LossOptions options;
  const double to =
      given.Read({"premium_to", kMissing, kLeastFraction, kMostFraction, "fraction", kOwn});
  if (!IsMissing(to)) options.premium_to = to;
  options.value_growth =
      given.Read({"value_growth", 0, kLeastFraction, kMostFraction, "fraction", kOwn});
  options.window_days = static_cast<int>(
      given.ReadCount({"window_days", static_cast<double>(options.window_days),
                       static_cast<double>(kLeastOwnDays), 100'000, "days", kOwn}));
  options.episode_bar = given.Read(
      {"episode_bar", options.episode_bar, kLeastBar, kMostFraction, "fraction", kInvestorGuide});
  options.round_trip_fraction = given.Read({"round_trip_fraction", 0, 0, 0.5, "fraction", kOwn});
  options.limit_fraction =
      given.Read({"limit_fraction", options.limit_fraction, 0.01, 0.5, "fraction", kExchangeRules});
  return options;
}

Json OptionsToJson(const LossOptions& options) {
  return {{"value_growth", options.value_growth},
          {"window_days", options.window_days},
          {"episode_bar", options.episode_bar},
          {"round_trip_fraction", options.round_trip_fraction},
          {"limit_fraction", options.limit_fraction}};
}

Json ScenarioToJson(const LossScenario& scenario) {
  return {{"reason", Name(scenario.reason)},
          {"premium_to_fraction", scenario.premium_to_fraction},
          {"return_fraction", scenario.parts.return_fraction},
          {"value_part", scenario.parts.value_part},
          {"premium_part", scenario.parts.premium_part},
          {"cross_part", scenario.parts.cross_part},
          {"net_fraction", scenario.net_fraction},
          {"breakeven_growth_fraction", scenario.breakeven_growth_fraction},
          {"limit_down_days", scenario.limit_down_days}};
}

class LossJob : public PastJob {
 public:
  LossJob(const Json& request, TableStore& tables)
      : PastJob(request, tables),
        kind_(ReadWord(request, "kind", FindKind, Kind::kUnknown)),
        given_(request),
        options_(ReadOptions(given_)) {}

  Json Finish() override {
    const LossScenarios found = work_->Finish();
    Json result = Head();
    result["kind"] = Name(kind_);
    result["date"] = found.row ? DateOf(*found.row) : Json(nullptr);
    const bool priced = found.row && !history().price_cny.empty();
    result["price"] = priced ? Number(history().price_cny[*found.row]) : Json(nullptr);
    result["premium_from_fraction"] = Number(found.premium_from_fraction);
    result["scenarios"] = Json::array();
    for (const LossScenario& scenario : found.scenarios) {
      result["scenarios"].push_back(ScenarioToJson(scenario));
    }
    result["own_sample"] = ToJson(found.own);
    result["too_few"] = ToJson(found.own_few);
    result["run_ups"] = Json::array();
    result["run_ups_count"] = found.ends.size();
    const std::vector<RunUpEnd>& ends = found.ends;
    for (std::size_t i = ends.size() - std::min(ends.size(), kListed); i < ends.size(); ++i) {
      result["run_ups"].push_back(EndToJson(ends[i]));
    }
    result.update(OptionsToJson(options_));
    result["assumptions"] = given_.told();
    return result;
  }

 protected:
  void Prepare() override {
    if (analysis() != nullptr) kind_ = analysis()->identity.kind;
    work_.emplace(history(),
                  analysis() != nullptr ? analysis()->bars.BandOf(kind_) : ReferenceBand(kind_),
                  options_);
  }
  bool Work() override { return work_->Step(); }

 private:
  Json DateOf(std::size_t row) const {
    return history().dates.empty() ? Json(nullptr) : DateText(history().dates[row]);
  }

  Json EndToJson(const RunUpEnd& end) const {
    return {{"first", DateOf(end.first_row)},
            {"end", DateOf(end.end_row)},
            {"first_row", end.first_row},
            {"end_row", end.end_row},
            {"peak_premium_fraction", end.peak_premium_fraction},
            {"end_premium_fraction", end.end_premium_fraction}};
  }

  Kind kind_;
  Assumptions given_;
  LossOptions options_;
  std::optional<LossWork> work_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<LossJob>(request, tables);
}

}  // namespace

extern const Op kLossOp = {
    .name = "loss", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
