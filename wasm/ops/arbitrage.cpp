// arbitrage: what buying new shares at NAV and selling them on the exchange leaves after cost.

#include "core/fund/cost/arbitrage.h"

#include "core/base/error.h"
#include "core/fund/liquidity.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 14>{{
                                          {"nav", "Series | null", false},
                                          {"route", "ArbitrageRoute | null", false},
                                          {"hedged", "boolean | null", false},
                                          {"purchase", "PurchaseStatus | null", false},
                                          {"purchase_limit_cny", "number | null", false},
                                          {"delay_sessions", "number | null", false},
                                          {"fee_fraction", "number | null", false},
                                          {"fx_cost_fraction", "number | null", false},
                                          {"commission_fraction", "number | null", false},
                                          {"slippage_fraction", "number | null", false},
                                          {"funding_rate_fraction", "number | null", false},
                                          {"prefunding_fraction", "number | null", false},
                                          {"unit_cny", "number | null", false},
                                          {"capital_cny", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields +
                        std::array<Field, 21>{{
                            {"too_few", "TooFew | null"},
                            {"route", "ArbitrageRoute"},
                            {"route_given", "boolean"},
                            {"hedged", "boolean"},
                            {"date", "string | null"},
                            {"premium_fraction", "number | null"},
                            {"funding_fraction", "number"},
                            {"in_fraction", "number"},
                            {"out_fraction", "number"},
                            {"breakeven_premium_fraction", "number"},
                            {"left_fraction", "number | null"},
                            {"empirical", "ArbitrageOdds | null"},
                            {"ar1", "ArbitrageOdds | null"},
                            {"persistence", "number | null"},
                            {"replay", "ArbitrageReplay | null"},
                            {"purchase", "PurchaseStatus"},
                            {"purchase_given", "boolean"},
                            {"purchase_limit_cny", "number | null"},
                            {"obstacles", "ArbitrageObstacle[]"},
                            {"amount_cny", "number | null"},
                            {"units", "number | null"},
                        }} +
                        std::array<Field, 3>{{
                            {"purchase_said", "boolean"},
                            {"left_cny", "number | null"},
                            {"assumptions", "Assumptions"},
                        }};

constexpr NamedType kTypes[] = {
    {"ArbitrageRoute", "\"etf_creation\" | \"lof_exchange\" | \"lof_transfer\""},
    {"ArbitrageObstacle",
     "\"no_premium\" | \"suspended\" | \"limit_unknown\" | \"limit_below_unit\" | "
     "\"capital_below_unit\""},
    {"ArbitrageOdds",
     "{ loss_probability: number; low_fraction: number; median_fraction: number; "
     "high_fraction: number; nobs: number }"},
    {"ArbitrageReplay",
     "{ days: number; spells: number; losses: number; median_fraction: number | null; "
     "worst_fraction: number | null; worst_date: string | null; is_own_nav: boolean }"},
};

Json ToJson(const std::optional<ArbitrageOdds>& odds) {
  if (!odds) return nullptr;
  return {{"loss_probability", Number(odds->loss_probability)},
          {"low_fraction", Number(odds->low_fraction)},
          {"median_fraction", Number(odds->median_fraction)},
          {"high_fraction", Number(odds->high_fraction)},
          {"nobs", odds->nobs}};
}

Json ToJson(const std::optional<ArbitrageReplay>& replay) {
  if (!replay) return nullptr;
  return {{"days", replay->days},
          {"spells", replay->spells},
          {"losses", replay->losses},
          {"median_fraction", Number(replay->median_fraction)},
          {"worst_fraction", Number(replay->worst_fraction)},
          {"worst_date", DateText(replay->worst_date)},
          {"is_own_nav", replay->is_own_nav}};
}

void ReadCosts(Assumptions& given, ArbitrageOptions& options) {
  constexpr double kMost = 1e13;
  options.delay_sessions =
      given.ReadCount({"delay_sessions", static_cast<double>(options.delay_sessions), 0, 60,
                       "sessions", Source::kRangeGuide});
  const auto fraction = [&given](std::string_view name, double& standard, double most) {
    standard = given.Read({name, standard, 0, most, "fraction", Source::kOwn});
  };
  fraction("fee_fraction", options.fee_fraction, 0.2);
  fraction("fx_cost_fraction", options.fx_cost_fraction, 0.2);
  fraction("commission_fraction", options.commission_fraction, 0.2);
  fraction("slippage_fraction", options.slippage_fraction, 0.5);
  fraction("funding_rate_fraction", options.funding_rate_fraction, 1);
  fraction("prefunding_fraction", options.prefunding_fraction, 1);
  const Source unit = options.unit_cny > 0 ? Source::kInvestorGuide : Source::kOwn;
  options.unit_cny = given.Read({"unit_cny", options.unit_cny, 0, kMost, "cny", unit});
  options.capital_cny =
      given.Read({"capital_cny", options.capital_cny, 0, kMost, "cny", Source::kOwn});
}

class ArbitrageJob : public PastJob {
 public:
  ArbitrageJob(const Json& request, TableStore& store) : PastJob(request, store), given_(request) {
    if (ReadOptionalText(request, "route")) {
      route_ = ReadWord(request, "route", FindArbitrageRoute, ArbitrageRoute::kEtfCreation);
    }
    if (ReadOptionalText(request, "purchase")) {
      purchase_ = ReadWord(request, "purchase", FindPurchaseStatus, PurchaseStatus::kUnknown);
    }
    // None: as pasted.
    const double limit = given_.Read({"purchase_limit_cny", 0, 0, 1e13, "cny", Source::kOwn});
    if (limit > 0) limit_cny_ = limit;
    hedged_ = ReadOptionalSwitch(request, "hedged", false);
    if (!IsOfTables(request) && request.contains("nav")) nav_ = ReadSeries(request, "nav", store);
    if (route_ || !IsOfTables(request)) MakeOptions();
    if (!nav_.empty() && nav_.size() != history().premium_fraction.size()) {
      throw Failure(
          {.code = Code::bad_field, .column = "nav", .text = std::to_string(nav_.size())});
    }
  }

  void Prepare() override {
    if (!options_) MakeOptions();
    FillPurchase(*options_);
    work_.emplace(history(), OwnNav(), *options_);
  }
  bool Work() override { return work_->Step(); }
  double WorkProgress() const override { return work_->Progress(); }

  Json Finish() override {
    const ArbitrageOptions& options = *options_;
    const Arbitrage made = work_->Finish();
    Json result = Head();
    result["too_few"] = wasm::ToJson(made.too_few);
    result["route"] = Name(options.route);
    result["route_given"] = route_.has_value();
    result["hedged"] = options.is_hedged;
    result["date"] = DateText(made.date);
    result["premium_fraction"] = Number(made.premium_fraction);
    result["funding_fraction"] = made.funding_fraction;
    result["in_fraction"] = made.in_fraction;
    result["out_fraction"] = made.out_fraction;
    result["breakeven_premium_fraction"] = Number(made.breakeven_premium_fraction);
    result["left_fraction"] = Number(made.left_fraction);
    result["empirical"] = ToJson(made.empirical);
    result["ar1"] = ToJson(made.ar1);
    result["persistence"] = Number(made.persistence);
    result["replay"] = ToJson(made.replay);
    result["purchase"] = Name(WithLimit(options.purchase, options.purchase_limit_cny));
    result["purchase_given"] = purchase_.has_value() || !IsMissing(limit_cny_);
    result["purchase_said"] = IsSaid() && !purchase_;
    result["purchase_limit_cny"] = Number(options.purchase_limit_cny);
    result["obstacles"] = Json::array();
    for (const Obstacle obstacle : made.obstacles) result["obstacles"].push_back(Name(obstacle));
    result["amount_cny"] = Number(made.amount_cny);
    result["units"] = Number(made.units);
    result["left_cny"] = Number(made.left_cny);
    result["assumptions"] = given_.told();
    return result;
  }

 private:
  void MakeOptions() {
    const std::string code = analysis() ? analysis()->data.code : "";
    options_ = StandardOf(route_.value_or(RouteOf(code)));
    options_->is_hedged = hedged_;
    ReadCosts(given_, *options_);
  }

  bool IsSaid() const { return analysis() && analysis()->known.purchase; }

  // A choice for this question goes before what is known of the fund, and that before what was
  // pasted.
  void FillPurchase(ArbitrageOptions& options) const {
    if (analysis() && analysis()->data.rows > 0) {
      const Purchase pasted = PurchaseAt(analysis()->data, analysis()->data.rows - 1);
      options.purchase = pasted.status;
      options.purchase_limit_cny = pasted.limit_cny;
    }
    if (IsSaid()) {
      options.purchase = *analysis()->known.purchase;
      options.purchase_limit_cny = analysis()->known.purchase_limit_cny;
    }
    if (purchase_) {
      options.purchase = *purchase_;
      if (*purchase_ != PurchaseStatus::kLimited) options.purchase_limit_cny = kMissing;
    }
    if (!IsMissing(limit_cny_)) options.purchase_limit_cny = limit_cny_;
  }

  std::vector<double> OwnNav() const {
    if (!analysis()) return nav_;
    const Valuation* same_day = Find(analysis()->valuations, Denominator::kNavSameDay);
    return same_day ? same_day->value_cny : std::vector<double>{};
  }

  Assumptions given_;
  std::optional<ArbitrageRoute> route_;
  std::optional<PurchaseStatus> purchase_;
  double limit_cny_ = kMissing;
  bool hedged_ = false;
  std::vector<double> nav_;  // where plain series were given
  std::optional<ArbitrageOptions> options_;
  std::optional<ArbitrageWork> work_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<ArbitrageJob>(request, tables);
}

}  // namespace

extern const Op kArbitrageOp = {
    .name = "arbitrage", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
