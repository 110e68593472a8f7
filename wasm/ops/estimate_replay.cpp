// estimate_replay: the estimate made on every day of a past, and how far off it was; of dated
// series, or of the tables of one fund. The estimate is of the prices as given, before a split too.

#include "core/fund/value/estimate_replay.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/fund/premium.h"
#include "core/fund/split.h"
#include "wasm/analyze_job.h"
#include "wasm/estimate_json.h"
#include "wasm/json.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + std::array<Field, 8>{{
                                              {"price", "DatedSeries | null", false},
                                              {"nav", "DatedSeries | null", false},
                                              {"index", "DatedSeries | string | null", false},
                                              {"fx", "DatedSeries | string | null", false},
                                              {"index_lag", "number | null", false},
                                              {"fx_lag", "number | null", false},
                                              {"invested_fraction", "number | null", false},
                                              {"bars", "number[] | null", false},
                                          }};

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

// What both forms of the request come to.
struct Replayed {
  const std::vector<Date>& dates;
  const std::vector<double>& price;
  const Replay& replay;
  std::vector<double> value;  // the estimate on the footing of the prices given
};

Json RowsToJson(const Replayed& done, TableStore& tables) {
  const Replay& replay = done.replay;
  ResultSeries series(tables);
  Json result;
  result["dates"] = series.PutDates("dates", done.dates);
  result["price"] = series.Put("price", done.price);
  result["iopv_estimated"] = series.Put("iopv_estimated", done.value);
  result["premium_fraction"] =
      series.Put("premium_fraction", PremiumSeries(done.price, done.value));
  result["nav_dates"] = series.PutDates("nav_dates", replay.nav_dates);
  result["session_dates"] = series.PutDates("session_dates", replay.session_dates);
  result["index_move_fraction"] = series.Put("index_move_fraction", replay.index_move_fraction);
  result["fx_move_fraction"] = series.Put("fx_move_fraction", replay.fx_move_fraction);
  result["held_already"] = replay.held_already;
  result["estimate"] = ToJson(replay.estimate);
  result["published"] = ToJson(replay.published);
  result["bars"] = ToJson(replay.bars);
  return result;
}

std::vector<double> ReadBars(const Json& request, TableStore& tables) {
  const auto given = request.find("bars");
  if (given != request.end() && !given->is_null()) return ReadSeries(request, "bars", tables);
  return {kReplayBars.begin(), kReplayBars.end()};
}

// Dated series alone, at once.
class SeriesJob : public Job {
 public:
  SeriesJob(const Json& request, TableStore& tables)
      : tables_(tables),
        price_(ReadDatedSeries(request, "price", tables)),
        nav_(ReadDatedSeries(request, "nav", tables)),
        index_(ReadDatedSeries(request, "index", tables)),
        fx_(ReadOptionalDatedSeries(request, "fx", tables)),
        bars_(ReadBars(request, tables)) {
    constexpr int kMost = 30;
    lag_ = LagOf(ReadWord(request, "region", FindRegion, Region::kUnknown));
    lag_.sessions =
        ReadSessions(request, "publication_lag_sessions", 0, kMost).value_or(lag_.sessions);
    index_lag_ = ReadSessions(request, "index_lag", -kMost, kMost);
    fx_lag_ = ReadSessions(request, "fx_lag", -kMost, kMost);
    invested_ = ReadShare(request);
  }
  bool Step() override { return true; }
  double Progress() const override { return 1; }

  Json Finish() override {
    // A split is no move: both series on one basis, and the estimate back on that of the prices.
    FundData data;
    data.shape = Shape::kHistory;
    data.rows = price_.dates.size();
    data.dates = price_.dates;
    data.price_cny = price_.values;
    data.nav = nav_;
    AdjustSplits(data);
    ReplayInput input{data.dates, data.price_cny, data.nav, index_, fx_};
    input.lag = lag_;
    input.index_lag = index_lag_.value_or(0);
    input.fx_lag = fx_lag_.value_or(0);
    input.invested_fraction = invested_;
    const Replay replay = ReplayEstimate(input, bars_);
    std::vector<double> value = replay.value_cny;
    for (std::size_t row = 0; row < value.size(); ++row) {
      const double ratio = price_.values[row] / data.price_cny[row];
      if (ratio != 1) value[row] *= ratio;
    }
    Json result =
        RowsToJson(Replayed{price_.dates, price_.values, replay, std::move(value)}, tables_);
    result["publication_lag_sessions"] = lag_.sessions;
    result["index_lag"] = ToJson(UsedOf(index_lag_));
    result["fx_lag"] = ToJson(UsedOf(fx_lag_));
    for (const char* none :
         {"fund", "index_used", "index_reason", "fx_used", "fx_reason", "trouble"}) {
      result[none] = nullptr;
    }
    return result;
  }

 private:
  static double ReadShare(const Json& request) {
    Json share = {{"invested_fraction", request.value("invested_fraction", Json(nullptr))}};
    return ReadEstimateOptions(share).invested_fraction;
  }
  static UsedLag UsedOf(std::optional<int> given) {
    return {given.value_or(0), given ? LagReason::kGiven : LagReason::kAssumed};
  }

  TableStore& tables_;
  DatedValues price_, nav_, index_, fx_;
  std::vector<double> bars_;
  PublicationLag lag_{};
  std::optional<int> index_lag_, fx_lag_;
  double invested_ = 1;
};

// The tables of a fund, with the series beside it.
class TablesJob : public AnalyzeJob {
 public:
  TablesJob(const Json& request, TableStore& tables)
      : AnalyzeJob(request, tables), tables_(tables) {
    options().price_optional = true;
    options().estimate.bars = ReadBars(request, tables);
  }

  Json Finish() override {
    const Analysis& analysis = this->analysis();
    const FundData& data = analysis.data;
    PastEstimate estimate;
    if (analysis.estimate) estimate = *analysis.estimate;
    if (!estimate.trouble && estimate.replay.value_cny.empty()) {
      estimate.trouble = data.shape == Shape::kPanel ? Code::unknown_fund : Code::no_nav_series;
    }
    Replay& replay = estimate.replay;
    if (replay.value_cny.empty()) Blank(data.rows, replay);
    Json result =
        RowsToJson(Replayed{data.dates, data.price_cny, replay, replay.value_cny}, tables_);
    result["publication_lag_sessions"] = analysis.lag.sessions;
    result["index_lag"] = ToJson(estimate.index_lag);
    result["fx_lag"] = ToJson(estimate.fx_lag);
    result["fund"] = FundToJson(analysis);
    result.update(UsedSeriesToJson(estimate, data, names()));
    return result;
  }

 private:
  static void Blank(std::size_t rows, Replay& replay) {
    for (auto* series :
         {&replay.value_cny, &replay.index_move_fraction, &replay.fx_move_fraction}) {
      series->assign(rows, kMissing);
    }
    replay.nav_dates.assign(rows, kMissingDate);
    replay.session_dates.assign(rows, kMissingDate);
  }

  TableStore& tables_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  if (IsOfTables(request)) return std::make_unique<TablesJob>(request, tables);
  return std::make_unique<SeriesJob>(request, tables);
}

}  // namespace

extern const Op kEstimateReplayOp = {
    .name = "estimate_replay", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
