// outcome_grid: final premium × value change → return, and the fund's own past days on it.

#include "core/fund/cost/outcome_grid.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "wasm/bounded.h"
#include "wasm/fund_json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 11>{{
                                          {"premium_low", "number | null", false},
                                          {"premium_high", "number | null", false},
                                          {"premium_step", "number | null", false},
                                          {"growth_low", "number | null", false},
                                          {"growth_high", "number | null", false},
                                          {"growth_step", "number | null", false},
                                          {"horizon", "number | null", false},
                                          {"rule", "CloseRule | null", false},
                                          {"within", "number | null", false},
                                          {"nearest", "number | null", false},
                                          {"round_trip_fraction", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 22>{{
                                            {"date", "string | null"},
                                            {"premium_from_fraction", "number | null"},
                                            {"premium_to", "number[]"},
                                            {"today_row", "number | null"},
                                            {"growth", "number[]"},
                                            {"premium_axis", "GridAxis | null"},
                                            {"growth_axis", "GridAxis | null"},
                                            {"return_fraction", "number[][]"},
                                            {"breakeven_growth_fraction", "number[]"},
                                            {"counts", "number[][]"},
                                            {"off_grid", "number"},
                                            {"outcomes_count", "number"},
                                            {"outcomes", "PastOutcome[]"},
                                            {"past_sample", "PastSample"},
                                            {"closest", "ClosestDay | null"},
                                            {"too_few", "TooFew | null"},
                                            {"horizon", "number"},
                                            {"rule", "CloseRule"},
                                            {"within", "number"},
                                            {"nearest", "number"},
                                            {"round_trip_fraction", "number"},
                                            {"standards", "GridStandards"},
                                        }};

constexpr NamedType kTypes[] = {
    {"GridStandards",
     "{ premium_axis: GridAxis | null; growth_axis: GridAxis | null; horizon: number; "
     "rule: CloseRule; within: number; nearest: number; round_trip_fraction: number }"},
    {"CloseRule", "\"within\" | \"nearest\""},
    {"GridAxis", "{ low: number; high: number; step: number }"},
    {"PastOutcome",
     "{ date: string | null; end_date: string | null; row: number; sessions: number; "
     "premium_from_fraction: number; premium_to_fraction: number; value_growth: number; "
     "return_fraction: number; premium_cell: number | null; growth_cell: number | null }"},
    {"ClosestDay", "{ date: string | null; row: number; premium_fraction: number }"},
};

// The newest are listed; all are counted in the cells.
constexpr std::size_t kListed = 500;

GridAxis ReadAxis(const Json& request, const std::string& name) {
  GridAxis axis;
  axis.low = ReadBetween(request, name + "_low", kLeastFraction, kMostFraction, kMissing);
  axis.high = ReadBetween(request, name + "_high", kLeastFraction, kMostFraction, kMissing);
  axis.step = ReadBetween(request, name + "_step", 1e-4, kMostFraction, kMissing);
  return axis;
}

GridOptions ReadOptions(const Json& request) {
  GridOptions options;
  options.premium_axis = ReadAxis(request, "premium");
  options.growth_axis = ReadAxis(request, "growth");
  options.horizon = ReadWhole(request, "horizon", 1, 2500, options.horizon);
  options.rule = ReadWord(request, "rule", FindCloseRule, options.rule);
  options.within = ReadBetween(request, "within", 0, kMostFraction, options.within);
  options.nearest = ReadWhole(request, "nearest", 1, kMostNearest, options.nearest);
  options.round_trip_fraction = ReadBetween(request, "round_trip_fraction", 0, 0.5, 0);
  return options;
}

Json AxisToJson(const GridAxis& axis) {
  return {{"low", axis.low}, {"high", axis.high}, {"step", axis.step}};
}

Json OptionsToJson(const GridOptions& options) {
  return {{"horizon", options.horizon},
          {"rule", Name(options.rule)},
          {"within", options.within},
          {"nearest", options.nearest},
          {"round_trip_fraction", options.round_trip_fraction}};
}

template <typename Numbers>
Json InRows(const Numbers& cells, std::size_t columns) {
  Json rows = Json::array();
  for (std::size_t at = 0; columns > 0 && at < cells.size(); at += columns) {
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(at);
    rows.push_back(Numbers(first, first + static_cast<std::ptrdiff_t>(columns)));
  }
  return rows;
}

class GridJob : public PastJob {
 public:
  GridJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), options_(ReadOptions(request)) {}

  Json Finish() override {
    const OutcomeGrid grid = maker_->Finish();
    Json result = Head();
    result["date"] = grid.row ? DateOf(*grid.row) : Json(nullptr);
    result["premium_from_fraction"] = Number(grid.premium_from);
    result["premium_to"] = grid.premium_to;
    result["today_row"] = grid.row ? Json(grid.today) : Json(nullptr);
    result["growth"] = grid.growth;
    result["premium_axis"] = grid.row ? AxisToJson(grid.premium_axis) : Json(nullptr);
    result["growth_axis"] = grid.row ? AxisToJson(grid.growth_axis) : Json(nullptr);
    result["return_fraction"] = InRows(grid.returns, grid.growth.size());
    result["breakeven_growth_fraction"] = grid.breakeven;
    result["counts"] = InRows(grid.counts, grid.growth.size());
    result["off_grid"] = grid.off_grid;
    AddOutcomes(grid, result);
    result["too_few"] = ToJson(grid.too_few);
    result.update(OptionsToJson(options_));
    result["standards"] = OptionsToJson({});
    result["standards"]["premium_axis"] =
        grid.row ? AxisToJson(grid.premium_axis_chosen) : Json(nullptr);
    result["standards"]["growth_axis"] =
        grid.row ? AxisToJson(grid.growth_axis_chosen) : Json(nullptr);
    return result;
  }

 protected:
  void Prepare() override { maker_.emplace(history(), options_); }
  bool Work() override { return maker_->Step(); }
  double WorkProgress() const override { return maker_->Progress(); }

 private:
  Json DateOf(std::size_t row) const {
    return history().dates.empty() ? Json(nullptr) : DateText(history().dates[row]);
  }

  void AddOutcomes(const OutcomeGrid& grid, Json& result) const {
    const std::vector<PastOutcome>& all = grid.outcomes;
    result["outcomes_count"] = all.size();
    result["outcomes"] = Json::array();
    for (std::size_t i = all.size() - std::min(all.size(), kListed); i < all.size(); ++i) {
      result["outcomes"].push_back(OutcomeToJson(all[i]));
    }
    result["past_sample"] = ToJson(grid.past);
    result["closest"] = nullptr;
    if (!grid.closest) return;
    result["closest"] = {{"date", DateOf(*grid.closest)},
                         {"row", *grid.closest},
                         {"premium_fraction", history().premium_fraction[*grid.closest]}};
  }

  Json OutcomeToJson(const PastOutcome& outcome) const {
    const auto cell = [](std::optional<std::size_t> place) {
      return place ? Json(*place) : Json(nullptr);
    };
    return {{"date", DateOf(outcome.row)},
            {"end_date", DateOf(outcome.end_row)},
            {"row", outcome.row},
            {"sessions", outcome.end_row - outcome.row},
            {"premium_from_fraction", outcome.premium_from},
            {"premium_to_fraction", outcome.premium_to},
            {"value_growth", outcome.value_growth},
            {"return_fraction", outcome.return_fraction},
            {"premium_cell", cell(outcome.premium_cell)},
            {"growth_cell", cell(outcome.growth_cell)}};
  }

  GridOptions options_;
  std::optional<OutcomeGridMaker> maker_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<GridJob>(request, tables);
}

}  // namespace

extern const Op kOutcomeGridOp = {
    .name = "outcome_grid", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
