// my_trade: the user's own fills, split exactly into what the value, the exchange rate, the premium
// and the costs did, against every value the data hold.

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/error.h"
#include "core/fund/cost/own_table.h"
#include "core/fund/cost/trade.h"
#include "core/fund/stages.h"
#include "core/table/fund_code.h"
#include "core/table/text.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kMostFills = 10000;

constexpr auto kTakes = kPastFields + std::array<Field, 3>{{
                                          {"fills", "OwnFill[] | null", false},
                                          {"fills_table", "string | null", false},
                                          {"matching", "Matching | null", false},
                                      }};

constexpr auto kGives = kSampleFields + std::array<Field, 15>{{
                                            {"matching", "Matching"},
                                            {"fills", "FillSeen[]"},
                                            {"has_range", "boolean"},
                                            {"fx", "string | null"},
                                            {"splits", "TradeSplit[]"},
                                            {"invested_cny", "number"},
                                            {"open_shares", "number"},
                                            {"open_value_cny", "number"},
                                            {"average_cost_cny", "number | null"},
                                            {"average_cost_fees_cny", "number | null"},
                                            {"latest_date", "string | null"},
                                            {"latest_close", "number | null"},
                                            {"total_cny", "number"},
                                            {"rejected", "Rejection[]"},
                                            {"too_few", "TooFew | null"},
                                        }};

constexpr NamedType kTypes[] = {
    {"OwnFill",
     "{ date: string; side: \"buy\" | \"sell\"; shares: number; price: number; "
     "fee_cny?: number | null; fund?: string | null }"},
    {"Matching", "\"average\" | \"fifo\""},
    {"FillTrouble",
     "\"no_date\" | \"no_side\" | \"bad_shares\" | \"bad_price\" | \"bad_fee\" | "
     "\"other_fund\" | \"oversold\" | \"after_data\" | \"no_day\" | \"no_value\" | \"above_high\" "
     "| \"below_low\" | "
     "\"far_from_close\" | \"rate_missing\""},
    {"FillSeen",
     "{ row: number; date: string | null; side: \"buy\" | \"sell\" | null; "
     "shares: number | null; price: number | null; fee_cny: number | null; split_ratio: number; "
     "counted: boolean; close: number | null; high: number | null; low: number | null; "
     "values: { denominator: Denominator | null; value: number | null; "
     "premium_fraction: number | null }[]; troubles: FillTrouble[] }"},
    {"TradeParts",
     "{ value_cny: number; fx_cny: number; premium_cny: number; cost_cny: number; "
     "unsplit_cny: number; total_cny: number }"},
    {"TradeSplit",
     "{ denominator: Denominator | null; hindsight: boolean; has_fx: boolean; parts: TradeParts; "
     "realised: TradeParts; open: TradeParts; latest_premium_fraction: number | null }"},
};

[[noreturn]] void Refuse(const std::string& field, const Json& given) {
  throw Failure({.code = Code::bad_field, .column = field, .text = Quote(given.dump())});
}

Fill ReadFill(const Json& given, std::int64_t row) {
  if (!given.is_object()) Refuse("fills", given);
  Fill fill{.row = row};
  const std::optional<std::string> date = ReadOptionalText(given, "date");
  if (date) fill.date = ParseIso(*date).value_or(kMissingDate);
  fill.side = FindSide(ReadOptionalText(given, "side").value_or(""));
  fill.shares = ReadOptionalNumber(given, "shares");
  fill.price_cny = ReadOptionalNumber(given, "price");
  const double fee = ReadOptionalNumber(given, "fee_cny");
  if (!IsMissing(fee)) fill.fee_cny = fee;
  fill.fund = NormaliseCode(ReadOptionalText(given, "fund").value_or(""));
  return fill;
}

// The high and the low of a day, where a table of the fund has them.
struct Range {
  double high = kMissing;
  double low = kMissing;
};

// Of the days of the fills.
using Ranges = std::map<Date, Range>;

void AddRanges(const Table& table, const std::string& fund, Ranges& ranges) {
  const auto date = FindRole(table, Role::kDate);
  const auto high = FindRole(table, Role::kHigh);
  const auto low = FindRole(table, Role::kLow);
  const auto code = FindRole(table, Role::kCode);
  if (!date || (!high && !low)) return;
  const std::vector<Date> days = Days(table, *date);
  const std::vector<double> highs = high ? ScaledNumbers(table, *high) : std::vector<double>();
  const std::vector<double> lows = low ? ScaledNumbers(table, *low) : std::vector<double>();
  for (std::size_t row = 0; row < table.rows; ++row) {
    const auto range = ranges.find(days[row]);
    if (range == ranges.end()) continue;
    if (code && NormaliseCode(CellText(table.columns[*code], row)) != fund) continue;
    if (high && IsMissing(range->second.high) && highs[row] > 0) range->second.high = highs[row];
    if (low && IsMissing(range->second.low) && lows[row] > 0) range->second.low = lows[row];
  }
}

Json ToJson(const TradeParts& parts) {
  return {{"value_cny", parts.value_cny},     {"fx_cny", parts.fx_cny},
          {"premium_cny", parts.premium_cny}, {"cost_cny", parts.cost_cny},
          {"unsplit_cny", parts.unsplit_cny}, {"total_cny", parts.total_cny}};
}

Json ValueOf(std::optional<Denominator> denominator, const FillSeen& seen) {
  return {{"denominator", denominator ? Json(Name(*denominator)) : Json(nullptr)},
          {"value", Number(seen.value_cny)},
          {"premium_fraction", Number(seen.premium_fraction)}};
}

class MyTradeJob : public PastJob {
 public:
  MyTradeJob(const Json& request, TableStore& tables) : PastJob(request, tables) {
    const auto found = request.find("matching");
    if (found != request.end() && !found->is_null()) {
      matching_ = ReadWord(request, "matching", FindMatching, Matching::kAverage);
    }
    fills_table_ = ReadOptionalText(request, "fills_table").value_or("");
    const auto given = request.find("fills");
    if (given != request.end() && !given->is_null()) {
      if (!given->is_array() || given->size() > kMostFills) Refuse("fills", *given);
      for (const Json& one : *given) {
        fills_.push_back(ReadFill(one, static_cast<std::int64_t>(fills_.size()) + 1));
      }
    }
    for (const char* field : {"table", "tables"}) {
      const auto names = request.find(field);
      if (names == request.end() || names->is_null()) continue;
      for (const Json& name : names->is_array() ? *names : Json::array({*names})) {
        if (name.is_string()) names_.push_back(name.get<std::string>());
      }
    }
  }

  Json Finish() override {
    Json result = Head();
    result["rejected"] = rejected_;
    result["matching"] = Name(matching_);
    result["has_range"] = has_range_;
    result["fx"] = nullptr;
    if (const MarketSeries* rate = Rate()) result["fx"] = rate->name;
    result["splits"] = Json::array();
    std::optional<TooFew> few;
    if (fills_.empty()) few = TooFew{1, 0};
    result["too_few"] = wasm::ToJson(few);
    AddSplits(result);
    return result;
  }

 protected:
  void Prepare() override {
    if (history().price_cny.empty()) {
      throw Failure({.code = Code::missing_field, .column = "price"});
    }
    if (history().dates.empty()) throw Failure({.code = Code::missing_field, .column = "dates"});
    work_.Add([this] { ReadPasted(); });
    work_.Add([this] { FindRows(); });
    if (analysis() != nullptr) AddRangesWork();
    work_.Add([this] {
      const bool hindsight = history().hindsight;
      sides_.push_back({history().denominator, hindsight, Split(history().value_cny, MainDates())});
    });
    if (analysis() == nullptr) return;
    for (const Valuation& valuation : analysis()->valuations) {
      if (valuation.denominator == history().denominator) continue;
      work_.Add([this, &valuation] {
        sides_.push_back({valuation.denominator, valuation.denominator == Denominator::kNavSameDay,
                          Split(valuation.value_cny, valuation.value_dates)});
      });
    }
  }
  bool Work() override { return work_.Step(); }
  double WorkProgress() const override { return work_.Progress(); }

 private:
  // The fills against one value.
  struct Against {
    std::optional<Denominator> denominator;
    bool hindsight;
    TradeResult trade;
  };

  void ReadPasted() {
    if (fills_table_.empty()) return;
    const Table& table = tables().Get(fills_table_);
    std::vector<Fill> more = ReadFills(table);
    if (more.size() > kMostFills) Refuse("fills_table", Json(more.size()));
    fills_.insert(fills_.end(), more.begin(), more.end());
    rejected_ = wasm::ToJson(table.rejected);
  }

  // A table at a step.
  void AddRangesWork() {
    work_.Add([this] {
      for (const std::size_t row : rows_) ranges_[analysis()->data.dates[row]] = {};
    });
    for (const std::string& name : names_) {
      for (std::optional<std::string> one = name; one; one = tables().Next(*one)) {
        work_.Add([this, table = *one] {
          AddRanges(tables().Get(table), analysis()->data.code, ranges_);
        });
      }
    }
    work_.Add([this] { TakeRanges(); });
  }

  void TakeRanges() {
    const FundData& data = analysis()->data;
    high_.assign(data.rows, kMissing);
    low_.assign(data.rows, kMissing);
    for (const std::size_t row : rows_) {
      const Range& range = ranges_[data.dates[row]];
      const double ratio = SplitRatio(data.dates[row], analysis()->splits.found);
      high_[row] = range.high / ratio;
      low_[row] = range.low / ratio;
      has_range_ = has_range_ || range.high > 0 || range.low > 0;
    }
  }

  // The days that count: those of the fills, and the latest close.
  void FindRows() {
    const std::vector<Date>& dates = history().dates;
    for (const Fill& fill : fills_) {
      const auto found = std::lower_bound(dates.begin(), dates.end(), fill.date);
      if (found == dates.end() || *found != fill.date) continue;
      rows_.push_back(static_cast<std::size_t>(found - dates.begin()));
    }
    std::size_t last = dates.size();
    while (last > 0 && IsMissing(history().price_cny[last - 1])) --last;
    if (last > 0) rows_.push_back(last - 1);
  }

  // The estimate's rate, else that of the fund's market, else the only one.
  const MarketSeries* Rate() const {
    if (analysis() == nullptr) return nullptr;
    const std::vector<MarketSeries>& rates = analysis()->data.rates;
    const std::optional<PastEstimate>& estimate = analysis()->estimate;
    if (estimate && estimate->fx) return &rates[*estimate->fx];
    const std::string_view currency = CurrencyOf(analysis()->identity.region);
    if (currency == "CNY") return nullptr;
    const auto found =
        std::find_if(rates.begin(), rates.end(), [currency](const MarketSeries& rate) {
          return !currency.empty() && rate.currency == currency;
        });
    if (found != rates.end()) return &*found;
    return rates.size() == 1 ? rates.data() : nullptr;
  }

  // Of the day that each row's value is of.
  std::vector<double> RatesOf(const std::vector<Date>& days) const {
    const MarketSeries* rate = Rate();
    if (rate == nullptr) return {};
    std::vector<double> levels(days.size(), kMissing);
    const std::vector<Date>& dates = rate->values.dates;
    for (const std::size_t row : rows_) {
      if (days[row] == kMissingDate) continue;
      const auto after = std::upper_bound(dates.begin(), dates.end(), days[row]);
      const std::ptrdiff_t place = after - dates.begin() - 1;
      if (!IsCovered(dates, place, days[row])) continue;
      levels[row] = rate->values.values[static_cast<std::size_t>(place)];
    }
    return levels;
  }

  TradeResult Split(const std::vector<double>& value, const std::vector<Date>& value_dates) const {
    const std::vector<Date>& days = value_dates.empty() ? history().dates : value_dates;
    TradeDays input{.dates = history().dates,
                    .close_cny = history().price_cny,
                    .value_cny = value,
                    .fx = RatesOf(days),
                    .high_cny = high_,
                    .low_cny = low_};
    if (analysis() != nullptr) {
      input.splits = &analysis()->splits.found;
      input.fund = analysis()->data.code;
    }
    return SplitTrade(fills_, input, matching_);
  }

  void AddSplits(Json& result) const {
    AddTotals(sides_.front().trade, result);
    for (const Against& side : sides_)
      AddSplit(side.denominator, side.hindsight, side.trade, result);
  }

  std::vector<Date> MainDates() const {
    if (analysis() == nullptr || !history().denominator) return {};
    const Valuation* valuation = Find(analysis()->valuations, *history().denominator);
    return valuation == nullptr ? std::vector<Date>() : valuation->value_dates;
  }

  void AddTotals(const TradeResult& trade, Json& result) const {
    result["invested_cny"] = trade.invested_cny;
    result["open_shares"] = trade.open_shares;
    result["open_value_cny"] = trade.open_value_cny;
    result["average_cost_cny"] = Number(trade.average_cost_cny);
    result["average_cost_fees_cny"] = Number(trade.average_cost_fees_cny);
    result["latest_date"] =
        trade.latest_date == kMissingDate ? Json(nullptr) : Json(FormatIso(trade.latest_date));
    result["latest_close"] = Number(trade.latest_close_cny);
    result["total_cny"] = trade.parts.total_cny;
    result["fills"] = Json::array();
    for (const FillSeen& seen : trade.fills) {
      result["fills"].push_back(FillToJson(seen));
    }
  }

  Json FillToJson(const FillSeen& seen) const {
    const Fill& fill = seen.fill;
    Json side = nullptr;
    if (fill.side) side = *fill.side == Side::kBuy ? "buy" : "sell";
    Json troubles = Json::array();
    for (const FillTrouble trouble : seen.troubles) troubles.push_back(Name(trouble));
    const auto at = [&seen](const std::vector<double>& series) {
      return series.empty() || !seen.day ? Json(nullptr) : Number(series[*seen.day] * seen.ratio);
    };
    return {{"row", fill.row},
            {"date", fill.date == kMissingDate ? Json(nullptr) : Json(FormatIso(fill.date))},
            {"side", std::move(side)},
            {"shares", Number(fill.shares)},
            {"price", Number(fill.price_cny)},
            {"fee_cny", Number(fill.fee_cny)},
            {"split_ratio", seen.ratio},
            {"counted", seen.counted},
            {"close", Number(seen.close_cny * seen.ratio)},
            {"high", at(high_)},
            {"low", at(low_)},
            {"values", Json::array()},
            {"troubles", std::move(troubles)}};
  }

  static void AddSplit(std::optional<Denominator> denominator, bool hindsight,
                       const TradeResult& trade, Json& result) {
    result["splits"].push_back(
        {{"denominator", denominator ? Json(Name(*denominator)) : Json(nullptr)},
         {"hindsight", hindsight},
         {"has_fx", trade.has_fx},
         {"parts", ToJson(trade.parts)},
         {"realised", ToJson(trade.realised)},
         {"open", ToJson(trade.open)},
         {"latest_premium_fraction", Number(trade.latest_premium_fraction)}});
    for (std::size_t i = 0; i < trade.fills.size(); ++i) {
      result["fills"][i]["values"].push_back(ValueOf(denominator, trade.fills[i]));
    }
  }

  Matching matching_ = Matching::kAverage;
  std::string fills_table_;
  std::vector<std::string> names_;
  std::vector<Fill> fills_;
  std::vector<std::size_t> rows_;
  std::vector<double> high_;
  std::vector<double> low_;
  bool has_range_ = false;
  Ranges ranges_;
  Json rejected_ = Json::array();
  std::vector<Against> sides_;
  Stages work_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<MyTradeJob>(request, tables);
}

}  // namespace

extern const Op kMyTradeOp = {
    .name = "my_trade", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
