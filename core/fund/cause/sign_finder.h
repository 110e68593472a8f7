// What each sign of causes.h is made from: one fund's history up to one row. Each function is a
// sign.

#ifndef PREMIUMLENS_CORE_FUND_CAUSE_SIGN_FINDER_H_
#define PREMIUMLENS_CORE_FUND_CAUSE_SIGN_FINDER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fund/cause/causes.h"
#include "core/fund/facts.h"

namespace premiumlens {

struct CauseScene {
  const PremiumHistory& history;
  const Analysis* analysis;
  const CauseBars& bars;
  std::size_t row;
  Facts facts = {};  // of the row; of no row without an analysis
};

// What is asked for has not been said, or the data do not hold it.
inline Sign Silent(std::string_view word, std::string_view needs) {
  return {.word = word, .status = CauseStatus::kSilent, .needs = needs};
}
// Too few days to tell.
inline Sign Few(std::string_view word, std::int64_t needed, std::int64_t have) {
  return {
      .word = word, .status = CauseStatus::kSilent, .needs = "days", .few = TooFew{needed, have}};
}
inline CauseStatus ForIf(bool holds) { return holds ? CauseStatus::kFor : CauseStatus::kAgainst; }

// Signs of the trading and creation of the fund (trade_signs.cpp).
Sign PurchaseSaid(const CauseScene& scene);
Sign QuotaReleased(const CauseScene& scene);
Sign PurchasePasted(const CauseScene& scene);
Sign FlatShares(const CauseScene& scene);
Sign CashSaid(const CauseScene& scene);
Sign Persistence(const CauseScene& scene);
Sign AmountSign(const CauseScene& scene);
Sign TurnoverSign(const CauseScene& scene);
Sign HaltSaid(const CauseScene& scene);
Sign HoldingsSaid(const CauseScene& scene);
Sign HaltedDays(const CauseScene& scene);
Sign LimitDays(const CauseScene& scene);
Sign FloatSign(const CauseScene& scene);
Sign SameDayTrading(const CauseScene& scene);

// Signs of its value (value_signs.cpp).
Sign ValueMove(const CauseScene& scene);
Sign MarketHours(const CauseScene& scene);
Sign FlatIopvSign(const CauseScene& scene);
Sign ValueAge(const CauseScene& scene);
Sign TypicalMove(const CauseScene& scene);
Sign Run(const CauseScene& scene, bool is_long);
Sign NearHigh(const CauseScene& scene);
Sign IndexHighSaid(const CauseScene& scene);
Sign DividendStep(const CauseScene& scene);
Sign ReplicationSaid(const CauseScene& scene);
Sign Tracking(const CauseScene& scene);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_CAUSE_SIGN_FINDER_H_
