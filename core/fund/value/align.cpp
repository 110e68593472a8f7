#include "core/fund/value/align.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

using Index = std::ptrdiff_t;

// The place of the first session on or after `date`.
Index SessionOf(const std::vector<Date>& sessions, Date date) {
  return std::lower_bound(sessions.begin(), sessions.end(), date) - sessions.begin();
}

// The session each NAV counts as; never falls as the NAVs' dates rise.
std::vector<Index> SessionsOfNavs(const DatedValues& nav, const std::vector<Date>& sessions) {
  std::vector<Index> places;
  std::size_t session = 0;
  for (const Date date : nav.dates) {
    while (session < sessions.size() && sessions[session] < date) ++session;
    places.push_back(static_cast<Index>(session));
  }
  return places;
}

AlignedValues Nothing(std::size_t rows) {
  return {std::vector<double>(rows, kMissing), std::vector<Date>(rows, kMissingDate)};
}

// For each row the last NAV that `known(nav, day, session of the day)` admits; once a NAV is known
// it stays known, so both walk forward together. `on_time` sessions old is as young as it can be.
template <typename Known>
AlignedValues LatestKnown(const std::vector<Date>& dates, const DatedValues& nav,
                          const std::vector<Date>& sessions, Index on_time, Known known) {
  AlignedValues aligned = Nothing(dates.size());
  const std::vector<Index> places = SessionsOfNavs(nav, sessions);
  std::size_t next = 0;
  std::size_t session = 0;
  for (std::size_t row = 0; row < dates.size(); ++row) {
    while (session < sessions.size() && sessions[session] < dates[row]) ++session;
    const Index today = static_cast<Index>(session);
    while (next < nav.dates.size() && known(nav.dates[next], places[next], dates[row], today)) {
      ++next;
    }
    if (next == 0 || today - places[next - 1] > on_time + kOldestSessions ||
        dates[row] - nav.dates[next - 1] > kOldestDays) {
      continue;
    }
    aligned.values[row] = nav.values[next - 1];
    aligned.dates[row] = nav.dates[next - 1];
  }
  return aligned;
}

}  // namespace

std::vector<Date> SessionsOf(const std::vector<Date>& dates, const std::vector<double>& price_cny,
                             const DatedValues& nav) {
  std::vector<Date> sessions;
  std::size_t k = 0;
  const auto add = [&sessions](Date date) {
    if (sessions.empty() || sessions.back() != date) sessions.push_back(date);
  };
  const auto add_navs_until = [&](Date date) {
    for (; k < nav.dates.size() && nav.dates[k] <= date; ++k) {
      if (!IsWeekend(nav.dates[k])) add(nav.dates[k]);
    }
  };
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (IsMissing(price_cny[i])) continue;
    add_navs_until(dates[i]);
    add(dates[i]);
  }
  if (!nav.dates.empty()) add_navs_until(nav.dates.back());
  return sessions;
}

AlignedValues SameDayNav(const std::vector<Date>& dates, const DatedValues& nav) {
  AlignedValues aligned = Nothing(dates.size());
  std::size_t k = 0;
  for (std::size_t row = 0; row < dates.size(); ++row) {
    while (k < nav.dates.size() && nav.dates[k] < dates[row]) ++k;
    if (k == nav.dates.size() || nav.dates[k] != dates[row]) continue;
    aligned.values[row] = nav.values[k];
    aligned.dates[row] = nav.dates[k];
  }
  return aligned;
}

AlignedValues PreviousNav(const std::vector<Date>& dates, const DatedValues& nav,
                          const std::vector<Date>& sessions) {
  return LatestKnown(dates, nav, sessions, 1,
                     [](Date date, Index, Date today, Index) { return date < today; });
}

AlignedValues PublishedNav(const std::vector<Date>& dates, const DatedValues& nav,
                           const std::vector<Date>& sessions, int lag_sessions) {
  const Index on_time = Index{lag_sessions} + 1;
  return LatestKnown(dates, nav, sessions, on_time,
                     [on_time](Date date, Index place, Date today, Index session) {
                       return date < today && place + on_time <= session;
                     });
}

Age AgeOfPublished(Date date, const DatedValues& nav, const std::vector<Date>& sessions,
                   int lag_sessions) {
  const Index today = SessionOf(sessions, date);
  const Index on_time = Index{lag_sessions} + 1;
  for (std::size_t i = nav.dates.size(); i > 0; --i) {
    const Index place = SessionOf(sessions, nav.dates[i - 1]);
    if (nav.dates[i - 1] < date && place + on_time <= today) {
      return {nav.dates[i - 1], static_cast<std::int64_t>(today - place - on_time)};
    }
  }
  return {};
}

}  // namespace premiumlens
