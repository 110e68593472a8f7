#include "wasm/past_job.h"

#include <string>

#include "core/base/error.h"
#include "core/fund/premium.h"
#include "wasm/json.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

bool Holds(const Json& request, const char* field) {
  const auto given = request.find(field);
  return given != request.end() && !given->is_null();
}

void CheckLength(std::size_t length, std::size_t wanted, const std::string& field) {
  if (length == wanted) return;
  throw Failure({.code = Code::bad_field, .column = field, .text = std::to_string(length)});
}

// Ascending and one a day, as a history is: a later question counts in sessions.
void CheckDates(const std::vector<Date>& dates) {
  for (std::size_t i = 1; i < dates.size(); ++i) {
    if (dates[i - 1] < dates[i]) continue;
    throw Failure({.code = Code::bad_field,
                   .row = static_cast<std::int64_t>(i) + 1,
                   .column = "dates",
                   .text = FormatIso(dates[i])});
  }
}

PremiumHistory ReadHistory(const Json& request, TableStore& tables,
                           std::optional<Denominator> denominator) {
  PremiumHistory history;
  history.denominator = denominator;
  history.hindsight = denominator == Denominator::kNavSameDay;
  if (Holds(request, "price") || Holds(request, "value")) {
    history.price_cny = ReadSeries(request, "price", tables);
    history.value_cny = ReadSeries(request, "value", tables);
    CheckLength(history.value_cny.size(), history.price_cny.size(), "value");
    history.premium_fraction = PremiumSeries(history.price_cny, history.value_cny);
  } else {
    history.premium_fraction = ReadSeries(request, "series", tables);
  }
  if (Holds(request, "dates")) {
    history.dates = ReadDates(request, "dates", tables);
    CheckLength(history.dates.size(), history.premium_fraction.size(), "dates");
    CheckDates(history.dates);
  }
  return history;
}

}  // namespace

Json ToJson(const PastSample& sample) {
  const auto date = [](Date day) {
    return day == kMissingDate ? Json(nullptr) : Json(FormatIso(day));
  };
  return {{"from", date(sample.from)}, {"to", date(sample.to)}, {"nobs", sample.nobs}};
}

Json ToJson(const std::optional<TooFew>& few) {
  if (!few) return nullptr;
  return {{"needed", few->needed}, {"have", few->have}};
}

PastJob::PastJob(const Json& request, TableStore& tables) : tables_(tables) {
  if (ReadOptionalText(request, "denominator")) {
    denominator_ = ReadWord(request, "denominator", FindDenominator, Denominator::kIopv);
  }
  if (IsOfTables(request)) {
    analyzed_.emplace(request, tables);
  } else {
    history_ = ReadHistory(request, tables, denominator_);
  }
}

bool PastJob::Step() {
  if (ready_) return Work();
  // Each takes a while on a million rows, so each is a step.
  if (analyzed_ && !is_analyzed_) {
    is_analyzed_ = analyzed_->Step();
    return false;
  }
  if (analyzed_ && !has_history_) {
    history_ = HistoryOf(analyzed_->Get(), denominator_);
    has_history_ = true;
    return false;
  }
  Prepare();
  ready_ = true;
  return false;
}

// An analysis that is remembered takes no time, so what is left is told as the whole.
double PastJob::Progress() const {
  if (ready_) return WorkProgress();
  return analyzed_ ? analyzed_->Progress() : 0;
}

const Analysis* PastJob::analysis() const { return analyzed_ ? &analyzed_->Get() : nullptr; }

Json PastJob::Head() const {
  return {{"denominator", history_.denominator ? Json(Name(*history_.denominator)) : Json(nullptr)},
          {"hindsight", history_.hindsight},
          {"sample", ToJson(SampleOf(history_.dates, history_.premium_fraction))}};
}

}  // namespace premiumlens::wasm
