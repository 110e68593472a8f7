#include "core/fund/doctor/check_panel.h"

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "core/fund/value/align.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

// `level`: what a share is worth beside that of MakeHistory.
FundOfPanel Fund(const std::string& code, std::uint32_t seed, double level) {
  const FundData data = MakeHistory({.noise = 0.002, .seed = seed});
  FundOfPanel fund;
  fund.code = code;
  fund.dates = data.dates;
  fund.source_rows = data.source_rows;
  for (const double price : data.price_cny) fund.price_cny.push_back(Rounded(price * level, 0.001));
  fund.nav = SameDayNav(data.dates, data.nav).values;
  for (double& nav : fund.nav) nav = Rounded(nav * level, 0.0001);
  return fund;
}

std::vector<FundOfPanel> Five() {
  return {Fund("510300", 1, 1), Fund("159915", 2, 0.7), Fund("513100", 3, 0.4),
          Fund("518880", 4, 1.9), Fund("513500", 5, 0.45)};
}

std::vector<DataCheck> Look(const std::vector<FundOfPanel>& funds,
                            std::vector<DataCheck> checks = {}) {
  Stages stages;
  PlanPanelChecks(funds, checks, stages);
  while (!stages.Step()) {
  }
  return checks;
}

const Evidence* Find(const DataCheck& check, std::string_view key) {
  for (const Evidence& evidence : check.finding.evidence) {
    if (evidence.key == key) return &evidence;
  }
  return nullptr;
}

std::string TextOf(const DataCheck& check, std::string_view key) {
  const Evidence* evidence = Find(check, key);
  return evidence == nullptr ? "" : std::get<std::string>(evidence->value);
}

TEST_CASE("check_panel: funds of their own raise nothing") {
  CHECK(Look(Five()).empty());
  CHECK(Look({}).empty());
  CHECK(Look({Fund("510300", 1, 1)}).empty());
}

TEST_CASE("check_panel: another fund's very prices for a stretch name that fund and the rows") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 100; i < 120; ++i) funds[0].price_cny[i] = funds[3].price_cny[i];
  const std::vector<DataCheck> checks = Look(funds);
  REQUIRE(checks.size() == 1);
  const DataCheck& check = checks[0];
  CHECK(check.finding.code == Code::price_of_other_fund);
  CHECK(check.fund == "510300");
  CHECK(TextOf(check, "other_text") == "518880");
  CHECK(TextOf(check, "other_side_name") == "price");
  CHECK(check.rows_count == 20);
  CHECK(check.rows.front() == funds[0].source_rows[100]);
  CHECK(check.rows.back() == funds[0].source_rows[119]);
  CHECK(check.mend->from == funds[0].dates[100]);
  CHECK(check.mend->to == funds[0].dates[119]);
}

TEST_CASE("check_panel: prices of two funds that are swapped are told by the other's NAV") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 200; i < 300; ++i) std::swap(funds[0].price_cny[i], funds[3].price_cny[i]);
  const std::vector<DataCheck> checks = Look(funds);
  REQUIRE(checks.size() == 2);
  CHECK(TextOf(checks[0], "other_text") == "518880");
  CHECK(TextOf(checks[1], "other_text") == "510300");
  CHECK(TextOf(checks[1], "other_side_name") == "nav");
  CHECK(checks[1].rows_count == 100);
}

TEST_CASE("check_panel: a check of the fund alone gets the other's name, and none is added") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 100; i < 120; ++i) funds[0].price_cny[i] = funds[3].price_cny[i];
  DataCheck own;
  own.finding.code = Code::price_of_other_fund;
  own.finding.evidence = {{"rows_count", std::int64_t{20}}};
  own.fund = "510300";
  own.mend = Mend{.kind = MendKind::kLeaveOut,
                  .role = Role::kPrice,
                  .from = funds[0].dates[100],
                  .to = funds[0].dates[119]};
  const std::vector<DataCheck> checks = Look(funds, {own});
  REQUIRE(checks.size() == 1);
  CHECK(TextOf(checks[0], "other_text") == "518880");
}

TEST_CASE("check_panel: a premium that jumps and stays is no other fund's price") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 150; i < 200; ++i) {
    funds[2].price_cny[i] = Rounded(funds[2].price_cny[i] * 1.12, 0.001);
  }
  CHECK(Look(funds).empty());
}

TEST_CASE("check_panel: two codes with one series") {
  std::vector<FundOfPanel> funds = Five();
  funds[4] = funds[1];
  funds[4].code = "513500";
  const std::vector<DataCheck> checks = Look(funds);
  REQUIRE(checks.size() == 2);  // its prices and its NAVs
  CHECK(checks[0].finding.code == Code::series_copied);
  CHECK(checks[0].fund == "159915");
  CHECK(TextOf(checks[0], "other_text") == "513500");
  CHECK(checks[0].rows_count == static_cast<std::int64_t>(funds[1].dates.size()));
  // Money funds all stand at 100, and say nothing by it.
  for (FundOfPanel& fund : funds) {
    fund.price_cny.assign(fund.dates.size(), 100.0);
    fund.nav.assign(fund.dates.size(), 100.0);
  }
  CHECK(Look(funds).empty());
}

TEST_CASE("check_panel: the effect is what the rows carry and lose") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 100; i < 120; ++i) funds[0].price_cny[i] = funds[3].price_cny[i];
  std::vector<DataCheck> checks = Look(funds);
  FillEffect(funds[0], checks.at(0));
  const CheckEffect& effect = checks[0].effect.value();
  CHECK(effect.rows_lost == 20);
  CHECK(effect.rows_changed == 0);
  CHECK(effect.rows_touched == 20);
  CHECK(effect.largest_premium_fraction > 0.5);
  CHECK(effect.days_over_before == 20);
  CHECK(effect.days_over_after == 0);
}

TEST_CASE("check_panel: the last price alone is another fund's where no trading leads there") {
  std::vector<FundOfPanel> funds = Five();
  funds[0].price_cny.back() = funds[3].price_cny.back();
  const std::vector<DataCheck> checks = Look(funds);
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].fund == "510300");
  CHECK(TextOf(checks[0], "other_text") == "518880");
  CHECK(checks[0].rows == std::vector{funds[0].source_rows.back()});
}

TEST_CASE("check_panel: two funds that were mixed up all along are told, each with the other") {
  std::vector<FundOfPanel> funds = Five();
  std::swap(funds[0].price_cny, funds[3].price_cny);
  const std::vector<DataCheck> checks = Look(funds);
  REQUIRE(checks.size() == 2);
  CHECK(TextOf(checks[0], "other_text") == "518880");
  CHECK(TextOf(checks[1], "other_text") == "510300");
}

TEST_CASE("check_panel: what the fund's own checks made of those prices is not told as well") {
  std::vector<FundOfPanel> funds = Five();
  for (std::size_t i = 0; i < 8; ++i) funds[1].price_cny[i] = funds[2].price_cny[i];
  const auto check = [](Code code, Role role, Date to) {
    DataCheck made;
    made.finding.code = code;
    made.fund = "159915";
    made.mend = Mend{.kind = MendKind::kScale, .fund = "159915", .role = role, .to = to};
    return made;
  };
  std::vector<DataCheck> checks =
      Look(funds, {
                      check(Code::split_one_sided, Role::kPrice, funds[1].dates[7]),
                      check(Code::unit_changes, Role::kVolume, funds[1].dates[7]),
                  });
  REQUIRE(checks.size() == 3);
  ForgetExplained(checks);
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].finding.code == Code::unit_changes);
  CHECK(checks[1].finding.code == Code::price_of_other_fund);
}

}  // namespace
}  // namespace premiumlens
