// Mends: what the reader may do to the data of one fund after a data check (data_check.h). A mend
// changes the numbers it names and nothing else; none is applied unless it was asked for.
//
//   scale          the numbers of `role` from `from` to `to` (both counted, either may be open) are
//                  multiplied by `factor`
//   shift_dates    the NAVs dated from `from` to `to` are moved by `sessions` sessions (−1: each is
//                  of the session before). One that comes to stand on a day whose own NAV is not
//                  moved is left out
//   leave_out      the numbers of `role` from `from` to `to` count as missing
//   drop_repeats   the NAVs from `from` to `to` that are exactly the one before are left out
//   drop_weekends  the rows and NAVs of a Saturday or Sunday are left out
//   drop_unmoved   the IOPVs from `from` to `to` that stand still while the price moves
//                  (flat_iopv.h) are left out
//   drop_off_tick  the prices from `from` to `to` that are no multiple of 0.001 are left out
//   drop_halted    the prices from `from` to `to` of days on which nothing was traded, and that are
//                  exactly the one before, are left out
//   take_last      of several rows of one day from `from` to `to` the last counts, not the first
//   set_role       the column `column` is taken for `role`: a premium that is a discount, a
//                  cumulative NAV that is none to divide by
//   split          the share split on `from`, `factor` shares for one: that one is put on one basis
//                  by itself (split.h); AnalysisOptions::split_adjust takes it back

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_MEND_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_MEND_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/fund/read/read_fund.h"
#include "core/table/role.h"

namespace premiumlens {

enum class MendKind {
  kScale,
  kShiftDates,
  kLeaveOut,
  kDropRepeats,
  kDropWeekends,
  kDropUnmoved,
  kDropOffTick,
  kDropHalted,
  kTakeLast,
  kSetRole,
  kSplit,
};

std::string_view Name(MendKind kind);  // "scale", "shift_dates", …
std::optional<MendKind> FindMendKind(std::string_view name);
std::span<const MendKind> AllMendKinds();

struct Mend {
  MendKind kind = MendKind::kScale;
  std::string fund = {};  // the code it is for; empty: whichever fund is read
  Role role = Role::kOther;
  std::string column = {};   // set_role only
  Date from = kMissingDate;  // kMissingDate: open
  Date to = kMissingDate;
  double factor = 1;
  int sessions = 0;

  friend bool operator==(const Mend&, const Mend&) = default;
};

// The last day of a quarter, for which funds publish a NAV also on a weekend.
bool IsReportingDay(Date date);

// Whether a mend is for these data: for their fund, or for any; of a list of funds the numbers of
// one can be scaled or left out.
bool IsFor(const FundData& data, const Mend& mend);

// Changes what the mend names in `data`; a mend of another fund, or of what is not there, nothing.
void ApplyMend(FundData& data, const Mend& mend);
void ApplyMends(FundData& data, const std::vector<Mend>& mends);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_MEND_H_
