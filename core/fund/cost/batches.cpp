#include "core/fund/cost/batches.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/fund/kind.h"

namespace premiumlens {
namespace {

constexpr std::size_t kAtAStep = 20000;
constexpr std::uint32_t kNone = 0xFFFFFFFFu;

// Type 7, of values that may be put into another order.
double Quantile(std::vector<double>& values, double q) {
  const double place = q * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::ptrdiff_t>(std::floor(place));
  const auto at = values.begin() + low;
  std::nth_element(values.begin(), at, values.end());
  const double share = place - static_cast<double>(low);
  if (share == 0) return *at;
  const double next = *std::min_element(at + 1, values.end());
  return *at + share * (next - *at);
}

}  // namespace

BatchReplay::BatchReplay(const std::vector<double>& price, const std::vector<double>& premium,
                         BatchPlan plan, double bar)
    : price_(price),
      premium_(premium),
      plan_(plan),
      bar_(bar),
      next_priced_(price.size() + 1, kNone),
      filled_(price.size()) {}

void BatchReplay::Add(Group& group, std::size_t start, std::size_t last, double exit) {
  group.exits.push_back(exit);
  ExitSpread& spread = group.spread;
  ++spread.starts;
  if (start < group.next_apart) return;
  ++spread.apart;
  group.next_apart = last + 1;
}

void BatchReplay::Take(std::size_t start) {
  if (IsMissing(price_[start])) return;
  double sum = 0;
  std::size_t last = start;
  for (int part = 0; part < plan_.parts; ++part) {
    const std::size_t due =
        start + static_cast<std::size_t>(part) * static_cast<std::size_t>(plan_.every_sessions);
    if (due >= price_.size() || next_priced_[due] == kNone) return;
    last = next_priced_[due];
    sum += price_[last];
  }
  const double mean = sum / plan_.parts;
  const double exit = (1 - plan_.cost_fraction) * (mean / price_[start] - 1);
  Add(all_, start, last, exit);
  if (!premium_.empty() && IsOver(premium_[start], bar_)) Add(over_, start, last, exit);
}

bool BatchReplay::Summarise(Group& group) {
  ExitSpread& spread = group.spread;
  if (group.exits.empty()) {
    spread.quantiles.fill(kMissing);
    return true;
  }
  if (group.next_quantile == 0) {
    const auto count = static_cast<double>(group.exits.size());
    spread.mean_fraction = std::accumulate(group.exits.begin(), group.exits.end(), 0.0) / count;
    spread.below_fraction =
        static_cast<double>(std::count_if(group.exits.begin(), group.exits.end(),
                                          [](double exit) { return exit < 0; })) /
        count;
  }
  spread.quantiles[group.next_quantile] =
      Quantile(group.exits, kExitQuantiles[group.next_quantile]);
  if (++group.next_quantile < kExitQuantiles.size()) return false;
  group.exits = {};
  return true;
}

bool BatchReplay::Step() {
  if (filled_ > 0) {
    for (std::size_t i = 0; i < kAtAStep && filled_ > 0; ++i) {
      --filled_;
      next_priced_[filled_] = IsMissing(price_[filled_]) ? next_priced_[filled_ + 1]
                                                         : static_cast<std::uint32_t>(filled_);
    }
    return false;
  }
  if (next_ < price_.size()) {
    const std::size_t end = std::min(price_.size(), next_ + kAtAStep);
    while (next_ < end) Take(next_++);
    return false;
  }
  if (all_.next_quantile < kExitQuantiles.size() && !Summarise(all_)) return false;
  return over_.next_quantile >= kExitQuantiles.size() || Summarise(over_);
}

double BatchReplay::Progress() const {
  const auto count = static_cast<double>(price_.size());
  const double done = static_cast<double>(price_.size() - filled_) + static_cast<double>(next_);
  return count > 0 ? done / (2 * count) : 1;
}

BatchScenario ConvergingExit(double premium, double to_premium, int over_sessions,
                             const BatchPlan& plan) {
  BatchScenario scenario{{}, 0, -plan.cost_fraction};
  for (int part = 0; part < plan.parts; ++part) {
    const int session = part * plan.every_sessions;
    const double share = std::min(1.0, static_cast<double>(session) / over_sessions);
    const double then = premium + (to_premium - premium) * share;
    const double got = (1 + then) / (1 + premium) * (1 - plan.cost_fraction) - 1;
    scenario.parts.push_back({session, then, got});
    scenario.return_fraction += got / plan.parts;
  }
  return scenario;
}

}  // namespace premiumlens
