// regular_investing: a fixed amount each month or week over the past, on the exchange and off it,
// and the whole sum at once beside both.

#include "core/fund/cost/regular_investing.h"

#include <utility>

#include "core/base/error.h"
#include "core/fund/liquidity.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 12>{{
                                          {"nav", "Series | null", false},
                                          {"every", "InvestEvery | null", false},
                                          {"from", "string | null", false},
                                          {"to", "string | null", false},
                                          {"amount_cny", "number | null", false},
                                          {"commission_fraction", "number | null", false},
                                          {"least_commission_cny", "number | null", false},
                                          {"purchase_fee_fraction", "number | null", false},
                                          {"redemption_fee_fraction", "number | null", false},
                                          {"confirmation_sessions", "number | null", false},
                                          {"redemption_weekdays", "number | null", false},
                                          {"daily_limit_cny", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields +
                        std::array<Field, 10>{{
                            {"plan_sample", "PastSample"},
                            {"too_few", "TooFew | null"},
                            {"every", "InvestEvery"},
                            {"payments", "number"},
                            {"is_annual", "boolean"},
                            {"annual_needs_sessions", "number"},
                            {"over_nav_from_fraction", "number | null"},
                            {"over_nav_to_fraction", "number | null"},
                            {"limit_days", "LimitDays"},
                            {"investments", "Investment[]"},
                        }} +
                        std::array<Field, 1>{{{"assumptions", "Assumptions"}}};

constexpr NamedType kTypes[] = {
    {"InvestEvery", "\"month\" | \"week\""},
    {"LimitDays", "{ limited: number; suspended: number; limit_unknown: number }"},
    {"Investment",
     "{ channel: \"exchange\" | \"off_exchange\"; plan: \"regular\" | \"at_once\"; "
     "invested_cny: number; final_cny: number; total_return_fraction: number; "
     "annual_return_fraction: number | null; fees_cny: number; waiting_cny: number; "
     "orders: number; delayed: number; average_premium_fraction: number | null; "
     "average_over_nav_fraction: number | null; average_cny: number | null; "
     "unconfirmed_cny: number }"},
};

Json ToJson(const Investment& made, bool is_exchange, bool at_once) {
  return {{"channel", is_exchange ? "exchange" : "off_exchange"},
          {"plan", at_once ? "at_once" : "regular"},
          {"invested_cny", made.invested_cny},
          {"final_cny", made.final_cny},
          {"total_return_fraction", made.total_return_fraction},
          {"annual_return_fraction", Number(made.annual_return_fraction)},
          {"fees_cny", made.fees_cny},
          {"waiting_cny", made.waiting_cny},
          {"orders", made.orders},
          {"delayed", made.delayed},
          {"average_premium_fraction", Number(made.average_premium_fraction)},
          {"average_over_nav_fraction", Number(made.average_over_nav_fraction)},
          {"average_cny", Number(made.average_cny)},
          {"unconfirmed_cny", made.unconfirmed_cny}};
}

InvestOptions ReadOptions(const Json& request, Assumptions& given) {
  constexpr double kMost = 1e9;
  InvestOptions options;
  options.every = ReadWord(request, "every", FindInvestEvery, InvestEvery::kMonth);
  options.from = ReadOptionalDate(request, "from");
  options.to = ReadOptionalDate(request, "to");
  options.amount_cny =
      given.Read({"amount_cny", options.amount_cny, 1, kMost, "cny", Source::kOwn});
  const auto fraction = [&given](std::string_view name, double& standard) {
    standard = given.Read({name, standard, 0, 0.2, "fraction", Source::kOwn});
  };
  fraction("commission_fraction", options.commission_fraction);
  options.least_commission_cny = given.Read(
      {"least_commission_cny", options.least_commission_cny, 0, 1000, "cny", Source::kOwn});
  fraction("purchase_fee_fraction", options.purchase_fee_fraction);
  fraction("redemption_fee_fraction", options.redemption_fee_fraction);
  options.confirmation_sessions =
      given.ReadCount({"confirmation_sessions", static_cast<double>(options.confirmation_sessions),
                       0, 60, "sessions", Source::kRangeGuide});
  options.redemption_weekdays =
      given.ReadCount({"redemption_weekdays", static_cast<double>(options.redemption_weekdays), 0,
                       60, "weekdays", Source::kInvestorGuide});
  return options;
}

class InvestJob : public PastJob {
 public:
  InvestJob(const Json& request, TableStore& store)
      : PastJob(request, store), given_(request), options_(ReadOptions(request, given_)) {
    // None: as pasted.
    const double limit = given_.Read({"daily_limit_cny", 0, 0, 1e13, "cny", Source::kOwn});
    if (limit > 0) limit_cny_ = limit;
    if (IsOfTables(request)) return;
    const bool has_nav = request.contains("nav") && !request["nav"].is_null();
    nav_ = has_nav ? ReadSeries(request, "nav", store) : history().value_cny;
    if (nav_.size() != history().premium_fraction.size()) {
      throw Failure({.code = Code::bad_field,
                     .column = has_nav ? "nav" : "value",
                     .text = std::to_string(nav_.size())});
    }
  }

  Json Finish() override {
    Json result = Head();
    result["plan_sample"] = wasm::ToJson(replay_->sample());
    result["too_few"] = wasm::ToJson(replay_->too_few());
    result["every"] = Name(options_.every);
    result["payments"] = replay_->payments();
    result["is_annual"] = replay_->is_annual();
    result["annual_needs_sessions"] = kLeastSessions;
    result["over_nav_from_fraction"] = Number(replay_->over_nav_from_fraction());
    result["over_nav_to_fraction"] = Number(replay_->over_nav_to_fraction());
    result["limit_days"] = {
        {"limited", limited_}, {"suspended", suspended_}, {"limit_unknown", limit_unknown_}};
    result["investments"] = std::move(investments_);
    result["assumptions"] = given_.told();
    return result;
  }

 protected:
  void Prepare() override {
    InvestPast& past = past_;
    past.dates = history().dates;
    past.price_cny = history().price_cny;
    past.value_cny = history().value_cny;
    if (past.dates.empty() || past.price_cny.empty()) throw Failure({.code = Code::no_history});
    past.nav_cny = nav_;
    if (analysis()) {
      const Valuation* same_day = Find(analysis()->valuations, Denominator::kNavSameDay);
      if (!same_day) throw Failure({.code = Code::denominator_missing, .text = "nav_same_day"});
      past.nav_cny = same_day->value_cny;
      past.splits = analysis()->splits.found;
    }
    past.limit_cny = LimitsOf(past.dates.size());
  }

  // The plan, then one replay a step.
  bool Work() override {
    if (!replay_) {
      replay_.emplace(std::move(past_), options_);
      return false;
    }
    if (replay_->too_few()) return true;
    constexpr std::size_t kAll = 4;
    const bool at_once = investments_.size() >= 2;
    const bool is_exchange = investments_.size() % 2 == 0;
    investments_.push_back(
        ToJson(is_exchange ? replay_->OnExchange(at_once) : replay_->OffExchange(at_once),
               is_exchange, at_once));
    return investments_.size() == kAll;
  }

 private:
  // As said, else as last known on each day; nothing is carried back.
  std::vector<double> LimitsOf(std::size_t rows) {
    if (!IsMissing(limit_cny_)) return std::vector<double>(rows, limit_cny_);
    if (!analysis()) return {};
    const FundData& data = analysis()->data;
    if (data.purchase.empty() && data.purchase_limit_cny.empty()) return {};
    std::vector<double> limits(rows, kMissing);
    for (std::size_t row = 0; row < rows; ++row) {
      const Purchase purchase = PurchaseAt(data, row);
      if (purchase.status == PurchaseStatus::kSuspended) {
        limits[row] = 0;
        ++suspended_;
      } else if (purchase.status == PurchaseStatus::kLimited) {
        const bool known = purchase.limit_cny > 0;
        if (known) limits[row] = purchase.limit_cny;
        ++(known ? limited_ : limit_unknown_);
      }
    }
    return limits;
  }

  Assumptions given_;
  InvestOptions options_;
  double limit_cny_ = kMissing;
  std::vector<double> nav_;  // where plain series were given
  std::int64_t limited_ = 0, suspended_ = 0, limit_unknown_ = 0;
  InvestPast past_;
  std::optional<InvestReplay> replay_;
  Json investments_ = Json::array();
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<InvestJob>(request, tables);
}

}  // namespace

extern const Op kRegularInvestingOp = {
    .name = "regular_investing", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
