#include "core/fund/cost/liquidity_cost.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include "core/base/word_list.h"
#include "core/fund/premium.h"
#include "core/fund/rules.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

constexpr WordList<AmountSource, 4> kSources = {
    {AmountSource::kNone, AmountSource::kAmount, AmountSource::kVolumeTimesPrice,
     AmountSource::kBoth},
    {"none", "amount", "volume_times_price", "both"}};

double At(const std::vector<double>& series, std::size_t row) {
  return series.empty() ? kMissing : series[row];
}

// The values that are there, and the row of each.
struct Known {
  std::vector<double> values;
  std::vector<std::size_t> rows;
};

Known KnownOf(const std::vector<double>& series) {
  Known known;
  for (std::size_t row = 0; row < series.size(); ++row) {
    if (IsMissing(series[row])) continue;
    known.values.push_back(series[row]);
    known.rows.push_back(row);
  }
  return known;
}

// Of the last `count` values; there must be so many.
double MeanOfLast(const std::vector<double>& values, std::size_t count) {
  const auto begin = values.end() - static_cast<std::ptrdiff_t>(count);
  return std::accumulate(begin, values.end(), 0.0) / static_cast<double>(count);
}

double MedianOfLast(const std::vector<double>& values, std::size_t count) {
  std::vector<double> last(values.end() - static_cast<std::ptrdiff_t>(count), values.end());
  return QuantileOf(last, 0.5);
}

// The mean of each `count` neighbours, summed afresh now and then so that no error builds up.
std::vector<double> RollingMeans(const std::vector<double>& values, std::size_t count) {
  constexpr std::size_t kAfresh = 1000;
  std::vector<double> means;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += values[i];
    if (i + 1 < count) continue;
    if (i >= count) sum -= values[i - count];
    if (i % kAfresh == 0) {
      const auto end = values.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      sum = std::accumulate(end - static_cast<std::ptrdiff_t>(count), end, 0.0);
    }
    means.push_back(sum / static_cast<double>(count));
  }
  return means;
}

double ShareAtMost(const std::vector<double>& values, double bar) {
  // Sums in another order differ in their last digits.
  const double slack = 1e-12 * std::abs(bar);
  const auto count =
      std::count_if(values.begin(), values.end(), [&](double x) { return x <= bar + slack; });
  return static_cast<double>(count) / static_cast<double>(values.size());
}

// CNY traded, row by row, and where it is from.
AmountSource ReadAmounts(const FundData& data, std::vector<double>& amounts) {
  amounts.reserve(data.rows);
  bool pasted = false;
  bool derived = false;
  for (std::size_t row = 0; row < data.rows; ++row) {
    const double amount = At(data.amount_cny, row);
    const double product = At(data.volume_shares, row) * At(data.price_cny, row);
    const bool has_price = !IsMissing(At(data.price_cny, row));
    double& traded = amounts.emplace_back(kMissing);
    if (amount > 0 || (amount == 0 && has_price)) {
      traded = amount;
      pasted = true;
    } else if (product >= 0) {
      traded = product;
      derived = true;
    }
  }
  if (!pasted && !derived) return AmountSource::kNone;
  if (pasted && derived) return AmountSource::kBoth;
  return pasted ? AmountSource::kAmount : AmountSource::kVolumeTimesPrice;
}

Date DateAt(const FundData& data, std::size_t row) {
  return data.dates.empty() ? kMissingDate : data.dates[row];
}

void CountDays(const FundData& data, double least_cny, LiquidityCost& cost) {
  for (std::size_t row = 0; row < data.rows; ++row) {
    const double amount = cost.amount_cny[row];
    if (IsMissing(At(data.price_cny, row))) continue;
    if (IsMissing(amount)) ++cost.traded.days_missing;
    if (amount < least_cny) ++cost.traded.days_under_least;
    if (amount != 0) continue;
    ++cost.traded.days_of_nothing;
    cost.traded.last_of_nothing = DateAt(data, row);
  }
}

void LookAtAmounts(const FundData& data, const LiquidityOptions& options, LiquidityCost& cost) {
  CountDays(data, options.least_amount_cny, cost);
  const Known known = KnownOf(cost.amount_cny);
  TradedPast& traded = cost.traded;
  if (!known.values.empty()) {
    traded.latest_cny = known.values.back();
    traded.latest_date = DateAt(data, known.rows.back());
  }
  const auto have = static_cast<std::int64_t>(known.values.size());
  if (have < options.usual_sessions) {
    cost.too_few = TooFew{options.usual_sessions, have};
    return;
  }
  const auto count = static_cast<std::size_t>(options.usual_sessions);
  traded.median_cny = MedianOfLast(known.values, count);
  traded.mean_cny = MeanOfLast(known.values, count);
  traded.recent_cny =
      MeanOfLast(known.values, std::min(known.values.size(), std::size_t{kTurnoverRecent}));
  const std::vector<double> means = RollingMeans(known.values, count);
  traded.means = static_cast<std::int64_t>(means.size());
  traded.percentile_fraction = ShareAtMost(means, traded.mean_cny);
}

std::vector<double> TurnoverRates(const FundData& data, bool& derived) {
  derived = data.turnover_fraction.empty();
  if (!derived) return data.turnover_fraction;
  if (data.volume_shares.empty() || data.shares.empty()) return {};
  std::vector<double> rates(data.rows, kMissing);
  for (std::size_t row = 0; row < data.rows; ++row) {
    if (data.shares[row] > 0) rates[row] = data.volume_shares[row] / data.shares[row];
  }
  return rates;
}

std::optional<TurnoverPast> LookAtTurnover(const FundData& data, const LiquidityOptions& options,
                                           std::vector<double>& rates) {
  TurnoverPast past;
  rates = TurnoverRates(data, past.is_derived);
  if (!HasAny(rates)) return {};
  const Known known = KnownOf(rates);
  past.sample = SampleOf(data.dates, rates);
  const auto have = static_cast<std::int64_t>(known.values.size());
  if (have < kTurnoverUsual) {
    past.too_few = TooFew{kTurnoverUsual, have};
    return past;
  }
  past.usual_fraction = MedianOfLast(known.values, kTurnoverUsual);
  const std::vector<double> means = RollingMeans(known.values, kTurnoverRecent);
  past.recent_fraction = means.back();
  past.percentile_fraction = ShareAtMost(means, means.back());
  const auto from = means.end() - (kTurnoverUsual - kTurnoverRecent + 1);
  const auto highest = std::max_element(from, means.end());
  past.highest_fraction = *highest;
  const auto end = static_cast<std::size_t>(highest - means.begin()) + kTurnoverRecent - 1;
  past.highest_date = DateAt(data, known.rows[end]);
  past.has_fallen = past.highest_fraction >= options.turnover_from_fraction &&
                    past.recent_fraction < options.turnover_to_fraction;
  return past;
}

std::optional<BidAskSpread> LookAtSpread(const FundData& data, const LiquidityOptions& options,
                                         double position_cny) {
  if (data.bid_cny.empty() || data.ask_cny.empty()) return {};
  std::vector<double> spreads;
  std::optional<std::size_t> last;
  for (std::size_t row = 0; row < data.rows; ++row) {
    const double bid = data.bid_cny[row];
    const double ask = data.ask_cny[row];
    if (!(bid > 0 && ask > 0)) continue;
    last = row;
    if (ask >= bid) spreads.push_back((ask - bid) / ((ask + bid) / 2));
  }
  if (!last) return {};
  BidAskSpread spread;
  spread.date = DateAt(data, *last);
  spread.bid_cny = data.bid_cny[*last];
  spread.ask_cny = data.ask_cny[*last];
  spread.is_crossed = spread.ask_cny < spread.bid_cny;
  spread.nobs = static_cast<std::int64_t>(spreads.size());
  if (!spreads.empty()) {
    const auto usual = static_cast<std::size_t>(options.usual_sessions);
    spread.usual_spread_fraction = MedianOfLast(spreads, std::min(spreads.size(), usual));
  }
  if (spread.is_crossed) return spread;
  spread.spread_fraction = spreads.back();
  spread.half_cost_cny = position_cny * spread.spread_fraction / 2;
  spread.ticks = std::round((spread.ask_cny - spread.bid_cny) * kTicksPerYuan);
  return spread;
}

std::vector<DaysToSell> Selling(const LiquidityCost& cost, const std::vector<double>& shares) {
  std::vector<DaysToSell> selling;
  for (const double share : shares) {
    const auto days = [&](double usual_cny) {
      return usual_cny > 0 ? cost.position_cny / (share * usual_cny) : kMissing;
    };
    DaysToSell one{share, days(cost.traded.median_cny), days(cost.traded.mean_cny),
                   days(cost.traded.recent_cny), 0};
    // A whole day that division has put a hair over it stays one.
    constexpr double kHair = 1e-9;
    constexpr double kMost = 1e15;
    if (!IsMissing(one.days_of_median)) {
      one.sessions =
          static_cast<std::int64_t>(std::ceil(std::min(one.days_of_median, kMost) - kHair));
    }
    selling.push_back(one);
  }
  return selling;
}

double LastOf(const std::vector<double>& series) {
  const auto last =
      std::find_if(series.rbegin(), series.rend(), [](double x) { return !IsMissing(x); });
  return last == series.rend() ? kMissing : *last;
}

}  // namespace

std::string_view Name(AmountSource source) { return kSources.NameOf(source); }

LiquidityWork::LiquidityWork(const FundData& data, const std::vector<double>& premium_fraction,
                             LiquidityOptions options)
    : data_(data), premium_(premium_fraction), options_(std::move(options)) {
  stages_.Add([this] {
    cost_.source = ReadAmounts(data_, cost_.amount_cny);
    cost_.sample = SampleOf(data_.dates, cost_.amount_cny);
  });
  stages_.Add([this] { LookAtAmounts(data_, options_, cost_); });
  stages_.Add(
      [this] { cost_.turnover = LookAtTurnover(data_, options_, cost_.turnover_fraction); });
  stages_.Add([this] { Sell(); });
  stages_.Add([this] { cost_.spread = LookAtSpread(data_, options_, cost_.position_cny); });
}

void LiquidityWork::Sell() {
  cost_.price_cny = LastOf(data_.price_cny);
  cost_.premium_fraction = LastOf(premium_);
  const bool in_shares = !IsMissing(options_.position_shares);
  cost_.position_cny =
      in_shares ? options_.position_shares * cost_.price_cny : options_.position_cny;
  cost_.position_shares =
      in_shares ? options_.position_shares : cost_.position_cny / cost_.price_cny;
  if (!cost_.too_few) cost_.selling = Selling(cost_, options_.participation);
  for (const double slip : options_.slippage) {
    cost_.slippage.push_back({slip, cost_.position_cny * slip, cost_.position_cny * (1 - slip),
                              (1 + cost_.premium_fraction) * (1 - slip) - 1});
  }
}

bool LiquidityWork::Step() { return stages_.Step(); }
double LiquidityWork::Progress() const { return stages_.Progress(); }
LiquidityCost LiquidityWork::Finish() { return std::move(cost_); }

LiquidityCost CostOfLiquidity(const FundData& data, const std::vector<double>& premium_fraction,
                              const LiquidityOptions& options) {
  LiquidityWork work(data, premium_fraction, options);
  while (!work.Step()) {
  }
  return work.Finish();
}

}  // namespace premiumlens
