// A column that goes to another power of ten from one day to the next, and stays there: yuan in the
// old rows and 万元 in the new ones, shares and then lots.
//
// Between two days at which the numbers change by at least kLeastJump, the medians of
// the logarithms of up to kSide numbers before and after are compared. Their difference is a change
// of unit if it is near one of the powers that units go by, if it is kNoise times as large as the
// column's usual change in a day, and if every number after it stays nearer to the new level than
// to the old one. Turnover does rise a hundredfold in months, but not overnight.

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/checks.h"
#include "core/fund/robust.h"

namespace premiumlens {
namespace {

constexpr double kLeastJump = 1.5;  // of the decimal logarithms, in one step
constexpr std::size_t kSide = 10;
constexpr std::size_t kLeastSide = 3;
constexpr double kNoise = 5;

// The unit that a difference of so many decimal places stands for, 0 for none: 百 (手), 千, 万 or
// 亿. Trading changes as well, so 万 is granted a factor of ten, the others less.
int UnitPower(double difference) {
  const double size = std::fabs(difference);
  int power = 0;
  if (size >= 1.6 && size <= 2.4) power = 2;
  if (size >= 2.7 && size < 3.3) power = 3;
  if (size >= 3.3 && size <= 5) power = 4;
  if (size >= 7 && size <= 9) power = 8;
  return difference < 0 ? -power : power;
}

struct Series {
  std::vector<double> logs;       // decimal logarithms of the positive numbers
  std::vector<std::size_t> rows;  // where each stands
};

// The power of ten by which the numbers from `at` on differ from those before; 0 if by none.
int PowerAt(const std::vector<double>& logs, std::size_t at, double usual) {
  if (at < kLeastSide || at + kLeastSide > logs.size()) return 0;
  const double before = MedianOf(logs, at - std::min(at, kSide), at);
  const double after = MedianOf(logs, at, std::min(logs.size(), at + kSide));
  const double difference = after - before;
  if (std::fabs(difference) < kNoise * usual) return 0;
  for (std::size_t i = at; i < logs.size(); ++i) {
    if (std::fabs(logs[i] - before) < std::fabs(difference) / 2) return 0;
  }
  return UnitPower(difference);
}

void CheckColumn(const CheckInput& input, Role role, const std::vector<double>& values,
                 Checks& checks) {
  Series series;
  const FundData& data = input.data;
  const std::size_t first = values.size() - std::min(values.size(), 2 * kMostSessions);
  for (std::size_t i = first; i < values.size(); ++i) {
    if (!(values[i] > 0)) continue;
    series.logs.push_back(std::log10(values[i]));
    series.rows.push_back(i);
  }
  if (series.logs.size() < 2 * kLeastSide) return;
  const double usual = SpreadOf(ChangesOf(series.logs));
  for (std::size_t i = 1; i < series.logs.size(); ++i) {
    if (std::fabs(series.logs[i] - series.logs[i - 1]) < kLeastJump) continue;
    const int power = PowerAt(series.logs, i, usual);
    if (power == 0) continue;
    const Date from = data.dates[series.rows[i]];
    const double factor = std::pow(10, -power);
    Report report(input, role, Code::unit_changes, Level::kWarn, checks);
    report.Day("change_date", from);
    report.Number("factor_ratio", factor);
    report.Number("before_count", values[series.rows[i - 1]]);
    report.Number("after_count", values[series.rows[i]]);
    report.Text("role_name", Name(role));
    report.Rows(values, from, data.dates.back());
    Mend& mend = report.Offer(MendKind::kScale, role);
    mend.from = from;
    mend.factor = factor;
    return;  // mended, the next one shows
  }
}

}  // namespace

void CheckUnits(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  CheckColumn(input, Role::kVolume, data.volume_shares, checks);
  CheckColumn(input, Role::kAmount, data.amount_cny, checks);
  CheckColumn(input, Role::kShares, data.shares, checks);
  CheckColumn(input, Role::kFloat, data.float_cny, checks);
  CheckColumn(input, Role::kTurnover, data.turnover_fraction, checks);
}

}  // namespace premiumlens
