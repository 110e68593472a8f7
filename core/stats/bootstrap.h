// The circular block bootstrap (Politis and Romano 1992) of a mean and a median.
//
// A resample is as long as the values. It is made of blocks of `block_length` values that stand
// next to each other (after the last comes the first again), each beginning anywhere with the same
// probability; the last block is cut. Neighbours stay neighbours, so that outcomes which overlap in
// time count for less than as many independent ones. Block length where none is named:
// the smallest whole number at or over n^(1/3). The interval runs between the (1 − confidence)/2
// and (1 + confidence)/2 quantiles (type 7, quantile.h) of the resamples' statistic.
//
// Draws: Boost's 32-bit Mersenne twister and its uniform whole numbers, from the seed, so native
// and wasm give the same. Resamples: as many as asked for, but at most kMostDraws / n, and
// kLeastResamples in any case. Equal values give an interval of no width. No values: NaN.

#ifndef PREMIUMLENS_CORE_STATS_BOOTSTRAP_H_
#define PREMIUMLENS_CORE_STATS_BOOTSTRAP_H_

#include <boost/random/mersenne_twister.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/missing.h"

namespace premiumlens {

inline constexpr std::int64_t kResamples = 2000;
inline constexpr std::int64_t kLeastResamples = 200;
inline constexpr std::int64_t kMostDraws = 1'000'000;

struct BootstrapRule {
  std::int64_t resamples = kResamples;
  std::int64_t block_length = 0;  // 0: by n
  std::uint32_t seed = 1;
  double confidence = 0.95;
};

struct ConfidenceInterval {
  double low = kMissing;
  double high = kMissing;
};

// What the rule comes to for n values.
std::int64_t BlockLengthFor(const BootstrapRule& rule, std::size_t n);
std::int64_t ResamplesFor(const BootstrapRule& rule, std::size_t n);

class BlockBootstrap {
 public:
  BlockBootstrap(std::vector<double> values, BootstrapRule rule);  // none missing
  bool Step();  // a millisecond or so; true when all resamples are made
  ConfidenceInterval Mean();
  ConfidenceInterval Median();
  const std::vector<double>& means() const { return means_; }  // one a resample

 private:
  void Resample();
  ConfidenceInterval Between(std::vector<double>& statistics) const;

  std::vector<double> values_;
  BootstrapRule rule_;
  std::size_t block_;
  std::size_t resamples_;
  boost::random::mt19937 engine_;
  std::vector<double> resample_;
  std::vector<double> means_;
  std::vector<double> medians_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_BOOTSTRAP_H_
