#include "core/fund/cost/path_simulation.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/missing.h"
#include "core/stats/quantile.h"

namespace premiumlens {
namespace {

constexpr int kDaysAStep = 20000;

// One path: a day at a time.
class Path {
 public:
  Path(const PathModel& model, const SimulationOptions& options)
      : model_(model),
        options_(options),
        other_(std::sqrt(std::max(0.0, 1 - model.correlation * model.correlation))),
        first_value_log_(std::log(options.price_cny) - std::log1p(options.premium)),
        engine_(options.seed) {}

  void Restart() {
    premium_log_ = std::log1p(options_.premium);
    value_log_ = first_value_log_;
    close_ = options_.price_cny;
    halted_days_ = 0;
    locked_ = halted_ = false;
  }

  void Advance() {
    const bool over = close_ > std::exp(value_log_) * (1 + options_.halt_premium);
    const double shared = normal_(engine_);
    const double own = normal_(engine_);
    value_log_ += model_.value_drift + model_.value_sd * shared;
    premium_log_ = model_.premium_mean_log +
                   model_.persistence * (premium_log_ - model_.premium_mean_log) +
                   model_.premium_sd * (model_.correlation * shared + other_ * own);
    // The day after a halt trades.
    if (halted_days_ == 0 && !halted_ && over && options_.halt_probability > 0 &&
        uniform_(engine_) < options_.halt_probability) {
      halted_days_ = options_.halt_days;
    }
    halted_ = halted_days_ > 0;
    locked_ = false;
    if (halted_) {
      --halted_days_;
    } else {
      Trade();
    }
  }

  double close() const { return close_; }
  bool locked() const { return locked_; }
  bool CanSell() const { return !locked_ && !halted_; }

 private:
  void Trade() {
    const LimitRules& rules = options_.rules;
    const double agreed = RoundToTick(std::exp(value_log_ + premium_log_), rules.tick_cny);
    const PriceBounds bounds = BoundsAfter(close_, rules);
    // Two prices of whole ticks differ by a tick or not at all.
    constexpr double kSame = 1e-9;
    locked_ = agreed < bounds.lowest_cny * (1 - kSame);
    close_ = std::clamp(agreed, bounds.lowest_cny, bounds.highest_cny);
    if (rules.tick_cny > 0) close_ = std::max(close_, rules.tick_cny);
  }

  const PathModel& model_;
  const SimulationOptions& options_;
  double other_;
  double first_value_log_;
  boost::random::mt19937 engine_;
  boost::random::normal_distribution<double> normal_;
  boost::random::uniform_01<double> uniform_;
  double premium_log_ = 0, value_log_ = 0, close_ = 0;
  int halted_days_ = 0;
  bool locked_ = false, halted_ = false;
};

// What the paths came to at one horizon.
struct Tally {
  std::vector<double> returns;  // at the sale
  std::int64_t locked_days = 0;
  int any_locked = 0;
  int forced = 0;
  std::int64_t waited = 0;
  int most_waited = 0;
  double marked = 0;
  double sold = 0;
};

SimulatedOutlook OutlookOf(Tally& tally, int days) {
  std::vector<double>& returns = tally.returns;
  std::sort(returns.begin(), returns.end());
  const auto paths = static_cast<double>(returns.size());
  double sum = 0, squares = 0;
  for (const double one : returns) sum += one;
  const double mean = sum / paths;
  for (const double one : returns) squares += (one - mean) * (one - mean);
  const double forced = tally.forced;
  const auto of_forced = [&](double total) { return tally.forced > 0 ? total / forced : kMissing; };
  SimulatedOutlook outlook{
      .days = days,
      .mean_fraction = mean,
      .mean_error = returns.size() > 1 ? std::sqrt(squares / (paths - 1) / paths) : kMissing,
      .quantiles = {},
      .loss_chances = {},
      .locked_days = static_cast<double>(tally.locked_days) / paths,
      .any_locked_share = tally.any_locked / paths,
      .forced_share = forced / paths,
      .forced_days = of_forced(static_cast<double>(tally.waited)),
      .forced_most_days = tally.most_waited,
      .forced_marked = of_forced(tally.marked),
      .forced_sold = of_forced(tally.sold)};
  for (std::size_t i = 0; i < kPathShares.size(); ++i) {
    outlook.quantiles[i] = QuantileOfSorted(returns, kPathShares[i]);
  }
  for (std::size_t i = 0; i < kLossBars.size(); ++i) {
    const auto under = std::lower_bound(returns.begin(), returns.end(), -kLossBars[i]);
    outlook.loss_chances[i] = static_cast<double>(under - returns.begin()) / paths;
  }
  return outlook;
}

}  // namespace

class PathSimulation::Body {
 public:
  Body(const PathModel& model, const SimulationOptions& options)
      : model_(model), options_(options), path_(model_, options_) {
    tallies_.resize(options_.horizons.size());
  }

  bool Step() {
    int days = 0;
    while (done_ < options_.paths && days < kDaysAStep) {
      days += RunOne();
      ++done_;
    }
    return done_ >= options_.paths;
  }

  double Progress() const { return static_cast<double>(done_) / options_.paths; }

  std::vector<SimulatedOutlook> Finish() {
    std::vector<SimulatedOutlook> outlooks;
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      outlooks.push_back(OutlookOf(tallies_[i], options_.horizons[i]));
    }
    return outlooks;
  }

 private:
  double Return() const { return path_.close() / options_.price_cny - 1; }

  // The whole path; one that cannot be left when the next horizon comes waits for both.
  int RunOne() {
    path_.Restart();
    int locked_days = 0;
    int day = 0;
    std::size_t next = 0;     // the horizon ahead
    std::size_t waiting = 0;  // the first that wants to sell and could not
    marked_.assign(tallies_.size(), 0);
    while (waiting < tallies_.size()) {
      path_.Advance();
      ++day;
      locked_days += path_.locked() ? 1 : 0;
      if (next < tallies_.size() && day == options_.horizons[next]) {
        tallies_[next].locked_days += locked_days;
        tallies_[next].any_locked += locked_days > 0 ? 1 : 0;
        marked_[next] = Return();
        ++next;
      }
      while (waiting < next &&
             (path_.CanSell() || day - options_.horizons[waiting] >= kMostWaitDays)) {
        Sell(waiting, day);
        ++waiting;
      }
    }
    return day;
  }

  void Sell(std::size_t horizon, int day) {
    Tally& tally = tallies_[horizon];
    tally.returns.push_back(Return());
    const int waited = day - options_.horizons[horizon];
    if (waited == 0) return;
    ++tally.forced;
    tally.waited += waited;
    tally.most_waited = std::max(tally.most_waited, waited);
    tally.marked += marked_[horizon];
    tally.sold += Return();
  }

  PathModel model_;
  SimulationOptions options_;
  Path path_;
  std::vector<Tally> tallies_;
  std::vector<double> marked_;
  int done_ = 0;
};

PathSimulation::PathSimulation(const PathModel& model, const SimulationOptions& options)
    : body_(std::make_unique<Body>(model, options)) {}
PathSimulation::~PathSimulation() = default;
PathSimulation::PathSimulation(PathSimulation&&) noexcept = default;
PathSimulation& PathSimulation::operator=(PathSimulation&&) noexcept = default;

bool PathSimulation::Step() { return body_->Step(); }
double PathSimulation::Progress() const { return body_->Progress(); }
std::vector<SimulatedOutlook> PathSimulation::Finish() { return body_->Finish(); }

}  // namespace premiumlens
