#include "core/fund/cost/fee_years.h"

#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

// 黄非凡 (2021), table 3-6; codes from table 3-1.
constexpr ThesisFee kThesis[] = {
    {"513800", "东京证券指数ETF", -0.011246, 0.0020, -0.009246},
    {"513090", "香港证券ETF", -0.001938, 0.0015, -0.000438},
    {"513880", "日经225ETF", -0.002463, 0.0020, -0.000463},
    {"513030", "德国30ETF", -0.002387, 0.0080, 0.005613},
    {"513080", "法国CAC40ETF", -0.001426, 0.0050, 0.003574},
    {"513100", "纳指ETF", 0.029553, 0.0060, 0.035553},
    {"513900", "港股通100ETF", -0.001422, 0.0060, 0.004578},
    {"513500", "标普500ETF", 0.000471, 0.0060, 0.006471},
    {"513990", "港股通ETF", -0.004108, 0.0020, -0.002108},
    {"513600", "恒生指数ETF", -0.002135, 0.0050, 0.002865},
    {"513050", "中概互联网ETF", 0.010548, 0.0060, 0.016548},
    {"510900", "H股ETF", -0.002340, 0.0060, 0.003660},
};

}  // namespace

FeeYears CompareFee(double premium_fraction, double fee_fraction, double round_trip_fraction,
                    double holding_years) {
  FeeYears compared{premium_fraction + fee_fraction, kMissing, kMissing};
  if (fee_fraction > 0) compared.years = premium_fraction / fee_fraction;
  if (premium_fraction > -1 && round_trip_fraction < 1 && holding_years > 0) {
    compared.breakeven_year_fraction = std::expm1(
        (std::log1p(premium_fraction) - std::log1p(-round_trip_fraction)) / holding_years);
  }
  return compared;
}

std::span<const ThesisFee> ThesisFees() { return kThesis; }

}  // namespace premiumlens
