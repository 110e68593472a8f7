// How a premium moved around its own recent past: mean and band, day by day.
//
// On each day of the days so far only: the window is the last N days with a premium, that day
// among them; the first N − 1 have no figure, nor has a day without a premium. Two bands: mean ± k
// standard deviations (n − 1), which a single wild day stretches, and the quantiles (type 7) that
// leave the same share out on either side, which it does not.

#ifndef PREMIUMLENS_CORE_FUND_PAST_BANDS_H_
#define PREMIUMLENS_CORE_FUND_PAST_BANDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/stats/rolling.h"

namespace premiumlens {

struct BandOptions {
  std::int64_t window_days = 60;
  double deviations = 2;
  double inside_share = 0.9;  // of the days, between the two quantiles
};

// As long as the series.
struct Bands {
  std::vector<double> mean;
  std::vector<double> low, high;  // mean ± deviations
  std::vector<double> median;
  std::vector<double> quantile_low, quantile_high;
};

class BandMaker {
 public:
  BandMaker(const std::vector<double>& series, const BandOptions& options);
  BandMaker(const BandMaker&) = delete;
  BandMaker& operator=(const BandMaker&) = delete;
  // A few thousand days; true when all are done.
  bool Step();
  double Progress() const;
  Bands Take();  // once

 private:
  void Day(std::size_t day);

  BandOptions options_;
  std::size_t length_;
  std::vector<std::size_t> rows_;
  std::vector<double> values_;
  RollingMoments moments_;
  RollingOrder order_;
  std::size_t lines_ = 0;  // laid out, of the bands
  std::size_t done_ = 0;
  Bands bands_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_BANDS_H_
