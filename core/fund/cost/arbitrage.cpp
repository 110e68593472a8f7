#include "core/fund/cost/arbitrage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/word_list.h"
#include "core/stats/distributions.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

constexpr WordList<ArbitrageRoute, 3> kRoutes = {
    {ArbitrageRoute::kEtfCreation, ArbitrageRoute::kLofExchange, ArbitrageRoute::kLofTransfer},
    {"etf_creation", "lof_exchange", "lof_transfer"}};

constexpr WordList<Obstacle, 5> kObstacles = {
    {Obstacle::kNoPremium, Obstacle::kSuspended, Obstacle::kLimitUnknown, Obstacle::kLimitBelowUnit,
     Obstacle::kCapitalBelowUnit},
    {"no_premium", "suspended", "limit_unknown", "limit_below_unit", "capital_below_unit"}};

constexpr double kSessionsAYear = 242;
constexpr double kLowQuantile = 0.05;

constexpr std::size_t kRowsAStep = 100'000;

// The logarithms of the next rows; true when there are as many as values.
bool AddLogs(const std::vector<double>& values, double plus, std::vector<double>& logs) {
  logs.reserve(values.size());
  const std::size_t until = std::min(values.size(), logs.size() + kRowsAStep);
  for (std::size_t i = logs.size(); i < until; ++i) {
    logs.push_back(values[i] + plus > 0 ? std::log(values[i] + plus) : kMissing);
  }
  return logs.size() == values.size();
}

// x_t = a + b x_{t−1} + e beside moves u of the value.
struct Process {
  std::int64_t nobs = 0;
  double a = 0;
  double b = 0;
  double variance = 0;        // of e
  double value_variance = 0;  // of u around 0
  double covariance = 0;      // of e and u
};

// A premium that never moves has no b; it stays what it is.
Process ProcessOf(const std::vector<double>& x, const std::optional<Ar1>& fit) {
  Process process;
  if (fit) {
    process.nobs = fit->pairs;
    process.a = fit->constant;
    process.b = fit->persistence;
    process.variance = fit->innovation_sd * fit->innovation_sd;
  } else {
    process.nobs = CountPairs(x);
    process.b = 1;
  }
  return process;
}

void AddValueMoves(const std::vector<double>& x, const std::vector<double>& log_value,
                   Process& process) {
  if (log_value.empty()) return;
  double moves = 0;
  for (std::size_t t = 1; t < x.size(); ++t) {
    const double move = log_value[t] - log_value[t - 1];
    if (IsMissing(move) || IsMissing(x[t]) || IsMissing(x[t - 1])) continue;
    ++moves;
    process.value_variance += move * move;
    process.covariance += (x[t] - process.a - process.b * x[t - 1]) * move;
  }
  if (moves == 0) return;
  process.value_variance /= moves;
  process.covariance /= moves;
}

ArbitrageOdds OddsOf(const Process& process, double x, double log_left,
                     const ArbitrageOptions& options) {
  double forecast = x;
  double variance = 0;
  double power = 1;  // b^j
  for (std::int64_t day = 0; day < options.delay_sessions; ++day) {
    forecast = process.a + process.b * forecast;
    variance += power * power * process.variance;
    if (!options.is_hedged) variance += 2 * power * process.covariance + process.value_variance;
    power *= process.b;
  }
  const double mean = log_left + forecast - x;
  const double spread = std::sqrt(std::max(variance, 0.0));
  ArbitrageOdds odds;
  odds.nobs = process.nobs;
  const double width = NormalQuantile(1 - kLowQuantile) * spread;
  odds.loss_probability = spread > 0 ? NormalCdf(-mean / spread) : (mean < 0 ? 1 : 0);
  odds.low_fraction = std::expm1(mean - width);
  odds.median_fraction = std::expm1(mean);
  odds.high_fraction = std::expm1(mean + width);
  return odds;
}

// What is left after every change over the delay, as a logarithm.
std::vector<double> ResultsOf(const std::vector<double>& logs, double log_left, std::size_t delay) {
  std::vector<double> results;
  results.reserve(logs.size());
  for (std::size_t t = delay; t < logs.size(); ++t) {
    const double change = logs[t] - logs[t - delay];
    if (!IsMissing(change)) results.push_back(log_left + change);
  }
  return results;
}

ArbitrageOdds OddsOfSorted(const std::vector<double>& results) {
  ArbitrageOdds odds;
  odds.nobs = static_cast<std::int64_t>(results.size());
  if (odds.nobs < kArbitrageChanges) return odds;
  const auto losses = std::lower_bound(results.begin(), results.end(), 0.0) - results.begin();
  odds.loss_probability = static_cast<double>(losses) / static_cast<double>(odds.nobs);
  odds.low_fraction = std::expm1(QuantileOfSorted(results, kLowQuantile));
  odds.median_fraction = std::expm1(QuantileOfSorted(results, 0.5));
  odds.high_fraction = std::expm1(QuantileOfSorted(results, 1 - kLowQuantile));
  return odds;
}

std::optional<ArbitrageReplay> ReplayOf(const PremiumHistory& history,
                                        const std::vector<double>& own_nav, const Arbitrage& made,
                                        const ArbitrageOptions& options) {
  const std::vector<double>& price = history.price_cny;
  if (price.empty()) return {};
  ArbitrageReplay replay;
  replay.is_own_nav = HasAny(own_nav);
  const std::vector<double>& nav = replay.is_own_nav ? own_nav : history.value_cny;
  const auto delay = static_cast<std::size_t>(options.delay_sessions);
  const double factor = (1 - made.out_fraction) / (1 + made.in_fraction);
  std::vector<double> results;
  bool running = false;
  std::size_t next = 0;  // the first row from t + delay on with a price; never goes back
  for (std::size_t t = 0; t + delay < price.size(); ++t) {
    const double premium = history.premium_fraction[t];
    if (IsMissing(premium)) continue;
    const bool is_over = premium > made.breakeven_premium_fraction;
    next = std::max(next, t + delay);
    const auto can_sell = [&](std::size_t row) {
      return !IsMissing(price[row]) && (!options.is_hedged || !IsMissing(nav[row]));
    };
    while (next < price.size() && !can_sell(next)) ++next;
    if (next == price.size()) break;
    const double paid = options.is_hedged ? nav[next] : nav[t];
    const double result = price[next] * factor / paid - 1;
    if (!is_over || IsMissing(result)) {
      running = running && is_over;
      continue;
    }
    replay.spells += running ? 0 : 1;
    running = true;
    results.push_back(result);
    replay.losses += result < 0 ? 1 : 0;
    if (!(result >= replay.worst_fraction)) {
      replay.worst_fraction = result;
      replay.worst_date = history.dates.empty() ? kMissingDate : history.dates[t];
    }
  }
  replay.days = static_cast<std::int64_t>(results.size());
  if (results.empty()) return replay;
  replay.median_fraction = QuantileOf(results, 0.5);
  return replay;
}

// What fits, or what stands in the way. NaN where the limit is not known.
void FillAmount(const ArbitrageOptions& options, Arbitrage& made) {
  const auto blocked = [&made](Obstacle obstacle) { made.obstacles.push_back(obstacle); };
  if (made.premium_fraction <= 0) blocked(Obstacle::kNoPremium);
  const PurchaseStatus status = WithLimit(options.purchase, options.purchase_limit_cny);
  const double limit = options.purchase_limit_cny;
  double amount = options.capital_cny;
  if (status == PurchaseStatus::kSuspended) blocked(Obstacle::kSuspended);
  if (status == PurchaseStatus::kLimited && !(limit > 0)) {
    blocked(Obstacle::kLimitUnknown);
    amount = kMissing;
  }
  if (options.unit_cny > 0 && options.capital_cny < options.unit_cny) {
    blocked(Obstacle::kCapitalBelowUnit);
  }
  if (status == PurchaseStatus::kLimited && limit > 0) {
    amount = std::min(amount, limit);
    if (limit < options.unit_cny) blocked(Obstacle::kLimitBelowUnit);
  }
  if (options.unit_cny > 0 && !IsMissing(amount)) {
    made.units = std::floor(amount / options.unit_cny * (1 + 1e-12));
    amount = made.units * options.unit_cny;
  }
  const bool only_unknown =
      made.obstacles.size() == 1 && made.obstacles[0] == Obstacle::kLimitUnknown;
  made.amount_cny = made.obstacles.empty() || only_unknown ? amount : 0;
  if (made.amount_cny == 0) made.units = 0;
  made.left_cny = made.amount_cny == 0 ? 0 : made.amount_cny * made.left_fraction;
}

}  // namespace

std::string_view Name(ArbitrageRoute route) { return kRoutes.NameOf(route); }
std::optional<ArbitrageRoute> FindArbitrageRoute(std::string_view name) {
  return kRoutes.Find(name);
}
std::string_view Name(Obstacle obstacle) { return kObstacles.NameOf(obstacle); }

ArbitrageRoute RouteOf(std::string_view code) {
  const std::string_view start = code.substr(0, 2);
  return start == "16" || start == "50" ? ArbitrageRoute::kLofExchange
                                        : ArbitrageRoute::kEtfCreation;
}

ArbitrageOptions StandardOf(ArbitrageRoute route) {
  ArbitrageOptions options;
  options.route = route;
  if (route == ArbitrageRoute::kEtfCreation) return options;
  const bool is_exchange = route == ArbitrageRoute::kLofExchange;
  options.delay_sessions = is_exchange ? 2 : 3;
  options.fee_fraction = is_exchange ? 0.015 : 0.0015;
  options.fx_cost_fraction = 0;  // the fund's own
  options.prefunding_fraction = 0;
  options.unit_cny = 0;
  options.capital_cny = 1e5;
  return options;
}

ArbitrageWork::ArbitrageWork(const PremiumHistory& history, std::vector<double> own_nav,
                             const ArbitrageOptions& options)
    : history_(history), own_nav_(std::move(own_nav)), options_(options) {
  options_.is_hedged |= history.price_cny.empty();
  SumUp();
  if (IsMissing(made_.premium_fraction)) {
    made_.too_few = TooFew{kArbitrageChanges, 0};
    return;
  }
  FillAmount(options_, made_);
  PlanOdds();
  stages_.Add([this] { made_.replay = ReplayOf(history_, own_nav_, made_, options_); });
}

void ArbitrageWork::PlanOdds() {
  stages_.AddRepeated([this] { return AddLogs(history_.premium_fraction, 1, premium_logs_); });
  if (!options_.is_hedged) {
    stages_.AddRepeated([this] { return AddLogs(history_.price_cny, 0, logs_); });
  }
  stages_.Add([this] {
    results_.emplace(ResultsOf(options_.is_hedged ? premium_logs_ : logs_,
                               std::log1p(made_.left_fraction),
                               static_cast<std::size_t>(options_.delay_sessions)));
    logs_.clear();
  });
  stages_.AddRepeated([this] { return results_->Step(); });
  stages_.Add([this] {
    made_.empirical = OddsOfSorted(results_->sorted());
    results_.reset();
  });
  stages_.AddRepeated([this] { return AddLogs(history_.value_cny, 0, logs_); });
  stages_.Add([this] { fit_ = FitAr1(premium_logs_); });
  stages_.Add([this] { FitModel(); });
}

void ArbitrageWork::SumUp() {
  const auto delay = static_cast<double>(options_.delay_sessions);
  made_.funding_fraction =
      options_.funding_rate_fraction * (1 + options_.prefunding_fraction) * delay / kSessionsAYear;
  made_.in_fraction = options_.fee_fraction + options_.fx_cost_fraction + made_.funding_fraction;
  made_.out_fraction = options_.commission_fraction + options_.slippage_fraction;
  made_.breakeven_premium_fraction = (1 + made_.in_fraction) / (1 - made_.out_fraction) - 1;
  const std::vector<double>& premium = history_.premium_fraction;
  std::size_t count = premium.size();
  while (count > 0 && IsMissing(premium[count - 1])) --count;
  if (count == 0) return;
  made_.premium_fraction = premium[count - 1];
  if (!history_.dates.empty()) made_.date = history_.dates[count - 1];
  made_.left_fraction =
      (1 + made_.premium_fraction) * (1 - made_.out_fraction) / (1 + made_.in_fraction) - 1;
}

void ArbitrageWork::FitModel() {
  Process process = ProcessOf(premium_logs_, fit_);
  const std::int64_t have = std::min(made_.empirical->nobs, process.nobs);
  if (have < kArbitrageChanges) {
    made_.empirical.reset();
    made_.too_few = TooFew{kArbitrageChanges, have};
    return;
  }
  AddValueMoves(premium_logs_, logs_, process);
  if (fit_) made_.persistence = fit_->persistence;
  made_.ar1 = OddsOf(process, std::log1p(made_.premium_fraction), std::log1p(made_.left_fraction),
                     options_);
}

bool ArbitrageWork::Step() { return stages_.Step(); }
double ArbitrageWork::Progress() const { return stages_.Progress(); }
Arbitrage ArbitrageWork::Finish() { return std::move(made_); }

Arbitrage ArbitrageAfterCost(const PremiumHistory& history, const std::vector<double>& own_nav,
                             const ArbitrageOptions& options) {
  ArbitrageWork work(history, own_nav, options);
  while (!work.Step()) {
  }
  return work.Finish();
}

}  // namespace premiumlens
