#include "core/fund/read/fund_facts.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

TEST_CASE("fund facts: a list says each fund's index and yearly fee, not that of a purchase") {
  const Table table = ParseTable(
      "代码,名称,现价,T-2净值,相关标的,申购费,管托费\n"
      "159998,甲,1.5,1.4,纳斯达克100,1.20%,0.80%\n"
      "159997,乙,1.6,1.4,-,1.20%,-\n"
      "159996,丙,1.7,1.4,标普500指数,1.50%,0.75%\n");
  CHECK(IndexNames(table, {0, 1, 2}, true) ==
        std::vector<std::string>{"纳斯达克100", "", "标普500指数"});
  const std::vector<double> fees = YearlyFees(table, {0, 1, 2}, true);
  REQUIRE(fees.size() == 3);
  CHECK_THAT(fees[0], WithinRel(0.008, 1e-12));
  CHECK(std::isnan(fees[1]));
  CHECK_THAT(fees[2], WithinRel(0.0075, 1e-12));
  CHECK(IndexNames(table, {1, 2}, false) == std::vector<std::string>{"标普500指数"});
  CHECK(YearlyFees(table, {1, 2}, false).size() == 1);
}

TEST_CASE("fund facts: management and custody together, and never one of them alone") {
  const Table both = ParseTable(
      "代码,现价,净值,管理费率,托管费率\n159998,1.5,1.4,0.60%,0.20%\n159997,1.6,1.4,0.50%,0.10%\n");
  const std::vector<double> fees = YearlyFees(both, {0, 1}, true);
  REQUIRE(fees.size() == 2);
  CHECK_THAT(fees[0], WithinRel(0.008, 1e-12));
  CHECK_THAT(fees[1], WithinRel(0.006, 1e-12));
  const Table one =
      ParseTable("代码,现价,净值,管理费率\n159998,1.5,1.4,0.60%\n159997,1.6,1.4,0.50%\n");
  CHECK(YearlyFees(one, {0, 1}, true).empty());
}

TEST_CASE("fund facts: an index's levels are no names") {
  const Table table =
      ParseTable("日期,收盘价,净值,跟踪指数\n2025-01-02,1.5,1.4,21000\n2025-01-03,1.6,1.4,21100\n");
  CHECK(IndexNames(table, {0, 1}, false).empty());
  CHECK(YearlyFees(table, {0, 1}, false).empty());
}

}  // namespace
}  // namespace premiumlens
