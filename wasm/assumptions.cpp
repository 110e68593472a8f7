#include "wasm/assumptions.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostText = 80;

bool IsWithin(const Assumption& assumption, double value) {
  return value >= assumption.least && value <= assumption.most;
}

}  // namespace

void Assumptions::Refuse(std::string_view name) const {
  const std::string field(name);
  throw Failure({.code = Code::bad_field,
                 .column = field,
                 .text = request_[field].dump().substr(0, kMostText)});
}

void Assumptions::Tell(const Assumption& assumption, Json value, Json standard, bool whole) {
  told_[std::string(assumption.name)] = {{"value", std::move(value)},
                                         {"standard", std::move(standard)},
                                         {"least", assumption.least},
                                         {"most", assumption.most},
                                         {"whole", whole},
                                         {"unit", assumption.unit},
                                         {"source", Name(assumption.source)}};
}

double Assumptions::Read(const Assumption& assumption) {
  const double given = ReadOptionalNumber(request_, assumption.name);
  if (!IsMissing(given) && !IsWithin(assumption, given)) Refuse(assumption.name);
  const double value = IsMissing(given) ? assumption.standard : given;
  Tell(assumption, Number(value), Number(assumption.standard), false);
  return value;
}

std::optional<std::int64_t> Assumptions::ReadOptionalCount(const Assumption& assumption) {
  const double value = Read(assumption);
  told_[std::string(assumption.name)]["whole"] = true;
  if (IsMissing(value)) return {};
  if (value != std::floor(value)) Refuse(assumption.name);
  return static_cast<std::int64_t>(value);
}

std::int64_t Assumptions::ReadCount(const Assumption& assumption) {
  return ReadOptionalCount(assumption).value();
}

std::vector<double> Assumptions::ReadList(const Assumption& each,
                                          const std::vector<double>& standard,
                                          std::size_t longest) {
  std::vector<double> values = standard;
  const auto given = request_.find(std::string(each.name));
  if (given != request_.end() && !given->is_null()) {
    values.clear();
    for (const Json& one : given->is_array() ? *given : Json::array({*given})) {
      if (!one.is_number() || !IsWithin(each, one.get<double>())) Refuse(each.name);
      values.push_back(one.get<double>());
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.empty() || values.size() > longest) Refuse(each.name);
  }
  Tell(each, values, standard, false);
  return values;
}

std::vector<std::int64_t> Assumptions::ReadCounts(const Assumption& each,
                                                  const std::vector<std::int64_t>& standard,
                                                  std::size_t longest) {
  std::vector<std::int64_t> counts;
  for (const double value : ReadList(each, {standard.begin(), standard.end()}, longest)) {
    if (value != std::floor(value)) Refuse(each.name);
    counts.push_back(static_cast<std::int64_t>(value));
  }
  Tell(each, counts, standard, true);
  return counts;
}

void Assumptions::TellStandard(std::string_view name, double standard) {
  Json& told = told_[std::string(name)];
  told["standard"] = Number(standard);
  if (told["value"].is_null()) told["value"] = told["standard"];
}

}  // namespace premiumlens::wasm
