// Premium arbitrage after cost: new shares are bought at NAV, and sold on the exchange when they
// come. Three ways: creating an ETF's shares in cash; subscribing a LOF on the exchange;
// subscribing a LOF off it and transferring the shares.
//
// Costs, all fractions of the amount: in = fee + FX + funding, funding = rate a year × (1 +
// prefunding) × delay / 242; out = commission + slippage.
// Break-even premium = (1 + in)/(1 − out) − 1. Left at an unchanged premium and value:
// (1 + p)(1 − out)/(1 + in) − 1.
// Over the delay of d sessions the result is (1 + left) M − 1, a loss where it is under 0. With the
// value hedged M = (1 + p_d)/(1 + p), else M = price_d / price. Two models of M, of the fund's own
// past up to its last row:
//   empirical  every change over d sessions that both ends are known of (they overlap: of n changes
//              about n/d are separate); quantiles of type 7.
//   ar1        x = ln(1 + p) follows x_t = a + b x_{t−1} + e (core/stats/ar1.h; one
//              that never moves stays), and the value moves by u with mean 0: no drift is assumed.
//              ln M of d sessions is normal with mean (forecast of x) − x and variance Σ b^{2j} σe²
//              (hedged), or Σ (b^{2j} σe² + 2 b^j σeu + σu²).
// They fail when quota or halts change. The replay counts the days on which the premium known then
// was over the break-even: shares bought at that day's own NAV where it is there (published later,
// as it is when creating), sold at the first price d sessions later or after.
// What fits: a limit a day, whole creation units. An ETF's creation cap and an off-exchange
// purchase limit are two things; what is pasted is taken for the way chosen. Sources: 1–3 days,
// cash substitution, about CNY 1 m: investor guide; T+2 or longer: range guide; every other
// standard: ours.

#ifndef PREMIUMLENS_CORE_FUND_COST_ARBITRAGE_H_
#define PREMIUMLENS_CORE_FUND_COST_ARBITRAGE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/missing.h"
#include "core/fund/past/premium_history.h"
#include "core/fund/purchase.h"
#include "core/fund/stages.h"
#include "core/stats/ar1.h"
#include "core/stats/stepped_sort.h"

namespace premiumlens {

enum class ArbitrageRoute { kEtfCreation, kLofExchange, kLofTransfer };
std::string_view Name(ArbitrageRoute route);  // "etf_creation", "lof_exchange", "lof_transfer"
std::optional<ArbitrageRoute> FindArbitrageRoute(std::string_view name);
// LOFs stand at 16xxxx and 50xxxx; everything else is taken for an ETF.
ArbitrageRoute RouteOf(std::string_view code);

// What stands in the way.
enum class Obstacle { kNoPremium, kSuspended, kLimitUnknown, kLimitBelowUnit, kCapitalBelowUnit };
std::string_view Name(Obstacle obstacle);  // "no_premium", "suspended", "limit_unknown", …

struct ArbitrageOptions {
  ArbitrageRoute route = ArbitrageRoute::kEtfCreation;
  std::int64_t delay_sessions = 2;
  double fee_fraction = 0.005;
  double fx_cost_fraction = 0.001;
  double commission_fraction = 0.0003;
  double slippage_fraction = 0.002;
  double funding_rate_fraction = 0.02;  // a year
  double prefunding_fraction = 0.10;    // paid beyond the amount until the shares are settled
  double unit_cny = 1e6;                // 0: none
  double capital_cny = 1e6;
  bool is_hedged = false;
  PurchaseStatus purchase = PurchaseStatus::kUnknown;
  double purchase_limit_cny = kMissing;
};
ArbitrageOptions StandardOf(ArbitrageRoute route);

struct ArbitrageOdds {
  double loss_probability = kMissing;
  double low_fraction = kMissing;  // the 5 % quantile of the result
  double median_fraction = kMissing;
  double high_fraction = kMissing;  // the 95 % quantile
  std::int64_t nobs = 0;            // changes, or pairs of neighbours
};

struct ArbitrageReplay {
  std::int64_t days = 0;    // over the break-even, and with an end
  std::int64_t spells = 0;  // runs of such days
  std::int64_t losses = 0;
  double median_fraction = kMissing;
  double worst_fraction = kMissing;
  Date worst_date = kMissingDate;  // of the order
  bool is_own_nav = false;         // bought at the order day's own NAV
};

struct Arbitrage {
  Date date = kMissingDate;  // of the premium
  double premium_fraction = kMissing;
  double funding_fraction = kMissing;
  double in_fraction = kMissing;
  double out_fraction = kMissing;
  double breakeven_premium_fraction = kMissing;
  double left_fraction = kMissing;
  std::optional<TooFew> too_few;  // then no odds
  std::optional<ArbitrageOdds> empirical;
  std::optional<ArbitrageOdds> ar1;
  double persistence = kMissing;  // b; missing where the premium never moves
  std::optional<ArbitrageReplay> replay;
  std::vector<Obstacle> obstacles;
  double amount_cny = kMissing;  // that fits; 0 where something stands in the way
  double units = kMissing;       // whole ones
  double left_cny = kMissing;    // at most, at an unchanged premium and value
};

inline constexpr std::int64_t kArbitrageChanges = 60;  // ours: fewer tell no odds

// `own_nav`: row by row the NAV of that day, or empty. Without prices everything is hedged.
class ArbitrageWork {
 public:
  // The history must outlive it.
  ArbitrageWork(const PremiumHistory& history, std::vector<double> own_nav,
                const ArbitrageOptions& options);
  ArbitrageWork(const ArbitrageWork&) = delete;
  ArbitrageWork& operator=(const ArbitrageWork&) = delete;

  bool Step();  // a few milliseconds; true when all is done
  double Progress() const;
  Arbitrage Finish();  // only after Step() said true

 private:
  void SumUp();
  void PlanOdds();
  void FitModel();

  const PremiumHistory& history_;
  std::vector<double> own_nav_;
  ArbitrageOptions options_;
  Arbitrage made_;
  std::vector<double> premium_logs_, logs_;
  std::optional<SteppedSort> results_;
  std::optional<Ar1> fit_;
  Stages stages_;
};

// All at once.
Arbitrage ArbitrageAfterCost(const PremiumHistory& history, const std::vector<double>& own_nav,
                             const ArbitrageOptions& options);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_COST_ARBITRAGE_H_
