#include "wasm/json.h"

#include <cmath>
#include <utility>

#include "core/base/missing.h"
#include "core/table/text.h"
#include "core/table/word_index.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

const Json* Find(const Json& request, std::string_view field) {
  const auto found = request.find(std::string(field));
  return found == request.end() || found->is_null() ? nullptr : &*found;
}

[[noreturn]] void RefuseField(Code code, std::string_view field, std::string text = {}) {
  throw Failure({.code = code, .column = std::string(field), .text = std::move(text)});
}

constexpr std::size_t kMostText = 80;

double AsNumber(const Json& value, std::string_view field) {
  if (!value.is_number()) RefuseField(Code::bad_field, field, value.dump().substr(0, kMostText));
  return value.get<double>();
}

}  // namespace

double ReadNumber(const Json& request, std::string_view field) {
  const Json* value = Find(request, field);
  if (value == nullptr) RefuseField(Code::missing_field, field);
  return AsNumber(*value, field);
}

double ReadOptionalNumber(const Json& request, std::string_view field) {
  const Json* value = Find(request, field);
  return value == nullptr ? kMissing : AsNumber(*value, field);
}

std::optional<std::string> ReadOptionalText(const Json& request, std::string_view field) {
  const Json* value = Find(request, field);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    RefuseField(Code::bad_field, field, value->dump().substr(0, kMostText));
  }
  return value->get<std::string>();
}

double ReadPositive(const Json& request, std::string_view field, Code refusal) {
  const double number = ReadNumber(request, field);
  if (number > 0) return number;
  RefuseField(refusal, field, request[std::string(field)].dump());
}

Date ReadOptionalDate(const Json& request, std::string_view field) {
  const std::optional<std::string> text = ReadOptionalText(request, field);
  if (!text) return kMissingDate;
  const std::optional<Date> date = ParseIso(*text);
  if (!date) RefuseField(Code::bad_field, field, Quote(*text));
  return *date;
}

bool ReadOptionalSwitch(const Json& request, std::string_view field, bool otherwise) {
  const Json* given = Find(request, field);
  if (given == nullptr) return otherwise;
  if (!given->is_boolean()) RefuseField(Code::bad_field, field, given->dump().substr(0, kMostText));
  return given->get<bool>();
}

std::string ReadText(const Json& request, std::string_view field) {
  std::optional<std::string> text = ReadOptionalText(request, field);
  if (!text) RefuseField(Code::missing_field, field);
  return *std::move(text);
}

Json Number(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json ToJson(const Finding& finding) {
  Json evidence = Json::object();
  for (const Evidence& item : finding.evidence) {
    evidence[item.key] = std::visit(
        [](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>) {
            return Number(value);
          } else {
            return Json(value);
          }
        },
        item.value);
  }
  return {{"code", Info(finding.code).name},
          {"level", Name(finding.level)},
          {"source", Name(finding.source)},
          {"evidence", std::move(evidence)}};
}

Json ToJson(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(ToJson(finding));
  return list;
}

Json ToJson(const Rejections& rejections) {
  Json list = Json::array();
  for (const Rejection& rejection : rejections.listed) {
    list.push_back({{"row", rejection.row},
                    {"column", rejection.column},
                    {"text", rejection.text},
                    {"code", Info(rejection.code).name}});
  }
  return list;
}

Json ResultSeries::Refer(Column column) {
  const std::string name = column.name;
  if (table_.empty()) table_ = tables_.Keep({});
  tables_.AddColumn(table_, std::move(column));
  return {{"table", table_}, {"column", name}};
}

Json ResultSeries::Put(std::string_view name, std::vector<double> values) {
  if (values.size() <= kInlineSeries) {
    Json list = Json::array();
    for (const double x : values) list.push_back(Number(x));
    return list;
  }
  Column column;
  column.name = name;
  column.type = ColumnType::kNumber;
  column.numbers = std::move(values);
  return Refer(std::move(column));
}

Json ResultSeries::PutDates(std::string_view name, std::vector<Date> dates) {
  if (dates.size() <= kInlineSeries) {
    Json list = Json::array();
    for (const Date date : dates) {
      list.push_back(date == kMissingDate ? Json(nullptr) : Json(FormatIso(date)));
    }
    return list;
  }
  Column column;
  column.name = name;
  column.type = ColumnType::kDate;
  column.dates = std::move(dates);
  return Refer(std::move(column));
}

Json ResultSeries::PutTexts(std::string_view name, const std::vector<std::string>& texts) {
  if (texts.size() <= kInlineSeries) return texts;
  Column column;
  column.name = name;
  column.type = ColumnType::kText;
  WordIndex index;
  for (const std::string& text : texts) {
    column.texts.push_back(index.NumberOf(text, column.words));
  }
  return Refer(std::move(column));
}

}  // namespace premiumlens::wasm
