// disclosure: days by size of premium, by quarter and year, the longest streaks, and the same days
// against the yardsticks of several rules.

#include "core/fund/past/disclosure.h"

#include <cmath>
#include <string>

#include "core/base/error.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes =
    kPastFields + std::array<Field, 1>{{{"bars", "number[] | number | null", false}}};

constexpr auto kGives = kSampleFields + std::array<Field, 12>{{
                                            {"bars", "number[]"},
                                            {"assumptions", "DisclosureAssumptions"},
                                            {"kind", "Kind"},
                                            {"bins", "SizeBin[]"},
                                            {"at_value_days", "number"},
                                            {"quarters", "PeriodDays[]"},
                                            {"quarters_count", "number"},
                                            {"years", "PeriodDays[]"},
                                            {"years_count", "number"},
                                            {"streaks", "Streak[]"},
                                            {"yardsticks", "YardstickDays[]"},
                                            {"too_few", "TooFew | null"},
                                        }};

constexpr NamedType kTypes[] = {
    {"DisclosureAssumptions", "{ bars: AssumptionList }"},
    {"SizeBin",
     "{ from_fraction: number; to_fraction: number | null; premium_days: number; "
     "discount_days: number }"},
    {"PeriodDays",
     "{ year: number; quarter: number | null; sample: PastSample; premium_days: number; "
     "discount_days: number; at_value_days: number; beyond_premium: number[]; "
     "beyond_discount: number[] }"},
    {"Streak",
     "{ bar_fraction: number; side: 'premium' | 'discount'; days: number; from: string | null; "
     "to: string | null; largest_fraction: number | null; is_running: boolean }"},
    {"Yardstick",
     "'range_inner' | 'range_outer' | 'guide_bar' | 'korea_domestic' | 'korea_foreign' | "
     "'us_rule'"},
    {"YardstickDays",
     "{ yardstick: Yardstick; source: Source; bar_fraction: number; at_bar: boolean; "
     "both_sides: boolean; run_days: number; premium_days: number; discount_days: number; "
     "runs: number; longest: Streak | null; latest_beyond: boolean }"},
};

Json ToJson(const SizeBin& bin) {
  return {{"from_fraction", bin.from_fraction},
          {"to_fraction", Number(bin.to_fraction)},
          {"premium_days", bin.premium_days},
          {"discount_days", bin.discount_days}};
}

Json ToJson(const PeriodDays& period) {
  return {{"year", period.year},
          {"quarter", period.quarter == 0 ? Json(nullptr) : Json(period.quarter)},
          {"sample", wasm::ToJson(period.sample)},
          {"premium_days", period.premium_days},
          {"discount_days", period.discount_days},
          {"at_value_days", period.at_value_days},
          {"beyond_premium", period.beyond_premium},
          {"beyond_discount", period.beyond_discount}};
}

Json ToJson(const Streak& streak) {
  return {{"bar_fraction", streak.bar_fraction},
          {"side", streak.is_premium ? "premium" : "discount"},
          {"days", streak.days},
          {"from", DateText(streak.from)},
          {"to", DateText(streak.to)},
          {"largest_fraction", Number(streak.largest_fraction)},
          {"is_running", streak.is_running}};
}

Json ToJson(const YardstickDays& held) {
  return {{"yardstick", Name(held.yardstick)},
          {"source", Name(held.source)},
          {"bar_fraction", held.bar_fraction},
          {"at_bar", held.at_bar},
          {"both_sides", held.both_sides},
          {"run_days", held.run_days},
          {"premium_days", held.premium_days},
          {"discount_days", held.discount_days},
          {"runs", held.runs},
          {"longest", held.longest.days > 0 ? ToJson(held.longest) : Json(nullptr)},
          {"latest_beyond", held.latest_beyond}};
}

template <typename T>
Json ListToJson(const std::vector<T>& all) {
  Json list = Json::array();
  for (const T& one : all) list.push_back(ToJson(one));
  return list;
}

class DisclosureJob : public PastJob {
 public:
  DisclosureJob(const Json& request, TableStore& tables)
      : PastJob(request, tables),
        given_(request),
        bars_(given_.ReadList({"bars", kMissing, kLeastBar, kMostBar, "fraction", Source::kOwn},
                              {kDisclosureBars.begin(), kDisclosureBars.end()})),
        kind_(ReadWord(request, "kind", FindKind, Kind::kUnknown)) {}

  Json Finish() override {
    Json result = Head();
    std::optional<TooFew> few;
    if (days_.sample.nobs == 0) few = TooFew{1, 0};
    result["bars"] = bars_;
    result["assumptions"] = given_.told();
    result["kind"] = Name(kind_);
    result["bins"] = ListToJson(days_.bins);
    result["at_value_days"] = days_.at_value_days;
    result["quarters"] = ListToJson(days_.quarters);
    result["quarters_count"] = days_.quarters_count;
    result["years"] = ListToJson(days_.years);
    result["years_count"] = days_.years_count;
    result["streaks"] = ListToJson(days_.streaks);
    result["yardsticks"] = ListToJson(yardsticks_);
    result["too_few"] = wasm::ToJson(few);
    return result;
  }

 protected:
  void Prepare() override {
    if (analysis()) kind_ = analysis()->identity.kind;
    counter_.emplace(history().dates, history().premium_fraction, bars_);
    yardsticks_ = YardsticksFor(kind_);
  }

  bool Work() override {
    if (!is_counted_) {
      is_counted_ = counter_->Step();
      if (is_counted_) days_ = counter_->Take();
      return false;
    }
    if (held_ == yardsticks_.size()) return true;
    Count(history().dates, history().premium_fraction, yardsticks_[held_++]);
    return held_ == yardsticks_.size();
  }

 private:
  Assumptions given_;
  std::vector<double> bars_;
  Kind kind_;
  std::optional<DayCounter> counter_;
  bool is_counted_ = false;
  DaysByBand days_;
  std::vector<YardstickDays> yardsticks_;
  std::size_t held_ = 0;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<DisclosureJob>(request, tables);
}

}  // namespace

extern const Op kDisclosureOp = {
    .name = "disclosure", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
