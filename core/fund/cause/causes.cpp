#include "core/fund/cause/causes.h"

#include <algorithm>
#include <utility>

#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/fund/cause/sign_finder.h"

namespace premiumlens {
namespace {

constexpr WordList<CauseStatus, 4> kStatuses = {
    {CauseStatus::kFor, CauseStatus::kAgainst, CauseStatus::kSilent, CauseStatus::kAsked},
    {"for", "against", "silent", "asked"}};

CauseStatus StatusOf(const std::vector<Sign>& signs) {
  bool asked = false;
  for (const Sign& sign : signs) {
    if (sign.status == CauseStatus::kFor || sign.status == CauseStatus::kAgainst) {
      return sign.status;
    }
    asked = asked || sign.status == CauseStatus::kAsked;
  }
  return asked ? CauseStatus::kAsked : CauseStatus::kSilent;
}

Cause Make(std::string_view word, Source source, std::vector<Sign> signs) {
  const CauseStatus status = StatusOf(signs);
  return {word, source, status, std::move(signs)};
}

Facts FactsOf(const Analysis& analysis, std::size_t row) {
  Facts facts = RowFacts(analysis.data, row, analysis.bars);
  ApplyKnown(analysis.known, facts);
  facts.kind = analysis.identity.kind;
  return facts;
}

}  // namespace

std::string_view Name(CauseStatus status) { return kStatuses.NameOf(status); }

Causes FindCauses(const PremiumHistory& history, const Analysis* analysis, const CauseBars& bars) {
  Causes causes;
  const std::vector<double>& premium = history.premium_fraction;
  for (std::size_t row = premium.size(); row > 0 && !causes.row; --row) {
    if (!IsMissing(premium[row - 1])) causes.row = row - 1;
  }
  if (!causes.row) return causes;
  CauseScene scene{history, analysis, bars, *causes.row};
  if (analysis != nullptr) scene.facts = FactsOf(*analysis, *causes.row);
  const CauseScene& at = scene;
  using enum Source;
  causes.list.push_back(
      Make("quota", kInvestorGuide,
           {PurchaseSaid(at), QuotaReleased(at), PurchasePasted(at), FlatShares(at)}));
  causes.list.push_back(
      Make("stale_value", kInvestorGuide,
           {ValueMove(at), FlatIopvSign(at), MarketHours(at), ValueAge(at), TypicalMove(at)}));
  causes.list.push_back(Make("cash_creation", kInvestorGuide, {CashSaid(at), Persistence(at)}));
  causes.list.push_back(Make("thin_trading", kRangeGuide, {AmountSign(at), TurnoverSign(at)}));
  causes.list.push_back(Make("mood", kInvestorGuide,
                             {Run(at, false), Run(at, true), NearHigh(at), IndexHighSaid(at)}));
  causes.list.push_back(Make("ex_dividend", kRangeGuide, {DividendStep(at)}));
  causes.list.push_back(
      Make("halt", kRangeGuide, {HaltSaid(at), HoldingsSaid(at), LimitDays(at), HaltedDays(at)}));
  // Trading twice a day is no cause by itself.
  Sign size = FloatSign(at);
  const CauseStatus by_size = size.status;
  causes.list.push_back(
      {"small_float", kBrokerageStudy, by_size, {std::move(size), SameDayTrading(at)}});
  causes.list.push_back(Make("replication", kThesis, {ReplicationSaid(at), Tracking(at)}));
  return causes;
}

}  // namespace premiumlens
