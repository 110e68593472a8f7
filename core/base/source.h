// Where a bar, a band or a formula comes from. The page prints title, author and date of each.

#ifndef PREMIUMLENS_CORE_BASE_SOURCE_H_
#define PREMIUMLENS_CORE_BASE_SOURCE_H_

#include <span>
#include <string_view>

namespace premiumlens {

enum class Source {
  kMarketReport,  // 中经联播讯 (顾国红, 王研, 杨惠), January 2026: cross-border ETFs pass CNY 1 tn
  kInvestorGuide,  // 为什么要警惕跨境ETF溢价风险?, no author named, early 2026
  kBrokerageStudy,  // 兴业证券 (兴证金工), 点评:场内跨境基金高溢价率研究, 2025-02-11
  kRangeGuide,  // EBC, ETF折溢价合理范围是多少?, 2025-10-31
  kThesis,  // 黄非凡, 影响跨境 ETF 基金折溢价因素的实证研究, 上海社会科学院, 2021
  kExchangeRules,  // Shanghai and Shenzhen stock exchange trading rules
  kUsFundRule,     // SEC, Exchange-Traded Funds, rule 6c-11, release 33-10695, 2019-09-25
  kKoreaRule,  // Korea Exchange, listing rules as amended for December 2013: divergence disclosure
  kOwn,        // this project's own bar where the sources name none, or plain arithmetic
};

// "market_report", "investor_guide", …; the name in JSON.
std::string_view Name(Source source);
std::span<const Source> AllSources();

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_SOURCE_H_
