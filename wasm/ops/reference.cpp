// reference: the bands, bars and lags that everything is judged by, with their sources.

#include "core/fund/words.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kGives[] = {
    {"bands", "BandInfo[]"},
    {"rules", "RuleInfo[]"},
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

Json Rules() {
  Json list = Json::array();
  for (const Rule& rule : AllRules()) {
    Json bar = Json::object();
    for (const Bar& entry : rule.bars) bar[std::string(entry.key)] = entry.value;
    list.push_back({{"code", Info(rule.code).name},
                    {"level", Name(rule.level)},
                    {"bar", std::move(bar)},
                    {"source", Name(rule.source)},
                    {"needs", NeedsToJson(rule.needs)}});
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
  return {{"bands", Bands()}, {"rules", Rules()}, {"publication_lags", Lags()}};
}

}  // namespace

extern const Op kReferenceOp = {.name = "reference", .takes = {}, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
