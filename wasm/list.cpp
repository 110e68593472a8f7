// What `scripts/run --list` prints. The page's TypeScript types are generated from it, so the named
// types here and the fields of the operations are the only place where the JSON is spelled.

#include <string>

#include "core/base/code.h"
#include "core/base/finding.h"
#include "core/base/source.h"
#include "core/fund/words.h"
#include "core/table/role.h"
#include "wasm/dispatcher.h"
#include "wasm/op.h"

namespace premiumlens::wasm {
namespace {

// Types that are no list of words. Missing is null; a date is ISO text; a row counts from 1 with
// the header counted.
constexpr NamedType kShapes[] = {
    {"ColumnRef", "{ table: string; column: string }"},
    {"Series", "(number | null)[] | ColumnRef"},
    {"DateSeries", "(string | null)[] | ColumnRef"},
    {"TextSeries", "(string | null)[] | ColumnRef"},
    {"PastSample", "{ from: string | null; to: string | null; nobs: number }"},
    {"TooFew", "{ needed: number; have: number }"},
    {"DatedSeries", "{ dates: DateSeries; values: Series }"},
    {"LagFit",
     "{ residual_bp: (number | null)[]; best: number; next_bp: number | null; told: boolean }"},
    {"MarketSeries",
     "{ name: string; table: string; column: string; symbol: string | null; "
     "currency: string | null; rows: number; from: string; to: string }"},
    {"UsedLag", "{ sessions: number; reason: LagReason }"},
    {"IndexCandidate",
     "{ name: string; symbol: string | null; fx: string | null; nobs: number; index_lag: number; "
     "fx_lag: number | null; residual_bp: number | null; told: boolean }"},
    {"FundDating",
     "{ code: string; name: string; index: string | null; fx: string | null; nobs: number; "
     "index_lag: UsedLag; fx_lag: UsedLag; residual_bp: number | null; next_bp: number | null; "
     "estimate: ReplayError; trouble: ErrorCode | null }"},
    {"PastEstimate",
     "{ trouble: ErrorCode | null; index: MarketSeries | null; index_reason: SeriesReason; "
     "fx: MarketSeries | null; fx_reason: SeriesReason; currency: string | null; "
     "index_lag: UsedLag; fx_lag: UsedLag; invested_fraction: number; dated_nobs: number; "
     "residual_bp: number | null; rows: number; held_already: number; estimate: ReplayError; "
     "published: ReplayError }"},
    {"MinuteSpan", "{ from_minutes: number; to_minutes: number }"},
    {"MarketHours",
     "{ market: Market; intervals: MinuteSpan[]; has_summer_time: boolean; summer_time: boolean; "
     "shared: MinuteSpan[]; overlap_minutes: number }"},
    {"ReplayError",
     "{ nobs: number; bias_fraction: number | null; rmse_fraction: number | null; "
     "worst_fraction: number | null; worst_date: string | null }"},
    {"BarSides",
     "{ bar_fraction: number; both: number; estimate_only: number; actual_only: number; "
     "published_wrong: number }"},
    {"Move",
     "number | { from?: number | null; to?: number | null; fraction?: number | null; "
     "from_date?: string | null; to_date?: string | null }"},
    {"FuturesMove",
     "number | { from?: number | null; to?: number | null; fraction?: number | null; "
     "from_date?: string | null; to_date?: string | null; contract_from?: string | null; "
     "contract_to?: string | null }"},
    {"GivenValue", "number | { value: number; date?: string | null }"},
    {"WaterfallStep",
     "{ part: EstimatePart; move_fraction: number; counted: boolean; value: number; "
     "premium_fraction: number | null; premium_change_fraction: number | null; "
     "log_premium_change: number }"},
    {"RefusedMove", "{ part: EstimatePart; reason: Refusal; move_fraction: number }"},
    {"Rung",
     "{ denominator: LadderValue; sessions_back: number | null; value: number; "
     "value_date: string | null; known_by_then: boolean | null; known_reason: KnownReason; "
     "published_after_sessions: number | null; premium_fraction: number; log_premium: number; "
     "verdict: Verdict; premium_difference_fraction: number | null; "
     "value_difference_fraction: number | null }"},
    {"SameDayGap",
     "{ published_date: string; published: number; same_day: number; "
     "published_premium_fraction: number; same_day_premium_fraction: number; "
     "value_fraction: number; log_change: number; index_log_change: number | null; "
     "fx_log_change: number | null; rest_log_change: number }"},
    {"MadeOf",
     "{ index: string; fx: string | null; nav_session: string | null; session: string | null; "
     "index_lag: UsedLag; fx_lag: UsedLag }"},
    {"Carried",
     "{ denominator: LadderValue | null; value: number; value_date: string | null; "
     "premium_fraction: number }"},
    {"Evidence", "Record<string, number | string | null>"},
    {"Finding", "{ code: FindingCode; level: Level; source: Source; evidence: Evidence }"},
    {"Unjudged", "{ code: FindingCode; needs: Need[] }"},
    {"Rejection", "{ row: number; column: string; text: string; code: RejectionCode }"},
    {"ColumnInfo",
     "{ name: string; role: Role; type: ColumnType; unit: Unit; reason: MeaningReason; "
     "fund: string; sample: string[] }"},
    {"Range", "{ inner: number | null; outer: number | null }"},
    {"Closing",
     "{ to_premium_fraction: number; reason: ClosingReason; return_fraction: number; "
     "breakeven_growth_fraction: number; already_within: boolean }"},
    {"LadderStep", "{ premium_fraction: number; price: number | null }"},
    {"Fund",
     "{ code: string; name: string; kind: Kind; kind_reason: GuessReason; region: Region; "
     "region_reason: GuessReason; publication_lag_sessions: number; overlaps_shanghai: boolean; "
     "index_name: string | null; fee_fraction: number | null; facts_date: string | null }"},
    {"FundEntry",
     "{ code: string; name: string; rows: number; kind: Kind; kind_reason: GuessReason; "
     "region: Region; verdict: Verdict; price: number | null; value: number | null; "
     "premium_fraction: number | null; denominator: Denominator | null; date: string | null; "
     "index_name: string | null; fee_fraction: number | null; "
     "value_date: string | null; amount_cny: number | null; float_cny: number | null; "
     "purchase: PurchaseStatus; index: number | null; "
     "findings: { code: FindingCode; level: Level }[]; trouble: ErrorCode | null }"},
    {"Mend",
     "{ kind: MendKind; fund: string; table: string; column: string | null; role: Role; "
     "from: string | null; to: string | null; factor: number | null; sessions: number | null }"},
    {"DataCheck",
     "{ code: FindingCode; level: Level; fund: string; table: string; column: string | null; "
     "rows: number[]; elsewhere: { table: string; rows: number[] }[]; rows_count: number; "
     "evidence: Evidence; source: Source; mend: Mend | null; mended: boolean; "
     "effect: CheckEffect | null }"},
    {"CheckEffect",
     "{ recomputed: boolean; denominator: Denominator | null; rows_changed: number; "
     "rows_lost: number; rows_gained: number; largest_change_fraction: number | null; "
     "largest_change_date: string | null; latest_before_fraction: number | null; "
     "latest_after_fraction: number | null; over_bar_fraction: number | null; "
     "days_over_before: number; days_over_after: number; "
     "rows_touched: number; largest_premium_fraction: number | null; "
     "largest_premium_date: string | null }"},
    {"CheckedTable",
     "{ table: string; rows: number; first_date: string | null; last_date: string | null; "
     "columns: { name: string; role: Role; fund: string }[] }"},
    {"ByDenominator",
     "{ denominator: Denominator; value: number | null; value_date: string | null; "
     "premium_fraction: number | null; log_premium: number | null; verdict: Verdict }"},
    {"Latest",
     "{ index: number; date: string | null; price: number; value: number; "
     "value_date: string | null; premium_fraction: number; log_premium: number; range: Range; "
     "verdict: Verdict; breakeven_growth_fraction: number; closing: Closing[]; "
     "price_ladder: LadderStep[]; by_denominator: ByDenominator[] }"},
    {"Mark",
     "{ code: FindingCode; level: Level; date: string | null; premium_fraction: number | null; "
     "index: number }"},
    {"Split", "{ date: string; ratio: number }"},
    {"Join", "{ matched: number; price_only: number; value_only: number }"},
    {"Case",
     "{ id: string; printed_fraction: number; fraction: number; reproduces: boolean; "
     "premium_to_as_printed: number | null; added_up_fraction: number | null; source: Source } & "
     "({ op: \"premium\"; request: { op: \"premium\"; price: number; "
     "value: number; kind: Kind; denominator: Denominator } } | { op: \"convergence\"; request: { "
     "op: \"convergence\"; premium_from: number; premium_to: number; value_growth: number } })"},
    {"BandInfo", "{ kind: Kind; inner: number | null; outer: number | null; source: Source }"},
    {"RuleInfo",
     "{ code: FindingCode; level: Level; bar: Record<string, number>; source: Source; "
     "needs: Need[]; bars: BarInfo[] }"},
    {"BarInfo",
     "{ name: string; key: string; standard: number; least: number; most: number | null; "
     "source: Source }"},
    {"AssumptionUnit",
     "\"fraction\" | \"cny\" | \"shares\" | \"sessions\" | \"weekdays\" | \"days\" | "
     "\"years\" | \"parts\" | \"times\" | \"ratio\""},
    {"Assumption",
     "{ value: number | null; standard: number | null; least: number; most: number; "
     "whole: boolean; unit: AssumptionUnit; source: Source }"},
    {"AssumptionList",
     "{ value: number[]; standard: number[]; least: number; most: number; whole: boolean; "
     "unit: AssumptionUnit; source: Source }"},
    {"Assumptions", "Record<string, Assumption>"},
    {"Known",
     "{ fund?: string | null; risk_notice?: boolean | null; risk_notice_date?: string | null; "
     "purchase?: PurchaseStatus | null; purchase_date?: string | null; "
     "purchase_limit_cny?: number | null; halt?: boolean | null; halt_date?: string | null; "
     "quota_released?: boolean | null; quota_released_date?: string | null; "
     "index_high?: boolean | null; index_high_date?: string | null; "
     "cash_creation?: boolean | null; holdings_halted?: boolean | null; "
     "replication?: Replication | null }"},
    {"LagInfo", "{ region: Region; sessions: number; overlaps_shanghai: boolean }"},
};

template <typename List, typename NameOf>
Json NamesOf(const List& list, NameOf name_of) {
  Json words = Json::array();
  for (const auto& word : list) words.push_back(name_of(word));
  return words;
}

Json Words() {
  const auto name = [](auto word) { return Name(word); };
  Json words;
  words["kind"] = NamesOf(AllKinds(), name);
  words["denominator"] = NamesOf(AllDenominators(), name);
  words["verdict"] = NamesOf(AllVerdicts(), name);
  words["region"] = NamesOf(AllRegions(), name);
  words["shape"] = NamesOf(AllShapes(), name);
  words["guess_reason"] = NamesOf(AllGuessReasons(), name);
  words["closing_reason"] = NamesOf(AllClosingReasons(), name);
  words["need"] = NamesOf(AllNeeds(), name);
  words["replication"] = NamesOf(AllReplications(), name);
  words["purchase_status"] = NamesOf(AllPurchaseStatuses(), name);
  words["estimate_part"] = NamesOf(AllEstimateParts(), name);
  words["refusal"] = NamesOf(AllRefusals(), name);
  words["ladder_value"] = NamesOf(AllLadderValues(), name);
  words["known_reason"] = NamesOf(AllKnownReasons(), name);
  words["judge_reason"] = NamesOf(AllJudgeReasons(), name);
  words["market"] = NamesOf(AllMarkets(), name);
  words["iopv_basis"] = NamesOf(AllIopvBases(), name);
  words["lag_reason"] = NamesOf(AllLagReasons(), name);
  words["series_reason"] = NamesOf(AllSeriesReasons(), name);
  words["mend_kind"] = NamesOf(AllMendKinds(), name);
  words["level"] = NamesOf(AllLevels(), name);
  words["role"] = NamesOf(AllRoles(), name);
  words["unit"] = NamesOf(AllUnits(), name);
  words["column_type"] = NamesOf(AllColumnTypes(), name);
  words["meaning_reason"] = NamesOf(AllMeaningReasons(), name);
  words["source"] = NamesOf(AllSources(), name);
  return words;
}

std::string_view UseName(CodeUse use) {
  switch (use) {
    case CodeUse::kError:
      return "error";
    case CodeUse::kRejection:
      return "rejection";
    case CodeUse::kFinding:
      return "finding";
  }
  return "";
}

Json Codes() {
  Json codes = Json::array();
  for (const CodeInfo& info : AllCodes()) {
    codes.push_back({{"code", info.name}, {"use", UseName(info.use)}, {"message", info.message}});
  }
  return codes;
}

Json Fields(std::span<const Field> fields, bool with_required) {
  Json list = Json::array();
  for (const Field& field : fields) {
    Json item = {{"name", field.name}, {"type", field.type}};
    if (with_required) item["required"] = field.required;
    list.push_back(std::move(item));
  }
  return list;
}

Json Ops() {
  Json ops = Json::array();
  for (const Op* op : AllOps()) {
    ops.push_back({{"name", op->name},
                   {"takes", Fields(op->takes, true)},
                   {"gives", Fields(op->gives, false)}});
  }
  return ops;
}

// "guess_reason" → "GuessReason".
std::string TypeName(std::string_view word) {
  std::string name;
  bool upper = true;
  for (const char c : word) {
    if (c == '_') {
      upper = true;
    } else {
      name += upper ? static_cast<char>(c - 'a' + 'A') : c;
      upper = false;
    }
  }
  return name;
}

std::string Union(const Json& words) {
  std::string type;
  for (const Json& word : words) type += (type.empty() ? "" : " | ") + word.dump();
  return type;
}

Json Types(const Json& words, const Json& codes) {
  Json types;
  for (const auto& item : words.items()) types[TypeName(item.key())] = Union(item.value());
  for (const std::string_view use : {"error", "rejection", "finding"}) {
    Json names = Json::array();
    for (const Json& code : codes) {
      if (code["use"] == use) names.push_back(code["code"]);
    }
    types[TypeName(use) + "Code"] = Union(names);
  }
  const auto add = [&types](std::span<const NamedType> named) {
    for (const auto& [name, type] : named) types[std::string(name)] = type;
  };
  add(kShapes);
  for (const Op* op : AllOps()) add(op->types);
  return types;
}

}  // namespace

Json List() {
  Json words = Words();
  Json codes = Codes();
  Json types = Types(words, codes);
  return {{"ops", Ops()},
          {"types", std::move(types)},
          {"words", std::move(words)},
          {"codes", std::move(codes)}};
}

}  // namespace premiumlens::wasm
