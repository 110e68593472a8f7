// batches: selling in several equal parts against selling at once, over the fund's own past and
// under a scenario of a premium that closes step by step.

#include "core/fund/cost/batches.h"

#include <optional>

#include "core/base/error.h"
#include "core/fund/rules.h"
#include "wasm/assumptions.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr std::int64_t kLeastApart = 10;  // starts that do not overlap
constexpr int kDefaultSessions = 20;

constexpr auto kTakes = kPastFields + std::array<Field, 6>{{
                                          {"parts", "number | null", false},
                                          {"every_sessions", "number | null", false},
                                          {"cost_fraction", "number | null", false},
                                          {"premium_bar_fraction", "number | null", false},
                                          {"to_premium_fraction", "number | null", false},
                                          {"over_sessions", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 12>{{
                                            {"parts", "number"},
                                            {"every_sessions", "number"},
                                            {"cost_fraction", "number"},
                                            {"premium_bar_fraction", "number"},
                                            {"to_premium_fraction", "number"},
                                            {"over_sessions", "number"},
                                            {"premium_fraction", "number | null"},
                                            {"date", "string | null"},
                                            {"all", "ExitSpread"},
                                            {"over", "ExitSpread"},
                                            {"scenario", "ExitScenario | null"},
                                            {"assumptions", "Assumptions"},
                                        }};

constexpr NamedType kTypes[] = {
    {"ExitSpread",
     "{ starts: number; apart: number; mean_fraction: number | null; "
     "below_fraction: number | null; quantiles: (number | null)[]; too_few: TooFew | null }"},
    {"ExitScenario",
     "{ parts: { session: number; premium_fraction: number; return_fraction: number }[]; "
     "return_fraction: number; at_once_fraction: number }"},
};

// Fewer starts apart than would tell anything: no numbers, only how many there are.
Json ToJson(const ExitSpread& spread) {
  std::optional<TooFew> few;
  if (spread.apart < kLeastApart) few = TooFew{kLeastApart, spread.apart};
  Json quantiles = Json::array();
  for (const double q : spread.quantiles) quantiles.push_back(few ? Json(nullptr) : Number(q));
  return {{"starts", spread.starts},
          {"apart", spread.apart},
          {"mean_fraction", few ? Json(nullptr) : Number(spread.mean_fraction)},
          {"below_fraction", few ? Json(nullptr) : Number(spread.below_fraction)},
          {"quantiles", std::move(quantiles)},
          {"too_few", wasm::ToJson(few)}};
}

Json ToJson(const BatchScenario& scenario) {
  Json parts = Json::array();
  for (const ScenarioPart& part : scenario.parts) {
    parts.push_back({{"session", part.session},
                     {"premium_fraction", part.premium_fraction},
                     {"return_fraction", part.return_fraction}});
  }
  return {{"parts", std::move(parts)},
          {"return_fraction", scenario.return_fraction},
          {"at_once_fraction", scenario.at_once_fraction}};
}

class BatchesJob : public PastJob {
 public:
  BatchesJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), assumptions_(request) {
    using enum Source;
    const auto count = [this](const char* name, int standard, double least, double most,
                              const char* unit) {
      return static_cast<int>(
          assumptions_.ReadCount({name, static_cast<double>(standard), least, most, unit, kOwn}));
    };
    plan_.parts = count("parts", plan_.parts, 2, 50, "parts");
    plan_.every_sessions = count("every_sessions", plan_.every_sessions, 1, 250, "sessions");
    plan_.cost_fraction =
        assumptions_.Read({"cost_fraction", plan_.cost_fraction, 0, 0.5, "fraction", kOwn});
    bar_ = assumptions_.Read(
        {"premium_bar_fraction", kPremiumBar, -1, 10, "fraction", kInvestorGuide});
    to_ = assumptions_.Read({"to_premium_fraction", 0, -0.9, 10, "fraction", kOwn});
    over_ = count("over_sessions", kDefaultSessions, 1, 1000, "sessions");
  }

  Json Finish() override {
    Json result = Head();
    result["parts"] = plan_.parts;
    result["every_sessions"] = plan_.every_sessions;
    result["cost_fraction"] = plan_.cost_fraction;
    result["premium_bar_fraction"] = bar_;
    result["to_premium_fraction"] = to_;
    result["over_sessions"] = over_;
    result["assumptions"] = assumptions_.told();
    result["premium_fraction"] = nullptr;
    result["date"] = nullptr;
    result["scenario"] = nullptr;
    result["all"] = ToJson(replay_->all());
    result["over"] = ToJson(replay_->over());
    const std::vector<double>& premium = history().premium_fraction;
    for (std::size_t row = premium.size(); row > 0; --row) {
      if (IsMissing(premium[row - 1])) continue;
      result["premium_fraction"] = premium[row - 1];
      if (!history().dates.empty()) result["date"] = FormatIso(history().dates[row - 1]);
      result["scenario"] = ToJson(ConvergingExit(premium[row - 1], to_, over_, plan_));
      break;
    }
    return result;
  }

 protected:
  void Prepare() override {
    if (history().price_cny.empty()) {
      throw Failure({.code = Code::missing_field, .column = "price"});
    }
    replay_.emplace(history().price_cny, history().premium_fraction, plan_, bar_);
  }
  bool Work() override { return replay_->Step(); }
  double WorkProgress() const override { return replay_->Progress(); }

 private:
  Assumptions assumptions_;
  BatchPlan plan_;
  double bar_;
  double to_;
  int over_;
  std::optional<BatchReplay> replay_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<BatchesJob>(request, tables);
}

}  // namespace

extern const Op kBatchesOp = {
    .name = "batches", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
