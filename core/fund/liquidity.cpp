#include "core/fund/liquidity.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace premiumlens {
namespace {

// Rows that are days of one fund: an earlier row then tells something about a later one.
bool IsOverTime(const FundData& data) { return data.shape == Shape::kHistory; }

double LastKnown(const FundData& data, const std::vector<double>& series, std::size_t row) {
  if (series.empty()) return kMissing;
  const std::size_t oldest = IsOverTime(data) ? row - std::min(row, kLastKnownRows) : row;
  for (std::size_t i = row + 1; i > oldest; --i) {
    if (series[i - 1] > 0) return series[i - 1];
  }
  return kMissing;
}

// The last `count` values that are there, up to `row`; fewer if there are no more.
template <typename ValueAt>
std::vector<double> LastValues(std::size_t row, std::size_t count, ValueAt value_at) {
  std::vector<double> values;
  for (std::size_t i = row + 1; i > 0 && values.size() < count; --i) {
    const double value = value_at(i - 1);
    if (!IsMissing(value)) values.push_back(value);
  }
  return values;
}

double Mean(const double* begin, const double* end) {
  return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

double FloatAt(const FundData& data, std::size_t row) {
  const double pasted = LastKnown(data, data.float_cny, row);
  if (!IsMissing(pasted)) return pasted;
  return LastKnown(data, data.shares, row) * LastKnown(data, data.price_cny, row);
}

Amount AmountAt(const FundData& data, std::size_t row, int window) {
  if (data.amount_cny.empty() || data.shape == Shape::kIntraday) return {};
  if (IsOverTime(data)) {
    const auto wanted = static_cast<std::size_t>(window);
    const std::vector<double> values =
        LastValues(row, wanted, [&data](std::size_t i) { return data.amount_cny[i]; });
    if (values.size() == wanted) {
      return {Mean(values.data(), values.data() + values.size()), window};
    }
  }
  return {data.amount_cny[row], 1};
}

Turnover TurnoverAt(const FundData& data, std::size_t row, int recent_days, int usual_days) {
  const bool derived = data.turnover_fraction.empty();
  if (derived && (data.volume_shares.empty() || data.shares.empty())) return {};
  Turnover turnover;
  turnover.known = true;
  if (!IsOverTime(data)) return turnover;
  const auto usual = static_cast<std::size_t>(std::max(usual_days, recent_days));
  const std::vector<double> rates = LastValues(row, usual, [&](std::size_t i) {
    if (!derived) return data.turnover_fraction[i];
    return data.shares[i] > 0 ? data.volume_shares[i] / data.shares[i] : kMissing;
  });
  if (rates.size() < usual) return turnover;
  turnover.recent_fraction = Mean(rates.data(), rates.data() + recent_days);
  turnover.usual_fraction = Median(rates);
  return turnover;
}

Purchase PurchaseAt(const FundData& data, std::size_t row) {
  Purchase purchase;
  purchase.limit_cny = LastKnown(data, data.purchase_limit_cny, row);
  const std::size_t oldest = IsOverTime(data) ? row - std::min(row, kLastKnownRows) : row;
  for (std::size_t i = row + 1; i > oldest && !data.purchase.empty(); --i) {
    purchase.status = data.purchase[i - 1];
    if (purchase.status != PurchaseStatus::kUnknown) break;
  }
  purchase.status = WithLimit(purchase.status, purchase.limit_cny);
  return purchase;
}

}  // namespace premiumlens
