// ladder: one price against every value, with what judges and why, and how the value carried on to
// the moment of the price comes about. Of numbers given one by one, or of a day in tables.

#include "core/fund/value/ladder.h"

#include <optional>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/fund/value/day_ladder.h"
#include "core/table/text.h"
#include "wasm/analyze_job.h"
#include "wasm/estimate_json.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/moves.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"price", "number | null", false},
    {"date", "string | null", false},
    {"values", "Partial<Record<LadderValue, GivenValue | null>> | null", false},
    {"nav", "GivenValue | null", false},
    {"index", "Move | string | null", false},
    {"futures", "FuturesMove | null", false},
    {"fx", "Move | string | null", false},
    {"index_in_cny", "boolean | null", false},
    {"invested_fraction", "number | null", false},
    {"kind", "Kind | null", false},
    {"region", "Region | null", false},
    {"publication_lag_sessions", "number | null", false},
    {"iopv_moves", "boolean | null", false},
    // Instead of price and values: a day of tables. index and fx may then be names of series.
    {"table", "string | null", false},
    {"tables", "string[] | null", false},
    {"fund", "string | null", false},
    {"mends", "Mend[] | null", false},
    {"split_adjust", "boolean | null", false},
    {"index_lag", "number | null", false},
    {"fx_lag", "number | null", false},
};

constexpr Field kGives[] = {
    {"price", "number"},
    {"date", "string | null"},
    {"kind", "Kind"},
    {"region", "Region"},
    {"publication_lag_sessions", "number"},
    {"range", "Range"},
    {"premiums", "Partial<Record<LadderValue, number>>"},
    {"rungs", "Rung[]"},
    {"judged_by", "LadderValue | null"},
    {"judge_reason", "JudgeReason | null"},
    {"iopv_moves", "boolean"},
    {"iopv_estimated", "number | null"},
    {"carried", "Carried | null"},
    {"waterfall", "WaterfallStep[]"},
    {"refused", "RefusedMove[]"},
    // Of a day in tables; else null.
    {"made_of", "MadeOf | null"},
    {"estimate_trouble", "ErrorCode | null"},
    {"same_day_gap", "SameDayGap | null"},
};

// The values that are dated before the price, or on its day.
void CheckDate(LadderValue value, Date value_date, Date price_date, const std::string& place) {
  if (value_date == kMissingDate || price_date == kMissingDate) return;
  const bool same_day = value == LadderValue::kNavSameDay;
  const bool earlier = value == LadderValue::kNavPrevious || value == LadderValue::kNavPrevious2 ||
                       value == LadderValue::kNavPublished;
  if ((same_day && value_date != price_date) || (earlier && value_date >= price_date) ||
      value_date > price_date) {
    throw Failure(
        {.code = Code::bad_field, .column = place + ".date", .text = FormatIso(value_date)});
  }
}

std::vector<LadderEntry> ReadValues(const Json& request, Date price_date) {
  std::vector<LadderEntry> entries;
  const auto given = request.find("values");
  if (given == request.end() || given->is_null()) return entries;
  if (!given->is_object()) {
    throw Failure({.code = Code::bad_field, .column = "values", .text = Quote(given->dump())});
  }
  for (const auto& item : given->items()) {
    const std::string place = "values." + item.key();
    const std::optional<LadderValue> value = FindLadderValue(item.key());
    if (!value) throw Failure({.code = Code::bad_field, .column = place, .text = item.key()});
    if (item.value().is_null()) continue;
    const DatedNumber number = ReadDatedNumber(item.value(), place);
    CheckDate(*value, number.date, price_date, place);
    entries.push_back({*value, number.value, number.date, {}});
  }
  return entries;
}

LadderInput ReadInput(const Json& request) {
  LadderInput input;
  input.price_cny = ReadPositive(request, "price", Code::price_not_positive);
  input.date = ReadOptionalDate(request, "date");
  input.kind = ReadWord(request, "kind", FindKind, Kind::kUnknown);
  input.region = ReadWord(request, "region", FindRegion, Region::kUnknown);
  input.lag = LagOf(input.region);
  constexpr int kMostSessions = 20;
  const std::optional<int> lag =
      ReadSessions(request, "publication_lag_sessions", 0, kMostSessions);
  input.lag.sessions = lag.value_or(input.lag.sessions);
  input.lag_assumed = input.region == Region::kUnknown && !lag;
  const auto moves = request.find("iopv_moves");
  if (moves != request.end() && !moves->is_null()) {
    input.iopv_moves = ReadOptionalSwitch(request, "iopv_moves", true);
  }
  input.values = ReadValues(request, input.date);
  const auto nav = request.find("nav");
  const bool has_nav = nav != request.end() && !nav->is_null();
  if (!has_nav && !HasMoves(request)) return input;
  input.moves = ReadMoves(request);
  if (has_nav) {
    const DatedNumber given = ReadDatedNumber(*nav, "nav");
    input.moves->nav_cny = given.value;
    input.moves->nav_date = given.date;
    CheckNavDate(given.date, input.date, "nav.date");
  }
  return input;
}

Json RungToJson(const Rung& rung) {
  Json json = {{"denominator", Name(rung.value)},
               {"sessions_back", rung.sessions_back ? Json(*rung.sessions_back) : Json(nullptr)},
               {"value", rung.value_cny},
               {"value_date", DateText(rung.value_date)}};
  json["known_by_then"] = rung.known_by_then ? Json(*rung.known_by_then) : Json(nullptr);
  json["known_reason"] = Name(rung.reason);
  json["published_after_sessions"] =
      rung.published_after_sessions ? Json(*rung.published_after_sessions) : Json(nullptr);
  json["premium_fraction"] = Number(rung.premium_fraction);
  json["log_premium"] = Number(rung.log_premium);
  json["verdict"] = Name(rung.verdict);
  json["premium_difference_fraction"] = Number(rung.premium_difference_fraction);
  json["value_difference_fraction"] = Number(rung.value_difference_fraction);
  return json;
}

Json CarriedToJson(const Ladder& ladder) {
  if (ladder.waterfall.empty()) return nullptr;
  const Carried& carried = ladder.carried;
  return {{"denominator", carried.value ? Json(Name(*carried.value)) : Json(nullptr)},
          {"value", carried.value_cny},
          {"value_date", DateText(carried.date)},
          {"premium_fraction", Number(carried.premium_fraction)}};
}

Json Write(const LadderInput& input, const Ladder& ladder) {
  Json premiums = Json::object();
  Json rungs = Json::array();
  for (const Rung& rung : ladder.rungs) {
    premiums[std::string(Name(rung.value))] = Number(rung.premium_fraction);
    rungs.push_back(RungToJson(rung));
  }
  Json result = {{"price", input.price_cny},
                 {"date", DateText(input.date)},
                 {"kind", Name(input.kind)},
                 {"region", Name(input.region)},
                 {"publication_lag_sessions", input.lag.sessions},
                 {"range", ToJson(ladder.band)},
                 {"premiums", std::move(premiums)},
                 {"rungs", std::move(rungs)}};
  result["judged_by"] = ladder.judged_by ? Json(Name(*ladder.judged_by)) : Json(nullptr);
  result["judge_reason"] = ladder.judge_reason ? Json(Name(*ladder.judge_reason)) : Json(nullptr);
  result["iopv_moves"] = ladder.iopv_moves;
  result["iopv_estimated"] = Number(ladder.estimate_cny);
  result["carried"] = CarriedToJson(ladder);
  result["waterfall"] = ToJson(ladder.waterfall);
  result["refused"] = ToJson(ladder.refused);
  for (const char* field : {"made_of", "estimate_trouble", "same_day_gap"}) {
    result[field] = nullptr;
  }
  return result;
}

Json GapToJson(const DayGap& gap) {
  return {{"published_date", DateText(gap.published_date)},
          {"published", gap.published_cny},
          {"same_day", gap.same_day_cny},
          {"published_premium_fraction", Number(gap.published_premium_fraction)},
          {"same_day_premium_fraction", Number(gap.same_day_premium_fraction)},
          {"value_fraction", gap.parts.value_fraction},
          {"log_change", gap.parts.log_change},
          {"index_log_change", Number(gap.parts.index_log_change)},
          {"fx_log_change", Number(gap.parts.fx_log_change)},
          {"rest_log_change", Number(gap.parts.rest_log_change)}};
}

Json MadeOfToJson(const MadeOf& made_of, const PastEstimate& estimate) {
  return {{"index", made_of.index->name},
          {"fx", made_of.fx == nullptr ? Json(nullptr) : Json(made_of.fx->name)},
          {"nav_session", DateText(made_of.nav_session)},
          {"session", DateText(made_of.session)},
          {"index_lag", ToJson(estimate.index_lag)},
          {"fx_lag", ToJson(estimate.fx_lag)}};
}

// Numbers given one by one: nothing to wait for.
class NumbersJob : public Job {
 public:
  explicit NumbersJob(const Json& request) : input_(ReadInput(request)) {}
  bool Step() override { return true; }
  double Progress() const override { return 1; }
  Json Finish() override {
    const Ladder ladder = MakeLadder(input_);
    if (input_.moves && ladder.waterfall.empty()) {
      throw Failure({.code = Code::missing_field, .column = "nav"});
    }
    return Write(input_, ladder);
  }

 private:
  LadderInput input_;
};

bool IsName(const Json& request, const char* field) {
  const auto found = request.find(field);
  return found != request.end() && found->is_string();
}

// index and fx are names for the analysis, moves for the ladder.
Json Without(Json request, bool names) {
  for (const char* field : {"index", "fx"}) {
    if (IsName(request, field) == names) request.erase(field);
  }
  return request;
}

// A day of tables, with moves by hand where they are given.
class TablesJob : public AnalyzeJob {
 public:
  TablesJob(const Json& request, TableStore& tables)
      : AnalyzeJob(Without(request, false), tables),
        date_(ReadOptionalDate(request, "date")),
        by_hand_(ReadMoves(Without(request, true))) {
    const auto nav = request.find("nav");
    if (nav == request.end() || nav->is_null()) return;
    const DatedNumber given = ReadDatedNumber(*nav, "nav");
    by_hand_.nav_cny = given.value;
    by_hand_.nav_date = given.date;
  }

  Json Finish() override {
    const Analysis& analysis = this->analysis();
    if (analysis.data.shape == Shape::kPanel || analysis.data.shape == Shape::kCrossSection) {
      throw Failure({.code = Code::missing_field, .column = "fund"});
    }
    const std::size_t row = RowOfDay(analysis, date_);
    const LadderInput input = LadderOfRow(analysis, row, by_hand_);
    Json result = Write(input, MakeLadder(input));
    if (const std::optional<MadeOf> made_of = MadeOfRow(analysis, row)) {
      result["made_of"] = MadeOfToJson(*made_of, *analysis.estimate);
    }
    if (const std::optional<Code> trouble = TroubleOfRow(analysis, row)) {
      result["estimate_trouble"] = Info(*trouble).name;
    }
    if (const std::optional<DayGap> gap = GapOfRow(analysis, row)) {
      result["same_day_gap"] = GapToJson(*gap);
    }
    return result;
  }

 private:
  Date date_;
  EstimateInput by_hand_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  const auto is_given = [&request](const char* field) {
    const auto found = request.find(field);
    return found != request.end() && !found->is_null();
  };
  if (is_given("table") || is_given("tables")) {
    // The tables hold them; another price is another day's question.
    for (const char* field : {"price", "values"}) {
      if (is_given(field)) {
        throw Failure(
            {.code = Code::bad_field, .column = field, .text = Quote(request[field].dump())});
      }
    }
    return std::make_unique<TablesJob>(request, tables);
  }
  return std::make_unique<NumbersJob>(request);
}

}  // namespace

extern const Op kLadderOp = {.name = "ladder", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
