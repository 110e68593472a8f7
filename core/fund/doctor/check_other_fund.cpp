// Prices that for a stretch stand on quite another level than the fund's own value.
//
// y = ln(price / value of the same day). A session's trading moves a price by 20 % at most, under
// the exchanges' limits, so a price that jumps by over kJump in one session while the value does
// not, and back by as much after at most kLongest sessions, was not traded in between: it is
// another fund's. At both ends of the stretch y is the same. (Powers of ten are units,
// check_price_unit.cpp, and a jump that stays is a split's.) Of the first and the last kMostAtEnd
// days, from which or to which there is no way back, a jump that is no split's either will do.
// Which fund's it is can only a panel tell (check_panel.h).

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/robust.h"
#include "core/fund/split.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kJump = 0.2231;  // ln 1.25
constexpr double kStays = 0.1;    // of y before and after
constexpr double kUnit = 0.05;    // of a decimal logarithm
constexpr std::size_t kLongest = 250;
constexpr std::size_t kMostStretches = 4;
constexpr std::size_t kMostAtEnd = 5;
constexpr std::size_t kLeastBeside = 20;

struct Day {
  std::size_t row;
  double price;  // logarithms
  double gap;
};

std::vector<Day> DaysOf(const FundData& data) {
  const std::vector<double> values =
      data.nav.dates.empty() ? data.iopv_cny : SameDayNav(data.dates, data.nav).values;
  std::vector<Day> days;
  for (std::size_t i = 0; i < std::min(values.size(), data.rows); ++i) {
    if (IsMissing(data.price_cny[i]) || IsMissing(values[i])) continue;
    const double price = std::log(data.price_cny[i]);
    days.push_back({i, price, price - std::log(values[i])});
  }
  return days;
}

bool IsPowerOfTen(double jump) {
  const double power = jump / std::log(10);
  return std::fabs(std::round(power)) >= 1 && std::fabs(power - std::round(power)) < kUnit;
}

// Whether the price jumps between two days by what y does.
bool IsJump(const Day& before, const Day& after) {
  const double price = after.price - before.price;
  return !IsPowerOfTen(price) && std::fabs(price) > kJump &&
         std::fabs(after.gap - before.gap - price) < kJump / 2;
}

void Say(const CheckInput& input, const std::vector<Day>& days, std::size_t from, std::size_t to,
         Checks& checks) {
  std::vector<double> gaps;
  for (std::size_t i = from; i < to; ++i) gaps.push_back(days[i].gap);
  const std::vector<Date>& dates = input.newest.dates;
  const Date first = dates[days[from].row];
  const Date last = dates[days[to - 1].row];
  Report report(input, Role::kPrice, Code::price_of_other_fund, Level::kWarn, checks);
  report.Count("rows_count", static_cast<std::int64_t>(to - from));
  report.Day("first_date", first);
  report.Day("last_date", last);
  report.Number("own_gap_fraction", std::expm1(MedianOf(std::move(gaps))));
  report.Number("bar_fraction", std::expm1(kJump));
  report.Rows(input.data.price_cny, first, last);
  Mend& mend = report.Offer(MendKind::kLeaveOut, Role::kPrice);
  mend.from = first;
  mend.to = last;
}

}  // namespace

bool CheckOtherFund(const CheckInput& input, Checks& checks) {
  FundData copy = input.newest;
  AdjustSplits(copy);
  const std::vector<Day> days = DaysOf(copy);
  std::size_t found = 0;
  for (std::size_t i = 1; i < days.size() && found < kMostStretches; ++i) {
    if (!IsJump(days[i - 1], days[i])) continue;
    const std::size_t end = std::min(days.size(), i + kLongest);
    for (std::size_t k = i + 1; k < end; ++k) {
      const bool back =
          IsJump(days[k - 1], days[k]) && std::fabs(days[k].gap - days[i - 1].gap) < kStays &&
          (days[k].price - days[k - 1].price) * (days[i].price - days[i - 1].price) < 0;
      if (!back) continue;
      Say(input, days, i, k, checks);
      ++found;
      i = k;
      break;
    }
  }
  return found > 0;
}

void CheckOtherFundAtEnds(const CheckInput& input, Checks& checks) {
  FundData copy = input.newest;
  AdjustSplits(copy);
  const std::vector<Day> days = DaysOf(copy);
  if (days.size() < kLeastBeside) return;
  // The jump that is nearest to the end has the days beyond it.
  for (std::size_t i = 1; i <= kMostAtEnd; ++i) {
    if (!IsJump(days[i - 1], days[i])) continue;
    Say(input, days, 0, i, checks);
    break;
  }
  for (std::size_t i = days.size() - 1; i >= days.size() - kMostAtEnd; --i) {
    if (!IsJump(days[i - 1], days[i])) continue;
    Say(input, days, i, days.size(), checks);
    break;
  }
}

}  // namespace premiumlens
