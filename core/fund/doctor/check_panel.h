// Data checks that only several funds together allow: prices of one under another's code, and two
// funds with one series.
//
// A fund's price belongs to another for a stretch if it leaves its own value there by over
// kAwayFrom at once and by kAwayNoise times its usual daily change, stays away, and stands on the
// other's price exactly, or on the other's value as closely as that fund's own price usually does
// (within kOnOther). One row may be chance: exact prices count from kLeastExact rows on, values
// from kLeastNear. A fund whose price has never been near its own value is looked at as one
// stretch.
//
// Two funds have one series if on kCopied of the days that both have, kLeastCommon or more, the
// number is the same; one that hardly changes (a money fund's) says nothing.
//
// Cost: of n rows and f funds O(n) for the candidates, and O(f) for each row of a stretch.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_PANEL_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_PANEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/fund/doctor/data_check.h"
#include "core/fund/stages.h"

namespace premiumlens {

// What of a fund is compared with the others: its days in order, on the basis of the latest splits.
struct FundOfPanel {
  std::string code;
  std::size_t table = 0;  // index into the tables given: where its prices stand
  std::string column;     // and their header
  std::vector<Date> dates;
  std::vector<double> price_cny;
  std::vector<double> nav;  // of the same day
  std::vector<std::int64_t> source_rows;
};

// Stages that append to `checks`, and name the other fund in those checks of single funds that
// found a stretch already. Both arguments must outlive them.
void PlanPanelChecks(const std::vector<FundOfPanel>& funds, std::vector<DataCheck>& checks,
                     Stages& stages);

// Takes out what the checks of single funds made of prices that are another fund's.
void ForgetExplained(std::vector<DataCheck>& checks);

// What such a check does to the same-day premiums of its fund.
void FillEffect(const FundOfPanel& fund, DataCheck& check);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_PANEL_H_
