#include "core/fund/facts.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/fund/liquidity.h"

namespace premiumlens {

Facts RowFacts(const FundData& data, std::size_t row) {
  Facts facts;
  if (!data.dates.empty()) facts.date = data.dates[row];
  facts.float_cny = FloatAt(data, row);
  const Amount amount = AmountAt(data, row);
  facts.amount_cny = amount.cny;
  facts.amount_days = amount.days;
  const Turnover turnover = TurnoverAt(data, row);
  facts.has_turnover = turnover.known;
  facts.turnover_recent_fraction = turnover.recent_fraction;
  facts.turnover_usual_fraction = turnover.usual_fraction;
  const Purchase purchase = PurchaseAt(data, row);
  facts.purchase = purchase.status;
  facts.purchase_limit_cny = purchase.limit_cny;
  return facts;
}

std::int64_t DaysOver(const FundData& data, const std::vector<double>& premium, std::size_t row) {
  std::int64_t days = 0;
  for (std::size_t i = row + 1; i > 0; --i) {
    if (IsMissing(data.price_cny[i - 1])) continue;
    if (!IsOver(premium[i - 1], kPremiumBar)) break;
    ++days;
  }
  return days;
}

Hindsight CompareHindsight(const std::vector<Date>& dates, const std::vector<double>& same_day,
                           const std::vector<double>& published) {
  Hindsight hindsight;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (IsMissing(same_day[i]) || IsMissing(published[i])) continue;
    if (IsOver(same_day[i], kPremiumBar) == IsOver(published[i], kPremiumBar)) continue;
    ++hindsight.days;
    hindsight.last_date = dates[i];
    hindsight.same_day_fraction = same_day[i];
    hindsight.published_fraction = published[i];
  }
  return hindsight;
}

std::vector<Mark> HistoryMarks(const FundData& data, const std::vector<double>& premium,
                               const std::vector<double>& born_out,
                               const std::vector<Split>& splits) {
  std::vector<Mark> marks;
  const auto mark = [&](Code code, Level level, std::size_t row, bool over) {
    const bool borne = IsMissing(born_out[row]) || over;
    marks.push_back({code, borne ? level : Level::kInfo, row});
  };
  std::size_t next_split = 0;
  std::int64_t run = 0;
  bool extreme = false;
  for (std::size_t row = 0; row < data.rows; ++row) {
    for (; next_split < splits.size() && splits[next_split].date <= data.dates[row]; ++next_split) {
      marks.push_back({Code::split_adjusted, Level::kInfo, row});
    }
    if (IsMissing(data.price_cny[row])) continue;
    run = IsOver(premium[row], kPremiumBar) ? run + 1 : 0;
    const bool over = IsOver(born_out[row], kPremiumBar);
    if (run == 1) mark(Code::premium_over_5, Level::kWarn, row, over);
    if (run == kRunBarDays) mark(Code::premium_days_over_5, Level::kSevere, row, over);
    const bool reaches = !IsMissing(premium[row]) && !IsOver(kExtremePremium, premium[row]);
    const bool both = !IsOver(kExtremePremium, born_out[row]);
    if (reaches && !extreme) mark(Code::premium_over_50, Level::kSevere, row, both);
    extreme = reaches;
  }
  const std::size_t surplus = marks.size() - std::min(marks.size(), kMostMarks);
  marks.erase(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(surplus));
  return marks;
}

}  // namespace premiumlens
