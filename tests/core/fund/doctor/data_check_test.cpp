#include "core/fund/doctor/data_check.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "tests/core/fund/evidence.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

const std::vector<const Table*> kNoTables;
const Identity kMainland = {.kind = Kind::kBroad, .region = Region::kMainland};
const Identity kAmerica = {.kind = Kind::kCrossBorder, .region = Region::kUs, .name = "标普500"};

// Days that another check's defect, or its mend, leaves without a NAV or a price; they have a test
// of their own.
void DropHoles(std::vector<DataCheck>& checks) {
  std::erase_if(checks, [](const DataCheck& check) {
    return check.finding.code == Code::nav_holes || check.finding.code == Code::price_holes;
  });
}

std::vector<DataCheck> Look(const FundData& data, const Identity& identity = kMainland) {
  std::vector<DataCheck> checks = Examine(data, identity, kNoTables);
  DropHoles(checks);
  return checks;
}

void RoundPrices(FundData& data) {
  for (double& price : data.price_cny) price = Rounded(price, 0.001);
}

// The only check there is, of that code.
DataCheck Only(const std::vector<DataCheck>& checks, Code code) {
  INFO(checks.size());
  REQUIRE(checks.size() == 1);
  CHECK(Info(checks[0].finding.code).name == Info(code).name);
  REQUIRE(checks[0].mend);
  return checks[0];
}

// The mend answers the check: it says so, and nothing is left.
void CheckMended(FundData data, const Mend& mend, const Identity& identity = kMainland) {
  std::vector<DataCheck> after = ExamineAndMend(data, identity, kNoTables, {mend});
  DropHoles(after);
  REQUIRE(after.size() == 1);
  CHECK(after[0].mended);
}

void ShiftNav(FundData& data, int sessions, Date from = kMissingDate, Date to = kMissingDate) {
  ApplyMend(data, {.kind = MendKind::kShiftDates,
                   .role = Role::kNav,
                   .from = from,
                   .to = to,
                   .sessions = sessions});
}

TEST_CASE("data_check: clean histories show nothing") {
  for (const std::uint32_t seed : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u}) {
    CAPTURE(seed);
    CHECK(Look(MakeHistory({.seed = seed})).empty());
    CHECK(Look(MakeHistory({.lag = 1, .noise = 0.006, .seed = seed}), kAmerica).empty());
    CHECK(Look(MakeHistory({.days = 25, .seed = seed})).empty());
  }
  FundData pairs = MakeHistory({});
  ShiftNav(pairs, 1);
  pairs.shape = Shape::kPairs;
  CHECK(Look(pairs).empty());
  FundData nothing;
  nothing.shape = Shape::kHistory;
  CHECK(Look(nothing).empty());
}

TEST_CASE("data_check: NAVs dated a session early or late are found and moved back") {
  for (const int sessions : {-2, -1, 1, 2}) {
    CAPTURE(sessions);
    FundData data = MakeHistory({});
    ShiftNav(data, sessions);
    const DataCheck check =
        Only(Look(data), sessions < 0 ? Code::nav_dates_early : Code::nav_dates_late);
    CHECK(check.finding.level == Level::kWarn);
    CHECK(NumberIn(check.finding.evidence, "off_sessions") == std::abs(sessions));
    CHECK(NumberIn(check.finding.evidence, "found_correlation") > 0.9);
    CHECK(std::fabs(NumberIn(check.finding.evidence, "usual_correlation")) < 0.3);
    CHECK(check.rows_count == static_cast<std::int64_t>(data.nav.dates.size()));
    CHECK(check.rows.size() == DataCheck::kListedRows);
    CHECK(check.mend->sessions == -sessions);
    CheckMended(data, *check.mend);
  }
}

TEST_CASE("data_check: a market that is shut meanwhile follows a session later by itself") {
  const FundData plain = MakeHistory({.lag = 1, .noise = 0.006});
  CHECK(Look(plain, kAmerica).empty());
  FundData early = plain;
  ShiftNav(early, -1);
  CheckMended(early, *Only(Look(early, kAmerica), Code::nav_dates_early).mend, kAmerica);
  FundData late = plain;
  ShiftNav(late, 1);
  CheckMended(late, *Only(Look(late, kAmerica), Code::nav_dates_late).mend, kAmerica);
  // The same price and NAV are a session apart for a market that trades meanwhile.
  Only(Look(plain, kMainland), Code::nav_dates_early);
  // Chinese companies trade in Hong Kong as well: their NAV of the same day is nothing odd.
  const Identity china = {.kind = Kind::kCrossBorder, .region = Region::kUs, .name = "中概互联"};
  CHECK(Look(MakeHistory({}), china).empty());
}

TEST_CASE("data_check: a part of the NAVs a session late") {
  FundData data = MakeHistory({});
  ShiftNav(data, 1, data.dates[100], data.dates[180]);
  const DataCheck check = Only(Look(data), Code::nav_dates_late);
  CHECK(std::abs(check.mend->from - data.dates[100]) <= 10);
  CHECK(std::abs(check.mend->to - data.dates[181]) <= 10);
}

TEST_CASE("data_check: a price that has nothing to do with the NAV says nothing about its dates") {
  FundData data = MakeHistory({});
  data.price_cny = MakeHistory({.seed = 99}).price_cny;
  for (const DataCheck& check : Look(data)) {
    CHECK(check.finding.code != Code::nav_dates_early);
    CHECK(check.finding.code != Code::nav_dates_late);
  }
}

TEST_CASE("data_check: NAVs carried forward") {
  FundData data = MakeHistory({});
  std::vector<std::int64_t> rows;
  for (std::size_t i = 9; i < 60; i += 10) {
    data.nav.values[i] = data.nav.values[i - 1];
    rows.push_back(data.nav.source_rows[i]);
  }
  const DataCheck check = Only(Look(data), Code::nav_repeated);
  CHECK(check.rows == rows);
  CHECK(NumberIn(check.finding.evidence, "expected_ratio") < 1);
  CheckMended(data, *check.mend);
}

TEST_CASE("data_check: a feed that misses a day and then lags") {
  FundData data = MakeHistory({.days = 120, .lag = 1, .noise = 0.006});
  // From session 60 on each NAV is that of the session before, for 30 sessions.
  for (std::size_t i = 90; i >= 60; --i) data.nav.values[i] = data.nav.values[i - 1];
  const DataCheck check = Only(Look(data, kAmerica), Code::nav_dates_late);
  CHECK(check.mend->from == data.dates[60]);
  CHECK(std::abs(check.mend->to - data.dates[90]) <= 8);
  CHECK(check.mend->sessions == -1);
}

TEST_CASE("data_check: a column that changes its unit") {
  FundData data = MakeHistory({});
  data.amount_cny = data.volume_shares;
  for (std::size_t i = 200; i < data.rows; ++i) data.volume_shares[i] /= 1e4;
  const DataCheck check = Only(Look(data), Code::unit_changes);
  CHECK(check.mend->role == Role::kVolume);
  CHECK(check.mend->from == data.dates[200]);
  CHECK(check.mend->factor == 1e4);
  CHECK(check.rows_count == 100);
  CHECK(check.rows[0] == data.source_rows[200]);
  CheckMended(data, *check.mend);

  FundData lots = MakeHistory({});
  for (std::size_t i = 200; i < lots.rows; ++i) lots.volume_shares[i] /= 100;
  CHECK(Only(Look(lots), Code::unit_changes).mend->factor == 100);
}

TEST_CASE("data_check: trading that grows, or one wild day, changes no unit; a stretch does") {
  FundData grows = MakeHistory({});
  for (std::size_t i = 0; i < grows.rows; ++i) {
    grows.volume_shares[i] *= std::pow(10, 4.0 * static_cast<double>(i) / 300);
  }
  CHECK(Look(grows).empty());
  FundData wild = MakeHistory({});
  wild.volume_shares[150] *= 1e4;
  CHECK(Look(wild).empty());
  FundData back = MakeHistory({});
  for (std::size_t i = 100; i < 200; ++i) back.volume_shares[i] /= 1e4;
  const Mend stretch = *Only(Look(back), Code::unit_changes).mend;
  CHECK(stretch.from == back.dates[100]);
  CHECK(stretch.to == back.dates[199]);
  CheckMended(back, stretch);
}

TEST_CASE("data_check: rows of a weekend") {
  FundData data = MakeHistory({.days = 60});
  std::size_t saturday = 1;
  while (data.dates[saturday] - data.dates[saturday - 1] < 3) ++saturday;
  data.dates[saturday - 1] += 1;  // Friday's row dated Saturday
  const std::vector<DataCheck> checks = Look(data);
  const DataCheck check = Only(checks, Code::weekend_rows);
  CHECK(check.finding.level == Level::kWarn);
  CHECK(NumberIn(check.finding.evidence, "priced_count") == 1);
  CHECK(check.rows == std::vector<std::int64_t>{data.source_rows[saturday - 1]});
  CheckMended(data, *check.mend);

  data.price_cny[saturday - 1] = kMissing;
  CHECK(Only(Look(data), Code::weekend_rows).finding.level == Level::kInfo);

  // 2022-12-31 was a Saturday, and funds published a NAV for it.
  FundData year_end = MakeHistory({.days = 60});
  year_end.dates[10] = *ParseIso("2022-12-31");
  year_end.price_cny[10] = kMissing;
  for (const DataCheck& other : Look(year_end)) {
    CHECK(other.finding.code != Code::weekend_rows);
  }
}

TEST_CASE("data_check: a split on both series is told, mended already") {
  FundData data = MakeHistory({});
  for (std::size_t i = 150; i < data.rows; ++i) data.nav.values[i] /= 5;
  for (std::size_t i = 151; i < data.rows; ++i) data.price_cny[i] /= 5;  // a day later
  RoundPrices(data);
  const DataCheck check = Only(Look(data), Code::split_adjusted);
  CHECK(check.mended);
  CHECK(check.mend->kind == MendKind::kSplit);
  CHECK(check.mend->factor == 5);
}

TEST_CASE("data_check: a price adjusted for a split the NAV shows") {
  FundData forward = MakeHistory({});
  for (std::size_t i = 0; i < 150; ++i) forward.price_cny[i] /= 5;
  for (std::size_t i = 150; i < forward.rows; ++i) forward.price_cny[i] /= 5;
  for (std::size_t i = 150; i < forward.rows; ++i) forward.nav.values[i] /= 5;
  RoundPrices(forward);
  const DataCheck check = Only(Look(forward), Code::price_adjusted);
  CHECK(check.mend->role == Role::kNav);
  CHECK(check.mend->to == forward.dates[150] - 1);
  CHECK_THAT(check.mend->factor, WithinAbs(0.2, 1e-12));
  CheckMended(forward, *check.mend);

  // Adjusted backwards: the price stays on the old footing.
  FundData backward = MakeHistory({});
  for (std::size_t i = 150; i < backward.rows; ++i) backward.nav.values[i] /= 5;
  const DataCheck other = Only(Look(backward), Code::price_adjusted);
  CHECK(other.mend->role == Role::kPrice);
  CHECK(other.mend->from == backward.dates[150]);
  ApplyMend(backward, *other.mend);
  CHECK_THAT(std::log(backward.price_cny[200] / backward.nav.values[200]), WithinAbs(0, 0.01));
}

// A dividend of `share` of the value is paid on that day; `adjusted` prices do not show it.
void Pay(FundData& data, std::size_t day, double share, bool in_price, bool in_nav) {
  for (std::size_t i = day; i < data.rows; ++i) {
    if (in_price) data.price_cny[i] *= 1 - share;
    if (in_nav) data.nav.values[i] *= 1 - share;
  }
  RoundPrices(data);
}

TEST_CASE("data_check: dividends") {
  FundData paid = MakeHistory({});
  Pay(paid, 100, 0.02, true, true);
  Pay(paid, 200, 0.03, true, true);
  CHECK(Look(paid).empty());

  // Adjusted forwards: the latest price is the traded one.
  FundData adjusted = MakeHistory({});
  Pay(adjusted, 100, 0.02, false, true);
  Pay(adjusted, 200, 0.03, false, true);
  for (double& price : adjusted.price_cny) price *= 0.98 * 0.97;
  RoundPrices(adjusted);
  const DataCheck check = Only(Look(adjusted), Code::price_adjusted);
  CHECK(NumberIn(check.finding.evidence, "steps_count") == 2);
  CHECK(check.rows ==
        std::vector<std::int64_t>{adjusted.source_rows[100], adjusted.source_rows[200]});
  CHECK(check.mend->kind == MendKind::kLeaveOut);
  CHECK(check.mend->to == adjusted.dates[200] - 1);
  CHECK_THAT(NumberIn(check.finding.evidence, "gap_fraction"), WithinAbs(0.98 * 0.97 - 1, 0.002));
  CheckMended(adjusted, *check.mend);

  // A cumulative NAV keeps what was paid.
  FundData cumulative = MakeHistory({});
  Pay(cumulative, 100, 0.02, true, false);
  Pay(cumulative, 200, 0.03, true, false);
  const std::vector<DataCheck> found = Look(cumulative);
  REQUIRE(found.size() == 1);
  CHECK(found[0].finding.code == Code::cumulative_nav_suspected);
  CHECK_FALSE(found[0].mend);  // nothing else to divide by
}

TEST_CASE("data_check: a cumulative NAV of a fund that has paid much") {
  FundData data = MakeHistory({});
  for (double& nav : data.nav.values) nav += 2;
  data.iopv_cny = data.price_cny;
  const DataCheck check = Only(Look(data), Code::cumulative_nav_suspected);
  CHECK(check.mend->kind == MendKind::kSetRole);
  CHECK(check.mend->role == Role::kCumulativeNav);
  CheckMended(data, *check.mend);
  // A premium that lasts is none.
  FundData dear = MakeHistory({});
  for (double& price : dear.price_cny) price *= 1.4;
  RoundPrices(dear);
  CHECK(Look(dear).empty());
}

TEST_CASE("data_check: a title that says adjusted") {
  Table table;
  table.title = "510300 沪深300ETF 日线 前复权";
  table.columns.emplace_back();
  table.columns[0].name = "收盘";
  table.meanings.push_back({.role = Role::kPrice});
  const std::vector<const Table*> tables = {&table};
  const std::vector<DataCheck> checks = Examine(MakeHistory({}), kMainland, tables);
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].finding.code == Code::price_adjusted);
  CHECK(checks[0].finding.level == Level::kWatch);
  CHECK(checks[0].column == "收盘");
  table.title = "510300 沪深300ETF 日线 不复权";
  CHECK(Examine(MakeHistory({}), kMainland, tables).empty());
}

TEST_CASE("data_check: funds of a panel that show the same share a check") {
  std::vector<DataCheck> all;
  for (const char* code : {"510300", "510500", "159915"}) {
    FundData data = MakeHistory({});
    data.code = code;
    for (std::size_t i = 200; i < data.rows; ++i) data.volume_shares[i] /= 1e4;
    for (const DataCheck& check : Look(data)) MergeCheck(check, all);
  }
  REQUIRE(all.size() == 1);
  CHECK(all[0].fund.empty());
  CHECK(all[0].mend->fund.empty());
  CHECK(all[0].rows_count == 300);
  CHECK(NumberIn(all[0].finding.evidence, "funds_count") == 3);
  DataCheck other = all[0];
  other.mend->factor = 100;
  MergeCheck(other, all);
  CHECK(all.size() == 2);
}

TEST_CASE("data_check: a premium column of the other sign") {
  const PastedColumn pasted = {"折溢价率", false, {0.01, 0.02}};
  const Finding finding = {Code::premium_column_reversed, Level::kWatch, Source::kOwn, {}};
  FundData data = MakeHistory({.days = 2});
  const auto check = CheckOfPasted(data, pasted, finding, kNoTables, {});
  REQUIRE(check);
  CHECK_FALSE(check->mended);
  CHECK(check->rows == std::vector<std::int64_t>{2, 3});
  data.pasted = {pasted};
  ApplyMend(data, *check->mend);
  CHECK(data.pasted[0].is_discount);
  CHECK(CheckOfPasted(data, data.pasted[0], finding, kNoTables, {*check->mend})->mended);
  CHECK(CheckOfPasted(data, data.pasted[0], finding, kNoTables, {})->mended);  // by its header
  Finding agrees = finding;
  agrees.code = Code::premium_column_agrees;
  CHECK_FALSE(CheckOfPasted(data, pasted, agrees, kNoTables, {}));
}

TEST_CASE("data_check: a premium column that changes its sign on the way") {
  FundData data = MakeHistory({.days = 60, .noise = 0.02});
  std::vector<double> premium;
  for (std::size_t i = 0; i < data.rows; ++i) {
    premium.push_back(data.price_cny[i] / data.nav.values[i] - 1);
  }
  PastedColumn pasted = {"溢价率", false, premium};
  for (std::size_t i = 40; i < data.rows; ++i) pasted.values[i] *= -1;
  data.pasted = {pasted};
  const std::vector<Recomputed> recomputed = {{Denominator::kNavSameDay, &premium}};
  CHECK(FindTurned({"溢价率", false, premium}, recomputed).rows.empty());
  const Turned turned = FindTurned(pasted, recomputed);
  CHECK(turned.one_stretch);
  const DataCheck check = CheckOfTurned(data, pasted, turned, kNoTables);
  REQUIRE(check.mend);
  CHECK(check.mend->from >= data.dates[40]);
  CHECK(check.rows_count >= 15);
  ApplyMend(data, *check.mend);
  CHECK(FindTurned(data.pasted[0], recomputed).rows.empty());
  CHECK(ChecksOfMended(data, data.pasted[0], kNoTables, {*check.mend})[0].mended);

  // Row by row the one or the other: told, but no stretch to turn.
  for (std::size_t i = 0; i < data.rows; ++i) pasted.values[i] = (i % 3 == 0 ? -1 : 1) * premium[i];
  CHECK_FALSE(CheckOfTurned(data, pasted, FindTurned(pasted, recomputed), kNoTables).mend);
}

}  // namespace
}  // namespace premiumlens
