#include "wasm/past_signals.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "wasm/bar_fields.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"

namespace premiumlens::wasm {
namespace {

constexpr int kLeastWindow = 5;
constexpr int kMostWindow = 5000;

Json ToJson(const WideDay& day, const std::vector<Date>& dates) {
  return {{"index", day.row},
          {"date", dates.empty() ? Json(nullptr) : TextOrNull(FormatIso(dates[day.row]))},
          {"premium_fraction", Number(day.premium_fraction)},
          {"usual_fraction", Number(day.usual_fraction)},
          {"spread_fraction", Number(day.spread_fraction)},
          {"away_fraction", Number(day.away_fraction)},
          {"robust_z", Number(day.robust_z)},
          {"change_fraction", Number(day.change_fraction)},
          {"is_wide", day.is_wide}};
}

}  // namespace

double ReadWithin(const Json& request, const char* field, double standard, double least,
                  double most) {
  const double given = ReadOptionalNumber(request, field);
  if (IsMissing(given)) return standard;
  if (given >= least && given <= most) return given;
  throw Failure({.code = Code::bad_field, .column = field, .text = request[field].dump()});
}

WideningBars ReadWideningBars(const Json& request) {
  WideningBars bars;
  if (const auto days = ReadSessions(request, "widening_window", kLeastWindow, kMostWindow)) {
    bars.window_days = *days;
  }
  bars.z = ReadWithin(request, "widening_z", bars.z, 0, 1000);
  bars.least_fraction = ReadWithin(request, "widening_least", bars.least_fraction, 0, 10);
  return bars;
}

ARule ReadARule(const Json& request) {
  ARule rule;
  rule.bar_fraction = ReadBar(request, "a_bar", rule.bar_fraction, 0, 10);
  rule.rise_fraction = ReadBar(request, "a_rise", rule.rise_fraction, 0, 10);
  rule.over_fraction = ReadBar(request, "a_over", rule.over_fraction, 0, 1);
  rule.turn_fraction = ReadBar(request, "a_turn", rule.turn_fraction, 0, rule.over_fraction);
  rule.window_days = ReadCount(request, "a_window", rule.window_days, 2, 1000);
  return rule;
}

Json ToJson(const Widening& found, const WideningBars& bars, const std::vector<Date>& dates) {
  Json marks = Json::array();
  for (const WideDay& mark : found.marks) marks.push_back(ToJson(mark, dates));
  return {{"window_days", bars.window_days},
          {"bar_z", bars.z},
          {"bar_fraction", bars.least_fraction},
          {"source", Name(Source::kRangeGuide)},
          {"latest", found.latest ? ToJson(*found.latest, dates) : Json(nullptr)},
          {"days_running", found.days_running},
          {"marks", std::move(marks)},
          {"marks_count", found.marks_count},
          {"wide_days", found.wide_days},
          {"judged_days", found.judged_days},
          {"too_few", wasm::ToJson(found.too_few)}};
}

Json APointToJson(const KnownDays& days, std::optional<std::size_t> place) {
  if (!place) return nullptr;
  return {{"date", days.dates.empty() ? Json(nullptr) : DateText(days.dates[*place])},
          {"index", days.row[*place]},
          {"premium_fraction", days.premium_fraction[*place]},
          {"price", days.price_cny[*place]}};
}

Json AShapeNowToJson(const KnownDays& days, const AShapeFinder& shapes) {
  const std::size_t now = days.size() - 1;
  Json json = {{"state", Name(shapes.state())}, {"now", APointToJson(days, now)}};
  const bool is_on = shapes.state() != AState::kNone;
  const auto put = [&json, is_on](const char* name, Json value) {
    json[name] = is_on ? std::move(value) : Json(nullptr);
  };
  const AShape shape = is_on ? shapes.shapes().back() : AShape{now, now, now, {}, {}};
  const double foot = days.premium_fraction[shape.foot];
  const double peak = days.premium_fraction[shape.peak];
  const auto price_from = [&](std::size_t place) {
    return days.price_cny[now] / days.price_cny[place] - 1;
  };
  put("foot", APointToJson(days, shape.foot));
  put("peak", APointToJson(days, shape.peak));
  put("recognised", APointToJson(days, shape.recognised));
  put("turned", APointToJson(days, shape.turned));
  put("rise_fraction", peak - foot);
  put("given_back_fraction", (peak - days.premium_fraction[now]) / (peak - foot));
  put("price_from_foot_fraction", price_from(shape.foot));
  put("price_from_peak_fraction", price_from(shape.peak));
  put("days", now - shape.foot);
  return json;
}

}  // namespace premiumlens::wasm
