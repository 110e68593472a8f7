#include "wasm/estimate_json.h"

#include "wasm/fund_json.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

Json ResidualsToJson(const ResidualsByLag& residuals) {
  Json list = Json::array();
  for (const double residual : residuals) list.push_back(Number(residual));
  return list;
}

Json SeriesAt(std::optional<std::size_t> place, const std::vector<MarketSeries>& list,
              const TableNames& tables) {
  return place && *place < list.size() ? ToJson(list[*place], tables) : Json(nullptr);
}

Json CandidateToJson(const IndexCandidate& candidate, const FundData& data) {
  const MarketSeries& index = data.indexes[candidate.index];
  const NavDating& dating = candidate.dating;
  return {{"name", index.name},
          {"symbol", TextOrNull(index.symbol)},
          {"fx", candidate.fx ? Json(data.rates[*candidate.fx].name) : Json(nullptr)},
          {"nobs", dating.nobs},
          {"index_lag", dating.index.best},
          {"fx_lag", dating.fx ? Json(dating.fx->best) : Json(nullptr)},
          {"residual_bp", Number(dating.residual_bp)},
          {"told", dating.index.told}};
}

}  // namespace

Json ToJson(const MarketSeries& series, const TableNames& tables) {
  const DatedValues& values = series.values;
  return {{"name", series.name},
          {"table", series.table < tables.size() ? tables[series.table] : ""},
          {"column", series.column},
          {"symbol", TextOrNull(series.symbol)},
          {"currency", TextOrNull(series.currency)},
          {"rows", values.dates.size()},
          {"from", FormatIso(values.dates.front())},
          {"to", FormatIso(values.dates.back())}};
}

Json ToJson(const std::vector<MarketSeries>& list, const TableNames& tables) {
  Json series = Json::array();
  for (const MarketSeries& one : list) series.push_back(ToJson(one, tables));
  return series;
}

Json ToJson(const UsedLag& lag) {
  return {{"sessions", lag.sessions}, {"reason", Name(lag.reason)}};
}

Json ToJson(const LagFit& fit) {
  return {{"residual_bp", ResidualsToJson(fit.residual_bp)},
          {"best", fit.best},
          {"next_bp", Number(fit.next_bp)},
          {"told", fit.told}};
}

Json ToJson(const ReplayError& error) {
  return {{"nobs", error.nobs},
          {"bias_fraction", Number(error.bias_fraction)},
          {"rmse_fraction", Number(error.rmse_fraction)},
          {"worst_fraction", Number(error.worst_fraction)},
          {"worst_date", DateText(error.worst_date)}};
}

Json ToJson(const std::vector<BarSides>& bars) {
  Json list = Json::array();
  for (const BarSides& bar : bars) {
    list.push_back({{"bar_fraction", bar.bar_fraction},
                    {"both", bar.both},
                    {"estimate_only", bar.estimate_only},
                    {"actual_only", bar.actual_only},
                    {"published_wrong", bar.published_wrong}});
  }
  return list;
}

Json ToJson(const PastEstimate& estimate, const FundData& data, const TableNames& tables) {
  std::int64_t rows = 0;
  for (const double value : estimate.replay.value_cny) rows += IsMissing(value) ? 0 : 1;
  Json result = {{"trouble", estimate.trouble ? Json(Info(*estimate.trouble).name) : Json(nullptr)},
                 {"index", SeriesAt(estimate.index, data.indexes, tables)},
                 {"index_reason", Name(estimate.index_reason)},
                 {"fx", SeriesAt(estimate.fx, data.rates, tables)},
                 {"fx_reason", Name(estimate.fx_reason)},
                 {"currency", TextOrNull(estimate.currency)},
                 {"index_lag", ToJson(estimate.index_lag)},
                 {"fx_lag", ToJson(estimate.fx_lag)},
                 {"invested_fraction", estimate.invested_fraction},
                 {"dated_nobs", estimate.dating.nobs},
                 {"residual_bp", Number(estimate.dating.residual_bp)}};
  result["rows"] = rows;
  result["held_already"] = estimate.replay.held_already;
  result["estimate"] = ToJson(estimate.replay.estimate);
  result["published"] = ToJson(estimate.replay.published);
  return result;
}

Json CandidatesToJson(const PastEstimate& estimate, const FundData& data) {
  Json list = Json::array();
  for (const IndexCandidate& candidate : estimate.candidates) {
    list.push_back(CandidateToJson(candidate, data));
  }
  return list;
}

Json UsedSeriesToJson(const PastEstimate& estimate, const FundData& data,
                      const TableNames& tables) {
  return {{"index_used", SeriesAt(estimate.index, data.indexes, tables)},
          {"index_reason", Name(estimate.index_reason)},
          {"fx_used", SeriesAt(estimate.fx, data.rates, tables)},
          {"fx_reason", Name(estimate.fx_reason)},
          {"trouble", estimate.trouble ? Json(Info(*estimate.trouble).name) : Json(nullptr)}};
}

Json DatingToJson(const NavDating& dating) {
  Json lags = Json::array();
  for (int lag = -kDatingLag; lag <= kDatingLag; ++lag) lags.push_back(lag);
  Json grid = Json::array();
  if (dating.enough && dating.fx) {
    for (const ResidualsByLag& row : dating.grid_bp) grid.push_back(ResidualsToJson(row));
  }
  return {{"lags", std::move(lags)},
          {"nobs", dating.nobs},
          {"left_out", dating.wild},
          {"needed", kLeastDatingPairs},
          {"index", dating.enough ? ToJson(dating.index) : Json(nullptr)},
          {"fx", dating.fx ? ToJson(*dating.fx) : Json(nullptr)},
          {"grid_bp", std::move(grid)},
          {"residual_bp", Number(dating.residual_bp)},
          {"nav_bp", Number(dating.nav_bp)},
          {"index_slope", Number(dating.index_slope)},
          {"fx_slope", Number(dating.fx_slope)}};
}

Json FundToJson(const Analysis& analysis) {
  const Identity& identity = analysis.identity;
  return {{"code", analysis.data.code},
          {"name", analysis.data.name},
          {"kind", Name(identity.kind)},
          {"kind_reason", Name(identity.kind_reason)},
          {"region", Name(identity.region)},
          {"region_reason", Name(identity.region_reason)},
          {"publication_lag_sessions", analysis.lag.sessions},
          {"overlaps_shanghai", analysis.lag.overlaps_shanghai},
          {"index_name", TextOrNull(identity.index_name)},
          {"fee_fraction", Number(identity.fee_fraction)},
          {"facts_date", DateText(identity.as_of)}};
}

}  // namespace premiumlens::wasm
