#include "core/fund/value/iopv_estimate.h"

#include <optional>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<EstimatePart, 3> kParts = {
    {EstimatePart::kIndex, EstimatePart::kFutures, EstimatePart::kFx}, {"index", "futures", "fx"}};

constexpr WordList<Refusal, 7> kRefusals = {
    {Refusal::kSessionInNav, Refusal::kIndexBaseDiffers, Refusal::kFuturesBaseDiffers,
     Refusal::kFuturesContractDiffers, Refusal::kFxInIndex, Refusal::kFxBaseDiffers,
     Refusal::kLaterThanPrice},
    {"session_in_nav", "index_base_differs", "futures_base_differs", "futures_contract_differs",
     "fx_in_index", "fx_base_differs", "later_than_price"}};

bool BothKnown(Date a, Date b) { return a != kMissingDate && b != kMissingDate; }
bool Differ(Date a, Date b) { return BothKnown(a, b) && a != b; }
bool IsAfter(Date a, Date b) { return BothKnown(a, b) && a > b; }

// a
Date SessionInNav(const EstimateInput& input) {
  return input.nav_session == kMissingDate ? input.nav_date : input.nav_session;
}

std::optional<Refusal> RefusalOf(const EstimateInput& input, EstimatePart part);

// The last session counted before the futures: the index's last close, else the NAV's own.
Date FuturesBase(const EstimateInput& input) {
  const bool index = !IsMissing(input.index.Fraction()) && !RefusalOf(input, EstimatePart::kIndex);
  return index ? input.index.to_date : SessionInNav(input);
}

std::optional<Refusal> RefusalOfIndex(const EstimateInput& input) {
  const Move& index = input.index;
  const Date held = SessionInNav(input);
  if (BothKnown(index.to_date, held) && index.to_date <= held) return Refusal::kSessionInNav;
  if (Differ(index.from_date, held)) return Refusal::kIndexBaseDiffers;
  if (IsAfter(index.to_date, input.closed_until)) return Refusal::kLaterThanPrice;
  return {};
}

std::optional<Refusal> RefusalOfFutures(const EstimateInput& input) {
  if (input.contract_from != input.contract_to && !input.contract_from.empty() &&
      !input.contract_to.empty()) {
    return Refusal::kFuturesContractDiffers;
  }
  if (IsAfter(SessionInNav(input), input.futures.to_date)) return Refusal::kSessionInNav;
  if (Differ(input.futures.from_date, FuturesBase(input))) return Refusal::kFuturesBaseDiffers;
  if (IsAfter(input.futures.to_date, input.price_date)) return Refusal::kLaterThanPrice;
  return {};
}

std::optional<Refusal> RefusalOfFx(const EstimateInput& input) {
  if (input.index_in_cny) return Refusal::kFxInIndex;
  if (IsAfter(input.nav_date, input.fx.to_date)) return Refusal::kSessionInNav;
  if (Differ(input.fx.from_date, input.nav_date)) return Refusal::kFxBaseDiffers;
  if (IsAfter(input.fx.to_date, input.price_date)) return Refusal::kLaterThanPrice;
  return {};
}

std::optional<Refusal> RefusalOf(const EstimateInput& input, EstimatePart part) {
  switch (part) {
    case EstimatePart::kIndex:
      return RefusalOfIndex(input);
    case EstimatePart::kFutures:
      return RefusalOfFutures(input);
    case EstimatePart::kFx:
      break;
  }
  return RefusalOfFx(input);
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

Date ClosedUntil(Date price_date, Region region) {
  if (price_date == kMissingDate) return kMissingDate;
  return price_date - (region == Region::kUnknown || LagOf(region).overlaps_shanghai ? 0 : 1);
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
    const bool counted = !IsMissing(move) && !refusal;
    if (!counted) move = 0;
    (part == EstimatePart::kFx ? fx : abroad) *= 1 + move;
    estimate.value_cny = input.nav_cny * (1 + invested * (abroad - 1)) * fx;
    estimate.steps.push_back({part, move, estimate.value_cny, counted});
  }
  return estimate;
}

}  // namespace premiumlens
