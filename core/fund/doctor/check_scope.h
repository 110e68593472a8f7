// Which data checks (data_check.h) the data of a fund can bear at all, and what the others would
// need. A check that looked and found nothing is worth a word; one that could not look must not
// pass for it.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_SCOPE_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_SCOPE_H_

#include <span>
#include <vector>

#include "core/fund/doctor/data_check.h"
#include "core/fund/rules.h"

namespace premiumlens {

struct CheckScope {
  std::vector<Code> checked;        // in the order of AllCheckCodes()
  std::vector<Unjudged> unchecked;  // the others
};

// Every code that a data check may have, in the order of the list in data_check.h.
std::span<const Code> AllCheckCodes();

// Of one fund, or of many funds at one moment. The checks of several tables or funds together are
// unchecked in it; Include() adds them.
CheckScope ScopeOf(const FundData& data);

// Adds a code to those checked.
void Include(Code code, CheckScope& scope);

// Of several funds: what could be checked of one of them was checked.
void MergeScope(const CheckScope& one, CheckScope& all);

// What was checked and not found.
std::vector<Code> CleanOf(const CheckScope& scope, const std::vector<DataCheck>& checks);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_SCOPE_H_
