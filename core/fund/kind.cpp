#include "core/fund/kind.h"

#include <cmath>

#include "core/base/missing.h"
#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Kind, 9> kKinds = {
    {Kind::kBroad, Kind::kCrossBorder, Kind::kSector, Kind::kBond, Kind::kIlliquid,
     Kind::kCommodity, Kind::kGold, Kind::kMoney, Kind::kUnknown},
    {"broad", "cross_border", "sector", "bond", "illiquid", "commodity", "gold", "money",
     "unknown"}};

constexpr WordList<Verdict, 4> kVerdicts = {
    {Verdict::kInside, Verdict::kEdge, Verdict::kOutside, Verdict::kNoBand},
    {"inside", "edge", "outside", "no_band"}};

}  // namespace

std::string_view Name(Kind kind) { return kKinds.NameOf(kind); }
std::optional<Kind> FindKind(std::string_view name) { return kKinds.Find(name); }
std::span<const Kind> AllKinds() { return kKinds.values; }

std::string_view Name(Verdict verdict) { return kVerdicts.NameOf(verdict); }
std::span<const Verdict> AllVerdicts() { return kVerdicts.values; }

Band ReferenceBand(Kind kind) {
  switch (kind) {
    case Kind::kBroad:
      return {0.002, 0.005};
    case Kind::kCrossBorder:
      return {0.01, 0.02};
    case Kind::kBond:
      return {0.005, 0.01};
    case Kind::kSector:
      return {0.01, kMissing};
    case Kind::kIlliquid:
      return {0.03, kMissing};
    case Kind::kCommodity:
    case Kind::kGold:
    case Kind::kMoney:
    case Kind::kUnknown:
      break;
  }
  return {kMissing, kMissing};
}

Verdict Judge(double premium_fraction, const Band& band) {
  if (IsMissing(premium_fraction) || IsMissing(band.inner_fraction)) return Verdict::kNoBand;
  const double size = std::fabs(premium_fraction);
  if (!IsOver(size, band.inner_fraction)) return Verdict::kInside;
  if (!IsMissing(band.outer_fraction) && !IsOver(size, band.outer_fraction)) return Verdict::kEdge;
  return Verdict::kOutside;
}

}  // namespace premiumlens
