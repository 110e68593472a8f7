#include "core/fund/past/disclosure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

// Days running at a bar or beyond it, and the longest such run so far.
class Runs {
 public:
  explicit Runs(std::int64_t least_days) : least_days_(least_days) {}

  void Add(bool beyond, double premium, Date date) {
    if (!beyond) {
      run_ = {};
      return;
    }
    if (run_.days++ == 0) {
      run_.from = date;
      run_.largest_fraction = premium;
    }
    if (run_.days == least_days_) ++count_;
    run_.to = date;
    if (std::fabs(premium) > std::fabs(run_.largest_fraction)) run_.largest_fraction = premium;
    if (run_.days >= longest_.days) longest_ = run_;
  }

  std::int64_t count() const { return count_; }
  Streak Longest(double bar) const {
    Streak streak = longest_;
    streak.bar_fraction = bar;
    streak.is_premium = streak.largest_fraction > 0;
    streak.is_running = streak.days > 0 && run_.days == streak.days;
    return streak;
  }

 private:
  std::int64_t least_days_;
  std::int64_t count_ = 0;
  Streak run_;
  Streak longest_;
};

struct Quarter {
  int year = 0;
  int quarter = 0;
  Date next = kMissingDate;  // the first day after it
};

Quarter QuarterOf(Date date) {
  const std::string iso = FormatIso(date);
  Quarter found;
  std::from_chars(iso.data(), iso.data() + 4, found.year);
  int month = 0;
  std::from_chars(iso.data() + 5, iso.data() + 7, month);
  found.quarter = (month + 2) / 3;
  const bool is_last = found.quarter == 4;
  found.next = MakeDate(found.year + (is_last ? 1 : 0), is_last ? 1 : 3 * found.quarter + 1, 1)
                   .value_or(std::numeric_limits<Date>::max());
  return found;
}

// Periods as they come, the latest kept.
class Periods {
 public:
  explicit Periods(std::size_t bars) : bars_(bars) {}

  void Add(int year, int quarter, Date date, double premium, std::size_t beyond) {
    if (list_.empty() || list_.back().year != year || list_.back().quarter != quarter) {
      Open(year, quarter);
    }
    PeriodDays& period = list_.back();
    if (period.sample.nobs++ == 0) period.sample.from = date;
    period.sample.to = date;
    if (premium == 0) {
      ++period.at_value_days;
      return;
    }
    const bool is_premium = premium > 0;
    ++(is_premium ? period.premium_days : period.discount_days);
    std::vector<std::int64_t>& counts = is_premium ? period.beyond_premium : period.beyond_discount;
    for (std::size_t bar = 0; bar < beyond; ++bar) ++counts[bar];
  }

  std::int64_t count() const { return count_; }
  std::vector<PeriodDays> Take() {
    DropBut(kMostPeriods);
    return std::move(list_);
  }

 private:
  void Open(int year, int quarter) {
    ++count_;
    if (list_.size() >= 2 * kMostPeriods) DropBut(kMostPeriods);
    PeriodDays period;
    period.year = year;
    period.quarter = quarter;
    period.beyond_premium.assign(bars_, 0);
    period.beyond_discount.assign(bars_, 0);
    list_.push_back(std::move(period));
  }
  void DropBut(std::size_t most) {
    if (list_.size() <= most) return;
    list_.erase(list_.begin(), list_.end() - static_cast<std::ptrdiff_t>(most));
  }

  std::size_t bars_;
  std::int64_t count_ = 0;
  std::vector<PeriodDays> list_;
};

std::vector<SizeBin> BinsOf(const std::vector<double>& bars) {
  std::vector<SizeBin> bins;
  double from = 0;
  for (const double bar : bars) {
    bins.push_back({from, bar});
    from = bar;
  }
  bins.push_back({from, std::numeric_limits<double>::infinity()});
  return bins;
}

constexpr WordList<Yardstick, 6> kYardsticks = {
    {Yardstick::kRangeInner, Yardstick::kRangeOuter, Yardstick::kGuideBar,
     Yardstick::kKoreaDomestic, Yardstick::kKoreaForeign, Yardstick::kUsRule},
    {"range_inner", "range_outer", "guide_bar", "korea_domestic", "korea_foreign", "us_rule"}};

YardstickDays RuleOf(Yardstick yardstick, const Band& band) {
  constexpr std::int64_t kUsRunDays = 8;  // "for more than seven consecutive trading days"
  switch (yardstick) {
    case Yardstick::kRangeInner:
      return {yardstick, band.source, band.inner_fraction, false, true, 1};
    case Yardstick::kRangeOuter:
      return {yardstick, band.source, band.outer_fraction, false, true, 1};
    case Yardstick::kGuideBar:
      return {yardstick, Source::kInvestorGuide, 0.05, false, false, 3};
    case Yardstick::kKoreaDomestic:
      return {yardstick, Source::kKoreaRule, 0.01, true, true, 1};
    case Yardstick::kKoreaForeign:
      return {yardstick, Source::kKoreaRule, 0.02, true, true, 1};
    case Yardstick::kUsRule:
      break;
  }
  return {yardstick, Source::kUsFundRule, 0.02, false, true, kUsRunDays};
}

}  // namespace

DaysByBand CountDays(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                     const std::vector<double>& bars) {
  DaysByBand found;
  found.bins = BinsOf(bars);
  found.sample = SampleOf(dates, premium_fraction);
  Periods quarters(bars.size());
  Periods years(bars.size());
  std::vector<Runs> premium_runs(bars.size(), Runs(1));
  std::vector<Runs> discount_runs(bars.size(), Runs(1));
  Quarter quarter;
  for (std::size_t row = 0; row < premium_fraction.size(); ++row) {
    const double premium = premium_fraction[row];
    if (IsMissing(premium)) continue;
    const double size = std::fabs(premium);
    const auto beyond =
        static_cast<std::size_t>(std::upper_bound(bars.begin(), bars.end(), size) - bars.begin());
    if (premium == 0) ++found.at_value_days;
    if (premium > 0) ++found.bins[beyond].premium_days;
    if (premium < 0) ++found.bins[beyond].discount_days;
    const Date date = dates.empty() ? kMissingDate : dates[row];
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
      premium_runs[bar].Add(bar < beyond && premium > 0, premium, date);
      discount_runs[bar].Add(bar < beyond && premium < 0, premium, date);
    }
    if (dates.empty()) continue;
    if (date >= quarter.next) quarter = QuarterOf(date);
    quarters.Add(quarter.year, quarter.quarter, date, premium, beyond);
    years.Add(quarter.year, 0, date, premium, beyond);
  }
  for (std::size_t bar = 0; bar < bars.size(); ++bar) {
    for (const Runs* runs : {&premium_runs[bar], &discount_runs[bar]}) {
      const Streak longest = runs->Longest(bars[bar]);
      if (longest.days > 0) found.streaks.push_back(longest);
    }
  }
  found.quarters_count = quarters.count();
  found.years_count = years.count();
  found.quarters = quarters.Take();
  found.years = years.Take();
  return found;
}

std::string_view Name(Yardstick yardstick) { return kYardsticks.NameOf(yardstick); }

std::vector<YardstickDays> HoldAgainst(const std::vector<Date>& dates,
                                       const std::vector<double>& premium_fraction, Kind kind) {
  std::vector<YardstickDays> list;
  for (const Yardstick yardstick : kYardsticks.values) {
    YardstickDays held = RuleOf(yardstick, ReferenceBand(kind));
    if (IsMissing(held.bar_fraction)) continue;
    Runs runs(held.run_days);
    for (std::size_t row = 0; row < premium_fraction.size(); ++row) {
      const double premium = premium_fraction[row];
      if (IsMissing(premium)) continue;
      const double size = held.both_sides ? std::fabs(premium) : premium;
      const bool beyond = held.at_bar ? size >= held.bar_fraction : size > held.bar_fraction;
      if (beyond) ++(premium > 0 ? held.premium_days : held.discount_days);
      runs.Add(beyond, premium, dates.empty() ? kMissingDate : dates[row]);
      held.latest_beyond = beyond;
    }
    held.runs = runs.count();
    held.longest = runs.Longest(held.bar_fraction);
    list.push_back(held);
  }
  return list;
}

}  // namespace premiumlens
