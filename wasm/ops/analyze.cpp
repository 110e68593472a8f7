// analyze: one or several tables to premiums against every value at hand, the latest verdict, the
// warnings, and everything that could not be read. A job.

#include <cmath>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/analyze_job.h"
#include "wasm/check_json.h"
#include "wasm/estimate_json.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kAnalysisFields + kBesideFields;

constexpr Field kGives[] = {
    {"shape", "Shape"},
    {"fund", "Fund"},
    {"funds", "FundEntry[]"},
    {"denominator", "Denominator"},
    {"warning_denominator", "Denominator | null"},
    {"denominators", "Denominator[]"},
    {"dates", "DateSeries | null"},
    {"times", "Series | null"},
    {"codes", "TextSeries | null"},
    {"price", "Series"},
    {"value", "Series"},
    {"premium_fraction", "Series"},
    {"premiums", "Partial<Record<Denominator, Series>>"},
    {"latest", "Latest | null"},
    {"findings", "Finding[]"},
    {"unjudged", "Unjudged[]"},
    {"marks", "Mark[]"},
    {"splits", "Split[]"},
    {"indexes", "MarketSeries[]"},
    {"rates", "MarketSeries[]"},
    {"estimate", "PastEstimate | null"},
    {"join", "Join | null"},
    {"data_checks", "DataCheck[]"},
    {"rejected", "(Rejection & { table: string })[]"},
    {"rejected_count", "number"},
    {"rows", "number"},
};

// Writes an Analysis as the reply; series over a few thousand values go to a result table.
class Writer {
 public:
  Writer(const Analysis& analysis, std::vector<std::string> tables, TableStore& store)
      : analysis_(analysis), tables_(std::move(tables)), series_(store) {}

  Json Write() {
    const FundData& data = analysis_.data;
    Json result = {{"shape", Name(data.shape)},
                   {"fund", FundToJson(analysis_)},
                   {"funds", FundsJson()},
                   {"denominator", Name(Shown().denominator)},
                   {"warning_denominator", WarningDenominator()},
                   {"denominators", Denominators()}};
    result["latest"] = LatestJson();
    result["findings"] = ToJson(analysis_.judgement.findings);
    result["unjudged"] = ToJson(analysis_.judgement.unjudged);
    result["marks"] = MarksJson();
    result["splits"] = SplitsJson();
    result["indexes"] = ToJson(data.indexes, tables_);
    result["rates"] = ToJson(data.rates, tables_);
    result["estimate"] = nullptr;
    if (analysis_.estimate) result["estimate"] = ToJson(*analysis_.estimate, data, tables_);
    result["join"] = JoinJson();
    AddRejected(result);
    result["data_checks"] = ToJson(analysis_.checks, tables_);
    result["rows"] = data.rows;
    AddSeries(result);
    return result;
  }

 private:
  const Valuation& Shown() const { return analysis_.valuations[analysis_.shown]; }

  // In a cross-section and a panel each fund with its latest; beside one fund of several the others
  // to choose from.
  Json FundsJson() const {
    Json list = Json::array();
    for (const FundSummary& fund : analysis_.funds) {
      const auto date = [](Date day) {
        return day == kMissingDate ? Json(nullptr) : DateText(day);
      };
      Json findings = Json::array();
      for (const auto& [code, level] : fund.findings) {
        findings.push_back({{"code", Info(code).name}, {"level", Name(level)}});
      }
      Json entry = {{"code", fund.fund.code},
                    {"name", fund.fund.name},
                    {"rows", fund.fund.rows},
                    {"kind", Name(fund.identity.kind)},
                    {"kind_reason", Name(fund.identity.kind_reason)},
                    {"region", Name(fund.identity.region)},
                    {"verdict", Name(fund.verdict)},
                    {"price", Number(fund.price_cny)},
                    {"value", Number(fund.value_cny)},
                    {"premium_fraction", Number(fund.premium_fraction)}};
      entry["index_name"] = TextOrNull(fund.identity.index_name);
      entry["fee_fraction"] = Number(fund.identity.fee_fraction);
      entry["denominator"] = fund.denominator ? Json(Name(*fund.denominator)) : Json(nullptr);
      entry["date"] = date(fund.date);
      entry["value_date"] = date(fund.value_date);
      entry["amount_cny"] = Number(fund.amount_cny);
      entry["float_cny"] = Number(fund.float_cny);
      entry["purchase"] = Name(fund.purchase);
      entry["index"] = fund.row ? Json(*fund.row) : Json(nullptr);
      entry["findings"] = std::move(findings);
      entry["trouble"] = fund.trouble ? Json(Info(*fund.trouble).name) : Json(nullptr);
      list.push_back(std::move(entry));
    }
    return list;
  }

  Json WarningDenominator() const {
    if (!analysis_.warning_denominator) return nullptr;
    return Name(*analysis_.warning_denominator);
  }

  Json Denominators() const {
    Json list = Json::array();
    for (const Valuation& valuation : analysis_.valuations) {
      list.push_back(Name(valuation.denominator));
    }
    return list;
  }

  Json DateAt(std::size_t row) const {
    return analysis_.data.dates.empty() ? Json(nullptr) : DateText(analysis_.data.dates[row]);
  }

  Json ValueDateAt(const Valuation& valuation, std::size_t row) const {
    return valuation.value_dates.empty() ? DateAt(row) : DateText(valuation.value_dates[row]);
  }

  Json LatestJson() const {
    if (!analysis_.latest) return nullptr;
    const std::size_t row = *analysis_.latest;
    Json latest = {
        {"index", row}, {"date", DateAt(row)}, {"value_date", ValueDateAt(Shown(), row)}};
    latest.update(PairToJson(analysis_.data.price_cny[row], Shown().value_cny[row],
                             analysis_.bars.BandOf(analysis_.identity.kind)));
    Json list = Json::array();
    for (const Valuation& valuation : analysis_.valuations) {
      list.push_back(ByDenominator(valuation, row));
    }
    latest["by_denominator"] = std::move(list);
    return latest;
  }

  Json ByDenominator(const Valuation& valuation, std::size_t row) const {
    const double premium = valuation.premium_fraction[row];
    const Band band = analysis_.bars.BandOf(analysis_.identity.kind);
    return {
        {"denominator", Name(valuation.denominator)}, {"value", Number(valuation.value_cny[row])},
        {"value_date", ValueDateAt(valuation, row)},  {"premium_fraction", Number(premium)},
        {"log_premium", Number(std::log1p(premium))}, {"verdict", Name(Judge(premium, band))}};
  }

  Json MarksJson() const {
    Json list = Json::array();
    for (const Mark& mark : analysis_.marks) {
      list.push_back({{"code", Info(mark.code).name},
                      {"level", Name(mark.level)},
                      {"date", DateAt(mark.row)},
                      {"premium_fraction", Number(analysis_.warning_premium[mark.row])},
                      {"index", mark.row}});
    }
    return list;
  }

  Json SplitsJson() const {
    Json list = Json::array();
    for (const Split& split : analysis_.splits.found) {
      list.push_back({{"date", FormatIso(split.date)}, {"ratio", split.ratio}});
    }
    return list;
  }

  Json JoinJson() const {
    if (!analysis_.data.join) return nullptr;
    const Join& join = *analysis_.data.join;
    return {{"matched", join.matched},
            {"price_only", join.price_only},
            {"value_only", join.value_only}};
  }

  void AddRejected(Json& result) const {
    Json list = Json::array();
    std::int64_t count = 0;
    for (const TableRejections& rejected : analysis_.data.rejected) {
      count += rejected.rejections.count;
      for (Json& entry : ToJson(rejected.rejections)) {
        entry["table"] = tables_[rejected.table];
        list.push_back(std::move(entry));
      }
    }
    result["rejected"] = std::move(list);
    result["rejected_count"] = count;
  }

  void AddSeries(Json& result) {
    const FundData& data = analysis_.data;
    result["dates"] = data.dates.empty() ? Json(nullptr) : series_.PutDates("date", data.dates);
    result["times"] = data.seconds.empty()
                          ? Json(nullptr)
                          : series_.Put("time", {data.seconds.begin(), data.seconds.end()});
    result["codes"] = Codes();
    result["price"] = series_.Put("price", data.price_cny);
    const Valuation& shown = Shown();
    result["value"] = series_.Put("value", shown.value_cny);
    Json premiums = Json::object();
    for (const Valuation& valuation : analysis_.valuations) {
      const std::string name(Name(valuation.denominator));
      premiums[name] = series_.Put("premium_fraction_" + name, valuation.premium_fraction);
    }
    result["premium_fraction"] = premiums[std::string(Name(shown.denominator))];
    result["premiums"] = std::move(premiums);
  }

  Json Codes() {
    const FundData& data = analysis_.data;
    if (data.fund_of_row.empty()) return nullptr;
    std::vector<std::string> codes;
    for (const std::uint32_t fund : data.fund_of_row) {
      codes.push_back(fund == kMissingText ? "" : data.funds[fund].code);
    }
    return series_.PutTexts("code", codes);
  }

  const Analysis& analysis_;
  std::vector<std::string> tables_;
  ResultSeries series_;
};

class WriteJob : public AnalyzeJob {
 public:
  WriteJob(const Json& request, TableStore& tables)
      : AnalyzeJob(request, tables), tables_(tables) {}
  Json Finish() override { return Writer(analysis(), names(), tables_).Write(); }

 private:
  TableStore& tables_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<WriteJob>(request, tables);
}

}  // namespace

extern const Op kAnalyzeOp = {.name = "analyze", .takes = kTakes, .gives = kGives, .begin = Begin};

}  // namespace premiumlens::wasm
