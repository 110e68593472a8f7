// A running sum that keeps what rounding would lose (Neumaier 1974): its error does not grow with
// the number of terms. Not for a compiler told to reorder sums; ours is not.

#ifndef PREMIUMLENS_CORE_STATS_SUM_H_
#define PREMIUMLENS_CORE_STATS_SUM_H_

#include <cmath>

namespace premiumlens {

class Sum {
 public:
  void Add(double x) {
    const double next = sum_ + x;
    lost_ += std::fabs(sum_) >= std::fabs(x) ? (sum_ - next) + x : (x - next) + sum_;
    sum_ = next;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_SUM_H_
