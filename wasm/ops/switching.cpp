// switching: funds on the same index, the lowest premium, and what going there gains or costs. Of
// tables the funds are those of all tables, whichever is opened; without tables two premiums do.

#include "core/fund/cost/switching.h"

#include <memory>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "wasm/analyze_job.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + kBesideFields +
                        std::array<Field, 5>{{
                            {"to_fund", "string | null", false},
                            {"premium_from_fraction", "number | null", false},
                            {"premium_to_fraction", "number | null", false},
                            {"commission_fraction", "number | null", false},
                            {"slippage_fraction", "number | null", false},
                        }};

constexpr Field kGives[] = {
    {"fund", "string | null"},
    {"to_fund", "string | null"},
    {"premium_from_fraction", "number | null"},
    {"premium_to_fraction", "number | null"},
    {"switch", "Switch | null"},
    {"groups", "IndexGroup[]"},
    {"unknown_index", "number"},
    {"past", "SwitchPast | null"},
    {"dates", "DateSeries"},
    {"gross_fraction", "Series"},
    {"assumptions", "Assumptions"},
};

constexpr NamedType kTypes[] = {
    {"Switch",
     "{ gross_fraction: number; net_fraction: number; cost_fraction: number; "
     "breakeven_difference_fraction: number }"},
    {"SwitchFund",
     "{ code: string; name: string; premium_fraction: number | null; date: string | null; "
     "denominator: Denominator | null; amount_cny: number | null; float_cny: number | null; "
     "fee_fraction: number | null; purchase: PurchaseStatus; is_comparable: boolean; "
     "net_fraction: number | null }"},
    {"IndexGroup",
     "{ index_name: string; from: string | null; lowest: string | null; "
     "switch: Switch | null; funds: SwitchFund[] }"},
    {"SwitchPast",
     "{ sample: PastSample; too_few: TooFew | null; from_denominator: Denominator | null; "
     "to_denominator: Denominator | null; latest_fraction: number | null; "
     "percentile_fraction: number | null; median_fraction: number | null; "
     "least_fraction: number | null; most_fraction: number | null; days_gaining: number }"},
};

Json ToJson(const Switch& made) {
  return {{"gross_fraction", made.gross_fraction},
          {"net_fraction", made.net_fraction},
          {"cost_fraction", made.cost_fraction},
          {"breakeven_difference_fraction", made.breakeven_difference_fraction}};
}

Json ToJson(const SwitchPast& past) {
  return {{"sample", wasm::ToJson(past.sample)},
          {"too_few", wasm::ToJson(past.too_few)},
          {"latest_fraction", Number(past.latest_fraction)},
          {"percentile_fraction", Number(past.percentile_fraction)},
          {"median_fraction", Number(past.median_fraction)},
          {"least_fraction", Number(past.least_fraction)},
          {"most_fraction", Number(past.most_fraction)},
          {"days_gaining", past.days_gaining}};
}

Json Part(const Json& request, const std::string& fund) {
  Json part = Json::object();
  for (const Field& field : kAnalysisFields + kBesideFields) {
    const std::string name(field.name);
    if (request.contains(name)) part[name] = request[name];
  }
  part["fund"] = fund.empty() ? Json(nullptr) : Json(fund);
  return part;
}

// Two premiums and nothing else.
double ReadPremium(const Json& request, std::string_view field) {
  const double premium = ReadOptionalNumber(request, field);
  if (!(premium <= -1)) return premium;
  throw Failure({.code = Code::premium_below_total_loss,
                 .column = std::string(field),
                 .text = Json(premium).dump()});
}

class SwitchingJob : public Job {
 public:
  SwitchingJob(const Json& request, TableStore& tables)
      : request_(request), tables_(tables), given_(request) {
    const auto cost = [this](std::string_view name, double& standard) {
      standard = given_.Read({name, standard, 0, 0.2, "fraction", Source::kOwn});
    };
    cost("commission_fraction", costs_.commission_fraction);
    cost("slippage_fraction", costs_.slippage_fraction);
    from_ = ReadPremium(request, "premium_from_fraction");
    to_ = ReadPremium(request, "premium_to_fraction");
    fund_ = ReadOptionalText(request, "fund").value_or("");
    to_fund_ = ReadOptionalText(request, "to_fund").value_or("");
    if (IsOfTables(request)) {
      all_.emplace(Part(request, ""), tables);
    } else if (IsMissing(from_) || IsMissing(to_)) {
      throw Failure({.code = Code::missing_field,
                     .column = IsMissing(from_) ? "premium_from_fraction" : "premium_to_fraction"});
    }
  }

  bool Step() override {
    if (!all_ || is_done_) return true;
    if (!is_listed_) {
      if (!all_->Step()) return false;
      List();
      return false;
    }
    for (auto* one : {&of_from_, &of_to_}) {
      if (*one && !(*one)->Step()) return false;
    }
    if (of_from_ && of_to_) ComparePasts();
    is_done_ = true;
    return true;
  }

  double Progress() const override {
    if (!all_ || is_done_) return 1;
    if (!is_listed_) return all_->Progress() / 2;
    const auto of = [](const auto& one) { return one ? one->Progress() : 1; };
    return 0.5 + (of(of_from_) + of(of_to_)) / 4;
  }

  Json Finish() override {
    Json result;
    result["fund"] = TextOrNull(from_fund_);
    result["to_fund"] = TextOrNull(to_fund_);
    result["premium_from_fraction"] = Number(from_);
    result["premium_to_fraction"] = Number(to_);
    const bool known = !IsMissing(from_) && !IsMissing(to_);
    result["switch"] = known ? ToJson(SwitchOf(from_, to_, costs_)) : Json(nullptr);
    result["groups"] = std::move(groups_);
    result["unknown_index"] = unknown_index_;
    result["past"] = past_ ? PastToJson() : Json(nullptr);
    ResultSeries series(tables_);
    const bool has_past = past_ && !past_->too_few;
    result["dates"] = series.PutDates("dates", has_past ? past_->dates : std::vector<Date>{});
    result["gross_fraction"] =
        series.Put("gross_fraction", has_past ? past_->gross_fraction : std::vector<double>{});
    result["assumptions"] = given_.told();
    return result;
  }

 private:
  // What was said goes before what was read; the fund opened, else the first group's dearest.
  void List() {
    is_listed_ = true;
    const Analysis& analysis = all_->Get();
    const std::vector<FundSummary>& funds = analysis.funds;
    for (const FundSummary& fund : funds)
      unknown_index_ += fund.identity.index_name.empty() ? 1 : 0;
    const std::vector<IndexGroup> groups = GroupByIndex(funds, fund_);
    for (const IndexGroup& group : groups) groups_.push_back(OfGroup(group, funds));
    const auto find = [&funds](const std::string& code) -> const FundSummary* {
      for (const FundSummary& fund : funds) {
        if (!code.empty() && fund.fund.code == code) return &fund;
      }
      return nullptr;
    };
    const FundSummary* from = find(fund_);
    const FundSummary* to = find(to_fund_);
    if (!to_fund_.empty() && !to) throw Failure({.code = Code::unknown_fund, .text = to_fund_});
    const bool first_fits = !groups.empty() && (!from || &funds[*groups[0].from] == from);
    if (!from && !groups.empty() && fund_.empty() && groups[0].from) from = &funds[*groups[0].from];
    if (!to && first_fits && groups[0].lowest) to = &funds[*groups[0].lowest];
    from_fund_ = from ? from->fund.code : "";
    to_fund_ = to ? to->fund.code : "";
    if (IsMissing(from_) && from) from_ = from->premium_fraction;
    if (IsMissing(to_) && to) to_ = to->premium_fraction;
    if (analysis.data.shape != Shape::kPanel || !from || !to) return;
    of_from_.emplace(Part(request_, from_fund_), tables_);
    of_to_.emplace(Part(request_, to_fund_), tables_);
  }

  Json OfGroup(const IndexGroup& group, const std::vector<FundSummary>& funds) const {
    const auto code = [&funds](const std::optional<std::size_t>& place) {
      return place ? Json(funds[*place].fund.code) : Json(nullptr);
    };
    Json result = {{"index_name", group.index_name},
                   {"from", code(group.from)},
                   {"lowest", code(group.lowest)},
                   {"switch", nullptr},
                   {"funds", Json::array()}};
    if (group.lowest) {
      result["switch"] = ToJson(SwitchOf(funds[*group.from].premium_fraction,
                                         funds[*group.lowest].premium_fraction, costs_));
    }
    for (const std::size_t place : group.funds) {
      result["funds"].push_back(OfFund(funds[place], group.from ? &funds[*group.from] : nullptr));
    }
    return result;
  }

  Json OfFund(const FundSummary& fund, const FundSummary* from) const {
    const bool comparable = from && IsComparable(fund, *from);
    const double net =
        comparable && &fund != from
            ? SwitchOf(from->premium_fraction, fund.premium_fraction, costs_).net_fraction
            : kMissing;
    return {{"code", fund.fund.code},
            {"name", fund.fund.name.empty() ? fund.identity.name : fund.fund.name},
            {"premium_fraction", Number(fund.premium_fraction)},
            {"date", DateText(fund.date)},
            {"denominator", fund.denominator ? Json(Name(*fund.denominator)) : Json(nullptr)},
            {"amount_cny", Number(fund.amount_cny)},
            {"float_cny", Number(fund.float_cny)},
            {"fee_fraction", Number(fund.identity.fee_fraction)},
            {"purchase", Name(fund.purchase)},
            {"is_comparable", comparable},
            {"net_fraction", Number(net)}};
  }

  void ComparePasts() {
    const PremiumHistory from = HistoryOf(of_from_->Get());
    const PremiumHistory to = HistoryOf(of_to_->Get());
    past_ = PastOfSwitch(from, to, costs_);
    from_denominator_ = from.denominator;
    to_denominator_ = to.denominator;
  }

  Json PastToJson() const {
    Json past = ToJson(*past_);
    const auto name = [](const std::optional<Denominator>& value) {
      return value ? Json(Name(*value)) : Json(nullptr);
    };
    past["from_denominator"] = name(from_denominator_);
    past["to_denominator"] = name(to_denominator_);
    return past;
  }

  Json request_;
  TableStore& tables_;
  Assumptions given_;
  SwitchCosts costs_;
  double from_ = kMissing, to_ = kMissing;
  std::string fund_, from_fund_, to_fund_;
  std::optional<AnalysisJob> all_, of_from_, of_to_;
  bool is_listed_ = false, is_done_ = false;
  Json groups_ = Json::array();
  std::int64_t unknown_index_ = 0;
  std::optional<SwitchPast> past_;
  std::optional<Denominator> from_denominator_, to_denominator_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<SwitchingJob>(request, tables);
}

}  // namespace

extern const Op kSwitchingOp = {
    .name = "switching", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
