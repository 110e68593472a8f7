#include "core/fund/value/past_estimate.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/word_list.h"
#include "core/table/market_names.h"

namespace premiumlens {
namespace {

constexpr WordList<LagReason, 3> kLagReasons = {
    {LagReason::kGiven, LagReason::kDated, LagReason::kAssumed}, {"given", "dated", "assumed"}};

constexpr WordList<SeriesReason, 8> kSeriesReasons = {
    {SeriesReason::kGiven, SeriesReason::kName, SeriesReason::kOnly, SeriesReason::kResidual,
     SeriesReason::kCurrency, SeriesReason::kRegion, SeriesReason::kNone, SeriesReason::kAbsent},
    {"given", "name", "only", "residual", "currency", "region", "none", "absent"}};

// What a fund of a region is quoted against, where its index does not say; empty where several
// currencies will do.

// By its own name, or by any that its index or currency is known by: 标普500 for SPX, 美元 for
// USDCNY.
bool IsNamed(const MarketSeries& series, const std::string& name) {
  const std::string key = MarketKey(name);
  if (series.name == name || MarketKey(series.name) == key) return true;
  if (series.symbol.empty()) return false;
  const std::optional<IndexName> index = FindIndexName(name);
  const std::optional<RateName> rate = FindRateName(name);
  return MarketKey(series.symbol) == key || (index && index->symbol == series.symbol) ||
         (rate && RateSymbol(rate->currency) == series.symbol);
}

// The series of that name; of several the first that is called just so.
std::size_t FindNamed(const std::vector<MarketSeries>& list, const std::string& name) {
  for (const bool exact : {true, false}) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (exact ? list[i].name == name : IsNamed(list[i], name)) return i;
    }
  }
  throw Failure({.code = Code::unknown_series, .text = name});
}

// How many of the NAV's dates lie inside the series.
std::int64_t Covered(const DatedValues& series, const std::vector<Date>& dates) {
  const auto first = std::lower_bound(dates.begin(), dates.end(), series.dates.front());
  return std::upper_bound(first, dates.end(), series.dates.back()) - first;
}

UsedLag LagFrom(std::optional<int> given, const LagFit* fit) {
  if (given) return {*given, LagReason::kGiven};
  if (fit != nullptr && fit->told) return {fit->best, LagReason::kDated};
  return {0, LagReason::kAssumed};
}

// Those that left a residual first, the smallest first.
bool FitsBetter(const IndexCandidate& a, const IndexCandidate& b) {
  if (a.dating.enough != b.dating.enough) return a.dating.enough;
  return a.dating.enough && a.dating.residual_bp < b.dating.residual_bp;
}

bool IsUnrelated(const NavDating& dating) {
  const double left = dating.residual_bp / dating.nav_bp;
  return dating.enough && !(1 - left * left >= kLeastExplained);
}

}  // namespace

std::string_view CurrencyOf(Region region) {
  switch (region) {
    case Region::kMainland:
      return "CNY";
    case Region::kHongKong:
      return "HKD";
    case Region::kJapan:
      return "JPY";
    case Region::kKorea:
      return "KRW";
    case Region::kIndia:
      return "INR";
    case Region::kMiddleEast:
      return "SAR";
    case Region::kEurope:
      return "EUR";
    case Region::kUs:
    case Region::kGlobal:
      return "USD";
    case Region::kLatinAmerica:
      return "BRL";
    case Region::kAsia:
    case Region::kUnknown:
      break;
  }
  return "";
}

std::string_view Name(LagReason reason) { return kLagReasons.NameOf(reason); }
std::span<const LagReason> AllLagReasons() { return kLagReasons.values; }
std::string_view Name(SeriesReason reason) { return kSeriesReasons.NameOf(reason); }
std::span<const SeriesReason> AllSeriesReasons() { return kSeriesReasons.values; }

PastEstimator::PastEstimator(const FundData& data, const Identity& identity, PublicationLag lag,
                             EstimateOptions options)
    : data_(data), identity_(identity), lag_(lag), options_(std::move(options)) {
  estimate_.invested_fraction = options_.invested_fraction;
  ChooseCandidates();
  choices_ = candidates_.size();
  if (options_.compare_all) AddOthers();
  for (IndexCandidate& candidate : candidates_) ChooseRate(candidate);
}

void PastEstimator::ChooseCandidates() {
  const std::vector<MarketSeries>& indexes = data_.indexes;
  if (options_.index) {
    candidates_.push_back({FindNamed(indexes, *options_.index), {}});
    estimate_.index_reason = SeriesReason::kGiven;
    return;
  }
  const std::optional<IndexName> wanted = FindIndexName(identity_.index_name);
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    const bool known = wanted && indexes[i].symbol == wanted->symbol;
    const bool named = !identity_.index_name.empty() && IsNamed(indexes[i], identity_.index_name);
    if (known || named || indexes[i].own) candidates_.push_back({i, {}});
  }
  estimate_.index_reason = SeriesReason::kName;
  if (!candidates_.empty()) return;
  for (std::size_t i = 0; i < indexes.size(); ++i) candidates_.push_back({i, {}});
  if (indexes.size() == 1) {
    estimate_.index_reason = SeriesReason::kOnly;
  } else {
    estimate_.index_reason = indexes.empty() ? SeriesReason::kAbsent : SeriesReason::kResidual;
  }
}

void PastEstimator::AddOthers() {
  for (std::size_t i = 0; i < data_.indexes.size(); ++i) {
    const bool there =
        std::any_of(candidates_.begin(), candidates_.end(),
                    [i](const IndexCandidate& candidate) { return candidate.index == i; });
    if (!there) candidates_.push_back({i, {}});
  }
}

// Of several rates of one currency that which covers most of the NAV's dates; of equals the central
// parity.
std::optional<std::size_t> PastEstimator::RateOf(const std::string& currency) const {
  std::optional<std::size_t> best;
  std::pair<std::int64_t, bool> most{-1, false};
  for (std::size_t i = 0; i < data_.rates.size(); ++i) {
    const MarketSeries& rate = data_.rates[i];
    if (rate.currency != currency) continue;
    const std::pair merit{Covered(rate.values, data_.nav.dates), IsCentralParity(rate.name)};
    if (!(merit > most)) continue;
    most = merit;
    best = i;
  }
  return best;
}

void PastEstimator::ChooseRate(IndexCandidate& candidate) {
  if (options_.fx) {
    candidate.fx_reason = options_.fx->empty() ? SeriesReason::kNone : SeriesReason::kGiven;
    if (!options_.fx->empty()) candidate.fx = FindNamed(data_.rates, *options_.fx);
    return;
  }
  candidate.currency = data_.indexes[candidate.index].currency;
  candidate.fx_reason = SeriesReason::kCurrency;
  if (candidate.currency.empty()) {
    candidate.currency = CurrencyOf(identity_.region);
    candidate.fx_reason = SeriesReason::kRegion;
  }
  if (candidate.currency == "CNY") {
    candidate.fx_reason = SeriesReason::kNone;
    return;
  }
  if (!candidate.currency.empty()) candidate.fx = RateOf(candidate.currency);
  if (candidate.fx) return;
  // A column that is a rate and does not say of what, or the only one for a fund of no known
  // market.
  const bool only = candidate.currency.empty() && data_.rates.size() == 1;
  candidate.fx = only ? std::optional<std::size_t>(0) : RateOf("");
  candidate.fx_reason = candidate.fx ? SeriesReason::kOnly : SeriesReason::kAbsent;
}

bool PastEstimator::Step() {
  if (next_ < candidates_.size()) {
    IndexCandidate& candidate = candidates_[next_++];
    static const DatedValues kNoRate;
    candidate.dating = DateNav(data_.nav, data_.indexes[candidate.index].values,
                               candidate.fx ? data_.rates[*candidate.fx].values : kNoRate);
    return false;
  }
  if (!is_chosen_) {
    is_chosen_ = true;
    if (!CanChoose()) return true;
    BeginReplay();
    return false;
  }
  if (!replayer_->Step()) return false;
  estimate_.replay = replayer_->Finish();
  if (!HasAny(estimate_.replay.value_cny)) estimate_.trouble = Code::no_common_days;
  return true;
}

// Whether there is an index, and lags, to make an estimate by.
bool PastEstimator::CanChoose() {
  const auto refuse = [this](Code trouble) {
    estimate_.trouble = trouble;
    return false;
  };
  if (candidates_.empty()) {
    return refuse(data_.has_index_changes ? Code::index_changes_alone : Code::no_index_series);
  }
  if (data_.nav.dates.empty()) return refuse(Code::no_nav_series);
  estimate_.candidates = candidates_;
  std::stable_sort(estimate_.candidates.begin(), estimate_.candidates.end(), FitsBetter);
  candidates_.resize(choices_);
  std::stable_sort(candidates_.begin(), candidates_.end(), FitsBetter);
  const IndexCandidate& best = candidates_.front();
  const bool named = estimate_.index_reason == SeriesReason::kGiven ||
                     estimate_.index_reason == SeriesReason::kName;
  if (!best.dating.enough && candidates_.size() > 1 && !named) return refuse(Code::index_unclear);
  estimate_.dating = best.dating;
  if (!named && IsUnrelated(best.dating)) return refuse(Code::index_unrelated);
  estimate_.index = best.index;
  estimate_.fx = best.fx;
  estimate_.fx_reason = best.fx_reason;
  estimate_.currency = best.currency;
  estimate_.index_name = data_.indexes[best.index].name;
  if (best.fx) estimate_.fx_name = data_.rates[*best.fx].name;
  const NavDating& dating = best.dating;
  estimate_.index_lag = LagFrom(options_.index_lag, dating.enough ? &dating.index : nullptr);
  estimate_.fx_lag = LagFrom(options_.fx_lag, dating.fx ? &*dating.fx : nullptr);
  return true;
}

void PastEstimator::BeginReplay() {
  static const DatedValues kNoRate;
  ReplayInput input{data_.dates, data_.price_cny, data_.nav, data_.indexes[*estimate_.index].values,
                    estimate_.fx ? data_.rates[*estimate_.fx].values : kNoRate};
  input.lag = lag_;
  input.index_lag = estimate_.index_lag.sessions;
  input.fx_lag = estimate_.fx_lag.sessions;
  input.invested_fraction = options_.invested_fraction;
  replayer_.emplace(input, options_.bars);
}

}  // namespace premiumlens
