// A fund's past as every question about it takes it: days, prices, one value each and the premium.
//
// Every series has one entry a session, in ascending order of days; a missing number is NaN. Price
// and value are on the latest basis (splits mended), so that returns can be taken of both.

#ifndef PREMIUMLENS_CORE_FUND_PAST_PREMIUM_HISTORY_H_
#define PREMIUMLENS_CORE_FUND_PAST_PREMIUM_HISTORY_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/fund/analysis.h"
#include "core/fund/denominator.h"

namespace premiumlens {

struct PremiumHistory {
  std::optional<Denominator> denominator;  // nothing where the series were given without one
  bool hindsight = false;                  // the value was not known while the day traded
  std::vector<Date> dates;                 // empty where none were given
  std::vector<double> price_cny;           // empty where premiums alone were given
  std::vector<double> value_cny;           // the denominator; empty as the price
  std::vector<double> premium_fraction;    // price / value − 1
};

// Against the value named, else the one that warns (analysis.h), else the one shown. Failure:
// no_history (several funds, or moments of one day), denominator_missing.
PremiumHistory HistoryOf(const Analysis& analysis, std::optional<Denominator> denominator = {});

// What a figure is of: the first and last day that count, and how many do. Days without a premium
// are left out. Dates are kMissingDate where none were given.
struct PastSample {
  Date from = kMissingDate;
  Date to = kMissingDate;
  std::int64_t nobs = 0;
};
PastSample SampleOf(const std::vector<Date>& dates, const std::vector<double>& values);

// Too little to answer with: a number is not given, and this says what it would take.
struct TooFew {
  std::int64_t needed;
  std::int64_t have;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_PREMIUM_HISTORY_H_
