#include "core/fund/past/verdicts.h"

#include <algorithm>

#include "core/base/word_list.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

constexpr WordList<OwnVerdict, 4> kOwn = {
    {OwnVerdict::kUsual, OwnVerdict::kUnusualHigh, OwnVerdict::kUnusualLow, OwnVerdict::kTooFew},
    {"usual", "unusual_high", "unusual_low", "too_few"}};

constexpr WordList<IndexVerdict, 5> kIndex = {
    {IndexVerdict::kLowest, IndexVerdict::kNearLowest, IndexVerdict::kAboveOthers,
     IndexVerdict::kNoOthers, IndexVerdict::kIndexUnknown},
    {"lowest", "near_lowest", "above_others", "no_others", "index_unknown"}};

constexpr WordList<AbsoluteVerdict, 3> kAbsolute = {
    {AbsoluteVerdict::kUnderAll, AbsoluteVerdict::kOver, AbsoluteVerdict::kDiscount},
    {"under_all", "over", "discount"}};

constexpr WordList<Disagreement, 11> kDisagreements = {
    {Disagreement::kInsideKindUnusualOwn, Disagreement::kOutsideKindUsualOwn,
     Disagreement::kOutsideKindLowOwn, Disagreement::kOutsideKindUnderBars,
     Disagreement::kDiscountOutsideKind, Disagreement::kOverBarUsualOwn,
     Disagreement::kOverBarLowestOnIndex, Disagreement::kOutsideKindLowestOnIndex,
     Disagreement::kCalmAboveIndex, Disagreement::kValueMoved, Disagreement::kOwnWindowApart},
    {"inside_kind_unusual_own", "outside_kind_usual_own", "outside_kind_low_own",
     "outside_kind_under_bars", "discount_outside_kind", "over_bar_usual_own",
     "over_bar_lowest_on_index", "outside_kind_lowest_on_index", "calm_above_index", "value_moved",
     "own_window_apart"}};

// Above the median the days at or above the latest count, below it those at or below: so many days
// at one same premium make it usual from both sides.
OwnVerdict JudgeStanding(const Standing& standing, const VerdictBars& bars) {
  if (standing.too_few) return OwnVerdict::kTooFew;
  const double rare = 1 - bars.percentile_fraction;
  const double z = standing.robust_z;
  if (IsOver(standing.latest_fraction, standing.median_fraction)) {
    const bool is_high = !IsOver(standing.at_or_above_fraction, rare) || z >= bars.robust_z;
    return is_high ? OwnVerdict::kUnusualHigh : OwnVerdict::kUsual;
  }
  if (IsOver(standing.median_fraction, standing.latest_fraction)) {
    const bool is_low = !IsOver(standing.percentile_fraction, rare) || z <= -bars.robust_z;
    return is_low ? OwnVerdict::kUnusualLow : OwnVerdict::kUsual;
  }
  return OwnVerdict::kUsual;
}

IndexVerdict JudgeAmong(double premium, const std::vector<Peer>& peers, double gap) {
  if (peers.empty()) return IndexVerdict::kNoOthers;
  const double lowest = peers.front().premium_fraction;
  if (!IsOver(premium, lowest)) return IndexVerdict::kLowest;
  return IsOver(premium, lowest + gap) ? IndexVerdict::kAboveOthers : IndexVerdict::kNearLowest;
}

}  // namespace

bool ValueMoved(double premium_fraction, double same_day_premium_fraction, const Band& band) {
  const Verdict then = Judge(premium_fraction, band);
  const Verdict after = Judge(same_day_premium_fraction, band);
  if (IsMissing(same_day_premium_fraction) || then == Verdict::kNoBand) return false;
  return static_cast<int>(after) < static_cast<int>(then);  // inside, edge, outside
}

std::string_view Name(OwnVerdict verdict) { return kOwn.NameOf(verdict); }
std::string_view Name(IndexVerdict verdict) { return kIndex.NameOf(verdict); }
std::string_view Name(AbsoluteVerdict verdict) { return kAbsolute.NameOf(verdict); }
std::string_view Name(Disagreement disagreement) { return kDisagreements.NameOf(disagreement); }
std::span<const Disagreement> AllDisagreements() { return kDisagreements.values; }

OwnPastJudge::OwnPastJudge(const std::vector<Date>& dates,
                           const std::vector<double>& premium_fraction, const VerdictBars& bars)
    : dates_(dates), premium_fraction_(premium_fraction), bars_(bars) {}

bool OwnPastJudge::Step() {
  if (!maker_) {
    maker_.emplace(dates_, premium_fraction_, is_window_done_ ? kAllDays : kOwnWindow);
    return false;
  }
  if (!maker_->Step()) return false;
  (is_window_done_ ? own_.all : own_.judged) = maker_->result();
  maker_.reset();
  if (!is_window_done_) {
    is_window_done_ = true;
    return false;
  }
  if (own_.judged.too_few) own_.judged = own_.all;
  own_.verdict = JudgeStanding(own_.judged, bars_);
  own_.all_verdict = JudgeStanding(own_.all, bars_);
  return true;
}

OwnPast JudgeOwnPast(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                     const VerdictBars& bars) {
  OwnPastJudge judge(dates, premium_fraction, bars);
  while (!judge.Step()) {
  }
  return judge.result();
}

SameIndex JudgeSameIndex(const std::vector<FundSummary>& funds, std::string_view code,
                         const VerdictBars& bars) {
  SameIndex same;
  const auto own = std::find_if(funds.begin(), funds.end(),
                                [code](const FundSummary& fund) { return fund.fund.code == code; });
  if (own == funds.end() || IsMissing(own->premium_fraction)) return same;
  same.premium_fraction = own->premium_fraction;
  same.index_name = own->identity.index_name;
  if (same.index_name.empty()) {
    same.verdict = IndexVerdict::kIndexUnknown;
    return same;
  }
  std::vector<double> premiums;
  for (const FundSummary& fund : funds) {
    if (&fund == &*own || fund.identity.index_name != same.index_name) continue;
    if (IsMissing(fund.premium_fraction) || fund.date != own->date ||
        fund.denominator != own->denominator || fund.value_date != own->value_date) {
      ++same.other_days;
      continue;
    }
    same.peers.push_back({fund.fund.code, fund.fund.name, fund.premium_fraction});
    premiums.push_back(fund.premium_fraction);
  }
  std::stable_sort(same.peers.begin(), same.peers.end(), [](const Peer& a, const Peer& b) {
    return a.premium_fraction < b.premium_fraction;
  });
  same.median_fraction = QuantileOf(premiums, 0.5);
  same.verdict = JudgeAmong(same.premium_fraction, same.peers, bars.index_gap_fraction);
  return same;
}

Absolute JudgeAbsolute(double premium_fraction) {
  Absolute absolute;
  for (const AbsoluteBar& bar : kAbsoluteBars) {
    if (IsOver(premium_fraction, bar.bar_fraction)) {
      absolute.passed = bar;
    } else if (!absolute.next) {
      absolute.next = bar;
    }
  }
  absolute.verdict = absolute.passed        ? AbsoluteVerdict::kOver
                     : premium_fraction < 0 ? AbsoluteVerdict::kDiscount
                                            : AbsoluteVerdict::kUnderAll;
  return absolute;
}

std::vector<Disagreement> Disagreements(double premium_fraction, Verdict kind, const OwnPast& own,
                                        const SameIndex& index, const Absolute& absolute) {
  std::vector<Disagreement> found;
  const auto add = [&found](bool holds, Disagreement what) {
    if (holds) found.push_back(what);
  };
  const bool is_outside = kind == Verdict::kOutside;
  const bool is_over = absolute.verdict == AbsoluteVerdict::kOver;
  const bool is_usual = own.verdict == OwnVerdict::kUsual;
  const bool is_low = own.verdict == OwnVerdict::kUnusualLow;
  const bool is_high = own.verdict == OwnVerdict::kUnusualHigh;
  const bool is_lowest = index.verdict == IndexVerdict::kLowest;
  using enum Disagreement;
  add(kind == Verdict::kInside && (is_high || is_low), kInsideKindUnusualOwn);
  add(is_outside && is_usual, kOutsideKindUsualOwn);
  add(is_outside && is_low && premium_fraction > 0, kOutsideKindLowOwn);
  add(is_outside && absolute.verdict == AbsoluteVerdict::kUnderAll, kOutsideKindUnderBars);
  add(is_outside && absolute.verdict == AbsoluteVerdict::kDiscount, kDiscountOutsideKind);
  add(is_over && is_usual && !is_outside, kOverBarUsualOwn);
  add(is_over && is_lowest, kOverBarLowestOnIndex);
  add(is_outside && is_lowest && !is_over && premium_fraction > 0, kOutsideKindLowestOnIndex);
  add(!is_outside && !is_over && index.verdict == IndexVerdict::kAboveOthers, kCalmAboveIndex);
  const bool both = own.verdict != OwnVerdict::kTooFew && own.all_verdict != OwnVerdict::kTooFew;
  add(both && own.verdict != own.all_verdict, kOwnWindowApart);
  return found;
}

}  // namespace premiumlens
