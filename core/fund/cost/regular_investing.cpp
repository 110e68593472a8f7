#include "core/fund/cost/regular_investing.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/word_list.h"
#include "core/fund/cost/money_weighted.h"
#include "core/fund/premium.h"

namespace premiumlens {
namespace {

constexpr WordList<InvestEvery, 2> kEvery = {{InvestEvery::kMonth, InvestEvery::kWeek},
                                             {"month", "week"}};

constexpr double kLot = 100;
// Below it a difference is one of rounding.
constexpr double kHair = 1e-9;

// The first day after a day's month or week; weeks begin on Monday.
Date EndOfPeriod(Date date, InvestEvery every) {
  if (every == InvestEvery::kWeek) {
    constexpr int kFromMonday = 3;  // 1970-01-01 was a Thursday
    const int past_monday = ((date + kFromMonday) % 7 + 7) % 7;
    return date + 7 - past_monday;
  }
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date}}};
  const std::chrono::sys_days next{(ymd.year() / ymd.month() + std::chrono::months{1}) / 1};
  return static_cast<Date>(next.time_since_epoch().count());
}

Date AddWeekdays(Date date, std::int64_t count) {
  while (count > 0) {
    ++date;
    if (!IsWeekend(date)) --count;
  }
  return date;
}

// What was paid for shares, and what they were worth.
struct Paid {
  double paid = 0, worth = 0;
  void Add(double cny, double value_cny) {
    if (IsMissing(value_cny)) return;
    paid += cny;
    worth += value_cny;
  }
  double Premium() const { return worth > 0 ? paid / worth - 1 : kMissing; }
};

}  // namespace

std::string_view Name(InvestEvery every) { return kEvery.NameOf(every); }
std::optional<InvestEvery> FindInvestEvery(std::string_view name) { return kEvery.Find(name); }

InvestReplay::InvestReplay(InvestPast past, InvestOptions options)
    : past_(std::move(past)), options_(options), ratio_(past_.dates.size(), 1) {
  std::size_t split = past_.splits.size();
  double ratio = 1;
  for (std::size_t row = ratio_.size(); row > 0; --row) {
    while (split > 0 && past_.splits[split - 1].date > past_.dates[row - 1]) {
      ratio *= past_.splits[--split].ratio;
    }
    ratio_[row - 1] = ratio;
  }
  FindPlan();
}

void InvestReplay::FindPlan() {
  const std::vector<Date>& dates = past_.dates;
  bool begun = false;
  for (std::size_t row = 0; row < dates.size(); ++row) {
    if (options_.from != kMissingDate && dates[row] < options_.from) continue;
    if (options_.to != kMissingDate && dates[row] > options_.to) break;
    if (IsMissing(past_.price_cny[row]) || IsMissing(past_.nav_cny[row])) continue;
    if (!std::exchange(begun, true)) first_ = row;
    last_ = row;
    ++sessions_;
  }
  if (begun) {
    sample_ = {dates[first_], dates[last_], sessions_};
    Date until = kMissingDate;  // the period of the row before ends there
    for (std::size_t row = first_; row <= last_; ++row) {
      if (!plan_.empty() && dates[row] < until) continue;
      plan_.push_back(row);
      until = EndOfPeriod(dates[row], options_.every);
    }
    over_nav_from_ = PremiumFraction(past_.price_cny[first_], past_.nav_cny[first_]);
    over_nav_to_ = PremiumFraction(past_.price_cny[last_], past_.nav_cny[last_]);
  }
  constexpr std::int64_t kLeastPayments = 2;
  if (payments() < kLeastPayments) too_few_ = TooFew{kLeastPayments, payments()};
}

bool InvestReplay::is_annual() const { return sessions_ >= kLeastSessions; }

double InvestReplay::PaymentOn(std::size_t row, bool at_once, std::size_t& next) const {
  if (next >= plan_.size() || plan_[next] != row) return 0;
  if (!at_once) {
    ++next;
    return options_.amount_cny;
  }
  next = plan_.size();
  return options_.amount_cny * static_cast<double>(plan_.size());
}

Investment InvestReplay::OnExchange(bool at_once) const {
  Investment made;
  Paid over_value, over_nav;
  double cash = 0, shares = 0, spent = 0;
  bool waits = false;  // a payment has come that no order was made of
  std::size_t next = 0;
  const auto commission = [this](double cny) {
    return cny > 0 ? std::max(options_.commission_fraction * cny, options_.least_commission_cny)
                   : 0;
  };
  for (std::size_t row = first_; row <= last_; ++row) {
    const double payment = PaymentOn(row, at_once, next);
    cash += payment;
    waits |= payment > 0;
    if (!waits) continue;
    const double close = past_.price_cny[row];
    if (IsMissing(close)) {
      made.delayed += payment > 0 ? 1 : 0;
      continue;
    }
    waits = false;
    const double ticks = kTicksPerYuan * ratio_[row];  // of a share of today
    const double price = std::ceil(close * ticks - kHair * ticks) / ticks;
    const double lot = kLot * ratio_[row];
    double lots = std::floor(cash / (price * lot) + kHair);
    while (lots > 0 && lots * lot * price + commission(lots * lot * price) > cash + kHair) --lots;
    if (lots <= 0) continue;
    const double cost = lots * lot * price;
    ++made.orders;
    made.fees_cny += commission(cost);
    cash -= cost + commission(cost);
    shares += lots * lot;
    spent += cost;
    over_value.Add(cost, lots * lot * past_.value_cny[row]);
    over_nav.Add(cost, lots * lot * past_.nav_cny[row]);
  }
  const double sold = shares * past_.price_cny[last_];
  made.fees_cny += commission(sold);
  made.average_premium_fraction = over_value.Premium();
  made.average_over_nav_fraction = over_nav.Premium();
  made.average_cny = shares > 0 ? spent / shares : kMissing;
  Finish(sold - commission(sold), cash, past_.dates[last_], at_once, made);
  return made;
}

Investment InvestReplay::OffExchange(bool at_once) const {
  Investment made;
  Paid over_value;
  double cash = 0, shares = 0, spent = 0;
  std::size_t next = 0;
  const auto confirmed = static_cast<std::size_t>(options_.confirmation_sessions);
  for (std::size_t row = first_; row <= last_; ++row) {
    const double payment = PaymentOn(row, at_once, next);
    cash += payment;
    if (cash <= kHair) continue;
    const double nav = past_.nav_cny[row];
    const double limit = past_.limit_cny.empty() ? kMissing : past_.limit_cny[row];
    double amount = IsMissing(nav) ? 0 : cash;
    if (!IsMissing(limit)) amount = std::min(amount, limit);
    made.delayed += payment > 0 && cash - amount > kHair ? 1 : 0;
    if (amount <= 0) continue;
    const double cost = amount / (1 + options_.purchase_fee_fraction);
    ++made.orders;
    made.fees_cny += amount - cost;
    cash -= amount;
    shares += cost / nav;
    spent += cost;
    over_value.Add(cost, cost / nav * past_.value_cny[row]);
    if (row + confirmed > last_) made.unconfirmed_cny += amount;
  }
  const double worth = shares * past_.nav_cny[last_];
  made.fees_cny += worth * options_.redemption_fee_fraction;
  made.average_premium_fraction = over_value.Premium();
  made.average_over_nav_fraction = shares > 0 ? 0 : kMissing;
  made.average_cny = shares > 0 ? spent / shares : kMissing;
  Finish(worth * (1 - options_.redemption_fee_fraction), cash,
         AddWeekdays(past_.dates[last_], options_.redemption_weekdays), at_once, made);
  return made;
}

void InvestReplay::Finish(double proceeds_cny, double cash_cny, Date paid_out, bool at_once,
                          Investment& made) const {
  std::vector<Flow> flows;
  const double all = options_.amount_cny * static_cast<double>(plan_.size());
  if (at_once) {
    flows.push_back({past_.dates[plan_.front()], -all});
  } else {
    flows.reserve(plan_.size() + 2);
    for (const std::size_t row : plan_) flows.push_back({past_.dates[row], -options_.amount_cny});
  }
  if (cash_cny > 0) flows.push_back({past_.dates[last_], cash_cny});
  if (proceeds_cny > 0) flows.push_back({paid_out, proceeds_cny});
  made.invested_cny = all;
  made.waiting_cny = cash_cny;
  made.final_cny = proceeds_cny + cash_cny;
  made.total_return_fraction = made.final_cny / all - 1;
  if (is_annual()) made.annual_return_fraction = MoneyWeightedReturn(flows);
}

}  // namespace premiumlens
