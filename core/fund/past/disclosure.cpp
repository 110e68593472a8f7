#include "core/fund/past/disclosure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

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

class DayCounter::State {
 public:
  State(const std::vector<Date>& dates, const std::vector<double>& premium,
        std::vector<double> bars)
      : dates_(dates),
        premium_(premium),
        bars_(std::move(bars)),
        quarters_(bars_.size()),
        years_(bars_.size()),
        premium_runs_(bars_.size(), Runs(1)),
        discount_runs_(bars_.size(), Runs(1)) {
    found_.bins = BinsOf(bars_);
  }

  bool Step() {
    constexpr std::size_t kRowsAStep = 65536;
    const std::size_t end = std::min(premium_.size(), row_ + kRowsAStep);
    for (; row_ < end; ++row_) {
      if (!IsMissing(premium_[row_]))
        Add(premium_[row_], dates_.empty() ? kMissingDate : dates_[row_]);
    }
    return row_ == premium_.size();
  }

  DaysByBand Take() {
    for (std::size_t bar = 0; bar < bars_.size(); ++bar) {
      for (const Runs* runs : {&premium_runs_[bar], &discount_runs_[bar]}) {
        const Streak longest = runs->Longest(bars_[bar]);
        if (longest.days > 0) found_.streaks.push_back(longest);
      }
    }
    found_.quarters_count = quarters_.count();
    found_.years_count = years_.count();
    found_.quarters = quarters_.Take();
    found_.years = years_.Take();
    return std::move(found_);
  }

 private:
  void Add(double premium, Date date) {
    PastSample& sample = found_.sample;
    if (sample.nobs++ == 0) sample.from = date;
    sample.to = date;
    const auto beyond = static_cast<std::size_t>(
        std::upper_bound(bars_.begin(), bars_.end(), std::fabs(premium)) - bars_.begin());
    if (premium == 0) ++found_.at_value_days;
    if (premium > 0) ++found_.bins[beyond].premium_days;
    if (premium < 0) ++found_.bins[beyond].discount_days;
    for (std::size_t bar = 0; bar < bars_.size(); ++bar) {
      premium_runs_[bar].Add(bar < beyond && premium > 0, premium, date);
      discount_runs_[bar].Add(bar < beyond && premium < 0, premium, date);
    }
    if (date == kMissingDate) return;
    if (date >= quarter_.next) quarter_ = QuarterOf(date);
    quarters_.Add(quarter_.year, quarter_.quarter, date, premium, beyond);
    years_.Add(quarter_.year, 0, date, premium, beyond);
  }

  const std::vector<Date>& dates_;
  const std::vector<double>& premium_;
  std::vector<double> bars_;
  std::size_t row_ = 0;
  Quarter quarter_;
  Periods quarters_;
  Periods years_;
  std::vector<Runs> premium_runs_;
  std::vector<Runs> discount_runs_;
  DaysByBand found_;
};

DayCounter::DayCounter(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                       std::vector<double> bars)
    : state_(std::make_unique<State>(dates, premium_fraction, std::move(bars))) {}
DayCounter::~DayCounter() = default;
bool DayCounter::Step() { return state_->Step(); }
DaysByBand DayCounter::Take() { return state_->Take(); }

DaysByBand CountDays(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
                     const std::vector<double>& bars) {
  DayCounter counter(dates, premium_fraction, bars);
  while (!counter.Step()) {
  }
  return counter.Take();
}

std::string_view Name(Yardstick yardstick) { return kYardsticks.NameOf(yardstick); }

std::vector<YardstickDays> YardsticksFor(Kind kind) {
  std::vector<YardstickDays> list;
  for (const Yardstick yardstick : kYardsticks.values) {
    const YardstickDays rule = RuleOf(yardstick, ReferenceBand(kind));
    if (!IsMissing(rule.bar_fraction)) list.push_back(rule);
  }
  return list;
}

void Count(const std::vector<Date>& dates, const std::vector<double>& premium_fraction,
           YardstickDays& held) {
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
}

std::vector<YardstickDays> HoldAgainst(const std::vector<Date>& dates,
                                       const std::vector<double>& premium_fraction, Kind kind) {
  std::vector<YardstickDays> list = YardsticksFor(kind);
  for (YardstickDays& held : list) Count(dates, premium_fraction, held);
  return list;
}

}  // namespace premiumlens
