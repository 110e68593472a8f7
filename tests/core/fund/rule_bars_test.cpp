#include "core/fund/rule_bars.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "core/fund/facts.h"

namespace premiumlens {
namespace {

const Evidence* Find(const Finding& finding, std::string_view key) {
  const auto found = std::find_if(finding.evidence.begin(), finding.evidence.end(),
                                  [key](const Evidence& item) { return item.key == key; });
  return found == finding.evidence.end() ? nullptr : &*found;
}

const Finding* Find(const Judgement& judgement, Code code) {
  const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                                  [code](const Finding& one) { return one.code == code; });
  return found == judgement.findings.end() ? nullptr : &*found;
}

Facts At(double premium) {
  Facts facts;
  facts.kind = Kind::kCrossBorder;
  facts.premium_fraction = premium;
  return facts;
}

TEST_CASE("rule bars: each has a name of its own and can be changed and read again") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < AllBars().size(); ++i) {
    const BarInfo& info = AllBars()[i];
    INFO(info.name);
    CHECK(names.insert(info.name).second);
    CHECK(StandardBars().At(i) == info.standard);
    const BarLimits limits = LimitsOf(info.key);
    CHECK(info.standard >= limits.least);
    CHECK(info.standard <= limits.most);
    RuleBars bars;
    CHECK(bars.Set(info.name, info.standard * 2));
    CHECK(bars.At(i) == info.standard * 2);
    for (std::size_t other = 0; other < AllBars().size(); ++other) {
      if (other != i) CHECK(bars.At(other) == AllBars()[other].standard);
    }
    CHECK_FALSE(bars.Set(info.name, -1));
    CHECK_FALSE(bars.Set(info.name, kMissing));
  }
  RuleBars bars;
  CHECK_FALSE(bars.Set("premium_over_5.warn.bar", 0.06));
  CHECK_FALSE(bars.Set("premium_days_over_5.severe.bar_days", 2.5));
}

TEST_CASE("rule bars: a changed bar is judged by, and told with its standard") {
  RuleBars bars;
  bars.Set("premium_over_5.warn.bar_fraction", 0.06);
  CHECK_FALSE(Find(JudgeAll(At(0.06), bars), Code::premium_over_5));
  const Judgement judgement = JudgeAll(At(0.061), bars);
  const Finding* finding = Find(judgement, Code::premium_over_5);
  REQUIRE(finding);
  REQUIRE(Find(*finding, "standard_bar_fraction"));
  CHECK(std::get<double>(Find(*finding, "bar_fraction")->value) == 0.06);
  CHECK(std::get<double>(Find(*finding, "standard_bar_fraction")->value) == 0.05);
  CHECK_FALSE(Find(*Find(JudgeAll(At(0.061)), Code::premium_over_5), "standard_bar_fraction"));
}

TEST_CASE("rule bars: a changed range moves edge and outside") {
  RuleBars bars;
  bars.Set("range.cross_border.outer_fraction", 0.04);
  const Judgement judgement = JudgeAll(At(0.03), bars);
  CHECK(Find(judgement, Code::range_edge));
  CHECK_FALSE(Find(judgement, Code::range_outside));
  CHECK(Find(*Find(judgement, Code::range_edge), "standard_outer_fraction"));
  CHECK_FALSE(Find(*Find(judgement, Code::range_edge), "standard_inner_fraction"));
}

TEST_CASE("rule bars: two rules of one amount leave no gap between them") {
  RuleBars bars;
  bars.Set("amount_under_10m.warn.bar_cny", 2e7);
  Facts facts = At(0);
  facts.amount_cny = 1.5e7;
  CHECK(Find(JudgeAll(facts, bars), Code::amount_under_10m));
  CHECK_FALSE(Find(JudgeAll(facts, bars), Code::amount_under_100m));
}

TEST_CASE("rule bars: marks of a history go by them") {
  FundData data;
  data.rows = 6;
  for (int i = 0; i < 6; ++i) data.dates.push_back(*ParseIso("2025-01-06") + i);
  data.price_cny.assign(6, 1.0);
  const std::vector<double> premium = {0.01, 0.07, 0.07, 0.09, 0.01, 0.3};
  const std::vector<double> none(6, kMissing);
  const auto count = [&](const RuleBars& bars, Code code) {
    const std::vector<Mark> marks = HistoryMarks(data, premium, none, {}, bars);
    return std::count_if(marks.begin(), marks.end(),
                         [code](const Mark& mark) { return mark.code == code; });
  };
  CHECK(count({}, Code::premium_over_5) == 2);
  CHECK(count({}, Code::premium_days_over_5) == 1);
  CHECK(count({}, Code::premium_over_50) == 0);
  RuleBars bars;
  bars.Set("premium_over_5.warn.bar_fraction", 0.08);
  bars.Set("premium_days_over_5.severe.bar_days", 4);
  bars.Set("premium_over_50.severe.bar_fraction", 0.25);
  CHECK(count(bars, Code::premium_over_5) == 2);
  CHECK(count(bars, Code::premium_days_over_5) == 0);
  CHECK(count(bars, Code::premium_over_50) == 1);
  CHECK(DaysOver(data, premium, 3, 0.08) == 1);
}

TEST_CASE("known: what the user says goes before the data, and both are told") {
  Facts facts = At(0.03);
  facts.purchase = PurchaseStatus::kOpen;
  Known known;
  known.purchase = PurchaseStatus::kSuspended;
  ApplyKnown(known, facts);
  const Judgement judgement = JudgeAll(facts);
  const Finding* finding = Find(judgement, Code::purchase_suspended);
  REQUIRE(finding);
  CHECK(std::get<std::string>(Find(*finding, "said_name")->value) == "purchase");
  CHECK(std::get<std::string>(Find(*finding, "purchase_status_name")->value) == "open");
  facts = At(0.03);
  facts.purchase = PurchaseStatus::kSuspended;
  known.purchase = PurchaseStatus::kOpen;
  ApplyKnown(known, facts);
  const Judgement open = JudgeAll(facts);
  CHECK_FALSE(Find(open, Code::purchase_suspended));
  CHECK(Find(open, Code::purchase_open_said));
}

TEST_CASE("known: each tick is a finding of its own, a denied one is none") {
  const auto codes = [](const Known& known) {
    Facts facts = At(0.03);
    ApplyKnown(known, facts);
    std::set<Code> seen;
    for (const Finding& finding : JudgeAll(facts).findings) seen.insert(finding.code);
    return seen;
  };
  const std::set<Code> without = codes({});
  Known known;
  known.risk_notice = {true, *ParseIso("2026-01-13")};
  CHECK(codes(known).count(Code::risk_notice_said) == 1);
  known.halt.said = true;
  known.quota_released.said = true;
  known.index_high.said = true;
  CHECK(codes(known).size() == without.size() + 4);
  known.halt.said = false;
  CHECK(codes(known).count(Code::halt_said) == 0);
}

TEST_CASE("known: of several funds each has its own") {
  const std::vector<Known> all = {{.fund = "513100"}, {.fund = ""}, {.fund = "159941"}};
  CHECK(KnownOf(all, "159941", false) == &all[2]);
  CHECK(KnownOf(all, "513500", false) == nullptr);
  CHECK(KnownOf(all, "513500", true) == &all[1]);
}

}  // namespace
}  // namespace premiumlens
