#include "core/fund/value/session_map.h"

#include <algorithm>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Market, 12> kMarkets = {
    {Market::kShanghai, Market::kHongKong, Market::kTokyo, Market::kSeoul, Market::kSingapore,
     Market::kMumbai, Market::kRiyadh, Market::kFrankfurt, Market::kParis, Market::kLondon,
     Market::kNewYork, Market::kSaoPaulo},
    {"shanghai", "hong_kong", "tokyo", "seoul", "singapore", "mumbai", "riyadh", "frankfurt",
     "paris", "london", "new_york", "sao_paulo"}};

constexpr WordList<IopvBasis, 3> kBases = {
    {IopvBasis::kLive, IopvBasis::kPartly, IopvBasis::kLastClose},
    {"live", "partly", "last_close"}};

constexpr int kBeijingMinutes = 8 * 60;  // ahead of UTC

constexpr int At(int hour, int minute) { return 60 * hour + minute; }

constexpr Interval kShanghaiHours[] = {{At(9, 30), At(11, 30)}, {At(13, 0), At(15, 0)}};

Date DayOf(int year, int month, int day) { return *MakeDate(year, month, day); }

// Sundays of a month: the n-th, and the last.
Date NthSunday(int year, int month, int n) {
  const Date first = DayOf(year, month, 1);
  return first + (7 - Weekday(first)) % 7 + 7 * (n - 1);
}
Date LastSunday(int year, int month) {  // of a month of 31 days
  const Date last = DayOf(year, month, 31);
  return last - Weekday(last);
}

int YearOf(Date date) { return std::stoi(FormatIso(date).substr(0, 4)); }

bool IsAmericanSummer(Date date) {
  const int year = YearOf(date);
  return date >= NthSunday(year, 3, 2) && date < NthSunday(year, 11, 1);
}

bool IsEuropeanSummer(Date date) {
  const int year = YearOf(date);
  return date >= LastSunday(year, 3) && date < LastSunday(year, 10);
}

enum class Clock { kFixed, kStandard, kSummer };

// A market's own clock on a day.
struct Local {
  std::vector<Interval> intervals;
  int zone_minutes;  // ahead of UTC, in winter
  Clock clock = Clock::kFixed;
};

Local LocalHours(Market market, Date date) {
  const Clock american = IsAmericanSummer(date) ? Clock::kSummer : Clock::kStandard;
  const Clock european = IsEuropeanSummer(date) ? Clock::kSummer : Clock::kStandard;
  switch (market) {
    case Market::kShanghai:
      return {{std::begin(kShanghaiHours), std::end(kShanghaiHours)}, 8 * 60};
    case Market::kHongKong:
      return {{{At(9, 30), At(12, 0)}, {At(13, 0), At(16, 0)}}, 8 * 60};
    case Market::kTokyo: {
      const int close = date < DayOf(2024, 11, 5) ? At(15, 0) : At(15, 30);
      return {{{At(9, 0), At(11, 30)}, {At(12, 30), close}}, 9 * 60};
    }
    case Market::kSeoul:
      return {{{At(9, 0), date < DayOf(2016, 8, 1) ? At(15, 0) : At(15, 30)}}, 9 * 60};
    case Market::kSingapore:
      return {{{At(9, 0), At(12, 0)}, {At(13, 0), At(17, 0)}}, 8 * 60};
    case Market::kMumbai:
      return {{{At(9, 15), At(15, 30)}}, At(5, 30)};
    case Market::kRiyadh:
      return {{{At(10, 0), At(15, 0)}}, 3 * 60};
    case Market::kFrankfurt:
    case Market::kParis:
      return {{{At(9, 0), At(17, 30)}}, 1 * 60, european};
    case Market::kLondon:
      return {{{At(8, 0), At(16, 30)}}, 0, european};
    case Market::kNewYork:
      return {{{At(9, 30), At(16, 0)}}, -5 * 60, american};
    case Market::kSaoPaulo:
      return {{{At(10, 0), american == Clock::kSummer ? At(17, 0) : At(18, 0)}}, -3 * 60};
  }
  return {};
}

Interval SharedBy(const Interval& a, const Interval& b) {
  return {std::max(a.from_minutes, b.from_minutes), std::min(a.to_minutes, b.to_minutes)};
}

Date WeekdayBefore(Date date) {
  Date before = date - 1;
  while (IsWeekend(before)) --before;
  return before;
}

IopvBasis BasisOf(int overlap_minutes) {
  if (overlap_minutes == 0) return IopvBasis::kLastClose;
  return overlap_minutes == kShanghaiMinutes ? IopvBasis::kLive : IopvBasis::kPartly;
}

std::vector<Market> MarketsOf(Region region) {
  switch (region) {
    case Region::kMainland:
      return {Market::kShanghai};
    case Region::kHongKong:
      return {Market::kHongKong};
    case Region::kJapan:
      return {Market::kTokyo};
    case Region::kKorea:
      return {Market::kSeoul};
    case Region::kAsia:
      return {Market::kHongKong, Market::kTokyo, Market::kSeoul, Market::kSingapore};
    case Region::kIndia:
      return {Market::kMumbai};
    case Region::kMiddleEast:
      return {Market::kRiyadh};
    case Region::kEurope:
      return {Market::kFrankfurt, Market::kParis, Market::kLondon};
    case Region::kUs:
      return {Market::kNewYork};
    case Region::kLatinAmerica:
      return {Market::kSaoPaulo};
    case Region::kGlobal:
      return {Market::kNewYork, Market::kLondon, Market::kFrankfurt, Market::kTokyo};
    case Region::kUnknown:
      break;
  }
  return {};
}

}  // namespace

std::string_view Name(Market market) { return kMarkets.NameOf(market); }
std::span<const Market> AllMarkets() { return kMarkets.values; }

std::string_view Name(IopvBasis basis) { return kBases.NameOf(basis); }
std::span<const IopvBasis> AllIopvBases() { return kBases.values; }

MarketHours HoursOn(Market market, Date date) {
  Local local = LocalHours(market, date);
  const bool summer = local.clock == Clock::kSummer;
  const int shift = kBeijingMinutes - local.zone_minutes - (summer ? 60 : 0);
  MarketHours hours{market, std::move(local.intervals), local.clock != Clock::kFixed, summer, {},
                    0};
  for (Interval& interval : hours.intervals) {
    interval.from_minutes += shift;
    interval.to_minutes += shift;
    for (const Interval& shanghai : kShanghaiHours) {
      const Interval shared = SharedBy(interval, shanghai);
      if (shared.from_minutes >= shared.to_minutes) continue;
      hours.shared.push_back(shared);
      hours.overlap_minutes += shared.to_minutes - shared.from_minutes;
    }
  }
  return hours;
}

SessionMap SessionMapOf(Region region, Date date) {
  SessionMap map;
  map.is_weekend = IsWeekend(date);
  map.last_session = WeekdayBefore(date);
  for (const Market market : MarketsOf(region)) {
    map.markets.push_back(HoursOn(market, date));
    const IopvBasis basis = BasisOf(map.markets.back().overlap_minutes);
    map.basis = !map.basis || *map.basis == basis ? basis : IopvBasis::kPartly;
  }
  return map;
}

}  // namespace premiumlens
