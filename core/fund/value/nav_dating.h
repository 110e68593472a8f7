// Which session of its index and which day's exchange rate the NAV of a date holds, told from the
// series alone.
//
// Let d0 < d1 be two NAV dates next to each other. The NAV's return is ln N(d1) − ln N(d0). The
// index's at lag k is ln I(s1) − ln I(s0), where s is the index's last session on or before the
// NAV's date, k sessions back: lag 1 says that the NAV of a date holds the close of the session
// before, lag −1 that of the session after. So with the exchange rate at lag m. For every pair
// (k, m) of −3…3 the least-squares fit
//   r_nav = a + b r_index(k) + c r_fx(m) + e
// is made over the same pairs of dates; its residual is the root mean square of e (over n − number
// of coefficients), in basis points. The dating is the pair with the smallest one. b is then the
// share of the fund that follows the index.
//
// It counts as told where the best lag's residual is smaller than the next best's by more than
// chance: n ln(σ₂²/σ₁²) > kToldApart, twice the difference in log-likelihood of normal residuals,
// judged for the index and for the exchange rate each with the other at its best.
// Of a longer history the newest kMostDatedNavs NAVs are fitted.
// Left out: pairs more than kLongestGap days apart; pairs of a date in a hole of the index or the
// rate (dated_values.h); and, counted, what is no return of the market's: returns beyond kWildest
// (a split, a wrong number), and then pairs that the best fit leaves further off than both kFarOff
// and kFarOffDeviations robust standard deviations (1.4826 × the median of |e|), which a dividend
// is; after these the fits are made once more.
//
// Prices against NAVs are dated in the same way, with the NAV in place of the index and no rate.

#ifndef PREMIUMLENS_CORE_FUND_VALUE_NAV_DATING_H_
#define PREMIUMLENS_CORE_FUND_VALUE_NAV_DATING_H_

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/missing.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

inline constexpr int kDatingLag = 3;
inline constexpr std::size_t kDatingLags = 2 * kDatingLag + 1;
inline constexpr std::size_t kLeastDatingPairs = 40;
inline constexpr std::size_t kMostDatedNavs = 5000;
inline constexpr double kToldApart = 20;
inline constexpr double kWildest = 0.25;
inline constexpr int kLongestGap = 15;
inline constexpr double kFarOff = 0.01;
inline constexpr double kFarOffDeviations = 20;

// Residuals by lag, −3 first, in basis points; NaN where there is none.
using ResidualsByLag = std::array<double, kDatingLags>;

struct LagFit {
  ResidualsByLag residual_bp;  // with the other series at its best lag
  int best = 0;
  double next_bp = kMissing;  // the smallest residual at another lag
  bool told = false;
};

struct NavDating {
  std::size_t nobs = 0;
  std::size_t wild = 0;  // pairs left out
  bool enough = false;   // at least kLeastDatingPairs; else nothing below is set
  LagFit index;
  std::optional<LagFit> fx;                           // without an exchange rate nothing
  std::array<ResidualsByLag, kDatingLags> grid_bp{};  // [index lag][FX lag]; one column without FX
  double residual_bp = kMissing;                      // at the best pair
  double nav_bp = kMissing;                           // the same without index and rate: a only
  double index_slope = kMissing;                      // b
  double fx_slope = kMissing;                         // c
};

// Each series ascending, no value missing or not positive. `fx` may be empty.
NavDating DateNav(const DatedValues& nav, const DatedValues& index, const DatedValues& fx);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_NAV_DATING_H_
