// estimate_replay: the estimate made on every day of a past, and how far off it was.

#include "core/fund/estimate_replay.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/fund/premium.h"
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
    {"price", "DatedSeries | null", false},
    {"nav", "DatedSeries | null", false},
    {"index", "DatedSeries | string | null", false},
    {"fx", "DatedSeries | string | null", false},
    {"index_lag", "number | null", false},
    {"fx_lag", "number | null", false},
    {"invested_fraction", "number | null", false},
    {"bars", "number[] | null", false},
};

constexpr Field kGives[] = {
    {"dates", "DateSeries"},
    {"price", "Series"},
    {"iopv_estimated", "Series"},
    {"premium_fraction", "Series"},
    {"nav_dates", "DateSeries"},
    {"session_dates", "DateSeries"},
    {"index_move_fraction", "Series"},
    {"fx_move_fraction", "Series"},
    {"held_already", "number"},
    {"estimate", "ReplayError"},
    {"published", "ReplayError"},
    {"bars", "BarSides[]"},
    {"publication_lag_sessions", "number"},
    {"index_lag", "UsedLag"},
    {"fx_lag", "UsedLag"},
    {"fund", "Fund | null"},
    {"index_used", "MarketSeries | null"},
    {"index_reason", "SeriesReason | null"},
    {"fx_used", "MarketSeries | null"},
    {"fx_reason", "SeriesReason | null"},
    {"trouble", "ErrorCode | null"},
};

constexpr double kBars[] = {0.01, 0.02, 0.05, 0.1, 0.15};
constexpr int kMostSessions = 30;

// A whole number from `least` to kMostSessions, or `otherwise`.
int ReadSessions(const Json& request, std::string_view field, int least, int otherwise) {
  const double number = ReadOptionalNumber(request, field);
  if (IsMissing(number)) return otherwise;
  if (number == static_cast<int>(number) && number >= least && number <= kMostSessions) {
    return static_cast<int>(number);
  }
  throw Failure({.code = Code::bad_field,
                 .column = std::string(field),
                 .text = request[std::string(field)].dump()});
}

double ReadShare(const Json& request, std::string_view field) {
  const double share = ReadOptionalNumber(request, field);
  if (IsMissing(share)) return 1;
  if (share >= 0 && share <= 1) return share;
  throw Failure({.code = Code::bad_field,
                 .column = std::string(field),
                 .text = request[std::string(field)].dump()});
}

Json ToJson(const ReplayError& error) {
  return {{"nobs", error.nobs},
          {"bias_fraction", Number(error.bias_fraction)},
          {"rmse_fraction", Number(error.rmse_fraction)},
          {"worst_fraction", Number(error.worst_fraction)},
          {"worst_date", TextOrNull(FormatIso(error.worst_date))}};
}

Json ToJson(const BarSides& bar) {
  return {{"bar_fraction", bar.bar_fraction},
          {"both", bar.both},
          {"estimate_only", bar.estimate_only},
          {"actual_only", bar.actual_only},
          {"published_wrong", bar.published_wrong}};
}

Json Run(const Json& request, TableStore& tables) {
  const DatedValues price = ReadDatedSeries(request, "price", tables);
  const DatedValues nav = ReadDatedSeries(request, "nav", tables);
  const DatedValues index = ReadDatedSeries(request, "index", tables);
  const DatedValues fx = ReadOptionalDatedSeries(request, "fx", tables);
  ReplayInput input{price.dates, price.values, nav, index, fx};
  input.lag = LagOf(ReadWord(request, "region", FindRegion, Region::kUnknown));
  input.lag.sessions = ReadSessions(request, "publication_lag_sessions", 0, input.lag.sessions);
  input.index_lag = ReadSessions(request, "index_lag", -kMostSessions, 0);
  input.fx_lag = ReadSessions(request, "fx_lag", -kMostSessions, 0);
  input.invested_fraction = ReadShare(request, "invested_fraction");
  const auto given = request.find("bars");
  std::vector<double> bars(std::begin(kBars), std::end(kBars));
  if (given != request.end() && !given->is_null()) bars = ReadSeries(request, "bars", tables);
  const Replay replay = ReplayEstimate(input, bars);
  Json sides = Json::array();
  for (const BarSides& bar : replay.bars) sides.push_back(ToJson(bar));
  ResultSeries series(tables);
  Json result;
  result["dates"] = series.PutDates("dates", price.dates);
  result["premium_fraction"] =
      series.Put("premium_fraction", PremiumSeries(price.values, replay.value_cny));
  result["iopv_estimated"] = series.Put("iopv_estimated", replay.value_cny);
  result["nav_dates"] = series.PutDates("nav_dates", replay.nav_dates);
  result["session_dates"] = series.PutDates("session_dates", replay.session_dates);
  result["held_already"] = replay.held_already;
  result["estimate"] = ToJson(replay.estimate);
  result["published"] = ToJson(replay.published);
  result["bars"] = std::move(sides);
  return result;
}

}  // namespace

extern const Op kEstimateReplayOp = {
    .name = "estimate_replay", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
