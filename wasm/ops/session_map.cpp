// session_map: when a region's markets trade, in Beijing time, and what an IOPV is made of then.

#include "core/fund/value/session_map.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {{"region", "Region"}, {"date", "string"}};

constexpr Field kGives[] = {
    {"markets", "MarketHours[]"},
    {"basis", "IopvBasis | null"},
    {"is_weekend", "boolean"},
    {"last_session", "string"},
    {"publication_lag_sessions", "number"},
    {"shanghai", "MarketHours"},
};

Json ToJson(const std::vector<Interval>& intervals) {
  Json list = Json::array();
  for (const Interval& interval : intervals) {
    list.push_back({{"from_minutes", interval.from_minutes}, {"to_minutes", interval.to_minutes}});
  }
  return list;
}

Json ToJson(const MarketHours& hours) {
  return {{"market", Name(hours.market)},
          {"intervals", ToJson(hours.intervals)},
          {"has_summer_time", hours.has_summer_time},
          {"summer_time", hours.summer_time},
          {"shared", ToJson(hours.shared)},
          {"overlap_minutes", hours.overlap_minutes}};
}

Json Run(const Json& request, TableStore&) {
  const std::string text = ReadText(request, "date");
  const std::optional<Date> date = ParseIso(text);
  if (!date) throw Failure({.code = Code::bad_field, .column = "date", .text = text});
  const Region region = ReadWord(request, "region", FindRegion, Region::kUnknown);
  const SessionMap map = SessionMapOf(region, *date);
  Json markets = Json::array();
  for (const MarketHours& hours : map.markets) markets.push_back(ToJson(hours));
  return {{"markets", std::move(markets)},
          {"basis", map.basis ? Json(Name(*map.basis)) : Json(nullptr)},
          {"is_weekend", map.is_weekend},
          {"last_session", FormatIso(map.last_session)},
          {"publication_lag_sessions", LagOf(region).sessions},
          {"shanghai", ToJson(HoursOn(Market::kShanghai, *date))}};
}

}  // namespace

extern const Op kSessionMapOp = {
    .name = "session_map", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
