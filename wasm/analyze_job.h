// The job behind every operation that analyses tables: parses what is not parsed yet, then
// analyses, and begins again where a table changes meanwhile. An analysis that was made before, of
// the same tables and the same options, is not made again. What it answers is up to the operation.

#ifndef PREMIUMLENS_WASM_ANALYZE_JOB_H_
#define PREMIUMLENS_WASM_ANALYZE_JOB_H_

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fund/panel.h"
#include "wasm/op.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {

// What every analysis of tables takes: which fund of which tables, what it is, what counts.
inline constexpr std::array<Field, 11> kAnalysisFields = {{
    {"table", "string | null", false},
    {"tables", "string[] | null", false},
    {"fund", "string | null", false},
    {"kind", "Kind | null", false},
    {"region", "Region | null", false},
    {"denominator", "Denominator | null", false},
    {"publication_lag_sessions", "number | null", false},
    {"mends", "Mend[] | null", false},
    {"split_adjust", "boolean | null", false},
    {"known", "Known | Known[] | null", false},
    {"rule_bars", "Record<string, number> | null", false},
}};

// The series beside the fund, by name, and how they are dated.
inline constexpr std::array<Field, 5> kBesideFields = {{
    {"index", "string | null", false},
    {"fx", "string | null", false},
    {"index_lag", "number | null", false},
    {"fx_lag", "number | null", false},
    {"invested_fraction", "number | null", false},
}};

// A whole number from `least` to `most`, or nothing; Failure: bad_field.
std::optional<int> ReadSessions(const Json& request, std::string_view field, int least, int most);

// Whether a request names tables, where dated series would do as well.
bool IsOfTables(const Json& request);

// kBesideFields.
EstimateOptions ReadEstimateOptions(const Json& request);

// Takes kAnalysisFields and kBesideFields. The operation's Finish() looks at the analysis.
class AnalyzeJob : public Job {
 public:
  AnalyzeJob(const Json& request, TableStore& tables);
  bool Step() override;
  double Progress() const override;

 protected:
  const Analysis& analysis() const { return *analysis_; }  // once Step() said true
  const std::shared_ptr<const Analysis>& shared_analysis() const { return analysis_; }
  const std::vector<std::string>& names() const { return names_; }  // of the tables
  const Table& table(const std::string& name) { return tables_.Get(name); }
  AnalysisOptions& options() { return options_; }  // to be changed before the first step

 private:
  TableVersions Versions() const;
  std::string Question(bool is_plain = false) const;
  std::shared_ptr<const Analysis> Recall() const;
  void AddBelow(std::size_t place);

  TableStore& tables_;
  std::string asked_;  // the fields of the request that make the analysis
  std::vector<std::string> names_;
  TableVersions versions_;
  std::string fund_;
  AnalysisOptions options_;
  std::size_t parsed_ = 0;
  std::optional<Analyst> analyst_;
  std::shared_ptr<const Analysis> analysis_;
};

// The analysis and no answer, for an operation that makes its own of it.
class AnalysisJob : public AnalyzeJob {
 public:
  using AnalyzeJob::AnalyzeJob;
  const Analysis& Get() const { return analysis(); }
  const std::shared_ptr<const Analysis>& Shared() const { return shared_analysis(); }
  Json Finish() override { return {}; }
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_ANALYZE_JOB_H_
