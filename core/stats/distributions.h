// Distribution functions and their inverses. All of Boost.Math is in distributions.cpp.
// A probability outside its range, or a degree of freedom that is not positive, gives NaN.

#ifndef PREMIUMLENS_CORE_STATS_DISTRIBUTIONS_H_
#define PREMIUMLENS_CORE_STATS_DISTRIBUTIONS_H_

namespace premiumlens {

double NormalCdf(double x);
double NormalQuantile(double p);  // −∞ at 0, ∞ at 1
double StudentCdf(double x, double degrees);
double StudentQuantile(double p, double degrees);  // −∞ at 0, ∞ at 1

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_STATS_DISTRIBUTIONS_H_
