#include "wasm/analyze_job.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/check_json.h"
#include "wasm/json.h"
#include "wasm/known_json.h"

namespace premiumlens::wasm {
namespace {

std::vector<std::string> ReadTables(const Json& request) {
  if (std::optional<std::string> table = ReadOptionalText(request, "table")) {
    return {*std::move(table)};
  }
  const auto given = request.find("tables");
  if (given == request.end() || given->is_null()) {
    throw Failure({.code = Code::missing_field, .column = "table"});
  }
  std::vector<std::string> names;
  const bool is_list = given->is_array() && !given->empty();
  for (const Json& name : is_list ? *given : Json::array()) {
    if (name.is_string()) names.push_back(name.get<std::string>());
  }
  if (!is_list || names.size() != given->size()) {
    throw Failure({.code = Code::bad_field, .column = "tables", .text = given->dump()});
  }
  return names;
}

[[noreturn]] void Refuse(const Json& request, std::string_view field) {
  const std::string name(field);
  throw Failure({.code = Code::bad_field, .column = name, .text = request[name].dump()});
}

template <typename Word, typename Find>
std::optional<Word> ReadOptionalWord(const Json& request, std::string_view field, Find find) {
  if (!ReadOptionalText(request, field)) return {};
  return ReadWord(request, field, find, Word{});
}

AnalysisOptions ReadOptions(const Json& request) {
  constexpr int kMostSessions = 20;
  return {ReadOptionalWord<Kind>(request, "kind", FindKind),
          ReadOptionalWord<Region>(request, "region", FindRegion),
          ReadOptionalWord<Denominator>(request, "denominator", FindDenominator),
          ReadSessions(request, "publication_lag_sessions", 0, kMostSessions),
          ReadMends(request),
          ReadOptionalSwitch(request, "split_adjust", true),
          ReadEstimateOptions(request),
          false,
          false,
          ReadKnown(request),
          ReadRuleBars(request)};
}

// The fields in their order; the tables are told apart by their versions.
std::string WhatIsAsked(const Json& request) {
  Json asked = Json::array();
  for (const Field& field : kAnalysisFields + kBesideFields) {
    const auto given = request.find(std::string(field.name));
    const bool is_table = field.name == "table" || field.name == "tables";
    asked.push_back(given == request.end() || is_table ? Json(nullptr) : *given);
  }
  return asked.dump();
}

}  // namespace

std::optional<int> ReadSessions(const Json& request, std::string_view field, int least, int most) {
  const double number = ReadOptionalNumber(request, field);
  if (IsMissing(number)) return {};
  if (number < least || number > most || number != std::floor(number)) Refuse(request, field);
  return static_cast<int>(number);
}

bool IsOfTables(const Json& request) {
  return request.contains("tables") || request.contains("table");
}

EstimateOptions ReadEstimateOptions(const Json& request) {
  constexpr int kMostLag = 30;
  EstimateOptions options;
  options.index = ReadOptionalText(request, "index");
  options.fx = ReadOptionalText(request, "fx");
  options.index_lag = ReadSessions(request, "index_lag", -kMostLag, kMostLag);
  options.fx_lag = ReadSessions(request, "fx_lag", -kMostLag, kMostLag);
  const double share = ReadOptionalNumber(request, "invested_fraction");
  if (share < 0 || share > 1) Refuse(request, "invested_fraction");
  if (!IsMissing(share)) options.invested_fraction = share;
  return options;
}

AnalyzeJob::AnalyzeJob(const Json& request, TableStore& tables)
    : tables_(tables),
      asked_(WhatIsAsked(request)),
      names_(ReadTables(request)),
      fund_(ReadOptionalText(request, "fund").value_or("")),
      options_(ReadOptions(request)) {}

bool AnalyzeJob::Step() {
  // A table may be replaced, corrected or dropped between two steps: then begin again with what
  // is there now (a dropped one is refused by ParseStep).
  if ((analyst_ || analysis_) && Versions() != versions_) {
    analyst_.reset();
    analysis_.reset();
    parsed_ = 0;
  }
  if (analysis_) return true;
  if (parsed_ < names_.size()) {
    if (tables_.ParseStep(names_[parsed_])) AddBelow(parsed_++);
    return false;
  }
  if (!analyst_) {
    std::vector<const Table*> tables;
    for (const std::string& name : names_) tables.push_back(&tables_.Get(name));
    versions_ = Versions();
    analysis_ = Recall();
    if (analysis_) return true;
    analyst_.emplace(tables, fund_, options_);
    return false;
  }
  if (!analyst_->Step()) return false;
  analysis_ = std::make_shared<const Analysis>(analyst_->Finish());
  tables_.analyses().Keep(Question(), versions_, analysis_);
  return true;
}

// What an operation has set itself counts as well; `is_plain` leaves out what it could do without.
std::string AnalyzeJob::Question(bool is_plain) const {
  const Json bars = options_.estimate.bars;
  return Json::array({asked_, !is_plain && options_.price_optional,
                      !is_plain && options_.checks_alone,
                      !is_plain && options_.estimate.compare_all, bars})
      .dump();
}

// A history that has both price and value is the same whether or not one of them would have done,
// and so is the one index there is, compared with all others.
std::shared_ptr<const Analysis> AnalyzeJob::Recall() const {
  AnalysisMemory& memory = tables_.analyses();
  if (auto same = memory.Recall(Question(), versions_)) return same;
  auto plain = memory.Recall(Question(true), versions_);
  if (!plain || plain->data.shape != Shape::kHistory) return nullptr;
  const bool is_same = !options_.estimate.compare_all || plain->data.indexes.size() < 2;
  return is_same ? plain : nullptr;
}

// A text of several tables is given by the name of its first.
void AnalyzeJob::AddBelow(std::size_t place) {
  const std::optional<std::string> next = tables_.Next(names_[place]);
  if (!next || std::find(names_.begin(), names_.end(), *next) != names_.end()) return;
  names_.insert(names_.begin() + static_cast<std::ptrdiff_t>(place) + 1, *next);
}

// Reading the text takes about as long as all the rest.
double AnalyzeJob::Progress() const {
  double parsed = 0;
  for (const std::string& name : names_) parsed += tables_.ParseProgress(name);
  const double analyzed = analysis_ ? 1 : analyst_ ? analyst_->Progress() : 0;
  return (parsed / static_cast<double>(names_.size()) + analyzed) / 2;
}

TableVersions AnalyzeJob::Versions() const {
  TableVersions versions;
  for (const std::string& name : names_) versions.emplace_back(name, tables_.Version(name));
  return versions;
}

}  // namespace premiumlens::wasm
