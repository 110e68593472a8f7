#include "tests/core/fund/doctor/made_defects.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/fund/doctor/mend.h"

namespace premiumlens {
namespace {

constexpr double kShareRatios[] = {2, 3, 4, 5, 10, 1.5, 0.5, 0.1, 1 / 1.5};

std::size_t Place(const FundData& data, double from, double to, Dice& dice) {
  return static_cast<std::size_t>(static_cast<double>(data.rows) * dice.Between(from, to));
}

void Multiply(std::vector<double>& values, std::size_t from, std::size_t to, double factor) {
  for (std::size_t i = from; i < std::min(to, values.size()); ++i) values[i] *= factor;
}

void MultiplyNav(FundData& data, Date from, Date to, double factor) {
  for (std::size_t i = 0; i < data.nav.dates.size(); ++i) {
    if (data.nav.dates[i] >= from && data.nav.dates[i] < to) data.nav.values[i] *= factor;
  }
}

constexpr Date kEver = 1000000;

void SplitBoth(FundData& data, FundData& truth, Dice& dice) {
  const double ratio = dice.Pick<double>(kShareRatios);
  const std::size_t at = Place(data, 0.1, 0.9, dice);
  const std::size_t halted = dice.Chance(0.4) ? static_cast<std::size_t>(dice.Int(1, 4)) : 0;
  for (std::size_t i = at - std::min(halted, at); i < at; ++i) {
    data.price_cny[i] = truth.price_cny[i] = kMissing;
  }
  Multiply(data.price_cny, 0, at, ratio);
  const int away = dice.Int(-static_cast<int>(halted) - 1, 1);
  const auto of_nav =
      std::min(data.rows - 1, static_cast<std::size_t>(static_cast<int>(at) + away));
  MultiplyNav(data, 0, data.dates[of_nav], ratio);
}

void SplitOfPrice(FundData& data, FundData&, Dice& dice) {
  const double ratio = dice.Pick<double>(kShareRatios);
  const std::size_t at = Place(data, 0.1, 0.9, dice);
  if (dice.Chance(0.5)) return Multiply(data.price_cny, 0, at, ratio);
  Multiply(data.price_cny, at, data.rows, 1 / ratio);
}

void SplitOfNav(FundData& data, FundData&, Dice& dice) {
  const double ratio = dice.Pick<double>(kShareRatios);
  const Date at = data.dates[Place(data, 0.1, 0.9, dice)];
  if (dice.Chance(0.5)) return MultiplyNav(data, 0, at, ratio);
  MultiplyNav(data, at, kEver, 1 / ratio);
}

// Dividends that the NAV shows and the price does not.
void Adjust(FundData& data, FundData& truth, double from, double to, int count, bool forward,
            Dice& dice) {
  double all = 1;
  for (int k = 0; k < count; ++k) {
    const std::size_t at = Place(data, from, to, dice);
    const double keep = 1 - dice.Between(0.02, 0.05);
    MultiplyNav(data, data.dates[at], kEver, keep);
    MultiplyNav(truth, truth.dates[at], kEver, keep);
    Multiply(truth.price_cny, at, truth.rows, keep);
    all *= keep;
  }
  if (forward) Multiply(data.price_cny, 0, data.rows, all);
}

void AdjustForward(FundData& data, FundData& truth, Dice& dice) {
  Adjust(data, truth, 0.1, 0.9, dice.Int(1, 4), true, dice);
}
void AdjustBackward(FundData& data, FundData& truth, Dice& dice) {
  Adjust(data, truth, 0.1, 0.9, dice.Int(1, 4), false, dice);
}

void Accumulate(FundData& data, FundData& truth, Dice& dice) {
  for (int k = dice.Int(1, 3); k > 0; --k) {
    const std::size_t at = Place(data, 0.1, 0.6, dice);
    const double keep = 1 - dice.Between(0.04, 0.08);
    Multiply(data.price_cny, at, data.rows, keep);
    Multiply(truth.price_cny, at, truth.rows, keep);
    MultiplyNav(truth, truth.dates[at], kEver, keep);
  }
}
void AccumulateMuch(FundData& data, FundData&, Dice& dice) {
  const double paid = data.nav.values[0] * dice.Between(0.5, 2);
  for (double& value : data.nav.values) value += paid;
}

using Column = std::vector<double> FundData::*;
constexpr Column kTraded[] = {&FundData::volume_shares, &FundData::amount_cny, &FundData::shares};

// Part of a column in another unit: from the middle on, at the end only, or a stretch.
void ChangeUnit(FundData& data, std::span<const Column> columns, std::span<const double> factors,
                double from, double to, Dice& dice) {
  const std::size_t at = Place(data, from, to, dice);
  std::vector<double>& values = data.*dice.Pick<Column>(columns);
  Multiply(values, at, data.rows, dice.Pick<double>(factors));
}
constexpr double kUnits[] = {0.01, 100, 1e-4, 1e4, 1e-8};
void UnitMiddle(FundData& data, FundData&, Dice& dice) {
  ChangeUnit(data, kTraded, kUnits, 0.2, 0.9, dice);
}
void UnitEnd(FundData& data, FundData&, Dice& dice) {
  constexpr double kEnds[] = {0.01, 100, 1e-4, 1e4};
  const std::size_t at = data.rows - static_cast<std::size_t>(dice.Int(1, 4));
  Multiply(data.*dice.Pick<Column>(kTraded), at, data.rows, dice.Pick<double>(kEnds));
}
void UnitStretch(FundData& data, FundData&, Dice& dice) {
  const std::size_t at = Place(data, 0.1, 0.5, dice);
  Multiply(data.*dice.Pick<Column>(kTraded), at, at + data.rows / 4,
           dice.Chance(0.5) ? 0.01 : 1e-4);
}
void TurnoverPercent(FundData& data, FundData&, Dice& dice) {
  const std::size_t at = Place(data, 0.2, 0.9, dice);
  Multiply(data.turnover_fraction, at, data.rows, dice.Chance(0.5) ? 100 : 0.01);
}

constexpr double kPriceUnits[] = {10, 100, 0.1, 0.01, 1000};
void PriceUnit(FundData& data, FundData&, Dice& dice) {
  Multiply(data.price_cny, Place(data, 0.1, 0.95, dice), data.rows, dice.Pick<double>(kPriceUnits));
}
void PriceUnitEnd(FundData& data, FundData&, Dice& dice) {
  const std::size_t at = data.rows - static_cast<std::size_t>(dice.Int(1, 3));
  Multiply(data.price_cny, at, data.rows, dice.Pick<double>(kPriceUnits));
}
void PriceUnitStretch(FundData& data, FundData&, Dice& dice) {
  const std::size_t at = Place(data, 0.1, 0.6, dice);
  Multiply(data.price_cny, at, at + static_cast<std::size_t>(dice.Int(1, 15)),
           dice.Pick<double>(kPriceUnits));
}
void PriceUnitAll(FundData& data, FundData&, Dice& dice) {
  Multiply(data.price_cny, 0, data.rows, dice.Pick<double>(kPriceUnits));
}
void NavUnit(FundData& data, FundData&, Dice& dice) {
  MultiplyNav(data, data.dates[Place(data, 0.1, 0.95, dice)], kEver,
              dice.Pick<double>(kPriceUnits));
}

void Shift(FundData& data, int sessions, std::size_t from, std::size_t to) {
  ApplyMend(data, {.kind = MendKind::kShiftDates,
                   .role = Role::kNav,
                   .from = from == 0 ? kMissingDate : data.dates[from],
                   .to = to >= data.rows ? kMissingDate : data.dates[to],
                   .sessions = sessions});
}
void DatesEarly(FundData& data, FundData&, Dice&) { Shift(data, -1, 0, data.rows); }
void DatesLate(FundData& data, FundData&, Dice&) { Shift(data, 1, 0, data.rows); }
void DatesPartEarly(FundData& data, FundData&, Dice& dice) {
  const std::size_t from = Place(data, 0.1, 0.5, dice);
  Shift(data, -1, from, from + data.rows / 3);
}
void DatesPartLate(FundData& data, FundData&, Dice& dice) {
  const std::size_t from = Place(data, 0.1, 0.5, dice);
  Shift(data, 1, from, from + data.rows / 3);
}

void RepeatNavs(FundData& data, FundData&, Dice& dice) {
  for (int k = 8; k > 0; --k) {
    const auto at =
        static_cast<std::size_t>(dice.Int(1, static_cast<int>(data.nav.dates.size()) - 1));
    data.nav.values[at] = data.nav.values[at - 1];
  }
}

// A day's row again on the Saturday after it.
void Weekends(FundData& data, FundData&, Dice& dice) {
  const auto insert = [](auto& values, std::size_t at) {
    if (at < values.size())
      values.insert(values.begin() + static_cast<std::ptrdiff_t>(at) + 1, values[at]);
  };
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (Weekday(data.dates[i]) != 5 || !dice.Chance(0.3)) continue;
    for (Column column : {&FundData::price_cny, &FundData::volume_shares, &FundData::amount_cny,
                          &FundData::shares, &FundData::float_cny, &FundData::turnover_fraction}) {
      insert(data.*column, i);
    }
    insert(data.source_rows, i);
    insert(data.dates, i);
    ++data.dates[i + 1];
    ++data.rows;
    const auto found = std::find(data.nav.dates.begin(), data.nav.dates.end(), data.dates[i]);
    if (found == data.nav.dates.end()) continue;
    const auto place = static_cast<std::size_t>(found - data.nav.dates.begin());
    insert(data.nav.values, place);
    insert(data.nav.source_rows, place);
    insert(data.nav.dates, place);
    ++data.nav.dates[place + 1];
  }
}

using enum Code;
const std::vector<Defect> kDefects = {
    {"split_both", {split_adjusted}, SplitBoth, true},
    {"split_of_price", {split_one_sided}, SplitOfPrice, true},
    {"split_of_nav", {price_adjusted, split_one_sided}, SplitOfNav, true},
    {"adjusted_forward", {price_adjusted}, AdjustForward},
    {"adjusted_backward", {price_adjusted}, AdjustBackward},
    {"cumulative", {cumulative_nav_suspected}, Accumulate},
    {"cumulative_far", {cumulative_nav_suspected}, AccumulateMuch},
    {"unit_middle", {unit_changes}, UnitMiddle, true},
    {"unit_end", {unit_changes}, UnitEnd, true},
    {"unit_stretch", {unit_changes}, UnitStretch, true},
    {"turnover_percent", {unit_changes}, TurnoverPercent, true},
    {"price_unit", {unit_changes, split_one_sided}, PriceUnit, true},
    {"price_unit_end", {unit_changes, split_one_sided}, PriceUnitEnd, true},
    {"price_unit_stretch", {unit_changes, split_one_sided}, PriceUnitStretch, true},
    {"price_unit_all", {unit_changes, cumulative_nav_suspected}, PriceUnitAll, true},
    {"nav_unit", {unit_changes, split_one_sided, price_adjusted}, NavUnit, true},
    {"dates_early", {nav_dates_early}, DatesEarly},
    {"dates_late", {nav_dates_late}, DatesLate},
    {"dates_part_early", {nav_dates_early}, DatesPartEarly},
    {"dates_part_late", {nav_dates_late}, DatesPartLate},
    {"nav_repeated", {nav_repeated}, RepeatNavs},
    {"weekends", {weekend_rows}, Weekends, true},
};

}  // namespace

std::span<const Defect> AllDefects() { return kDefects; }

}  // namespace premiumlens
