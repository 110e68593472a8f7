// own_past: how unusual the latest premium is for this fund: its place among the days before, the
// band it moves in, how fast it has come back, and whether it has just widened.

#include <cmath>
#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "core/fund/past/bands.h"
#include "core/fund/past/standing.h"
#include "core/fund/past/widening.h"
#include "core/stats/ar1.h"
#include "core/stats/correlation.h"
#include "wasm/assumptions.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/past_signals.h"

namespace premiumlens::wasm {
namespace {

constexpr int kLeastWindow = 5;
constexpr int kMostWindow = 5000;
constexpr std::int64_t kLeastCorrelated = 20;  // ours
constexpr std::int64_t kHorizons[] = {1, 5, 20, 60};

constexpr auto kTakes = kPastFields + kWideningFields +
                        std::array<Field, 4>{{
                            {"horizons", "number[] | null", false},
                            {"band_window", "number | null", false},
                            {"band_deviations", "number | null", false},
                            {"band_share", "number | null", false},
                        }};

constexpr auto kGives = kSampleFields + std::array<Field, 15>{{
                                            {"latest_fraction", "number | null"},
                                            {"percentile", "number | null"},
                                            {"robust_z", "number | null"},
                                            {"windows", "Standing[]"},
                                            {"dates", "DateSeries"},
                                            {"premium_fraction", "Series"},
                                            {"band", "RollingBand"},
                                            {"persistence", "number | null"},
                                            {"half_life_days", "number | null"},
                                            {"ar1", "Ar1"},
                                            {"expected", "ExpectedPremium[]"},
                                            {"expected_missing", "ExpectedMissing | null"},
                                            {"widening", "Widening"},
                                            {"correlations", "PremiumCorrelation[]"},
                                            {"assumptions", "OwnPastAssumptions"},
                                        }};

constexpr NamedType kTypes[] = {
    kWideDayType,
    kWideningType,
    {"OwnPastAssumptions", "Assumptions & { horizons: AssumptionList }"},
    {"Standing",
     "{ days: number | null; sample: PastSample; latest_fraction: number | null; "
     "percentile: number | null; median_fraction: number | null; spread_fraction: number | null; "
     "robust_z: number | null; too_few: TooFew | null }"},
    {"RollingBand",
     "{ window_days: number; deviations: number; inside_share: number; mean: Series; low: Series; "
     "high: Series; median: Series; quantile_low: Series; quantile_high: Series; "
     "latest: { mean: number | null; low: number | null; high: number | null; "
     "median: number | null; quantile_low: number | null; quantile_high: number | null }; "
     "too_few: TooFew | null }"},
    {"Ar1",
     "{ nobs: number; pairs: number; constant: number | null; persistence: number | null; "
     "standard_error: number | null; persistence_median: number | null; "
     "persistence_low: number | null; persistence_high: number | null; "
     "half_life_days: number | null; half_life_median_days: number | null; "
     "half_life_low_days: number | null; half_life_high_days: number | null; "
     "no_upper_bound: boolean; innovation_sd: number | null; mean_fraction: number | null; "
     "effective_nobs: number | null; too_few: TooFew | null }"},
    {"ExpectedMissing", "\"too_few\" | \"no_usual_level\""},
    {"ExpectedPremium",
     "{ days: number; mean_fraction: number | null; standard_error: number | null; "
     "low_fraction: number | null; high_fraction: number | null; "
     "innovation_variance: number | null; parameter_variance: number | null; "
     "median_mean_fraction: number | null; median_low_fraction: number | null; "
     "median_high_fraction: number | null }"},
    {"PremiumCorrelation",
     "{ of: 'premium_change' | 'premium_level'; with: 'price_return' | 'value_return'; "
     "value: number | null; nobs: number; too_few: TooFew | null }"},
};

struct Options {
  std::vector<std::int64_t> horizons;
  BandOptions band;
  WideningBars widening;
};

Options ReadOptions(Assumptions& given) {
  using enum Source;
  constexpr std::size_t kLongest = 100;
  Options options;
  options.horizons = given.ReadCounts({"horizons", kMissing, 1, 10'000, "sessions", kOwn},
                                      {std::begin(kHorizons), std::end(kHorizons)}, kLongest);
  BandOptions& band = options.band;
  band.window_days =
      static_cast<int>(given.ReadCount({"band_window", static_cast<double>(band.window_days),
                                        kLeastWindow, kMostWindow, "sessions", kOwn}));
  band.deviations = given.Read({"band_deviations", band.deviations, 0.1, 10, "ratio", kOwn});
  band.inside_share = given.Read({"band_share", band.inside_share, 0.01, 1, "fraction", kOwn});
  options.widening = ReadWideningBars(given);
  return options;
}

Json ToJson(const Standing& standing) {
  return {{"days", standing.window_days == kAllDays ? Json(nullptr) : Json(standing.window_days)},
          {"sample", wasm::ToJson(standing.sample)},
          {"latest_fraction", Number(standing.latest_fraction)},
          {"percentile", Number(standing.percentile_fraction)},
          {"median_fraction", Number(standing.median_fraction)},
          {"spread_fraction", Number(standing.spread_fraction)},
          {"robust_z", Number(standing.robust_z)},
          {"too_few", wasm::ToJson(standing.too_few)}};
}

// An infinite half-life is none, and no_upper_bound says so.
Json ToJson(const Ar1& fit, const std::optional<TooFew>& few) {
  return {{"nobs", fit.nobs},
          {"pairs", fit.pairs},
          {"constant", Number(fit.constant)},
          {"persistence", Number(fit.persistence)},
          {"standard_error", Number(fit.standard_error)},
          {"persistence_median", Number(fit.persistence_median)},
          {"persistence_low", Number(fit.persistence_low)},
          {"persistence_high", Number(fit.persistence_high)},
          {"half_life_days", Number(HalfLife(fit.persistence))},
          {"half_life_median_days", Number(HalfLife(fit.persistence_median))},
          {"half_life_low_days", Number(HalfLife(fit.persistence_low))},
          {"half_life_high_days", Number(HalfLife(fit.persistence_high))},
          {"no_upper_bound", fit.persistence_high >= 1},
          {"innovation_sd", Number(fit.innovation_sd)},
          {"mean_fraction", Number(fit.mean)},
          {"effective_nobs", Number(fit.effective_nobs)},
          {"too_few", wasm::ToJson(few)}};
}

// By the least-squares ρ, and beside it by the median-unbiased one.
Json ToJson(const Ar1Prediction& ahead, const Ar1Prediction& median) {
  return {{"days", ahead.rows_ahead},
          {"mean_fraction", Number(ahead.mean)},
          {"standard_error", Number(ahead.standard_error)},
          {"low_fraction", Number(ahead.low)},
          {"high_fraction", Number(ahead.high)},
          {"innovation_variance", Number(ahead.innovation_variance)},
          {"parameter_variance", Number(ahead.parameter_variance)},
          {"median_mean_fraction", Number(median.mean)},
          {"median_low_fraction", Number(median.low)},
          {"median_high_fraction", Number(median.high)}};
}

class OwnPastJob : public PastJob {
 public:
  OwnPastJob(const Json& request, TableStore& tables)
      : PastJob(request, tables), given_(request), options_(ReadOptions(given_)), series_(tables) {}

  Json Finish() override {
    const std::vector<double>& premium = history().premium_fraction;
    const std::vector<Date>& dates = history().dates;
    Json result = Head();
    const Standing& all = standings_.back();
    result["latest_fraction"] = Number(all.latest_fraction);
    result["percentile"] = Number(all.percentile_fraction);
    result["robust_z"] = Number(all.robust_z);
    result["windows"] = Json::array();
    for (const Standing& standing : standings_) result["windows"].push_back(ToJson(standing));
    result["dates"] = series_.PutDates("dates", dates);
    result["premium_fraction"] = series_.Put("premium_fraction", premium);
    result["band"] = BandToJson();
    std::optional<TooFew> few;
    if (!fit_) few = TooFew{kLeastAr1Pairs, CountPairs(premium)};
    const Ar1 fit = fit_.value_or(Ar1{.nobs = CountFilled(premium), .pairs = CountPairs(premium)});
    result["persistence"] = Number(fit.persistence);
    result["half_life_days"] = Number(HalfLife(fit.persistence));
    result["ar1"] = ToJson(fit, few);
    result["expected"] = Json::array();
    // Without a level to come back to there is nothing to expect: a fit of ρ ≥ 1 runs away.
    const bool has_level = fit.persistence < 1;
    result["expected_missing"] = !fit_        ? Json("too_few")
                                 : !has_level ? Json("no_usual_level")
                                              : Json(nullptr);
    for (const std::int64_t days : options_.horizons) {
      const Ar1Prediction none{.rows_ahead = days,
                               .mean = kMissing,
                               .innovation_variance = kMissing,
                               .parameter_variance = kMissing,
                               .standard_error = kMissing,
                               .low = kMissing,
                               .high = kMissing};
      const auto ahead = [&](const Ar1& by) { return PredictAr1(by, all.latest_fraction, days); };
      result["expected"].push_back(has_level
                                       ? ToJson(ahead(*fit_), ahead(WithMedianPersistence(*fit_)))
                                       : ToJson(none, none));
    }
    result["widening"] = wasm::ToJson(widening_->result(), options_.widening, dates);
    result["correlations"] = std::move(correlations_);
    result["assumptions"] = given_.told();
    return result;
  }

 protected:
  bool Work() override {
    switch (stage_) {
      case 0:
        return Stand();
      case 1:
        if (!bands_) {
          bands_.emplace(history().premium_fraction, options_.band);
        } else if (bands_->Step()) {
          ++stage_;
        }
        return false;
      case 2:
        if (!widening_) {
          widening_.emplace(history().premium_fraction, options_.widening);
        } else if (widening_->Step()) {
          ++stage_;
        }
        return false;
      case 3:
        fit_ = FitAr1(history().premium_fraction);
        ++stage_;
        return false;
      default:
        return CorrelateNext();
    }
  }

  double WorkProgress() const override {
    constexpr double kParts = 5;
    double within = 0;
    if (stage_ == 1 && bands_) within = bands_->Progress();
    if (stage_ == 2 && widening_) within = widening_->Progress();
    return (stage_ + within) / kParts;
  }

 private:
  bool Stand() {
    if (!standing_) {
      standing_.emplace(history().dates, history().premium_fraction,
                        kStandingWindows[standings_.size()]);
    }
    if (standing_->Step()) {
      standings_.push_back(standing_->result());
      standing_.reset();
      if (standings_.size() == kStandingWindows.size()) ++stage_;
    }
    return false;
  }

  // Nothing of premiums alone. The series compared are laid out one a step.
  bool CorrelateNext() {
    const PremiumHistory& past = history();
    if (past.price_cny.empty()) return true;
    if (changes_.empty()) {
      changes_ = DifferencesOf(past.premium_fraction);
      return false;
    }
    for (const std::vector<double>* of : {&past.price_cny, &past.value_cny}) {
      std::vector<double>& returns = of == &past.price_cny ? price_returns_ : value_returns_;
      if (!returns.empty()) continue;
      returns = ReturnsOf(*of);
      return false;
    }
    const bool of_change = correlations_.size() < 2;
    const bool with_price = correlations_.size() % 2 == 0;
    Correlation found = Correlate(of_change ? changes_ : past.premium_fraction,
                                  with_price ? price_returns_ : value_returns_);
    std::optional<TooFew> few;
    if (found.nobs < kLeastCorrelated) {
      few = TooFew{kLeastCorrelated, found.nobs};
      found.value = kMissing;
    }
    correlations_.push_back({{"of", of_change ? "premium_change" : "premium_level"},
                             {"with", with_price ? "price_return" : "value_return"},
                             {"value", Number(found.value)},
                             {"nobs", found.nobs},
                             {"too_few", wasm::ToJson(few)}});
    return correlations_.size() == 4;
  }

  Json BandToJson() {
    Bands bands = bands_->Take();
    const std::int64_t have = standings_.back().sample.nobs;
    std::optional<TooFew> few;
    if (have < options_.band.window_days) few = TooFew{options_.band.window_days, have};
    Json band = {{"window_days", options_.band.window_days},
                 {"deviations", options_.band.deviations},
                 {"inside_share", options_.band.inside_share}};
    Json latest;
    const auto put = [&](const char* name, std::vector<double>& line) {
      std::size_t last = line.size();
      while (last > 0 && IsMissing(line[last - 1])) --last;
      latest[name] = last == 0 ? Json(nullptr) : Number(line[last - 1]);
      band[name] = series_.Put(name, std::move(line));
    };
    put("mean", bands.mean);
    put("low", bands.low);
    put("high", bands.high);
    put("median", bands.median);
    put("quantile_low", bands.quantile_low);
    put("quantile_high", bands.quantile_high);
    band["latest"] = std::move(latest);
    band["too_few"] = wasm::ToJson(few);
    return band;
  }

  Assumptions given_;
  Options options_;
  ResultSeries series_;
  int stage_ = 0;
  std::vector<Standing> standings_;
  std::optional<StandingMaker> standing_;
  std::optional<BandMaker> bands_;
  std::optional<WideningFinder> widening_;
  std::optional<Ar1> fit_;
  std::vector<double> changes_;
  std::vector<double> price_returns_;
  std::vector<double> value_returns_;
  Json correlations_ = Json::array();
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<OwnPastJob>(request, tables);
}

}  // namespace

extern const Op kOwnPastOp = {
    .name = "own_past", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
