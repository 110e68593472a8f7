#include "core/fund/value/estimate_replay.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "core/fund/value/align.h"
#include "core/fund/value/iopv_estimate.h"

namespace premiumlens {
namespace {

using Place = std::ptrdiff_t;

// The days of a series. Those asked for lie near each other, so that each is found from the one
// before.
class DayFinder {
 public:
  explicit DayFinder(const std::vector<Date>& dates) : dates_(dates) {}

  // The place of the last day on or before `date`, −1 if there is none.
  Place On(Date date) {
    const auto at = [this](Place place) { return dates_[static_cast<std::size_t>(place)]; };
    const auto size = static_cast<Place>(dates_.size());
    while (place_ + 1 < size && at(place_ + 1) <= date) ++place_;
    while (place_ >= 0 && at(place_) > date) --place_;
    return place_;
  }

 private:
  const std::vector<Date>& dates_;
  Place place_ = -1;
};

double At(const std::vector<double>& values, Place place) {
  const bool inside = place >= 0 && place < static_cast<Place>(values.size());
  return inside ? values[static_cast<std::size_t>(place)] : kMissing;
}

class Errors {
 public:
  void Add(double error, Date date) {
    ++sums_.nobs;
    sum_ += error;
    squares_ += error * error;
    if (sums_.nobs > 1 && std::fabs(error) <= std::fabs(sums_.worst_fraction)) return;
    sums_.worst_fraction = error;
    sums_.worst_date = date;
  }
  ReplayError Finish() const {
    ReplayError result = sums_;
    if (result.nobs == 0) return result;
    const auto n = static_cast<double>(result.nobs);
    result.bias_fraction = sum_ / n;
    result.rmse_fraction = std::sqrt(squares_ / n);
    return result;
  }

 private:
  ReplayError sums_;
  double sum_ = 0;
  double squares_ = 0;
};

}  // namespace

class EstimateReplayer::Body {
 public:
  Body(const ReplayInput& input, const std::vector<double>& bars)
      : in_(input), index_days_(input.index.dates), fx_days_(input.fx.dates) {
    for (const double bar : bars) replay_.bars.push_back({bar});
  }

  bool Step() {
    constexpr std::size_t kRowsAStep = 5000;
    if (!is_begun_) return Begin(), false;
    const std::size_t end = std::min(next_ + kRowsAStep, in_.dates.size());
    for (; next_ < end; ++next_) {
      if (!IsMissing(published_nav_.values[next_])) AddRow(next_, published_nav_.values[next_]);
    }
    return next_ == in_.dates.size();
  }

  Replay Finish() {
    replay_.estimate = estimate_.Finish();
    replay_.published = published_.Finish();
    return std::move(replay_);
  }

 private:
  void Begin() {
    const std::size_t rows = in_.dates.size();
    const std::vector<Date> sessions = SessionsOf(in_.dates, in_.price_cny, in_.nav);
    published_nav_ = PublishedNav(in_.dates, in_.nav, sessions, in_.lag.sessions);
    replay_.value_cny.assign(rows, kMissing);
    replay_.nav_dates = published_nav_.dates;
    replay_.session_dates.assign(rows, kMissingDate);
    replay_.index_move_fraction.assign(rows, kMissing);
    replay_.fx_move_fraction.assign(rows, kMissing);
    nav_sessions_.reserve(in_.nav.dates.size());
    for (const Date date : in_.nav.dates) nav_sessions_.push_back(SessionIn(date));
    is_begun_ = true;
  }

  // The session of the index that a NAV dated `date` holds, and the rate.
  Place SessionIn(Date date) { return index_days_.On(date) - in_.index_lag; }
  double RateOn(Date date) { return RateAt(date, in_.fx_lag); }
  // Now: of a lag under 0 the rate is that of a day to come, and the last one known stands for it.
  double RateNow(Date date) { return RateAt(date, std::max(in_.fx_lag, 0)); }
  double RateAt(Date date, int lag) {
    if (in_.fx.dates.empty()) return 1;
    const Place place = fx_days_.On(date);
    return IsCovered(in_.fx.dates, place, date) ? At(in_.fx.values, place - lag) : kMissing;
  }

  void AddRow(std::size_t row, double nav) {
    const Date today = in_.dates[row];
    const Date nav_date = replay_.nav_dates[row];
    const Place of_nav = index_days_.On(nav_date);
    const Place held = of_nav - in_.index_lag;
    const Place last = index_days_.On(today - (in_.lag.overlaps_shanghai ? 0 : 1));
    EstimateInput input;
    input.nav_cny = nav;
    input.invested_fraction = in_.invested_fraction;
    input.fx.from =
        Reaches(in_.fx.dates, nav_date) || in_.fx.dates.empty() ? RateOn(nav_date) : kMissing;
    input.fx.to = RateNow(today);
    if (!Reaches(in_.index.dates, nav_date) || !IsCovered(in_.index.dates, last, today) ||
        !IsCovered(in_.index.dates, of_nav, nav_date)) {
      return;
    }
    if (last > held) {
      input.index.from = At(in_.index.values, held);
      input.index.to = At(in_.index.values, last);
      if (IsMissing(input.index.from)) return;
    }
    if (IsMissing(input.fx.from) || IsMissing(input.fx.to)) return;
    replay_.held_already += last > held ? 0 : 1;
    const double value = EstimateIopv(input).value_cny;
    replay_.value_cny[row] = value;
    replay_.index_move_fraction[row] = last > held ? input.index.Fraction() : 0;
    replay_.fx_move_fraction[row] = input.fx.Fraction();
    replay_.session_dates[row] = in_.index.dates[static_cast<std::size_t>(last)];
    if (last > held) Compare(row, value, nav, last);
  }

  // With the NAV that holds the session estimated.
  void Compare(std::size_t row, double value, double nav, Place last) {
    // Rows are in order, and so are their last sessions.
    while (next_nav_ < nav_sessions_.size() && nav_sessions_[next_nav_] < last) ++next_nav_;
    if (next_nav_ == nav_sessions_.size() || nav_sessions_[next_nav_] != last) return;
    const double actual = in_.nav.values[next_nav_];
    const double rate = RateNow(in_.dates[row]) / RateOn(in_.nav.dates[next_nav_]);
    if (IsMissing(rate)) return;
    estimate_.Add(value / rate / actual - 1, in_.dates[row]);
    published_.Add(nav / actual - 1, in_.dates[row]);
    const double price = in_.price_cny[row];
    if (IsMissing(price)) return;
    for (BarSides& bar : replay_.bars) {
      const auto above = [&](double worth) { return price / worth - 1 >= bar.bar_fraction; };
      const bool is = above(actual * rate);
      const bool estimated = above(value);
      bar.both += is && estimated ? 1 : 0;
      bar.estimate_only += !is && estimated ? 1 : 0;
      bar.actual_only += is && !estimated ? 1 : 0;
      bar.published_wrong += above(nav) != is ? 1 : 0;
    }
  }

  const ReplayInput in_;
  DayFinder index_days_;
  DayFinder fx_days_;
  AlignedValues published_nav_;
  std::vector<Place> nav_sessions_;  // SessionIn() of each NAV
  std::size_t next_nav_ = 0;
  bool is_begun_ = false;
  std::size_t next_ = 0;
  Replay replay_;
  Errors estimate_;
  Errors published_;
};

EstimateReplayer::EstimateReplayer(const ReplayInput& input, const std::vector<double>& bars)
    : body_(std::make_unique<Body>(input, bars)) {}
EstimateReplayer::~EstimateReplayer() = default;
EstimateReplayer::EstimateReplayer(EstimateReplayer&&) noexcept = default;
EstimateReplayer& EstimateReplayer::operator=(EstimateReplayer&&) noexcept = default;

bool EstimateReplayer::Step() { return body_->Step(); }
Replay EstimateReplayer::Finish() { return body_->Finish(); }

Replay ReplayEstimate(const ReplayInput& input, const std::vector<double>& bars) {
  EstimateReplayer replayer(input, bars);
  while (!replayer.Step()) {
  }
  return replayer.Finish();
}

}  // namespace premiumlens
