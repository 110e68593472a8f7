// nav_dating: which session of its index, and which day's exchange rate, a NAV holds.

#include "core/fund/nav_dating.h"

#include "wasm/json.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"table", "string | null", false},
    {"tables", "string[] | null", false},
    {"fund", "string | null", false},
    {"kind", "Kind | null", false},
    {"region", "Region | null", false},
    {"denominator", "Denominator | null", false},
    {"publication_lag_sessions", "number | null", false},
    {"mends", "Mend[] | null", false},
    {"split_adjust", "boolean | null", false},
    {"nav", "DatedSeries | null", false},
    {"index", "DatedSeries | string | null", false},
    {"fx", "DatedSeries | string | null", false},
    {"price", "DatedSeries | null", false},
};

constexpr Field kGives[] = {
    {"lags", "number[]"},
    {"nobs", "number"},
    {"left_out", "number"},
    {"needed", "number"},
    {"index", "LagFit | null"},
    {"fx", "LagFit | null"},
    {"grid_bp", "(number | null)[][]"},
    {"residual_bp", "number | null"},
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
};

Json ToJson(const ResidualsByLag& residuals) {
  Json list = Json::array();
  for (const double residual : residuals) list.push_back(Number(residual));
  return list;
}

Json ToJson(const LagFit& fit) {
  return {{"residual_bp", ToJson(fit.residual_bp)},
          {"best", fit.best},
          {"next_bp", Number(fit.next_bp)},
          {"told", fit.told}};
}

Json Run(const Json& request, TableStore& tables) {
  const DatedValues nav = ReadDatedSeries(request, "nav", tables);
  const DatedValues index = ReadDatedSeries(request, "index", tables);
  const DatedValues fx = ReadOptionalDatedSeries(request, "fx", tables);
  const DatedValues price = ReadOptionalDatedSeries(request, "price", tables);
  const NavDating dating = DateNav(nav, index, fx);
  const NavDating of_price = DateNav(price, nav, {});
  Json lags = Json::array();
  for (int lag = -kDatingLag; lag <= kDatingLag; ++lag) lags.push_back(lag);
  Json grid = Json::array();
  if (dating.enough && dating.fx) {
    for (const ResidualsByLag& row : dating.grid_bp) grid.push_back(ToJson(row));
  }
  return {{"lags", std::move(lags)},
          {"nobs", dating.nobs},
          {"left_out", dating.wild},
          {"needed", kLeastDatingPairs},
          {"index", dating.enough ? ToJson(dating.index) : Json(nullptr)},
          {"fx", dating.fx ? ToJson(*dating.fx) : Json(nullptr)},
          {"grid_bp", std::move(grid)},
          {"residual_bp", Number(dating.residual_bp)},
          {"index_slope", Number(dating.index_slope)},
          {"fx_slope", Number(dating.fx_slope)},
          {"price", of_price.enough ? ToJson(of_price.index) : Json(nullptr)},
          {"price_nobs", of_price.nobs}};
}

}  // namespace

extern const Op kNavDatingOp = {.name = "nav_dating", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
