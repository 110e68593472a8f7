#include "wasm/bar_fields.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

[[noreturn]] void Refuse(const Json& request, std::string_view field) {
  const std::string name(field);
  throw Failure({.code = Code::bad_field, .column = name, .text = request[name].dump()});
}

std::optional<PremiumSide> FindSide(std::string_view name) {
  if (name == "premium") return PremiumSide::kPremium;
  if (name == "discount") return PremiumSide::kDiscount;
  return {};
}

}  // namespace

double ReadBar(const Json& request, std::string_view field, double otherwise, double above,
               double most) {
  const double number = ReadOptionalNumber(request, field);
  if (IsMissing(number)) return otherwise;
  if (!(number > above) || number > most) Refuse(request, field);
  return number;
}

std::int64_t ReadCount(const Json& request, std::string_view field, std::int64_t otherwise,
                       std::int64_t least, std::int64_t most) {
  const double number = ReadOptionalNumber(request, field);
  if (IsMissing(number)) return otherwise;
  const bool is_within =
      number >= static_cast<double>(least) && number <= static_cast<double>(most);
  if (!is_within || number != std::floor(number)) Refuse(request, field);
  return static_cast<std::int64_t>(number);
}

std::vector<double> ReadBars(const Json& request, std::string_view field,
                             std::vector<double> otherwise, double above, double most) {
  const auto given = request.find(std::string(field));
  if (given == request.end() || given->is_null()) return otherwise;
  std::vector<double> bars;
  for (const Json& bar : given->is_array() ? *given : Json::array({*given})) {
    const bool is_bar = bar.is_number() && bar.get<double>() > above && bar.get<double>() <= most;
    if (!is_bar) Refuse(request, field);
    bars.push_back(bar.get<double>());
  }
  std::sort(bars.begin(), bars.end());
  bars.erase(std::unique(bars.begin(), bars.end()), bars.end());
  if (bars.empty() || bars.size() > kMostBars) Refuse(request, field);
  return bars;
}

std::vector<std::int64_t> ReadCounts(const Json& request, std::string_view field,
                                     std::vector<std::int64_t> otherwise, std::int64_t least,
                                     std::int64_t most) {
  const std::vector<double> numbers =
      ReadBars(request, field, {}, static_cast<double>(least) - 0.5, static_cast<double>(most));
  if (numbers.empty()) return otherwise;
  std::vector<std::int64_t> counts;
  for (const double number : numbers) {
    if (number != std::floor(number)) Refuse(request, field);
    counts.push_back(static_cast<std::int64_t>(number));
  }
  return counts;
}

PremiumSide ReadSide(const Json& request) {
  return ReadWord(request, "side", FindSide, PremiumSide::kPremium);
}

}  // namespace premiumlens::wasm
