#include "core/fund/cost/trade.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/word_list.h"
#include "core/fund/premium.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr WordList<Matching, 2> kMatchings = {{Matching::kAverage, Matching::kFifo},
                                              {"average", "fifo"}};

constexpr WordList<FillTrouble, 14> kTroubles = {
    {FillTrouble::kNoDate, FillTrouble::kNoSide, FillTrouble::kBadShares, FillTrouble::kBadPrice,
     FillTrouble::kBadFee, FillTrouble::kOtherFund, FillTrouble::kOversold, FillTrouble::kAfterData,
     FillTrouble::kNoDay, FillTrouble::kNoValue, FillTrouble::kAboveHigh, FillTrouble::kBelowLow,
     FillTrouble::kFarFromClose, FillTrouble::kRateMissing},
    {"no_date", "no_side", "bad_shares", "bad_price", "bad_fee", "other_fund", "oversold",
     "after_data", "no_day", "no_value", "above_high", "below_low", "far_from_close",
     "rate_missing"}};

// One end of a piece: at what price, value and rate.
struct End {
  double price;
  double value;
  double fx;
};

// Shares bought and not yet given away.
struct Lot {
  double shares;
  double fee;  // of buying what is left of it
  End bought;
};

constexpr double kDust = 1e-9;      // of a share: what rounding leaves over
constexpr int kNearSplitDays = 15;  // price and NAV may be restated a few days apart

bool IsNewestFirst(const std::vector<Fill>& fills) {
  Date earlier = kMissingDate;
  bool falls = false;
  for (const Fill& fill : fills) {
    if (fill.date == kMissingDate) continue;
    if (earlier != kMissingDate && fill.date > earlier) return false;
    falls = falls || (earlier != kMissingDate && fill.date < earlier);
    earlier = fill.date;
  }
  return falls;
}

void AddPiece(double shares, const End& from, const End& to, double fee, bool has_fx,
              TradeParts& parts) {
  const double money = shares * (to.price - from.price);
  parts.cost_cny -= fee;
  parts.total_cny += money - fee;
  if (IsMissing(from.value) || IsMissing(to.value)) {
    parts.unsplit_cny += money;
    return;
  }
  const double whole = std::log(to.price / from.price);
  // At equal prices the logarithmic mean is the price.
  const double mean = whole == 0 ? from.price : (to.price - from.price) / whole;
  const double rate = has_fx && from.fx > 0 && to.fx > 0 ? std::log(to.fx / from.fx) : 0;
  const double value = std::log(to.value / from.value);
  parts.value_cny += shares * mean * (value - rate);
  parts.fx_cny += shares * mean * rate;
  parts.premium_cny += shares * mean * (whole - value);
}

void Add(const TradeParts& more, TradeParts& sum) {
  sum.value_cny += more.value_cny;
  sum.fx_cny += more.fx_cny;
  sum.premium_cny += more.premium_cny;
  sum.cost_cny += more.cost_cny;
  sum.unsplit_cny += more.unsplit_cny;
  sum.total_cny += more.total_cny;
}

class Splitter {
 public:
  Splitter(const TradeDays& days, Matching matching) : days_(days), matching_(matching) {
    result_.has_fx = !days.fx.empty();
  }

  TradeResult Run(std::vector<Fill> fills) {
    FindLatest();
    // A day's fills are in the order of their list.
    if (IsNewestFirst(fills)) std::reverse(fills.begin(), fills.end());
    std::stable_sort(fills.begin(), fills.end(),
                     [](const Fill& a, const Fill& b) { return a.date < b.date; });
    for (const Fill& fill : fills) Take(fill);
    CloseOpen();
    Add(result_.realised, result_.parts);
    Add(result_.open, result_.parts);
    return std::move(result_);
  }

 private:
  double At(const std::vector<double>& series, std::size_t day) const {
    return series.empty() ? kMissing : series[day];
  }

  void FindLatest() {
    for (std::size_t day = days_.dates.size(); day > 0 && !latest_; --day) {
      if (!IsMissing(days_.close_cny[day - 1])) latest_ = day - 1;
    }
    if (!latest_) return;
    result_.latest_date = days_.dates[*latest_];
    result_.latest_close_cny = days_.close_cny[*latest_];
    result_.latest_premium_fraction =
        PremiumFraction(result_.latest_close_cny, days_.value_cny[*latest_]);
  }

  static void Refuse(FillSeen& seen, FillTrouble trouble) {
    seen.troubles.push_back(trouble);
    if (!IsCounted(trouble)) seen.counted = false;
  }

  void Check(FillSeen& seen) const {
    const Fill& fill = seen.fill;
    if (fill.date == kMissingDate) Refuse(seen, FillTrouble::kNoDate);
    if (!fill.side) Refuse(seen, FillTrouble::kNoSide);
    if (!(fill.shares > 0)) Refuse(seen, FillTrouble::kBadShares);
    if (!(fill.price_cny > 0)) Refuse(seen, FillTrouble::kBadPrice);
    if (!(fill.fee_cny >= 0)) Refuse(seen, FillTrouble::kBadFee);
    const bool other = !fill.fund.empty() && !days_.fund.empty() && fill.fund != days_.fund;
    if (other) Refuse(seen, FillTrouble::kOtherFund);
    const bool dated = fill.date != kMissingDate;
    if (dated && (!latest_ || fill.date > days_.dates[*latest_])) {
      Refuse(seen, FillTrouble::kAfterData);
    }
  }

  // The close that a fill's price is nearest to in time, from its day on if there is one.
  double CloseNear(Date date) const {
    const auto found = std::lower_bound(days_.dates.begin(), days_.dates.end(), date);
    const auto from = static_cast<std::size_t>(found - days_.dates.begin());
    for (std::size_t day = from; day < days_.dates.size(); ++day) {
      if (!IsMissing(days_.close_cny[day])) return days_.close_cny[day];
    }
    return result_.latest_close_cny;
  }

  // Of a day close to a split the price itself tells on which side of it the fill is.
  double RatioOf(const Fill& fill) const {
    if (days_.splits == nullptr) return 1;
    double best = SplitRatio(fill.date, *days_.splits);
    for (const Split& split : *days_.splits) {
      if (std::abs(fill.date - split.date) > kNearSplitDays) continue;
      const double other = fill.date < split.date ? best / split.ratio : best * split.ratio;
      const double per_new_share = fill.price_cny / CloseNear(fill.date);
      const auto off = [per_new_share](double by) {
        return std::fabs(std::log(per_new_share / by));
      };
      if (off(other) < off(best)) best = other;
    }
    return best;
  }

  void FindDay(FillSeen& seen) const {
    const auto found = std::lower_bound(days_.dates.begin(), days_.dates.end(), seen.fill.date);
    const bool there = found != days_.dates.end() && *found == seen.fill.date;
    const auto day = static_cast<std::size_t>(found - days_.dates.begin());
    if (!there || IsMissing(days_.close_cny[day])) {
      Refuse(seen, FillTrouble::kNoDay);
      return;
    }
    seen.day = day;
    seen.close_cny = days_.close_cny[day];
    seen.value_cny = days_.value_cny[day];
    const double price = seen.fill.price_cny / seen.ratio;
    if (IsMissing(seen.value_cny)) {
      Refuse(seen, FillTrouble::kNoValue);
    } else {
      seen.premium_fraction = PremiumFraction(price, seen.value_cny);
    }
    const double high = At(days_.high_cny, day);
    const double low = At(days_.low_cny, day);
    constexpr double kRounding = 1e-9;
    if (price > high * (1 + kRounding)) Refuse(seen, FillTrouble::kAboveHigh);
    if (price < low * (1 - kRounding)) Refuse(seen, FillTrouble::kBelowLow);
    const bool bare = IsMissing(high) && IsMissing(low);
    const double off = std::max(price / seen.close_cny, seen.close_cny / price) - 1;
    if (bare && off > kMostFromClose) Refuse(seen, FillTrouble::kFarFromClose);
    if (result_.has_fx && !(At(days_.fx, day) > 0)) Refuse(seen, FillTrouble::kRateMissing);
  }

  End EndOf(const FillSeen& seen) const {
    const double fx = seen.day ? At(days_.fx, *seen.day) : kMissing;
    return {seen.fill.price_cny / seen.ratio, seen.value_cny, fx};
  }

  void Take(const Fill& fill) {
    FillSeen seen{.fill = fill};
    Check(seen);
    if (seen.counted) {
      seen.ratio = RatioOf(fill);
      FindDay(seen);
      const double shares = fill.shares * seen.ratio;
      if (*fill.side == Side::kBuy) {
        lots_.push_back({shares, fill.fee_cny, EndOf(seen)});
        held_ += shares;
        result_.invested_cny += fill.shares * fill.price_cny;
      } else if (shares > held_ * (1 + kDust)) {
        Refuse(seen, FillTrouble::kOversold);
      } else {
        Sell(shares, EndOf(seen), fill.fee_cny);
      }
    }
    result_.fills.push_back(std::move(seen));
  }

  void Sell(double shares, const End& sold, double fee) {
    double left = std::min(shares, held_);
    const double fraction = left / held_;
    result_.realised.cost_cny -= fee;
    result_.realised.total_cny -= fee;
    for (Lot& lot : lots_) {
      const double taken =
          matching_ == Matching::kAverage ? lot.shares * fraction : std::min(lot.shares, left);
      if (taken <= 0) continue;
      const double lot_fee = lot.fee * taken / lot.shares;
      AddPiece(taken, lot.bought, sold, lot_fee, result_.has_fx, result_.realised);
      lot.shares -= taken;
      lot.fee -= lot_fee;
      left -= taken;
    }
    held_ -= std::min(shares, held_);
    std::erase_if(lots_, [](const Lot& lot) { return lot.shares <= kDust; });
    if (lots_.empty()) held_ = 0;
  }

  void CloseOpen() {
    if (lots_.empty()) return;
    const End now{result_.latest_close_cny, days_.value_cny[*latest_], At(days_.fx, *latest_)};
    double paid = 0;
    double fees = 0;
    for (const Lot& lot : lots_) {
      AddPiece(lot.shares, lot.bought, now, lot.fee, result_.has_fx, result_.open);
      result_.open_shares += lot.shares;
      paid += lot.shares * lot.bought.price;
      fees += lot.fee;
    }
    result_.average_cost_cny = paid / result_.open_shares;
    result_.average_cost_fees_cny = (paid + fees) / result_.open_shares;
    result_.open_value_cny = result_.open_shares * now.price;
  }

  const TradeDays& days_;
  Matching matching_;
  TradeResult result_;
  std::optional<std::size_t> latest_;
  std::vector<Lot> lots_;
  double held_ = 0;
};

}  // namespace

std::optional<Side> FindSide(std::string_view words) {
  const std::string text = LowerAscii(NormaliseWidth(words));
  const auto holds = [&text](std::string_view word) {
    return text.find(word) != std::string::npos;
  };
  if (holds("卖") || holds("賣") || holds("sell") || holds("sold") || text == "s")
    return Side::kSell;
  if (holds("买") || holds("買") || holds("buy") || holds("bought") || text == "b")
    return Side::kBuy;
  return {};
}

std::string_view Name(Matching matching) { return kMatchings.NameOf(matching); }
std::optional<Matching> FindMatching(std::string_view name) { return kMatchings.Find(name); }

std::string_view Name(FillTrouble trouble) { return kTroubles.NameOf(trouble); }
std::span<const FillTrouble> AllFillTroubles() { return kTroubles.values; }
bool IsCounted(FillTrouble trouble) { return trouble > FillTrouble::kAfterData; }

double SplitRatio(Date date, const std::vector<Split>& splits) {
  double ratio = 1;
  for (const Split& split : splits) {
    if (date < split.date) ratio *= split.ratio;
  }
  return ratio;
}

TradeResult SplitTrade(std::vector<Fill> fills, const TradeDays& days, Matching matching) {
  return Splitter(days, matching).Run(std::move(fills));
}

}  // namespace premiumlens
