#include "core/fund/doctor/check_run.h"

#include <utility>

namespace premiumlens {

void CheckRun::PlanFinding(Stages& stages) {
  stages.Add([this] { Start(); });
  stages.AddRepeated([this] { return doctor_->Step(); });
  stages.Add([this] { Finish(); });
}

void CheckRun::Start() {
  FundData& data = analysis_.data;
  analysis_.scope = ScopeOf(data);
  if (!options_.mends.empty() || !data.pasted.empty()) KeepRaw();
  doctor_.emplace(data, analysis_.identity, tables_, options_.mends);
}

// For the effects of the checks; of data without any they are not needed.
void CheckRun::KeepRaw() {
  effects_.emplace(analysis_.data,
                   PremiumsMade{options_.mends, analysis_.lag.sessions, options_.split_adjust,
                                options_.bars.Of(Code::premium_over_5, "bar_fraction")});
}

void CheckRun::Finish() {
  analysis_.checks = doctor_->Finish();
  doctor_.reset();
  if (!effects_ && !analysis_.checks.empty()) KeepRaw();
  for (DataCheck& check : analysis_.checks) {
    if (check.finding.code == Code::split_adjusted) check.mended = options_.split_adjust;
  }
}

bool CheckRun::StepEffects() {
  if (!effects_) return true;
  if (!std::exchange(are_effects_planned_, true)) effects_->Plan(analysis_.checks, effect_stages_);
  return effect_stages_.Step();
}

}  // namespace premiumlens
