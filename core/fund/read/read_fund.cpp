#include "core/fund/read/read_fund.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/read/fund_facts.h"
#include "core/fund/read/input_table.h"
#include "core/fund/read/join.h"
#include "core/fund/read/repeated_rows.h"
#include "core/fund/stages.h"
#include "core/table/fund_code.h"
#include "core/table/header.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

// Unmatched prices are worth a second look above this share of all of them. Ours.
constexpr double kUnmatchedShare = 0.05;

}  // namespace

class FundReader::Body {
 public:
  Body(const std::vector<const Table*>& tables, FundToRead fund)
      : cross_section_(!fund.funds.empty()),
        price_optional_(fund.price_optional),
        value_optional_(fund.value_optional) {
    for (const Table* table : tables) {
      inputs_.emplace_back(table);
      data_.rejected.push_back({data_.rejected.size(), {}});
    }
    data_.code = std::move(fund.code);
    data_.name = std::move(fund.name);
    data_.funds = std::move(fund.funds);
    ChooseTables();
    if (!cross_section_) FindName();
    for (InputTable& input : inputs_) {
      stages_.Add([&input] { input.moments = MomentsOf(*input.table); });
      if (cross_section_) stages_.Add([&input] { input.funds = FundsOf(*input.table); });
    }
    for (InputTable& input : inputs_) {
      stages_.Add([this, &input] { input.StartOrder(cross_section_); });
      stages_.AddRepeated([&input] { return input.StepOrder(); });
    }
    stages_.Add([this] { ChooseShape(); });
    for (InputTable& input : inputs_) {
      stages_.Add([this, &input] { OrderByDay(input); });
      stages_.AddRepeated([&input] { return input.StepOrder(); });
    }
    stages_.Add([this] { CheckDates(); });
    stages_.Add([this] { Lay(); });
    AddSeriesStages();
    stages_.Add([this] { ReadNav(); });
    stages_.Add([this] { ReadMarket(); });
    stages_.Add([this] { Check(); });
  }

  Stages& stages() { return stages_; }
  FundData TakeData() { return std::move(data_); }

 private:
  const InputTable& PriceInput() const { return inputs_[price_]; }

  std::optional<std::size_t> FirstWith(Role role, std::optional<std::size_t> but = {}) const {
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      if (i != but && inputs_[i].joinable && FindRole(*inputs_[i].table, role)) return i;
    }
    return {};
  }

  bool HasLiveValue() const { return FirstWith(Role::kIopv) || FirstWith(Role::kEstimate); }

  void ChooseTables() {
    std::optional<std::size_t> price = FirstWith(Role::kPrice);
    if (!price && price_optional_) price = FirstWith(Role::kNav);
    if (!price && value_optional_) price = 0;  // nothing to divide: what is there can be looked at
    if (!price) {
      throw Failure({.code = Code::no_price_column, .text = HeadersOf(*inputs_[0].table)});
    }
    price_ = *price;
    nav_ = FirstWith(Role::kNav, price_);
    if (!nav_) nav_ = FirstWith(Role::kNav);
    if (!nav_ && !HasLiveValue() && !value_optional_) {
      const std::size_t place = inputs_.size() > 1 && price_ == 0 ? 1 : 0;
      throw Failure({.code = Code::no_value_column, .text = HeadersOf(*inputs_[place].table)});
    }
  }

  void FindName() {
    const std::optional<std::size_t> names = FindRole(*PriceInput().table, Role::kName);
    if (data_.name.empty() && names && PriceInput().table->rows > 0) {
      data_.name = CellText(PriceInput().table->columns[*names], 0);
    }
  }

  // One price beside 净值日期 alone, as a list of funds has it: that day is the value's, not the
  // price's, which has none.
  bool HasDayOfValueOnly() const {
    const Table& table = *PriceInput().table;
    const std::optional<std::size_t> days = FindRole(table, Role::kDate);
    return days && PriceInput().order.rows.size() == 1 && inputs_.size() == 1 &&
           FindRole(table, Role::kPrice) && ReadHeader(table.columns[*days].name).weak;
  }

  void ChooseShape() {
    const RowOrder& order = PriceInput().order;
    if (!cross_section_ && HasDayOfValueOnly()) {
      inputs_[price_].moments.clear();
      inputs_[price_].StartOrder(cross_section_);
    }
    if (cross_section_) {
      data_.shape = Shape::kCrossSection;
    } else if (PriceInput().moments.empty()) {
      data_.shape = Shape::kPairs;
    } else {
      const bool minutes = !FindRole(*PriceInput().table, Role::kDate);
      data_.shape = minutes || IsIntraday(order.moments) ? Shape::kIntraday : Shape::kHistory;
    }
  }

  // Only a table with days can be joined by day; the one with the values has to be.
  void CheckDates() {
    if (data_.shape == Shape::kCrossSection || inputs_.size() == 1) return;
    for (InputTable& input : inputs_)
      input.joinable = FindRole(*input.table, Role::kDate).has_value();
    const InputTable& nav = inputs_[nav_.value_or(price_)];
    const bool valued = nav_ || HasLiveValue();
    if (PriceInput().joinable && nav.joinable && valued) return;
    for (const InputTable& input : inputs_) {
      if (input.joinable) continue;
      throw Failure({.code = Code::no_date_column, .text = HeadersOf(*input.table)});
    }
  }

  // A history's times of day mean nothing: 15:00 beside each day is that day.
  void OrderByDay(InputTable& input) {
    if (data_.shape != Shape::kHistory) return;
    const auto timed = [](Moment moment) { return SecondsOf(moment) != 0; };
    const std::vector<Moment>& ordered = input.order.moments;
    if (std::none_of(ordered.begin(), ordered.end(), timed)) return;
    for (Moment& moment : input.moments) {
      if (moment != kNoMoment) moment = DayOf(moment) * kSecondsADay;
    }
    input.StartOrder(cross_section_);
  }

  void Lay() {
    const RowOrder& order = PriceInput().order;
    data_.rows = order.rows.size();
    for (const std::uint32_t row : order.rows) {
      data_.source_rows.push_back(PriceInput().table->source_rows[row]);
    }
    const bool dated = FindRole(*PriceInput().table, Role::kDate).has_value();
    for (const Moment moment : order.moments) {
      data_.dates.push_back(dated ? DayOf(moment) : kMissingDate);
    }
    if (data_.shape == Shape::kIntraday) {
      for (const Moment moment : order.moments) data_.seconds.push_back(SecondsOf(moment));
    }
    if (data_.shape == Shape::kCrossSection) LayFunds();
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      data_.rejected[i].rejections.Append(inputs_[i].order.rejected);
    }
    for (std::size_t i = 0; i < inputs_.size() && data_.shape == Shape::kHistory; ++i) {
      const InputTable& input = inputs_[i];
      ListRepeated(i, *input.table, input.moments, input.order, data_.repeated);
    }
    if (order.moved > 0) {
      data_.findings.push_back(
          {Code::dates_unsorted, Level::kInfo, Source::kOwn, {{"rows_count", order.moved}}});
    }
  }

  void LayFunds() {
    const Funds& funds = PriceInput().funds;
    std::vector<std::uint32_t> entry_of;
    for (const std::string& code : funds.codes) {
      const auto entry = std::find_if(data_.funds.begin(), data_.funds.end(),
                                      [&code](const FundEntry& one) { return one.code == code; });
      entry_of.push_back(static_cast<std::uint32_t>(entry - data_.funds.begin()));
    }
    for (const std::uint32_t row : PriceInput().order.rows) {
      const std::uint32_t fund = funds.of_row[row];
      data_.fund_of_row.push_back(fund == kMissingText ? fund : entry_of[fund]);
    }
  }

  // A column of another table, brought to the price's rows.
  std::vector<double> Joined(const InputTable& input, const std::vector<double>& values) const {
    if (!cross_section_) {
      return JoinByMoment(PriceInput().order.moments, input.order.moments, values);
    }
    std::vector<std::string> codes;
    for (const std::uint32_t fund : data_.fund_of_row) {
      codes.push_back(fund == kMissingText ? "" : data_.funds[fund].code);
    }
    return JoinByFund(codes, input.funds, input.moments, values);
  }

  std::optional<std::size_t> SourceOf(Role role) const {
    if (FindRole(*inputs_[price_].table, role)) return price_;
    const std::optional<std::size_t> place = FirstWith(role);
    // Of many funds only a table that names them can be joined.
    return cross_section_ && place && inputs_[*place].funds.codes.empty() ? std::nullopt : place;
  }

  void ReadSeries(Role role, bool positive, std::vector<double>& series) {
    const std::optional<std::size_t> place = SourceOf(role);
    if (!place) return;
    InputTable& input = inputs_[*place];
    input.used = true;
    const std::size_t column = *FindRole(*input.table, role);
    series = input.NumbersOf(column);
    if (positive) input.DropNotPositive(column, series, data_.rejected[*place].rejections);
    if (*place != price_) series = Joined(input, series);
  }

  void ReadPurchase() {
    const std::optional<std::size_t> place = SourceOf(Role::kPurchaseStatus);
    if (!place) return;
    InputTable& input = inputs_[*place];
    const std::size_t column = *FindRole(*input.table, Role::kPurchaseStatus);
    if (input.table->columns[column].type != ColumnType::kText) return;
    input.used = true;
    std::vector<double> statuses = input.StatusesOf(column);
    if (*place != price_) statuses = Joined(input, statuses);
    for (const double status : statuses) {
      data_.purchase.push_back(IsMissing(status) ? PurchaseStatus::kUnknown
                                                 : static_cast<PurchaseStatus>(status));
    }
  }

  void ReadFacts() {
    const Table& table = *PriceInput().table;
    data_.index_names = IndexNames(table, PriceInput().order.rows, cross_section_);
    data_.fee_fraction = YearlyFees(table, PriceInput().order.rows, cross_section_);
  }

  void ReadPasted(Role role) {
    const std::optional<std::size_t> column = FindRole(*PriceInput().table, role);
    if (!column) return;
    data_.pasted.push_back({PriceInput().table->columns[*column].name, role == Role::kDiscount,
                            PriceInput().NumbersOf(*column)});
  }

  void AddSeriesStages() {
    const auto add = [this](Role role, bool positive, std::vector<double>& series) {
      stages_.Add([this, role, positive, &series] { ReadSeries(role, positive, series); });
    };
    add(Role::kPrice, true, data_.price_cny);
    add(Role::kIopv, true, data_.iopv_cny);
    add(Role::kEstimate, true, data_.estimate_cny);
    add(Role::kAmount, false, data_.amount_cny);
    add(Role::kTurnover, false, data_.turnover_fraction);
    add(Role::kVolume, false, data_.volume_shares);
    add(Role::kBid, false, data_.bid_cny);
    add(Role::kAsk, false, data_.ask_cny);
    add(Role::kShares, false, data_.shares);
    add(Role::kFloat, false, data_.float_cny);
    add(Role::kPurchaseLimit, false, data_.purchase_limit_cny);
    stages_.Add([this] { ReadPurchase(); });
    stages_.Add([this] { ReadFacts(); });
    stages_.Add([this] { ReadPasted(Role::kPremium); });
    stages_.Add([this] { ReadPasted(Role::kDiscount); });
  }

  void ReadNav() {
    if (!nav_) return;
    if (data_.shape == Shape::kHistory || (data_.shape == Shape::kIntraday && *nav_ != price_)) {
      inputs_[*nav_].used = true;
      ReadDatedNav(inputs_[*nav_]);
    } else {
      ReadSeries(Role::kNav, true, data_.nav_beside_cny);
    }
  }

  void ReadDatedNav(const InputTable& input) {
    const std::size_t column = *FindRole(*input.table, Role::kNav);
    std::vector<double> values = input.NumbersOf(column);
    input.DropNotPositive(column, values, data_.rejected[*nav_].rejections);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Date date = DayOf(input.order.moments[i]);
      if (IsMissing(values[i])) continue;
      if (!data_.nav.dates.empty() && data_.nav.dates.back() == date) continue;
      data_.nav.dates.push_back(date);
      data_.nav.values.push_back(values[i]);
      data_.nav.source_rows.push_back(input.table->source_rows[input.order.rows[i]]);
    }
  }

  // The columns of index and rate that stand beside the fund's own.
  void ReadMarket() {
    if (cross_section_ || data_.dates.empty()) return;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      MarketData market = ReadMarketSeries(*inputs_[i].table, i);
      inputs_[i].used |= !market.indexes.empty() || !market.rates.empty();
      const auto take = [](std::vector<MarketSeries>& from, std::vector<MarketSeries>& to) {
        for (MarketSeries& series : from) {
          series.own = true;
          to.push_back(std::move(series));
        }
      };
      take(market.indexes, data_.indexes);
      take(market.rates, data_.rates);
    }
  }

  void Check() {
    if (data_.price_cny.empty() && price_optional_) data_.price_cny.assign(data_.rows, kMissing);
    if (inputs_.size() > 1 && data_.shape == Shape::kHistory) ReportMatches();
    ReportUnused();
    const bool valued = value_optional_ || HasAny(data_.iopv_cny) || HasAny(data_.estimate_cny) ||
                        HasAny(data_.nav_beside_cny) || HasAny(data_.nav.values);
    const bool priced = price_optional_ || HasAny(data_.price_cny);
    if (!priced || !valued) {
      throw Failure({.code = Code::no_usable_row, .text = HeadersOf(*PriceInput().table)});
    }
  }

  // Nothing that was given is left out without a word.
  void ReportUnused() {
    for (const InputTable& input : inputs_) {
      if (input.used) continue;
      const Table& table = *input.table;
      const std::string name = table.file.empty() ? HeadersOf(table) : table.file;
      data_.findings.push_back({Code::table_unused, Level::kInfo, Source::kOwn, {{"table", name}}});
    }
  }

  void ReportMatches() {
    const Join join = CountMatches(data_);
    data_.join = join;
    if (join.price_only + join.value_only == 0) return;
    const double prices = static_cast<double>(join.matched + join.price_only);
    const bool many = static_cast<double>(join.price_only) > kUnmatchedShare * prices;
    data_.findings.push_back({Code::rows_unmatched,
                              many ? Level::kWatch : Level::kInfo,
                              Source::kOwn,
                              {{"matched_count", join.matched},
                               {"price_only_count", join.price_only},
                               {"value_only_count", join.value_only}}});
  }

  Stages stages_;
  std::vector<InputTable> inputs_;
  std::size_t price_ = 0;
  std::optional<std::size_t> nav_;
  bool cross_section_;
  bool price_optional_;
  bool value_optional_;
  FundData data_;
};

FundReader::FundReader(const std::vector<const Table*>& tables, FundToRead fund)
    : body_(std::make_unique<Body>(tables, std::move(fund))) {}
FundReader::~FundReader() = default;
FundReader::FundReader(FundReader&&) noexcept = default;
FundReader& FundReader::operator=(FundReader&&) noexcept = default;

bool FundReader::Step() { return body_->stages().Step(); }
double FundReader::Progress() const { return body_->stages().Progress(); }
FundData FundReader::Finish() { return body_->TakeData(); }

FundData ReadFund(const std::vector<const Table*>& tables, const std::string& fund) {
  FundTables split(tables);
  while (!split.Step()) {
  }
  const std::optional<std::size_t> index =
      fund.empty() || split.funds().empty() ? split.only() : split.IndexOf(fund);
  const TablesOfFund of = index ? split.Of(*index) : split.All();
  if (!index && split.is_panel()) throw Failure({.code = Code::unknown_fund});
  FundToRead target{NormaliseCode(fund), "", {}};
  if (index) target = {split.funds()[*index].code, split.funds()[*index].name, {}};
  if (!index) target.funds = split.funds();
  FundReader reader(of.tables, std::move(target));
  while (!reader.Step()) {
  }
  return reader.Finish();
}

}  // namespace premiumlens
