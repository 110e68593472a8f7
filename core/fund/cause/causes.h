// Why a premium may be there: the causes that the sources name, each with what the data say for it
// or against it, that they say nothing, or that only the user knows.
//
//   quota          purchase suspended or limited, quota used up (investors' guide, brokerage study)
//   stale_value    another market's hours, a value that is days old (both guides)
//   cash_creation  new shares for cash alone, one to three working days (investors' guide)
//   thin_trading   few trades (range guide)
//   mood           the index has run and the premium went up with it (both guides)
//   ex_dividend    the value has dropped by a dividend and the price has not followed yet: that is
//   a
//                  premium. The range guide writes "discount"; the sign here is the right one
//   halt           the fund or what it holds is halted, or locked at its price limit (range guide)
//   small_float    a small float that may be traded twice a day (brokerage study)
//   replication    how the fund follows its index (thesis, table 2-1)
//
// A cause has signs, in order of weight: its status is that of the first sign that is for or
// against it; else `asked` if a sign asks the user; else `silent`. Nothing here proves a cause. All
// is of the latest day with a premium, from what was known then; the one sign that uses later
// values
// (`typical_move`) says so.

#ifndef PREMIUMLENS_CORE_FUND_CAUSE_CAUSES_H_
#define PREMIUMLENS_CORE_FUND_CAUSE_CAUSES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/base/source.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens {

enum class CauseStatus { kFor, kAgainst, kSilent, kAsked };
std::string_view Name(CauseStatus status);  // "for", "against", "silent", "asked"

struct Sign {
  std::string_view word;  // "purchase_said", "value_move", …; the page has a text of each
  CauseStatus status = CauseStatus::kSilent;
  std::vector<Evidence> evidence = {};
  std::string_view needs = {};     // of a silent one: what it would take
  std::optional<TooFew> few = {};  // of a silent one: how many days
};

struct Cause {
  std::string_view word;  // "quota", …
  Source source;
  CauseStatus status = CauseStatus::kSilent;
  std::vector<Sign> signs = {};
};

// All are ours but the delay, which is the range guide's "T+2 或更长" and the investors' guide's
// one to three working days, and the price limit, which is the exchanges'. The bars of amount,
// turnover and float are those of the rules.
struct CauseBars {
  int flat_shares_days = 5;          // shares unchanged for so long: new ones may not be had
  double move_share_fraction = 0.5;  // of the premium that is the value's own move
  int delay_sessions = 3;
  double persistence_ratio = 0.5;  // autocorrelation over the delay
  int run_days = 20;
  int long_run_days = 60;
  double run_fraction = 0.05;  // the value's return that counts as a run
  int high_days = 250;
  double near_high_fraction = 0.02;
  int recent_days = 20;              // for halts, limits and dividends
  double dividend_fraction = 0.003;  // the least step of a value that its index does not explain
  double limit_fraction = 0.10;
  double tracking_fraction = 0.005;  // what a day's value leaves unexplained by the index
};

inline constexpr std::int64_t kLeastCauseDays = 60;  // for a share, a median or an autocorrelation

struct Causes {
  std::optional<std::size_t> row;  // of the latest premium; none: nothing can be said
  std::vector<Cause> list;
};

// Finds one sign at a step.
class CauseFinder {
 public:
  // `analysis`: of the tables; null where series alone were given, which then say little. Both must
  // outlive it.
  CauseFinder(const PremiumHistory& history, const Analysis* analysis, const CauseBars& bars);
  ~CauseFinder();
  CauseFinder(const CauseFinder&) = delete;
  CauseFinder& operator=(const CauseFinder&) = delete;

  bool Step();  // true when all are found
  double Progress() const;
  const Causes& causes() const;  // once Step() said true

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// All of it at once.
Causes FindCauses(const PremiumHistory& history, const Analysis* analysis, const CauseBars& bars);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_CAUSE_CAUSES_H_
