#include "core/base/source.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Source, 9> kSources = {
    {Source::kMarketReport, Source::kInvestorGuide, Source::kBrokerageStudy, Source::kRangeGuide,
     Source::kThesis, Source::kExchangeRules, Source::kUsFundRule, Source::kKoreaRule,
     Source::kOwn},
    {"market_report", "investor_guide", "brokerage_study", "range_guide", "thesis",
     "exchange_rules", "us_fund_rule", "korea_rule", "own"}};

}  // namespace

std::string_view Name(Source source) { return kSources.NameOf(source); }
std::span<const Source> AllSources() { return kSources.values; }

}  // namespace premiumlens
