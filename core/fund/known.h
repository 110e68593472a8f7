// What only the user knows of a fund: announcements, and how the fund follows its index.
//
// Each is said, denied, or not said at all; most may carry the day it is of. What the user says of
// the purchase goes before what the data say of it. The replication methods are those of the
// thesis's table 2-1.

#ifndef PREMIUMLENS_CORE_FUND_KNOWN_H_
#define PREMIUMLENS_CORE_FUND_KNOWN_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/missing.h"
#include "core/fund/purchase.h"

namespace premiumlens {

enum class Replication {
  kFull,       // 完全复制法: every constituent at its weight
  kSampling,   // 抽样复制法: a representative part of them
  kSynthetic,  // 映射复制法: derivatives, such as swaps and futures
};

std::string_view Name(Replication replication);  // "full", "sampling", "synthetic"
std::optional<Replication> FindReplication(std::string_view name);
std::span<const Replication> AllReplications();

struct Tick {
  std::optional<bool> said = {};
  Date date = kMissingDate;
  bool Holds() const { return said.value_or(false); }
};

struct Known {
  std::string fund = {};  // its code; empty: the one fund there is
  Tick risk_notice = {};
  Tick halt = {};
  Tick quota_released = {};
  Tick index_high = {};
  Tick cash_creation = {};  // new shares are paid for in cash alone
  Tick holdings_halted = {};
  std::optional<PurchaseStatus> purchase = {};
  Date purchase_date = kMissingDate;
  double purchase_limit_cny = kMissing;
  std::optional<Replication> replication = {};
};

// What was said of a fund; of several the last counts. What was said without a code is of the one
// fund there is: it counts only where `alone`. Null if nothing was said.
const Known* KnownOf(const std::vector<Known>& all, std::string_view fund, bool alone);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_KNOWN_H_
