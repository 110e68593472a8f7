// Sessions that lack a price or a NAV, by the calendar that the data imply.
//
// A day is a session if the fund has a price, a NAV or an IOPV on it and it is no weekend. Between
// two prices (or two NAVs) every session without one is a hole. Where the other series are silent
// as well, the weekdays in between are a hole unless they look like one of China's holidays: by the
// calendar for New Year, Qingming, May Day and National Day; by length and season for those of the
// moon. A NAV may well be dated on a day of the long holidays, on which nothing trades.
//
// The prices' sessions after the last NAV are one too if there are over kNotYet: the NAVs of the
// very last are not published yet.
//
// Only series that are daily: at least kDaily of the sessions between the first and the last day
// are there. A hole of kLong sessions or more, or over kManyHoles of all, is worth watching; else
// it is a note: halts have NAVs and no price, and a feed misses a day now and then.

#include <algorithm>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kDaily = 0.6;
constexpr std::size_t kLong = 3;
constexpr double kManyHoles = 0.05;
constexpr std::size_t kLeastDays = 20;
constexpr std::size_t kNotYet = 4;  // of the last sessions no NAV need be published

// A stretch of weekdays without the series, between two days that have it.
struct Gap {
  Date first;
  Date last;
  int weekdays;
};

int DayOfYear(Date date) {  // month × 100 + day
  const std::string text = FormatIso(date);
  return std::stoi(text.substr(text.size() - 5, 2)) * 100 + std::stoi(text.substr(text.size() - 2));
}

bool IsWithin(const Gap& gap, int first, int last) {
  return DayOfYear(gap.first) >= first && DayOfYear(gap.last) <= last;
}

// Days on which the exchange is shut whatever NAVs there are.
bool IsFixedHoliday(const Gap& gap) {
  const int from = DayOfYear(gap.first);
  const int to = DayOfYear(gap.last);
  if (gap.weekdays <= 3 && (from >= 1229 || from <= 105) && (to >= 1229 || to <= 105)) return true;
  return (gap.weekdays <= 3 && IsWithin(gap, 402, 408)) ||
         (gap.weekdays <= 5 && IsWithin(gap, 428, 507)) ||
         (gap.weekdays >= 3 && gap.weekdays <= 8 && IsWithin(gap, 927, 1011)) ||
         (gap.weekdays >= 5 && gap.weekdays <= 9 && IsWithin(gap, 120, 228));
}

// Dragon Boat and Mid-Autumn, and the parade of September 2015: a day or two, in season.
bool IsMovingHoliday(const Gap& gap) {
  return gap.weekdays <= 3 && (IsWithin(gap, 525, 628) || IsWithin(gap, 902, 1008));
}

struct Hole {
  Date first;
  std::vector<Date> days;  // those that are sessions
};

// `own`: the days that have the series. `others`: those that have any. Both ascending.
// Where others trade the exchange was open, whatever the season; a NAV alone may be a holiday's.
std::vector<Hole> HolesOf(const std::vector<Date>& own, const std::vector<Date>& others,
                          bool others_trade) {
  std::vector<Hole> holes;
  auto next = others.begin();
  for (std::size_t i = 1; i < own.size(); ++i) {
    if (own[i] - own[i - 1] == 1) continue;
    Gap gap{kMissingDate, kMissingDate, 0};
    Hole silent{};
    for (Date day = own[i - 1] + 1; day < own[i]; ++day) {
      if (IsWeekend(day)) continue;
      if (gap.weekdays++ == 0) gap.first = day;
      gap.last = day;
      silent.days.push_back(day);
    }
    if (gap.weekdays == 0) continue;
    next = std::lower_bound(next, others.end(), gap.first);
    Hole told{};
    for (auto day = next; day != others.end() && *day <= gap.last; ++day) told.days.push_back(*day);
    Hole& hole = told.days.empty() ? silent : told;
    if ((told.days.empty() || !others_trade) && IsFixedHoliday(gap)) continue;
    if (told.days.empty() && IsMovingHoliday(gap)) continue;
    hole.first = hole.days.front();
    holes.push_back(std::move(hole));
  }
  return holes;
}

// The sessions with a price after the last NAV.
std::vector<Date> After(const std::vector<Date>& navs, const std::vector<Date>& prices) {
  return {std::upper_bound(prices.begin(), prices.end(), navs.back()), prices.end()};
}

std::vector<Date> Merged(const std::vector<Date>& one, const std::vector<Date>& other) {
  std::vector<Date> all;
  std::set_union(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(all));
  return all;
}

// Weekdays with a number.
std::vector<Date> DaysOf(const std::vector<Date>& dates, const std::vector<double>& values) {
  std::vector<Date> days;
  for (std::size_t i = 0; i < std::min(dates.size(), values.size()); ++i) {
    if (IsMissing(values[i]) || dates[i] == kMissingDate || IsWeekend(dates[i])) continue;
    if (days.empty() || days.back() < dates[i]) days.push_back(dates[i]);
  }
  return days;
}

// The rows that stand on the days of the holes; where a day has none, that of the day after it.
void AddRows(const std::vector<Hole>& holes, const std::vector<Date>& dates,
             const std::vector<std::int64_t>& source_rows, Report& report) {
  for (const Hole& hole : holes) {
    bool any = false;
    for (const Date day : hole.days) {
      const auto place = std::lower_bound(dates.begin(), dates.end(), day);
      const auto row = static_cast<std::size_t>(place - dates.begin());
      if (row >= source_rows.size()) continue;
      if (*place == day || !any) report.Row(source_rows[row]);
      any = true;
    }
  }
}

bool StandOn(const std::vector<Hole>& holes, const std::vector<Date>& dates) {
  return std::any_of(holes.begin(), holes.end(), [&dates](const Hole& hole) {
    return std::any_of(hole.days.begin(), hole.days.end(), [&dates](Date day) {
      return std::binary_search(dates.begin(), dates.end(), day);
    });
  });
}

void ReportHoles(const CheckInput& input, Role role, const std::vector<Hole>& holes,
                 std::size_t days, Checks& checks) {
  std::size_t count = 0;
  const Hole* longest = &holes[0];
  for (const Hole& hole : holes) {
    count += hole.days.size();
    if (hole.days.size() > longest->days.size()) longest = &hole;
  }
  const auto all = static_cast<double>(count + days);
  const bool many = static_cast<double>(count) > kManyHoles * all;
  const bool of_nav = role == Role::kNav;
  const bool notable = (many || longest->days.size() >= kLong) && of_nav;
  const FundData& data = input.data;
  // A day without a price may have no row in the price's table.
  const bool in_nav_table =
      !of_nav && !StandOn(holes, data.dates) && StandOn(holes, data.nav.dates);
  Report report(input, in_nav_table ? Role::kNav : Role::kPrice,
                of_nav ? Code::nav_holes : Code::price_holes,
                notable ? Level::kWatch : Level::kInfo, checks);
  report.check().column = PlaceOf(input.tables, role).column;
  report.Count("rows_count", static_cast<std::int64_t>(count));
  report.Day("first_date", holes.front().days.front());
  report.Day("last_date", holes.back().days.back());
  report.Count("longest_sessions", static_cast<std::int64_t>(longest->days.size()));
  report.Day("longest_date", longest->days.front());
  report.check().rows_of_nav = in_nav_table;
  if (in_nav_table) {
    AddRows(holes, data.nav.dates, data.nav.source_rows, report);
  } else {
    AddRows(holes, data.dates, data.source_rows, report);
  }
}

}  // namespace

void CheckHoles(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  const std::vector<Date> prices = DaysOf(data.dates, data.price_cny);
  const std::vector<Date> navs = DaysOf(data.nav.dates, data.nav.values);
  const std::vector<Date> all = Merged(Merged(prices, navs), DaysOf(data.dates, data.iopv_cny));
  for (const Role role : {Role::kPrice, Role::kNav}) {
    const std::vector<Date>& own = role == Role::kPrice ? prices : navs;
    if (own.size() < kLeastDays) continue;
    std::vector<Hole> holes = HolesOf(own, all, role == Role::kNav);
    // What a fund publishes before it is listed, weekly as a rule, is no price's value.
    std::erase_if(holes, [&prices](const Hole& hole) {
      return !prices.empty() && hole.days.back() < prices.front();
    });
    const std::vector<Date> last = role == Role::kNav ? After(navs, prices) : std::vector<Date>{};
    if (last.size() > kNotYet) holes.push_back({last.front(), last});
    std::size_t count = own.size();
    for (const Hole& hole : holes) count += hole.days.size();
    if (holes.empty() || static_cast<double>(own.size()) < kDaily * static_cast<double>(count)) {
      continue;
    }
    ReportHoles(input, role, holes, own.size(), checks);
  }
}

}  // namespace premiumlens
