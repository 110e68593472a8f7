// Data checks of single rows, holes, money funds: cases worked by hand.

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "core/fund/doctor/check_scope.h"
#include "core/fund/doctor/data_check.h"
#include "core/fund/doctor/price_marks.h"
#include "tests/core/fund/evidence.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

const std::vector<const Table*> kNoTables;
const Identity kMainland = {.kind = Kind::kBroad, .region = Region::kMainland};

std::vector<DataCheck> Of(Code code, const FundData& data, const Identity& identity = kMainland) {
  std::vector<DataCheck> checks = Examine(data, identity, kNoTables);
  std::erase_if(checks, [code](const DataCheck& check) { return check.finding.code != code; });
  return checks;
}

TEST_CASE("price_marks: a fourth decimal is off the tick, the noise of a binary number is not") {
  CHECK(IsOffTick(1.2345));
  CHECK(IsOffTick(0.0005));
  CHECK(IsOffTick(100.0035));
  CHECK_FALSE(IsOffTick(1.234));
  CHECK_FALSE(IsOffTick(1.2340000001));
  CHECK_FALSE(IsOffTick(static_cast<double>(1.234F)));
  CHECK_FALSE(IsOffTick(static_cast<double>(102.345F)));
  CHECK_FALSE(IsOffTick(4.935 / 5 * 5));
  CHECK_FALSE(IsOffTick(100));
  CHECK_FALSE(IsOffTick(kMissing));
}

TEST_CASE("data_check: prices off the tick, and whose value they are") {
  FundData data = MakeHistory({});
  for (const std::size_t i : {50U, 51U, 52U}) {
    data.nav.values[i] = Rounded(data.nav.values[i], 0.001) + 0.0003;
    data.price_cny[i] = data.nav.values[i];
  }
  const std::vector<DataCheck> found = Of(Code::price_off_tick, data);
  REQUIRE(found.size() == 1);
  CHECK(found[0].finding.level == Level::kWarn);
  CHECK(found[0].rows == std::vector<std::int64_t>{52, 53, 54});
  CHECK(NumberIn(found[0].finding.evidence, "equals_nav_count") == 3);
  CHECK(NumberIn(found[0].finding.evidence, "share_fraction") == 0.01);
  FundData mended = data;
  ApplyMend(mended, *found[0].mend);
  CHECK(IsMissing(mended.price_cny[51]));
  CHECK(mended.price_cny[49] == data.price_cny[49]);
  CHECK(Of(Code::price_off_tick, mended).empty());

  FundData whole = MakeHistory({});
  for (double& price : whole.price_cny) price += 0.0004;
  const std::vector<DataCheck> all = Of(Code::price_off_tick, whole);
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all[0].mend);  // nothing would be left
  CHECK(NumberIn(all[0].finding.evidence, "share_fraction") == 1);
}

TEST_CASE("data_check: a price carried over a halt, by volume 0 or by a volume that is missing") {
  for (const double volume : {0.0, kMissing}) {
    FundData data = MakeHistory({});
    for (std::size_t i = 100; i < 104; ++i) {
      data.price_cny[i] = data.price_cny[99];
      data.volume_shares[i] = volume;
    }
    const std::vector<DataCheck> found = Of(Code::price_stale, data);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rows == std::vector<std::int64_t>{102, 103, 104, 105});
    CHECK(NumberIn(found[0].finding.evidence, "longest_sessions") == 4);
    FundData mended = data;
    ApplyMend(mended, *found[0].mend);
    CHECK(CountFilled(mended.price_cny) == CountFilled(data.price_cny) - 4);
    CHECK(Of(Code::price_stale, mended).empty());
  }
  // A price that happens to be the one before, with trading, is one.
  FundData traded = MakeHistory({});
  traded.price_cny[100] = traded.price_cny[99];
  CHECK(Of(Code::price_stale, traded).empty());
  // Nothing is known of trading.
  traded.volume_shares.clear();
  CHECK(Of(Code::price_stale, traded).empty());
}

TEST_CASE("data_check: holes of price and NAV apart; a holiday is none") {
  FundData data = MakeHistory({});
  const auto erase = [](FundData& of, Date date) {
    const auto place =
        std::lower_bound(of.nav.dates.begin(), of.nav.dates.end(), date) - of.nav.dates.begin();
    of.nav.dates.erase(of.nav.dates.begin() + place);
    of.nav.values.erase(of.nav.values.begin() + place);
    of.nav.source_rows.erase(of.nav.source_rows.begin() + place);
  };
  CHECK(Of(Code::nav_holes, data).empty());
  FundData nav = data;
  for (std::size_t i = 100; i < 104; ++i) erase(nav, data.dates[i]);
  const std::vector<DataCheck> holes = Of(Code::nav_holes, nav);
  REQUIRE(holes.size() == 1);
  CHECK(holes[0].finding.level == Level::kWatch);
  CHECK(holes[0].rows == std::vector<std::int64_t>{102, 103, 104, 105});
  CHECK(NumberIn(holes[0].finding.evidence, "longest_sessions") == 4);
  CHECK(Of(Code::price_holes, nav).empty());

  FundData halted = data;
  halted.price_cny[150] = kMissing;
  const std::vector<DataCheck> halts = Of(Code::price_holes, halted);
  REQUIRE(halts.size() == 1);
  CHECK(halts[0].finding.level == Level::kInfo);
  CHECK(halts[0].rows == std::vector<std::int64_t>{152});

  // The days of National Day 2022 (1 to 7 October), and a week in June 2022 that no holiday is.
  const auto without = [&](const char* first, const char* last) {
    FundData cut = data;
    ApplyMend(cut, {.kind = MendKind::kLeaveOut,
                    .role = Role::kPrice,
                    .from = *ParseIso(first),
                    .to = *ParseIso(last)});
    ApplyMend(cut, {.kind = MendKind::kLeaveOut,
                    .role = Role::kNav,
                    .from = *ParseIso(first),
                    .to = *ParseIso(last)});
    return cut;
  };
  const FundData national = without("2022-10-01", "2022-10-09");
  CHECK(Of(Code::nav_holes, national).empty());
  CHECK(Of(Code::price_holes, national).empty());
  const FundData june = without("2022-06-13", "2022-06-19");
  REQUIRE(Of(Code::nav_holes, june).size() == 1);
  CHECK(NumberIn(Of(Code::nav_holes, june)[0].finding.evidence, "rows_count") == 5);
  CHECK(Of(Code::price_holes, june).size() == 1);
}

TEST_CASE("data_check: a money fund quoted for a hundred units, or beside its daily income") {
  const Identity money = {.kind = Kind::kMoney, .region = Region::kMainland};
  FundData data = MakeHistory({.days = 60});
  Noise noise(5);
  for (double& price : data.price_cny) price = Rounded(100 + 0.003 * noise.Next(), 0.001);
  for (double& nav : data.nav.values) nav = 1;
  for (const Identity& identity : {money, Identity{}}) {
    const std::vector<DataCheck> found = Of(Code::money_fund_unit, data, identity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].mend->kind == MendKind::kScale);
    CHECK(found[0].mend->factor == 100);
    FundData mended = data;
    ApplyMend(mended, *found[0].mend);
    CHECK(mended.nav.values[30] == 100);
    CHECK(Of(Code::money_fund_unit, mended, identity).empty());
  }
  // One told to be of shares is not taken for a money fund by its numbers.
  CHECK(Of(Code::money_fund_unit, data, kMainland).empty());
  FundData income = data;
  for (double& nav : income.nav.values) nav = Rounded(0.45 + 0.03 * noise.Next(), 0.0001);
  const std::vector<DataCheck> found = Of(Code::money_fund_unit, income, money);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].mend);
}

TEST_CASE("data_check: an IOPV that keeps still for days while price and NAV move") {
  FundData data = MakeHistory({});
  data.iopv_cny = data.nav.values;
  for (double& iopv : data.iopv_cny) iopv = Rounded(iopv * 1.001, 0.0001);
  CHECK(Of(Code::iopv_flat, data).empty());
  for (std::size_t i = 100; i < 106; ++i) data.iopv_cny[i] = data.iopv_cny[99];
  const std::vector<DataCheck> found = Of(Code::iopv_flat, data);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rows == std::vector<std::int64_t>{102, 103, 104, 105, 106, 107});
  CHECK(NumberIn(found[0].finding.evidence, "flat_days") == 6);
  FundData mended = data;
  ApplyMend(mended, *found[0].mend);
  CHECK(Of(Code::iopv_flat, mended).empty());
  CHECK(mended.iopv_cny[99] == data.iopv_cny[99]);
  // One that is always the NAV of the day before says nothing of the day.
  for (std::size_t i = 1; i < data.rows; ++i) data.iopv_cny[i] = data.nav.values[i - 1];
  CHECK(Of(Code::iopv_flat, data).at(0).rows_count == 299);
}

TEST_CASE("check_scope: every check is either made or says what it needs") {
  FundData data = MakeHistory({});
  CheckScope scope = ScopeOf(data);
  CHECK(scope.checked.size() + scope.unchecked.size() == AllCheckCodes().size());
  const auto needs = [&scope](Code code) {
    for (const Unjudged& entry : scope.unchecked) {
      if (entry.code == code) return entry.needs;
    }
    return std::vector<Need>{};
  };
  CHECK(needs(Code::iopv_flat) == std::vector{Need::kIopv});
  CHECK(needs(Code::series_copied) == std::vector{Need::kSeveralFunds});
  CHECK(needs(Code::tables_disagree) == std::vector{Need::kSecondTable});
  CHECK(needs(Code::premium_column_other) == std::vector{Need::kPremiumColumn});
  CHECK(needs(Code::price_stale).empty());
  data.volume_shares.clear();
  scope = ScopeOf(data);
  CHECK(needs(Code::price_stale) == std::vector{Need::kVolume});
  Include(Code::series_copied, scope);
  CHECK(needs(Code::series_copied).empty());
  data.shape = Shape::kPairs;
  scope = ScopeOf(data);
  CHECK(needs(Code::nav_dates_late) == std::vector{Need::kHistory});
}

TEST_CASE("data_check: the first and the last price on no level of the fund's are another's") {
  for (const bool at_start : {true, false}) {
    FundData data = MakeHistory({});
    const std::size_t row = at_start ? 0 : data.rows - 1;
    data.price_cny[row] = Rounded(data.price_cny[row] * 0.4, 0.001);
    const std::vector<DataCheck> found = Of(Code::price_of_other_fund, data);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rows == std::vector{data.source_rows[row]});
    CHECK(found[0].mend->from == data.dates[row]);
    ApplyMend(data, *found[0].mend);
    CHECK(Of(Code::price_of_other_fund, data).empty());
  }
}

TEST_CASE("data_check: a halt on which the data begin is carried from its first row on") {
  FundData data = MakeHistory({});
  data.volume_shares.assign(data.rows, 1e6);
  for (std::size_t i = 0; i < 3; ++i) {
    data.price_cny[i] = data.price_cny[0];
    data.volume_shares[i] = 0;
  }
  CHECK(CarriedRows(data) == std::vector<std::size_t>{0, 1, 2});
  data.volume_shares[0] = 1e6;
  CHECK(CarriedRows(data) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("data_check: NAVs that end are a hole, but for those of the last days") {
  for (const std::size_t missing : {4U, 5U}) {
    FundData data = MakeHistory({});
    const std::size_t kept = data.nav.dates.size() - missing;
    data.nav.dates.resize(kept);
    data.nav.values.resize(kept);
    data.nav.source_rows.resize(kept);
    const std::vector<DataCheck> found = Of(Code::nav_holes, data);
    REQUIRE(found.size() == (missing == 5 ? 1 : 0));
    if (!found.empty()) CHECK(found[0].rows_count == 5);
  }
}

}  // namespace
}  // namespace premiumlens
