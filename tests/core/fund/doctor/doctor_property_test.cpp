// Laws of the data doctor on made-up funds: what was broken is found with its very rows, clean
// funds raise nothing, and a mend changes what it says and nothing else.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <functional>
#include <set>

#include "core/base/missing.h"
#include "core/fund/doctor/check_effect.h"
#include "core/fund/doctor/data_check.h"
#include "tests/core/fund/doctor/made_defects.h"

namespace premiumlens {
namespace {

const std::vector<const Table*> kNoTables;

// With an IOPV that follows the price's own moment, as that of a market that is open does.
FundData MakeWithIopv(const MadeMarket& market, int rows, Dice& dice) {
  MadeFund fund = MakeFund(market, rows, dice);
  for (const double value : fund.index) {
    fund.data.iopv_cny.push_back(Rounded(value * std::exp(0.002 * dice.Normal()), 0.0001));
  }
  return fund.data;
}

struct Injected {
  std::vector<std::int64_t> rows;  // that the check has to name
};

// Rows [from, to) in the middle of a fund that all have a price, and so have those around them.
std::pair<std::size_t, std::size_t> Stretch(const FundData& data, int least, int most, Dice& dice) {
  for (int tries = 0; tries < 1000; ++tries) {
    const auto from = static_cast<std::size_t>(dice.Int(10, static_cast<int>(data.rows) - 80));
    const std::size_t to = from + static_cast<std::size_t>(dice.Int(least, most));
    bool whole = true;
    for (std::size_t i = from - 2; i < to + 2; ++i) {
      whole &= !IsMissing(data.price_cny[i]) &&
               std::binary_search(data.nav.dates.begin(), data.nav.dates.end(), data.dates[i]);
    }
    if (whole) return {from, to};
  }
  FAIL("no stretch");
  return {};
}

Injected FlatIopv(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 3, 30, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    data.iopv_cny[i] = data.iopv_cny[from - 1];
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

Injected OffTick(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 1, 8, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    data.price_cny[i] = Rounded(data.price_cny[i], 0.001) + 0.0004;
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

Injected Carried(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 1, 10, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    data.price_cny[i] = data.price_cny[from - 1];
    data.volume_shares[i] = data.amount_cny[i] = data.turnover_fraction[i] = 0;
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

Injected Repeated(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 1, 4, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    const std::int64_t row = 100000 + static_cast<std::int64_t>(i);
    data.repeated.push_back({0, data.dates[i], row, data.source_rows[i], true, true, 0.05,
                             Rounded(data.price_cny[i] * 1.05, 0.001), kMissing, kMissing});
    injected.rows.push_back(data.source_rows[i]);
    injected.rows.push_back(row);
  }
  return injected;
}

Injected NavHoles(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 3, 9, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    const auto place = std::find(data.nav.dates.begin(), data.nav.dates.end(), data.dates[i]) -
                       data.nav.dates.begin();
    data.nav.dates.erase(data.nav.dates.begin() + place);
    data.nav.values.erase(data.nav.values.begin() + place);
    data.nav.source_rows.erase(data.nav.source_rows.begin() + place);
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

Injected Halt(FundData& data, Dice& dice) {
  const auto [from, to] = Stretch(data, 1, 9, dice);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    data.price_cny[i] = kMissing;
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

Injected OtherFund(FundData& data, Dice& dice) {
  constexpr double kLevels[] = {0.37, 0.6, 1.75, 2.6};
  const auto [from, to] = Stretch(data, 1, 40, dice);
  const double level = dice.Pick<double>(kLevels);
  Injected injected;
  for (std::size_t i = from; i < to; ++i) {
    data.price_cny[i] =
        Rounded(data.price_cny[from - 1] * level * std::exp(0.01 * dice.Normal()), 0.001);
    injected.rows.push_back(data.source_rows[i]);
  }
  return injected;
}

struct Row {
  Code code;
  Injected (*inject)(FundData& data, Dice& dice);
};
constexpr Row kRows[] = {
    {Code::iopv_flat, FlatIopv},
    {Code::price_off_tick, OffTick},
    {Code::price_stale, Carried},
    {Code::duplicate_rows, Repeated},
    {Code::nav_holes, NavHoles},
    {Code::price_holes, Halt},
    {Code::price_of_other_fund, OtherFund},
};

bool Names(const DataCheck& check, const Injected& injected) {
  const std::set<std::int64_t> named(check.every_row.begin(), check.every_row.end());
  return std::all_of(injected.rows.begin(), injected.rows.end(),
                     [&named](std::int64_t row) { return named.contains(row); });
}

// To the sign of a zero; NaN is NaN.
template <typename T>
bool IsSame(const std::vector<T>& one, const std::vector<T>& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if constexpr (std::is_same_v<T, double>) {
      const bool is_same = one[i] == other[i] && std::signbit(one[i]) == std::signbit(other[i]);
      if (!is_same && !(IsMissing(one[i]) && IsMissing(other[i]))) return false;
    } else if (one[i] != other[i]) {
      return false;
    }
  }
  return true;
}

using Numbers = std::vector<double> FundData::*;
struct Named {
  Role role;
  Numbers numbers;
};
constexpr Named kNumbers[] = {
    {Role::kPrice, &FundData::price_cny},       {Role::kIopv, &FundData::iopv_cny},
    {Role::kEstimate, &FundData::estimate_cny}, {Role::kAmount, &FundData::amount_cny},
    {Role::kVolume, &FundData::volume_shares},  {Role::kTurnover, &FundData::turnover_fraction},
    {Role::kShares, &FundData::shares},         {Role::kFloat, &FundData::float_cny},
};

bool IsSameNav(const DatedValues& one, const DatedValues& other) {
  return IsSame(one.dates, other.dates) && IsSame(one.values, other.values) &&
         IsSame(one.source_rows, other.source_rows);
}

bool IsSameData(const FundData& one, const FundData& other) {
  return IsSame(one.dates, other.dates) && IsSame(one.source_rows, other.source_rows) &&
         IsSameNav(one.nav, other.nav) && one.repeated.size() == other.repeated.size() &&
         std::all_of(std::begin(kNumbers), std::end(kNumbers), [&](const Named& named) {
           return IsSame(one.*named.numbers, other.*named.numbers);
         });
}

// The part of a series that a mend does not reach.
std::vector<double> Outside(const FundData& data, const std::vector<double>& series,
                            const Mend& mend) {
  std::vector<double> outside;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const bool in = (mend.from == kMissingDate || data.dates[i] >= mend.from) &&
                    (mend.to == kMissingDate || data.dates[i] <= mend.to);
    if (!in) outside.push_back(series[i]);
  }
  return outside;
}

bool MayChange(const Mend& mend, Role role) {
  switch (mend.kind) {
    case MendKind::kScale:
    case MendKind::kLeaveOut:
      return mend.role == role;
    case MendKind::kDropUnmoved:
      return role == Role::kIopv;
    case MendKind::kDropOffTick:
    case MendKind::kDropHalted:
      return role == Role::kPrice;
    case MendKind::kTakeLast:
      return role == Role::kPrice || role == Role::kIopv || role == Role::kNav;
    case MendKind::kShiftDates:
    case MendKind::kDropRepeats:
      return role == Role::kNav;
    case MendKind::kSetRole:
      return mend.role == Role::kCumulativeNav && role == Role::kNav;
    case MendKind::kDropWeekends:
    case MendKind::kSplit:
      return false;
  }
  return false;
}

bool IsOnce(MendKind kind) { return kind != MendKind::kScale && kind != MendKind::kShiftDates; }

// Everything but what the mend names is as before, bit by bit.
void CheckReach(const FundData& before, const Mend& mend) {
  FundData after = before;
  ApplyMend(after, mend);
  if (mend.kind != MendKind::kDropWeekends) {
    CHECK(IsSame(before.dates, after.dates));
    CHECK(IsSame(before.source_rows, after.source_rows));
    for (const auto& [role, numbers] : kNumbers) {
      if (MayChange(mend, role)) {
        CHECK(
            IsSame(Outside(before, before.*numbers, mend), Outside(before, after.*numbers, mend)));
      } else {
        CHECK(IsSame(before.*numbers, after.*numbers));
      }
    }
    if (!MayChange(mend, Role::kNav)) CHECK(IsSameNav(before.nav, after.nav));
  } else {
    for (std::size_t i = 0, k = 0; i < before.rows; ++i) {
      if (IsWeekend(before.dates[i])) continue;
      REQUIRE(k < after.rows);
      CHECK(after.dates[k] == before.dates[i]);
      CHECK((after.price_cny[k] == before.price_cny[i] || IsMissing(before.price_cny[i])));
      ++k;
    }
  }
  if (!IsOnce(mend.kind)) return;
  FundData twice = after;
  ApplyMend(twice, mend);
  CHECK(IsSameData(after, twice));
}

const DataCheck* Find(const std::vector<DataCheck>& checks, Code code) {
  const auto found = std::find_if(checks.begin(), checks.end(), [code](const DataCheck& check) {
    return check.finding.code == code;
  });
  return found == checks.end() ? nullptr : &*found;
}

TEST_CASE("doctor: what was broken in single rows is found with its very rows, and mended") {
  for (const Row& row : kRows) {
    for (const MadeMarket& market : AllMadeMarkets()) {
      for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(Info(row.code).name, market.name, seed);
        Dice dice(seed * 37 + 5);
        FundData data = MakeWithIopv(market, dice.Int(150, 500), dice);
        const Injected injected = row.inject(data, dice);
        const std::vector<DataCheck> checks = Examine(data, market.identity, kNoTables);
        const DataCheck* check = Find(checks, row.code);
        REQUIRE(check != nullptr);
        CHECK(Names(*check, injected));
        if (!check->mend) continue;
        CheckReach(data, *check->mend);
        const std::vector<DataCheck> after =
            ExamineAndMend(data, market.identity, kNoTables, {*check->mend});
        for (const DataCheck& other : after) {
          if (other.finding.code == row.code) CHECK(other.mended);
          if (!other.mended && other.finding.level >= Level::kWarn) {
            CHECK(Find(checks, other.finding.code) != nullptr);
          }
        }
      }
    }
  }
}

TEST_CASE("doctor: clean funds raise nothing of single rows") {
  int funds = 0;
  int alarms = 0;
  for (const MadeMarket& market : AllMadeMarkets()) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
      Dice dice(seed * 53 + 29);
      const FundData data = MakeWithIopv(market, dice.Int(30, 700), dice);
      ++funds;
      for (const DataCheck& check : Examine(data, market.identity, kNoTables)) {
        const Code code = check.finding.code;
        if (code == Code::nav_holes || code == Code::price_holes) continue;
        ++alarms;
        UNSCOPED_INFO(market.name << " " << seed << " " << Info(code).name);
      }
    }
  }
  std::printf("doctor: %d false alarms on %d clean funds\n", alarms, funds);
  CHECK(alarms <= funds / 200);
}

TEST_CASE("doctor: a mend changes only what it says, once") {
  for (const Defect& defect : AllDefects()) {
    for (const MadeMarket& market : AllMadeMarkets()) {
      for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        CAPTURE(defect.name, market.name, seed);
        Dice dice(seed * 19 + 7);
        FundData data = MakeFund(market, dice.Int(120, 400), dice).data;
        FundData truth = data;
        defect.inject(data, truth, dice);
        for (const DataCheck& check : Examine(data, market.identity, kNoTables)) {
          if (check.mend) CheckReach(data, *check.mend);
        }
      }
    }
  }
}

TEST_CASE("doctor: the mends that look for rows find none in clean funds") {
  for (const MadeMarket& market : AllMadeMarkets()) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
      CAPTURE(market.name, seed);
      Dice dice(seed * 41 + 3);
      const FundData data = MakeWithIopv(market, dice.Int(30, 500), dice);
      for (const MendKind kind :
           {MendKind::kDropUnmoved, MendKind::kDropOffTick, MendKind::kDropHalted,
            MendKind::kTakeLast, MendKind::kDropWeekends, MendKind::kSplit}) {
        FundData after = data;
        ApplyMend(after, {.kind = kind});
        CHECK(IsSameData(data, after));
      }
    }
  }
}

// What CompareEffect says, counted anew.
TEST_CASE("doctor: an effect is the difference of the premiums with and without the mend") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    Dice dice(seed * 11 + 1);
    const MadeMarket& market = AllMadeMarkets()[seed % AllMadeMarkets().size()];
    FundData data = MakeFund(market, 300, dice).data;
    const Mend mend{.kind = MendKind::kScale,
                    .role = Role::kPrice,
                    .from = data.dates[100],
                    .to = data.dates[119],
                    .factor = 1.1};
    std::vector<DataCheck> checks(1);
    checks[0].mend = mend;
    checks[0].every_row = {data.source_rows[100]};
    EffectMaker maker(data, {{}, 1, true});
    Stages stages;
    maker.Plan(checks, stages);
    while (!stages.Step()) {
    }
    REQUIRE(checks[0].effect);
    const CheckEffect& effect = *checks[0].effect;
    REQUIRE(effect.denominator == Denominator::kNavPublished);
    const MadePremiums before = MakePremiums(data, {{}, 1, true});
    std::int64_t changed = 0;
    double largest = 0;
    for (std::size_t i = 100; i < 120; ++i) {
      const double premium = before.premiums[0].second[i];
      if (IsMissing(premium)) continue;
      ++changed;
      largest = std::max(largest, 0.1 * (1 + premium));
    }
    CHECK(effect.rows_changed == changed);
    CHECK(effect.rows_lost == 0);
    CHECK(std::fabs(effect.largest_change_fraction - largest) < 1e-12);
    CHECK(effect.latest_before_fraction == effect.latest_after_fraction);
  }
}

}  // namespace
}  // namespace premiumlens
