#include "core/fund/value/day_ladder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

using Place = std::ptrdiff_t;

LadderValue NameOf(Denominator denominator) {
  switch (denominator) {
    case Denominator::kIopv:
      return LadderValue::kIopv;
    case Denominator::kIopvEstimated:
      return LadderValue::kIopvEstimated;
    case Denominator::kNavSameDay:
      return LadderValue::kNavSameDay;
    case Denominator::kNavPrevious:
      return LadderValue::kNavPrevious;
    case Denominator::kNavPublished:
      return LadderValue::kNavPublished;
    case Denominator::kNavCorrected:
      break;
  }
  return LadderValue::kNavCorrected;
}

// The place of the last day on or before `date`, −1 if there is none.
Place PlaceOn(const std::vector<Date>& dates, Date date) {
  return std::upper_bound(dates.begin(), dates.end(), date) - dates.begin() - 1;
}

// Sessions after a value's day, up to the price's.
int SessionsBetween(const std::vector<Date>& sessions, Date value_date, Date date) {
  return static_cast<int>(PlaceOn(sessions, date) - PlaceOn(sessions, value_date));
}

const Valuation* Find(const Analysis& analysis, Denominator denominator) {
  for (const Valuation& valuation : analysis.valuations) {
    if (valuation.denominator == denominator) return &valuation;
  }
  return nullptr;
}

// The estimate that was made of index and rate, where the row has one.
const PastEstimate* EstimateOf(const Analysis& analysis, std::size_t row) {
  if (!analysis.estimate || analysis.estimate->trouble || !analysis.estimate->index) return nullptr;
  const std::vector<double>& values = analysis.estimate->replay.value_cny;
  return row < values.size() && !IsMissing(values[row]) ? &*analysis.estimate : nullptr;
}

// A series as the NAV of a date holds it, so many of its own days back.
struct Held {
  const DatedValues& series;
  int lag;

  // −1 in a hole of the series and after its end, as the replay has it.
  Place PlaceOf(Date nav_date) const {
    const Place place = PlaceOn(series.dates, nav_date);
    const bool is_known =
        IsCovered(series.dates, place, nav_date) && Reaches(series.dates, nav_date);
    return is_known ? place - lag : -1;
  }
  bool Has(Place place) const {
    return place >= 0 && place < static_cast<Place>(series.values.size());
  }
  Date DayOf(Date nav_date) const {
    const Place place = PlaceOf(nav_date);
    return Has(place) ? series.dates[static_cast<std::size_t>(place)] : kMissingDate;
  }
  double MoveBetween(Date from, Date to) const {
    const Place first = PlaceOf(from);
    const Place last = PlaceOf(to);
    if (!Has(first) || !Has(last)) return kMissing;
    return series.values[static_cast<std::size_t>(last)] /
               series.values[static_cast<std::size_t>(first)] -
           1;
  }
};

std::string NearestDays(const Analysis& analysis, Date date) {
  Date before = kMissingDate;
  Date after = kMissingDate;
  for (std::size_t row = 0; row < analysis.data.dates.size(); ++row) {
    const Date day = analysis.data.dates[row];
    if (day == kMissingDate || IsMissing(analysis.data.price_cny[row])) continue;
    if (day < date) before = std::max(before, day);
    if (day > date && (after == kMissingDate || day < after)) after = day;
  }
  std::string text;
  for (const Date day : {before, after}) {
    if (day != kMissingDate) text += (text.empty() ? "" : ", ") + FormatIso(day);
  }
  return text;
}

bool HasPremium(const Analysis& analysis, std::size_t row) {
  return std::any_of(
      analysis.valuations.begin(), analysis.valuations.end(),
      [row](const Valuation& valuation) { return !IsMissing(valuation.premium_fraction[row]); });
}

class Reader {
 public:
  Reader(const Analysis& analysis, std::size_t row)
      : analysis_(analysis), data_(analysis.data), row_(row) {
    input_.price_cny = data_.price_cny[row];
    input_.date = data_.dates.empty() ? kMissingDate : data_.dates[row];
    input_.kind = analysis.identity.kind;
    input_.band = analysis.bars.BandOf(input_.kind);
    input_.region = analysis.identity.region;
    input_.lag = analysis.lag;
    input_.iopv_moves = IopvMoves();
    if (data_.nav.dates.empty() || input_.date == kMissingDate) return;
    sessions_ = SessionsOf(data_.dates, data_.price_cny, data_.nav);
    input_.published_until =
        AgeOfPublished(input_.date, data_.nav, sessions_, analysis.lag.sessions).value_date;
  }

  LadderInput Read(const EstimateInput& by_hand) {
    for (const Valuation& valuation : analysis_.valuations) AddValue(valuation);
    AddBeforePrevious();
    AddMoves(by_hand);
    return std::move(input_);
  }

 private:
  // As the warnings have it: an IOPV that stands still comes after every other value.
  bool IopvMoves() const {
    const auto& findings = analysis_.judgement.findings;
    const bool flat = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.code == Code::iopv_flat;
    });
    return analysis_.warning_denominator == Denominator::kIopv && !flat;
  }

  void AddValue(const Valuation& valuation) {
    double value = valuation.value_cny[row_];
    // One that was made of index and rate is made again, move by move.
    if (valuation.denominator == Denominator::kIopvEstimated) {
      value = data_.estimate_cny.empty() ? kMissing : data_.estimate_cny[row_];
    }
    if (!(value > 0)) return;
    LadderEntry entry{NameOf(valuation.denominator), value, input_.date, {}};
    if (!valuation.value_dates.empty()) entry.date = valuation.value_dates[row_];
    const bool is_nav = !valuation.value_dates.empty() && entry.date != kMissingDate;
    if (is_nav && !sessions_.empty()) {
      entry.sessions_back = SessionsBetween(sessions_, entry.date, input_.date);
    }
    input_.values.push_back(entry);
  }

  // The NAV of the session before the previous one.
  void AddBeforePrevious() {
    const Place today = sessions_.empty() ? -1 : PlaceOn(sessions_, input_.date);
    if (today < 2) return;
    const Date date = sessions_[static_cast<std::size_t>(today - 2)];
    const Place nav = PlaceOn(data_.nav.dates, date);
    if (nav < 0 || data_.nav.dates[static_cast<std::size_t>(nav)] != date) return;
    if (input_.date - date > kOldestDays) return;
    input_.values.push_back(
        {LadderValue::kNavPrevious2, data_.nav.values[static_cast<std::size_t>(nav)], date, 2});
  }

  void AddMoves(const EstimateInput& by_hand) {
    EstimateInput moves = by_hand;
    const bool own_nav = !IsMissing(by_hand.nav_cny);
    if (const PastEstimate* estimate = own_nav ? nullptr : EstimateOf(analysis_, row_)) {
      Replayed(*estimate, moves);
    }
    const bool any = own_nav || !IsMissing(moves.index.Fraction()) ||
                     !IsMissing(moves.futures.Fraction()) || !IsMissing(moves.fx.Fraction());
    if (any) input_.moves = moves;
  }

  void Replayed(const PastEstimate& estimate, EstimateInput& moves) const {
    const Replay& replay = estimate.replay;
    const Date nav_date = replay.nav_dates[row_];
    const Held index{data_.indexes[*estimate.index].values, estimate.index_lag.sessions};
    moves.nav_session = index.DayOf(nav_date);
    if (IsMissing(moves.index.Fraction())) {
      moves.index = {};
      moves.index.fraction = replay.index_move_fraction[row_];
      moves.index.from_date = moves.nav_session;
      moves.index.to_date = replay.session_dates[row_];
    }
    if (IsMissing(moves.fx.Fraction()) && estimate.fx) {
      moves.fx = {};
      moves.fx.fraction = replay.fx_move_fraction[row_];
    }
  }

  const Analysis& analysis_;
  const FundData& data_;
  std::size_t row_;
  std::vector<Date> sessions_;
  LadderInput input_;
};

}  // namespace

std::size_t RowOfDay(const Analysis& analysis, Date date) {
  const FundData& data = analysis.data;
  for (std::size_t row = data.rows; row > 0; --row) {
    if (IsMissing(data.price_cny[row - 1])) continue;
    const bool is_wanted = date == kMissingDate
                               ? HasPremium(analysis, row - 1)
                               : row <= data.dates.size() && data.dates[row - 1] == date;
    if (is_wanted) return row - 1;
  }
  if (date == kMissingDate) throw Failure({.code = Code::no_usable_row});
  const std::string nearest = NearestDays(analysis, date);
  throw Failure({.code = Code::day_missing,
                 .column = "date",
                 .text = FormatIso(date) + (nearest.empty() ? "" : " (" + nearest + ")")});
}

LadderInput LadderOfRow(const Analysis& analysis, std::size_t row, const EstimateInput& by_hand) {
  return Reader(analysis, row).Read(by_hand);
}

std::optional<Code> TroubleOfRow(const Analysis& analysis, std::size_t row) {
  if (!analysis.estimate || EstimateOf(analysis, row) != nullptr) return {};
  if (analysis.estimate->trouble) return analysis.estimate->trouble;
  const std::vector<Date>& navs = analysis.estimate->replay.nav_dates;
  const bool is_published = row < navs.size() && navs[row] != kMissingDate;
  return is_published ? std::optional(Code::level_missing) : std::nullopt;
}

std::optional<MadeOf> MadeOfRow(const Analysis& analysis, std::size_t row) {
  const PastEstimate* estimate = EstimateOf(analysis, row);
  if (estimate == nullptr) return {};
  const MarketSeries& index = analysis.data.indexes[*estimate->index];
  const Held held{index.values, estimate->index_lag.sessions};
  return MadeOf{&index, estimate->fx ? &analysis.data.rates[*estimate->fx] : nullptr,
                held.DayOf(estimate->replay.nav_dates[row]), estimate->replay.session_dates[row]};
}

std::optional<DayGap> GapOfRow(const Analysis& analysis, std::size_t row) {
  const Valuation* published = Find(analysis, Denominator::kNavPublished);
  const Valuation* same_day = Find(analysis, Denominator::kNavSameDay);
  if (published == nullptr || same_day == nullptr || published->value_dates.empty()) return {};
  GapInput input;
  input.published_cny = published->value_cny[row];
  input.same_day_cny = same_day->value_cny[row];
  if (IsMissing(input.published_cny) || IsMissing(input.same_day_cny)) return {};
  const Date from = published->value_dates[row];
  const Date to = same_day->value_dates[row];
  if (analysis.estimate && !analysis.estimate->trouble && analysis.estimate->index) {
    const PastEstimate& estimate = *analysis.estimate;
    const Held index{analysis.data.indexes[*estimate.index].values, estimate.index_lag.sessions};
    input.index_move_fraction = index.MoveBetween(from, to);
    input.invested_fraction = estimate.invested_fraction;
    if (estimate.fx) {
      const Held fx{analysis.data.rates[*estimate.fx].values, estimate.fx_lag.sessions};
      input.fx_move_fraction = fx.MoveBetween(from, to);
    }
  }
  return DayGap{from,
                input.published_cny,
                input.same_day_cny,
                published->premium_fraction[row],
                same_day->premium_fraction[row],
                SplitGap(input)};
}

}  // namespace premiumlens
