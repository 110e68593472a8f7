// The data checks within the analysis of a fund: made of the series as they were read, before a
// split is adjusted; what each does to the premiums is told once the analysis stands.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_RUN_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_RUN_H_

#include <optional>
#include <vector>

#include "core/fund/analysis.h"
#include "core/fund/doctor/check_effect.h"
#include "core/fund/doctor/data_check.h"
#include "core/fund/stages.h"
#include "core/table/table.h"

namespace premiumlens {

// Fills in the analysis' scope and checks. All that it is given must outlive it, in its place.
class CheckRun {
 public:
  CheckRun(const std::vector<const Table*>& tables, const AnalysisOptions& options,
           Analysis& analysis)
      : tables_(tables), options_(options), analysis_(analysis) {}

  // Before anything of the series is changed; mends are made here.
  void PlanFinding(Stages& stages);
  // To be repeated until it says that all is done.
  bool StepEffects();

 private:
  void Start();
  void Finish();
  void KeepRaw();

  const std::vector<const Table*>& tables_;
  const AnalysisOptions& options_;
  Analysis& analysis_;
  std::optional<Doctor> doctor_;
  std::optional<EffectMaker> effects_;
  Stages effect_stages_;
  bool are_effects_planned_ = false;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_RUN_H_
