#include "core/fund/denominator.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Denominator, 6> kDenominators = {
    {Denominator::kIopv, Denominator::kIopvEstimated, Denominator::kNavSameDay,
     Denominator::kNavPrevious, Denominator::kNavPublished, Denominator::kNavCorrected},
    {"iopv", "iopv_estimated", "nav_same_day", "nav_previous", "nav_published", "nav_corrected"}};

}  // namespace

std::string_view Name(Denominator denominator) { return kDenominators.NameOf(denominator); }
std::optional<Denominator> FindDenominator(std::string_view name) {
  return kDenominators.Find(name);
}
std::span<const Denominator> AllDenominators() { return kDenominators.values; }

}  // namespace premiumlens
