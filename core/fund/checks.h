// The single data checks behind data_check.h. Each appends what it finds.

#ifndef PREMIUMLENS_CORE_FUND_CHECKS_H_
#define PREMIUMLENS_CORE_FUND_CHECKS_H_

#include <vector>

#include "core/fund/data_check.h"

namespace premiumlens {

struct CheckInput {
  const FundData& data;
  const Identity& identity;
  const std::vector<const Table*>& tables;
};

using Checks = std::vector<DataCheck>;

// Where the column of a role stands, as FundReader chooses: of the NAV's tables the first that has
// no price of its own, of every other role's the first.
struct Place {
  std::optional<std::size_t> table;
  std::string column;
};
Place PlaceOf(const std::vector<const Table*>& tables, Role role);

// A check of that column without rows.
DataCheck MakeCheck(const CheckInput& input, Role role, Code code, Level level,
                    std::vector<Evidence> evidence);

// Names the NAVs, or the rows with a value in `series`, from `from` to `to` (both counted).
void NameNavRows(const FundData& data, Date from, Date to, DataCheck& check);
void NameRows(const FundData& data, const std::vector<double>& series, Date from, Date to,
              DataCheck& check);
void NameRow(std::int64_t row, DataCheck& check);

void CheckSplits(const CheckInput& input, Checks& checks);    // check_footing.cpp
void CheckFooting(const CheckInput& input, Checks& checks);   // check_footing.cpp
void CheckNavDates(const CheckInput& input, Checks& checks);  // check_nav_dates.cpp
void CheckRepeats(const CheckInput& input, Checks& checks);   // check_nav_dates.cpp
void CheckUnits(const CheckInput& input, Checks& checks);     // check_units.cpp
void CheckWeekends(const CheckInput& input, Checks& checks);  // data_check.cpp

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_CHECKS_H_
