// Between JSON and the core's types. Missing is null in JSON and NaN in the core.

#ifndef PREMIUMLENS_WASM_JSON_H_
#define PREMIUMLENS_WASM_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/table/table.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// Reading a request. Each throws Failure(missing_field or bad_field) with the field's name.
double ReadNumber(const Json& request, std::string_view field);          // null is refused
double ReadOptionalNumber(const Json& request, std::string_view field);  // absent or null: NaN
std::string ReadText(const Json& request, std::string_view field);
std::optional<std::string> ReadOptionalText(const Json& request, std::string_view field);
// Not greater than zero: a failure with the code given.
double ReadPositive(const Json& request, std::string_view field, Code refusal);
Date ReadOptionalDate(const Json& request, std::string_view field);  // kMissingDate
bool ReadOptionalSwitch(const Json& request, std::string_view field, bool otherwise);

// A word of a closed vocabulary: `find` maps a name to optional<T>.
template <typename T, typename Find>
T ReadWord(const Json& request, std::string_view field, Find find, T otherwise) {
  const std::optional<std::string> text = ReadOptionalText(request, field);
  if (!text) return otherwise;
  const std::optional<T> word = find(*text);
  if (!word) throw Failure({.code = Code::bad_field, .column = std::string(field), .text = *text});
  return *word;
}

// Writing a reply.
Json Number(double x);                     // NaN and infinities become null
Json TextOrNull(const std::string& text);  // an empty one becomes null
Json ToJson(const Finding& finding);
Json ToJson(const std::vector<Finding>& findings);
Json ToJson(const Rejections& rejections);  // the listed ones

// A series of a reply: an array up to kInlineSeries values, else {"table", "column"} naming a
// column of a result table, which the page reads slice by slice. One ResultSeries an operation.
inline constexpr std::size_t kInlineSeries = 5000;

class ResultSeries {
 public:
  explicit ResultSeries(TableStore& tables) : tables_(tables) {}
  Json Put(std::string_view name, std::vector<double> values);
  Json PutDates(std::string_view name, std::vector<Date> dates);
  Json PutTexts(std::string_view name, const std::vector<std::string>& texts);

 private:
  Json Refer(Column column);
  TableStore& tables_;
  std::string table_;  // the result table, made at the first long series
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_JSON_H_
