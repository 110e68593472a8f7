// positions: what a person holds in funds against the guide's share of assets, by region, and what
// the premiums in it would cost if they closed.

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/fund/cost/own_table.h"
#include "core/fund/cost/positions.h"
#include "core/fund/past/premium_history.h"
#include "core/stats/quantile.h"
#include "core/table/fund_code.h"
#include "core/table/text.h"
#include "wasm/analyze_job.h"
#include "wasm/assumptions.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostPositions = 10000;
constexpr std::int64_t kLeastDays = 60;  // for a level of a fund's own

constexpr auto kTakes = kAnalysisFields + kBesideFields +
                        std::array<Field, 6>{{
                            {"positions", "OwnPosition[] | null", false},
                            {"positions_table", "string | null", false},
                            {"assets_cny", "number | null", false},
                            {"least_fraction", "number | null", false},
                            {"most_fraction", "number | null", false},
                            {"own_level_days", "number | null", false},
                        }};

constexpr Field kGives[] = {
    {"positions", "PositionSeen[]"},
    {"assets_cny", "number"},
    {"assets_given", "boolean"},
    {"total_cny", "number"},
    {"cross_border_cny", "number"},
    {"cross_border_fraction", "number | null"},
    {"least_fraction", "number"},
    {"most_fraction", "number"},
    {"own_level_days", "number"},
    {"against", "\"below\" | \"between\" | \"over\" | null"},
    {"source", "Source"},
    {"unknown", "number"},
    {"unknown_cny", "number"},
    {"without_amount", "number"},
    {"regions", "{ region: Region; amount_cny: number; fraction: number }[]"},
    {"closings", "PortfolioClosing[]"},
    {"rejected", "Rejection[]"},
    {"assumptions", "Assumptions"},
    {"too_few", "TooFew | null"},
};

constexpr NamedType kTypes[] = {
    {"OwnPosition",
     "{ fund?: string | null; name?: string | null; amount_cny?: number | null; "
     "shares?: number | null; price?: number | null; premium_fraction?: number | null; "
     "region?: Region | null }"},
    {"CloseTo", "\"zero\" | \"one_percent\" | \"own_level\""},
    {"PositionSeen",
     "{ row: number; fund: string; name: string; kind: Kind; kind_reason: GuessReason; "
     "region: Region; known: boolean; amount_cny: number | null; premium_fraction: number | null; "
     "premium_given: boolean; premium_date: string | null; own_level_fraction: number | null; "
     "own_level_nobs: number; results: { to: CloseTo; result_cny: number | null }[] }"},
    {"PortfolioClosing",
     "{ to: CloseTo; result_cny: number; of_assets_fraction: number | null; counted: number; "
     "left_out_cny: number }"},
};

[[noreturn]] void Refuse(const std::string& field, const Json& given) {
  throw Failure({.code = Code::bad_field, .column = field, .text = Quote(given.dump())});
}

Position ReadPosition(const Json& given, std::int64_t row) {
  if (!given.is_object()) Refuse("positions", given);
  Position position{.row = row};
  position.code = NormaliseCode(ReadOptionalText(given, "fund").value_or(""));
  position.name = ReadOptionalText(given, "name").value_or("");
  position.amount_cny = ReadOptionalNumber(given, "amount_cny");
  position.shares = ReadOptionalNumber(given, "shares");
  position.price_cny = ReadOptionalNumber(given, "price");
  position.premium_fraction = ReadOptionalNumber(given, "premium_fraction");
  if (position.premium_fraction <= -1) Refuse("premium_fraction", given["premium_fraction"]);
  if (ReadOptionalText(given, "region")) {
    position.region = ReadWord(given, "region", FindRegion, Region::kUnknown);
  }
  return position;
}

void FillLevel(std::vector<double> past, std::int64_t least, PastedFund& fund) {
  std::erase_if(past, [](double premium) { return IsMissing(premium); });
  fund.own_days = static_cast<std::int64_t>(past.size());
  if (fund.own_days >= least) fund.own_level_fraction = QuantileOf(past, 0.5);
}

// The one fund of an analysis.
PastedFund PastedOne(const Analysis& analysis, std::int64_t least) {
  PastedFund fund{.code = analysis.data.code, .name = analysis.data.name};
  fund.identity = analysis.identity;
  const std::vector<double>& warning = analysis.warning_premium;
  for (std::size_t row = warning.size(); row > 0; --row) {
    if (IsMissing(warning[row - 1])) continue;
    fund.premium_fraction = warning[row - 1];
    fund.price_cny = analysis.data.price_cny[row - 1];
    if (!analysis.data.dates.empty()) fund.date = analysis.data.dates[row - 1];
    break;
  }
  if (analysis.data.shape == Shape::kHistory) FillLevel(warning, least, fund);
  return fund;
}

const Valuation* ValuationOf(const Analysis& analysis, const FundSummary& summary) {
  return summary.denominator ? Find(analysis.valuations, *summary.denominator) : nullptr;
}

// Each of several: its latest as the table of funds has it, its level of its own days.
std::vector<PastedFund> PastedAll(const Analysis& analysis, std::int64_t least) {
  const FundData& data = analysis.data;
  std::vector<PastedFund> funds;
  for (const FundSummary& summary : analysis.funds) {
    funds.push_back({.code = summary.fund.code,
                     .name = summary.fund.name,
                     .identity = summary.identity,
                     .price_cny = summary.price_cny,
                     .premium_fraction = summary.premium_fraction,
                     .date = summary.date});
  }
  if (data.shape != Shape::kPanel) return funds;
  std::vector<std::vector<double>> past(funds.size());
  std::vector<const Valuation*> valuations;
  for (const FundSummary& summary : analysis.funds) {
    valuations.push_back(ValuationOf(analysis, summary));
  }
  for (std::size_t row = 0; row < data.rows; ++row) {
    const std::uint32_t fund = data.fund_of_row[row];
    if (fund >= funds.size() || valuations[fund] == nullptr) continue;
    past[fund].push_back(valuations[fund]->premium_fraction[row]);
  }
  for (std::size_t i = 0; i < funds.size(); ++i) FillLevel(std::move(past[i]), least, funds[i]);
  return funds;
}

Json SeenToJson(const PositionSeen& seen) {
  Json results = Json::array();
  for (std::size_t i = 0; i < kCloseTo.size(); ++i) {
    results.push_back({{"to", Name(kCloseTo[i])}, {"result_cny", Number(seen.result_cny[i])}});
  }
  const std::string& name = seen.position.name.empty() ? seen.identity.name : seen.position.name;
  return {{"row", seen.position.row},
          {"fund", seen.position.code},
          {"name", name},
          {"kind", Name(seen.identity.kind)},
          {"kind_reason", Name(seen.identity.kind_reason)},
          {"region", Name(seen.identity.region)},
          {"known", seen.known},
          {"amount_cny", Number(seen.amount_cny)},
          {"premium_fraction", Number(seen.premium_fraction)},
          {"premium_given", seen.premium_given},
          {"premium_date", seen.date == kMissingDate ? Json(nullptr) : Json(FormatIso(seen.date))},
          {"own_level_fraction", Number(seen.own_level_fraction)},
          {"own_level_nobs", seen.own_days},
          {"results", std::move(results)}};
}

class PositionsJob : public Job {
 public:
  PositionsJob(const Json& request, TableStore& tables) : tables_(tables), assumptions_(request) {
    if (IsOfTables(request)) analyzed_.emplace(request, tables);
    table_ = ReadOptionalText(request, "positions_table").value_or("");
    assets_ = ReadOptionalNumber(request, "assets_cny");
    if (assets_ <= 0) Refuse("assets_cny", request["assets_cny"]);
    using enum Source;
    least_ =
        assumptions_.Read({"least_fraction", kLeastCrossBorder, 0, 1, "fraction", kInvestorGuide});
    most_ =
        assumptions_.Read({"most_fraction", kMostCrossBorder, 0, 1, "fraction", kInvestorGuide});
    if (least_ > most_) std::swap(least_, most_);  // whichever way round they were typed
    own_days_ = assumptions_.ReadCount(
        {"own_level_days", static_cast<double>(kLeastDays), 1, 100000, "days", kOwn});
    const auto given = request.find("positions");
    if (given == request.end() || given->is_null()) return;
    if (!given->is_array() || given->size() > kMostPositions) Refuse("positions", *given);
    for (const Json& one : *given) {
      positions_.push_back(ReadPosition(one, static_cast<std::int64_t>(positions_.size()) + 1));
    }
  }

  bool Step() override { return !analyzed_ || analyzed_->Step(); }
  double Progress() const override { return analyzed_ ? analyzed_->Progress() : 1; }

  Json Finish() override {
    Json rejected = Json::array();
    if (!table_.empty()) {
      const Table& table = tables_.Get(table_);
      std::vector<Position> more = ReadPositions(table);
      if (more.size() > kMostPositions) Refuse("positions_table", Json(more.size()));
      positions_.insert(positions_.end(), more.begin(), more.end());
      rejected = wasm::ToJson(table.rejected);
    }
    std::vector<PastedFund> pasted;
    if (analyzed_) {
      const Analysis& analysis = analyzed_->Get();
      const bool one =
          analysis.data.shape != Shape::kPanel && analysis.data.shape != Shape::kCrossSection;
      pasted = one ? std::vector{PastedOne(analysis, own_days_)} : PastedAll(analysis, own_days_);
    }
    Json result = Write(WeighPositions(positions_, pasted));
    result["rejected"] = std::move(rejected);
    result["assumptions"] = assumptions_.told();
    return result;
  }

 private:
  Json Write(const PositionsResult& found) const {
    const bool given = !IsMissing(assets_);
    const double assets = given ? assets_ : found.total_cny;
    const auto share = [assets](double amount) {
      return assets > 0 ? Number(amount / assets) : Json(nullptr);
    };
    Json result = {{"positions", Json::array()},
                   {"assets_cny", assets},
                   {"assets_given", given},
                   {"total_cny", found.total_cny},
                   {"cross_border_cny", found.cross_border_cny},
                   {"cross_border_fraction", share(found.cross_border_cny)},
                   {"least_fraction", least_},
                   {"most_fraction", most_},
                   {"own_level_days", own_days_},
                   {"against", nullptr},
                   {"source", Name(Source::kInvestorGuide)},
                   {"unknown", found.unknown},
                   {"unknown_cny", found.unknown_cny},
                   {"without_amount", found.without_amount}};
    for (const PositionSeen& seen : found.positions) {
      result["positions"].push_back(SeenToJson(seen));
    }
    if (assets > 0) {
      const double part = found.cross_border_cny / assets;
      result["against"] = IsOver(part, most_) ? "over" : IsOver(part, least_) ? "between" : "below";
    }
    result["regions"] = Json::array();
    for (const RegionShare& one : found.regions) {
      result["regions"].push_back({{"region", Name(one.region)},
                                   {"amount_cny", one.amount_cny},
                                   {"fraction", one.amount_cny / found.cross_border_cny}});
    }
    result["closings"] = Json::array();
    for (const Closed& closed : found.closings) {
      result["closings"].push_back({{"to", Name(closed.to)},
                                    {"result_cny", closed.result_cny},
                                    {"of_assets_fraction", share(closed.result_cny)},
                                    {"counted", closed.counted},
                                    {"left_out_cny", closed.left_out_cny}});
    }
    std::optional<TooFew> few;
    if (found.positions.empty()) few = TooFew{1, 0};
    result["too_few"] = wasm::ToJson(few);
    return result;
  }

  TableStore& tables_;
  Assumptions assumptions_;
  std::optional<AnalysisJob> analyzed_;
  std::string table_;
  double assets_;
  double least_;
  double most_;
  std::int64_t own_days_;
  std::vector<Position> positions_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<PositionsJob>(request, tables);
}

}  // namespace

extern const Op kPositionsOp = {
    .name = "positions", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
