// Kinds of fund, the reference band of each, and where a premium stands against it.
//
// The bands are those of the range guide (EBC, 2025-10-31), as inner / outer bound of |premium|:
//   broad 0.2 % / 0.5 %      "±0.5% 以内", on most days "±0.1% 至 ±0.2%"
//   cross_border 1 % / 2 %   "±1% 至 ±2%"
//   bond 0.5 % / 1 %         "±0.5% 至 ±1%"
//   sector 1 % / none        "±1%左右，情绪化时可能更高"
//   illiquid 3 % / none      "可能超过 ±3%"
// The guide has nothing for commodity, gold and money funds; none is invented for them. A mainland
// fund on a foreign index is cross_border, though the guide lists an S&P 500 ETF among the broad
// ones: it speaks of the ETF at home in that market. `illiquid` is measured, never guessed.
// Inside the band does not mean safe: a fund inside it loses with its index like any other.

#ifndef PREMIUMLENS_CORE_FUND_KIND_H_
#define PREMIUMLENS_CORE_FUND_KIND_H_

#include <optional>
#include <span>
#include <string_view>

#include "core/base/source.h"

namespace premiumlens {

enum class Kind {
  kBroad,
  kCrossBorder,
  kSector,
  kBond,
  kIlliquid,
  kCommodity,
  kGold,
  kMoney,
  kUnknown,
};

std::string_view Name(Kind kind);  // "broad", "cross_border", …
std::optional<Kind> FindKind(std::string_view name);
std::span<const Kind> AllKinds();

// Bounds of |premium| as fractions; NaN where the source gives none.
struct Band {
  double inner_fraction;
  double outer_fraction;
  Source source = Source::kRangeGuide;
};

Band ReferenceBand(Kind kind);

// inside ≤ inner < edge ≤ outer < outside. Where there is an inner bound but no outer one, a
// premium beyond the inner bound is outside: the source says that it happens ("可能更高"), not up
// to where it would still be usual, so there is no edge to be on. No inner bound: no_band.
enum class Verdict { kInside, kEdge, kOutside, kNoBand };

std::string_view Name(Verdict verdict);  // "inside", "edge", "outside", "no_band"
std::span<const Verdict> AllVerdicts();

// Both signs alike. A missing premium has the verdict no_band.
Verdict Judge(double premium_fraction, const Band& band);

// Whether x is strictly over a bar, both fractions. Prices have three decimals and values four, so
// a premium that is not equal to a bar of whole basis points differs from it by more than 1e-7,
// while binary rounding moves it by less than 1e-14: within kBarTolerance it stands on the bar.
// That is what keeps 1.05 on 1.00 from being "over 5 %".
inline constexpr double kBarTolerance = 1e-10;
inline bool IsOver(double x, double bar) { return x > bar + kBarTolerance; }

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_KIND_H_
