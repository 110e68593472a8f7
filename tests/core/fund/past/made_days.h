// Invented histories for the tests of what is asked of a past.

#ifndef PREMIUMLENS_TESTS_CORE_FUND_PAST_MADE_DAYS_H_
#define PREMIUMLENS_TESTS_CORE_FUND_PAST_MADE_DAYS_H_

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/fund/past/known_days.h"
#include "core/fund/premium.h"

namespace premiumlens {

inline KnownDays DaysOf(std::vector<double> price, std::vector<double> value,
                        std::vector<Date> dates = {}) {
  PremiumHistory history;
  history.premium_fraction = PremiumSeries(price, value);
  history.price_cny = std::move(price);
  history.value_cny = std::move(value);
  history.dates = std::move(dates);
  return KnownDaysOf(history);
}

// Premiums at an unchanged value of 1.
inline KnownDays DaysOfPremiums(const std::vector<double>& premiums) {
  std::vector<double> price;
  for (const double premium : premiums) price.push_back(1 + premium);
  return DaysOf(std::move(price), std::vector<double>(premiums.size(), 1.0));
}

// A premium that wanders between −5 and 25 % over a value that wanders too.
inline KnownDays MadeDays(std::size_t count, std::uint32_t seed) {
  boost::random::mt19937 engine(seed);
  const auto draw = [&engine](double low, double high) {
    return boost::random::uniform_real_distribution<double>(low, high)(engine);
  };
  std::vector<double> price, value;
  double premium = 0.02;
  double level = 1.5;
  for (std::size_t i = 0; i < count; ++i) {
    premium = 0.02 + 0.93 * (premium - 0.02) + draw(-0.02, 0.02);
    level *= 1 + draw(-0.02, 0.0202);
    value.push_back(level);
    price.push_back(level * (1 + premium));
  }
  return DaysOf(std::move(price), std::move(value));
}

// The first days of a history.
inline KnownDays FirstOf(const KnownDays& days, std::size_t count) {
  const auto cut = [count](auto series) {
    if (!series.empty()) series.resize(count);
    return series;
  };
  return {cut(days.row), cut(days.dates), cut(days.price_cny), cut(days.value_cny),
          cut(days.premium_fraction)};
}

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_CORE_FUND_PAST_MADE_DAYS_H_
