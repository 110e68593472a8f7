#include "core/fund/rules.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace premiumlens {
namespace {

const Finding* Find(const Judgement& judgement, Code code) {
  const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                                  [code](const Finding& entry) { return entry.code == code; });
  return found == judgement.findings.end() ? nullptr : &*found;
}

bool IsUnjudged(const Judgement& judgement, Code code) {
  return std::any_of(judgement.unjudged.begin(), judgement.unjudged.end(),
                     [code](const Unjudged& entry) { return entry.code == code; });
}

Facts At(double premium) {
  Facts facts;
  facts.kind = Kind::kCrossBorder;
  facts.premium_fraction = premium;
  return facts;
}

TEST_CASE("rules: 5 % is a bar to be over") {
  CHECK(Find(JudgeAll(At(0.0501)), Code::premium_over_5));
  CHECK_FALSE(Find(JudgeAll(At(0.05)), Code::premium_over_5));
  CHECK_FALSE(Find(JudgeAll(At((1.05 - 1) / 1)), Code::premium_over_5));
  CHECK_FALSE(Find(JudgeAll(At(-0.2)), Code::premium_over_5));
}

TEST_CASE("rules: several days running need a history only when today is over the bar") {
  CHECK_FALSE(IsUnjudged(JudgeAll(At(0.04)), Code::premium_days_over_5));
  Facts facts = At(0.06);
  CHECK(IsUnjudged(JudgeAll(facts), Code::premium_days_over_5));
  facts.has_history = true;
  facts.days_over_bar = 2;
  CHECK_FALSE(Find(JudgeAll(facts), Code::premium_days_over_5));
  CHECK_FALSE(IsUnjudged(JudgeAll(facts), Code::premium_days_over_5));
  facts.days_over_bar = 3;
  const Judgement judgement = JudgeAll(facts);
  REQUIRE(Find(judgement, Code::premium_days_over_5));
  CHECK(Find(judgement, Code::premium_days_over_5)->level == Level::kSevere);
}

TEST_CASE("rules: what the same day's NAV does not bear out is information") {
  Facts facts = At(0.119);
  facts.denominator = Denominator::kNavPublished;
  facts.value_move_fraction = 0.0844;
  facts.same_day_premium_fraction = 0.032;
  CHECK(Find(JudgeAll(facts), Code::premium_over_5)->level == Level::kWarn);
  facts.same_day_bears_out = true;
  const Judgement judgement = JudgeAll(facts);
  CHECK(Find(judgement, Code::premium_over_5)->level == Level::kInfo);
  CHECK(Find(judgement, Code::range_outside)->level == Level::kWarn);  // 3.2 % is outside too
  facts.same_day_premium_fraction = 0.07;
  CHECK(Find(JudgeAll(facts), Code::premium_over_5)->level == Level::kWarn);
  // A discount: the price has not followed a rising market.
  facts = At(-0.06);
  facts.same_day_bears_out = true;
  facts.same_day_premium_fraction = 0.001;
  CHECK(Find(JudgeAll(facts), Code::range_outside)->level == Level::kInfo);
}

TEST_CASE("rules: of several levels the one that is borne out is reported") {
  Facts facts = At(0.16);
  facts.float_cny = 1e9;
  facts.same_day_bears_out = true;
  facts.same_day_premium_fraction = 0.12;
  CHECK(Find(JudgeAll(facts), Code::small_float_premium)->level == Level::kWarn);
  facts.same_day_premium_fraction = 0.01;
  const Judgement judgement = JudgeAll(facts);
  CHECK(Find(judgement, Code::small_float_premium)->level == Level::kInfo);
  CHECK(std::count_if(judgement.findings.begin(), judgement.findings.end(),
                      [](const Finding& f) { return f.code == Code::small_float_premium; }) == 1);
}

TEST_CASE("rules: the range on either side") {
  CHECK_FALSE(Find(JudgeAll(At(0.01)), Code::range_edge));
  CHECK(Find(JudgeAll(At(-0.015)), Code::range_edge));
  CHECK(Find(JudgeAll(At(-0.021)), Code::range_outside));
  CHECK_FALSE(Find(JudgeAll(At(-0.021)), Code::range_edge));
  Facts facts = At(0.3);
  facts.kind = Kind::kGold;
  CHECK_FALSE(Find(JudgeAll(facts), Code::range_outside));
  CHECK_FALSE(IsUnjudged(JudgeAll(facts), Code::range_outside));  // no source has a band for gold
  facts.kind = Kind::kUnknown;
  CHECK(IsUnjudged(JudgeAll(facts), Code::range_outside));
}

TEST_CASE("rules: small float reports its highest bar once, and asks for a float when it matters") {
  struct Row {
    double premium;
    Level level;
  };
  for (const Row& row :
       {Row{0.061, Level::kWatch}, Row{0.101, Level::kWarn}, Row{0.151, Level::kSevere}}) {
    Facts facts = At(row.premium);
    facts.float_cny = 1.99e9;
    const Judgement judgement = JudgeAll(facts);
    REQUIRE(Find(judgement, Code::small_float_premium));
    CHECK(Find(judgement, Code::small_float_premium)->level == row.level);
    CHECK(std::count_if(judgement.findings.begin(), judgement.findings.end(),
                        [](const Finding& f) { return f.code == Code::small_float_premium; }) == 1);
    facts.float_cny = 2e9;
    CHECK_FALSE(Find(JudgeAll(facts), Code::small_float_premium));
  }
  CHECK(IsUnjudged(JudgeAll(At(0.061)), Code::small_float_premium));
  CHECK(IsUnjudged(JudgeAll(At(0.12)), Code::small_float_premium));
  CHECK_FALSE(IsUnjudged(JudgeAll(At(0.06)), Code::small_float_premium));
}

TEST_CASE("rules: 50 % counts when it is reached") {
  CHECK(Find(JudgeAll(At(0.5)), Code::premium_over_50));
  CHECK_FALSE(Find(JudgeAll(At(0.4999)), Code::premium_over_50));
}

TEST_CASE("rules: turnover in CNY, one of the two bars") {
  Facts facts = At(0);
  facts.amount_cny = 9.9e6;
  CHECK(Find(JudgeAll(facts), Code::amount_under_10m));
  CHECK_FALSE(Find(JudgeAll(facts), Code::amount_under_100m));
  facts.amount_cny = 1e7;
  CHECK_FALSE(Find(JudgeAll(facts), Code::amount_under_10m));
  CHECK(Find(JudgeAll(facts), Code::amount_under_100m));
  facts.amount_cny = 1e8;
  CHECK_FALSE(Find(JudgeAll(facts), Code::amount_under_100m));
}

TEST_CASE("rules: a collapse of turnover is both low and low for this fund") {
  Facts facts = At(0);
  facts.has_turnover = true;
  facts.turnover_recent_fraction = 0.009;
  facts.turnover_usual_fraction = 0.05;
  CHECK(Find(JudgeAll(facts), Code::turnover_collapsed));
  facts.turnover_usual_fraction = 0.045;
  CHECK_FALSE(Find(JudgeAll(facts), Code::turnover_collapsed));
  facts.turnover_recent_fraction = 0.011;
  facts.turnover_usual_fraction = 0.2;
  CHECK_FALSE(Find(JudgeAll(facts), Code::turnover_collapsed));
  facts.turnover_usual_fraction = kMissing;
  CHECK(IsUnjudged(JudgeAll(facts), Code::turnover_collapsed));
}

TEST_CASE("rules: purchase status") {
  Facts facts = At(0);
  CHECK(IsUnjudged(JudgeAll(facts), Code::purchase_suspended));
  facts.purchase = PurchaseStatus::kSuspended;
  CHECK(Find(JudgeAll(facts), Code::purchase_suspended));
  facts.purchase = PurchaseStatus::kOpen;
  CHECK_FALSE(Find(JudgeAll(facts), Code::purchase_limited));
  CHECK_FALSE(IsUnjudged(JudgeAll(facts), Code::purchase_limited));
}

TEST_CASE("rules: worst first, each with its bar, and without a value nothing is claimed") {
  Facts facts = At(0.6);
  facts.float_cny = 1e9;
  facts.amount_cny = 5e7;
  facts.has_history = true;
  facts.days_over_bar = 5;
  const Judgement judgement = JudgeAll(facts);
  CHECK(std::is_sorted(judgement.findings.begin(), judgement.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.level > b.level; }));
  CHECK(judgement.findings.front().code == Code::premium_over_50);
  for (const Finding& finding : judgement.findings) {
    CHECK(std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence& item) {
      return item.key.find("bar_") != std::string::npos || item.key == "inner_fraction";
    }));
  }
  const Judgement blind = JudgeAll(At(kMissing));
  CHECK(blind.findings.empty());
  CHECK(IsUnjudged(blind, Code::premium_over_5));
}

TEST_CASE("rules: the table is well formed") {
  std::set<std::pair<Code, Level>> seen;
  for (const Rule& rule : AllRules()) {
    CHECK(Info(rule.code).use == CodeUse::kFinding);
    CHECK(seen.emplace(rule.code, rule.level).second);
    CHECK(rule.judge != nullptr);
    CHECK_FALSE(rule.needs.empty());
  }
}

}  // namespace
}  // namespace premiumlens
