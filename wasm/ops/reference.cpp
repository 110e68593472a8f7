// reference: the bands, bars and lags that everything is judged by, with their sources.

#include "core/fund/rule_bars.h"
#include "core/fund/words.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kGives[] = {
    {"bands", "BandInfo[]"},
    {"rules", "RuleInfo[]"},
    {"range_bars", "(BarInfo & { kind: Kind })[]"},
    {"windows", "BarInfo[]"},
    {"publication_lags", "LagInfo[]"},
};

Json Bands() {
  Json list = Json::array();
  for (const Kind kind : AllKinds()) {
    const Band band = ReferenceBand(kind);
    list.push_back({{"kind", Name(kind)},
                    {"inner", Number(band.inner_fraction)},
                    {"outer", Number(band.outer_fraction)},
                    {"source", Name(band.source)}});
  }
  return list;
}

Json ToJson(const BarInfo& info) {
  const BarLimits limits = LimitsOf(info.key);
  return {{"name", info.name},     {"key", info.key},     {"standard", info.standard},
          {"least", limits.least}, {"most", limits.most}, {"source", Name(info.source)}};
}

Json BarsOf(std::size_t rule) {
  Json list = Json::array();
  for (const BarInfo& info : AllBars()) {
    if (info.rule == rule) list.push_back(ToJson(info));
  }
  return list;
}

// The ranges of the kinds, each with its kind; or the windows, which are of no rule and no kind.
Json BarsOfNoRule(bool of_kinds) {
  Json list = Json::array();
  for (const BarInfo& info : AllBars()) {
    const std::size_t dot = info.name.find('.');
    const bool is_range = info.name.substr(0, dot) == "range";
    if (info.rule || is_range != of_kinds) continue;
    Json entry = ToJson(info);
    if (is_range) entry["kind"] = info.name.substr(dot + 1, info.name.rfind('.') - dot - 1);
    list.push_back(std::move(entry));
  }
  return list;
}

Json Rules() {
  Json list = Json::array();
  std::size_t place = 0;
  for (const Rule& rule : AllRules()) {
    Json bar = Json::object();
    for (const Bar& entry : rule.bars) bar[std::string(entry.key)] = entry.value;
    list.push_back({{"code", Info(rule.code).name},
                    {"level", Name(rule.level)},
                    {"bar", std::move(bar)},
                    {"source", Name(rule.source)},
                    {"needs", NeedsToJson(rule.needs)},
                    {"bars", BarsOf(place++)}});
  }
  return list;
}

Json Lags() {
  Json list = Json::array();
  for (const Region region : AllRegions()) {
    const PublicationLag lag = LagOf(region);
    list.push_back({{"region", Name(region)},
                    {"sessions", lag.sessions},
                    {"overlaps_shanghai", lag.overlaps_shanghai}});
  }
  return list;
}

Json Run(const Json&, TableStore&) {
  return {{"bands", Bands()},
          {"rules", Rules()},
          {"range_bars", BarsOfNoRule(true)},
          {"windows", BarsOfNoRule(false)},
          {"publication_lags", Lags()}};
}

}  // namespace

extern const Op kReferenceOp = {.name = "reference", .takes = {}, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
