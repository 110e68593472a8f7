// The money-weighted return of dated flows: the yearly rate r at which they are worth nothing,
//     Σ flow_i (1 + r)^(−days_i / 365) = 0,
// days counted from the first flow (XIRR's convention: 365, whatever the year). Money paid in is
// negative, money that comes out positive. Where all that is paid in comes before what comes out,
// there is one such rate. −1 if nothing comes out; NaN without a payment on each side, or where all
// is on one day. Source: the definition, ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_MONEY_WEIGHTED_H_
#define PREMIUMLENS_CORE_FUND_COST_MONEY_WEIGHTED_H_

#include <vector>

#include "core/base/date.h"

namespace premiumlens {

struct Flow {
  Date date;
  double cny;
};

// `flows` by ascending date.
double MoneyWeightedReturn(const std::vector<Flow>& flows);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_MONEY_WEIGHTED_H_
