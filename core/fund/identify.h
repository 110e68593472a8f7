// What a fund is, guessed from its code and name. A guess is said to be one and easily corrected.
//
// In this order: a table of well-known codes (known_funds.inc); words in the name (标普, 恒生,
// 原油, 国债 …); the code's range (513 and 520: cross-border; 518: gold; 511 less the money funds'
// codes: bond); else unknown, "assumed". Kind and region are guessed apart: a fund may have a kind
// by its code's range and a region by its name. `illiquid` is never guessed. A gold, bond, sector
// or broad fund without a foreign word is taken for a mainland one.

#ifndef PREMIUMLENS_CORE_FUND_IDENTIFY_H_
#define PREMIUMLENS_CORE_FUND_IDENTIFY_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/kind.h"
#include "core/fund/region.h"

namespace premiumlens {

enum class GuessReason {
  kGiven,       // the user said so
  kKnownCode,   // the code is in the table
  kName,        // a word in the name
  kCodePrefix,  // the range the code stands in
  kAssumed,     // nothing is known
};

std::string_view Name(GuessReason reason);  // "given", "known_code", "name", …
std::span<const GuessReason> AllGuessReasons();

struct Identity {
  Kind kind = Kind::kUnknown;
  GuessReason kind_reason = GuessReason::kAssumed;
  Region region = Region::kUnknown;
  GuessReason region_reason = GuessReason::kAssumed;
  // Of a known code only; for guesses and to look at, dated.
  std::string name = {};           // as the exchange or the thesis has it; else empty
  std::string index_name = {};     // of the index it follows; empty if unknown or none
  double fee_fraction = kMissing;  // management and custody, a year
  Date as_of = kMissingDate;       // the day of these facts
  bool is_fee_pasted = false;      // the fee is of the data, and not of that day
};

// `code` in the form NormaliseCode() makes; `name` may also be a file's name or a title.
Identity Identify(std::string_view code, std::string_view name);

// Adds what the data say of the fund. A fee goes before the table's; an index only fills a place
// that is empty, by the table's name for it where it is one of its indices under another name (NDX,
// 纳斯达克100指数), so that funds on one index are found by its name.
void AddPasted(std::string_view index_name, double fee_fraction, Identity& identity);

// The codes of the table, for its tests.
std::vector<std::string> KnownCodes();

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_IDENTIFY_H_
