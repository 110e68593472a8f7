#include "core/fund/cost/positions.h"

#include <algorithm>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<CloseTo, 3> kClosings = {kCloseTo, {"zero", "one_percent", "own_level"}};
constexpr double kOnePercent = 0.01;

const PastedFund* FindPasted(const std::vector<PastedFund>& pasted, const Position& position) {
  for (const PastedFund& fund : pasted) {
    if (!position.code.empty() && fund.code == position.code) return &fund;
  }
  for (const PastedFund& fund : pasted) {
    if (position.name.empty() && position.code.empty()) break;
    const bool named =
        !fund.name.empty() && (fund.name == position.name || fund.name == position.code);
    if (named) return &fund;
  }
  return nullptr;
}

double ResultOf(double amount, double from, double to) {
  return amount * ((1 + to) / (1 + from) - 1);
}

double ResultOf(const PositionSeen& seen, CloseTo to) {
  const double premium = seen.premium_fraction;
  switch (to) {
    case CloseTo::kZero:
      return ResultOf(seen.amount_cny, premium, 0);
    case CloseTo::kOnePercent:
      if (premium <= kOnePercent) return IsMissing(seen.amount_cny) ? kMissing : 0;
      return ResultOf(seen.amount_cny, premium, kOnePercent);
    case CloseTo::kOwnLevel:
      return ResultOf(seen.amount_cny, premium, seen.own_level_fraction);
  }
  return kMissing;
}

PositionSeen Look(const Position& position, const PastedFund* pasted) {
  PositionSeen seen{.position = position};
  const bool has_identity = pasted != nullptr && pasted->identity;
  // Where only one of the two is given, it may stand in either column.
  seen.identity =
      has_identity ? *pasted->identity
                   : Identify(position.code, position.name.empty() ? position.code : position.name);
  if (position.region) {
    seen.identity.region = *position.region;
    seen.identity.region_reason = GuessReason::kGiven;
  }
  seen.known = seen.identity.kind != Kind::kUnknown;
  const double price =
      IsMissing(position.price_cny) && pasted != nullptr ? pasted->price_cny : position.price_cny;
  seen.amount_cny = IsMissing(position.amount_cny) ? position.shares * price : position.amount_cny;
  seen.premium_given = !IsMissing(position.premium_fraction);
  seen.premium_fraction = position.premium_fraction;
  if (pasted != nullptr) {
    if (!seen.premium_given) {
      seen.premium_fraction = pasted->premium_fraction;
      seen.date = pasted->date;
    }
    seen.own_level_fraction = pasted->own_level_fraction;
    seen.own_days = pasted->own_days;
  }
  for (std::size_t i = 0; i < kCloseTo.size(); ++i) {
    seen.result_cny[i] = IsMissing(seen.premium_fraction) ? kMissing : ResultOf(seen, kCloseTo[i]);
  }
  return seen;
}

void AddRegion(Region region, double amount, std::vector<RegionShare>& regions) {
  const auto found = std::find_if(regions.begin(), regions.end(),
                                  [region](const auto& one) { return one.region == region; });
  if (found == regions.end()) {
    regions.push_back({region, amount});
  } else {
    found->amount_cny += amount;
  }
}

}  // namespace

std::string_view Name(CloseTo to) { return kClosings.NameOf(to); }

PositionsResult WeighPositions(const std::vector<Position>& positions,
                               const std::vector<PastedFund>& pasted) {
  PositionsResult result;
  for (std::size_t i = 0; i < kCloseTo.size(); ++i) result.closings[i].to = kCloseTo[i];
  for (const Position& position : positions) {
    PositionSeen seen = Look(position, FindPasted(pasted, position));
    const bool has_amount = seen.amount_cny > 0;
    const bool is_cross = seen.identity.kind == Kind::kCrossBorder;
    if (!seen.known) ++result.unknown;
    if (!has_amount) ++result.without_amount;
    if (has_amount) {
      result.total_cny += seen.amount_cny;
      if (!seen.known) result.unknown_cny += seen.amount_cny;
      if (is_cross) {
        result.cross_border_cny += seen.amount_cny;
        AddRegion(seen.identity.region, seen.amount_cny, result.regions);
      }
      for (std::size_t i = 0; i < kCloseTo.size(); ++i) {
        Closed& closed = result.closings[i];
        if (!IsMissing(seen.result_cny[i])) {
          closed.result_cny += seen.result_cny[i];
          ++closed.counted;
        } else if (is_cross || !seen.known) {
          closed.left_out_cny += seen.amount_cny;
        }
      }
    }
    result.positions.push_back(std::move(seen));
  }
  std::stable_sort(
      result.regions.begin(), result.regions.end(),
      [](const RegionShare& a, const RegionShare& b) { return a.amount_cny > b.amount_cny; });
  return result;
}

}  // namespace premiumlens
