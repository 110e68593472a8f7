#include "core/fund/past/widening.h"

#include <algorithm>
#include <cmath>

#include "core/fund/past/standing.h"

namespace premiumlens {
namespace {

constexpr std::size_t kDaysAStep = 8192;

}  // namespace

WideningFinder::WideningFinder(const std::vector<double>& series, const WideningBars& bars)
    : bars_(bars),
      rows_(RowsOf(series)),
      values_(Gather(series, rows_)),
      before_(values_, static_cast<std::size_t>(bars.window_days)) {
  const auto have = static_cast<std::int64_t>(values_.size());
  if (have <= bars.window_days) result_.too_few = TooFew{bars.window_days + 1, have};
}

// The spread takes longest, and is only asked where the rest of the rule holds, or of the latest.
WideDay WideningFinder::Judge(std::size_t day) const {
  WideDay judged;
  judged.row = rows_[day];
  judged.premium_fraction = values_[day];
  judged.usual_fraction = before_.Quantile(0.5);
  judged.away_fraction = judged.premium_fraction - judged.usual_fraction;
  judged.change_fraction = values_[day] - values_[day - 1];
  const bool counts = std::fabs(judged.away_fraction) >= bars_.least_fraction &&
                      judged.away_fraction * judged.premium_fraction > 0;
  if (!counts && day + 1 < values_.size()) return judged;
  judged.spread_fraction = before_.Spread(judged.usual_fraction);
  if (judged.spread_fraction > kNoSpread)
    judged.robust_z = judged.away_fraction / judged.spread_fraction;
  judged.is_wide = counts && (IsMissing(judged.robust_z) || std::fabs(judged.robust_z) >= bars_.z);
  return judged;
}

void WideningFinder::Note(const WideDay& day) {
  ++result_.judged_days;
  result_.days_running = day.is_wide ? result_.days_running + 1 : 0;
  if (day.is_wide) {
    ++result_.wide_days;
    if (result_.days_running == 1) {
      ++result_.marks_count;
      result_.marks.push_back(day);
      if (result_.marks.size() >= 2 * kMostWideningMarks) {
        result_.marks.erase(result_.marks.begin(),
                            result_.marks.end() - static_cast<std::ptrdiff_t>(kMostWideningMarks));
      }
    }
  }
  result_.latest = day;
}

bool WideningFinder::Step() {
  if (result_.too_few) return true;
  const auto window = static_cast<std::size_t>(bars_.window_days);
  const std::size_t end = std::min(values_.size(), done_ + kDaysAStep);
  for (; done_ < end; ++done_) {
    if (done_ >= window) Note(Judge(done_));
    before_.Advance();
  }
  if (done_ < values_.size()) return false;
  std::vector<WideDay>& marks = result_.marks;
  if (marks.size() > kMostWideningMarks) {
    marks.erase(marks.begin(), marks.end() - static_cast<std::ptrdiff_t>(kMostWideningMarks));
  }
  return true;
}

double WideningFinder::Progress() const {
  return values_.empty() ? 1 : static_cast<double>(done_) / static_cast<double>(values_.size());
}

Widening FindWidening(const std::vector<double>& series, const WideningBars& bars) {
  WideningFinder finder(series, bars);
  while (!finder.Step()) {
  }
  return finder.result();
}

}  // namespace premiumlens
