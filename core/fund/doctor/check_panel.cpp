#include "core/fund/doctor/check_panel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/doctor/check_effect.h"
#include "core/fund/premium.h"
#include "core/fund/robust.h"

namespace premiumlens {
namespace {

constexpr double kAwayFrom = 0.06;
constexpr double kAwayNoise = 8;
constexpr double kOnOther = 0.02;
constexpr double kJump = 0.2231;   // ln 1.25: no day's trading
constexpr double kGoesWith = 1.5;  // so much closer to the other's value, day by day
constexpr std::size_t kLeastExact = 3;
constexpr std::size_t kLeastNear = 5;
constexpr double kCopied = 0.95;
constexpr std::size_t kLeastCommon = 20;
constexpr std::size_t kLeastDistinct = 10;
constexpr std::size_t kSampled = 40;  // days of a fund by which pairs are chosen

using PanelFunds = std::vector<FundOfPanel>;

// ln(price / NAV) where both are there.
struct Gaps {
  std::vector<std::size_t> rows;
  std::vector<double> gaps;
  double usual = 0;  // median
  double noise = 0;  // usual daily change
};

Gaps GapsOf(const FundOfPanel& fund) {
  Gaps found;
  for (std::size_t i = 0; i < fund.dates.size(); ++i) {
    const double gap = std::log(fund.price_cny[i] / fund.nav[i]);
    if (IsMissing(gap)) continue;
    found.rows.push_back(i);
    found.gaps.push_back(gap);
  }
  if (found.gaps.empty()) return found;
  found.usual = MedianOf(found.gaps);
  found.noise = SpreadOf(ChangesOf(found.gaps));
  return found;
}

// Rows [from, to) of a fund's gaps that are away from its usual level, entered at once.
struct Stretch {
  std::size_t from;
  std::size_t to;
};

// No trading leads there, or none leads from there.
bool IsSudden(const std::vector<double>& gaps, Stretch stretch) {
  const auto jumps = [&gaps](std::size_t at) { return std::fabs(gaps[at] - gaps[at - 1]) > kJump; };
  return stretch.from > 0 ? jumps(stretch.from) : stretch.to < gaps.size() && jumps(stretch.to);
}

std::vector<Stretch> StretchesOf(const Gaps& own) {
  std::vector<Stretch> stretches;
  const double bar = std::max(kAwayFrom, kAwayNoise * own.noise);
  const std::vector<double>& gaps = own.gaps;
  if (std::fabs(own.usual) > 2 * kAwayFrom) stretches.push_back({0, gaps.size()});
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (std::fabs(gaps[i] - own.usual) <= bar) continue;
    std::size_t to = i + 1;
    while (to < gaps.size() && std::fabs(gaps[to] - own.usual) > bar / 2) ++to;
    const bool entered = i == 0 || std::fabs(gaps[i] - gaps[i - 1]) > bar / 2;
    const Stretch stretch{i, to};
    if (entered && (to - i >= kLeastExact || IsSudden(gaps, stretch))) stretches.push_back(stretch);
    i = to;
  }
  return stretches;
}

std::optional<std::size_t> RowOf(const FundOfPanel& fund, Date date) {
  const auto place = std::lower_bound(fund.dates.begin(), fund.dates.end(), date);
  if (place == fund.dates.end() || *place != date) return {};
  return static_cast<std::size_t>(place - fund.dates.begin());
}

// How a stretch of one fund's prices stands on another fund.
struct Match {
  std::size_t fund;
  bool exact;  // on its prices; else on its NAVs
  double gap;  // median, a fraction
};

std::optional<Match> MatchOf(const PanelFunds& funds, std::size_t own, const Gaps& gaps,
                             Stretch stretch, std::size_t other, const Gaps& usual) {
  std::size_t same = 0;
  std::size_t common = 0;
  std::vector<double> near;
  for (std::size_t k = stretch.from; k < stretch.to; ++k) {
    const std::size_t row = gaps.rows[k];
    const auto there = RowOf(funds[other], funds[own].dates[row]);
    if (!there) continue;
    const double price = funds[own].price_cny[row];
    if (!IsMissing(funds[other].price_cny[*there])) {
      ++common;
      same += price == funds[other].price_cny[*there];
    }
    const double gap = std::log(price / funds[other].nav[*there]);
    if (!IsMissing(gap)) near.push_back(gap);
  }
  const auto length = static_cast<double>(stretch.to - stretch.from);
  const bool sudden = IsSudden(gaps.gaps, stretch);
  if (same >= (sudden ? 1 : kLeastExact) &&
      static_cast<double>(same) >= kCopied * static_cast<double>(common)) {
    return Match{other, true, 0};
  }
  if (near.size() < kLeastNear || static_cast<double>(near.size()) < kCopied * length) return {};
  const double noise = SpreadOf(ChangesOf(near));
  const double middle = MedianOf(near);
  // Trading may have taken the price there, of a fund of the same kind: not if that is too far for
  // a day, nor if the price goes with the other's value and not with its own.
  std::vector<double> inside(gaps.gaps.begin() + static_cast<std::ptrdiff_t>(stretch.from),
                             gaps.gaps.begin() + static_cast<std::ptrdiff_t>(stretch.to));
  const bool goes_with = kGoesWith * noise < SpreadOf(ChangesOf(inside));
  // Of two funds that were mixed up all along each is far from its own value and near the other's.
  const bool is_mixed_up = std::fabs(usual.usual) > 2 * kAwayFrom &&
                           std::fabs(middle) <= kAwayFrom &&
                           std::fabs(gaps.usual + usual.usual - middle) <= kAwayFrom;
  if (noise > 2 * std::max(usual.noise, 0.001) || usual.gaps.empty()) return {};
  if (!is_mixed_up && !sudden && !goes_with) return {};
  if (!is_mixed_up && std::fabs(middle - usual.usual) > kOnOther) return {};
  return Match{other, false, std::expm1(middle)};
}

class Comparer {
 public:
  Comparer(const PanelFunds& funds, std::vector<DataCheck>& checks)
      : funds_(funds), checks_(checks) {
    std::size_t longest = 0;
    for (const FundOfPanel& fund : funds) longest = std::max(longest, fund.dates.size());
    step_ = 1 + longest / kSampled;
    if (step_ % 7 == 0) ++step_;  // else all on one weekday
  }

  void Measure(std::size_t fund) { gaps_.push_back(GapsOf(funds_[fund])); }

  void LookAt(std::size_t own) {
    for (const Stretch stretch : StretchesOf(gaps_[own])) {
      std::optional<Match> best;
      for (std::size_t other = 0; other < funds_.size(); ++other) {
        if (other == own) continue;
        const auto match = MatchOf(funds_, own, gaps_[own], stretch, other, gaps_[other]);
        if (match &&
            (!best || (match->exact && !best->exact) ||
             (match->exact == best->exact && std::fabs(match->gap) < std::fabs(best->gap)))) {
          best = match;
        }
      }
      if (best) Report(own, stretch, *best);
    }
  }

  void Sample(std::size_t fund) {
    const std::vector<Date>& dates = funds_[fund].dates;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      if (static_cast<std::size_t>(dates[i]) % step_ != 0) continue;
      if (!IsMissing(funds_[fund].price_cny[i])) {
        prices_[{dates[i], funds_[fund].price_cny[i]}].push_back(fund);
      }
      if (!IsMissing(funds_[fund].nav[i])) {
        navs_[{dates[i], funds_[fund].nav[i]}].push_back(fund);
      }
    }
  }

  void FindCopies() {
    FindCopiesIn(prices_, &FundOfPanel::price_cny, Role::kPrice);
    FindCopiesIn(navs_, &FundOfPanel::nav, Role::kNav);
  }

 private:
  using Column = std::vector<double> FundOfPanel::*;
  using Sampled = std::map<std::pair<Date, double>, std::vector<std::size_t>>;

  // A check of the fund alone that found the same stretch gets the other's name.
  DataCheck& CheckFor(const FundOfPanel& fund, Date first, Date last) {
    for (DataCheck& check : checks_) {
      if (check.finding.code == Code::price_of_other_fund && check.fund == fund.code &&
          check.mend && check.mend->from <= last && check.mend->to >= first) {
        return check;
      }
    }
    DataCheck& check = checks_.emplace_back();
    check.finding = {.code = Code::price_of_other_fund,
                     .level = Level::kWarn,
                     .source = Source::kOwn,
                     .evidence = {}};
    check.fund = fund.code;
    check.table = fund.table;
    check.column = fund.column;
    return check;
  }

  void Report(std::size_t own, Stretch stretch, Match match) {
    const FundOfPanel& fund = funds_[own];
    const Gaps& gaps = gaps_[own];
    const Date first = fund.dates[gaps.rows[stretch.from]];
    const Date last = fund.dates[gaps.rows[stretch.to - 1]];
    DataCheck& check = CheckFor(fund, first, last);
    std::vector<Evidence>& evidence = check.finding.evidence;
    if (evidence.empty()) {
      evidence = {{"rows_count", static_cast<std::int64_t>(stretch.to - stretch.from)},
                  {"first_date", FormatIso(first)},
                  {"last_date", FormatIso(last)},
                  {"own_gap_fraction", std::expm1(MedianOf(gaps.gaps, stretch.from, stretch.to))},
                  {"bar_fraction", kAwayFrom}};
      for (std::size_t k = stretch.from; k < stretch.to; ++k) {
        check.Add(fund.source_rows[gaps.rows[k]]);
      }
      check.mend = Mend{.kind = MendKind::kLeaveOut,
                        .fund = fund.code,
                        .role = Role::kPrice,
                        .from = first,
                        .to = last};
    }
    evidence.push_back({"other_text", funds_[match.fund].code});
    evidence.push_back(
        {"other_side_name", std::string(Name(match.exact ? Role::kPrice : Role::kNav))});
    evidence.push_back({"other_gap_fraction", match.gap});
  }

  void FindCopiesIn(const Sampled& sampled, Column column, Role role) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> met;
    for (const auto& [key, sharing] : sampled) {
      if (sharing.size() > 5) continue;  // a number as common as 1 says nothing
      for (std::size_t i = 0; i < sharing.size(); ++i) {
        for (std::size_t k = i + 1; k < sharing.size(); ++k) ++met[{sharing[i], sharing[k]}];
      }
    }
    for (const auto& [pair, count] : met) {
      if (count >= kLeastDistinct) Compare(pair.first, pair.second, column, role);
    }
  }

  void Compare(std::size_t one, std::size_t other, Column column, Role role) {
    std::vector<std::int64_t> rows;
    std::vector<double> values;
    std::size_t common = 0;
    Date first = kMissingDate;
    Date last = kMissingDate;
    for (std::size_t i = 0; i < funds_[one].dates.size(); ++i) {
      const double value = (funds_[one].*column)[i];
      const auto there = RowOf(funds_[other], funds_[one].dates[i]);
      if (!there || IsMissing(value) || IsMissing((funds_[other].*column)[*there])) continue;
      ++common;
      if (value != (funds_[other].*column)[*there]) continue;
      if (rows.empty()) first = funds_[one].dates[i];
      last = funds_[one].dates[i];
      rows.push_back(funds_[one].source_rows[i]);
      values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    const auto distinct = std::unique(values.begin(), values.end()) - values.begin();
    if (rows.size() < kLeastCommon || distinct < static_cast<std::ptrdiff_t>(kLeastDistinct) ||
        static_cast<double>(rows.size()) < kCopied * static_cast<double>(common)) {
      return;
    }
    DataCheck& check = checks_.emplace_back();
    check.finding = {.code = Code::series_copied,
                     .level = Level::kWarn,
                     .source = Source::kOwn,
                     .evidence = {{"other_text", funds_[other].code},
                                  {"side_name", std::string(Name(role))},
                                  {"rows_count", static_cast<std::int64_t>(rows.size())},
                                  {"first_date", FormatIso(first)},
                                  {"last_date", FormatIso(last)},
                                  {"bar_fraction", kCopied}}};
    check.fund = funds_[one].code;
    check.table = funds_[one].table;
    check.column = role == Role::kPrice ? funds_[one].column : "";
    for (const std::int64_t row : rows) check.Add(row);
  }

  const PanelFunds& funds_;
  std::vector<DataCheck>& checks_;
  std::vector<Gaps> gaps_;
  std::size_t step_ = 1;  // the same days of all funds are sampled
  Sampled prices_;
  Sampled navs_;
};

// Whether a check of the fund alone may have seen nothing but the other's prices.
bool MayBeExplained(Code code) {
  return code == Code::split_one_sided || code == Code::price_adjusted ||
         code == Code::cumulative_nav_suspected || code == Code::unit_changes ||
         code == Code::nav_dates_early || code == Code::nav_dates_late;
}

// The days that a check is about, open ends as those of a mend.
std::pair<Date, Date> SpanOf(const DataCheck& check) {
  if (check.mend) return {check.mend->from, check.mend->to};
  std::pair<Date, Date> span = {kMissingDate, kMissingDate};
  for (const Evidence& evidence : check.finding.evidence) {
    if (evidence.key != "first_date" && evidence.key != "last_date") continue;
    Date& end = evidence.key == "first_date" ? span.first : span.second;
    end = ParseIso(std::get<std::string>(evidence.value)).value_or(kMissingDate);
  }
  return span;
}

bool Explains(const DataCheck& other_fund, const DataCheck& check) {
  if (!MayBeExplained(check.finding.code) || check.mended || check.fund != other_fund.fund) {
    return false;
  }
  if (check.mend && check.mend->role != Role::kPrice && check.mend->role != Role::kNav) {
    return false;  // of the trading
  }
  const auto [first, last] = SpanOf(check);
  return first <= other_fund.mend->to && (last == kMissingDate || last >= other_fund.mend->from);
}

}  // namespace

void ForgetExplained(std::vector<DataCheck>& checks) {
  std::vector<DataCheck> found;
  for (const DataCheck& check : checks) {
    if (check.finding.code == Code::price_of_other_fund && check.mend) found.push_back(check);
  }
  std::erase_if(checks, [&found](const DataCheck& check) {
    return std::any_of(found.begin(), found.end(),
                       [&check](const DataCheck& other) { return Explains(other, check); });
  });
}

void FillEffect(const FundOfPanel& fund, DataCheck& check) {
  MadePremiums before{fund.dates, fund.source_rows, {}};
  before.premiums.emplace_back(Denominator::kNavSameDay, PremiumSeries(fund.price_cny, fund.nav));
  if (check.mend && !check.effect) {
    MadePremiums after = before;
    for (std::size_t i = 0; i < fund.dates.size(); ++i) {
      if (fund.dates[i] >= check.mend->from && fund.dates[i] <= check.mend->to) {
        after.premiums[0].second[i] = kMissing;
      }
    }
    check.effect = CompareEffect(before, after);
  }
  FillTouched(before, {}, check);
  check.every_row = {};
}

void PlanPanelChecks(const PanelFunds& funds, std::vector<DataCheck>& checks, Stages& stages) {
  const auto comparer = std::make_shared<Comparer>(funds, checks);
  for (std::size_t i = 0; i < funds.size(); ++i) {
    stages.Add([comparer, i] {
      comparer->Measure(i);
      comparer->Sample(i);
    });
  }
  for (std::size_t i = 0; i < funds.size(); ++i) {
    stages.Add([comparer, i] { comparer->LookAt(i); });
  }
  stages.Add([comparer] { comparer->FindCopies(); });
}

}  // namespace premiumlens
