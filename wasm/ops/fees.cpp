// fees: a premium beside the fund's yearly fee, of one fund's days or of several funds, and the
// thesis' table of it.

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/fund/cost/fee_years.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 3>{{
                                          {"fee_fraction", "number | null", false},
                                          {"round_trip_fraction", "number | null", false},
                                          {"holding_years", "number | null", false},
                                      }};

constexpr Field kGives[] = {
    {"funds", "FeeRow[]"},       {"thesis", "ThesisFee[]"},      {"round_trip_fraction", "number"},
    {"holding_years", "number"}, {"assumptions", "Assumptions"},
};

constexpr NamedType kTypes[] = {
    {"FeeRow",
     "{ code: string; name: string; fee_fraction: number | null; fee_date: string | null; "
     "fee_given: boolean; fee_pasted: boolean; denominator: Denominator | null; hindsight: "
     "boolean; "
     "sample: PastSample; date: string | null; premium_fraction: number | null; "
     "mean_premium_fraction: number | null; sum_fraction: number | null; "
     "mean_sum_fraction: number | null; years: number | null; mean_years: number | null; "
     "breakeven_year_fraction: number | null }"},
    {"ThesisFee",
     "{ code: string; name: string; mean_premium_fraction: number; fee_fraction: number; "
     "printed_sum_fraction: number; sum_fraction: number; years: number; fee_covers: boolean }"},
};

// Ours: a commission of 0.03 % when buying and when selling. The spread comes on top.
constexpr double kRoundTrip = 0.0006;
constexpr double kYears = 1;

struct FeeOptions {
  explicit FeeOptions(const Json& request)
      : given(request),
        fee(given.Read({"fee_fraction", kMissing, 0, 0.2, "fraction", Source::kOwn})),
        round_trip(
            given.Read({"round_trip_fraction", kRoundTrip, 0, 0.5, "fraction", Source::kOwn})),
        years(given.Read({"holding_years", kYears, 0.01, 100, "years", Source::kOwn})) {}
  Assumptions given;
  double fee;
  double round_trip;
  double years;
};

// Of a known fund 0 stands for a fee that is not known.
double KnownFee(const Identity& identity) {
  return identity.fee_fraction > 0 ? identity.fee_fraction : kMissing;
}

// The mean of what is there, and of which days.
struct Mean {
  double sum = 0;
  double latest = kMissing;
  PastSample sample;
  void Add(double premium, Date date) {
    if (IsMissing(premium)) return;
    sum += premium;
    latest = premium;
    if (sample.nobs++ == 0) sample.from = date;
    sample.to = date;
  }
  double value() const {
    return sample.nobs > 0 ? sum / static_cast<double>(sample.nobs) : kMissing;
  }
};

Json RowToJson(const FundEntry& fund, const Identity& identity,
               std::optional<Denominator> denominator, const Mean& mean,
               const FeeOptions& options) {
  const bool given = !IsMissing(options.fee);
  const double known = KnownFee(identity);
  const double fee = given ? options.fee : known;
  const bool dated = !given && !IsMissing(known) && !identity.is_fee_pasted;
  const FeeYears latest = CompareFee(mean.latest, fee, options.round_trip, options.years);
  const FeeYears average = CompareFee(mean.value(), fee, options.round_trip, options.years);
  return {{"code", fund.code},
          {"name", fund.name.empty() ? identity.name : fund.name},
          {"fee_fraction", Number(fee)},
          {"fee_date", dated ? DateText(identity.as_of) : Json(nullptr)},
          {"fee_given", given},
          {"fee_pasted", !given && identity.is_fee_pasted},
          {"denominator", denominator ? Json(Name(*denominator)) : Json(nullptr)},
          {"hindsight", denominator == Denominator::kNavSameDay},
          {"sample", ToJson(mean.sample)},
          {"date", DateText(mean.sample.to)},
          {"premium_fraction", Number(mean.latest)},
          {"mean_premium_fraction", Number(mean.value())},
          {"sum_fraction", Number(latest.sum_fraction)},
          {"mean_sum_fraction", Number(average.sum_fraction)},
          {"years", Number(latest.years)},
          {"mean_years", Number(average.years)},
          {"breakeven_year_fraction", Number(latest.breakeven_year_fraction)}};
}

Json MeanOfHistory(const PremiumHistory& history, const FundEntry& fund, const Identity& identity,
                   const FeeOptions& options) {
  Mean mean;
  for (std::size_t row = 0; row < history.premium_fraction.size(); ++row) {
    mean.Add(history.premium_fraction[row],
             history.dates.empty() ? kMissingDate : history.dates[row]);
  }
  return RowToJson(fund, identity, history.denominator, mean, options);
}

// Each fund against the value its summary is against: of a panel over its days, of a list as it
// stands there.
Json MeansOfFunds(const Analysis& analysis, const FeeOptions& options) {
  const FundData& data = analysis.data;
  std::vector<Mean> means(analysis.funds.size());
  if (data.shape == Shape::kCrossSection) {
    for (std::size_t i = 0; i < means.size(); ++i) {
      means[i].Add(analysis.funds[i].premium_fraction, analysis.funds[i].date);
    }
  }
  for (const Valuation& valuation : analysis.valuations) {
    if (data.shape == Shape::kCrossSection) break;
    for (std::size_t row = 0; row < valuation.premium_fraction.size(); ++row) {
      const std::size_t fund = data.fund_of_row[row];
      if (analysis.funds[fund].denominator != valuation.denominator) continue;
      means[fund].Add(valuation.premium_fraction[row],
                      data.dates.empty() ? kMissingDate : data.dates[row]);
    }
  }
  Json rows = Json::array();
  for (std::size_t i = 0; i < means.size(); ++i) {
    const FundSummary& fund = analysis.funds[i];
    if (IsMissing(means[i].latest)) continue;
    rows.push_back(RowToJson(fund.fund, fund.identity, fund.denominator, means[i], options));
  }
  return rows;
}

Json Thesis() {
  Json rows = Json::array();
  for (const ThesisFee& fund : ThesisFees()) {
    const FeeYears compared = CompareFee(fund.mean_premium_fraction, fund.fee_fraction, 0, 1);
    rows.push_back({{"code", fund.code},
                    {"name", fund.name},
                    {"mean_premium_fraction", fund.mean_premium_fraction},
                    {"fee_fraction", fund.fee_fraction},
                    {"printed_sum_fraction", fund.printed_sum_fraction},
                    {"sum_fraction", compared.sum_fraction},
                    {"years", compared.years},
                    {"fee_covers", fund.fee_fraction > std::fabs(fund.mean_premium_fraction)}});
  }
  return rows;
}

// `known`: of the one fund there is.
Json Reply(Json funds, FeeOptions& options, double known = kMissing) {
  options.given.TellStandard("fee_fraction", known);
  return {{"funds", std::move(funds)},
          {"thesis", Thesis()},
          {"round_trip_fraction", options.round_trip},
          {"holding_years", options.years},
          {"assumptions", options.given.told()}};
}

class SeriesJob : public PastJob {
 public:
  SeriesJob(const Json& request, TableStore& tables) : PastJob(request, tables), options_(request) {
    fund_.code = ReadOptionalText(request, "fund").value_or("");
  }
  Json Finish() override {
    const Identity identity = Identify(fund_.code, "");
    return Reply(Json::array({MeanOfHistory(history(), fund_, identity, options_)}), options_,
                 KnownFee(identity));
  }

 private:
  FundEntry fund_;
  FeeOptions options_;
};

class TablesJob : public AnalyzeJob {
 public:
  TablesJob(const Json& request, TableStore& tables)
      : AnalyzeJob(request, tables), options_(request) {
    if (ReadOptionalText(request, "denominator")) {
      denominator_ = ReadWord(request, "denominator", FindDenominator, Denominator::kIopv);
    }
  }
  Json Finish() override {
    const Analysis& analysis = this->analysis();
    // Of one fund of a panel the others are told as well, but the rows are its own.
    const bool of_many = !analysis.data.fund_of_row.empty();
    if (of_many) return Reply(MeansOfFunds(analysis, options_), options_);
    FundEntry fund;
    fund.code = analysis.data.code;
    fund.name = analysis.data.name;
    return Reply(Json::array({MeanOfHistory(HistoryOf(analysis, denominator_), fund,
                                            analysis.identity, options_)}),
                 options_, KnownFee(analysis.identity));
  }

 private:
  FeeOptions options_;
  std::optional<Denominator> denominator_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  if (IsOfTables(request)) return std::make_unique<TablesJob>(request, tables);
  return std::make_unique<SeriesJob>(request, tables);
}

}  // namespace

extern const Op kFeesOp = {
    .name = "fees", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
