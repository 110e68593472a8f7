// The days of a history that count: those with a premium, and with a price and a value where such
// were given. A question that counts days forwards or back counts these, so that a halted day or
// one whose value is missing is no day; `row` says where each stands in the history.

#ifndef PREMIUMLENS_CORE_FUND_PAST_KNOWN_DAYS_H_
#define PREMIUMLENS_CORE_FUND_PAST_KNOWN_DAYS_H_

#include <cstddef>
#include <vector>

#include "core/base/date.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens {

struct KnownDays {
  std::vector<std::size_t> row;
  std::vector<Date> dates;        // empty where none were given
  std::vector<double> price_cny;  // empty where premiums alone were given
  std::vector<double> value_cny;
  std::vector<double> premium_fraction;

  std::size_t size() const { return row.size(); }
  bool has_prices() const { return !price_cny.empty(); }
  Date DateAt(std::size_t place) const { return dates.empty() ? kMissingDate : dates[place]; }
  // More than kOldestDays days (align.h) lie between a day and the one before it: what is on their
  // two sides is not taken for one stretch.
  bool IsAfterHole(std::size_t place) const;
};

KnownDays KnownDaysOf(const PremiumHistory& history);

// Which side of the value the price is on.
enum class PremiumSide { kPremium, kDiscount };

// 1 for a premium, −1 for a discount: the premium times this is positive beyond a bar.
inline double SignOf(PremiumSide side) { return side == PremiumSide::kPremium ? 1 : -1; }

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PAST_KNOWN_DAYS_H_
