#include "tests/core/fund/made_market.h"

#include <algorithm>
#include <array>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

const std::array kMarkets = {
    MadeMarket{"mainland",
               {.kind = Kind::kBroad, .region = Region::kMainland, .name = "沪深300ETF"},
               true,
               0,
               0.011,
               0.0008},
    MadeMarket{"hong_kong",
               {.kind = Kind::kCrossBorder, .region = Region::kHongKong, .name = "恒生科技ETF"},
               true,
               0,
               0.016,
               0.004},
    MadeMarket{"japan",
               {.kind = Kind::kCrossBorder, .region = Region::kJapan, .name = "日经ETF"},
               true,
               0,
               0.012,
               0.005},
    MadeMarket{"us",
               {.kind = Kind::kCrossBorder, .region = Region::kUs, .name = "纳斯达克100ETF"},
               false,
               0.25,
               0.012,
               0.006},
    MadeMarket{"europe",
               {.kind = Kind::kCrossBorder, .region = Region::kEurope, .name = "德国ETF"},
               false,
               0.4,
               0.010,
               0.006},
    MadeMarket{"us_china",
               {.kind = Kind::kCrossBorder, .region = Region::kUs, .name = "中概互联网ETF"},
               true,
               0,
               0.02,
               0.009},
    MadeMarket{"unknown", {}, false, 0.3, 0.012, 0.005},
};

// The exchange's holidays, those of the moon on about their days.
bool IsHoliday(Date date) {
  const std::string text = FormatIso(date);
  const int day = std::stoi(text.substr(5, 2)) * 100 + std::stoi(text.substr(8, 2));
  return day == 101 || (day >= 204 && day <= 210) || day == 404 || day == 405 ||
         (day >= 501 && day <= 503) || day == 610 || day == 915 || (day >= 1001 && day <= 1007);
}

std::vector<Date> MakeDays(int rows, Dice& dice) {
  std::vector<Date> days;
  Date day = 18300 + dice.Int(0, 1500);
  while (static_cast<int>(days.size()) < rows) {
    ++day;
    if (IsWeekend(day)) continue;
    if (!IsHoliday(day)) days.push_back(day);
  }
  return days;
}

// The index's moves, those of the days that are not sessions of ours added to the next one's.
std::vector<double> MakeMoves(const MadeMarket& market, const std::vector<Date>& days, Dice& dice) {
  std::vector<double> moves;
  const double usual = market.volatility * dice.Between(0.7, 1.4);
  double heat = 0;
  const int crash = dice.Chance(0.15) ? dice.Int(0, static_cast<int>(days.size()) - 1) : -1;
  for (std::size_t i = 0; i < days.size(); ++i) {
    heat = 0.95 * heat + 0.13 * dice.Normal();
    const int gap = i == 0 ? 1 : days[i] - days[i - 1];
    const double longer = gap > 4 ? 2 : 1;
    double move = usual * std::exp(heat) * longer * dice.Normal();
    if (dice.Chance(0.03)) move = 0;  // its own holiday
    move += 0.0015 * dice.Normal();   // the currency
    if (static_cast<int>(i) == crash) move -= dice.Between(0.06, 0.18);
    moves.push_back(move);
  }
  return moves;
}

// Logarithms: a drifting level, and episodes that jump up and melt.
std::vector<double> MakePremium(const MadeMarket& market, std::size_t count, Dice& dice) {
  std::vector<double> premium(count);
  const double keep = dice.Between(0.85, 0.98);
  const double noise = market.premium_noise * dice.Between(0.5, 1.5);
  const bool hyped = market.identity.region != Region::kMainland && dice.Chance(0.5);
  double level = 0;
  double hype = 0;
  double melt = 0.95;
  int rise = 0;
  double step = 0;
  for (double& value : premium) {
    level = keep * level + 0.5 * noise * dice.Normal();
    if (hyped && rise == 0 && hype < 0.02 && dice.Chance(0.01)) {
      rise = dice.Int(1, 4);
      step = dice.Between(0.04, 0.2) / rise;
      melt = dice.Chance(0.2) ? 0.3 : dice.Between(0.8, 0.985);
    }
    hype = rise > 0 ? hype + step : hype * melt;
    rise -= rise > 0;
    value = level + hype + 0.7 * noise * dice.Normal();
  }
  return premium;
}

void MakeTrading(const MadeMarket& market, Dice& dice, FundData& data) {
  const double usual = market.identity.kind == Kind::kBroad ? 18 : dice.Between(10, 19);
  const double wild = dice.Between(0.3, 0.9);
  double heat = 0;
  double shares = std::exp(usual + dice.Between(1, 4));
  for (std::size_t i = 0; i < data.rows; ++i) {
    heat = 0.9 * heat + 0.3 * dice.Normal() + (dice.Chance(0.005) ? 2.0 : 0.0);
    double volume = 100 * std::round(std::exp(usual + heat + wild * dice.Normal()) / 100);
    if (dice.Chance(0.1)) shares *= std::exp(0.02 * dice.Normal());
    if (IsMissing(data.price_cny[i])) volume = dice.Chance(0.5) ? 0 : kMissing;
    data.volume_shares.push_back(volume);
    data.amount_cny.push_back(std::round(volume * data.price_cny[i]));
    data.shares.push_back(std::round(shares));
    data.float_cny.push_back(std::round(shares * data.price_cny[i]));
    data.turnover_fraction.push_back(Rounded(volume / shares, 0.0001));
  }
}

// Halts: runs of days without a price. Some feeds lack a NAV now and then.
void MakeGaps(Dice& dice, FundData& data, std::vector<char>& has_nav) {
  const int rows = static_cast<int>(data.rows);
  const int halts = dice.Chance(0.3) ? dice.Int(1, 4) : 0;
  for (int k = 0; k < halts; ++k) {
    const int from = dice.Int(0, rows - 1);
    const int to = std::min(rows, from + dice.Int(1, 5));
    for (int i = from; i < to; ++i) data.price_cny[static_cast<std::size_t>(i)] = kMissing;
  }
  const double missing = dice.Chance(0.3) ? 0.02 : 0;
  for (char& has : has_nav) has = dice.Chance(missing) ? 0 : 1;
}

}  // namespace

std::span<const MadeMarket> AllMadeMarkets() { return kMarkets; }

MadeFund MakeFund(const MadeMarket& market, int rows, Dice& dice) {
  MadeFund fund;
  FundData& data = fund.data;
  data.shape = Shape::kHistory;
  data.code = "599998";
  data.dates = MakeDays(rows, dice);
  data.rows = data.dates.size();
  const std::vector<double> moves = MakeMoves(market, data.dates, dice);
  const std::vector<double> premium = MakePremium(market, data.rows, dice);
  std::vector<double> cuts(data.rows, 0);
  if (dice.Chance(0.3)) {
    for (int k = dice.Int(1, 1 + rows / 120); k > 0; --k) {
      cuts[static_cast<std::size_t>(dice.Int(0, rows - 1))] = -dice.Between(0.01, 0.04);
    }
  }
  double value = std::log(dice.Between(0.5, 5));
  double last = kMissing;
  for (std::size_t i = 0; i < data.rows; ++i) {
    const double known = value + cuts[i] + (market.overlaps ? moves[i] : market.leak * moves[i]);
    value += cuts[i] + moves[i];
    double price = std::exp(known + premium[i]);
    if (!IsMissing(last)) {
      const double base = last * std::exp(cuts[i]);
      price = std::clamp(price, 0.9 * base, 1.1 * base);
    }
    last = price;
    data.price_cny.push_back(Rounded(price, 0.001));
    fund.index.push_back(std::exp(value));
    data.source_rows.push_back(static_cast<std::int64_t>(i) + 2);
  }
  std::vector<char> has_nav(data.rows, 1);
  MakeGaps(dice, data, has_nav);
  MakeTrading(market, dice, data);
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (!has_nav[i]) continue;
    data.nav.dates.push_back(data.dates[i]);
    data.nav.values.push_back(Rounded(fund.index[i], 0.0001));
    data.nav.source_rows.push_back(data.source_rows[i]);
  }
  return fund;
}

}  // namespace premiumlens
