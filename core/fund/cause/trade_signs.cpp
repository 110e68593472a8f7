// Signs of the trading of a fund and of the making of new shares.

#include <algorithm>
#include <cmath>
#include <string>

#include "core/fund/cause/sign_finder.h"
#include "core/fund/liquidity.h"

namespace premiumlens {
namespace {

using enum CauseStatus;

void AddDate(const char* key, Date date, std::vector<Evidence>& evidence) {
  if (date != kMissingDate) evidence.push_back({key, FormatIso(date)});
}

// Said, denied, or to be asked.
Sign OfTick(std::string_view word, const Tick& tick, CauseStatus if_said) {
  if (!tick.said) return {.word = word, .status = kAsked};
  const CauseStatus other = if_said == kFor ? kAgainst : kFor;
  Sign sign{.word = word, .status = *tick.said ? if_said : other};
  AddDate("said_date", tick.date, sign.evidence);
  return sign;
}

bool IsShut(PurchaseStatus status) {
  return status == PurchaseStatus::kSuspended || status == PurchaseStatus::kLimited;
}

}  // namespace

Sign PurchaseSaid(const CauseScene& scene) {
  const Known& known = scene.facts.known;
  if (!known.purchase) return {.word = "purchase_said", .status = kAsked};
  Sign sign{.word = "purchase_said", .status = ForIf(IsShut(*known.purchase))};
  sign.evidence.push_back({"purchase_status_name", std::string(Name(*known.purchase))});
  if (known.purchase_limit_cny > 0) {
    sign.evidence.push_back({"limit_cny", known.purchase_limit_cny});
  }
  AddDate("said_date", known.purchase_date, sign.evidence);
  return sign;
}

// Denied it says nothing: no news is not a shut window.
Sign QuotaReleased(const CauseScene& scene) {
  const Tick& tick = scene.facts.known.quota_released;
  if (!tick.Holds()) return {.word = "quota_released", .status = tick.said ? kSilent : kAsked};
  return OfTick("quota_released", tick, kAgainst);
}

Sign PurchasePasted(const CauseScene& scene) {
  if (scene.analysis == nullptr) return Silent("purchase_pasted", "purchase_status");
  const Purchase purchase = PurchaseAt(scene.analysis->data, scene.row);
  if (purchase.status == PurchaseStatus::kUnknown) {
    return Silent("purchase_pasted", "purchase_status");
  }
  Sign sign{.word = "purchase_pasted", .status = ForIf(IsShut(purchase.status))};
  sign.evidence.push_back({"purchase_status_name", std::string(Name(purchase.status))});
  if (purchase.limit_cny > 0 && purchase.limit_cny < kNoLimitCny) {
    sign.evidence.push_back({"limit_cny", purchase.limit_cny});
  }
  return sign;
}

Sign FlatShares(const CauseScene& scene) {
  constexpr std::string_view kWord = "flat_shares";
  if (scene.analysis == nullptr || scene.analysis->data.shares.empty()) {
    return Silent(kWord, "shares");
  }
  const std::vector<double>& shares = scene.analysis->data.shares;
  std::vector<double> known;  // the newest first
  const auto wanted = static_cast<std::size_t>(scene.bars.flat_shares_days) + 1;
  std::int64_t flat = 0;
  bool still = true;
  for (std::size_t row = scene.row + 1; row > 0 && (known.size() < wanted || still); --row) {
    const double count = shares[row - 1];
    if (!(count > 0)) continue;
    still = still && (known.empty() || count == known[0]);
    if (still && !known.empty()) ++flat;
    known.push_back(count);
  }
  if (known.size() < wanted) {
    return Few(kWord, static_cast<std::int64_t>(wanted), static_cast<std::int64_t>(known.size()));
  }
  Sign sign{.word = kWord, .status = ForIf(flat >= scene.bars.flat_shares_days)};
  sign.evidence = {{"flat_days", flat},
                   {"bar_days", std::int64_t{scene.bars.flat_shares_days}},
                   {"shares_change_fraction", known[0] / known[wanted - 1] - 1}};
  return sign;
}

Sign CashSaid(const CauseScene& scene) {
  return OfTick("cash_said", scene.facts.known.cash_creation, kFor);
}

// A premium that outlives the delay of creation is what slow arbitrage would leave.
Sign Persistence(const CauseScene& scene) {
  const std::vector<double>& premium = scene.history.premium_fraction;
  const auto lag = static_cast<std::size_t>(scene.bars.delay_sessions);
  double sum = 0;
  std::int64_t count = 0;
  std::int64_t pairs = 0;
  for (std::size_t i = 0; i <= scene.row; ++i) {
    if (IsMissing(premium[i])) continue;
    sum += premium[i];
    ++count;
    if (i >= lag && !IsMissing(premium[i - lag])) ++pairs;
  }
  if (pairs < kLeastCauseDays) return Few("persistence", kLeastCauseDays, pairs);
  const double mean = sum / static_cast<double>(count);
  double square = 0;
  double product = 0;
  for (std::size_t i = 0; i <= scene.row; ++i) {
    if (IsMissing(premium[i])) continue;
    square += (premium[i] - mean) * (premium[i] - mean);
    if (i < lag || IsMissing(premium[i - lag])) continue;
    product += (premium[i] - mean) * (premium[i - lag] - mean);
  }
  if (!(square > 0)) return Silent("persistence", "moving_premium");
  const double ratio = product / square;
  Sign sign{.word = "persistence", .status = ForIf(ratio >= scene.bars.persistence_ratio)};
  sign.evidence = {{"found_correlation_ratio", ratio},
                   {"bar_ratio", scene.bars.persistence_ratio},
                   {"delay_sessions", std::int64_t{scene.bars.delay_sessions}},
                   {"pairs_count", pairs}};
  return sign;
}

Sign AmountSign(const CauseScene& scene) {
  if (IsMissing(scene.facts.amount_cny)) return Silent("amount", "amount");
  const double bar = scene.analysis->bars.Of(Code::amount_under_100m, "bar_cny");
  Sign sign{.word = "amount", .status = ForIf(scene.facts.amount_cny < bar)};
  sign.evidence = {{"amount_cny", scene.facts.amount_cny},
                   {"amount_days", scene.facts.amount_days},
                   {"bar_cny", bar}};
  return sign;
}

Sign TurnoverSign(const CauseScene& scene) {
  const Facts& facts = scene.facts;
  if (!facts.has_turnover) return Silent("turnover", "turnover");
  if (IsMissing(facts.turnover_usual_fraction)) return Silent("turnover", "history");
  const RuleBars& bars = scene.analysis->bars;
  const double bar = bars.Of(Code::turnover_collapsed, "bar_fraction");
  const double ratio = bars.Of(Code::turnover_collapsed, "bar_ratio");
  const double recent = facts.turnover_recent_fraction;
  const bool fell = recent < bar && recent < ratio * facts.turnover_usual_fraction;
  Sign sign{.word = "turnover", .status = ForIf(fell)};
  sign.evidence = {{"recent_fraction", recent},
                   {"usual_fraction", facts.turnover_usual_fraction},
                   {"bar_fraction", bar},
                   {"bar_ratio", ratio}};
  return sign;
}

Sign HaltSaid(const CauseScene& scene) {
  const Tick& tick = scene.facts.known.halt;
  return tick.said ? OfTick("halt_said", tick, kFor) : Sign{.word = "halt_said", .status = kAsked};
}

Sign HoldingsSaid(const CauseScene& scene) {
  return OfTick("holdings_said", scene.facts.known.holdings_halted, kFor);
}

Sign HaltedDays(const CauseScene& scene) {
  if (scene.history.price_cny.empty()) return Silent("halted_days", "price");
  const FundData* data = scene.analysis == nullptr ? nullptr : &scene.analysis->data;
  const auto wanted = static_cast<std::size_t>(scene.bars.recent_days);
  if (scene.row + 1 < wanted) {
    return Few("halted_days", scene.bars.recent_days, static_cast<std::int64_t>(scene.row) + 1);
  }
  std::int64_t halted = 0;
  Date last = kMissingDate;
  for (std::size_t row = scene.row + 1 - wanted; row <= scene.row; ++row) {
    const bool still =
        data != nullptr && !data->volume_shares.empty() && data->volume_shares[row] == 0;
    if (!IsMissing(scene.history.price_cny[row]) && !still) continue;
    ++halted;
    if (!scene.history.dates.empty()) last = scene.history.dates[row];
  }
  Sign sign{.word = "halted_days", .status = ForIf(halted > 0)};
  sign.evidence = {{"halted_days", halted}, {"recent_days", std::int64_t{scene.bars.recent_days}}};
  AddDate("last_date", last, sign.evidence);
  return sign;
}

Sign LimitDays(const CauseScene& scene) {
  constexpr double kTick = 0.001;
  const std::vector<double>& price = scene.history.price_cny;
  if (price.empty()) return Silent("limit_days", "price");
  std::int64_t up = 0;
  std::int64_t down = 0;
  std::int64_t count = 0;
  Date last = kMissingDate;
  double later = kMissing;
  std::size_t later_row = 0;
  for (std::size_t row = scene.row + 1; row > 0 && count < scene.bars.recent_days; --row) {
    const double before = price[row - 1];
    if (IsMissing(before)) continue;
    if (!IsMissing(later)) {
      ++count;
      const double move = later - before;
      // The limit is a whole tick, so a price is on it if it is within half of one.
      const double limit = std::round(scene.bars.limit_fraction * before / kTick) * kTick;
      const bool at_limit = std::fabs(move) >= limit - kTick / 2;
      if (at_limit) (move > 0 ? up : down)++;
      if (at_limit && last == kMissingDate && !scene.history.dates.empty()) {
        last = scene.history.dates[later_row];
      }
    }
    later = before;
    later_row = row - 1;
  }
  if (count < scene.bars.recent_days) return Few("limit_days", scene.bars.recent_days, count);
  Sign sign{.word = "limit_days", .status = ForIf(up + down > 0)};
  sign.evidence = {{"up_days", up},
                   {"down_days", down},
                   {"recent_days", std::int64_t{scene.bars.recent_days}},
                   {"limit_fraction", scene.bars.limit_fraction}};
  AddDate("last_date", last, sign.evidence);
  return sign;
}

Sign FloatSign(const CauseScene& scene) {
  if (IsMissing(scene.facts.float_cny)) return Silent("float", "float");
  const double bar = scene.analysis->bars.Of(Code::small_float_premium, "bar_cny");
  Sign sign{.word = "float", .status = ForIf(scene.facts.float_cny < bar)};
  sign.evidence = {{"float_cny", scene.facts.float_cny}, {"bar_cny", bar}};
  return sign;
}

// A cross-border ETF is traded T+0 where its market allows it; LOFs and funds of Shanghai, Shenzhen
// and Hong Kong together are not.
Sign SameDayTrading(const CauseScene& scene) {
  if (scene.analysis == nullptr) return Silent("same_day_trading", "kind");
  const Identity& identity = scene.analysis->identity;
  const FundData& data = scene.analysis->data;
  if (identity.kind == Kind::kUnknown) return Silent("same_day_trading", "kind");
  const auto starts = [&data](std::string_view digits) {
    return data.code.substr(0, digits.size()) == digits;
  };
  const bool is_lof = starts("16") || starts("50") || data.name.find("LOF") != std::string::npos;
  const bool is_mixed = data.name.find("沪港深") != std::string::npos;
  const bool allowed = identity.kind != Kind::kBroad && identity.kind != Kind::kSector &&
                       identity.region != Region::kMainland && !is_lof && !is_mixed;
  const bool by_kind = identity.kind == Kind::kBond || identity.kind == Kind::kGold ||
                       identity.kind == Kind::kMoney || identity.kind == Kind::kCommodity;
  Sign sign{.word = "same_day_trading", .status = ForIf(allowed || (by_kind && !is_lof))};
  sign.evidence = {{"kind_name", std::string(Name(identity.kind))},
                   {"region_name", std::string(Name(identity.region))}};
  return sign;
}

}  // namespace premiumlens
