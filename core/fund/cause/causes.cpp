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

Sign ShortRun(const CauseScene& scene) { return Run(scene, false); }
Sign LongRun(const CauseScene& scene) { return Run(scene, true); }

struct CauseRule {
  std::string_view word;
  Source source;
  std::vector<Sign (*)(const CauseScene&)> signs;
};

const std::vector<CauseRule>& AllCauses() {
  using enum Source;
  static const std::vector<CauseRule> all = {
      {"quota", kInvestorGuide, {PurchaseSaid, QuotaReleased, PurchasePasted, FlatShares}},
      {"stale_value",
       kInvestorGuide,
       {ValueMove, FlatIopvSign, MarketHours, ValueAge, TypicalMove}},
      {"cash_creation", kInvestorGuide, {CashSaid, Persistence}},
      {"thin_trading", kRangeGuide, {AmountSign, TurnoverSign}},
      {"mood", kInvestorGuide, {ShortRun, LongRun, NearHigh, IndexHighSaid}},
      {"ex_dividend", kRangeGuide, {DividendStep}},
      {"halt", kRangeGuide, {HaltSaid, HoldingsSaid, LimitDays, HaltedDays}},
      {"small_float", kBrokerageStudy, {FloatSign, SameDayTrading}},
      {"replication", kThesis, {ReplicationSaid, Tracking}},
  };
  return all;
}

Facts FactsOf(const Analysis& analysis, std::size_t row) {
  Facts facts = RowFacts(analysis.data, row, analysis.bars);
  ApplyKnown(analysis.known, facts);
  facts.kind = analysis.identity.kind;
  return facts;
}

}  // namespace

std::string_view Name(CauseStatus status) { return kStatuses.NameOf(status); }

struct CauseFinder::State {
  const PremiumHistory& history;
  const Analysis* analysis;
  CauseBars bars;
  Causes causes = {};
  std::optional<CauseScene> scene = {};

  void Begin() {
    const std::vector<double>& premium = history.premium_fraction;
    for (std::size_t row = premium.size(); row > 0 && !causes.row; --row) {
      if (!IsMissing(premium[row - 1])) causes.row = row - 1;
    }
    if (!causes.row) return;
    scene.emplace(CauseScene{history, analysis, bars, *causes.row});
    if (analysis != nullptr) scene->facts = FactsOf(*analysis, *causes.row);
  }

  // The next sign, of the cause that still lacks one.
  void FindOne() {
    const std::vector<CauseRule>& all = AllCauses();
    if (causes.list.empty() ||
        causes.list.back().signs.size() == all[causes.list.size() - 1].signs.size()) {
      const CauseRule& next = all[causes.list.size()];
      causes.list.push_back({next.word, next.source});
    }
    Cause& cause = causes.list.back();
    const CauseRule& rule = all[causes.list.size() - 1];
    cause.signs.push_back(rule.signs[cause.signs.size()](*scene));
    if (cause.signs.size() < rule.signs.size()) return;
    // Trading twice a day is no cause by itself.
    cause.status = cause.word == "small_float" ? cause.signs[0].status : StatusOf(cause.signs);
  }

  bool IsDone() const {
    const std::vector<CauseRule>& all = AllCauses();
    return causes.list.size() == all.size() &&
           causes.list.back().signs.size() == all.back().signs.size();
  }
};

CauseFinder::CauseFinder(const PremiumHistory& history, const Analysis* analysis,
                         const CauseBars& bars)
    : state_(new State{history, analysis, bars}) {}

CauseFinder::~CauseFinder() = default;

bool CauseFinder::Step() {
  if (!state_->causes.row) {
    state_->Begin();
    return !state_->causes.row;
  }
  state_->FindOne();
  return state_->IsDone();
}

double CauseFinder::Progress() const {
  return static_cast<double>(state_->causes.list.size()) / static_cast<double>(AllCauses().size());
}

const Causes& CauseFinder::causes() const { return state_->causes; }

Causes FindCauses(const PremiumHistory& history, const Analysis* analysis, const CauseBars& bars) {
  CauseFinder finder(history, analysis, bars);
  while (!finder.Step()) {
  }
  return finder.causes();
}

}  // namespace premiumlens
