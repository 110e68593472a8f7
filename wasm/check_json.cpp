#include "wasm/check_json.h"

#include <cmath>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/table/text.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr int kMostSessions = 20;
constexpr std::size_t kMostMends = 100;

Json ToJson(const Mend& mend, const std::string& table) {
  Json json = Json::object();
  json["kind"] = Name(mend.kind);
  json["fund"] = mend.fund;
  json["table"] = table;
  json["column"] = TextOrNull(mend.column);
  json["role"] = Name(mend.role);
  json["from"] = DateText(mend.from);
  json["to"] = DateText(mend.to);
  json["factor"] = Number(mend.factor == 1 ? kMissing : mend.factor);
  json["sessions"] = Number(mend.sessions == 0 ? kMissing : mend.sessions);
  return json;
}

[[noreturn]] void Refuse(const Json& mend) {
  throw Failure({.code = Code::bad_field, .column = "mends", .text = Quote(mend.dump())});
}

Date ReadDay(const Json& mend, std::string_view field) {
  const std::optional<std::string> text = ReadOptionalText(mend, field);
  if (!text) return kMissingDate;
  const std::optional<Date> date = ParseIso(*text);
  if (!date) Refuse(mend);
  return *date;
}

Mend ReadMend(const Json& given) {
  if (!given.is_object()) Refuse(given);
  const std::optional<MendKind> kind = FindMendKind(ReadOptionalText(given, "kind").value_or(""));
  const double sessions = ReadOptionalNumber(given, "sessions");
  const double factor = ReadOptionalNumber(given, "factor");
  if (!kind || (!IsMissing(factor) && factor <= 0)) Refuse(given);
  Mend mend{.kind = *kind, .fund = ReadOptionalText(given, "fund").value_or("")};
  mend.role = ReadWord(given, "role", FindRoleByName, Role::kOther);
  mend.column = ReadOptionalText(given, "column").value_or("");
  mend.from = ReadDay(given, "from");
  mend.to = ReadDay(given, "to");
  if (!IsMissing(factor)) mend.factor = factor;
  if (!IsMissing(sessions)) {
    if (sessions != std::floor(sessions) || std::fabs(sessions) > kMostSessions) Refuse(given);
    mend.sessions = static_cast<int>(sessions);
  }
  return mend;
}

Json ToJson(const std::optional<CheckEffect>& effect) {
  if (!effect) return nullptr;
  const std::optional<Denominator> denominator = effect->denominator;
  return {{"recomputed", effect->recomputed},
          {"denominator", denominator ? Json(Name(*denominator)) : Json(nullptr)},
          {"rows_changed", effect->rows_changed},
          {"rows_lost", effect->rows_lost},
          {"rows_gained", effect->rows_gained},
          {"largest_change_fraction", Number(effect->largest_change_fraction)},
          {"largest_change_date", DateText(effect->largest_change_date)},
          {"latest_before_fraction", Number(effect->latest_before_fraction)},
          {"latest_after_fraction", Number(effect->latest_after_fraction)},
          {"over_bar_fraction", Number(effect->over_bar_fraction)},
          {"days_over_before", effect->days_over_before},
          {"days_over_after", effect->days_over_after},
          {"rows_touched", effect->rows_touched},
          {"largest_premium_fraction", Number(effect->largest_premium_fraction)},
          {"largest_premium_date", DateText(effect->largest_premium_date)}};
}

}  // namespace

Json ToJson(const std::vector<DataCheck>& checks, const std::vector<std::string>& tables) {
  Json list = Json::array();
  for (const DataCheck& check : checks) {
    const std::string& table = tables[check.table.value_or(0)];
    Json entry = ToJson(check.finding);
    entry["fund"] = check.fund;
    entry["table"] = table;
    entry["column"] = TextOrNull(check.column);
    entry["rows"] = check.rows;
    entry["rows_count"] = check.rows_count;
    Json elsewhere = Json::array();
    for (const RowsElsewhere& other : check.elsewhere) {
      elsewhere.push_back({{"table", tables[other.table]}, {"rows", other.rows}});
    }
    entry["elsewhere"] = std::move(elsewhere);
    entry["mend"] = check.mend ? ToJson(*check.mend, table) : Json(nullptr);
    entry["mended"] = check.mended;
    entry["effect"] = ToJson(check.effect);
    list.push_back(std::move(entry));
  }
  return list;
}

std::vector<Mend> ReadMends(const Json& request) {
  std::vector<Mend> mends;
  const auto given = request.find("mends");
  if (given == request.end() || given->is_null()) return mends;
  if (!given->is_array() || given->size() > kMostMends) Refuse(*given);
  for (const Json& mend : *given) mends.push_back(ReadMend(mend));
  return mends;
}

}  // namespace premiumlens::wasm
