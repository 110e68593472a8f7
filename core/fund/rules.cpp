#include "core/fund/rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Need, 13> kNeeds = {
    {Need::kFloat, Need::kAmount, Need::kTurnover, Need::kHistory, Need::kIopv,
     Need::kPurchaseStatus, Need::kKind, Need::kNav, Need::kPrice, Need::kVolume,
     Need::kPremiumColumn, Need::kSecondTable, Need::kSeveralFunds},
    {"float", "amount", "turnover", "history", "iopv", "purchase_status", "kind", "nav", "price",
     "volume", "premium_column", "second_table", "several_funds"}};

using Bars = std::span<const Bar>;

Ruling Nothing() { return {}; }

// The premium and what it is taken against; every rule about a premium starts with these.
std::vector<Evidence> PremiumEvidence(const Facts& facts) {
  std::vector<Evidence> evidence = {{"premium_fraction", facts.premium_fraction},
                                    {"denominator_name", std::string(Name(facts.denominator))}};
  if (facts.date != kMissingDate) evidence.push_back({"date", FormatIso(facts.date)});
  if (!IsMissing(facts.value_move_fraction)) {
    evidence.push_back({"value_move_fraction", facts.value_move_fraction});
    evidence.push_back({"same_day_premium_fraction", facts.same_day_premium_fraction});
  }
  return evidence;
}

Ruling Seen(std::vector<Evidence> evidence) { return {std::move(evidence), {}}; }

Ruling Lacks(std::initializer_list<Need> needs) { return {{}, needs}; }

Ruling JudgeRange(const Facts& facts, Verdict wanted) {
  if (facts.kind == Kind::kUnknown) return Lacks({Need::kKind});
  const Band band = ReferenceBand(facts.kind);
  if (IsMissing(band.inner_fraction)) return Nothing();
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (Judge(facts.premium_fraction, band) != wanted) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"kind_name", std::string(Name(facts.kind))});
  evidence.push_back({"inner_fraction", band.inner_fraction});
  evidence.push_back({"outer_fraction", band.outer_fraction});
  return Seen(std::move(evidence));
}

Ruling JudgeEdge(const Facts& facts, Bars) { return JudgeRange(facts, Verdict::kEdge); }
Ruling JudgeOutside(const Facts& facts, Bars) { return JudgeRange(facts, Verdict::kOutside); }

Ruling JudgeOver(const Facts& facts, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  return Seen(PremiumEvidence(facts));
}

// 50 % or more: the source says that the premium reached it.
Ruling JudgeReached(const Facts& facts, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (IsOver(bars[0].value, facts.premium_fraction)) return Nothing();
  return Seen(PremiumEvidence(facts));
}

Ruling JudgeRun(const Facts& facts, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  if (!facts.has_history) return Lacks({Need::kHistory});
  if (static_cast<double>(facts.days_over_bar) < bars[1].value) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"run_days", facts.days_over_bar});
  return Seen(std::move(evidence));
}

Ruling JudgeSmallFloat(const Facts& facts, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  if (IsMissing(facts.float_cny)) return Lacks({Need::kFloat});
  if (!(facts.float_cny < bars[1].value)) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"float_cny", facts.float_cny});
  return Seen(std::move(evidence));
}

Ruling JudgeFlatIopv(const Facts& facts, Bars) {
  if (!facts.flat_iopv) {
    const bool matters = facts.denominator == Denominator::kIopv && !facts.flat_iopv_judged;
    return matters ? Lacks({Need::kHistory}) : Nothing();
  }
  const FlatIopv& flat = *facts.flat_iopv;
  std::vector<Evidence> evidence = {{"iopv_value", flat.iopv_value},
                                    {"price_move_fraction", flat.price_move_fraction}};
  if (!IsMissing(flat.flat_minutes)) evidence.push_back({"flat_minutes", flat.flat_minutes});
  if (flat.flat_days > 0) evidence.push_back({"flat_days", flat.flat_days});
  return Seen(std::move(evidence));
}

// bars[0]: under this; bars[1], where given: but not under that, which another rule reports.
Ruling JudgeAmount(const Facts& facts, Bars bars) {
  if (IsMissing(facts.amount_cny)) return Lacks({Need::kAmount});
  if (!(facts.amount_cny < bars[0].value)) return Nothing();
  if (bars.size() > 1 && facts.amount_cny < bars[1].value) return Nothing();
  return Seen({{"amount_cny", facts.amount_cny}, {"amount_days", facts.amount_days}});
}

Ruling JudgeTurnover(const Facts& facts, Bars bars) {
  if (!facts.has_turnover) return Lacks({Need::kTurnover});
  if (IsMissing(facts.turnover_recent_fraction) || IsMissing(facts.turnover_usual_fraction)) {
    return Lacks({Need::kHistory});
  }
  const double recent = facts.turnover_recent_fraction;
  if (!(recent < bars[0].value && recent < bars[1].value * facts.turnover_usual_fraction)) {
    return Nothing();
  }
  return Seen({{"recent_fraction", recent},
               {"usual_fraction", facts.turnover_usual_fraction},
               {"recent_days", std::int64_t{kTurnoverRecent}},
               {"usual_days", std::int64_t{kTurnoverUsual}}});
}

Ruling JudgeSuspended(const Facts& facts, Bars) {
  if (facts.purchase == PurchaseStatus::kUnknown) return Lacks({Need::kPurchaseStatus});
  if (facts.purchase != PurchaseStatus::kSuspended) return Nothing();
  return Seen({});
}

Ruling JudgeLimited(const Facts& facts, Bars) {
  if (facts.purchase == PurchaseStatus::kUnknown) return Lacks({Need::kPurchaseStatus});
  if (facts.purchase != PurchaseStatus::kLimited) return Nothing();
  std::vector<Evidence> evidence;
  if (facts.purchase_limit_cny > 0 && facts.purchase_limit_cny < kNoLimitCny) {
    evidence.push_back({"limit_cny", facts.purchase_limit_cny});
  }
  return Seen(std::move(evidence));
}

Ruling JudgeHindsight(const Facts& facts, Bars) {
  if (!facts.hindsight || facts.hindsight->days == 0) return Nothing();
  const Hindsight& hindsight = *facts.hindsight;
  return Seen({{"disagree_days", hindsight.days},
               {"last_date", FormatIso(hindsight.last_date)},
               {"same_day_fraction", hindsight.same_day_fraction},
               {"published_fraction", hindsight.published_fraction}});
}

constexpr Bar kOver5[] = {{"bar_fraction", kPremiumBar}};
constexpr Bar kRun[] = {{"bar_fraction", kPremiumBar}, {"bar_days", kRunBarDays}};
constexpr Bar kFloat6[] = {{"bar_fraction", 0.06}, {"bar_cny", kFloatBarCny}};
constexpr Bar kFloat10[] = {{"bar_fraction", 0.10}, {"bar_cny", kFloatBarCny}};
constexpr Bar kFloat15[] = {{"bar_fraction", 0.15}, {"bar_cny", kFloatBarCny}};
constexpr Bar kOver50[] = {{"bar_fraction", kExtremePremium}};
constexpr Bar kFlat[] = {{"bar_minutes", kFlatMinutes}};
constexpr Bar kAmount10m[] = {{"bar_cny", 1e7}};
constexpr Bar kAmount100m[] = {{"bar_cny", 1e8}, {"lower_bar_cny", 1e7}};
constexpr Bar kTurnover[] = {{"bar_fraction", 0.01}, {"bar_ratio", 0.2}};

constexpr Need kNeedsKind[] = {Need::kKind, Need::kNav};
constexpr Need kNeedsValue[] = {Need::kNav};
constexpr Need kNeedsHistory[] = {Need::kNav, Need::kHistory};
constexpr Need kNeedsFloat[] = {Need::kNav, Need::kFloat};
constexpr Need kNeedsIopv[] = {Need::kIopv, Need::kHistory};
constexpr Need kNeedsAmount[] = {Need::kAmount};
constexpr Need kNeedsTurnover[] = {Need::kTurnover, Need::kHistory};
constexpr Need kNeedsStatus[] = {Need::kPurchaseStatus};

using enum Level;
using enum Source;

constexpr Rule kRules[] = {
    {Code::premium_over_50, kSevere, kBrokerageStudy, kOver50, kNeedsValue, JudgeReached},
    {Code::premium_days_over_5, kSevere, kInvestorGuide, kRun, kNeedsHistory, JudgeRun},
    {Code::small_float_premium, kSevere, kBrokerageStudy, kFloat15, kNeedsFloat, JudgeSmallFloat},
    {Code::small_float_premium, kWarn, kBrokerageStudy, kFloat10, kNeedsFloat, JudgeSmallFloat},
    {Code::small_float_premium, kWatch, kBrokerageStudy, kFloat6, kNeedsFloat, JudgeSmallFloat},
    {Code::premium_over_5, kWarn, kInvestorGuide, kOver5, kNeedsValue, JudgeOver},
    {Code::range_outside, kWarn, kRangeGuide, {}, kNeedsKind, JudgeOutside},
    {Code::range_edge, kWatch, kRangeGuide, {}, kNeedsKind, JudgeEdge},
    {Code::purchase_suspended, kWarn, kInvestorGuide, {}, kNeedsStatus, JudgeSuspended},
    {Code::purchase_limited, kWatch, kBrokerageStudy, {}, kNeedsStatus, JudgeLimited},
    {Code::amount_under_10m, kWarn, kInvestorGuide, kAmount10m, kNeedsAmount, JudgeAmount},
    {Code::amount_under_100m, kWatch, kInvestorGuide, kAmount100m, kNeedsAmount, JudgeAmount},
    {Code::turnover_collapsed, kWarn, kOwn, kTurnover, kNeedsTurnover, JudgeTurnover},
    {Code::iopv_flat, kWatch, kOwn, kFlat, kNeedsIopv, JudgeFlatIopv},
    {Code::hindsight_disagrees, kInfo, kOwn, kOver5, kNeedsHistory, JudgeHindsight},
};

void AddUnjudged(std::vector<Unjudged>& list, Code code, std::vector<Need> needs) {
  const bool listed = std::any_of(list.begin(), list.end(),
                                  [code](const Unjudged& entry) { return entry.code == code; });
  if (!listed) list.push_back({code, std::move(needs)});
}

Finding* Reported(std::vector<Finding>& findings, Code code) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [code](const Finding& finding) { return finding.code == code; });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Name(Need need) { return kNeeds.NameOf(need); }
std::span<const Need> AllNeeds() { return kNeeds.values; }
std::span<const Rule> AllRules() { return kRules; }

void SortWorstFirst(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.level > b.level; });
}

Judgement JudgeAll(const Facts& facts) {
  Judgement judgement;
  Facts same_day = facts;
  same_day.premium_fraction = facts.same_day_premium_fraction;
  for (const Rule& rule : kRules) {
    // The levels of one code stand worst first.
    Finding* known = Reported(judgement.findings, rule.code);
    if (known != nullptr && known->level != Level::kInfo) continue;
    Ruling ruling = rule.judge(facts, rule.bars);
    if (!ruling.needs.empty()) {
      AddUnjudged(judgement.unjudged, rule.code, std::move(ruling.needs));
    } else if (ruling.seen) {
      const bool borne = !facts.same_day_bears_out || rule.judge(same_day, rule.bars).seen;
      if (known != nullptr && !borne) continue;
      for (const Bar& bar : rule.bars) ruling.seen->push_back({std::string(bar.key), bar.value});
      Finding finding{rule.code, borne ? rule.level : Level::kInfo, rule.source,
                      *std::move(ruling.seen)};
      if (known != nullptr) {
        *known = std::move(finding);
      } else {
        judgement.findings.push_back(std::move(finding));
      }
    }
  }
  SortWorstFirst(judgement.findings);
  return judgement;
}

}  // namespace premiumlens
