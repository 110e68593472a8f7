// Made-up histories for the tests of data checks and mends: a random walk of a NAV, and a price
// that follows it on the same day or the day after, over weekdays.

#ifndef PREMIUMLENS_TESTS_CORE_FUND_MADE_HISTORY_H_
#define PREMIUMLENS_TESTS_CORE_FUND_MADE_HISTORY_H_

#include <cmath>
#include <cstdint>

#include "core/fund/read/read_fund.h"

namespace premiumlens {

// Roughly normal with standard deviation 1, the same everywhere.
class Noise {
 public:
  explicit Noise(std::uint32_t seed) : state_(seed) {}
  double Next() {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += Uniform();
    return sum - 6;
  }
  // From 0 up to, but not, 1.
  double Uniform() {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<double>(state_ >> 8) / 16777216.0;
  }

 private:
  std::uint32_t state_;
};

struct Made {
  int days = 300;
  int lag = 0;           // sessions by which the price follows
  double noise = 0.001;  // of the premium, day by day
  std::uint32_t seed = 7;
};

inline double Rounded(double value, double digit) { return std::round(value / digit) * digit; }

// Rows count from 2, the header being row 1.
inline FundData MakeHistory(Made made) {
  FundData data;
  data.shape = Shape::kHistory;
  data.code = "510300";
  Noise noise(made.seed);
  double walk = 0;
  double before = 0;
  Date day = 19002;
  for (int i = 0; i < made.days; ++i, ++day) {
    while (IsWeekend(day)) ++day;
    before = walk;
    walk += 0.012 * noise.Next();
    const double followed = made.lag == 0 ? walk : before;
    data.dates.push_back(day);
    data.price_cny.push_back(Rounded(3 * std::exp(followed + made.noise * noise.Next()), 0.001));
    data.nav.dates.push_back(day);
    data.nav.values.push_back(Rounded(3 * std::exp(walk), 0.0001));
    data.volume_shares.push_back(std::round(1e7 * std::exp(0.4 * noise.Next())));
    data.source_rows.push_back(i + 2);
    data.nav.source_rows.push_back(i + 2);
  }
  data.rows = data.dates.size();
  return data;
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_CORE_FUND_MADE_HISTORY_H_
