// The job behind every question about a fund's past. It takes the tables of a fund, as every
// analysis does, or plain series: "price" and "value", or "series" (premiums as fractions), with
// "dates" where days matter.

#ifndef PREMIUMLENS_WASM_PAST_JOB_H_
#define PREMIUMLENS_WASM_PAST_JOB_H_

#include <array>
#include <memory>
#include <optional>

#include "core/fund/past/premium_history.h"
#include "wasm/analyze_job.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

inline constexpr auto kPastFields = kAnalysisFields + kBesideFields +
                                    std::array<Field, 4>{{
                                        {"price", "Series | null", false},
                                        {"value", "Series | null", false},
                                        {"series", "Series | null", false},
                                        {"dates", "DateSeries | null", false},
                                    }};

// Every answer has these: what it is against, of which days, and whether that value was hindsight.
inline constexpr std::array<Field, 3> kSampleFields = {{
    {"denominator", "Denominator | null"},
    {"hindsight", "boolean"},
    {"sample", "PastSample"},
}};

Json ToJson(const PastSample& sample);
Json ToJson(const std::optional<TooFew>& few);  // null where there is enough

class PastJob : public Job {
 public:
  PastJob(const Json& request, TableStore& tables);
  bool Step() final;
  double Progress() const final;

 protected:
  // From here on history() and, of tables, analysis() are there.
  virtual void Prepare() {}
  // A piece of a few milliseconds at most; true when all is done.
  virtual bool Work() { return true; }
  virtual double WorkProgress() const { return 1; }

  const PremiumHistory& history() const { return *history_; }
  const Analysis* analysis() const;  // null where series were given
  TableStore& tables() const { return tables_; }
  // kSampleFields.
  Json Head() const;

 private:
  TableStore& tables_;
  std::optional<Denominator> denominator_;
  std::optional<AnalysisJob> analyzed_;
  Json as_named_;  // the request, while its denominator may have to go into the analysis
  std::shared_ptr<const PremiumHistory> history_;
  bool is_analyzed_ = false;
  bool ready_ = false;
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_PAST_JOB_H_
