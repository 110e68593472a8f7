// outcome_grid: final premium × value change → return, and the fund's own past days on it.

#include "core/fund/cost/outcome_grid.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
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
                                            {"assumptions", "Assumptions"},
                                        }};

constexpr NamedType kTypes[] = {
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

// What is not given is chosen from the data.
GridAxis ReadAxis(Assumptions& given, const std::string& name) {
  const auto read = [&](const char* end, double least) {
    const std::string field = name + end;
    return given.Read({field, kMissing, least, kMostFraction, "fraction", Source::kOwn});
  };
  GridAxis axis;
  axis.low = read("_low", kLeastFraction);
  axis.high = read("_high", kLeastFraction);
  axis.step = read("_step", kLeastBar);
  return axis;
}

GridOptions ReadOptions(const Json& request, Assumptions& given) {
  using enum Source;
  GridOptions options;
  options.premium_axis = ReadAxis(given, "premium");
  options.growth_axis = ReadAxis(given, "growth");
  const auto count = [&given](const char* name, int& standard, double most, const char* unit) {
    standard = static_cast<int>(
        given.ReadCount({name, static_cast<double>(standard), 1, most, unit, kOwn}));
  };
  count("horizon", options.horizon, 2500, "sessions");
  options.rule = ReadWord(request, "rule", FindCloseRule, options.rule);
  options.within = given.Read({"within", options.within, 0, kMostFraction, "fraction", kOwn});
  count("nearest", options.nearest, kMostNearest, "times");
  options.round_trip_fraction = given.Read({"round_trip_fraction", 0, 0, 0.5, "fraction", kOwn});
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
      : PastJob(request, tables), given_(request), options_(ReadOptions(request, given_)) {}

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
    if (grid.row) {
      TellAxis("premium", grid.premium_axis_chosen);
      TellAxis("growth", grid.growth_axis_chosen);
    }
    result["assumptions"] = given_.told();
    return result;
  }

 protected:
  void Prepare() override { maker_.emplace(history(), options_); }
  bool Work() override { return maker_->Step(); }
  double WorkProgress() const override { return maker_->Progress(); }

 private:
  void TellAxis(const std::string& name, const GridAxis& chosen) {
    given_.TellStandard(name + "_low", chosen.low);
    given_.TellStandard(name + "_high", chosen.high);
    given_.TellStandard(name + "_step", chosen.step);
  }

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

  Assumptions given_;
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
