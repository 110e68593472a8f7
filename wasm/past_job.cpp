#include "wasm/past_job.h"

#include <string>
#include <utility>

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
  if (!IsOfTables(request)) {
    history_ = std::make_shared<const PremiumHistory>(ReadHistory(request, tables, denominator_));
    return;
  }
  // The analysis of a history holds every value, so all questions about it share one.
  Json of_all = request;
  of_all["denominator"] = nullptr;
  analyzed_.emplace(of_all, tables);
  if (denominator_) as_named_ = request;
}

bool PastJob::Step() {
  if (ready_) return Work();
  // Each takes a while on a million rows, so each is a step.
  if (analyzed_ && !is_analyzed_) {
    is_analyzed_ = analyzed_->Step();
    if (is_analyzed_ && !as_named_.is_null() && analyzed_->Get().data.shape != Shape::kHistory) {
      analyzed_.emplace(std::exchange(as_named_, nullptr), tables_);
      is_analyzed_ = false;
    }
    return false;
  }
  if (!history_) {
    history_ = tables_.analyses().History(analyzed_->Shared(), denominator_);
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

const Analysis* PastJob::analysis() const {
  return analyzed_ ? analyzed_->Shared().get() : nullptr;
}

Json PastJob::Head() const {
  const PremiumHistory& past = history();
  return {{"denominator", past.denominator ? Json(Name(*past.denominator)) : Json(nullptr)},
          {"hindsight", past.hindsight},
          {"sample", ToJson(SampleOf(past.dates, past.premium_fraction))}};
}

}  // namespace premiumlens::wasm
