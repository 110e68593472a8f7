#include "core/fund/cases.h"

#include <cmath>

#include "core/base/missing.h"
#include "core/fund/premium.h"

namespace premiumlens {
namespace {

using enum CaseForm;
using enum Source;

constexpr WorkedCase kCases[] = {
    // "某跨境 ETF 净值 1.7445 元，二级市场收盘价 1.804 元，溢价率就是 3.41%"
    {"close_on_nav", kPremium, 1.804, 1.7445, 0, 0.0341, 0.0001, kInvestorGuide},
    // "花 120 元买了一份实际价值仅 100 元的资产"
    {"hundred_and_twenty", kPremium, 120, 100, 0, 0.20, 0.01, kInvestorGuide},
    // "18.03% 的超高溢价，意味着投资者要为 100 元的资产支付 118 元"
    {"hundred_and_eighteen", kPremium, 118, 100, 0, 0.1803, 0.0001, kInvestorGuide},
    // "溢价率 18% 时买入 … 假设 ETF 净值不变，当溢价率收敛至正常水平（1% 以内）… 亏损 15% 以上"
    {"eighteen_to_one", kConvergence, 0.18, 0.01, 0, -0.15, 0.01, kInvestorGuide},
    // "如果期间海外指数下跌 5%，叠加溢价收敛，总亏损可能超过 20%"
    {"eighteen_to_one_index_down", kConvergence, 0.18, 0.01, -0.05, -0.20, 0.01, kInvestorGuide},
    // "净值下跌 4.2%，同时溢价率从 12% 收敛至 5%，导致二级市场价格下跌 10.5%"
    {"double_hit", kConvergence, 0.12, 0.05, -0.042, -0.105, 0.001, kInvestorGuide},
};

}  // namespace

std::span<const WorkedCase> WorkedCases() { return kCases; }

double ExactFraction(const WorkedCase& worked) {
  return worked.form == kPremium
             ? PremiumFraction(worked.first, worked.second)
             : ConvergenceReturn(worked.first, worked.second, worked.growth).return_fraction;
}

bool Reproduces(const WorkedCase& worked) {
  const double distance = std::fabs(ExactFraction(worked) - worked.printed_fraction);
  return !IsOver(distance, worked.printed_unit / 2);
}

double PremiumAsPrinted(const WorkedCase& worked) {
  if (worked.form == kPremium) return kMissing;
  return (1 + worked.printed_fraction) * (1 + worked.first) / (1 + worked.growth) - 1;
}

double AddedUp(const WorkedCase& worked) {
  if (worked.form == kPremium) return kMissing;
  const Return parts = ConvergenceReturn(worked.first, worked.second, worked.growth);
  return parts.value_part + parts.premium_part;
}

}  // namespace premiumlens
