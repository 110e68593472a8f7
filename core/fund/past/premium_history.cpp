#include "core/fund/past/premium_history.h"

#include <cstddef>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"

namespace premiumlens {
namespace {

const Valuation& Choose(const Analysis& analysis, std::optional<Denominator> named) {
  const std::vector<Valuation>& all = analysis.valuations;
  if (all.empty()) throw Failure({.code = Code::denominator_missing});
  const std::optional<Denominator> wanted = named ? named : analysis.warning_denominator;
  if (!wanted) return all[analysis.shown];
  const Valuation* found = Find(all, *wanted);
  if (!found) {
    throw Failure({.code = Code::denominator_missing,
                   .column = "denominator",
                   .text = std::string(Name(*wanted))});
  }
  return *found;
}

}  // namespace

PremiumHistory HistoryOf(const Analysis& analysis, std::optional<Denominator> denominator) {
  const FundData& data = analysis.data;
  if (data.shape != Shape::kHistory && data.shape != Shape::kPairs) {
    throw Failure({.code = Code::no_history});
  }
  const Valuation& valuation = Choose(analysis, denominator);
  PremiumHistory history;
  history.denominator = valuation.denominator;
  history.hindsight = valuation.denominator == Denominator::kNavSameDay;
  history.dates = data.dates;
  history.price_cny = data.price_cny;
  history.value_cny = valuation.value_cny;
  history.premium_fraction = valuation.premium_fraction;
  return history;
}

PastSample SampleOf(const std::vector<Date>& dates, const std::vector<double>& values) {
  PastSample sample;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (IsMissing(values[i])) continue;
    ++sample.nobs;
    if (dates.empty()) continue;
    if (sample.from == kMissingDate) sample.from = dates[i];
    sample.to = dates[i];
  }
  return sample;
}

}  // namespace premiumlens
