// Prices or NAVs that are some powers of ten off: 分 for yuan, a point that was lost, a value of
// ten shares.
//
// y = log10(price / latest NAV, or IOPV) is a whole number k within kTolerance: no premium
// is near ten times the value. A run of days with another k than usual is off, by itself however
// short. Of price and NAV the one is off that jumps at the edge of the run. Where a factor of ten
// begins and stays, it may as well be a split, which split.h tells. All days off by the same power
// have no edge: the one is off that is the less like a share's price, 0.1 … 200 yuan.

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/robust.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kTolerance = 0.13;  // premiums of −26 % to 35 %
constexpr std::size_t kMostRuns = 4;
constexpr std::size_t kLeastDays = 5;

struct Day {
  std::size_t row;
  double price;  // decimal logarithms
  double value;
  int power;
};

std::vector<Day> DaysOf(const FundData& data, bool has_nav) {
  const std::vector<double> values =
      has_nav ? SameDayNav(data.dates, data.nav).values : data.iopv_cny;
  std::vector<Day> days;
  double value = kMissing;
  for (std::size_t i = 0; i < std::min(values.size(), data.rows); ++i) {
    if (!IsMissing(values[i])) value = std::log10(values[i]);
    const double price = std::log10(data.price_cny[i]);
    const double power = std::round(price - value);
    if (!(std::fabs(price - value - power) <= kTolerance) || std::fabs(power) > 9) continue;
    days.push_back({i, price, value, static_cast<int>(power)});
  }
  return days;
}

// Days [from, to) that are off by a power.
struct Run {
  std::size_t from;
  std::size_t to;
  int power;
};

std::vector<Run> RunsOf(const std::vector<Day>& days, int usual) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const int power = days[i].power - usual;
    if (power == 0) continue;
    if (!runs.empty() && runs.back().to == i && runs.back().power == power) {
      runs.back().to = i + 1;
    } else {
      runs.push_back({i, i + 1, power});
    }
  }
  return runs;
}

// How well the jump between two days fits a jump of the price alone, against one of the value.
bool IsOfPrice(const Day& before, const Day& after, int power) {
  return std::fabs(after.price - before.price - power) <
         std::fabs(after.value - before.value + power);
}

void ReportRun(const CheckInput& input, const std::vector<Day>& days, Run run, Role value_role,
               Checks& checks) {
  const FundData& data = input.data;
  const bool at_start = run.from == 0;
  const bool of_price = at_start ? IsOfPrice(days[run.to - 1], days[run.to], -run.power)
                                 : IsOfPrice(days[run.from - 1], days[run.from], run.power);
  const Role role = of_price ? Role::kPrice : value_role;
  const std::size_t at = at_start ? run.to : run.from;
  const auto shown = [of_price](const Day& day) {
    return std::pow(10, of_price ? day.price : day.value);
  };
  Mend mend = {.kind = MendKind::kScale, .role = role};
  const auto date_at = [&input](const Day& day) { return input.newest.dates[day.row]; };
  if (!at_start) mend.from = date_at(days[run.from]);
  if (run.to < days.size()) mend.to = date_at(days[run.to - 1]);
  mend.factor = std::pow(10, of_price ? -run.power : run.power);
  Report report(input, role, Code::unit_changes, Level::kWarn, checks);
  report.Day("change_date", date_at(days[at]));
  report.Number("factor_ratio", mend.factor);
  report.Number("before_count", shown(days[at - 1]));
  report.Number("after_count", shown(days[at]));
  report.Text("role_name", Name(role));
  const Date to = mend.to == kMissingDate ? data.dates.back() : mend.to;
  if (role == Role::kNav) {
    report.NavRows(date_at(days[run.from]), to);
  } else {
    report.Rows(of_price ? data.price_cny : data.iopv_cny, date_at(days[run.from]), to);
  }
  mend.fund = report.check().fund;
  report.check().mend = mend;
}

// Every day is off by the same power: no day on which something changes, so another code.
void ReportAll(const CheckInput& input, const std::vector<Day>& days, int power, Role value_role,
               Checks& checks) {
  std::vector<double> prices;
  std::vector<double> values;
  for (const Day& day : days) {
    prices.push_back(day.price);
    values.push_back(day.value);
  }
  const double price = MedianOf(std::move(prices));
  const double value = MedianOf(std::move(values));
  const auto is_like_price = [](double level) { return level > -1 && level < 2.3; };
  const bool of_price = is_like_price(value) || !is_like_price(price);
  Report report(input, of_price ? Role::kPrice : value_role, Code::cumulative_nav_suspected,
                Level::kWarn, checks);
  report.Number("gap_fraction", std::pow(10, price - value) - 1);
  report.Count("steps_count", 0);
  report.Day("first_date", input.newest.dates[days.front().row]);
  report.Day("last_date", input.newest.dates[days.back().row]);
  report.Rows(input.data.price_cny, input.newest.dates[days.front().row],
              input.newest.dates[days.back().row]);
  report.Offer(MendKind::kScale, of_price ? Role::kPrice : value_role).factor =
      std::pow(10, of_price ? -power : power);
}

}  // namespace

bool CheckPriceUnit(const CheckInput& input, const FundData& data, Checks& checks) {
  const bool has_nav = !data.nav.dates.empty();
  const std::vector<Day> days = DaysOf(data, has_nav);
  if (days.size() < kLeastDays) return false;
  const Role value_role = has_nav ? Role::kNav : Role::kIopv;
  std::vector<double> powers;
  std::size_t plain = 0;
  for (const Day& day : days) {
    powers.push_back(day.power);
    plain += day.power == 0;
  }
  const int usual = 10 * plain >= days.size() ? 0 : static_cast<int>(MedianOf(std::move(powers)));
  const std::vector<Run> runs = RunsOf(days, usual);
  if (usual != 0 && runs.empty()) {
    ReportAll(input, days, usual, value_role, checks);
    return true;
  }
  const std::size_t before = checks.size();
  for (const Run& run : runs) {
    const bool may_be_split =
        std::abs(run.power) == 1 && has_nav && (run.from == 0 || run.to == days.size());
    if (may_be_split || checks.size() - before == kMostRuns) continue;
    ReportRun(input, days, run, value_role, checks);
  }
  return checks.size() > before;
}

}  // namespace premiumlens
