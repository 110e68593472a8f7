#include "wasm/series.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/text.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

[[noreturn]] void Refuse(std::string_view field, const Json& value, std::int64_t row = 0) {
  throw Failure({.code = Code::bad_field,
                 .row = row,
                 .column = std::string(field),
                 .text = Quote(value.dump())});
}

const Json& Given(const Json& request, std::string_view field) {
  const auto found = request.find(std::string(field));
  if (found == request.end() || found->is_null()) {
    throw Failure({.code = Code::missing_field, .column = std::string(field)});
  }
  return *found;
}

// The column that {"table", "column"} names, which must be of `type`.
const Column& ColumnAt(const Json& reference, std::string_view field, ColumnType type,
                       TableStore& tables) {
  if (!reference.is_object()) Refuse(field, reference);
  const Table& table = tables.Get(ReadText(reference, "table"));
  const std::string name = ReadText(reference, "column");
  const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&name](const Column& one) { return one.name == name; });
  if (column == table.columns.end()) throw Failure({.code = Code::unknown_column, .text = name});
  if (column->type != type) Refuse(field, reference);
  return *column;
}

// Each entry of an array by `read`, which gives nothing for one it cannot read.
template <typename T, typename Read>
std::vector<T> ReadArray(const Json& array, std::string_view field, T missing, Read read) {
  std::vector<T> values;
  values.reserve(array.size());
  for (const Json& entry : array) {
    const std::optional<T> value = entry.is_null() ? missing : read(entry);
    if (!value) Refuse(field, entry, static_cast<std::int64_t>(values.size()) + 1);
    values.push_back(*value);
  }
  return values;
}

}  // namespace

std::vector<double> ReadSeries(const Json& request, std::string_view field, TableStore& tables) {
  const Json& given = Given(request, field);
  if (!given.is_array()) return ColumnAt(given, field, ColumnType::kNumber, tables).numbers;
  return ReadArray(given, field, kMissing, [](const Json& entry) -> std::optional<double> {
    if (!entry.is_number()) return {};
    return entry.get<double>();
  });
}

std::vector<Date> ReadDates(const Json& request, std::string_view field, TableStore& tables) {
  const Json& given = Given(request, field);
  if (!given.is_array()) return ColumnAt(given, field, ColumnType::kDate, tables).dates;
  return ReadArray(given, field, kMissingDate, [](const Json& entry) -> std::optional<Date> {
    if (!entry.is_string()) return {};
    return ParseIso(entry.get<std::string>());
  });
}

DatedValues ReadDatedSeries(const Json& request, std::string_view field, TableStore& tables) {
  const Json& given = Given(request, field);
  if (!given.is_object()) Refuse(field, given);
  const std::vector<Date> dates = ReadDates(given, "dates", tables);
  const std::vector<double> values = ReadSeries(given, "values", tables);
  if (dates.size() != values.size()) {
    Refuse(field,
           std::to_string(dates.size()) + " dates, " + std::to_string(values.size()) + " values");
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i] != kMissingDate && values[i] > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&dates](std::size_t a, std::size_t b) { return dates[a] < dates[b]; });
  DatedValues series;
  for (const std::size_t i : order) {
    if (!series.dates.empty() && series.dates.back() == dates[i]) continue;
    series.dates.push_back(dates[i]);
    series.values.push_back(values[i]);
  }
  return series;
}

DatedValues ReadOptionalDatedSeries(const Json& request, std::string_view field,
                                    TableStore& tables) {
  const auto found = request.find(std::string(field));
  if (found == request.end() || found->is_null()) return {};
  return ReadDatedSeries(request, field, tables);
}

}  // namespace premiumlens::wasm
