// The warnings: one table of rules, each with its bar and its source, over what is known of a fund.
//
// Every rule is judged on the warning value (analysis.h says which that is) of the latest session.
// A rule whose outcome hangs on something that is not known is not judged, and says what it needs;
// a rule that cannot apply without it (a float bar at a premium of 3 %) is judged.
//
// A premium over the published NAV of a market that trades while Shanghai does holds that day's
// move of the value. Where the premium over the same day's NAV would not be seen by a rule, what
// the rule sees is information only, unless a lower level of the same code is borne out: then that
// one is reported.

#ifndef PREMIUMLENS_CORE_FUND_RULES_H_
#define PREMIUMLENS_CORE_FUND_RULES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/base/missing.h"
#include "core/fund/denominator.h"
#include "core/fund/kind.h"
#include "core/fund/known.h"
#include "core/fund/purchase.h"

namespace premiumlens {

// Words for what a rule would have needed.
enum class Need {
  kFloat,
  kAmount,
  kTurnover,
  kHistory,
  kIopv,
  kPurchaseStatus,
  kKind,
  kNav,
  kPrice,
  kVolume,
  kPremiumColumn,
  kSecondTable,   // of the same rows
  kSeveralFunds,  // each with a history
  kUser,          // only the user knows
};

std::string_view Name(Need need);  // "float", "amount", …
std::span<const Need> AllNeeds();

// The IOPV stood still while the price moved: for so many minutes of the latest day, or, in a
// history of days, on so many days running up to the latest.
struct FlatIopv {
  double flat_minutes = kMissing;
  std::int64_t flat_days = 0;
  double iopv_value = kMissing;
  double price_move_fraction = kMissing;  // lowest to highest price meanwhile
};

// Days on which the same-day and the published NAV put the fund on two sides of the 5 % bar.
struct Hindsight {
  std::int64_t days = 0;
  Date last_date = kMissingDate;
  double same_day_fraction = kMissing;  // the premiums of that day
  double published_fraction = kMissing;
};

// What is known. A missing number is NaN.
struct Facts {
  Kind kind = Kind::kUnknown;
  Denominator denominator = Denominator::kIopv;  // of the warning value
  double premium_fraction = kMissing;            // against the warning value
  Date date = kMissingDate;
  // How much of the premium is the value's own move since the warning value, where the NAV of the
  // same day is known: that NAV over the warning value − 1, and the premium against it.
  double value_move_fraction = kMissing;
  double same_day_premium_fraction = kMissing;
  bool same_day_bears_out = false;  // a flag has to be seen against it as well
  bool has_history = false;         // several days are known
  std::int64_t days_over_bar = 0;   // sessions running, up to this one, with a premium over 5 %
  bool flat_iopv_judged = false;    // the data could tell
  std::optional<FlatIopv> flat_iopv;
  double float_cny = kMissing;   // tradable market value
  double amount_cny = kMissing;  // mean of 20 sessions, or the one day's
  std::int64_t amount_days = 1;
  bool has_turnover = false;
  double turnover_recent_fraction = kMissing;  // mean daily rate of the last 5 sessions
  double turnover_usual_fraction = kMissing;   // median daily rate of the last 60
  PurchaseStatus purchase = PurchaseStatus::kUnknown;
  double purchase_limit_cny = kMissing;
  std::optional<Hindsight> hindsight;
  Known known;  // what the user has said
  // What the data say of the purchase where the user has said something else.
  std::optional<PurchaseStatus> purchase_pasted;
};

// Puts what the user has said into the facts, where it goes before what the data say.
void ApplyKnown(const Known& known, Facts& facts);

struct Bar {
  std::string_view key;  // as in a finding's evidence: "bar_fraction", "bar_cny", "bar_days" …
  double value;
  std::optional<Source> source = {};  // where it is not the rule's
};

struct Rule;

// What a rule says: nothing, a finding, or what it would have needed.
struct Ruling {
  std::optional<std::vector<Evidence>> seen;
  std::vector<Need> needs;
};

struct Rule {
  Code code;
  Level level;
  Source source;
  std::span<const Bar> bars;
  std::span<const Need> needs;
  Ruling (*judge)(const Facts& facts, const Band& band, std::span<const Bar> bars);
};

// In the order of the table. Rules of one code are rising levels of one thing: only the highest
// that holds is reported.
std::span<const Rule> AllRules();

struct Unjudged {
  Code code;
  std::vector<Need> needs;
};

struct Judgement {
  std::vector<Finding> findings;  // worst first, else in the order of the table
  std::vector<Unjudged> unjudged;
};

class RuleBars;
const RuleBars& StandardBars();

Judgement JudgeAll(const Facts& facts, const RuleBars& bars = StandardBars());

// Worst first; findings of one level keep their order.
void SortWorstFirst(std::vector<Finding>& findings);

// Bars that others count by as well.
inline constexpr double kPremiumBar = 0.05;      // investor guide: "溢价率超过 5%"
inline constexpr std::int64_t kRunBarDays = 3;   // ours for "连续多日"
inline constexpr double kExtremePremium = 0.50;  // brokerage study: where one fund's peaks ended
inline constexpr double kFloatBarCny = 2e9;      // brokerage study: "流通盘小于20亿元"
inline constexpr int kAmountWindow = 20;         // ours for "日均"
inline constexpr int kTurnoverRecent = 5;        // ours
inline constexpr int kTurnoverUsual = 60;        // ours
inline constexpr double kFlatMinutes = 30;       // ours

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_RULES_H_
