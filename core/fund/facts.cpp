#include "core/fund/facts.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/fund/liquidity.h"

namespace premiumlens {

Facts RowFacts(const FundData& data, std::size_t row, const RuleBars& bars) {
  Facts facts;
  if (!data.dates.empty()) facts.date = data.dates[row];
  facts.float_cny = FloatAt(data, row);
  const Amount amount = AmountAt(data, row, bars.amount_days());
  facts.amount_cny = amount.cny;
  facts.amount_days = amount.days;
  const auto days = [&bars](std::string_view key) {
    return static_cast<int>(bars.Of(Code::turnover_collapsed, key));
  };
  const Turnover turnover = TurnoverAt(data, row, days("recent_days"), days("usual_days"));
  facts.has_turnover = turnover.known;
  facts.turnover_recent_fraction = turnover.recent_fraction;
  facts.turnover_usual_fraction = turnover.usual_fraction;
  const Purchase purchase = PurchaseAt(data, row);
  facts.purchase = purchase.status;
  facts.purchase_limit_cny = purchase.limit_cny;
  return facts;
}

std::int64_t DaysOver(const FundData& data, const std::vector<double>& premium, std::size_t row,
                      double bar) {
  std::int64_t days = 0;
  for (std::size_t i = row + 1; i > 0; --i) {
    if (IsMissing(data.price_cny[i - 1])) continue;
    if (!IsOver(premium[i - 1], bar)) break;
    ++days;
  }
  return days;
}

Hindsight CompareHindsight(const std::vector<Date>& dates, const std::vector<double>& same_day,
                           const std::vector<double>& published, double bar) {
  Hindsight hindsight;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (IsMissing(same_day[i]) || IsMissing(published[i])) continue;
    if (IsOver(same_day[i], bar) == IsOver(published[i], bar)) continue;
    ++hindsight.days;
    hindsight.last_date = dates[i];
    hindsight.same_day_fraction = same_day[i];
    hindsight.published_fraction = published[i];
  }
  return hindsight;
}

std::vector<Mark> HistoryMarks(const FundData& data, const std::vector<double>& premium,
                               const std::vector<double>& born_out,
                               const std::vector<Split>& splits, const RuleBars& bars) {
  const double day_bar = bars.Of(Code::premium_over_5, "bar_fraction");
  const double run_bar = bars.Of(Code::premium_days_over_5, "bar_fraction");
  const double run_days = bars.Of(Code::premium_days_over_5, "bar_days");
  const double extreme_bar = bars.Of(Code::premium_over_50, "bar_fraction");
  std::vector<Mark> marks;
  const auto mark = [&](Code code, Level level, std::size_t row, bool over) {
    const bool borne = IsMissing(born_out[row]) || over;
    marks.push_back({code, borne ? level : Level::kInfo, row});
  };
  std::size_t next_split = 0;
  double run = 0;
  bool above = false;
  bool extreme = false;
  for (std::size_t row = 0; row < data.rows; ++row) {
    for (; next_split < splits.size() && splits[next_split].date <= data.dates[row]; ++next_split) {
      marks.push_back({Code::split_adjusted, Level::kInfo, row});
    }
    if (IsMissing(data.price_cny[row])) continue;
    const bool over = IsOver(premium[row], day_bar);
    run = IsOver(premium[row], run_bar) ? run + 1 : 0;
    if (over && !above) {
      mark(Code::premium_over_5, Level::kWarn, row, IsOver(born_out[row], day_bar));
    }
    above = over;
    if (run == run_days) {
      mark(Code::premium_days_over_5, Level::kSevere, row, IsOver(born_out[row], run_bar));
    }
    const bool reaches = !IsMissing(premium[row]) && !IsOver(extreme_bar, premium[row]);
    const bool both = !IsOver(extreme_bar, born_out[row]);
    if (reaches && !extreme) mark(Code::premium_over_50, Level::kSevere, row, both);
    extreme = reaches;
  }
  const std::size_t surplus = marks.size() - std::min(marks.size(), kMostMarks);
  marks.erase(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(surplus));
  return marks;
}

}  // namespace premiumlens
