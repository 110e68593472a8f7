// R's figures for what describes a fund's own past: scripts/reference/own_past.R.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/fund/past/describe.h"
#include "core/fund/past/standing.h"
#include "core/stats/ar1.h"
#include "core/stats/correlation.h"
#include "core/stats/hac.h"
#include "core/stats/rolling.h"
#include "tests/core/reference.h"

// A module has no files to read.
#ifdef PREMIUMLENS_TESTS_FOLDER

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using Json = nlohmann::json;

std::vector<double> ValuesOf(const Json& of) {
  std::vector<double> values;
  for (const Json& value : of["values"]) {
    values.push_back(value.is_null() ? kMissing : value.get<double>());
  }
  return values;
}

void Same(double ours, const Json& theirs, double to = 1e-10) {
  CHECK_THAT(ours, WithinRel(theirs.get<double>(), to));
}

TEST_CASE("describe, HAC error: R") {
  const Json reference = ReadReference("own_past");
  for (const auto& [name, of] : reference["series"].items()) {
    INFO(name);
    const std::vector<double> values = ValuesOf(of);
    const Description about = Describe({}, values, {0, values.size()});
    CHECK(about.sample.nobs == of["nobs"]);
    CHECK(about.hac_lag == of["auto_lag"]);
    Same(about.mean, of["mean"]);
    Same(about.sd, of["sd"]);
    Same(about.standard_error, of["standard_error"]);
    Same(about.median, of["median"]);
    Same(about.q1, of["q1"]);
    Same(about.q3, of["q3"]);
    Same(about.min, of["min"]);
    Same(about.max, of["max"]);
    for (const Json& hac : of["hac"]) {
      const auto lag = hac["lag"].get<std::int64_t>();
      Same(HacErrorOfMean(values, lag), hac["error"]);
      Same(Describe({}, values, {0, values.size()}, lag).hac_error, hac["error"]);
    }
  }
}

TEST_CASE("standing: R's mad() and ranks") {
  const Json reference = ReadReference("own_past");
  for (const auto& [name, of] : reference["series"].items()) {
    INFO(name);
    for (const Json& window : of["windows"]) {
      const Standing standing = StandingOf({}, ValuesOf(of), window["days"].get<std::int64_t>());
      Same(standing.percentile_fraction, window["percentile"]);
      Same(standing.median_fraction, window["median"]);
      Same(standing.spread_fraction, window["spread"]);
      Same(standing.robust_z, window["z"]);
    }
  }
}

TEST_CASE("ar1: R's lm and its prediction") {
  const Json reference = ReadReference("own_past");
  for (const auto& [name, of] : reference["series"].items()) {
    INFO(name);
    const std::vector<double> values = ValuesOf(of);
    const Ar1 fit = *FitAr1(values);
    const Json& lm = of["ar1"];
    CHECK(fit.pairs == lm["pairs"]);
    Same(fit.constant, lm["constant"], 1e-9);
    Same(fit.persistence, lm["persistence"]);
    Same(fit.standard_error, lm["standard_error"]);
    Same(fit.innovation_sd, lm["innovation_sd"]);
    Same(HalfLife(fit.persistence), lm["half_life"], 1e-9);
    Same(fit.effective_nobs, lm["effective"], 1e-9);
    double latest = kMissing;
    for (const double value : values) latest = IsMissing(value) ? latest : value;
    const Ar1Prediction one = PredictAr1(fit, latest, 1);
    Same(one.low, lm["one_low"], 1e-9);
    Same(one.high, lm["one_high"], 1e-9);
    for (const Json& far : of["ahead"]) {
      const Ar1Prediction ahead = PredictAr1(fit, latest, far["days"].get<std::int64_t>());
      Same(ahead.mean, far["mean"], 1e-9);
      Same(ahead.innovation_variance, far["innovation"], 1e-9);
      Same(ahead.parameter_variance, far["parameter"], 1e-6);  // theirs by differences
    }
  }
}

TEST_CASE("rolling, correlation: R") {
  const Json reference = ReadReference("own_past");
  const std::vector<double> values = ValuesOf(reference["series"]["lasting"]);
  RollingMoments moments(values, 20);
  RollingOrder order(values, 20);
  std::size_t next = 0;
  for (std::size_t row = 1; row <= values.size(); ++row) {
    const Moments of = moments.Next();
    order.Advance();
    const Json& wanted = reference["rolling"][next];
    if (wanted["row"] != row) continue;
    ++next;
    Same(of.mean, wanted["mean"]);
    Same(of.Deviation(), wanted["sd"]);
    Same(order.Quantile(0.5), wanted["median"]);
    Same(order.Quantile(0.05), wanted["q05"]);
    Same(order.Quantile(0.95), wanted["q95"]);
  }
  CHECK(next == reference["rolling"].size());
  Same(Correlate(DifferencesOf(values), values).value, reference["correlation"]);
}

}  // namespace
}  // namespace premiumlens

#endif
