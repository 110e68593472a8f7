#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

struct Place {
  std::size_t below;
  double beyond;  // of the way to the next
};

Place PlaceOf(std::size_t count, double p) {
  const double place = static_cast<double>(count - 1) * p;
  const double below = std::floor(place);
  return {static_cast<std::size_t>(below), place - below};
}

double Between(double low, double high, double share) {
  return share > 0 ? low + share * (high - low) : low;
}

}  // namespace

double QuantileOf(std::vector<double>& values, double p) {
  if (values.empty()) return kMissing;
  const Place place = PlaceOf(values.size(), p);
  const auto low = values.begin() + static_cast<std::ptrdiff_t>(place.below);
  std::nth_element(values.begin(), low, values.end());
  if (low + 1 == values.end()) return *low;
  return Between(*low, *std::min_element(low + 1, values.end()), place.beyond);
}

double QuantileOfSorted(std::span<const double> sorted, double p) {
  if (sorted.empty()) return kMissing;
  const Place place = PlaceOf(sorted.size(), p);
  if (place.below + 1 == sorted.size()) return sorted.back();
  return Between(sorted[place.below], sorted[place.below + 1], place.beyond);
}

}  // namespace premiumlens
