#include "core/stats/distributions.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

namespace policies = boost::math::policies;

// double stays double: promotion to long double is 60 times slower in wasm and changes nothing.
// Nothing throws: out of range is NaN, and no text of an error is linked.
using Policy = policies::policy<
    policies::promote_double<false>, policies::domain_error<policies::ignore_error>,
    policies::pole_error<policies::ignore_error>, policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <typename Distribution>
double QuantileIn(const Distribution& distribution, double p) {
  if (!(p >= 0 && p <= 1)) return kMissing;
  if (p == 0) return -kInfinity;
  if (p == 1) return kInfinity;
  return boost::math::quantile(distribution, p);
}

}  // namespace

double NormalCdf(double x) {
  if (IsMissing(x)) return kMissing;
  return boost::math::cdf(boost::math::normal_distribution<double, Policy>(), x);
}

double NormalQuantile(double p) {
  return QuantileIn(boost::math::normal_distribution<double, Policy>(), p);
}

double StudentCdf(double x, double degrees) {
  if (IsMissing(x) || !(degrees > 0)) return kMissing;
  return boost::math::cdf(boost::math::students_t_distribution<double, Policy>(degrees), x);
}

double StudentQuantile(double p, double degrees) {
  if (!(degrees > 0)) return kMissing;
  return QuantileIn(boost::math::students_t_distribution<double, Policy>(degrees), p);
}

}  // namespace premiumlens
