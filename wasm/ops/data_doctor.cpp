// data_doctor: one report of the data, be they of one fund, a panel or many funds at one moment:
// what is probably wrong, with rows, evidence, what it does to the premiums and a mend (core/fund/
// data_check.h); what was looked for and not found; what could not be looked for and why; and the
// tables that all this is about. Prices alone or NAVs alone are checked for what they can show. The
// findings are those that analyze writes. A job.

#include "core/fund/read/moments.h"
#include "wasm/analyze_job.h"
#include "wasm/check_json.h"
#include "wasm/fund_json.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + kBesideFields;

constexpr Field kGives[] = {{"findings", "DataCheck[]"},
                            {"clean", "FindingCode[]"},
                            {"unchecked", "Unjudged[]"},
                            {"tables", "CheckedTable[]"},
                            {"rows", "number"}};

// The columns that stand for something, and the days that the rows span.
Json Describe(const Table& table, const std::string& name) {
  Json columns = Json::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Meaning& meaning = table.meanings[i];
    if (meaning.role == Role::kOther) continue;
    columns.push_back(
        {{"name", table.columns[i].name}, {"role", Name(meaning.role)}, {"fund", meaning.fund}});
  }
  Date first = kMissingDate;
  Date last = kMissingDate;
  if (const std::optional<std::size_t> column = FindRole(table, Role::kDate)) {
    for (const Date date : Days(table, *column)) {
      if (date == kMissingDate) continue;
      if (first == kMissingDate || date < first) first = date;
      if (last == kMissingDate || date > last) last = date;
    }
  }
  return {{"table", name},
          {"rows", table.rows},
          {"first_date", DateText(first)},
          {"last_date", DateText(last)},
          {"columns", std::move(columns)}};
}

class DoctorJob : public AnalyzeJob {
 public:
  DoctorJob(const Json& request, TableStore& tables) : AnalyzeJob(request, tables) {
    options().checks_alone = true;
  }
  Json Finish() override {
    const Analysis& analysis = this->analysis();
    Json clean = Json::array();
    for (const Code code : CleanOf(analysis.scope, analysis.checks)) {
      clean.push_back(Info(code).name);
    }
    Json tables = Json::array();
    for (const std::string& name : names()) tables.push_back(Describe(table(name), name));
    return {{"findings", ToJson(analysis.checks, names())},
            {"clean", std::move(clean)},
            {"unchecked", ToJson(analysis.scope.unchecked)},
            {"tables", std::move(tables)},
            {"rows", analysis.data.rows}};
  }
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<DoctorJob>(request, tables);
}

}  // namespace

extern const Op kDataDoctorOp = {
    .name = "data_doctor", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
