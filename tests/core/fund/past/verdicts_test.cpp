#include "core/fund/past/verdicts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

std::vector<double> Calm(std::size_t count, double level) {
  std::vector<double> premiums;
  for (std::size_t i = 0; i < count; ++i) {
    premiums.push_back(level + 0.001 * (static_cast<double>(i % 5) - 2));
  }
  return premiums;
}

FundSummary Fund(const char* code, const char* index, double premium, Date date = 20000) {
  FundSummary fund;
  fund.fund.code = code;
  fund.identity.index_name = index;
  fund.denominator = Denominator::kNavPublished;
  fund.premium_fraction = premium;
  fund.date = date;
  return fund;
}

TEST_CASE("verdicts: a jump against its own past is unusual on either side") {
  std::vector<double> premiums = Calm(300, 0.001);
  CHECK(JudgeOwnPast({}, premiums, {}).verdict == OwnVerdict::kUsual);
  premiums.push_back(0.02);
  const OwnPast high = JudgeOwnPast({}, premiums, {});
  CHECK(high.verdict == OwnVerdict::kUnusualHigh);
  CHECK(high.judged.window_days == 250);
  premiums.back() = -0.02;
  CHECK(JudgeOwnPast({}, premiums, {}).verdict == OwnVerdict::kUnusualLow);
}

TEST_CASE("verdicts: what never moves is not unusual, and a short past tells little or nothing") {
  CHECK(JudgeOwnPast({}, std::vector<double>(300, 0.01), {}).verdict == OwnVerdict::kUsual);
  // One premium of 5 %, apart by the rounding of the division alone.
  std::vector<double> rounded;
  for (int i = 0; i < 300; ++i) {
    const double value = 1 + 0.0007 * i;
    rounded.push_back(1.05 * value / value - 1);
  }
  rounded.back() = std::nextafter(std::nextafter(0.05, 1), 1);
  CHECK(JudgeOwnPast({}, rounded, {}).verdict == OwnVerdict::kUsual);
  CHECK(IsMissing(StandingOf({}, rounded, kAllDays).robust_z));
  // A fifth of the days stand at the highest.
  CHECK(JudgeOwnPast({}, Calm(300, 0.001), {}).verdict == OwnVerdict::kUsual);
  const OwnPast some = JudgeOwnPast({}, Calm(40, 0.01), {});
  CHECK(some.verdict != OwnVerdict::kTooFew);
  CHECK(some.judged.window_days == kAllDays);
  CHECK(JudgeOwnPast({}, Calm(10, 0.01), {}).verdict == OwnVerdict::kTooFew);
}

TEST_CASE("verdicts: among the funds of one index, as the investor guide compares two") {
  // "5.58% … 2.92%" on the S&P 500.
  const std::vector<FundSummary> funds = {Fund("513500", "标普500", 0.0558),
                                          Fund("159612", "标普500", 0.0292),
                                          Fund("513100", "纳斯达克100", 0.01)};
  const SameIndex dear = JudgeSameIndex(funds, "513500", {});
  CHECK(dear.verdict == IndexVerdict::kAboveOthers);
  REQUIRE(dear.peers.size() == 1);
  CHECK(dear.peers[0].code == "159612");
  CHECK_THAT(dear.premium_fraction - dear.median_fraction, WithinAbs(0.0266, 1e-12));
  CHECK(JudgeSameIndex(funds, "159612", {}).verdict == IndexVerdict::kLowest);
  CHECK(JudgeSameIndex(funds, "513500", {.index_gap_fraction = 0.03}).verdict ==
        IndexVerdict::kNearLowest);
  CHECK(JudgeSameIndex(funds, "513100", {}).verdict == IndexVerdict::kNoOthers);
}

TEST_CASE("verdicts: another day or another value is no comparison") {
  std::vector<FundSummary> funds = {Fund("1", "X", 0.05), Fund("2", "X", 0.01, 19999),
                                    Fund("3", "X", 0.01)};
  funds[2].denominator = Denominator::kNavSameDay;
  const SameIndex same = JudgeSameIndex(funds, "1", {});
  CHECK(same.verdict == IndexVerdict::kNoOthers);
  CHECK(same.other_days == 2);
  // A NAV of a session before lacks a move of the index that the other's holds.
  std::vector<FundSummary> apart = {Fund("1", "X", 0.005), Fund("2", "X", -0.03)};
  apart[0].value_date = 19999;
  apart[1].value_date = 19998;
  CHECK(JudgeSameIndex(apart, "1", {}).verdict == IndexVerdict::kNoOthers);
  CHECK(JudgeSameIndex(apart, "1", {}).other_days == 1);
  apart[1].value_date = 19999;
  CHECK(JudgeSameIndex(apart, "1", {}).verdict == IndexVerdict::kAboveOthers);
  funds[0].identity.index_name.clear();
  CHECK(JudgeSameIndex(funds, "1", {}).verdict == IndexVerdict::kIndexUnknown);
}

TEST_CASE("verdicts: the highest absolute bar that is passed") {
  CHECK(JudgeAbsolute(0.05).verdict == AbsoluteVerdict::kUnderAll);
  CHECK(JudgeAbsolute(0.05).next->bar_fraction == 0.05);
  CHECK(JudgeAbsolute(0.12).passed->bar_fraction == 0.10);
  CHECK(JudgeAbsolute(0.12).next->bar_fraction == 0.15);
  CHECK_FALSE(JudgeAbsolute(0.6).next);
  CHECK(JudgeAbsolute(-0.2).verdict == AbsoluteVerdict::kDiscount);
}

TEST_CASE("verdicts: where two disagree it is said why") {
  const auto found = [](double premium, OwnVerdict own, IndexVerdict index) {
    const Verdict kind = Judge(premium, ReferenceBand(Kind::kCrossBorder));
    OwnPast past;
    past.verdict = past.all_verdict = own;
    SameIndex same;
    same.verdict = index;
    return Disagreements(premium, kind, past, same, JudgeAbsolute(premium));
  };
  using enum Disagreement;
  using List = std::vector<Disagreement>;
  const IndexVerdict none = IndexVerdict::kNoOthers;
  CHECK(found(0.005, OwnVerdict::kUsual, none).empty());
  CHECK(found(0.08, OwnVerdict::kUnusualHigh, none).empty());
  CHECK(found(0.008, OwnVerdict::kUnusualHigh, none) == List{kInsideKindUnusualOwn});
  CHECK(found(0.08, OwnVerdict::kUsual, none) == List{kOutsideKindUsualOwn});
  CHECK(found(0.03, OwnVerdict::kUnusualLow, none) ==
        List{kOutsideKindLowOwn, kOutsideKindUnderBars});
  CHECK(found(-0.03, OwnVerdict::kUnusualLow, none) == List{kDiscountOutsideKind});
  CHECK(found(0.12, OwnVerdict::kUnusualHigh, IndexVerdict::kLowest) ==
        List{kOverBarLowestOnIndex});
  CHECK(found(0.012, OwnVerdict::kUsual, IndexVerdict::kAboveOthers) == List{kCalmAboveIndex});
}

TEST_CASE("verdicts: a premium that is the value's own move of the day is told apart") {
  // CSI 300, 2024-09-30: 11.9 % on the NAV of the day before, 3.2 % on that day's (public closes).
  const Band band = ReferenceBand(Kind::kCrossBorder);
  CHECK(ValueMoved(0.03, 0.004, band));
  CHECK(ValueMoved(0.03, 0.015, band));
  CHECK_FALSE(ValueMoved(0.119, 0.032, band));
  CHECK_FALSE(ValueMoved(0.004, 0.03, band));
  CHECK_FALSE(ValueMoved(0.03, kMissing, band));
  CHECK_FALSE(ValueMoved(0.03, 0.0, ReferenceBand(Kind::kGold)));
}

TEST_CASE("verdicts: every disagreement has a name of its own") {
  std::vector<std::string_view> names;
  for (const Disagreement one : AllDisagreements()) names.push_back(Name(one));
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  CHECK(!names.front().empty());
}

}  // namespace
}  // namespace premiumlens
