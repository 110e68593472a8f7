// The data checks on made-up funds of every market: nothing is said of clean ones, and what was
// broken is named and mended. `premiumlens-tests "[table]"` measures all defects over many seeds.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/base/missing.h"
#include "core/fund/doctor/data_check.h"
#include "core/fund/split.h"
#include "tests/core/fund/doctor/made_defects.h"

namespace premiumlens {
namespace {

const std::vector<const Table*> kNoTables;

int AnyRows(Dice& dice) {
  const int kind = dice.Int(0, 3);
  if (kind == 0) return dice.Int(20, 60);
  return kind == 1 ? dice.Int(60, 250) : dice.Int(250, 900);
}

bool IsNear(double one, double other) {
  return IsMissing(one) || IsMissing(other) || one == other ||
         std::fabs(std::log(one / other)) < 0.01;
}

// Price over NAV of each day.
std::map<Date, double> GapsOf(FundData data) {
  AdjustSplits(data);
  std::map<Date, double> navs;
  for (std::size_t i = 0; i < data.nav.dates.size(); ++i) {
    navs[data.nav.dates[i]] = data.nav.values[i];
  }
  std::map<Date, double> gaps;
  for (std::size_t i = 0; i < data.rows; ++i) {
    const auto nav = navs.find(data.dates[i]);
    gaps[data.dates[i]] = nav == navs.end() ? kMissing : data.price_cny[i] / nav->second;
  }
  return gaps;
}

// The share of rows whose premium and whose trading are as in truth.
double ShareRight(const FundData& data, const FundData& truth) {
  const std::map<Date, double> gaps = GapsOf(data);
  const std::map<Date, double> true_gaps = GapsOf(truth);
  double right = 0;
  for (std::size_t i = 0; i < data.rows; ++i) {
    const auto place = std::lower_bound(truth.dates.begin(), truth.dates.end(), data.dates[i]);
    if (place == truth.dates.end() || *place != data.dates[i]) continue;
    const auto row = static_cast<std::size_t>(place - truth.dates.begin());
    right += IsNear(gaps.at(data.dates[i]), true_gaps.at(data.dates[i])) &&
             IsNear(data.volume_shares[i], truth.volume_shares[row]) &&
             IsNear(data.amount_cny[i], truth.amount_cny[row]) &&
             IsNear(data.shares[i], truth.shares[row]) &&
             IsNear(data.turnover_fraction[i], truth.turnover_fraction[row]);
  }
  return right / static_cast<double>(data.rows);
}

struct Outcome {
  bool named = false;   // by one of the defect's codes
  bool mended = false;  // by the mends that are offered, until none is
  bool quiet = false;   // nothing is left to mend
};

Outcome Break(const Defect& defect, const MadeMarket& market, int rows, Dice& dice) {
  FundData data = MakeFund(market, rows, dice).data;
  FundData truth = data;
  defect.inject(data, truth, dice);
  Outcome outcome;
  for (int round = 0; round < 8 && !outcome.quiet; ++round) {
    outcome.quiet = true;
    for (const DataCheck& check : Examine(data, market.identity, kNoTables)) {
      outcome.named |= round == 0 && std::find(defect.codes.begin(), defect.codes.end(),
                                               check.finding.code) != defect.codes.end();
      if (!outcome.quiet || !check.mend || check.mended) continue;
      ApplyMend(data, *check.mend);
      outcome.quiet = false;
    }
  }
  outcome.mended = ShareRight(data, truth) > 0.95;
  return outcome;
}

// Halts are holes, and so is a NAV that a feed lacks: told, and nothing wrong.
bool IsNote(const DataCheck& check) {
  const Code code = check.finding.code;
  return code == Code::price_holes || code == Code::nav_holes;
}

TEST_CASE("data_check simulation: nothing is said of clean funds") {
  for (const MadeMarket& market : AllMadeMarkets()) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
      Dice dice(seed * 31 + 3);
      const FundData data = MakeFund(market, AnyRows(dice), dice).data;
      const std::vector<DataCheck> checks = Examine(data, market.identity, kNoTables);
      for (const DataCheck& check : checks) {
        CAPTURE(market.name, seed, Info(check.finding.code).name);
        CHECK(IsNote(check));
      }
    }
  }
}

// A chart would show them: of the defects marked so every one is found, whatever the market.
TEST_CASE("data_check simulation: plain defects are named and mended") {
  for (const Defect& defect : AllDefects()) {
    if (!defect.plain) continue;
    for (const MadeMarket& market : AllMadeMarkets()) {
      for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        Dice dice(seed * 17 + 11);
        const Outcome outcome = Break(defect, market, dice.Int(120, 600), dice);
        CAPTURE(defect.name, market.name, seed);
        CHECK(outcome.named);
        CHECK(outcome.mended);
        CHECK(outcome.quiet);
      }
    }
  }
}

TEST_CASE("data_check simulation: the table", "[.][table]") {
  constexpr int kSeeds = 300;
  std::printf("%-20s %-10s %6s %6s %6s\n", "", "", "named", "of 100", "mended");
  for (const MadeMarket& market : AllMadeMarkets()) {
    int any = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
      Dice dice(seed * 7 + 1);
      const FundData data = MakeFund(market, AnyRows(dice), dice).data;
      const std::vector<DataCheck> checks = Examine(data, market.identity, kNoTables);
      any += !std::all_of(checks.begin(), checks.end(), IsNote);
    }
    std::printf("%-20s %-10s %5.1f%%\n", "clean", market.name, 100.0 * any / kSeeds);
  }
  for (const Defect& defect : AllDefects()) {
    for (const MadeMarket& market : AllMadeMarkets()) {
      double named = 0, mended = 0, many = 0, named_of_many = 0;
      for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        Dice dice(seed * 13 + 5);
        const int rows = AnyRows(dice);
        const Outcome outcome = Break(defect, market, rows, dice);
        named += outcome.named;
        mended += outcome.mended;
        many += rows >= 100;
        named_of_many += rows >= 100 && outcome.named;
      }
      std::printf("%-20s %-10s %5.1f%% %5.1f%% %5.1f%%\n", defect.name, market.name,
                  100 * named / kSeeds, 100 * named_of_many / many, 100 * mended / kSeeds);
    }
  }
}

}  // namespace
}  // namespace premiumlens
