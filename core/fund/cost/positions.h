// A person's positions in funds: how much of all assets is in cross-border ETFs, in which regions,
// and what the premiums in them would cost if they closed.
//
// The investors' guide: "将跨境 ETF 的仓位控制在总资产的 10%-15% 以内", and spread over regions.
// Of a position of amount A at a premium p that goes to q while the value stands still
//   result = A × ((1 + q) / (1 + p) − 1),
// exactly. The closings are: to 0 (a discount then gains); to 1 %, where p is above it, else
// nothing changes; to the fund's own level, the median premium of its own pasted past. A position
// whose premium (or own level) is not known is in no sum of results, and is counted.

#ifndef PREMIUMLENS_CORE_FUND_COST_POSITIONS_H_
#define PREMIUMLENS_CORE_FUND_COST_POSITIONS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/identify.h"

namespace premiumlens {

struct Position {
  std::int64_t row = 0;  // as the user knows it
  std::string code = {};
  std::string name = {};
  double amount_cny = kMissing;  // else shares × price
  double shares = kMissing;
  double price_cny = kMissing;         // as given, else the latest pasted one
  double premium_fraction = kMissing;  // as given, else the latest pasted one
  std::optional<Region> region = {};   // as given, else guessed
};

// What the pasted data say of a fund; a number that is not known is NaN.
struct PastedFund {
  std::string code = {};
  std::string name = {};
  std::optional<Identity> identity = {};
  double price_cny = kMissing;
  double premium_fraction = kMissing;
  double own_level_fraction = kMissing;  // median of its past
  std::int64_t own_days = 0;             // of how many days
  Date date = kMissingDate;
};

enum class CloseTo { kZero, kOnePercent, kOwnLevel };
inline constexpr std::array<CloseTo, 3> kCloseTo = {CloseTo::kZero, CloseTo::kOnePercent,
                                                    CloseTo::kOwnLevel};
std::string_view Name(CloseTo to);  // "zero", "one_percent", "own_level"

struct PositionSeen {
  Position position;  // as given
  Identity identity = {};
  double amount_cny = kMissing;
  double premium_fraction = kMissing;
  bool premium_given = false;  // else of the pasted data
  double own_level_fraction = kMissing;
  std::int64_t own_days = 0;
  Date date = kMissingDate;                             // of the pasted premium
  bool known = false;                                   // its kind is known
  std::array<double, kCloseTo.size()> result_cny = {};  // NaN: not known
};

struct RegionShare {
  Region region;
  double amount_cny;
};

struct Closed {
  CloseTo to;
  double result_cny = 0;
  std::int64_t counted = 0;
  double left_out_cny = 0;  // amounts of cross-border positions without a premium or level
};

struct PositionsResult {
  std::vector<PositionSeen> positions;  // as given
  double total_cny = 0;                 // of all amounts that are known
  double cross_border_cny = 0;
  double unknown_cny = 0;  // of positions whose kind is not known
  std::int64_t unknown = 0;
  std::int64_t without_amount = 0;
  std::vector<RegionShare> regions;  // of the cross-border ones, the largest first
  std::array<Closed, kCloseTo.size()> closings;
};

inline constexpr double kMostCrossBorder = 0.15;  // investors' guide: "10%-15% 以内"
inline constexpr double kLeastCrossBorder = 0.10;

PositionsResult WeighPositions(const std::vector<Position>& positions,
                               const std::vector<PastedFund>& pasted);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_POSITIONS_H_
