#include "core/fund/cost/money_weighted.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

constexpr double kDaysAYear = 365;

// What the flows are worth on the last day at the rate exp(k) − 1, and how that changes with k.
struct Worth {
  double worth = 0;
  double slope = 0;
};

// Payments stand weeks or months apart, so that a few powers serve them all.
class Flows {
 public:
  explicit Flows(const std::vector<Flow>& flows) : flows_(flows), powers_(kMostDays) {}

  Worth At(double k) {
    powers_.assign(kMostDays, 0);
    Worth sum;
    double factor = 1;
    for (std::size_t i = flows_.size(); i > 0; --i) {
      if (i < flows_.size()) factor *= Power(k, flows_[i].date - flows_[i - 1].date);
      const double worth = flows_[i - 1].cny * factor;
      sum.worth += worth;
      sum.slope += worth * (flows_.back().date - flows_[i - 1].date) / kDaysAYear;
    }
    return sum;
  }

 private:
  static constexpr std::size_t kMostDays = 400;

  double Power(double k, Date days) {
    const auto place = static_cast<std::size_t>(days);
    if (place >= kMostDays) return std::exp(k * days / kDaysAYear);
    if (powers_[place] == 0) powers_[place] = std::exp(k * days / kDaysAYear);
    return powers_[place];
  }

  const std::vector<Flow>& flows_;
  std::vector<double> powers_;
};

}  // namespace

double MoneyWeightedReturn(const std::vector<Flow>& flows) {
  double in = 0, out = 0;
  for (const Flow& flow : flows) (flow.cny < 0 ? in : out) += flow.cny;
  if (in == 0 || flows.front().date == flows.back().date) return kMissing;
  if (out == 0) return -1;
  Flows all(flows);
  // What was paid in grows longest, so a higher rate makes the whole worth less: bracket, then
  // Newton's step where it stays inside, half the bracket where it does not.
  constexpr double kMost = 512;
  double low = -1, high = 1;
  while (all.At(low).worth < 0 && low > -kMost) low *= 2;
  while (all.At(high).worth > 0 && high < kMost) high *= 2;
  if (!(all.At(low).worth >= 0 && all.At(high).worth <= 0)) return kMissing;
  constexpr double kEnough = 1e-15;
  constexpr int kMostSteps = 200;
  double k = 0;
  for (int step = 0; step < kMostSteps && high - low > kEnough; ++step) {
    const Worth here = all.At(k);
    if (here.worth == 0) break;
    (here.worth > 0 ? low : high) = k;
    const double newton = k - here.worth / here.slope;
    const double next = newton > low && newton < high ? newton : (low + high) / 2;
    if (std::abs(next - k) <= kEnough * std::max(1.0, std::abs(k))) break;
    k = next;
  }
  return std::expm1(k);
}

}  // namespace premiumlens
