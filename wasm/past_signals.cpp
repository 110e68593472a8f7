#include "wasm/past_signals.h"

#include <optional>
#include <string_view>
#include <utility>

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

std::optional<PremiumSide> FindSide(std::string_view name) {
  if (name == "premium") return PremiumSide::kPremium;
  if (name == "discount") return PremiumSide::kDiscount;
  return {};
}

}  // namespace

WideningBars ReadWideningBars(Assumptions& given) {
  WideningBars bars;
  bars.window_days =
      static_cast<int>(given.ReadCount({"widening_window", static_cast<double>(bars.window_days),
                                        kLeastWindow, kMostWindow, "sessions", Source::kOwn}));
  bars.z = given.Read({"widening_z", bars.z, 0, 1000, "ratio", Source::kOwn});
  bars.least_fraction =
      given.Read({"widening_least", bars.least_fraction, 0, kMostBar, "fraction", Source::kOwn});
  return bars;
}

ARule ReadARule(Assumptions& given) {
  ARule rule;
  const auto fraction = [&given](std::string_view name, double& bar, double most,
                                 Source source = Source::kOwn) {
    bar = given.Read({name, bar, kLeastBar, most, "fraction", source});
  };
  fraction("a_bar", rule.bar_fraction, kMostBar, Source::kInvestorGuide);
  fraction("a_rise", rule.rise_fraction, kMostBar);
  fraction("a_over", rule.over_fraction, 1);
  fraction("a_turn", rule.turn_fraction, rule.over_fraction);
  rule.window_days = given.ReadCount(
      {"a_window", static_cast<double>(rule.window_days), 2, 1000, "sessions", Source::kOwn});
  return rule;
}

PremiumSide ReadSide(const Json& request) {
  return ReadWord(request, "side", FindSide, PremiumSide::kPremium);
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
