// What goes wrong with real data, done to made-up funds at random places.

#ifndef PREMIUMLENS_TESTS_CORE_FUND_DOCTOR_MADE_DEFECTS_H_
#define PREMIUMLENS_TESTS_CORE_FUND_DOCTOR_MADE_DEFECTS_H_

#include <span>
#include <vector>

#include "core/base/code.h"
#include "core/fund/read/read_fund.h"
#include "tests/core/fund/made_market.h"

namespace premiumlens {

struct Defect {
  const char* name;
  std::vector<Code> codes;  // any of these names it
  // Changes `data`, and `truth` where what is right is another than before.
  void (*inject)(FundData& data, FundData& truth, Dice& dice);
  bool plain = false;  // in a hundred rows anyone would see it, whatever the market
};

std::span<const Defect> AllDefects();

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_CORE_FUND_DOCTOR_MADE_DEFECTS_H_
