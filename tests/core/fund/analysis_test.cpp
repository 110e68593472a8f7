#include "core/fund/panel.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/facts.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

const Finding* Find(const Analysis& analysis, Code code) {
  for (const Finding& finding : analysis.judgement.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

const Evidence* EvidenceOf(const Finding& finding, std::string_view key) {
  for (const Evidence& item : finding.evidence) {
    if (item.key == key) return &item;
  }
  return nullptr;
}

double NumberOf(const Finding& finding, std::string_view key) {
  const Evidence* item = EvidenceOf(finding, key);
  return item == nullptr ? kMissing : std::get<double>(item->value);
}

const Valuation& Of(const Analysis& analysis, Denominator denominator) {
  const auto found = std::find_if(
      analysis.valuations.begin(), analysis.valuations.end(),
      [denominator](const Valuation& entry) { return entry.denominator == denominator; });
  REQUIRE(found != analysis.valuations.end());
  return *found;
}

// 513100 about 2020-09-03: exchange closes and fund-company NAVs.
const char* const kPrices =
    "date,close\n2020-08-31,5.058\n2020-09-01,4.990\n2020-09-02,5.193\n2020-09-03,5.305\n";
const char* const kNavs =
    "date,nav\n2020-08-31,4.281\n2020-09-01,4.339\n2020-09-02,4.377\n2020-09-03,4.145\n";

TEST_CASE("analysis: 513100 on 2020-09-03 against three NAVs, the published one warns") {
  const Table price = ParseTable(kPrices, "raw_513100.csv");
  const Table nav = ParseTable(kNavs, "nav_513100.csv");
  const Analysis analysis = Analyze({&price, &nav});
  CHECK(analysis.identity.region == Region::kUs);
  CHECK_THAT(Of(analysis, Denominator::kNavSameDay).premium_fraction[3], WithinAbs(0.2799, 5e-5));
  CHECK_THAT(Of(analysis, Denominator::kNavPrevious).premium_fraction[3], WithinAbs(0.2120, 5e-5));
  CHECK_THAT(Of(analysis, Denominator::kNavPublished).premium_fraction[3], WithinAbs(0.2226, 5e-5));
  CHECK(analysis.warning_denominator == Denominator::kNavPublished);
  const Finding* over = Find(analysis, Code::premium_over_5);
  REQUIRE(over);
  CHECK_THAT(NumberOf(*over, "premium_fraction"), WithinAbs(0.2226, 5e-5));
  // How much of it is the index's own move since the value that was known.
  CHECK_THAT(NumberOf(*over, "value_move_fraction"), WithinAbs(4.145 / 4.339 - 1, 1e-12));
  CHECK_THAT(NumberOf(*over, "same_day_premium_fraction"), WithinAbs(0.2799, 5e-5));
}

TEST_CASE("analysis: warnings do not change with the value shown") {
  const Table price = ParseTable(kPrices, "raw_513100.csv");
  const Table nav = ParseTable(kNavs, "nav_513100.csv");
  AnalysisOptions same_day;
  same_day.denominator = Denominator::kNavSameDay;
  const Analysis shown = Analyze({&price, &nav}, "", same_day);
  const Analysis plain = Analyze({&price, &nav});
  CHECK(shown.valuations[shown.shown].denominator == Denominator::kNavSameDay);
  CHECK(plain.valuations[plain.shown].denominator == Denominator::kNavPublished);
  CHECK(shown.warning_premium[3] == plain.warning_premium[3]);
  CHECK(shown.judgement.findings.size() == plain.judgement.findings.size());
  AnalysisOptions iopv;
  iopv.denominator = Denominator::kIopv;
  CHECK_THROWS_AS(Analyze({&price, &nav}, "", iopv), Failure);
}

// Fifteen weekdays from Monday 2025-03-03 at NAV 1 and the premiums given; 510300 trades with its
// market, 513100 does not.
std::string History(const std::vector<double>& premiums, const std::vector<double>& navs) {
  std::string text = "日期,收盘价,单位净值\n";
  Date day = *ParseIso("2025-03-03");
  for (std::size_t i = 0; i < premiums.size(); ++i) {
    while (IsWeekend(day)) ++day;
    const double nav = navs.empty() ? 1 : navs[i];
    text += FormatIso(day++) + "," + std::to_string(nav * (1 + premiums[i])) + "," +
            std::to_string(nav) + "\n";
  }
  return text;
}

TEST_CASE("analysis: where markets overlap, a flag that is the day's own move is information") {
  // 510300 on 2024-09-30: 11.9 % on the previous NAV, 3.2 % on that day's.
  const Table table = ParseTable(
      "日期,收盘价,单位净值\n2024-09-27,3.869,3.7824\n2024-09-30,4.233,4.1017\n", "510300.csv");
  const Analysis analysis = Analyze({&table});
  CHECK(analysis.warning_denominator == Denominator::kNavPublished);
  CHECK(analysis.valuations[analysis.shown].denominator == Denominator::kNavSameDay);
  const Finding* over = Find(analysis, Code::premium_over_5);
  REQUIRE(over);
  CHECK(over->level == Level::kInfo);
  CHECK_THAT(NumberOf(*over, "premium_fraction"), WithinAbs(0.1191, 5e-5));
  CHECK_THAT(NumberOf(*over, "same_day_premium_fraction"), WithinAbs(0.0320, 5e-5));
  CHECK_THAT(NumberOf(*over, "value_move_fraction"), WithinAbs(4.1017 / 3.7824 - 1, 1e-12));
  // 3.2 % is outside a broad fund's band as well.
  REQUIRE(Find(analysis, Code::range_outside));
  CHECK(Find(analysis, Code::range_outside)->level == Level::kWarn);
  REQUIRE(analysis.marks.size() == 1);
  CHECK(analysis.marks[0].level == Level::kInfo);
  CHECK_THAT(Of(analysis, Denominator::kNavPublished).premium_fraction[1], WithinAbs(0.1191, 5e-5));
  CHECK_THAT(Of(analysis, Denominator::kNavSameDay).premium_fraction[1], WithinAbs(0.0320, 5e-5));
}

TEST_CASE("analysis: where markets overlap, what the same day's NAV bears out warns") {
  // The index stands still, the price runs away: both NAVs say so.
  const Table table = ParseTable(History({0, 0, 0.06, 0.06, 0.06}, {}), "510300.csv");
  const Analysis analysis = Analyze({&table});
  REQUIRE(Find(analysis, Code::premium_over_5));
  CHECK(Find(analysis, Code::premium_over_5)->level == Level::kWarn);
  REQUIRE(Find(analysis, Code::premium_days_over_5));
  CHECK(Find(analysis, Code::premium_days_over_5)->level == Level::kSevere);
  for (const Mark& mark : analysis.marks) CHECK(mark.level != Level::kInfo);
  // The same-day NAV alone starts nothing: the price falls with a value that it did not follow.
  const Table alone = ParseTable(History({0, 0, 0, 0, 0.25}, {1, 1, 1, 1, 0.8}), "510300.csv");
  const Analysis calm = Analyze({&alone});
  CHECK_THAT(Of(calm, Denominator::kNavSameDay).premium_fraction[4], WithinAbs(0.25, 1e-6));
  CHECK_FALSE(Find(calm, Code::premium_over_5));
  CHECK(calm.marks.empty());
}

TEST_CASE("analysis: where the same day's NAV is not out yet, the published one stands in") {
  const Table table = ParseTable(
      "日期,收盘价,单位净值\n2024-09-26,3.640,3.6212\n2024-09-27,3.869,3.7824\n2024-09-30,4.233,\n",
      "510300.csv");
  const Analysis analysis = Analyze({&table});
  const Finding* over = Find(analysis, Code::premium_over_5);
  REQUIRE(over);
  CHECK(std::get<std::string>(EvidenceOf(*over, "denominator_name")->value) == "nav_published");
  CHECK(IsMissing(NumberOf(*over, "value_move_fraction")));
}

TEST_CASE("analysis: same-day hindsight alone never warns for a market that is shut") {
  // The NAV falls by a sixth in the night after the last day: +20 % against it, nothing before.
  std::vector<double> navs(10, 1.0);
  navs[9] = 1 / 1.2;
  std::vector<double> premiums(10, 0.0);
  premiums[9] = 0.2;
  const Table table = ParseTable(History(premiums, navs), "513100.csv");
  const Analysis analysis = Analyze({&table});
  CHECK_FALSE(Find(analysis, Code::premium_over_5));
  CHECK_FALSE(Find(analysis, Code::range_outside));
  const Finding* hindsight = Find(analysis, Code::hindsight_disagrees);
  REQUIRE(hindsight);
  CHECK(std::get<std::int64_t>(EvidenceOf(*hindsight, "disagree_days")->value) == 1);
  // With too few days for a published NAV nothing is claimed, and that is said.
  const Table one = ParseTable("日期,收盘价,单位净值\n2025-03-03,1.2,1\n", "513100.csv");
  const Analysis blind = Analyze({&one});
  CHECK_FALSE(blind.warning_denominator);
  CHECK(blind.valuations[blind.shown].denominator == Denominator::kNavSameDay);
  CHECK_FALSE(Find(blind, Code::premium_over_5));
  CHECK(std::any_of(blind.judgement.unjudged.begin(), blind.judgement.unjudged.end(),
                    [](const Unjudged& entry) { return entry.code == Code::premium_over_5; }));
}

TEST_CASE("analysis: days running, halts passed over") {
  const Table table = ParseTable(
      History({0, 0, 0, 0.06, 0.06, 0.06, 0.06}, {}) + "2025-03-12,停牌,1\n2025-03-13,1.06,1\n",
      "510300.csv");
  const Analysis analysis = Analyze({&table});
  const Finding* run = Find(analysis, Code::premium_days_over_5);
  REQUIRE(run);
  CHECK(std::get<std::int64_t>(EvidenceOf(*run, "run_days")->value) == 5);
  std::vector<std::size_t> rows;
  for (const Mark& mark : analysis.marks) rows.push_back(mark.row);
  CHECK(rows == std::vector<std::size_t>{3, 5});
}

TEST_CASE("analysis: the lag is the user's to change") {
  std::vector<double> navs;
  for (int i = 0; i < 10; ++i) navs.push_back(1 + 0.01 * i);
  const Table table = ParseTable(History(std::vector<double>(10, 0), navs), "513100.csv");
  for (const int lag : {0, 1, 2}) {
    AnalysisOptions options;
    options.publication_lag_sessions = lag;
    const Analysis analysis = Analyze({&table}, "", options);
    const Valuation& published = Of(analysis, Denominator::kNavPublished);
    CHECK(published.value_dates[9] == analysis.data.dates[static_cast<std::size_t>(8 - lag)]);
  }
}

TEST_CASE("analysis: an unknown fund is treated as the slowest, and said to be assumed") {
  const Table table = ParseTable(History(std::vector<double>(5, 0.03), {}));
  const Analysis analysis = Analyze({&table});
  CHECK(analysis.identity.kind == Kind::kUnknown);
  CHECK(analysis.identity.region_reason == GuessReason::kAssumed);
  CHECK(analysis.lag.sessions == 1);
  CHECK(analysis.warning_denominator == Denominator::kNavPublished);
  AnalysisOptions options;
  options.kind = Kind::kBroad;
  options.region = Region::kMainland;
  const Analysis told = Analyze({&table}, "", options);
  CHECK(told.identity.kind_reason == GuessReason::kGiven);
  CHECK(told.warning_denominator == Denominator::kNavPublished);
  CHECK(told.valuations[told.shown].denominator == Denominator::kNavSameDay);
  CHECK(Find(told, Code::range_outside));
}

TEST_CASE("analysis: an IOPV that moves warns; one that stands still hands over to the NAV") {
  const auto text = [](double step) {
    std::string lines = "日期,收盘价,IOPV,单位净值\n";
    for (int i = 0; i < 8; ++i) {
      lines += "2025-03-" + std::string(i < 7 ? "0" : "") + std::to_string(i + 3) + "," +
               std::to_string(1.2 + 0.01 * i) + "," + std::to_string(1.1 + step * i) + "," +
               std::to_string(1.15 + 0.001 * i) + "\n";
    }
    return lines;
  };
  const Table moving = ParseTable(text(0.01), "513100.csv");
  CHECK(Analyze({&moving}).warning_denominator == Denominator::kIopv);
  const Table still = ParseTable(text(0), "513100.csv");
  const Analysis analysis = Analyze({&still});
  CHECK(analysis.warning_denominator == Denominator::kNavPublished);
  CHECK(Find(analysis, Code::iopv_flat));
}

TEST_CASE("analysis: a value that is many sessions old is said and not used") {
  std::string text = "日期,收盘价,单位净值\n";
  for (int day = 0; day < 40; ++day) {
    const Date date = *ParseIso("2025-03-03") + day;
    if (IsWeekend(date)) continue;
    text += FormatIso(date) + ",1.02," + (day < 7 ? "1.0" : "") + "\n";
  }
  const Table table = ParseTable(text, "513100.csv");
  const Analysis analysis = Analyze({&table});
  const Finding* stale = Find(analysis, Code::value_stale);
  REQUIRE(stale);
  CHECK(std::get<std::string>(EvidenceOf(*stale, "value_date")->value) == "2025-03-07");
  CHECK(IsMissing(analysis.warning_premium.back()));
}

TEST_CASE("analysis: each fund of a cross-section by its own kind") {
  const Table table = ParseTable(
      "代码,名称,最新价,IOPV,成交额\n513100,纳指ETF,1.12,1.0,5000000\n510300,沪深300ETF,1.003,1.0,"
      "900000000\n518880,黄金ETF,1.3,1.0,900000000\n");
  const Analysis analysis = Analyze({&table});
  REQUIRE(analysis.funds.size() == 3);
  CHECK_FALSE(analysis.latest);
  CHECK(analysis.funds[0].verdict == Verdict::kOutside);
  CHECK(analysis.funds[1].verdict == Verdict::kEdge);
  CHECK(analysis.funds[2].verdict == Verdict::kNoBand);
  const auto marked = [&analysis](Code code, std::size_t row) {
    return std::any_of(analysis.marks.begin(), analysis.marks.end(),
                       [&](const Mark& mark) { return mark.code == code && mark.row == row; });
  };
  CHECK(marked(Code::premium_over_5, 0));
  CHECK(marked(Code::amount_under_10m, 0));
  CHECK(marked(Code::range_edge, 1));
  CHECK(marked(Code::premium_over_5, 2));
}

TEST_CASE(
    "analysis: a site's estimate is a value of its own, and its premium column agrees with it") {
  const Table table = ParseTable(
      "代码,现价,T-2净值,T-1估值,T-1溢价率,实时估值\n513100,1.12,1.0,1.1,1.82%,会员\n"
      "513500,2.10,2.0,2.05,2.44%,2.06\n513030,1.30,1.2,1.25,4.00%,会员\n");
  const Analysis analysis = Analyze({&table});
  CHECK(analysis.warning_denominator == Denominator::kIopv);
  CHECK(analysis.valuations[analysis.shown].denominator == Denominator::kNavPublished);
  REQUIRE(analysis.judgement.findings.size() >= 1);
  const auto agrees = std::find_if(
      analysis.judgement.findings.begin(), analysis.judgement.findings.end(),
      [](const Finding& finding) { return finding.code == Code::premium_column_agrees; });
  REQUIRE(agrees != analysis.judgement.findings.end());
  CHECK(std::get<std::string>(EvidenceOf(*agrees, "denominator_name")->value) == "iopv_estimated");
}

TEST_CASE("analysis: pairs") {
  const Table table = ParseTable("price,iopv\n1.02,1.0\n1.06,1.0\n");
  const Analysis analysis = Analyze({&table});
  CHECK(analysis.latest == 1u);
  CHECK(analysis.warning_denominator == Denominator::kIopv);
  CHECK(Find(analysis, Code::premium_over_5));
}

TEST_CASE("marks: the newest are kept, in order") {
  FundData data;
  std::vector<double> premium;
  for (int i = 0; i < 4000; ++i) {
    data.dates.push_back(i);
    data.price_cny.push_back(1);
    premium.push_back(i % 2 == 0 ? 0.06 : 0);
  }
  data.rows = data.dates.size();
  const std::vector<Mark> marks =
      HistoryMarks(data, premium, std::vector<double>(data.rows, kMissing), {});
  CHECK(marks.size() == kMostMarks);
  CHECK(marks.back().row == 3998);
}

TEST_CASE("marks: those that the same day's NAV does not bear out are information") {
  FundData data;
  data.dates = {0, 1, 2, 3, 4, 5};
  data.price_cny.assign(6, 1.0);
  data.rows = 6;
  const std::vector<double> premium = {0.06, 0, 0.06, 0.07, 0.60, 0};
  const std::vector<double> same_day = {0.04, 0, kMissing, 0.07, 0.49, 0};
  const std::vector<Mark> marks = HistoryMarks(data, premium, same_day, {});
  REQUIRE(marks.size() == 4);
  CHECK(marks[0].level == Level::kInfo);
  CHECK(marks[1].level == Level::kWarn);  // nothing to bear it out by
  CHECK(marks[2].code == Code::premium_days_over_5);
  CHECK(marks[2].level == Level::kSevere);  // the third day is over 5 % by both
  CHECK(marks[3].code == Code::premium_over_50);
  CHECK(marks[3].level == Level::kInfo);
}

}  // namespace
}  // namespace premiumlens
