#include "core/fund/iopv_estimate.h"

#include <optional>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<EstimatePart, 3> kParts = {
    {EstimatePart::kIndex, EstimatePart::kFutures, EstimatePart::kFx}, {"index", "futures", "fx"}};

constexpr WordList<Refusal, 6> kRefusals = {
    {Refusal::kSessionInNav, Refusal::kIndexBaseDiffers, Refusal::kFuturesBaseDiffers,
     Refusal::kFuturesContractDiffers, Refusal::kFxInIndex, Refusal::kFxBaseDiffers},
    {"session_in_nav", "index_base_differs", "futures_base_differs", "futures_contract_differs",
     "fx_in_index", "fx_base_differs"}};

bool Differ(Date a, Date b) { return a != kMissingDate && b != kMissingDate && a != b; }

std::optional<Refusal> RefusalOf(const EstimateInput& input, EstimatePart part);

// The last session counted before the futures: the index's last close, else the NAV's own.
Date FuturesBase(const EstimateInput& input) {
  const bool index = !IsMissing(input.index.Fraction()) && !RefusalOf(input, EstimatePart::kIndex);
  return index ? input.index.to_date : input.nav_date;
}

std::optional<Refusal> RefusalOf(const EstimateInput& input, EstimatePart part) {
  switch (part) {
    case EstimatePart::kIndex:
      if (input.nav_date != kMissingDate && input.index.to_date != kMissingDate &&
          input.index.to_date <= input.nav_date) {
        return Refusal::kSessionInNav;
      }
      if (Differ(input.index.from_date, input.nav_date)) return Refusal::kIndexBaseDiffers;
      break;
    case EstimatePart::kFutures:
      if (input.contract_from != input.contract_to && !input.contract_from.empty() &&
          !input.contract_to.empty()) {
        return Refusal::kFuturesContractDiffers;
      }
      if (Differ(input.futures.from_date, FuturesBase(input))) return Refusal::kFuturesBaseDiffers;
      break;
    case EstimatePart::kFx:
      if (input.index_in_cny) return Refusal::kFxInIndex;
      if (Differ(input.fx.from_date, input.nav_date)) return Refusal::kFxBaseDiffers;
      break;
  }
  return {};
}

const Move& MoveOf(const EstimateInput& input, EstimatePart part) {
  switch (part) {
    case EstimatePart::kIndex:
      return input.index;
    case EstimatePart::kFutures:
      return input.futures;
    case EstimatePart::kFx:
      break;
  }
  return input.fx;
}

}  // namespace

std::string_view Name(EstimatePart part) { return kParts.NameOf(part); }
std::span<const EstimatePart> AllEstimateParts() { return kParts.values; }
std::string_view Name(Refusal refusal) { return kRefusals.NameOf(refusal); }
std::span<const Refusal> AllRefusals() { return kRefusals.values; }

double Move::Fraction() const {
  const bool levels = from > 0 && to > 0;
  const double move = levels ? to / from - 1 : fraction;
  return move > -1 ? move : kMissing;
}

Estimate EstimateIopv(const EstimateInput& input) {
  Estimate estimate;
  const double invested = input.invested_fraction;
  if (!(input.nav_cny > 0) || !(invested >= 0) || !(invested <= 1)) return estimate;
  double abroad = 1;  // of the invested share
  double fx = 1;
  for (const EstimatePart part : AllEstimateParts()) {
    double move = MoveOf(input, part).Fraction();
    const std::optional<Refusal> refusal = RefusalOf(input, part);
    if (!IsMissing(move) && refusal) estimate.refused.push_back({part, *refusal, move});
    if (IsMissing(move) || refusal) move = 0;
    (part == EstimatePart::kFx ? fx : abroad) *= 1 + move;
    estimate.value_cny = input.nav_cny * (1 + invested * (abroad - 1)) * fx;
    estimate.steps.push_back({part, move, estimate.value_cny});
  }
  return estimate;
}

}  // namespace premiumlens
