// What is told while it happens, a sudden widening and an A shape: the bars of a request, and the
// reply. Several operations tell them, by the same bars.

#ifndef PREMIUMLENS_WASM_PAST_SIGNALS_H_
#define PREMIUMLENS_WASM_PAST_SIGNALS_H_

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/fund/past/a_shape.h"
#include "core/fund/past/widening.h"
#include "wasm/assumptions.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

inline constexpr std::array<Field, 3> kWideningFields = {{
    {"widening_window", "number | null", false},
    {"widening_z", "number | null", false},
    {"widening_least", "number | null", false},
}};
inline constexpr std::array<Field, 5> kARuleFields = {{
    {"a_bar", "number | null", false},
    {"a_rise", "number | null", false},
    {"a_turn", "number | null", false},
    {"a_over", "number | null", false},
    {"a_window", "number | null", false},
}};

inline constexpr NamedType kWideDayType = {
    "WideDay",
    "{ index: number; date: string | null; premium_fraction: number; usual_fraction: number; "
    "spread_fraction: number | null; away_fraction: number; robust_z: number | null; "
    "change_fraction: number; is_wide: boolean }"};
inline constexpr NamedType kWideningType = {
    "Widening",
    "{ window_days: number; bar_z: number; bar_fraction: number; source: Source; "
    "latest: WideDay | null; days_running: number; marks: WideDay[]; marks_count: number; "
    "wide_days: number; judged_days: number; too_few: TooFew | null }"};
inline constexpr NamedType kAStateType = {"AState", "\"none\" | \"rising\" | \"past_peak\""};
inline constexpr NamedType kAPointType = {
    "APoint", "{ date: string | null; index: number; premium_fraction: number; price: number }"};
inline constexpr NamedType kAShapeNowType = {
    "AShapeNow",
    "{ state: AState; now: APoint; foot: APoint | null; peak: APoint | null; "
    "recognised: APoint | null; turned: APoint | null; rise_fraction: number | null; "
    "given_back_fraction: number | null; price_from_foot_fraction: number | null; "
    "price_from_peak_fraction: number | null; days: number | null }"};

WideningBars ReadWideningBars(Assumptions& given);
ARule ReadARule(Assumptions& given);
PremiumSide ReadSide(const Json& request);  // "side": "premium" or "discount"

Json ToJson(const Widening& found, const WideningBars& bars, const std::vector<Date>& dates);
Json APointToJson(const KnownDays& days, std::optional<std::size_t> place);
// Of the latest day; the finder is at its end, and there is one day at least.
Json AShapeNowToJson(const KnownDays& days, const AShapeFinder& shapes);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_PAST_SIGNALS_H_
