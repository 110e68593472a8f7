// verdicts: the latest premium against its kind, its own past, the other funds on its index and the
// sources' bars, and where these disagree. A job.

#include "core/fund/past/verdicts.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/base/missing.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/past_signals.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kDaysAStep = 50'000;

constexpr auto kTakes = kPastFields + kWideningFields + kARuleFields +
                        std::array<Field, 3>{{
                            {"percentile_bar", "number | null", false},
                            {"z_bar", "number | null", false},
                            {"index_gap_bar", "number | null", false},
                        }};

constexpr auto kGives = kSampleFields + std::array<Field, 12>{{
                                            {"bars", "VerdictBars"},
                                            {"assumptions", "Assumptions"},
                                            {"date", "string | null"},
                                            {"premium_fraction", "number | null"},
                                            {"same_day_premium_fraction", "number | null"},
                                            {"by_kind", "KindVerdict"},
                                            {"own_past", "OwnPastVerdict"},
                                            {"same_index", "SameIndexVerdict"},
                                            {"absolute", "AbsoluteVerdict"},
                                            {"disagreements", "VerdictDisagreement[]"},
                                            {"widening", "Widening"},
                                            {"a_shape", "AShapeNow | null"},
                                        }};

constexpr NamedType kTypes[] = {
    kWideDayType,
    kWideningType,
    kAStateType,
    kAPointType,
    kAShapeNowType,
    {"VerdictBars", "{ percentile: number; z: number; index_gap: number }"},
    {"KindVerdict", "{ verdict: Verdict; kind: Kind; range: Range; source: Source }"},
    {"OwnWord", "\"usual\" | \"unusual_high\" | \"unusual_low\" | \"too_few\""},
    {"OwnStanding",
     "{ window_days: number; sample: PastSample; percentile_fraction: number | null; "
     "median_fraction: number | null; robust_z: number | null; too_few: TooFew | null }"},
    {"OwnPastVerdict",
     "{ verdict: OwnWord; judged: OwnStanding; all: OwnStanding; all_verdict: OwnWord; "
     "source: Source }"},
    {"IndexWord",
     "\"lowest\" | \"near_lowest\" | \"above_others\" | \"no_others\" | \"index_unknown\""},
    {"SameIndexVerdict",
     "{ verdict: IndexWord; index_name: string | null; premium_fraction: number | null; "
     "lowest_fraction: number | null; median_fraction: number | null; "
     "above_lowest_fraction: number | null; above_median_fraction: number | null; "
     "peers: { code: string; name: string; premium_fraction: number }[]; other_days: number; "
     "source: Source }"},
    {"AbsoluteWord", "\"under_all\" | \"over\" | \"discount\""},
    {"AbsoluteBarInfo", "{ bar_fraction: number; source: Source }"},
    {"AbsoluteVerdict",
     "{ verdict: AbsoluteWord; passed: AbsoluteBarInfo | null; next: AbsoluteBarInfo | null; "
     "bars: AbsoluteBarInfo[] }"},
    {"VerdictDisagreement",
     "\"inside_kind_unusual_own\" | \"outside_kind_usual_own\" | \"outside_kind_low_own\" | "
     "\"outside_kind_under_bars\" | \"discount_outside_kind\" | \"over_bar_usual_own\" | "
     "\"over_bar_lowest_on_index\" | \"outside_kind_lowest_on_index\" | \"calm_above_index\" | "
     "\"value_moved\" | \"own_window_apart\""},
};

Json ToJson(const Standing& standing) {
  return {{"window_days", standing.window_days},
          {"sample", wasm::ToJson(standing.sample)},
          {"percentile_fraction", Number(standing.percentile_fraction)},
          {"median_fraction", Number(standing.median_fraction)},
          {"robust_z", Number(standing.robust_z)},
          {"too_few", wasm::ToJson(standing.too_few)}};
}

Json ToJson(const OwnPast& own) {
  return {{"verdict", Name(own.verdict)},
          {"judged", ToJson(own.judged)},
          {"all", ToJson(own.all)},
          {"all_verdict", Name(own.all_verdict)},
          {"source", Name(Source::kRangeGuide)}};
}

Json ToJson(const SameIndex& same) {
  Json peers = Json::array();
  for (const Peer& peer : same.peers) {
    peers.push_back(
        {{"code", peer.code}, {"name", peer.name}, {"premium_fraction", peer.premium_fraction}});
  }
  const double lowest = same.peers.empty() ? kMissing : same.peers.front().premium_fraction;
  return {{"verdict", Name(same.verdict)},
          {"index_name", TextOrNull(same.index_name)},
          {"premium_fraction", Number(same.premium_fraction)},
          {"lowest_fraction", Number(lowest)},
          {"median_fraction", Number(same.median_fraction)},
          {"above_lowest_fraction", Number(same.premium_fraction - lowest)},
          {"above_median_fraction", Number(same.premium_fraction - same.median_fraction)},
          {"peers", std::move(peers)},
          {"other_days", same.other_days},
          {"source", Name(Source::kInvestorGuide)}};
}

Json ToJson(const std::optional<AbsoluteBar>& bar) {
  if (!bar) return nullptr;
  return {{"bar_fraction", bar->bar_fraction}, {"source", Name(bar->source)}};
}

Json ToJson(const Absolute& absolute) {
  Json bars = Json::array();
  for (const AbsoluteBar& bar : kAbsoluteBars) bars.push_back(ToJson(std::optional(bar)));
  return {{"verdict", Name(absolute.verdict)},
          {"passed", ToJson(absolute.passed)},
          {"next", ToJson(absolute.next)},
          {"bars", std::move(bars)}};
}

Json BarsJson(const VerdictBars& bars) {
  return {{"percentile", bars.percentile_fraction},
          {"z", bars.robust_z},
          {"index_gap", bars.index_gap_fraction}};
}

class VerdictsJob : public PastJob {
 public:
  VerdictsJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), request_(request), given_(request) {
    using enum Source;
    bars_.percentile_fraction =
        given_.Read({"percentile_bar", bars_.percentile_fraction, 0.501, 1, "fraction", kOwn});
    bars_.robust_z = given_.Read({"z_bar", bars_.robust_z, 0.01, 100, "ratio", kOwn});
    bars_.index_gap_fraction =
        given_.Read({"index_gap_bar", bars_.index_gap_fraction, kLeastBar, 1, "fraction", kOwn});
    kind_ = ReadWord(request, "kind", FindKind, Kind::kUnknown);
    widening_bars_ = ReadWideningBars(given_);
    a_rule_ = ReadARule(given_);
  }

 protected:
  void Prepare() override {
    own_.emplace(history().dates, history().premium_fraction, bars_);
    if (!analysis()) return;
    kind_ = analysis()->identity.kind;
    if (analysis()->funds.size() < 2) return;
    Json all = request_;
    all.erase("fund");
    all.erase("kind");
    all.erase("region");
    if (history().denominator) all["denominator"] = Name(*history().denominator);
    funds_.emplace(all, tables());
  }

  bool Work() override {
    switch (stage_) {
      case 0:
        if (own_->Step()) ++stage_;
        return false;
      case 1:
        if (Widen()) ++stage_;
        return false;
      case 2:
        if (Shape()) ++stage_;
        return false;
      default:
        return !funds_ || funds_->Step();
    }
  }
  double WorkProgress() const override {
    constexpr double kParts = 4;
    return (stage_ + (stage_ == 3 && funds_ ? funds_->Progress() : 0)) / kParts;
  }

  Json Finish() override {
    const std::vector<double>& premiums = history().premium_fraction;
    std::size_t latest = premiums.size();
    while (latest > 0 && IsMissing(premiums[latest - 1])) --latest;
    const double premium = latest == 0 ? kMissing : premiums[latest - 1];
    const bool is_dated = latest > 0 && !history().dates.empty();
    const Band band =
        (analysis() != nullptr ? analysis()->bars.BandOf(kind_) : ReferenceBand(kind_));
    const Verdict by_kind = Judge(premium, band);
    const OwnPast& own = own_->result();
    SameIndex same;
    if (analysis()) {
      same.index_name = analysis()->identity.index_name;
      if (same.index_name.empty()) same.verdict = IndexVerdict::kIndexUnknown;
    }
    if (funds_) same = JudgeSameIndex(funds_->Get().funds, analysis()->data.code, bars_);
    const Absolute absolute = JudgeAbsolute(premium);
    Json result = Head();
    result["bars"] = BarsJson(bars_);
    result["assumptions"] = given_.told();
    result["date"] = is_dated ? DateText(history().dates[latest - 1]) : Json(nullptr);
    const double same_day = latest == 0 ? kMissing : SameDayAt(latest - 1);
    result["premium_fraction"] = Number(premium);
    result["same_day_premium_fraction"] = Number(same_day);
    result["by_kind"] = {{"verdict", Name(by_kind)},
                         {"kind", Name(kind_)},
                         {"range", wasm::ToJson(band)},
                         {"source", Name(Source::kRangeGuide)}};
    result["own_past"] = ToJson(own);
    result["same_index"] = ToJson(same);
    result["absolute"] = ToJson(absolute);
    result["disagreements"] = Json::array();
    if (ValueMoved(premium, same_day, band)) {
      result["disagreements"].push_back(Name(Disagreement::kValueMoved));
    }
    for (const Disagreement one : Disagreements(premium, by_kind, own, same, absolute)) {
      result["disagreements"].push_back(Name(one));
    }
    result["widening"] = wasm::ToJson(widening_->result(), widening_bars_, history().dates);
    result["a_shape"] = shapes_ ? AShapeNowToJson(days_, *shapes_) : Json(nullptr);
    return result;
  }

 private:
  bool Widen() {
    if (widening_) return widening_->Step();
    widening_.emplace(history().premium_fraction, widening_bars_);
    return false;
  }

  // None of a value that was not known by then, as in `episodes`.
  bool Shape() {
    if (history().hindsight || history().price_cny.empty()) return true;
    if (days_.size() == 0) {
      days_ = KnownDaysOf(history());
      return days_.size() == 0;
    }
    if (!shapes_) shapes_.emplace(days_, a_rule_);
    for (std::size_t i = 0; i < kDaysAStep && !shapes_->AtEnd(); ++i) shapes_->AddNext();
    return shapes_->AtEnd();
  }

  // Where the warning value is the NAV of the day before, of a market that moves during the day.
  double SameDayAt(std::size_t row) const {
    const bool is_behind = history().denominator == Denominator::kNavPublished ||
                           history().denominator == Denominator::kNavPrevious;
    if (!analysis() || !is_behind || !analysis()->lag.overlaps_shanghai) return kMissing;
    const Valuation* same_day = Find(analysis()->valuations, Denominator::kNavSameDay);
    return same_day ? same_day->premium_fraction[row] : kMissing;
  }

  Json request_;
  Assumptions given_;
  VerdictBars bars_;
  Kind kind_ = Kind::kUnknown;
  std::optional<AnalysisJob> funds_;  // those beside the one, all against one value
  WideningBars widening_bars_;
  ARule a_rule_;
  int stage_ = 0;
  std::optional<OwnPastJudge> own_;
  std::optional<WideningFinder> widening_;
  KnownDays days_;
  std::optional<AShapeFinder> shapes_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<VerdictsJob>(request, tables);
}

}  // namespace

extern const Op kVerdictsOp = {
    .name = "verdicts", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
