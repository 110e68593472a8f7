#include "core/fund/panel.h"

#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

Error ErrorOf(const std::vector<const Table*>& tables, AnalysisOptions options = {}) {
  try {
    Analyze(tables, {}, std::move(options));
  } catch (const Failure& failure) {
    return failure.error();
  }
  FAIL("no failure");
  return {Code::internal};
}

const FundSummary& At(const Analysis& analysis, const std::string& code) {
  const auto found =
      std::find_if(analysis.funds.begin(), analysis.funds.end(),
                   [&code](const FundSummary& fund) { return fund.fund.code == code; });
  REQUIRE(found != analysis.funds.end());
  return *found;
}

// The series of one fund of a panel is what its analysis alone gives.
void CheckAgainstAlone(const std::vector<const Table*>& tables, const Analysis& panel) {
  std::size_t from = 0;
  for (const FundSummary& fund : panel.funds) {
    if (fund.trouble) continue;
    const Analysis alone = Analyze(tables, fund.fund.code);
    for (std::size_t i = 0; i < alone.data.rows; ++i) {
      REQUIRE(panel.data.dates[from + i] == alone.data.dates[i]);
      REQUIRE(panel.funds[panel.data.fund_of_row[from + i]].fund.code == fund.fund.code);
      for (const Valuation& valuation : alone.valuations) {
        const auto same = std::find_if(
            panel.valuations.begin(), panel.valuations.end(),
            [&](const Valuation& one) { return one.denominator == valuation.denominator; });
        REQUIRE(same != panel.valuations.end());
        const double x = same->premium_fraction[from + i];
        const double y = valuation.premium_fraction[i];
        REQUIRE((x == y || (IsMissing(x) && IsMissing(y))));
      }
    }
    from += alone.data.rows;
  }
  CHECK(from == panel.data.rows);
}

TEST_CASE("panel: two wide tables, prices and NAVs, joined by fund and day") {
  const Table price = ParseTable(
      "date,SPY,QQQ,EWJ\n2025-01-02,1.5,1.8,1.1\n2025-01-03,1.6,,1.2\n2025-01-06,1.7,2.0,1.2\n",
      "etf_price.csv");
  const Table nav =
      ParseTable("nav_date,QQQ,SPY\n2025-01-02,1.7,1.4\n2025-01-03,1.75,1.45\n2025-01-06,1.8,1.5\n",
                 "etf_nav.csv");
  AnalysisOptions options;
  options.denominator = Denominator::kNavSameDay;
  const Analysis panel = Analyze({&price, &nav}, {}, options);
  CHECK(panel.data.shape == Shape::kPanel);
  REQUIRE(panel.funds.size() == 3);
  CHECK_THAT(At(panel, "SPY").premium_fraction, WithinRel(1.7 / 1.5 - 1, 1e-12));
  CHECK_THAT(At(panel, "QQQ").premium_fraction, WithinRel(2.0 / 1.8 - 1, 1e-12));
  CHECK(At(panel, "EWJ").trouble == Code::no_value_column);
  CHECK(At(panel, "SPY").fund.rows == 3);
  CHECK(At(panel, "QQQ").fund.rows == 3);
}

TEST_CASE("panel: as many analyses as funds, each as if it were alone") {
  std::mt19937 random(7);
  std::string text = "code,date,close,nav\n";
  for (int day = 1; day <= 28; ++day) {
    for (const char* code : {"513100", "513500", "510900"}) {
      if (random() % 5 == 0) continue;
      const double nav = 1 + 0.01 * static_cast<double>(random() % 20);
      const double close = nav * (1 + 0.001 * static_cast<double>(random() % 80));
      text += std::string(code) + ",2025-02-" + (day < 10 ? "0" : "") + std::to_string(day) + "," +
              std::to_string(close) + "," + std::to_string(nav) + "\n";
    }
  }
  const Table table = ParseTable(text);
  const Analysis panel = Analyze({&table});
  CHECK(panel.data.shape == Shape::kPanel);
  REQUIRE(panel.funds.size() == 3);
  CheckAgainstAlone({&table}, panel);
}

TEST_CASE("panel: files are of the fund that their name has") {
  const Table raw_a = ParseTable("date,close\n2025-01-02,1.5\n2025-01-03,1.6\n", "raw_513100.csv");
  const Table nav_a = ParseTable("date,nav\n2025-01-02,1.4\n2025-01-03,1.5\n", "nav_513100.csv");
  const Table raw_b = ParseTable("date,close\n2025-01-02,2.5\n2025-01-03,2.6\n", "raw_510300.csv");
  const Table nav_b = ParseTable("date,nav\n2025-01-02,2.5\n2025-01-03,2.6\n", "nav_510300.csv");
  const std::vector<const Table*> tables = {&raw_a, &nav_a, &raw_b, &nav_b};
  const Analysis panel = Analyze(tables);
  CHECK(panel.data.shape == Shape::kPanel);
  CHECK(panel.data.rows == 4);
  CheckAgainstAlone(tables, panel);
  CHECK(Analyze({&raw_a, &nav_a}).data.shape == Shape::kHistory);
}

TEST_CASE("panel: an index's close beside a fund is not the fund's price") {
  const Table index = ParseTable("date,close\n2025-01-02,21000\n2025-01-03,21500\n", "NDX.csv");
  const Table raw = ParseTable("date,close\n2025-01-02,1.5\n2025-01-03,1.6\n", "raw_513100.csv");
  const Table nav = ParseTable("date,nav\n2025-01-02,1.4\n2025-01-03,1.5\n", "nav_513100.csv");
  const Analysis analysis = Analyze({&index, &raw, &nav});
  CHECK(analysis.data.price_cny == std::vector<double>{1.5, 1.6});
}

TEST_CASE("panel: many funds at one moment, joined by code") {
  const Table spot = ParseTable(
      "代码,名称,最新价\n513100,纳指ETF,1.5\n513500,标普500ETF,2.5\n513030,德国ETF,1.1\n");
  const Table nav = ParseTable(
      "基金代码,净值日期,单位净值\n513500,2025-01-02,2.3\n513100,2025-01-02,1.4\n"
      "513500,2025-01-02,2.4\n");
  const Analysis analysis = Analyze({&spot, &nav});
  CHECK(analysis.data.shape == Shape::kCrossSection);
  CHECK_THAT(At(analysis, "513100").premium_fraction, WithinRel(1.5 / 1.4 - 1, 1e-12));
  CHECK_THAT(At(analysis, "513500").premium_fraction, WithinRel(2.5 / 2.4 - 1, 1e-12));
  CHECK(IsMissing(At(analysis, "513030").premium_fraction));
}

TEST_CASE("panel: tables without a fund or a day in common are refused") {
  const Table price = ParseTable("date,close\n2025-01-02,1.5\n2025-01-03,1.6\n", "raw_513100.csv");
  const Table nav = ParseTable("date,nav\n2025-01-02,1.4\n2025-01-03,1.5\n", "nav_513500.csv");
  CHECK(ErrorOf({&price, &nav}).code == Code::no_common_key);
  CHECK(ErrorOf({&price, &nav}).text == "513100 | 513500");
  const Table later = ParseTable("date,nav\n2026-01-02,1.4\n2026-01-05,1.5\n", "nav_513100.csv");
  CHECK(ErrorOf({&price, &later}).code == Code::no_common_key);
}

TEST_CASE("panel: of several funds in one table only one is in the other") {
  const Table navs = ParseTable(
      "code,date,nav\n513100,2025-01-02,1.4\n513500,2025-01-02,2.4\n513100,2025-01-03,1.5\n");
  const Table price = ParseTable("date,close\n2025-01-02,1.5\n2025-01-03,1.6\n", "raw_513100.csv");
  const Analysis analysis = Analyze({&price, &navs});
  CHECK(analysis.data.shape == Shape::kHistory);
  CHECK(analysis.data.code == "513100");
  CHECK(analysis.data.nav.values == std::vector<double>{1.4, 1.5});
}

TEST_CASE("panel: minutes of several funds") {
  const Table table = ParseTable(
      "code,date,time,price,iopv\n160216,2026-06-16,09:55,0.687,0.68\n"
      "161129,2026-06-16,09:55,1.5,1.4\n160216,2026-06-16,09:56,0.688,0.68\n"
      "161129,2026-06-16,09:56,1.6,1.4\n");
  const Analysis panel = Analyze({&table});
  CHECK(panel.data.shape == Shape::kPanel);
  CHECK(panel.data.seconds == std::vector<std::int32_t>{35700, 35760, 35700, 35760});
  CHECK_THAT(At(panel, "161129").premium_fraction, WithinRel(1.6 / 1.4 - 1, 1e-12));
}

TEST_CASE("panel: of several funds a row without a code is listed, also beside one of them") {
  const Table table = ParseTable(
      "日期,代码,收盘,净值\n2025-01-02,513100,1.5,1.4\n2025-01-02,513500,1.6,1.5\n"
      "2025-01-03,513100,1.51,1.41\n2025-01-03,,1.7,1.6\n");
  const Analysis analysis = Analyze({&table}, "513100");
  CHECK(analysis.data.dates.size() == 2);
  REQUIRE(analysis.data.rejected[0].rejections.count == 1);
  const Rejection& rejection = analysis.data.rejected[0].rejections.listed[0];
  CHECK(rejection.code == Code::code_missing);
  CHECK(rejection.row == 5);
  CHECK(rejection.column == "代码");
}

TEST_CASE("panel: each refused cell is listed once") {
  const Table table = ParseTable(
      "code,date,close,nav\n513100,2025-01-02,1.5,1.4\n513500,2025-01-02,x,2.4\n"
      "513100,2025-01-03,0,1.5\n513500,2025-01-03,2.6,2.5\n513100,2025-13-03,1,1\n"
      "513500,2025-01-03,2.7,2.5\n,2025-01-06,1,1\n");
  const Analysis panel = Analyze({&table});
  REQUIRE(panel.data.rejected.size() == 1);
  std::vector<std::pair<std::int64_t, Code>> found;
  for (const Rejection& rejection : panel.data.rejected[0].rejections.listed) {
    found.emplace_back(rejection.row, rejection.code);
  }
  std::sort(found.begin(), found.end());
  const std::vector<std::pair<std::int64_t, Code>> expected = {{3, Code::not_a_number},
                                                               {4, Code::not_positive},
                                                               {6, Code::no_such_date},
                                                               {7, Code::duplicate_date},
                                                               {8, Code::code_missing}};
  CHECK(found == expected);
}

}  // namespace
}  // namespace premiumlens
