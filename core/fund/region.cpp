#include "core/fund/region.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Region, 12> kRegions = {
    {Region::kMainland, Region::kHongKong, Region::kJapan, Region::kKorea, Region::kAsia,
     Region::kIndia, Region::kMiddleEast, Region::kEurope, Region::kUs, Region::kLatinAmerica,
     Region::kGlobal, Region::kUnknown},
    {"mainland", "hong_kong", "japan", "korea", "asia", "india", "middle_east", "europe", "us",
     "latin_america", "global", "unknown"}};

}  // namespace

std::string_view Name(Region region) { return kRegions.NameOf(region); }
std::optional<Region> FindRegion(std::string_view name) { return kRegions.Find(name); }
std::span<const Region> AllRegions() { return kRegions.values; }

PublicationLag LagOf(Region region) {
  switch (region) {
    case Region::kMainland:
    case Region::kHongKong:
    case Region::kJapan:
    case Region::kKorea:
    case Region::kAsia:
      return {0, true};
    case Region::kIndia:
    case Region::kMiddleEast:
    case Region::kEurope:
    case Region::kUs:
    case Region::kLatinAmerica:
    case Region::kGlobal:
    case Region::kUnknown:
      break;
  }
  return {1, false};
}

}  // namespace premiumlens
