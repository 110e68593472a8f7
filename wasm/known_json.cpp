#include "wasm/known_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/table/fund_code.h"
#include "core/table/text.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostFunds = 1000;

[[noreturn]] void Refuse(const std::string& field, const Json& given) {
  throw Failure({.code = Code::bad_field, .column = field, .text = Quote(given.dump())});
}

// Which field of an entry a failure is about.
template <typename Read>
auto Within(Read read) {
  try {
    return read();
  } catch (const Failure& failure) {
    Error error = failure.error();
    error.column = "known." + error.column;
    throw Failure(std::move(error));
  }
}

Tick ReadTick(const Json& entry, const std::string& field) {
  Tick tick;
  const auto given = entry.find(field);
  if (given != entry.end() && !given->is_null()) {
    if (!given->is_boolean()) Refuse(field, *given);
    tick.said = given->get<bool>();
  }
  tick.date = ReadOptionalDate(entry, field + "_date");
  return tick;
}

double ReadLimit(const Json& entry) {
  const std::string field = "purchase_limit_cny";
  const double limit = ReadOptionalNumber(entry, field);
  if (limit <= 0) Refuse(field, entry[field]);
  return limit;
}

constexpr std::array<std::string_view, 15> kFields = {"fund",
                                                      "risk_notice",
                                                      "risk_notice_date",
                                                      "purchase",
                                                      "purchase_date",
                                                      "purchase_limit_cny",
                                                      "halt",
                                                      "halt_date",
                                                      "quota_released",
                                                      "quota_released_date",
                                                      "index_high",
                                                      "index_high_date",
                                                      "cash_creation",
                                                      "holdings_halted",
                                                      "replication"};

// A misspelt field would be said and not count.
void CheckFields(const Json& entry) {
  for (const auto& item : entry.items()) {
    if (std::find(kFields.begin(), kFields.end(), item.key()) == kFields.end()) {
      Refuse(item.key(), item.value());
    }
  }
}

Known ReadOne(const Json& entry) {
  if (!entry.is_object()) Refuse("known", entry);
  return Within([&entry] {
    CheckFields(entry);
    Known known;
    known.fund = NormaliseCode(ReadOptionalText(entry, "fund").value_or(""));
    known.risk_notice = ReadTick(entry, "risk_notice");
    known.halt = ReadTick(entry, "halt");
    known.quota_released = ReadTick(entry, "quota_released");
    known.index_high = ReadTick(entry, "index_high");
    known.cash_creation = ReadTick(entry, "cash_creation");
    known.holdings_halted = ReadTick(entry, "holdings_halted");
    known.purchase_limit_cny = ReadLimit(entry);
    known.purchase_date = ReadOptionalDate(entry, "purchase_date");
    if (ReadOptionalText(entry, "purchase")) {
      known.purchase = ReadWord(entry, "purchase", FindPurchaseStatus, PurchaseStatus::kUnknown);
    } else if (!IsMissing(known.purchase_limit_cny)) {
      known.purchase = PurchaseStatus::kLimited;
    }
    if (known.purchase == PurchaseStatus::kUnknown) known.purchase.reset();
    if (ReadOptionalText(entry, "replication")) {
      known.replication = ReadWord(entry, "replication", FindReplication, Replication::kFull);
    }
    return known;
  });
}

}  // namespace

std::vector<Known> ReadKnown(const Json& request) {
  const auto given = request.find("known");
  if (given == request.end() || given->is_null()) return {};
  if (!given->is_array()) return {ReadOne(*given)};
  if (given->size() > kMostFunds) Refuse("known", Json(given->size()));
  std::vector<Known> all;
  for (const Json& entry : *given) all.push_back(ReadOne(entry));
  return all;
}

RuleBars ReadRuleBars(const Json& request) {
  RuleBars bars;
  const auto given = request.find("rule_bars");
  if (given == request.end() || given->is_null()) return bars;
  if (!given->is_object()) Refuse("rule_bars", *given);
  for (const auto& item : given->items()) {
    const Json& value = item.value();
    if (value.is_number() && bars.Set(item.key(), value.get<double>())) continue;
    const std::string text = Quote(item.key()) + ": " + Quote(value.dump());
    throw Failure({.code = Code::bad_field, .column = "rule_bars", .text = text});
  }
  return bars;
}

}  // namespace premiumlens::wasm
