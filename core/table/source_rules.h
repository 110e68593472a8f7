// What columns mean in feeds whose short names mean something else elsewhere: `vol` of a Tushare
// table is in lots and `amount` in thousands of CNY, `volume` of 集思录's JSON is money.
// A feed is told by columns that only it has together.

#ifndef PREMIUMLENS_CORE_TABLE_SOURCE_RULES_H_
#define PREMIUMLENS_CORE_TABLE_SOURCE_RULES_H_

#include <span>
#include <string_view>
#include <vector>

#include "core/table/role.h"
#include "core/table/table.h"

namespace premiumlens {

struct SourceRule {
  std::string_view key;  // the header in lower case without blanks and underscores
  Role role;
  Unit unit;
};

// The rules of the feed the columns come from; empty for every other table.
std::span<const SourceRule> RulesOfSource(const std::vector<Column>& columns);

// The rule for a column, or nullptr.
const SourceRule* FindRule(std::span<const SourceRule> rules, std::string_view name);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_SOURCE_RULES_H_
