// A column that goes to another power of ten from one day to the next: yuan in the old rows and
// 万元 in the new ones, shares and then lots, percents and then fractions.
//
// Where the columns explain each other (amount = volume × price, turnover × shares = volume), the
// power of ten by which they miss is told row by row: a row is off if it misses by another unit's
// power than most do. Of the two the column is off whose level is as far from its neighbours'.
//
// Alone, a column is judged by its level: between two days at which the numbers change by at least
// kLeastJump, the medians of the logarithms of up to kSide numbers before and after are compared.
// Their difference is a change of unit if it is near one of the powers that units go by, if it is
// kNoise times its own error as the column's usual change in a day gives it, and if almost all
// numbers up to the change back (or the end) stay nearer to the new level than to the old one.
// Turnover does rise a hundredfold in months, but not overnight. The unit of most rows counts as
// the column's.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/robust.h"

namespace premiumlens {
namespace {

constexpr double kLeastJump = 1;  // of the decimal logarithms, in one step
constexpr std::size_t kSide = 10;
constexpr std::size_t kLeastSide = 3;
constexpr double kStill = 0.02;  // usual change of a column of which one number tells the level
constexpr double kNoise = 7;
constexpr double kStray = 0.1;      // share of numbers that may stand off their level
constexpr double kExplained = 0.1;  // a day's mean price is within 10 % of its last, and rounding
constexpr double kLeastExplained = 0.6;
constexpr std::size_t kMostRuns = 4;

// The unit that a difference of so many decimal places stands for, 0 for none: 百 (手, percent), 万
// or 亿. Trading changes as well, so each is granted a factor of ten. (千 cannot be told from
// them.)
int UnitPower(double difference) {
  const double size = std::fabs(difference);
  int power = 0;
  if (size >= 1.5 && size < 3) power = 2;
  if (size >= 3 && size <= 5) power = 4;
  if (size >= 7 && size <= 9) power = 8;
  return difference < 0 ? -power : power;
}

bool IsUnit(int power) {
  const int size = std::abs(power);
  return (size >= 2 && size <= 4) || size == 8;
}

// Rows [from, to) whose numbers are 10^power times what the unit of the others gives.
struct Run {
  std::size_t from;
  std::size_t to;
  int power;
};

struct Series {
  std::vector<double> logs = {};       // decimal logarithms of the positive numbers
  std::vector<std::size_t> rows = {};  // where each stands
};

Series SeriesOf(const std::vector<double>& values) {
  Series series;
  const std::size_t first = values.size() - std::min(values.size(), 2 * kMostSessions);
  for (std::size_t i = first; i < values.size(); ++i) {
    if (!(values[i] > 0)) continue;
    series.logs.push_back(std::log10(values[i]));
    series.rows.push_back(i);
  }
  return series;
}

void ReportRun(const CheckInput& input, Role role, const std::vector<double>& values, Run run,
               Checks& checks) {
  const FundData& data = input.data;
  const auto shown = [&values](std::size_t row, int step) {
    while (row < values.size() && !(values[row] > 0)) row += static_cast<std::size_t>(step);
    return row < values.size() ? values[row] : kMissing;
  };
  // Of a run from the first row on, the change is where it ends.
  const std::size_t at = run.from > 0 ? run.from : run.to;
  const Date from = data.dates[run.from];
  const Date to = run.to < data.rows ? data.dates[run.to - 1] : kMissingDate;
  const double factor = std::pow(10, -run.power);
  Report report(input, role, Code::unit_changes, Level::kWarn, checks);
  report.Day("change_date", data.dates[at]);
  report.Number("factor_ratio", factor);
  report.Number("before_count", shown(at - 1, -1));
  report.Number("after_count", shown(at, 1));
  report.Text("role_name", Name(role));
  report.Rows(values, from, to == kMissingDate ? data.dates.back() : to);
  Mend& mend = report.Offer(MendKind::kScale, role);
  if (run.from > 0) mend.from = from;
  mend.to = to;
  mend.factor = factor;
}

// One factor of the product that two columns are told by.
struct Term {
  Role role;
  const std::vector<double>* values;
  int sign;  // of its logarithm
};

// The powers by which the rows miss, kNone where that is no power.
constexpr int kNone = 100;
std::vector<int> PowersOf(const std::vector<Term>& terms, std::size_t rows) {
  std::vector<int> powers(rows, kNone);
  for (std::size_t i = rows - std::min(rows, 2 * kMostSessions); i < rows; ++i) {
    double sum = 0;
    for (const Term& term : terms) sum += term.sign * std::log10((*term.values)[i]);
    const double power = std::round(sum);
    if (std::fabs(sum - power) <= kExplained && std::fabs(power) < 12) {
      powers[i] = static_cast<int>(power);
    }
  }
  return powers;
}

// What most rows miss by; kNone where they do not explain each other.
int UsualPower(const std::vector<int>& powers, std::size_t filled) {
  std::map<int, std::size_t> counts;
  std::size_t told = 0;
  for (const int power : powers) {
    if (power == kNone) continue;
    ++counts[power];
    ++told;
  }
  if (told < 2 * kLeastSide) return kNone;
  if (static_cast<double>(told) < kLeastExplained * static_cast<double>(filled)) return kNone;
  // Rows that explain each other as they stand are right, if there are some.
  if (10 * counts[0] >= told) return 0;
  return std::max_element(
             counts.begin(), counts.end(),
             [](const auto& one, const auto& other) { return one.second < other.second; })
      ->first;
}

std::vector<Run> RunsOf(const std::vector<int>& powers, int usual) {
  std::vector<Run> runs;
  bool open = false;
  for (std::size_t i = 0; i < powers.size(); ++i) {
    if (powers[i] == kNone) continue;
    const int power = powers[i] - usual;
    open = open && runs.back().power == power;
    if (!IsUnit(power)) {
      open = false;
    } else if (open) {
      runs.back().to = i + 1;
    } else {
      runs.push_back({i, i + 1, power});
      open = true;
    }
  }
  // Rows at the end that tell nothing belong to the run before them.
  if (!runs.empty() && std::all_of(powers.begin() + static_cast<std::ptrdiff_t>(runs.back().to),
                                   powers.end(), [](int power) { return power == kNone; })) {
    runs.back().to = powers.size();
  }
  return runs;
}

// How far the column's level in a run is from that beside it.
double Distance(const std::vector<double>& values, Run run) {
  std::vector<double> inside;
  std::vector<double> beside;
  const auto add = [&values](std::size_t from, std::size_t to, std::vector<double>& logs) {
    for (std::size_t i = from; i < std::min(to, values.size()); ++i) {
      if (values[i] > 0) logs.push_back(std::log10(values[i]));
    }
  };
  add(run.from, run.to, inside);
  add(run.from - std::min(run.from, 2 * kSide), run.from, beside);
  add(run.to, run.to + 2 * kSide, beside);
  return MedianOf(std::move(inside)) - MedianOf(std::move(beside));
}

// Where the terms explain each other, reports the runs of rows that they do not, each as a fault of
// the term whose own level is off. False where they explain nothing.
bool CheckTogether(const CheckInput& input, const std::vector<Term>& terms, Checks& checks) {
  std::size_t filled = 0;
  for (const Term& term : terms) {
    if (term.values->size() != input.data.rows) return false;
  }
  for (const double value : *terms[0].values) filled += value > 0;
  const std::vector<int> powers = PowersOf(terms, input.data.rows);
  const int usual = UsualPower(powers, filled);
  if (usual == kNone) return false;
  const std::vector<Run> runs = RunsOf(powers, usual);
  for (std::size_t i = 0; i < std::min(runs.size(), kMostRuns); ++i) {
    const Term* off = nullptr;
    double least = 0;
    for (const Term& term : terms) {
      if (term.role == Role::kPrice) continue;  // check_footing.cpp
      const double miss = std::fabs(Distance(*term.values, runs[i]) - term.sign * runs[i].power);
      if (off != nullptr && !(miss < least)) continue;
      off = &term;
      least = miss;
    }
    Run run = runs[i];
    run.power *= off->sign;
    ReportRun(input, off->role, *off->values, run, checks);
  }
  return true;
}

// The difference of the levels after and before `at` if it stands for a unit; else 0.
double LevelChange(const std::vector<double>& logs, std::size_t at, double usual) {
  const std::size_t least = usual < kStill ? 1 : kLeastSide;
  if (at < kLeastSide || at + least > logs.size()) return 0;
  const std::size_t before = std::min(at, kSide);
  const std::size_t after = std::min(logs.size() - at, kSide);
  const double difference = MedianOf(logs, at, at + after) - MedianOf(logs, at - before, at);
  // The error of a median is a quarter more than that of a mean; a change has that of two numbers.
  const double error = usual * 1.25 / std::sqrt(2) *
                       std::sqrt(1 / static_cast<double>(before) + 1 / static_cast<double>(after));
  if (std::fabs(difference) < kNoise * error || UnitPower(difference) == 0) return 0;
  return difference;
}

// Whether almost all of [from, to) are nearer to a level that is `change` away from `level`.
bool Stays(const std::vector<double>& logs, std::size_t from, std::size_t to, double level,
           double change) {
  std::size_t stray = 0;
  for (std::size_t i = from; i < to; ++i) {
    stray += (logs[i] - level) / change < 0.5;
  }
  return static_cast<double>(stray) <= kStray * static_cast<double>(to - from);
}

// A change of level by a unit's power, on its own side of 0.
struct Change {
  std::size_t at;
  double size;
};

// The first change from `from` on, of that sign (0: either). Near it the largest step is the place:
// a wild day beside it may pass for one as well.
std::optional<Change> FindChange(const std::vector<double>& logs, std::size_t from, double usual,
                                 double sign) {
  std::optional<Change> found;
  double largest = kLeastJump;
  for (std::size_t i = from; i < logs.size() && (!found || i < found->at + kSide); ++i) {
    const double step = logs[i] - logs[i - 1];
    if (std::fabs(step) < largest || step * sign < 0) continue;
    const double change = LevelChange(logs, i, usual);
    if (change * step <= 0 || (found && change * found->size <= 0)) continue;
    found = {i, change};
    largest = std::fabs(step);
  }
  return found;
}

void CheckAlone(const CheckInput& input, Role role, const std::vector<double>& values,
                Checks& checks) {
  const Series series = SeriesOf(values);
  const std::vector<double>& logs = series.logs;
  if (logs.size() < 2 * kLeastSide) return;
  const double usual = SpreadOf(ChangesOf(logs));
  std::size_t reported = 0;
  std::size_t next = 1;
  while (const std::optional<Change> change = FindChange(logs, next, usual, 0)) {
    const std::size_t at = change->at;
    next = at + 1;
    const std::optional<Change> back = FindChange(logs, next, usual, -change->size);
    const std::size_t to = back ? back->at : logs.size();
    const double level = MedianOf(logs, at - std::min(at, kSide), at);
    if (!Stays(logs, at, to, level, change->size) ||
        !Stays(logs, at - std::min(at, 3 * kSide), at, level + change->size, -change->size)) {
      continue;
    }
    const std::size_t from = series.rows[at];
    const std::size_t end = back ? series.rows[to] : values.size();
    const int power = UnitPower(change->size);
    if (2 * (to - at) > logs.size()) {
      // What stands around it is the exception.
      ReportRun(input, role, values, {0, from, -power}, checks);
      if (end < values.size()) ReportRun(input, role, values, {end, values.size(), -power}, checks);
      return;
    }
    ReportRun(input, role, values, {from, end, power}, checks);
    if (++reported == kMostRuns) return;
    next = to + 1;
  }
}

}  // namespace

void CheckUnits(const CheckInput& input, Checks& checks) {
  const FundData& data = input.data;
  const Term amount = {Role::kAmount, &data.amount_cny, 1};
  const Term volume = {Role::kVolume, &data.volume_shares, -1};
  const Term price = {Role::kPrice, &data.price_cny, -1};
  const Term turnover = {Role::kTurnover, &data.turnover_fraction, 1};
  const Term shares = {Role::kShares, &data.shares, 1};
  if (!CheckTogether(input, {amount, volume, price}, checks)) {
    CheckAlone(input, Role::kVolume, data.volume_shares, checks);
    CheckAlone(input, Role::kAmount, data.amount_cny, checks);
  }
  if (!checks.empty() && checks.back().finding.code == Code::unit_changes) return;
  if (!CheckTogether(input, {turnover, shares, volume}, checks)) {
    CheckAlone(input, Role::kTurnover, data.turnover_fraction, checks);
    CheckAlone(input, Role::kShares, data.shares, checks);
  }
  CheckAlone(input, Role::kFloat, data.float_cny, checks);
}

}  // namespace premiumlens
