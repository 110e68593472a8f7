#include "core/fund/past/known_days.h"

#include "core/base/missing.h"
#include "core/fund/value/align.h"

namespace premiumlens {

bool KnownDays::IsAfterHole(std::size_t place) const {
  return place > 0 && !dates.empty() && dates[place] - dates[place - 1] > kOldestDays;
}

KnownDays KnownDaysOf(const PremiumHistory& history) {
  KnownDays days;
  const std::size_t rows = history.premium_fraction.size();
  days.row.reserve(rows);
  days.premium_fraction.reserve(rows);
  days.dates.reserve(history.dates.size());
  days.price_cny.reserve(history.price_cny.size());
  days.value_cny.reserve(history.value_cny.size());
  for (std::size_t i = 0; i < rows; ++i) {
    if (IsMissing(history.premium_fraction[i])) continue;
    days.row.push_back(i);
    days.premium_fraction.push_back(history.premium_fraction[i]);
    if (!history.dates.empty()) days.dates.push_back(history.dates[i]);
    if (history.price_cny.empty()) continue;
    days.price_cny.push_back(history.price_cny[i]);
    days.value_cny.push_back(history.value_cny[i]);
  }
  return days;
}

}  // namespace premiumlens
