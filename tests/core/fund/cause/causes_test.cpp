#include "core/fund/cause/causes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>

#include "core/fund/panel.h"
#include "core/table/parse.h"
#include "tests/core/fund/evidence.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

// Weekdays from 2024-01-01 on.
std::string Weekday(int i) { return FormatIso(*ParseIso("2024-01-01") + (i / 5) * 7 + i % 5); }

std::string Row(int i, double price, double nav, const std::string& more = {}) {
  char text[96];
  std::snprintf(text, sizeof text, ",%.3f,%.4f", price, nav);
  return Weekday(i) + text + more + "\n";
}

struct Found {
  Causes causes;
  const Cause& Of(std::string_view word) const {
    const auto found = std::find_if(causes.list.begin(), causes.list.end(),
                                    [word](const Cause& cause) { return cause.word == word; });
    REQUIRE(found != causes.list.end());
    return *found;
  }
  const Sign& Of(std::string_view cause, std::string_view word) const {
    const std::vector<Sign>& signs = Of(cause).signs;
    const auto found = std::find_if(signs.begin(), signs.end(),
                                    [word](const Sign& sign) { return sign.word == word; });
    REQUIRE(found != signs.end());
    return *found;
  }
};

Found Look(const std::string& text, AnalysisOptions options = {}, CauseBars bars = {},
           const std::string& beside = {}) {
  const Table table = ParseTable(text, "513100.csv");
  const Table other = beside.empty() ? Table{} : ParseTable(beside, "NDX.csv");
  std::vector<const Table*> tables = {&table};
  if (!beside.empty()) tables.push_back(&other);
  const Analysis analysis = Analyze(tables, {}, std::move(options));
  return {FindCauses(HistoryOf(analysis), &analysis, bars)};
}

// A fund whose value stands still while its price is 8 % above.
std::string Calm(int days) {
  std::string text = "日期,收盘价,单位净值\n";
  for (int i = 0; i < days; ++i) text += Row(i, 1.08, 1.0);
  return text;
}

TEST_CASE("causes: all nine, each with a source, and words of their own") {
  const Found found = Look(Calm(30));
  CHECK(found.causes.list.size() == 9);
  std::set<std::string_view> words;
  for (const Cause& cause : found.causes.list) {
    CHECK(words.insert(cause.word).second);
    CHECK_FALSE(cause.signs.empty());
    for (const Sign& sign : cause.signs) {
      CHECK(words.insert(sign.word).second);
      const bool tells = sign.status == CauseStatus::kFor || sign.status == CauseStatus::kAgainst;
      CHECK((tells || sign.evidence.empty()));
      CHECK((sign.status != CauseStatus::kSilent || !sign.needs.empty()));
    }
  }
  CHECK(found.Of("thin_trading").status == CauseStatus::kSilent);
  CHECK(found.Of("replication").status == CauseStatus::kAsked);
  CHECK(found.Of("quota").status == CauseStatus::kAsked);
}

TEST_CASE("causes: the purchase, said and pasted") {
  std::string text = "日期,收盘价,单位净值,申购状态\n";
  for (int i = 0; i < 10; ++i) text += Row(i, 1.08, 1.0, ",暂停申购");
  CHECK(Look(text).Of("quota").status == CauseStatus::kFor);
  AnalysisOptions options;
  options.known = {Known{.purchase = PurchaseStatus::kOpen}};
  CHECK(Look(text, options).Of("quota").status == CauseStatus::kAgainst);
  CHECK(Look(text, options).Of("quota", "purchase_pasted").status == CauseStatus::kFor);
}

TEST_CASE("causes: shares that stand still, and that grow") {
  std::string flat = "日期,收盘价,单位净值,场内份额\n";
  std::string grows = flat;
  for (int i = 0; i < 12; ++i) {
    flat += Row(i, 1.08, 1.0, i < 4 ? ",900000" : ",1000000");
    grows += Row(i, 1.08, 1.0, "," + std::to_string(1000000 + 1000 * i));
  }
  const Found still = Look(flat);
  CHECK(still.Of("quota", "flat_shares").status == CauseStatus::kFor);
  CHECK(NumberIn(still.Of("quota", "flat_shares").evidence, "flat_days") == 7);
  CHECK(Look(grows).Of("quota", "flat_shares").status == CauseStatus::kAgainst);
  CauseBars bars;
  bars.flat_shares_days = 8;
  CHECK(Look(flat, {}, bars).Of("quota", "flat_shares").status == CauseStatus::kAgainst);
  bars.flat_shares_days = 12;
  CHECK(Look(flat, {}, bars).Of("quota", "flat_shares").few->needed == 13);
}

TEST_CASE("causes: how much of a premium is the value's own move") {
  // The value jumps 6 % on the last day; the price follows at once, the published NAV does not.
  std::string text = "日期,收盘价,单位净值\n";
  for (int i = 0; i < 10; ++i) text += Row(i, 1.02, 1.0);
  text += Row(10, 1.081, 1.06);
  const Found found = Look(text);
  const Sign& move = found.Of("stale_value", "value_move");
  CHECK(move.status == CauseStatus::kFor);
  CHECK_THAT(NumberIn(move.evidence, "share_fraction"),
             WithinAbs(std::log(1.06) / std::log(1.081), 1e-9));
  CHECK_THAT(NumberIn(move.evidence, "left_fraction"), WithinAbs(1.081 / 1.06 - 1, 1e-9));
  CHECK(Look(Calm(10)).Of("stale_value", "value_move").status == CauseStatus::kAgainst);
}

TEST_CASE("causes: the mood after a run, with the premium up") {
  std::string text = "日期,收盘价,单位净值\n";
  std::string falls = text;
  for (int i = 0; i < 80; ++i) {
    const double value = 1 + 0.005 * i;
    text += Row(i, value * (1 + 0.001 * i), value);
    falls += Row(i, value * (1.09 - 0.001 * i), value);
  }
  const Found found = Look(text);
  CHECK(found.Of("mood").status == CauseStatus::kFor);
  CHECK(NumberIn(found.Of("mood", "long_run").evidence, "run_days") == 60);
  CHECK(Look(falls).Of("mood", "run").status == CauseStatus::kAgainst);
  CHECK(found.Of("mood", "near_high").few->have == 78);  // published two sessions later
}

TEST_CASE("causes: no look-ahead: later days change nothing of an earlier one") {
  std::string text = "日期,收盘价,单位净值\n";
  for (int i = 0; i < 90; ++i) {
    const double value = 1 + 0.01 * std::sin(i);
    text += Row(i, value * (1.03 + 0.01 * std::cos(i)), value);
  }
  const Table table = ParseTable(text, "513100.csv");
  const Analysis analysis = Analyze({&table});
  PremiumHistory history = HistoryOf(analysis);
  const Causes before = FindCauses(history, nullptr, {});
  // The premium is known no longer: what stands after it must not count.
  for (std::size_t i = 80; i < history.premium_fraction.size(); ++i) {
    history.premium_fraction[i] = kMissing;
  }
  PremiumHistory other = history;
  for (std::size_t i = 80; i < other.price_cny.size(); ++i) {
    other.price_cny[i] *= 3;
    other.value_cny[i] *= 2;
  }
  const Causes first = FindCauses(history, nullptr, {});
  const Causes second = FindCauses(other, nullptr, {});
  REQUIRE(first.row == second.row);
  CHECK(before.row != first.row);
  for (std::size_t i = 0; i < first.list.size(); ++i) {
    for (std::size_t k = 0; k < first.list[i].signs.size(); ++k) {
      const Sign& a = first.list[i].signs[k];
      const Sign& b = second.list[i].signs[k];
      INFO(a.word);
      CHECK(a.status == b.status);
      REQUIRE(a.evidence.size() == b.evidence.size());
      for (std::size_t e = 0; e < a.evidence.size(); ++e) {
        CHECK(a.evidence[e].value == b.evidence[e].value);
      }
    }
  }
}

TEST_CASE("causes: limits and halts of the last days") {
  std::string text = "日期,收盘价,单位净值\n";
  double price = 1.0;
  for (int i = 0; i < 30; ++i) {
    if (i == 28 || i == 29) price = std::round(price * 1.1 * 1000) / 1000;
    text += i == 20 ? Weekday(i) + ",,1.0000\n" : Row(i, price, 1.0);
  }
  const Found found = Look(text);
  CHECK(found.Of("halt").status == CauseStatus::kFor);
  CHECK(NumberIn(found.Of("halt", "limit_days").evidence, "up_days") == 2);
  CHECK(NumberIn(found.Of("halt", "halted_days").evidence, "halted_days") == 1);
  CHECK(Look(Calm(30)).Of("halt").status == CauseStatus::kAgainst);
  CHECK(Look(Calm(15)).Of("halt", "limit_days").few->have == 14);
}

TEST_CASE("causes: a dividend is a fall of the NAV that its index does not explain") {
  std::string fund = "日期,收盘价,单位净值\n";
  std::string plain = fund;
  std::string index = "日期,NDX\n";
  double level = 15000;
  for (int i = 0; i < 90; ++i) {
    level *= 1 + 0.01 * std::sin(3.7 * i);
    char line[64];
    std::snprintf(line, sizeof line, ",%.2f\n", level);
    index += Weekday(i) + line;
    const double value = level / 15000;
    fund += Row(i, value * 1.03, i < 82 ? value : value * 0.98);
    plain += Row(i, value * 1.03, value);
  }
  AnalysisOptions options;
  options.estimate.fx = "";
  const Found found = Look(fund, options, {}, index);
  const Sign& step = found.Of("ex_dividend", "dividend_step");
  CHECK(step.status == CauseStatus::kFor);
  CHECK_THAT(NumberIn(step.evidence, "step_fraction"), WithinAbs(-0.02, 5e-4));
  CHECK(Look(plain, options, {}, index).Of("ex_dividend").status == CauseStatus::kAgainst);
  CHECK(Look(plain).Of("ex_dividend").status == CauseStatus::kSilent);
}

TEST_CASE("causes: a small float counts, trading twice a day alone does not") {
  std::string text = "日期,收盘价,单位净值,流通市值\n";
  for (int i = 0; i < 10; ++i) text += Row(i, 1.08, 1.0, ",1500000000");
  CHECK(Look(text).Of("small_float").status == CauseStatus::kFor);
  CHECK(Look(Calm(10)).Of("small_float").status == CauseStatus::kSilent);
  CHECK(Look(Calm(10)).Of("small_float", "same_day_trading").status == CauseStatus::kFor);
}

TEST_CASE("causes: no premium, no cause") {
  PremiumHistory empty;
  CHECK_FALSE(FindCauses(empty, nullptr, {}).row);
  PremiumHistory one;
  one.premium_fraction = {0.05};
  const Causes causes = FindCauses(one, nullptr, {});
  CHECK(causes.row == 0u);
  for (const Cause& cause : causes.list) {
    CHECK(cause.status != CauseStatus::kFor);
    CHECK(cause.status != CauseStatus::kAgainst);
  }
}

}  // namespace
}  // namespace premiumlens
