// The single data checks behind data_check.h. Each appends what it finds.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_CHECKS_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_CHECKS_H_

#include <vector>

#include "core/fund/doctor/data_check.h"

namespace premiumlens {

struct CheckInput {
  const FundData& data;
  const Identity& identity;
  const std::vector<const Table*>& tables;
  const FundData& newest;  // dates, price, IOPV and NAV alone, of the newest rows
};

using Checks = std::vector<DataCheck>;

// Where the column of a role stands, as FundReader chooses: of the NAV's tables the first that has
// no price of its own, of every other role's the first.
struct Place {
  std::optional<std::size_t> table;
  std::string column;
};
Place PlaceOf(const std::vector<const Table*>& tables, Role role);

// One new check of the column of a role, written piece by piece at the end of `checks`. Nothing
// else may be added to the list meanwhile.
class Report {
 public:
  Report(const CheckInput& input, Role role, Code code, Level level, Checks& checks);
  void Number(std::string_view key, double value);
  void Count(std::string_view key, std::int64_t value);
  void Day(std::string_view key, Date date);
  void Text(std::string_view key, std::string_view text);
  void Row(std::int64_t row);
  // The rows of the NAVs, or of the values in `series`, from `from` to `to` (both counted).
  void NavRows(Date from, Date to);
  void Rows(const std::vector<double>& series, Date from, Date to);
  // A mend for the fund, to be filled in.
  Mend& Offer(MendKind kind, Role role = Role::kOther);
  DataCheck& check() { return check_; }

 private:
  void Say(std::string_view key, Evidence evidence);
  const FundData& data_;
  DataCheck& check_;
};

void CheckFooting(const CheckInput& input, Checks& checks);  // check_footing.cpp; splits as well
// check_price_unit.cpp; `data` with its splits on one basis. True if it found something.
bool CheckPriceUnit(const CheckInput& input, const FundData& data, Checks& checks);
void CheckNavDates(const CheckInput& input, Checks& checks);  // check_nav_dates.cpp
void CheckRepeats(const CheckInput& input, Checks& checks);   // check_nav_dates.cpp
void CheckUnits(const CheckInput& input, Checks& checks);     // check_units.cpp
void CheckWeekends(const CheckInput& input, Checks& checks);  // data_check.cpp
void CheckHoles(const CheckInput& input, Checks& checks);     // check_holes.cpp
// check_money.cpp; any shape. True if it found something.
bool CheckMoneyFund(const CheckInput& input, Checks& checks);
void CheckTick(const CheckInput& input, Checks& checks);          // check_prices.cpp; any shape
void CheckCarried(const CheckInput& input, Checks& checks);       // check_prices.cpp
void CheckFlat(const CheckInput& input, Checks& checks);          // check_prices.cpp; minutes too
void CheckRepeatedRows(const CheckInput& input, Checks& checks);  // check_prices.cpp
// check_other_fund.cpp. True if it found something.
bool CheckOtherFund(const CheckInput& input, Checks& checks);
// Of the first and the last days, where no other check says why the price jumps.
void CheckOtherFundAtEnds(const CheckInput& input, Checks& checks);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_CHECKS_H_
