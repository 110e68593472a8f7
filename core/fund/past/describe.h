// What a period's premiums are like: the columns of the thesis's table 3-3 and the figures they
// need to be read with.
//
// Days without a premium are left out. Conventions: standard deviation with n − 1; standard error
// of the mean sd/√n, which takes days for independent; HAC error as in hac.h, which does not;
// quartiles and median of type 7. The day of the lowest and highest is the first such day. Under
// two days there is no figure.

#ifndef PREMIUMLENS_CORE_FUND_PAST_DESCRIBE_H_
#define PREMIUMLENS_CORE_FUND_PAST_DESCRIBE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/stats/moments.h"
#include "core/stats/stepped_sort.h"

namespace premiumlens {

inline constexpr std::int64_t kLeastDescribedDays = 2;

// Rows from `first` up to, but not, `end`.
struct Period {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The rows of days from `from` to `to`, both counted; kMissingDate leaves an end open.
Period PeriodOf(const std::vector<Date>& dates, Date from, Date to);
// The calendar years that have rows, in ascending order; none without dates.
std::vector<Period> YearsOf(const std::vector<Date>& dates, Period period);

struct Description {
  PastSample sample;
  double sum = kMissing;
  double mean = kMissing;
  double standard_error = kMissing;
  double hac_error = kMissing;
  std::int64_t hac_lag = 0;
  double median = kMissing;
  double sd = kMissing;
  double q1 = kMissing;
  double q3 = kMissing;
  double min = kMissing;
  double max = kMissing;
  std::ptrdiff_t min_row = -1;  // of the series
  std::ptrdiff_t max_row = -1;
  std::optional<TooFew> too_few;
};

// In pieces of a few milliseconds: a million days are sorted, and their products summed lag by lag.
class Describer {
 public:
  // `dates` and `series` outlive it. Without a lag, the automatic one.
  Describer(const std::vector<Date>& dates, const std::vector<double>& series, Period period,
            std::optional<std::int64_t> hac_lag = {});
  bool Step();
  double Progress() const;
  const Description& result() const { return result_; }  // once Step() said true

 private:
  void Start(const std::vector<Date>& dates, const std::vector<double>& series, Period period);

  Description result_;
  std::span<const double> rows_;
  std::vector<double> deviations_;  // 0 where missing
  std::vector<double> products_;
  std::optional<SteppedSort> sort_;
  bool is_sorted_ = false;
};

Description Describe(const std::vector<Date>& dates, const std::vector<double>& series,
                     Period period, std::optional<std::int64_t> hac_lag = {});

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_DESCRIBE_H_
