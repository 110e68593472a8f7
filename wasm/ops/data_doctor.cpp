// data_doctor: what in the data is probably wrong, with rows, evidence and a mend (core/fund/
// data_check.h). The same checks as analyze writes, alone. A job.

#include "wasm/analyze_job.h"
#include "wasm/check_json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"table", "string | null", false},         {"tables", "string[] | null", false},
    {"fund", "string | null", false},          {"kind", "Kind | null", false},
    {"region", "Region | null", false},        {"mends", "Mend[] | null", false},
    {"split_adjust", "boolean | null", false},
};

constexpr Field kGives[] = {{"findings", "DataCheck[]"}, {"rows", "number"}};

class DoctorJob : public AnalyzeJob {
 public:
  using AnalyzeJob::AnalyzeJob;
  Json Finish() override {
    const Analysis analysis = TakeAnalysis();
    return {{"findings", ToJson(analysis.checks, names())}, {"rows", analysis.data.rows}};
  }
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<DoctorJob>(request, tables);
}

}  // namespace

extern const Op kDataDoctorOp = {
    .name = "data_doctor", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
