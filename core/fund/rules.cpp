#include "core/fund/rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/word_list.h"
#include "core/fund/rule_bars.h"

namespace premiumlens {
namespace {

constexpr WordList<Need, 14> kNeeds = {
    {Need::kFloat, Need::kAmount, Need::kTurnover, Need::kHistory, Need::kIopv,
     Need::kPurchaseStatus, Need::kKind, Need::kNav, Need::kPrice, Need::kVolume,
     Need::kPremiumColumn, Need::kSecondTable, Need::kSeveralFunds, Need::kUser},
    {"float", "amount", "turnover", "history", "iopv", "purchase_status", "kind", "nav", "price",
     "volume", "premium_column", "second_table", "several_funds", "user"}};

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

Ruling JudgeRange(const Facts& facts, const Band& band, Verdict wanted) {
  if (facts.kind == Kind::kUnknown) return Lacks({Need::kKind});
  if (IsMissing(band.inner_fraction)) return Nothing();
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (Judge(facts.premium_fraction, band) != wanted) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"kind_name", std::string(Name(facts.kind))});
  evidence.push_back({"inner_fraction", band.inner_fraction});
  evidence.push_back({"outer_fraction", band.outer_fraction});
  const Band standard = ReferenceBand(facts.kind);
  if (band.inner_fraction != standard.inner_fraction) {
    evidence.push_back({"standard_inner_fraction", standard.inner_fraction});
  }
  if (!IsMissing(band.outer_fraction) && band.outer_fraction != standard.outer_fraction) {
    evidence.push_back({"standard_outer_fraction", standard.outer_fraction});
  }
  return Seen(std::move(evidence));
}

Ruling JudgeEdge(const Facts& facts, const Band& band, Bars) {
  return JudgeRange(facts, band, Verdict::kEdge);
}
Ruling JudgeOutside(const Facts& facts, const Band& band, Bars) {
  return JudgeRange(facts, band, Verdict::kOutside);
}

Ruling JudgeOver(const Facts& facts, const Band&, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  return Seen(PremiumEvidence(facts));
}

// 50 % or more: the source says that the premium reached it.
Ruling JudgeReached(const Facts& facts, const Band&, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (IsOver(bars[0].value, facts.premium_fraction)) return Nothing();
  return Seen(PremiumEvidence(facts));
}

Ruling JudgeRun(const Facts& facts, const Band&, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  if (!facts.has_history) return Lacks({Need::kHistory});
  if (static_cast<double>(facts.days_over_bar) < bars[1].value) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"run_days", facts.days_over_bar});
  return Seen(std::move(evidence));
}

Ruling JudgeSmallFloat(const Facts& facts, const Band&, Bars bars) {
  if (IsMissing(facts.premium_fraction)) return Lacks({Need::kNav});
  if (!IsOver(facts.premium_fraction, bars[0].value)) return Nothing();
  if (IsMissing(facts.float_cny)) return Lacks({Need::kFloat});
  if (!(facts.float_cny < bars[1].value)) return Nothing();
  std::vector<Evidence> evidence = PremiumEvidence(facts);
  evidence.push_back({"float_cny", facts.float_cny});
  return Seen(std::move(evidence));
}

Ruling JudgeFlatIopv(const Facts& facts, const Band&, Bars) {
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
Ruling JudgeAmount(const Facts& facts, const Band&, Bars bars) {
  if (IsMissing(facts.amount_cny)) return Lacks({Need::kAmount});
  if (!(facts.amount_cny < bars[0].value)) return Nothing();
  if (bars.size() > 1 && facts.amount_cny < bars[1].value) return Nothing();
  return Seen({{"amount_cny", facts.amount_cny}, {"amount_days", facts.amount_days}});
}

Ruling JudgeTurnover(const Facts& facts, const Band&, Bars bars) {
  if (!facts.has_turnover) return Lacks({Need::kTurnover});
  if (IsMissing(facts.turnover_recent_fraction) || IsMissing(facts.turnover_usual_fraction)) {
    return Lacks({Need::kHistory});
  }
  const double recent = facts.turnover_recent_fraction;
  if (!(recent < bars[0].value && recent < bars[1].value * facts.turnover_usual_fraction)) {
    return Nothing();
  }
  return Seen({{"recent_fraction", recent}, {"usual_fraction", facts.turnover_usual_fraction}});
}

// Who says so: the user, and on which day, and what the data said.
std::vector<Evidence> PurchaseEvidence(const Facts& facts) {
  if (!facts.known.purchase) return {};
  std::vector<Evidence> evidence = {{"said_name", std::string("purchase")}};
  if (facts.known.purchase_date != kMissingDate) {
    evidence.push_back({"said_date", FormatIso(facts.known.purchase_date)});
  }
  if (facts.purchase_pasted) {
    evidence.push_back({"purchase_status_name", std::string(Name(*facts.purchase_pasted))});
  }
  return evidence;
}

Ruling JudgeSuspended(const Facts& facts, const Band&, Bars) {
  if (facts.purchase == PurchaseStatus::kUnknown) return Lacks({Need::kPurchaseStatus});
  if (facts.purchase != PurchaseStatus::kSuspended) return Nothing();
  return Seen(PurchaseEvidence(facts));
}

Ruling JudgeLimited(const Facts& facts, const Band&, Bars) {
  if (facts.purchase == PurchaseStatus::kUnknown) return Lacks({Need::kPurchaseStatus});
  if (facts.purchase != PurchaseStatus::kLimited) return Nothing();
  std::vector<Evidence> evidence = PurchaseEvidence(facts);
  if (facts.purchase_limit_cny > 0 && facts.purchase_limit_cny < kNoLimitCny) {
    evidence.push_back({"limit_cny", facts.purchase_limit_cny});
  }
  return Seen(std::move(evidence));
}

Ruling JudgeHindsight(const Facts& facts, const Band&, Bars) {
  if (!facts.hindsight || facts.hindsight->days == 0) return Nothing();
  const Hindsight& hindsight = *facts.hindsight;
  return Seen({{"disagree_days", hindsight.days},
               {"last_date", FormatIso(hindsight.last_date)},
               {"same_day_fraction", hindsight.same_day_fraction},
               {"published_fraction", hindsight.published_fraction}});
}

// The user's "open" against another word of the data: said, so that nobody wonders.
Ruling JudgeOpen(const Facts& facts, const Band&, Bars) {
  const bool is_open = facts.known.purchase == PurchaseStatus::kOpen;
  if (!is_open || !facts.purchase_pasted) return Nothing();
  return Seen(PurchaseEvidence(facts));
}

Ruling JudgeTick(const Facts& facts, const Tick& tick, const char* field) {
  if (!tick.Holds()) return Nothing();
  std::vector<Evidence> evidence;
  if (!IsMissing(facts.premium_fraction)) evidence = PremiumEvidence(facts);
  evidence.push_back({"said_name", std::string(field)});
  if (tick.date != kMissingDate) evidence.push_back({"said_date", FormatIso(tick.date)});
  return Seen(std::move(evidence));
}

Ruling JudgeRiskNotice(const Facts& facts, const Band&, Bars) {
  return JudgeTick(facts, facts.known.risk_notice, "risk_notice");
}
Ruling JudgeHalt(const Facts& facts, const Band&, Bars) {
  return JudgeTick(facts, facts.known.halt, "halt");
}
Ruling JudgeQuota(const Facts& facts, const Band&, Bars) {
  return JudgeTick(facts, facts.known.quota_released, "quota_released");
}
Ruling JudgeIndexHigh(const Facts& facts, const Band&, Bars) {
  return JudgeTick(facts, facts.known.index_high, "index_high");
}

constexpr Bar kOver5[] = {{"bar_fraction", kPremiumBar}};
constexpr Bar kRun[] = {{"bar_fraction", kPremiumBar}, {"bar_days", kRunBarDays, Source::kOwn}};
constexpr Bar kFloat6[] = {{"bar_fraction", 0.06}, {"bar_cny", kFloatBarCny}};
constexpr Bar kFloat10[] = {{"bar_fraction", 0.10}, {"bar_cny", kFloatBarCny}};
constexpr Bar kFloat15[] = {{"bar_fraction", 0.15}, {"bar_cny", kFloatBarCny}};
constexpr Bar kOver50[] = {{"bar_fraction", kExtremePremium}};
constexpr Bar kFlat[] = {{"bar_minutes", kFlatMinutes}};
constexpr Bar kAmount10m[] = {{"bar_cny", 1e7}};
constexpr Bar kAmount100m[] = {{"bar_cny", 1e8}, {"lower_bar_cny", 1e7}};
constexpr Bar kTurnover[] = {{"bar_fraction", 0.01},
                             {"bar_ratio", 0.2},
                             {"recent_days", kTurnoverRecent},
                             {"usual_days", kTurnoverUsual}};

constexpr Need kNeedsKind[] = {Need::kKind, Need::kNav};
constexpr Need kNeedsValue[] = {Need::kNav};
constexpr Need kNeedsHistory[] = {Need::kNav, Need::kHistory};
constexpr Need kNeedsFloat[] = {Need::kNav, Need::kFloat};
constexpr Need kNeedsIopv[] = {Need::kIopv, Need::kHistory};
constexpr Need kNeedsAmount[] = {Need::kAmount};
constexpr Need kNeedsTurnover[] = {Need::kTurnover, Need::kHistory};
constexpr Need kNeedsStatus[] = {Need::kPurchaseStatus};
constexpr Need kNeedsUser[] = {Need::kUser};

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
    {Code::purchase_open_said, kInfo, kOwn, {}, kNeedsStatus, JudgeOpen},
    {Code::risk_notice_said, kWarn, kInvestorGuide, {}, kNeedsUser, JudgeRiskNotice},
    {Code::halt_said, kWarn, kInvestorGuide, {}, kNeedsUser, JudgeHalt},
    {Code::quota_released_said, kWatch, kInvestorGuide, {}, kNeedsUser, JudgeQuota},
    {Code::index_high_said, kWatch, kInvestorGuide, {}, kNeedsUser, JudgeIndexHigh},
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

void ApplyKnown(const Known& known, Facts& facts) {
  facts.known = known;
  if (!known.purchase) return;
  if (facts.purchase != PurchaseStatus::kUnknown && facts.purchase != *known.purchase) {
    facts.purchase_pasted = facts.purchase;
  }
  facts.purchase = *known.purchase;
  facts.purchase_limit_cny = known.purchase_limit_cny;
}

namespace {

void AddBars(const RuleBars& bars, std::size_t rule, std::vector<Evidence>& evidence) {
  const std::span<const Bar> used = bars.Of(rule);
  for (std::size_t i = 0; i < used.size(); ++i) {
    const std::string key(used[i].key);
    evidence.push_back({key, used[i].value});
    const double standard = kRules[rule].bars[i].value;
    if (used[i].value != standard) evidence.push_back({"standard_" + key, standard});
  }
}

}  // namespace

Judgement JudgeAll(const Facts& facts, const RuleBars& bars) {
  Judgement judgement;
  const Band band = bars.BandOf(facts.kind);
  Facts same_day = facts;
  same_day.premium_fraction = facts.same_day_premium_fraction;
  for (std::size_t place = 0; place < std::size(kRules); ++place) {
    const Rule& rule = kRules[place];
    // The levels of one code stand worst first.
    Finding* known = Reported(judgement.findings, rule.code);
    if (known != nullptr && known->level != Level::kInfo) continue;
    Ruling ruling = rule.judge(facts, band, bars.Of(place));
    if (!ruling.needs.empty()) {
      AddUnjudged(judgement.unjudged, rule.code, std::move(ruling.needs));
    } else if (ruling.seen) {
      const bool borne =
          !facts.same_day_bears_out || rule.judge(same_day, band, bars.Of(place)).seen;
      if (known != nullptr && !borne) continue;
      AddBars(bars, place, *ruling.seen);
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
