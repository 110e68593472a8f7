// A premium beside the fund's yearly fee: their sum, and how many years of fee the premium is.
//
// The thesis' table 3-6 adds the mean premium (of its corrected NAV, 2020-09-01 to 2021-08-31) and
// the management fee, signs kept: 2.9553 % + 0.6 % = 3.5553 %. It concludes that the fees cannot
// cover the premiums; by its own rows they do for six funds of twelve (|mean premium| under the
// fee). The sum puts a cost paid once and one paid every year into one number, and the fee is in
// the NAV already. So (ours) the premium in years of fee, premium / fee, and what the value must
// grow a year for a holder of n years to come out even where the premium closes to 0:
//     ((1 + p)/(1 − c))^(1/n) − 1, c the cost of buying and selling.
// NaN for what is missing; no years without a fee over 0; a discount has years under 0.

#ifndef PREMIUMLENS_CORE_FUND_COST_FEE_YEARS_H_
#define PREMIUMLENS_CORE_FUND_COST_FEE_YEARS_H_

#include <span>
#include <string_view>

namespace premiumlens {

struct FeeYears {
  double sum_fraction;             // premium + fee
  double years;                    // premium / fee
  double breakeven_year_fraction;  // of the value
};

FeeYears CompareFee(double premium_fraction, double fee_fraction, double round_trip_fraction,
                    double holding_years);

// Table 3-6, as printed.
struct ThesisFee {
  std::string_view code;
  std::string_view name;
  double mean_premium_fraction;
  double fee_fraction;
  double printed_sum_fraction;
};

std::span<const ThesisFee> ThesisFees();

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_FEE_YEARS_H_
