#include "core/fund/value/past_estimate.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/error.h"
#include "core/fund/panel.h"
#include "core/table/parse.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// A US fund of made-up numbers: the NAV of a date holds the index's close of that date and the rate
// of the day before; `other` is an index that it does not follow.
struct Market {
  std::vector<Date> dates;
  std::vector<double> price, nav, index, other, rate;
};

Market MakeMarket(int days, std::uint32_t seed = 3) {
  Noise noise(seed);
  Market market;
  Date day = *ParseIso("2024-01-01");
  double index = 20000, other = 3000, rate = 7.1, before = 7.1;
  for (int i = 0; i < days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    before = rate;
    index *= std::exp(0.012 * noise.Next());
    other *= std::exp(0.012 * noise.Next());
    rate *= std::exp(0.003 * noise.Next());
    market.dates.push_back(day);
    market.index.push_back(index);
    market.other.push_back(other);
    market.rate.push_back(rate);
    market.nav.push_back(index * before / 1e5);
    market.price.push_back(market.nav.back() * 1.02);
  }
  return market;
}

Table TableOf(const std::vector<Date>& dates, const std::vector<double>& values,
              const std::string& header, const std::string& file) {
  std::string text = header + "\n";
  for (std::size_t i = 0; i < dates.size(); ++i) {
    text += FormatIso(dates[i]) + "," + std::to_string(values[i]) + "\n";
  }
  return ParseTable(text, file);
}

struct Tables {
  explicit Tables(const Market& market)
      : price(TableOf(market.dates, market.price, "date,close", "raw_513100.csv")),
        nav(TableOf(market.dates, market.nav, "date,nav", "nav_513100.csv")),
        index(TableOf(market.dates, market.index, "date,close", "NDX.csv")),
        other(TableOf(market.dates, market.other, "date,close", "HSI.csv")),
        rate(TableOf(market.dates, market.rate, "date,USDCNY", "")) {}
  Table price, nav, index, other, rate;
};

TEST_CASE("past estimate: index by name, rate by its currency, lags by the dating") {
  const Market market = MakeMarket(200);
  const Tables tables(market);
  const Analysis analysis =
      Analyze({&tables.other, &tables.price, &tables.nav, &tables.rate, &tables.index});
  REQUIRE(analysis.estimate);
  const PastEstimate& estimate = *analysis.estimate;
  CHECK_FALSE(estimate.trouble);
  REQUIRE(estimate.index);
  CHECK(analysis.data.indexes[*estimate.index].name == "NDX");
  CHECK(estimate.index_reason == SeriesReason::kName);
  REQUIRE(estimate.fx);
  CHECK(estimate.fx_reason == SeriesReason::kCurrency);
  CHECK(estimate.index_lag.sessions == 0);
  CHECK(estimate.index_lag.reason == LagReason::kDated);
  CHECK(estimate.fx_lag.sessions == 1);
  CHECK(estimate.fx_lag.reason == LagReason::kDated);
  // All but the rounding of the numbers written.
  CHECK(estimate.replay.estimate.nobs > 150);
  CHECK(estimate.replay.estimate.rmse_fraction < 1e-5);
  CHECK(estimate.replay.published.rmse_fraction > 0.005);
  // The estimate of the last row: the published NAV, two sessions old, by one session of the index.
  const std::size_t last = market.dates.size() - 1;
  const double expected = market.nav[last - 2] * market.index[last - 1] / market.index[last - 2] *
                          market.rate[last - 1] / market.rate[last - 3];
  CHECK_THAT(estimate.replay.value_cny[last], WithinRel(expected, 1e-6));
  CHECK_THAT(estimate.replay.index_move_fraction[last],
             WithinAbs(market.index[last - 1] / market.index[last - 2] - 1, 1e-6));
  CHECK_THAT(estimate.replay.fx_move_fraction[last],
             WithinAbs(market.rate[last - 1] / market.rate[last - 3] - 1, 1e-6));
  CHECK(analysis.valuations.back().denominator == Denominator::kIopvEstimated);
  CHECK(analysis.valuations.back().value_cny[last] == estimate.replay.value_cny[last]);
  CHECK(analysis.warning_denominator == Denominator::kNavPublished);
}

TEST_CASE("past estimate: today's row, which has no NAV yet, has an estimate") {
  Market market = MakeMarket(100);
  Tables tables(market);
  std::string nav = "date,nav\n";
  for (std::size_t i = 0; i + 1 < market.dates.size(); ++i) {
    nav += FormatIso(market.dates[i]) + "," + std::to_string(market.nav[i]) + "\n";
  }
  tables.nav = ParseTable(nav, "nav_513100.csv");
  const Analysis analysis = Analyze({&tables.price, &tables.nav, &tables.rate, &tables.index});
  REQUIRE(analysis.estimate);
  CHECK(analysis.estimate->replay.value_cny.back() > 0);
}

TEST_CASE("past estimate: without a name, the smallest residual; none that explains nothing") {
  const Tables tables(MakeMarket(120));
  Table price = tables.price, nav = tables.nav;
  price.file = nav.file = "";
  const Analysis both = Analyze({&price, &nav, &tables.other, &tables.index, &tables.rate});
  REQUIRE(both.estimate);
  CHECK(both.estimate->index_name == "NDX");
  CHECK(both.estimate->index_reason == SeriesReason::kResidual);
  REQUIRE(both.estimate->candidates.size() == 2);
  CHECK(both.estimate->candidates[0].dating.residual_bp <
        both.estimate->candidates[1].dating.residual_bp);
  const Analysis wrong = Analyze({&price, &nav, &tables.other, &tables.rate});
  REQUIRE(wrong.estimate);
  CHECK(wrong.estimate->trouble == Code::index_unrelated);
  CHECK(wrong.estimate->replay.value_cny.empty());
  // Named by the user, it is used whatever comes of it.
  AnalysisOptions options;
  options.estimate.index = "HSI";
  const Analysis given = Analyze({&price, &nav, &tables.other, &tables.rate}, "", options);
  CHECK_FALSE(given.estimate->trouble);
  CHECK(given.estimate->index_reason == SeriesReason::kGiven);
}

TEST_CASE("past estimate: what the user says goes before all") {
  const Tables tables(MakeMarket(120));
  const std::vector<const Table*> all = {&tables.price, &tables.nav, &tables.other, &tables.index,
                                         &tables.rate};
  AnalysisOptions options;
  options.estimate.index = "^HSI";
  options.estimate.fx = "";
  options.estimate.index_lag = 1;
  const Analysis analysis = Analyze(all, "", options);
  CHECK(analysis.estimate->index_name == "HSI");
  CHECK_FALSE(analysis.estimate->fx);
  CHECK(analysis.estimate->fx_reason == SeriesReason::kNone);
  CHECK(analysis.estimate->index_lag.sessions == 1);
  CHECK(analysis.estimate->index_lag.reason == LagReason::kGiven);
  // By another name of the same.
  options.estimate.index = "恒生指数";
  options.estimate.fx = "美元";
  const Analysis other = Analyze(all, "", options);
  CHECK(other.estimate->index_name == "HSI");
  CHECK(other.estimate->fx_name == "USDCNY");
  options.estimate.index = "FTSE";
  try {
    Analyze(all, "", options);
    FAIL("an index that is not there");
  } catch (const Failure& failure) {
    CHECK(failure.error().code == Code::unknown_series);
    CHECK(failure.error().text == "FTSE");
  }
}

TEST_CASE("past estimate: of two rates of one currency the central parity") {
  const Market market = MakeMarket(60);
  const Tables tables(market);
  std::string text = "date,美元兑人民币即期汇率,美元兑人民币中间价\n";
  for (std::size_t i = 0; i < market.dates.size(); ++i) {
    text += FormatIso(market.dates[i]) + "," + std::to_string(market.rate[i] * 1.001) + "," +
            std::to_string(market.rate[i]) + "\n";
  }
  const Table rates = ParseTable(text);
  const Analysis analysis = Analyze({&tables.price, &tables.nav, &tables.index, &rates});
  CHECK(analysis.estimate->fx_name == "美元兑人民币中间价");
}

TEST_CASE("past estimate: an index's changes are said to be no levels") {
  const Tables tables(MakeMarket(60));
  const Table changes =
      ParseTable("date,NDX,SPX\n2024-01-02,0.52,-0.11\n2024-01-03,-1.2,0.4\n", "index_pct.csv");
  const Analysis analysis = Analyze({&tables.price, &tables.nav, &changes});
  CHECK(analysis.estimate->trouble == Code::index_changes_alone);
}

TEST_CASE("past estimate: too few days leave the usual dating, which says that it is assumed") {
  const Tables tables(MakeMarket(20));
  const Analysis analysis = Analyze({&tables.price, &tables.nav, &tables.index, &tables.rate});
  REQUIRE(analysis.estimate);
  CHECK_FALSE(analysis.estimate->dating.enough);
  CHECK(analysis.estimate->dating.nobs > 5);
  CHECK(analysis.estimate->index_lag.reason == LagReason::kAssumed);
  CHECK(analysis.estimate->fx_lag.sessions == 0);
  CHECK(analysis.estimate->replay.value_cny.back() > 0);
  // Of two that nobody named, neither.
  Table price = tables.price, nav = tables.nav;
  price.file = nav.file = "";
  const Analysis unclear = Analyze({&price, &nav, &tables.index, &tables.other});
  CHECK(unclear.estimate->trouble == Code::index_unclear);
}

TEST_CASE("past estimate: a publication lag that the user sets moves the NAV it starts from") {
  const Tables tables(MakeMarket(120));
  AnalysisOptions options;
  for (const int lag : {0, 1, 2}) {
    options.publication_lag_sessions = lag;
    const Analysis analysis =
        Analyze({&tables.price, &tables.nav, &tables.index, &tables.rate}, "", options);
    const std::vector<Date>& dates = analysis.data.dates;
    CHECK(analysis.estimate->replay.nav_dates[100] ==
          dates[static_cast<std::size_t>(100 - 1 - lag)]);
    const Replay& replay = analysis.estimate->replay;
    // Published on its own evening it holds the last session already, and nothing is carried on.
    // Row t starts from the NAV of t − 1 − lag, which takes the rate of the day before that.
    CHECK(replay.held_already == (lag == 0 ? 118 : 0));
    CHECK(replay.estimate.nobs == (lag == 0 ? 0 : 118 - lag));
    if (lag > 0) CHECK(replay.estimate.rmse_fraction < 1e-5);
  }
}

TEST_CASE("past estimate: a split in price and NAV does not disturb it") {
  Market market = MakeMarket(200);
  for (std::size_t i = 0; i < 100; ++i) {
    market.nav[i] *= 5;
    market.price[i] *= 5;
  }
  const Tables tables(market);
  const Analysis analysis = Analyze({&tables.price, &tables.nav, &tables.index, &tables.rate});
  CHECK(analysis.splits.found.size() == 1);
  CHECK(analysis.estimate->replay.estimate.nobs > 150);
  CHECK(std::fabs(analysis.estimate->replay.estimate.worst_fraction) < 1e-4);
}

TEST_CASE("past estimate: NAVs without any price are dated and carried on") {
  const Tables tables(MakeMarket(120));
  AnalysisOptions options;
  options.price_optional = true;
  const Analysis analysis = Analyze({&tables.nav, &tables.index, &tables.rate}, "", options);
  REQUIRE(analysis.estimate);
  CHECK(analysis.estimate->dating.index.told);
  CHECK(analysis.estimate->replay.value_cny.back() > 0);
  CHECK(analysis.valuations.empty());
  CHECK_THROWS_AS(Analyze({&tables.nav, &tables.index, &tables.rate}), Failure);
}

TEST_CASE("past estimate: a site's own estimate keeps its name") {
  const Market market = MakeMarket(60);
  const Tables tables(market);
  std::string text = "日期,收盘价,估算净值\n";
  for (std::size_t i = 0; i < market.dates.size(); ++i) {
    text += FormatIso(market.dates[i]) + "," + std::to_string(market.price[i]) + "," +
            std::to_string(market.nav[i] * 1.01) + "\n";
  }
  const Table price = ParseTable(text, "513100.csv");
  const Analysis analysis = Analyze({&price, &tables.nav, &tables.index, &tables.rate});
  REQUIRE(analysis.estimate);
  CHECK(analysis.estimate->replay.value_cny.back() > 0);
  for (const Valuation& valuation : analysis.valuations) {
    if (valuation.denominator != Denominator::kIopvEstimated) continue;
    CHECK_THAT(valuation.value_cny[50], WithinRel(market.nav[50] * 1.01, 1e-5));
  }
}

TEST_CASE("past estimate: index and rate in the fund's own table") {
  const Market market = MakeMarket(80);
  std::string text = "日期,收盘价,单位净值,指数收盘,汇率\n";
  for (std::size_t i = 0; i < market.dates.size(); ++i) {
    text += FormatIso(market.dates[i]);
    for (const auto* series : {&market.price, &market.nav, &market.index, &market.rate}) {
      text += "," + std::to_string((*series)[i]);
    }
    text += "\n";
  }
  const Table table = ParseTable(text, "513100.csv");
  const Analysis analysis = Analyze({&table});
  REQUIRE(analysis.estimate);
  CHECK(analysis.estimate->index_name == "指数收盘");
  CHECK(analysis.estimate->fx_name == "汇率");
  CHECK(analysis.estimate->replay.estimate.rmse_fraction < 1e-5);
}

TEST_CASE("past estimate: each fund of a panel has its own") {
  const Market us = MakeMarket(80, 3);
  const Market china = MakeMarket(80, 4);
  std::string text = "代码,日期,收盘价,单位净值\n";
  const auto add = [&text](const char* code, const Market& market, const std::vector<double>& nav) {
    for (std::size_t i = 0; i < market.dates.size(); ++i) {
      text += std::string(code) + "," + FormatIso(market.dates[i]) + "," +
              std::to_string(nav[i] * 1.01) + "," + std::to_string(nav[i]) + "\n";
    }
  };
  std::vector<double> follows;
  for (const double level : china.index) follows.push_back(level / 5000);
  add("513100", us, us.nav);
  add("510300", china, follows);
  const Table table = ParseTable(text);
  const Tables series(us);
  const Table csi = TableOf(china.dates, china.index, "date,close", "000300.SH.csv");
  const Analysis analysis = Analyze({&table, &series.index, &csi, &series.rate});
  REQUIRE(analysis.funds.size() == 2);
  REQUIRE(analysis.funds[0].estimate);
  CHECK(analysis.funds[0].estimate->index_name == "NDX");
  CHECK(analysis.funds[0].estimate->fx_name == "USDCNY");
  CHECK(analysis.funds[1].estimate->index_name == "000300.SH");
  CHECK(analysis.funds[1].estimate->fx_name.empty());
  CHECK(analysis.funds[1].estimate->replay.estimate.rmse_fraction < 1e-4);
}

}  // namespace
}  // namespace premiumlens
