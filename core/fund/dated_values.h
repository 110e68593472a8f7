// A dated series of values: NAVs, levels of an index, an exchange rate.

#ifndef PREMIUMLENS_CORE_FUND_DATED_VALUES_H_
#define PREMIUMLENS_CORE_FUND_DATED_VALUES_H_

#include <cstdint>
#include <vector>

#include "core/base/date.h"

namespace premiumlens {

// Ascending, one a day, none missing.
struct DatedValues {
  std::vector<Date> dates;
  std::vector<double> values;
  std::vector<std::int64_t> source_rows = {};  // the row each stands on in its table's source
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DATED_VALUES_H_
