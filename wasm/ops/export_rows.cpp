// export_rows: what an analysis holds of its tables, row by row, to be written to a file: the
// price, every value with its date and its premium, and the codes of the checks that name the row
// (core/fund/read/export_rows.h). A job.

#include "core/fund/read/export_rows.h"

#include <string>
#include <utility>
#include <vector>

#include "wasm/analyze_job.h"
#include "wasm/json.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + kBesideFields;

constexpr Field kGives[] = {
    {"shape", "Shape"},
    {"rows", "number"},
    {"dates", "DateSeries | null"},
    {"times", "Series | null"},
    {"codes", "TextSeries | null"},
    {"price", "Series"},
    {"values", "Partial<Record<Denominator, Series>>"},
    {"value_dates", "Partial<Record<Denominator, DateSeries>>"},
    {"premiums", "Partial<Record<Denominator, Series>>"},
    {"checks", "TextSeries"},
};

class ExportJob : public AnalyzeJob {
 public:
  ExportJob(const Json& request, TableStore& tables)
      : AnalyzeJob(request, tables), tables_(tables) {}

  Json Finish() override {
    const Analysis& analysis = this->analysis();
    std::vector<const Table*> given;
    for (const std::string& name : names()) given.push_back(&tables_.Get(name));
    ExportRows rows = MakeExportRows(analysis, given);
    ResultSeries series(tables_);
    Json result = {{"shape", Name(analysis.data.shape)}, {"rows", rows.rows}};
    result["dates"] =
        rows.dates.empty() ? Json(nullptr) : series.PutDates("date", std::move(rows.dates));
    result["times"] = rows.seconds.empty()
                          ? Json(nullptr)
                          : series.Put("time", {rows.seconds.begin(), rows.seconds.end()});
    result["codes"] = Codes(rows, analysis.data.funds, series);
    result["price"] = series.Put("price", std::move(rows.price_cny));
    AddValuations(rows, series, result);
    result["checks"] = series.PutTexts("checks", rows.checks);
    return result;
  }

 private:
  static Json Codes(const ExportRows& rows, const std::vector<FundEntry>& funds,
                    ResultSeries& series) {
    if (rows.fund_of_row.empty()) return nullptr;
    std::vector<std::string> codes;
    codes.reserve(rows.rows);
    for (const std::uint32_t fund : rows.fund_of_row) {
      codes.push_back(fund == kMissingText ? "" : funds[fund].code);
    }
    return series.PutTexts("code", codes);
  }

  static void AddValuations(ExportRows& rows, ResultSeries& series, Json& result) {
    Json values = Json::object();
    Json dates = Json::object();
    Json premiums = Json::object();
    for (Valuation& valuation : rows.valuations) {
      const std::string name(Name(valuation.denominator));
      values[name] = series.Put("value_" + name, std::move(valuation.value_cny));
      premiums[name] =
          series.Put("premium_fraction_" + name, std::move(valuation.premium_fraction));
      if (valuation.value_dates.empty()) continue;
      dates[name] = series.PutDates("value_date_" + name, std::move(valuation.value_dates));
    }
    result["values"] = std::move(values);
    result["value_dates"] = std::move(dates);
    result["premiums"] = std::move(premiums);
  }

  TableStore& tables_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<ExportJob>(request, tables);
}

}  // namespace

extern const Op kExportRowsOp = {
    .name = "export_rows", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
