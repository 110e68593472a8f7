// Made-up funds as real ones are, for measuring the data checks: an index with clustered volatility
// and holidays of its own, a premium that drifts, jumps and melts, price limits, halts, dividends,
// missing days, small and large trading. Nothing in them is wrong.

#ifndef PREMIUMLENS_TESTS_CORE_FUND_MADE_MARKET_H_
#define PREMIUMLENS_TESTS_CORE_FUND_MADE_MARKET_H_

#include <cstdint>
#include <span>

#include "core/fund/identify.h"
#include "core/fund/read/read_fund.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : noise_(seed * 2654435761u + 97) {
    for (int i = 0; i < 3; ++i) noise_.Next();
  }
  double Normal() { return noise_.Next(); }
  double Uniform() { return noise_.Uniform(); }
  double Between(double low, double high) { return low + (high - low) * Uniform(); }
  int Int(int low, int high) {  // both counted
    return low + static_cast<int>(Uniform() * (high - low + 1));
  }
  bool Chance(double share) { return Uniform() < share; }
  template <typename T>
  const T& Pick(std::span<const T> from) {
    return from[static_cast<std::size_t>(Int(0, static_cast<int>(from.size()) - 1))];
  }

 private:
  Noise noise_;
};

struct MadeMarket {
  const char* name;
  Identity identity;
  bool overlaps;         // the price of a day knows the index of that day
  double leak;           // else: how much of the coming night's move it knows
  double volatility;     // of the index, a day
  double premium_noise;  // of the premium, a day
};

std::span<const MadeMarket> AllMadeMarkets();

struct MadeFund {
  FundData data;
  std::vector<double> index;  // what a share is worth after each row's day, before rounding
};

MadeFund MakeFund(const MadeMarket& market, int rows, Dice& dice);

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_CORE_FUND_MADE_MARKET_H_
