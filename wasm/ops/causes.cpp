// causes: why a premium may be there, cause by cause, with what the data say for it or against it.

#include "core/fund/cause/causes.h"

#include <optional>

#include "core/base/error.h"
#include "wasm/assumptions.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 13>{{
                                          {"flat_shares_days", "number | null", false},
                                          {"move_share_fraction", "number | null", false},
                                          {"delay_sessions", "number | null", false},
                                          {"persistence_ratio", "number | null", false},
                                          {"run_days", "number | null", false},
                                          {"long_run_days", "number | null", false},
                                          {"run_fraction", "number | null", false},
                                          {"high_days", "number | null", false},
                                          {"near_high_fraction", "number | null", false},
                                          {"recent_days", "number | null", false},
                                          {"dividend_fraction", "number | null", false},
                                          {"limit_fraction", "number | null", false},
                                          {"tracking_fraction", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 5>{{
                                            {"date", "string | null"},
                                            {"premium_fraction", "number | null"},
                                            {"causes", "Cause[]"},
                                            {"assumptions", "Assumptions"},
                                            {"too_few", "TooFew | null"},
                                        }};

constexpr NamedType kTypes[] = {
    {"CauseStatus", "\"for\" | \"against\" | \"silent\" | \"asked\""},
    {"CauseWord",
     "\"quota\" | \"stale_value\" | \"cash_creation\" | \"thin_trading\" | \"mood\" | "
     "\"ex_dividend\" | \"halt\" | \"small_float\" | \"replication\""},
    {"SignWord",
     "\"purchase_said\" | \"quota_released\" | \"purchase_pasted\" | \"flat_shares\" | "
     "\"cash_said\" | \"persistence\" | \"amount\" | \"turnover\" | \"halt_said\" | "
     "\"holdings_said\" | \"halted_days\" | \"limit_days\" | \"float\" | \"same_day_trading\" | "
     "\"value_move\" | \"market_hours\" | \"iopv_flat\" | \"value_age\" | \"typical_move\" | "
     "\"run\" | \"long_run\" | \"near_high\" | \"index_high_said\" | \"dividend_step\" | "
     "\"replication_said\" | \"tracking\""},
    {"SignNeed",
     "\"purchase_status\" | \"shares\" | \"days\" | \"moving_premium\" | \"amount\" | "
     "\"turnover\" | \"history\" | \"price\" | \"float\" | \"kind\" | \"nav\" | \"later_value\" | "
     "\"region\" | \"iopv\" | \"value_dates\" | \"index\""},
    {"CauseBar",
     "\"flat_shares_days\" | \"move_share_fraction\" | \"delay_sessions\" | "
     "\"persistence_ratio\" | \"run_days\" | \"long_run_days\" | \"run_fraction\" | "
     "\"high_days\" | \"near_high_fraction\" | \"recent_days\" | \"dividend_fraction\" | "
     "\"limit_fraction\" | \"tracking_fraction\""},
    {"Sign",
     "{ word: SignWord; status: CauseStatus; evidence: Evidence; needs: SignNeed | null; "
     "too_few: TooFew | null }"},
    {"Cause", "{ cause: CauseWord; source: Source; status: CauseStatus; signs: Sign[] }"},
};

constexpr double kMostDays = 2500;

CauseBars ReadBars(Assumptions& assumptions) {
  CauseBars bars;
  const auto days = [&assumptions](std::string_view name, int& bar, std::string_view unit) {
    const Source source = name == "delay_sessions" ? Source::kRangeGuide : Source::kOwn;
    bar = static_cast<int>(
        assumptions.ReadCount({name, static_cast<double>(bar), 1, kMostDays, unit, source}));
  };
  days("flat_shares_days", bars.flat_shares_days, "days");
  days("delay_sessions", bars.delay_sessions, "sessions");
  days("run_days", bars.run_days, "days");
  days("long_run_days", bars.long_run_days, "days");
  days("high_days", bars.high_days, "days");
  days("recent_days", bars.recent_days, "days");
  const auto number = [&assumptions](std::string_view name, double& bar) {
    const Source source = name == "limit_fraction" ? Source::kExchangeRules : Source::kOwn;
    const std::string_view unit = name == "persistence_ratio" ? "ratio" : "fraction";
    bar = assumptions.Read({name, bar, 0, 1, unit, source});
  };
  number("move_share_fraction", bars.move_share_fraction);
  number("persistence_ratio", bars.persistence_ratio);
  number("run_fraction", bars.run_fraction);
  number("near_high_fraction", bars.near_high_fraction);
  number("dividend_fraction", bars.dividend_fraction);
  number("limit_fraction", bars.limit_fraction);
  number("tracking_fraction", bars.tracking_fraction);
  return bars;
}

Json ToJson(const Sign& sign) {
  // The evidence of a finding is written the same way.
  Json evidence =
      wasm::ToJson(Finding{Code::iopv_flat, Level::kInfo, Source::kOwn, sign.evidence})["evidence"];
  return {{"word", sign.word},
          {"status", Name(sign.status)},
          {"evidence", std::move(evidence)},
          {"needs", sign.needs.empty() ? Json(nullptr) : Json(sign.needs)},
          {"too_few", wasm::ToJson(sign.few)}};
}

class CausesJob : public PastJob {
 public:
  CausesJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), assumptions_(request), bars_(ReadBars(assumptions_)) {}

  Json Finish() override {
    const Causes& causes = finder_->causes();
    Json result = Head();
    result["date"] = nullptr;
    result["premium_fraction"] = nullptr;
    result["causes"] = Json::array();
    result["assumptions"] = assumptions_.told();
    std::optional<TooFew> few;
    if (!causes.row) few = TooFew{1, 0};
    result["too_few"] = wasm::ToJson(few);
    if (!causes.row) return result;
    result["premium_fraction"] = history().premium_fraction[*causes.row];
    if (!history().dates.empty()) result["date"] = FormatIso(history().dates[*causes.row]);
    for (const Cause& cause : causes.list) {
      Json signs = Json::array();
      for (const Sign& sign : cause.signs) signs.push_back(ToJson(sign));
      result["causes"].push_back({{"cause", cause.word},
                                  {"source", Name(cause.source)},
                                  {"status", Name(cause.status)},
                                  {"signs", std::move(signs)}});
    }
    return result;
  }

 protected:
  void Prepare() override { finder_.emplace(history(), analysis(), bars_); }
  bool Work() override { return finder_->Step(); }
  double WorkProgress() const override { return finder_->Progress(); }

 private:
  Assumptions assumptions_;
  CauseBars bars_;
  std::optional<CauseFinder> finder_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<CausesJob>(request, tables);
}

}  // namespace

extern const Op kCausesOp = {
    .name = "causes", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
