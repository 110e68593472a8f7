// A made-up history of a made-up fund, for trying the program out. Labelled as such everywhere: the
// code 599999 is in no exchange's range of funds and the name says 模拟 (simulated).
//
// The fund holds American shares. Over 500 weekdays its value follows a random walk, its NAV of a
// day is the value after the coming night, and the price follows what was known during the day
// times a premium: first around half a percent, then, with purchases limited and then suspended, up
// past 15 % and down again, with thinning turnover after the peak. Prices have three decimals and
// NAVs four, as real ones do. The same seed gives the same text on every platform.

#ifndef PREMIUMLENS_CORE_FUND_SAMPLE_H_
#define PREMIUMLENS_CORE_FUND_SAMPLE_H_

#include <cstdint>
#include <string>

#include "core/fund/kind.h"

namespace premiumlens {

struct Sample {
  std::string text;  // CSV in UTF-8 with a Chinese header, oldest day first
  std::string file;  // a name for it
  Kind kind;
};

inline constexpr int kSampleDays = 500;

Sample MakeHistorySample(std::uint32_t seed);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_SAMPLE_H_
