#include "core/fund/estimate_replay.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "core/fund/align.h"
#include "core/fund/iopv_estimate.h"

namespace premiumlens {
namespace {

using Place = std::ptrdiff_t;

// The place of the last day on or before `date`, −1 if there is none.
Place PlaceOn(const std::vector<Date>& dates, Date date) {
  return std::upper_bound(dates.begin(), dates.end(), date) - dates.begin() - 1;
}

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
  Body(const ReplayInput& input, const std::vector<double>& bars) : in_(input) {
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
    is_begun_ = true;
  }

  // The session of the index that a NAV dated `date` holds, and the rate.
  Place SessionIn(Date date) const { return PlaceOn(in_.index.dates, date) - in_.index_lag; }
  double RateOn(Date date) const { return RateAt(date, in_.fx_lag); }
  // Now: of a lag under 0 the rate is that of a day to come, and the last one known stands for it.
  double RateNow(Date date) const { return RateAt(date, std::max(in_.fx_lag, 0)); }
  double RateAt(Date date, int lag) const {
    if (in_.fx.dates.empty()) return 1;
    const Place place = PlaceOn(in_.fx.dates, date);
    return IsCovered(in_.fx.dates, place, date) ? At(in_.fx.values, place - lag) : kMissing;
  }
  void AddRow(std::size_t row, double nav) {
    const Date today = in_.dates[row];
    const Date nav_date = replay_.nav_dates[row];
    const Place held = SessionIn(nav_date);
    const Place last = PlaceOn(in_.index.dates, today - (in_.lag.overlaps_shanghai ? 0 : 1));
    EstimateInput input;
    input.nav_cny = nav;
    input.invested_fraction = in_.invested_fraction;
    input.fx.from = RateOn(nav_date);
    input.fx.to = RateNow(today);
    if (!IsCovered(in_.index.dates, last, today) ||
        !IsCovered(in_.index.dates, PlaceOn(in_.index.dates, nav_date), nav_date)) {
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
    const auto first = std::partition_point(in_.nav.dates.begin(), in_.nav.dates.end(),
                                            [&](Date date) { return SessionIn(date) < last; });
    if (first == in_.nav.dates.end() || SessionIn(*first) != last) return;
    const double actual = At(in_.nav.values, first - in_.nav.dates.begin());
    const double rate = RateNow(in_.dates[row]) / RateOn(*first);
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
  AlignedValues published_nav_;
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
