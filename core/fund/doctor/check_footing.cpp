// Whether price and NAV stand on one footing: splits, adjusted prices, cumulative NAVs.
//
// y = ln(price / NAV of the same day). Where a fund pays a dividend, its NAV and its price fall by
// the same on one day and y stays. An adjusted price does not fall: y steps up by the dividend, and
// before the first (后复权: after the last) of the steps price and NAV are as far apart as all
// steps together. Against a cumulative NAV it is the price alone that falls, and y steps down.
//
// A step: the medians of up to kSide days before and after differ by at least kLeastStep and by
// kNoise times the usual daily change of y, and the day itself makes most of the difference. Where
// y is not quiet (funds whose market is shut meanwhile) it must be the NAV's fall, or the price's,
// that makes it. Steps of a split's size are split.h's.
//
// A NAV on quite another level than the price for the last third of the days, and steadily so, is
// no NAV of one share either: more than 20 % below the price's value no fund trades for long.

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/doctor/checks.h"
#include "core/fund/robust.h"
#include "core/fund/split.h"

namespace premiumlens {
namespace {

constexpr std::size_t kSide = 10;
constexpr std::size_t kLeastSide = 5;
constexpr double kLeastStep = 0.004;
constexpr double kLargestStep = 0.28;
constexpr double kNoise = 5;
constexpr double kQuiet = 0.003;  // usual daily change of y of a fund whose market is open
constexpr double kDeep = -0.03;   // a discount that does not stay by itself
constexpr std::size_t kLeastDays = 30;
constexpr double kFarBelow = -0.22;  // ln 0.8
constexpr double kFarAbove = 0.6;    // ln 1.8: premiums of over 80 % have not lasted
constexpr double kSteady = 0.08;

// The days with a price and a NAV of their own.
struct Footing {
  std::vector<Date> dates;
  std::vector<double> price;  // logarithms
  std::vector<double> nav;
  std::vector<double> gap;  // y
};

Footing FootingOf(const FundData& data) {
  Footing footing;
  const std::size_t first = data.rows - std::min(data.rows, kMostSessions);
  std::size_t k = 0;
  for (std::size_t i = first; i < data.rows; ++i) {
    while (k < data.nav.dates.size() && data.nav.dates[k] < data.dates[i]) ++k;
    if (k == data.nav.dates.size()) break;
    if (IsMissing(data.price_cny[i]) || data.nav.dates[k] != data.dates[i]) continue;
    footing.dates.push_back(data.dates[i]);
    footing.price.push_back(std::log(data.price_cny[i]));
    footing.nav.push_back(std::log(data.nav.values[k]));
    footing.gap.push_back(footing.price.back() - footing.nav.back());
  }
  return footing;
}

struct Step {
  Date date;
  double size;
};

std::vector<Step> StepsOf(const Footing& footing, double noise) {
  std::vector<Step> steps;
  const std::vector<double>& gap = footing.gap;
  const double bar = std::max(kLeastStep, kNoise * noise);
  for (std::size_t i = kLeastSide; i + kLeastSide <= gap.size(); ++i) {
    const double change = gap[i] - gap[i - 1];
    if (std::fabs(change) < bar / 2) continue;
    const double size = MedianOf(gap, i, std::min(gap.size(), i + kSide)) -
                        MedianOf(gap, i - std::min(i, kSide), i);
    if (std::fabs(size) < bar || std::fabs(size) > kLargestStep) continue;
    if (std::fabs(change - size) > std::fabs(size) / 2) continue;
    if (noise > kQuiet) {
      const double nav = footing.nav[i] - footing.nav[i - 1];
      const double price = footing.price[i] - footing.price[i - 1];
      const double falls = size > 0 ? nav : price;
      const double stays = size > 0 ? price : nav;
      if (falls > -0.4 * std::fabs(size) || std::fabs(stays) > 0.6 * std::fabs(size)) continue;
    }
    steps.push_back({footing.dates[i], size});
  }
  return steps;
}

// Words by which a source says that a price is adjusted; 不复权 says that it is not.
std::string AdjustedWord(const std::vector<const Table*>& tables) {
  const Place place = PlaceOf(tables, Role::kPrice);
  if (!place.table) return {};
  const Table& table = *tables[*place.table];
  for (const std::string* text : {&table.title, &place.column, &table.file}) {
    for (const char* word : {"前复权", "后复权", "等比复权", "Adj Close", "qfq", "hfq"}) {
      if (text->find(word) != std::string::npos) return word;
    }
  }
  return {};
}

// Where the steps lead from and to.
struct Ends {
  double first;
  double last;
};

void ReportAdjusted(const CheckInput& input, const std::vector<Step>& steps, Ends ends,
                    const std::string& word, Checks& checks) {
  const bool forward = std::fabs(ends.last) < std::fabs(ends.first);
  Report report(input, Role::kPrice, Code::price_adjusted, Level::kWarn, checks);
  report.Count("steps_count", static_cast<std::int64_t>(steps.size()));
  report.Day("first_date", steps.front().date);
  report.Day("last_date", steps.back().date);
  report.Number("gap_fraction", std::expm1(forward ? ends.first : ends.last));
  if (!word.empty()) report.Text("title_text", word);
  for (const Step& step : steps) report.Rows(input.data.price_cny, step.date, step.date);
  Mend& mend = report.Offer(MendKind::kLeaveOut, Role::kPrice);
  (forward ? mend.to : mend.from) = forward ? steps.back().date - 1 : steps.front().date;
}

void ReportCumulative(const CheckInput& input, double gap, std::int64_t steps, Date from, Date to,
                      Checks& checks) {
  Report report(input, Role::kNav, Code::cumulative_nav_suspected, Level::kWarn, checks);
  report.Number("gap_fraction", std::expm1(gap));
  report.Count("steps_count", steps);
  report.Day("first_date", from);
  report.Day("last_date", to);
  report.NavRows(from, to);
  // Without another value nothing would be left to divide by.
  if (!HasAny(input.data.iopv_cny)) return;
  report.Offer(MendKind::kSetRole, Role::kCumulativeNav).column = report.check().column;
}

bool CheckLevel(const CheckInput& input, const Footing& footing, Checks& checks) {
  const std::vector<double>& gap = footing.gap;
  if (gap.size() < kLeastDays) return false;
  const std::size_t from = gap.size() * 2 / 3;
  const double level = MedianOf(gap, from, gap.size());
  std::vector<double> around(gap.begin() + static_cast<std::ptrdiff_t>(from), gap.end());
  for (double& value : around) value -= level;
  if ((level > kFarBelow && level < kFarAbove) || SpreadOf(std::move(around)) > kSteady) {
    return false;
  }
  ReportCumulative(input, level, 0, footing.dates[from], footing.dates.back(), checks);
  return true;
}

void CheckSteps(const CheckInput& input, const Footing& footing, Checks& checks) {
  const std::string word = AdjustedWord(input.tables);
  const double noise = SpreadOf(ChangesOf(footing.gap));
  std::vector<Step> up;
  std::vector<Step> down;
  double sum = 0;
  double gross = 0;
  for (const Step& step : StepsOf(footing, noise)) {
    (step.size > 0 ? up : down).push_back(step);
    sum += step.size;
    gross += std::fabs(step.size);
  }
  const std::size_t count = footing.gap.size();
  const std::size_t side = std::min(2 * kSide, count / 2);
  const Ends ends = {MedianOf(footing.gap, 0, side), MedianOf(footing.gap, count - side, count)};
  const double far = std::max(std::fabs(ends.first), std::fabs(ends.last));
  const double near = std::min(std::fabs(ends.first), std::fabs(ends.last));
  // The steps have to go one way and to explain that from one footing to the other. (What was paid
  // weighs less the higher the price: with the market the gap itself moves, both ways.)
  const bool explained = std::fabs(sum) > 0.3 * gross && std::fabs(sum) > 0.5 * far &&
                         far > 0.6 * std::fabs(sum) && near < 0.5 * std::fabs(sum) &&
                         (ends.last - ends.first) * sum > 0;
  // One step up to a premium that stays may be just that, but for a fund that never has one.
  const bool may_be_premium =
      noise > kQuiet && up.size() < 2 && std::fabs(ends.last) > std::fabs(ends.first);
  if (explained && sum > 0 && !may_be_premium) {
    ReportAdjusted(input, up, ends, word, checks);
  } else if (explained && sum < 0 && (noise <= kQuiet || ends.last < kDeep) &&
             ends.last < ends.first && std::fabs(ends.first) < std::fabs(ends.last)) {
    ReportCumulative(input, ends.last, static_cast<std::int64_t>(down.size()), down.front().date,
                     footing.dates.back(), checks);
  } else if (!word.empty()) {
    Report report(input, Role::kPrice, Code::price_adjusted, Level::kWatch, checks);
    report.Count("steps_count", 0);
    report.Text("title_text", word);
  }
}

void ReportOneSided(const CheckInput& input, const OneSided& jump, Checks& checks) {
  const Role side = jump.of_nav ? Role::kNav : Role::kPrice;
  // Only the NAV shows the split: the price is adjusted for it.
  const Code code = jump.of_nav ? Code::price_adjusted : Code::split_one_sided;
  Report report(input, side, code, Level::kWarn, checks);
  report.Day("split_date", jump.date);
  report.Number("split_ratio", jump.ratio);
  report.Text("side_name", Name(side));
  if (jump.of_nav) {
    report.NavRows(jump.date, jump.date);
  } else {
    report.Rows(input.data.price_cny, jump.date, jump.date);
  }
  Mend& mend = report.Offer(MendKind::kScale, jump.meets ? side : Role::kPrice);
  if (jump.meets) {
    mend.to = jump.date - 1;
    mend.factor = 1 / jump.ratio;
  } else {
    mend.from = jump.date;
    mend.factor = jump.of_nav ? 1 / jump.ratio : jump.ratio;
  }
}

void ReportSplit(const CheckInput& input, const Split& split, Checks& checks) {
  Report report(input, Role::kPrice, Code::split_adjusted, Level::kInfo, checks);
  report.Day("split_date", split.date);
  report.Number("split_ratio", split.ratio);
  report.Rows(input.data.price_cny, split.date - kNearDays / 2, split.date + kNearDays / 2);
  Mend& mend = report.Offer(MendKind::kSplit);
  mend.from = split.date;
  mend.factor = split.ratio;
  report.check().mended = true;
}

}  // namespace

void CheckFooting(const CheckInput& input, Checks& checks) {
  FundData copy = input.newest;
  const Splits splits = AdjustSplits(copy);
  for (const Split& split : splits.found) ReportSplit(input, split, checks);
  if (CheckPriceUnit(input, copy, checks)) return;  // mended first
  for (const OneSided& jump : splits.one_sided) ReportOneSided(input, jump, checks);
  if (!splits.one_sided.empty()) return;  // mended first
  const Footing footing = FootingOf(copy);
  if (footing.gap.size() < 2 * kLeastSide) return;
  if (!CheckLevel(input, footing, checks)) CheckSteps(input, footing, checks);
}

}  // namespace premiumlens
