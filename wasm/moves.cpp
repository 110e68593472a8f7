#include "wasm/moves.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/table/text.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

[[noreturn]] void Refuse(std::string place, const Json& value, Code code = Code::bad_field) {
  throw Failure({.code = code, .column = std::move(place), .text = Quote(value.dump())});
}

const Json* Find(const Json& object, std::string_view field) {
  const auto found = object.find(std::string(field));
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

Date ReadDate(const Json& given, const std::string& place) {
  const std::optional<Date> date =
      given.is_string() ? ParseIso(given.get<std::string>()) : std::nullopt;
  if (!date) Refuse(place, given);
  return *date;
}

// An object of a request, whose fields a failure names with the object's own name before them.
class Part {
 public:
  Part(const Json& object, std::string place) : object_(object), place_(std::move(place)) {}

  // Anything else in it is probably a field misspelt.
  void Allow(std::span<const std::string_view> fields) const {
    for (const auto& item : object_.items()) {
      if (std::find(fields.begin(), fields.end(), item.key()) == fields.end()) {
        Refuse(At(item.key()), item.value());
      }
    }
  }
  bool Has(std::string_view field) const { return Find(object_, field) != nullptr; }
  double Number(std::string_view field) const {
    const Json* given = Find(object_, field);
    if (given == nullptr) return kMissing;
    if (!given->is_number()) Refuse(At(field), *given);
    return given->get<double>();
  }
  // Required, and greater than zero.
  double Level(std::string_view field) const {
    if (!Has(field)) throw Failure({.code = Code::missing_field, .column = At(field)});
    const double level = Number(field);
    if (!(level > 0)) Refuse(At(field), object_[std::string(field)]);
    return level;
  }
  Date Day(std::string_view field) const {
    const Json* given = Find(object_, field);
    return given == nullptr ? kMissingDate : ReadDate(*given, At(field));
  }
  std::string Text(std::string_view field) const {
    const Json* given = Find(object_, field);
    if (given == nullptr) return {};
    if (!given->is_string()) Refuse(At(field), *given);
    return given->get<std::string>();
  }
  std::string At(std::string_view field) const { return place_ + "." + std::string(field); }

 private:
  const Json& object_;
  std::string place_;
};

constexpr std::string_view kMoveFields[] = {
    "from", "to", "fraction", "from_date", "to_date", "contract_from", "contract_to"};
constexpr auto kPlainMoveFields = std::span(kMoveFields).first<5>();  // of no futures

// A move leaves something over: −1 would be a total loss.
double CheckFraction(double fraction, const std::string& place, const Json& given) {
  if (!(fraction > -1)) Refuse(place, given);
  return fraction;
}

Move ReadObject(const Json& given, std::string_view field) {
  const Part part(given, std::string(field));
  Move move;
  if (part.Has("fraction")) {
    // Two ways of saying one thing may disagree.
    if (part.Has("from") || part.Has("to")) Refuse(part.At("fraction"), given["fraction"]);
    move.fraction = CheckFraction(part.Number("fraction"), part.At("fraction"), given["fraction"]);
  } else {
    move.from = part.Level("from");
    move.to = part.Level("to");
  }
  move.from_date = part.Day("from_date");
  move.to_date = part.Day("to_date");
  if (move.from_date != kMissingDate && move.to_date != kMissingDate &&
      move.to_date < move.from_date) {
    Refuse(part.At("to_date"), given["to_date"]);
  }
  return move;
}

Move ReadMove(const Json& request, std::string_view field,
              std::span<const std::string_view> fields) {
  const Json* given = Find(request, field);
  if (given == nullptr) return {};
  if (given->is_number()) {
    Move move;
    move.fraction = CheckFraction(given->get<double>(), std::string(field), *given);
    return move;
  }
  if (!given->is_object()) Refuse(std::string(field), *given);
  Part(*given, std::string(field)).Allow(fields);
  return ReadObject(*given, field);
}

}  // namespace

double ReadInvestedFraction(const Json& request) {
  const double share = ReadOptionalNumber(request, "invested_fraction");
  if (IsMissing(share)) return 1;
  if (!(share >= 0 && share <= 1)) Refuse("invested_fraction", request["invested_fraction"]);
  return share;
}

DatedNumber ReadDatedNumber(const Json& given, const std::string& place) {
  DatedNumber number;
  if (given.is_number()) {
    number.value = given.get<double>();
  } else if (given.is_object()) {
    const Part part(given, place);
    constexpr std::string_view kFields[] = {"value", "date"};
    part.Allow(kFields);
    if (!part.Has("value")) {
      throw Failure({.code = Code::missing_field, .column = part.At("value")});
    }
    number.value = part.Number("value");
    number.date = part.Day("date");
  } else {
    Refuse(place, given);
  }
  if (!(number.value > 0)) Refuse(place, given, Code::value_not_positive);
  return number;
}

void CheckNavDate(Date nav_date, Date price_date, const std::string& place) {
  if (nav_date == kMissingDate || price_date == kMissingDate || nav_date <= price_date) return;
  Refuse(place, Json(FormatIso(nav_date)));
}

bool HasMoves(const Json& request) {
  return Find(request, "index") || Find(request, "futures") || Find(request, "fx");
}

EstimateInput ReadMoves(const Json& request) {
  EstimateInput input;
  input.index = ReadMove(request, "index", kPlainMoveFields);
  input.futures = ReadMove(request, "futures", kMoveFields);
  input.fx = ReadMove(request, "fx", kPlainMoveFields);
  if (const Json* futures = Find(request, "futures"); futures && futures->is_object()) {
    const Part part(*futures, "futures");
    input.contract_from = part.Text("contract_from");
    input.contract_to = part.Text("contract_to");
  }
  input.index_in_cny = ReadOptionalSwitch(request, "index_in_cny", false);
  input.invested_fraction = ReadInvestedFraction(request);
  return input;
}

Json ToJson(const std::vector<WaterfallStep>& waterfall) {
  Json list = Json::array();
  for (const WaterfallStep& step : waterfall) {
    list.push_back({{"part", Name(step.part)},
                    {"move_fraction", step.move_fraction},
                    {"counted", step.counted},
                    {"value", Number(step.value_cny)},
                    {"premium_fraction", Number(step.premium_fraction)},
                    {"premium_change_fraction", Number(step.premium_change_fraction)},
                    {"log_premium_change", Number(step.log_premium_change)}});
  }
  return list;
}

Json ToJson(const std::vector<RefusedMove>& refused) {
  Json list = Json::array();
  for (const RefusedMove& move : refused) {
    list.push_back({{"part", Name(move.part)},
                    {"reason", Name(move.reason)},
                    {"move_fraction", Number(move.move_fraction)}});
  }
  return list;
}

}  // namespace premiumlens::wasm
