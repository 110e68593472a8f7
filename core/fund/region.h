// Which market a fund holds, and what that means for the day its NAV becomes known.
//
// `sessions` is how many exchange sessions after its own date a NAV is published, in the evening:
// 0 for markets that close before Shanghai's evening (the mainland, Hong Kong, Japan, Korea and the
// rest of Asia east of India), 1 for those that close in Shanghai's night or later (Europe, the
// United States, Latin America, funds of several regions) and for India and the Gulf, which close
// after Shanghai. `overlaps_shanghai` says whether the market trades while Shanghai does, so that
// the day's price and the day's NAV hold the same news. All of this is field practice, not from
// the source documents, and the user can change it. An unknown region is treated as the slowest:
// a value that could not have been known is then never used.

#ifndef PREMIUMLENS_CORE_FUND_REGION_H_
#define PREMIUMLENS_CORE_FUND_REGION_H_

#include <optional>
#include <span>
#include <string_view>

namespace premiumlens {

enum class Region {
  kMainland,
  kHongKong,
  kJapan,
  kKorea,
  kAsia,  // elsewhere in Asia, or several markets of Asia
  kIndia,
  kMiddleEast,
  kEurope,
  kUs,  // also Chinese companies listed there
  kLatinAmerica,
  kGlobal,
  kUnknown,
};

std::string_view Name(Region region);  // "mainland", "hong_kong", "japan", …
std::optional<Region> FindRegion(std::string_view name);
std::span<const Region> AllRegions();

struct PublicationLag {
  int sessions;
  bool overlaps_shanghai;
};

PublicationLag LagOf(Region region);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_REGION_H_
