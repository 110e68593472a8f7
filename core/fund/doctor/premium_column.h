// A pasted premium or discount column, recomputed and compared; never trusted.
//
// Feeds differ in the value they divide by, in sign and in scale: 折价率 is (V − P)/V where 溢价率
// is (P − V)/V, and 3.41 and 0.0341 both mean 3.41 %. The column is compared with the premium
// against each value at hand, as fractions and as percent, with both signs, by the median of
// |difference|.
//
// It agrees with the closest if that median is within kPrintedTolerance, the rounding of a premium
// printed in percent with two decimals (0.005 percentage points) and of a value printed with four
// (0.0001 CNY on a value near 1): more is another value or another day. Then, if the sign is
// turned, premium_column_reversed says so, whatever the column is called; else
// premium_column_agrees. If none is that close: premium_column_disagrees, with the closest; but
// where the closest has the sign turned and is kTurnedCloser times as close as the best that has
// not, over kLeastRows rows, the sign is turned as well: the feed divides by a value of its own.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_PREMIUM_COLUMN_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_PREMIUM_COLUMN_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/fund/denominator.h"
#include "core/fund/read/read_fund.h"

namespace premiumlens {

inline constexpr double kPrintedTolerance = 0.00015;
inline constexpr double kTurnedCloser = 3;
inline constexpr std::int64_t kLeastRows = 10;

// A recomputed premium to compare with, one value a row.
struct Recomputed {
  Denominator denominator;
  const std::vector<double>* premium_fraction;
};

// Nothing if no row has both. `dates` may be empty.
std::optional<Finding> ComparePasted(const PastedColumn& pasted,
                                     const std::vector<Recomputed>& recomputed,
                                     const std::vector<Date>& dates);

// Rows that have the other sign than most, where the column mixes the two conventions: all but a
// few of its rows that are clear of 0 agree with one of the values at hand, some with the sign
// turned.
struct Turned {
  std::vector<std::size_t> rows;  // ascending; none where fewer than kLeastTurned have either sign
  bool one_stretch = false;       // no row of the other sign stands between
};
inline constexpr std::size_t kLeastTurned = 3;
Turned FindTurned(const PastedColumn& pasted, const std::vector<Recomputed>& recomputed);

// The values that a premium of such a header is against, by what is written there: IOPV, 实时,
// 估值, T-1, T-2, 当日净值, 净值 … None where it says nothing.
std::vector<Denominator> SaidDenominators(std::string_view header);

// A column that agrees, on kMostAgree of its rows, kLeastRows or more, with a value that its header
// does not mean, and with none that it does: premium_column_other. Its level is warn, or watch
// where the data lack the value it means.
inline constexpr double kMostAgree = 0.8;
std::optional<Finding> FindOtherDenominator(const PastedColumn& pasted,
                                            const std::vector<Recomputed>& recomputed);

// A history's column that agrees with none of the values on its own day, and so with one of the
// session before: the same code, with `off_sessions`.
std::optional<Finding> FindOtherDay(const PastedColumn& pasted,
                                    const std::vector<Recomputed>& recomputed);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_PREMIUM_COLUMN_H_
