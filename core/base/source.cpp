#include "core/base/source.h"

#include <array>

namespace premiumlens {
namespace {

constexpr std::array kSources = {
    Source::kMarketReport, Source::kInvestorGuide, Source::kBrokerageStudy, Source::kRangeGuide,
    Source::kThesis,       Source::kExchangeRules, Source::kOwn};

}  // namespace

std::span<const Source> AllSources() { return kSources; }

std::string_view Name(Source source) {
  switch (source) {
    case Source::kMarketReport:
      return "market_report";
    case Source::kInvestorGuide:
      return "investor_guide";
    case Source::kBrokerageStudy:
      return "brokerage_study";
    case Source::kRangeGuide:
      return "range_guide";
    case Source::kThesis:
      return "thesis";
    case Source::kExchangeRules:
      return "exchange_rules";
    case Source::kOwn:
      return "own";
  }
  return "";
}

}  // namespace premiumlens
