// The worked cases that the sources print, each with the figure printed and the exact one.
//
// Some printed figures are the sum of parts that multiply, or rounded up ("15% 以上"); the exact
// figure then differs by more than the printed digits allow, and the case says so.

#ifndef PREMIUMLENS_CORE_FUND_CASES_H_
#define PREMIUMLENS_CORE_FUND_CASES_H_

#include <span>
#include <string_view>

#include "core/base/source.h"

namespace premiumlens {

enum class CaseForm { kPremium, kConvergence };

struct WorkedCase {
  std::string_view id;
  CaseForm form;
  double first;   // price, or the premium at buying
  double second;  // value, or the premium at selling
  double growth;  // of the value, for a convergence
  double printed_fraction;
  double printed_unit;  // one unit of the last printed digit
  Source source;
};

std::span<const WorkedCase> WorkedCases();

// The premium, or the return.
double ExactFraction(const WorkedCase& worked);

// Whether the exact figure rounds to the printed one.
bool Reproduces(const WorkedCase& worked);

// The premium at selling with which a convergence would return the printed figure:
// (1 + printed)(1 + p0)/(1 + g) − 1. NaN for a premium.
double PremiumAsPrinted(const WorkedCase& worked);

// What adding up gives instead of multiplying, g + (p1 − p0)/(1 + p0). NaN for a premium.
double AddedUp(const WorkedCase& worked);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_CASES_H_
