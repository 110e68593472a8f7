// nav_dating: which session of its index, and which day's exchange rate, a NAV holds; of dated
// series, or of tables. Of tables of several funds one entry a fund.

#include "core/fund/value/nav_dating.h"

#include "core/base/missing.h"
#include "wasm/analyze_job.h"
#include "wasm/estimate_json.h"
#include "wasm/json.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + std::array<Field, 4>{{
                                              {"nav", "DatedSeries | null", false},
                                              {"index", "DatedSeries | string | null", false},
                                              {"fx", "DatedSeries | string | null", false},
                                              {"price", "DatedSeries | null", false},
                                          }};

constexpr Field kGives[] = {
    {"lags", "number[]"},
    {"nobs", "number"},
    {"left_out", "number"},
    {"needed", "number"},
    {"index", "LagFit | null"},
    {"fx", "LagFit | null"},
    {"grid_bp", "(number | null)[][]"},
    {"residual_bp", "number | null"},
    {"nav_bp", "number | null"},
    {"index_slope", "number | null"},
    {"fx_slope", "number | null"},
    {"price", "LagFit | null"},
    {"price_nobs", "number"},
    {"fund", "Fund | null"},
    {"index_used", "MarketSeries | null"},
    {"index_reason", "SeriesReason | null"},
    {"fx_used", "MarketSeries | null"},
    {"fx_reason", "SeriesReason | null"},
    {"candidates", "IndexCandidate[]"},
    {"trouble", "ErrorCode | null"},
    {"funds", "FundDating[]"},
};

// Dated series alone, at once.
class SeriesJob : public Job {
 public:
  SeriesJob(const Json& request, TableStore& tables)
      : nav_(ReadDatedSeries(request, "nav", tables)),
        index_(ReadDatedSeries(request, "index", tables)),
        fx_(ReadOptionalDatedSeries(request, "fx", tables)),
        price_(ReadOptionalDatedSeries(request, "price", tables)) {}
  bool Step() override { return true; }
  double Progress() const override { return 1; }
  Json Finish() override {
    Json result = DatingToJson(DateNav(nav_, index_, fx_));
    AddPrice(DateNav(price_, nav_, {}), result);
    for (const char* none : {"fund", "index_used", "index_reason", "fx_used", "fx_reason"}) {
      result[none] = nullptr;
    }
    result["candidates"] = Json::array();
    result["trouble"] = nullptr;
    result["funds"] = Json::array();
    return result;
  }

  static void AddPrice(const NavDating& dating, Json& result) {
    result["price"] = dating.enough ? ToJson(dating.index) : Json(nullptr);
    result["price_nobs"] = dating.nobs;
  }

 private:
  DatedValues nav_, index_, fx_, price_;
};

// The tables of a fund, with the series beside it.
class TablesJob : public AnalyzeJob {
 public:
  TablesJob(const Json& request, TableStore& tables) : AnalyzeJob(request, tables) {
    options().price_optional = true;
    options().estimate.compare_all = true;
  }

  Json Finish() override {
    const Analysis& analysis = this->analysis();
    const FundData& data = analysis.data;
    PastEstimate estimate;
    if (analysis.estimate) {
      estimate = *analysis.estimate;
    } else if (analysis.data.shape != Shape::kPanel) {
      estimate.trouble = Code::no_nav_series;
    }
    Json result = DatingToJson(estimate.dating);
    SeriesJob::AddPrice(DateNav(PricesOf(data), data.nav, {}), result);
    result["fund"] = FundToJson(analysis);
    result.update(UsedSeriesToJson(estimate, data, names()));
    result["candidates"] = CandidatesToJson(estimate, data);
    result["funds"] = Json::array();
    for (const FundSummary& fund : analysis.funds) {
      if (fund.estimate) result["funds"].push_back(OfFund(fund));
    }
    return result;
  }

 private:
  static DatedValues PricesOf(const FundData& data) {
    DatedValues prices;
    if (data.shape != Shape::kHistory) return prices;
    for (std::size_t row = 0; row < data.rows; ++row) {
      if (IsMissing(data.price_cny[row])) continue;
      prices.dates.push_back(data.dates[row]);
      prices.values.push_back(data.price_cny[row]);
    }
    return prices;
  }

  static Json OfFund(const FundSummary& fund) {
    const PastEstimate& estimate = *fund.estimate;
    const NavDating& dating = estimate.dating;
    return {{"code", fund.fund.code},
            {"name", fund.fund.name},
            {"index", TextOrNull(estimate.index_name)},
            {"fx", TextOrNull(estimate.fx_name)},
            {"nobs", dating.nobs},
            {"index_lag", ToJson(estimate.index_lag)},
            {"fx_lag", ToJson(estimate.fx_lag)},
            {"residual_bp", Number(dating.residual_bp)},
            {"next_bp", Number(dating.index.next_bp)},
            {"estimate", ToJson(estimate.replay.estimate)},
            {"trouble", estimate.trouble ? Json(Info(*estimate.trouble).name) : Json(nullptr)}};
  }
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  if (IsOfTables(request)) return std::make_unique<TablesJob>(request, tables);
  return std::make_unique<SeriesJob>(request, tables);
}

}  // namespace

extern const Op kNavDatingOp = {
    .name = "nav_dating", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
