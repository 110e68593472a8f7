// describe: what the premiums of a period are like, and of each calendar year in it.

#include "core/fund/past/describe.h"

#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostYears = 400;  // listed: the latest
constexpr int kMostLag = 1000;

constexpr auto kTakes = kPastFields + std::array<Field, 3>{{
                                          {"from", "string | null", false},
                                          {"to", "string | null", false},
                                          {"hac_lag", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 23>{{
                                            {"nobs", "number"},
                                            {"sum", "number | null"},
                                            {"mean", "number | null"},
                                            {"standard_error", "number | null"},
                                            {"hac_error", "number | null"},
                                            {"hac_lag", "number"},
                                            {"median", "number | null"},
                                            {"sd", "number | null"},
                                            {"q1", "number | null"},
                                            {"q3", "number | null"},
                                            {"min", "number | null"},
                                            {"max", "number | null"},
                                            {"min_date", "string | null"},
                                            {"max_date", "string | null"},
                                            {"min_index", "number | null"},
                                            {"max_index", "number | null"},
                                            {"too_few", "TooFew | null"},
                                            {"first_date", "string | null"},
                                            {"last_date", "string | null"},
                                            {"period_rows", "number"},
                                            {"years", "DescribedYear[]"},
                                            {"years_count", "number"},
                                            {"assumptions", "Assumptions"},
                                        }};

constexpr NamedType kTypes[] = {
    {"DescribedYear",
     "{ year: number; sample: PastSample; nobs: number; sum: number | null; mean: number | null; "
     "standard_error: number | null; hac_error: number | null; hac_lag: number; "
     "median: number | null; sd: number | null; q1: number | null; q3: number | null; "
     "min: number | null; max: number | null; min_date: string | null; max_date: string | null; "
     "min_index: number | null; max_index: number | null; too_few: TooFew | null }"},
};

Json ToJson(const Description& about, const std::vector<Date>& dates) {
  const auto date = [&dates](std::ptrdiff_t row) {
    return row < 0 || dates.empty() ? Json(nullptr)
                                    : DateText(dates[static_cast<std::size_t>(row)]);
  };
  const auto index = [](std::ptrdiff_t row) { return row < 0 ? Json(nullptr) : Json(row); };
  return {{"sample", wasm::ToJson(about.sample)},
          {"nobs", about.sample.nobs},
          {"sum", Number(about.sum)},
          {"mean", Number(about.mean)},
          {"standard_error", Number(about.standard_error)},
          {"hac_error", Number(about.hac_error)},
          {"hac_lag", about.hac_lag},
          {"median", Number(about.median)},
          {"sd", Number(about.sd)},
          {"q1", Number(about.q1)},
          {"q3", Number(about.q3)},
          {"min", Number(about.min)},
          {"max", Number(about.max)},
          {"min_date", date(about.min_row)},
          {"max_date", date(about.max_row)},
          {"min_index", index(about.min_row)},
          {"max_index", index(about.max_row)},
          {"too_few", wasm::ToJson(about.too_few)}};
}

class DescribeJob : public PastJob {
 public:
  DescribeJob(const Json& request, TableStore& tables)
      : PastJob(request, tables),
        from_(ReadOptionalDate(request, "from")),
        to_(ReadOptionalDate(request, "to")),
        given_(request),
        // None: by the number of days.
        lag_(given_.ReadOptionalCount(
            {"hac_lag", kMissing, 0, kMostLag, "sessions", Source::kOwn})) {
    if (from_ != kMissingDate && to_ != kMissingDate && to_ < from_) {
      throw Failure({.code = Code::bad_field, .column = "to", .text = FormatIso(to_)});
    }
  }

  Json Finish() override {
    const std::vector<Date>& dates = history().dates;
    Json result = Head();
    result.update(ToJson(describer_->result(), dates));
    result["first_date"] = dates.empty() ? Json(nullptr) : DateText(dates.front());
    result["last_date"] = dates.empty() ? Json(nullptr) : DateText(dates.back());
    result["period_rows"] = period_.end - period_.first;
    result["assumptions"] = given_.told();
    result["years"] = std::move(listed_);
    result["years_count"] = years_.size();
    return result;
  }

 protected:
  void Prepare() override {
    const std::vector<Date>& dates = history().dates;
    const std::vector<double>& series = history().premium_fraction;
    if (dates.empty() && (from_ != kMissingDate || to_ != kMissingDate)) {
      throw Failure({.code = Code::missing_field, .column = "dates"});
    }
    period_ = dates.empty() ? Period{0, series.size()} : PeriodOf(dates, from_, to_);
    describer_.emplace(dates, series, period_, lag_);
    years_ = YearsOf(dates, period_);
    if (years_.size() > kMostYears) next_year_ = years_.size() - kMostYears;
  }

  bool Work() override {
    if (!described_) {
      described_ = describer_->Step();
      return false;
    }
    for (int i = 0; i < 8 && next_year_ < years_.size(); ++i) DescribeYear(years_[next_year_++]);
    return next_year_ == years_.size();
  }

  double WorkProgress() const override { return described_ ? 0.9 : 0.9 * describer_->Progress(); }

 private:
  void DescribeYear(const Period& period) {
    const std::vector<Date>& dates = history().dates;
    Json year = {{"year", std::stoi(FormatIso(dates[period.first]).substr(0, 4))}};
    year.update(ToJson(Describe(dates, history().premium_fraction, period, lag_), dates));
    listed_.push_back(std::move(year));
  }

  Date from_;
  Date to_;
  Assumptions given_;
  std::optional<std::int64_t> lag_;
  Period period_;
  std::optional<Describer> describer_;
  bool described_ = false;
  std::vector<Period> years_;
  std::size_t next_year_ = 0;
  Json listed_ = Json::array();
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<DescribeJob>(request, tables);
}

}  // namespace

extern const Op kDescribeOp = {
    .name = "describe", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
