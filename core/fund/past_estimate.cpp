#include "core/fund/past_estimate.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<LagReason, 3> kLagReasons = {
    {LagReason::kGiven, LagReason::kDated, LagReason::kAssumed}, {"given", "dated", "assumed"}};

constexpr WordList<SeriesReason, 8> kSeriesReasons = {
    {SeriesReason::kGiven, SeriesReason::kName, SeriesReason::kOnly, SeriesReason::kResidual,
     SeriesReason::kCurrency, SeriesReason::kRegion, SeriesReason::kNone, SeriesReason::kAbsent},
    {"given", "name", "only", "residual", "currency", "region", "none", "absent"}};

}  // namespace

std::string_view Name(LagReason reason) { return kLagReasons.NameOf(reason); }
std::span<const LagReason> AllLagReasons() { return kLagReasons.values; }
std::string_view Name(SeriesReason reason) { return kSeriesReasons.NameOf(reason); }
std::span<const SeriesReason> AllSeriesReasons() { return kSeriesReasons.values; }

}  // namespace premiumlens
