// table: what was read from a text, what each column was taken for, and every cell refused.

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/table/text.h"
#include "core/table/wide.h"
#include "wasm/json.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kSampleCells = 3;
constexpr std::size_t kSampledRows = 1000;

constexpr Field kTakes[] = {
    {"table", "string"},
    {"roles", "Record<string, Role | null>", false},
    {"units", "Record<string, Unit | null>", false},
    {"wide_role", "Role | null", false},
};

constexpr Field kGives[] = {
    {"rows", "number"},           {"columns", "ColumnInfo[]"},
    {"rejected", "Rejection[]"},  {"rejected_count", "number"},
    {"file", "string"},           {"title", "string"},
    {"wide_role", "Role | null"}, {"repeated_headers", "number"},
    {"next", "string | null"},
};

// {"净值": "iopv", "收盘": null}: a word, or nothing to take a correction back.
template <typename Word, typename Find>
std::map<std::string, std::optional<Word>, std::less<>> ReadChanges(const Json& request,
                                                                    std::string_view field,
                                                                    Find find) {
  std::map<std::string, std::optional<Word>, std::less<>> changes;
  const auto given = request.find(std::string(field));
  if (given == request.end() || given->is_null()) return changes;
  const auto refuse = [field](const Json& value) {
    throw Failure(
        {.code = Code::bad_field, .column = std::string(field), .text = Quote(value.dump())});
  };
  if (!given->is_object()) refuse(*given);
  for (const auto& item : given->items()) {
    const Json& value = item.value();
    std::optional<Word> word;
    if (value.is_string()) word = find(value.template get<std::string>());
    if (!word && !value.is_null()) refuse(value);
    changes.emplace(item.key(), word);
  }
  return changes;
}

// The first cells that hold something; a column that begins with many empty ones has none.
Json SampleOf(const Column& column, std::size_t rows) {
  Json sample = Json::array();
  const std::size_t end = std::min(rows, kSampledRows);
  for (std::size_t row = 0; row < end && sample.size() < kSampleCells; ++row) {
    if (std::string cell = CellText(column, row); !cell.empty()) sample.push_back(std::move(cell));
  }
  return sample;
}

Json Describe(const Table& table) {
  Json columns = Json::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Meaning& meaning = table.meanings[i];
    columns.push_back({{"name", table.columns[i].name},
                       {"role", Name(meaning.role)},
                       {"type", Name(table.columns[i].type)},
                       {"unit", Name(meaning.unit)},
                       {"reason", Name(meaning.reason)},
                       {"fund", meaning.fund},
                       {"sample", SampleOf(table.columns[i], table.rows)}});
  }
  const std::optional<Role> wide_role = WideRole(table);
  return {{"rows", table.rows},
          {"columns", std::move(columns)},
          {"rejected", ToJson(table.rejected)},
          {"rejected_count", table.rejected.count},
          {"file", table.file},
          {"title", table.title},
          {"repeated_headers", table.repeated_headers},
          {"wide_role", wide_role ? Json(Name(*wide_role)) : Json(nullptr)}};
}

class TableJob : public Job {
 public:
  TableJob(const Json& request, TableStore& tables)
      : tables_(tables), name_(ReadText(request, "table")) {
    changes_.roles = ReadChanges<Role>(request, "roles", FindRoleByName);
    changes_.units = ReadChanges<Unit>(request, "units", FindUnitByName);
    if (request.contains("wide_role")) {
      changes_.wide_role.emplace();
      if (ReadOptionalText(request, "wide_role")) {
        changes_.wide_role = ReadWord(request, "wide_role", FindRoleByName, Role::kOther);
      }
    }
  }
  bool Step() override { return tables_.ParseStep(name_); }
  double Progress() const override { return tables_.ParseProgress(name_); }
  Json Finish() override {
    tables_.Correct(name_, changes_);
    Json result = Describe(tables_.Get(name_));
    // The name of the table below it in the same text.
    const std::optional<std::string> next = tables_.Next(name_);
    result["next"] = next ? Json(*next) : Json(nullptr);
    return result;
  }

 private:
  TableStore& tables_;
  std::string name_;
  CorrectionChanges changes_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<TableJob>(request, tables);
}

}  // namespace

extern const Op kTableOp = {.name = "table", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
