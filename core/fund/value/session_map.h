// When a fund's market trades, in Beijing time, and how much of that Shanghai sees.
//
// A session is dated by its own market's calendar: New York's session of 3 September is what a US
// fund's NAV dated 3 September holds, and it ends on 4 September in Beijing. Times are minutes from
// midnight in Beijing at the start of the session's date; more than 1440 is the next day. Shanghai
// itself trades 9:30–11:30 and 13:00–15:00, 240 minutes.
//
// What that makes of an IOPV shown during Shanghai's session:
//   live        the market trades all the while
//   partly      for some of it; for the rest the value stands still
//   last_close  not at all: the value is the market's last close times the exchange rate
// The last session that has closed when Shanghai opens is that of the weekday before, in every
// market. A holiday of any market is not known here.
//
// Hours are those of the exchanges' regular sessions, without auctions before and after: New York
// 9:30–16:00, London 8:00–16:30, Frankfurt and Paris 9:00–17:30, Tokyo 9:00–11:30 and 12:30–15:30
// (15:00 before 2024-11-05), Hong Kong 9:30–12:00 and 13:00–16:00, Seoul 9:00–15:30 (15:00 before
// 2016-08-01), Singapore 9:00–12:00 and 13:00–17:00, Mumbai 9:15–15:30, Riyadh 10:00–15:00, São
// Paulo 10:00–17:00 and, while New York keeps standard time, to 18:00. Summer time: New York from
// the second Sunday of March to the first of November, Europe from the last Sunday of March to the
// last of October (the rules since 2007; earlier dates are read by them too).

#ifndef PREMIUMLENS_CORE_FUND_VALUE_SESSION_MAP_H_
#define PREMIUMLENS_CORE_FUND_VALUE_SESSION_MAP_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/fund/region.h"

namespace premiumlens {

enum class Market {
  kShanghai,
  kHongKong,
  kTokyo,
  kSeoul,
  kSingapore,
  kMumbai,
  kRiyadh,
  kFrankfurt,
  kParis,
  kLondon,
  kNewYork,
  kSaoPaulo,
};

std::string_view Name(Market market);  // "shanghai", "hong_kong", …
std::span<const Market> AllMarkets();

enum class IopvBasis { kLive, kPartly, kLastClose };

std::string_view Name(IopvBasis basis);  // "live", "partly", "last_close"
std::span<const IopvBasis> AllIopvBases();

struct Interval {
  int from_minutes;
  int to_minutes;
};

struct MarketHours {
  Market market;
  std::vector<Interval> intervals;  // of the session dated the day asked for
  bool has_summer_time;             // the market's clocks change with the season
  bool summer_time;                 // on that day
  std::vector<Interval> shared;     // with Shanghai's session of that day
  int overlap_minutes;              // their sum, of 240
};

inline constexpr int kShanghaiMinutes = 240;

MarketHours HoursOn(Market market, Date date);

struct SessionMap {
  std::vector<MarketHours> markets;  // those of the region; empty for an unknown one
  std::optional<IopvBasis> basis;    // one that holds for all of them, else partly
  bool is_weekend = false;           // Shanghai does not trade, and nobody makes an IOPV
  Date last_session = kMissingDate;  // the weekday before
};

SessionMap SessionMapOf(Region region, Date date);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_VALUE_SESSION_MAP_H_
