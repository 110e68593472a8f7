#include "core/fund/cost/fee_years.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

// 黄非凡 (2021), 影响跨境 ETF 基金折溢价因素的实证研究, table 3-6: all twelve sums as printed.
TEST_CASE("fee_years: the sums of the thesis' table 3-6") {
  REQUIRE(ThesisFees().size() == 12);
  for (const ThesisFee& fund : ThesisFees()) {
    const FeeYears compared = CompareFee(fund.mean_premium_fraction, fund.fee_fraction, 0, 1);
    CHECK_THAT(compared.sum_fraction, WithinAbs(fund.printed_sum_fraction, 1e-12));
  }
}

// Against its conclusion that the fees cannot cover the premiums.
TEST_CASE("fee_years: the fee is over the size of the premium for six of twelve") {
  const auto covered =
      std::count_if(ThesisFees().begin(), ThesisFees().end(), [](const ThesisFee& fund) {
        return std::fabs(CompareFee(fund.mean_premium_fraction, fund.fee_fraction, 0, 1).years) < 1;
      });
  CHECK(covered == 6);
}

TEST_CASE("fee_years: years, and what makes up for a premium") {
  const FeeYears compared = CompareFee(0.03, 0.006, 0.001, 2);
  CHECK_THAT(compared.sum_fraction, WithinAbs(0.036, 1e-15));
  CHECK_THAT(compared.years, WithinAbs(5, 1e-12));
  // Two years of that growth, the premium at 0 and the cost paid: nothing lost.
  const double grown = std::pow(1 + compared.breakeven_year_fraction, 2);
  CHECK_THAT(grown / 1.03 * 0.999, WithinAbs(1, 1e-14));
  CHECK_THAT(CompareFee(-0.012, 0.006, 0, 1).years, WithinAbs(-2, 1e-12));
}

TEST_CASE("fee_years: what is missing stays missing") {
  CHECK(IsMissing(CompareFee(0.03, kMissing, 0, 1).years));
  CHECK(IsMissing(CompareFee(0.03, 0, 0, 1).years));
  CHECK(IsMissing(CompareFee(kMissing, 0.006, 0, 1).sum_fraction));
  CHECK(IsMissing(CompareFee(kMissing, 0.006, 0, 1).breakeven_year_fraction));
}

}  // namespace
}  // namespace premiumlens
