#include "core/fund/doctor/check_effect.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/fund/kind.h"
#include "core/fund/premium.h"
#include "core/fund/rules.h"
#include "core/fund/split.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr double kSame = 1e-12;  // premiums that differ by less are the same

FundData Slim(const FundData& data) {
  FundData slim;
  slim.shape = data.shape;
  slim.code = data.code;
  slim.funds = data.funds;
  slim.rows = data.rows;
  slim.dates = data.dates;
  slim.seconds = data.seconds;
  slim.fund_of_row = data.fund_of_row;
  slim.source_rows = data.source_rows;
  slim.price_cny = data.price_cny;
  slim.iopv_cny = data.iopv_cny;
  slim.estimate_cny = data.estimate_cny;
  slim.nav_beside_cny = data.nav_beside_cny;
  slim.nav = data.nav;
  slim.volume_shares = data.volume_shares;
  slim.amount_cny = data.amount_cny;
  slim.turnover_fraction = data.turnover_fraction;
  slim.repeated = data.repeated;
  return slim;
}

// Whether a mend can change any premium.
bool TouchesPremiums(const Mend& mend) {
  if (mend.kind == MendKind::kSetRole) return mend.role == Role::kCumulativeNav;
  if (mend.kind != MendKind::kScale && mend.kind != MendKind::kLeaveOut) return true;
  return mend.role == Role::kPrice || IsValue(mend.role);
}

double At(const std::vector<double>& premiums, std::size_t row) { return premiums[row]; }

// The premiums of one value, before and after.
class Comparison {
 public:
  explicit Comparison(double over_bar_fraction) { effect_.over_bar_fraction = over_bar_fraction; }

  void Row(double before, double after, Date date) {
    const bool has_before = !IsMissing(before);
    const bool has_after = !IsMissing(after);
    if (has_before) {
      effect_.latest_before_fraction = before;
      effect_.days_over_before += IsOver(before, effect_.over_bar_fraction);
    }
    if (has_after) {
      effect_.latest_after_fraction = after;
      effect_.days_over_after += IsOver(after, effect_.over_bar_fraction);
    }
    effect_.rows_lost += has_before && !has_after;
    effect_.rows_gained += !has_before && has_after;
    if (!has_before || !has_after || std::fabs(after - before) <= kSame) return;
    ++effect_.rows_changed;
    if (std::fabs(after - before) <= std::fabs(largest_)) return;
    largest_ = effect_.largest_change_fraction = after - before;
    effect_.largest_change_date = date;
  }
  const CheckEffect& effect() const { return effect_; }
  std::int64_t touched() const {
    return effect_.rows_changed + effect_.rows_lost + effect_.rows_gained;
  }

 private:
  CheckEffect effect_{.recomputed = true};
  double largest_ = 0;
};

const std::vector<double>* Find(const MadePremiums& made, Denominator denominator) {
  for (const auto& [known, premiums] : made.premiums) {
    if (known == denominator) return &premiums;
  }
  return nullptr;
}

Comparison Compare(const MadePremiums& before, const MadePremiums& after, Denominator denominator,
                   double over_bar_fraction) {
  Comparison comparison(over_bar_fraction);
  const std::vector<double>* one = Find(before, denominator);
  const std::vector<double>* other = Find(after, denominator);
  std::size_t k = 0;
  for (std::size_t i = 0; i < before.source_rows.size(); ++i) {
    const bool kept = k < after.source_rows.size() && after.source_rows[k] == before.source_rows[i];
    comparison.Row(one != nullptr ? (*one)[i] : kMissing,
                   kept && other != nullptr ? At(*other, k) : kMissing,
                   before.dates.empty() ? kMissingDate : before.dates[i]);
    k += kept;
  }
  return comparison;
}

}  // namespace

PremiumsMaker::PremiumsMaker(const FundData& raw, PremiumsMade how) : how_(std::move(how)) {
  stages_.Add([this, &raw] { data_ = raw; });
  stages_.Add([this] { ApplyMends(data_, how_.mends); });
  stages_.Add([this] {
    if (how_.split_adjust) AdjustSplits(data_);
  });
  stages_.Add([this] { Add(Denominator::kIopv, data_.iopv_cny); });
  stages_.Add([this] {
    if (!data_.nav.dates.empty()) {
      sessions_ = SessionsOf(data_.dates, data_.price_cny, data_.nav);
    }
  });
  stages_.Add([this] {
    if (data_.nav.dates.empty()) return;
    Add(Denominator::kNavPublished,
        PublishedNav(data_.dates, data_.nav, sessions_, how_.lag_sessions).values);
  });
  stages_.Add([this] {
    if (data_.nav.dates.empty()) return;
    Add(Denominator::kNavSameDay, SameDayNav(data_.dates, data_.nav).values);
  });
  stages_.Add([this] {
    Add(Denominator::kNavPublished, data_.nav_beside_cny);
    Add(Denominator::kIopvEstimated, data_.estimate_cny);
    made_.dates = std::move(data_.dates);
    made_.source_rows = std::move(data_.source_rows);
    data_ = {};
  });
}

void PremiumsMaker::Add(Denominator denominator, const std::vector<double>& values) {
  if (!HasAny(values)) return;
  std::vector<double> premiums = PremiumSeries(data_.price_cny, values);
  if (HasAny(premiums)) made_.premiums.emplace_back(denominator, std::move(premiums));
}

MadePremiums MakePremiums(const FundData& data, const PremiumsMade& how) {
  PremiumsMaker maker(data, how);
  while (!maker.Step()) {
  }
  return maker.Finish();
}

CheckEffect CompareEffect(const MadePremiums& before, const MadePremiums& after,
                          double over_bar_fraction) {
  CheckEffect effect{.recomputed = true};
  effect.over_bar_fraction = over_bar_fraction;
  std::int64_t most = -1;
  for (const MadePremiums* made : {&before, &after}) {
    for (const auto& [denominator, premiums] : made->premiums) {
      if (made == &after && Find(before, denominator) != nullptr) continue;
      const Comparison comparison = Compare(before, after, denominator, over_bar_fraction);
      if (comparison.touched() <= most) continue;
      most = comparison.touched();
      effect = comparison.effect();
      effect.denominator = denominator;
    }
  }
  return effect;
}

void FillTouched(const MadePremiums& standing, const DatedValues& nav, DataCheck& check) {
  if (standing.premiums.empty()) return;
  CheckEffect& effect = check.effect ? *check.effect : check.effect.emplace();
  if (!effect.denominator) effect.denominator = standing.premiums[0].first;
  const std::vector<double>& premiums = *Find(standing, *effect.denominator);
  std::vector<std::int64_t> rows = check.every_row;
  std::sort(rows.begin(), rows.end());
  std::vector<Date> days;  // where the rows are those of the NAVs' own table
  for (std::size_t i = 0; check.rows_of_nav && i < nav.source_rows.size(); ++i) {
    if (std::binary_search(rows.begin(), rows.end(), nav.source_rows[i])) {
      days.push_back(nav.dates[i]);
    }
  }
  for (std::size_t i = 0; i < premiums.size(); ++i) {
    const double premium = premiums[i];
    if (IsMissing(premium)) continue;
    const Date date = standing.dates.empty() ? kMissingDate : standing.dates[i];
    const bool touched =
        check.rows_of_nav ? std::binary_search(days.begin(), days.end(), date)
                          : std::binary_search(rows.begin(), rows.end(), standing.source_rows[i]);
    if (!touched) continue;
    ++effect.rows_touched;
    if (std::fabs(premium) <= std::fabs(effect.largest_premium_fraction)) continue;
    effect.largest_premium_fraction = premium;
    effect.largest_premium_date = date;
  }
}

EffectMaker::EffectMaker(const FundData& raw, PremiumsMade how)
    : raw_(Slim(raw)), how_(std::move(how)) {}

PremiumsMade EffectMaker::With(const DataCheck& check, bool mended) const {
  PremiumsMade how = how_;
  if (check.mend->kind == MendKind::kSplit) {
    how.split_adjust = mended;
    return how;
  }
  if (check.mended == mended) return how;
  if (mended) {
    how.mends.push_back(*check.mend);
    return how;
  }
  std::erase_if(how.mends, [&check](Mend mend) {
    if (mend.fund.empty()) mend.fund = check.mend->fund;
    return mend == *check.mend;
  });
  return how;
}

void EffectMaker::PlanOne(DataCheck& check, Stages& stages) {
  if (check.mend && TouchesPremiums(*check.mend)) {
    const auto maker = std::make_shared<PremiumsMaker>(raw_, With(check, !check.mended));
    stages.AddRepeated([maker] { return maker->Step(); });
    stages.Add([this, maker, &check] {
      const MadePremiums other = maker->Finish();
      check.effect = check.mended ? CompareEffect(other, standing_, how_.over_bar_fraction)
                                  : CompareEffect(standing_, other, how_.over_bar_fraction);
    });
  } else if (check.mend) {
    stages.Add([this, &check] {
      check.effect = CompareEffect(standing_, standing_, how_.over_bar_fraction);
    });
  }
  stages.Add([this, &check] { FillTouched(standing_, raw_.nav, check); });
}

void EffectMaker::Plan(std::vector<DataCheck>& checks, Stages& stages) {
  if (checks.empty()) return;
  const auto maker = std::make_shared<PremiumsMaker>(raw_, how_);
  stages.AddRepeated([maker] { return maker->Step(); });
  stages.Add([this, maker] { standing_ = maker->Finish(); });
  for (DataCheck& check : checks) PlanOne(check, stages);
}

}  // namespace premiumlens
