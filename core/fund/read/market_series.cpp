#include "core/fund/read/market_series.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/read/fund_tables.h"
#include "core/fund/read/market_column.h"
#include "core/fund/read/table_part.h"
#include "core/fund/stages.h"
#include "core/table/fund_code.h"
#include "core/table/market.h"
#include "core/table/market_names.h"

namespace premiumlens {
namespace {

constexpr std::size_t kSampledRows = 1000;

bool Holds(const Table& table, Role role) {
  for (std::size_t i = 0; i < table.meanings.size(); ++i) {
    if (table.meanings[i].role == role && LevelOf(table.columns[i]) > 0) return true;
  }
  return false;
}

bool HoldsValue(const Table& table) {
  return Holds(table, Role::kNav) || Holds(table, Role::kIopv) || Holds(table, Role::kEstimate);
}

bool IsWide(const Table& table) {
  return std::any_of(table.meanings.begin(), table.meanings.end(),
                     [](const Meaning& meaning) { return !meaning.fund.empty(); });
}

// The rows of each text of a code column.
std::map<std::string, std::vector<std::uint32_t>> RowsByCode(const Table& table,
                                                             std::size_t column) {
  std::map<std::string, std::vector<std::uint32_t>> rows;
  const Column& cells = table.columns[column];
  std::vector<std::vector<std::uint32_t>> by_word(cells.words.size());
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    if (cells.texts[row] != kMissingText) by_word[cells.texts[row]].push_back(row);
  }
  for (std::size_t i = 0; i < by_word.size(); ++i) rows[cells.words[i]] = std::move(by_word[i]);
  return rows;
}

// Whether some row may be of no fund.
bool MayHoldOthers(const Column& codes) {
  return codes.type == ColumnType::kText &&
         !std::all_of(codes.words.begin(), codes.words.end(), [](const std::string& word) {
           return IsListedFundCode(NormaliseCode(word));
         });
}

// The median of some of a column's values.
double MedianAt(const std::vector<double>& values, const std::vector<std::uint32_t>& rows) {
  std::vector<double> sample;
  for (const std::uint32_t row : rows) {
    if (values[row] > 0) sample.push_back(values[row]);
  }
  if (sample.empty()) return kMissing;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

// Whether `levels` are further than kFarLevel from the last of `values` on or before their days, on
// most days; nothing where they never meet.
std::optional<bool> IsFar(const DatedValues& levels, const DatedValues& values) {
  const std::size_t step = std::max<std::size_t>(1, levels.dates.size() / kSampledRows);
  std::int64_t days = 0;
  std::int64_t far = 0;
  for (std::size_t i = 0; i < levels.dates.size(); i += step) {
    const auto after = std::upper_bound(values.dates.begin(), values.dates.end(), levels.dates[i]);
    if (after == values.dates.begin()) continue;
    const double value = values.values[static_cast<std::size_t>(after - values.dates.begin()) - 1];
    ++days;
    far += std::fabs(std::log(levels.values[i] / value)) > std::log(kFarLevel) ? 1 : 0;
  }
  if (days == 0) return {};
  return 2 * far > days;
}

}  // namespace

class MarketTables::Body {
 public:
  explicit Body(const std::vector<const Table*>& tables) : given_(tables), funds_(tables) {
    stages_.Add([this] { ListCodesOfValues(); });
    for (std::size_t i = 0; i < given_.size(); ++i) {
      stages_.Add([this, i] { Read(i); });
    }
    stages_.Add([this] { TakeFarLevels(); });
    stages_.Add([this] { LeaveIfAllMarket(); });
  }

  bool Step() { return stages_.Step(); }
  const std::vector<const Table*>& funds() const { return funds_; }
  const MarketData& market() const { return market_; }
  bool is_all_market() const { return is_all_market_; }

 private:
  // The codes that some table has a value of are funds, whatever they look like.
  void ListCodesOfValues() {
    for (const Table* table : given_) {
      if (!HoldsValue(*table)) continue;
      has_values_ = true;
      const std::optional<std::size_t> code = FindRole(*table, Role::kCode);
      if (!code || table->columns[*code].type != ColumnType::kText) continue;
      const Column& cells = table->columns[*code];
      std::vector<bool> valued(cells.words.size(), false);
      for (std::size_t i = 0; i < table->columns.size(); ++i) {
        if (!IsValue(table->meanings[i].role)) continue;
        const std::vector<double>& values = table->columns[i].numbers;
        for (std::size_t row = 0; row < values.size(); ++row) {
          if (values[row] > 0 && cells.texts[row] != kMissingText) valued[cells.texts[row]] = true;
        }
      }
      for (std::size_t i = 0; i < valued.size(); ++i) {
        if (valued[i]) valued_.insert(NormaliseCode(cells.words[i]));
      }
    }
    has_fund_ = std::any_of(given_.begin(), given_.end(),
                            [this](const Table* table) { return IsPricedFund(*table); });
  }

  // A price that is a fund's beyond doubt.
  bool IsPricedFund(const Table& table) const {
    if (IsWide(table)) return true;
    if (!Holds(table, Role::kPrice)) return false;
    if (HoldsValue(table) || !CodeOutside(table).empty()) return true;
    const std::optional<std::size_t> code = FindRole(table, Role::kCode);
    if (!code) return false;
    const std::vector<std::string>& words = table.columns[*code].words;
    return std::any_of(words.begin(), words.end(), [this](const std::string& word) {
      const std::string normal = NormaliseCode(word);
      return IsListedFundCode(normal) || valued_.contains(normal);
    });
  }

  void Read(std::size_t place) {
    const Table& table = *given_[place];
    market_.has_changes |= HasIndexChanges(table);
    if (!FindRole(table, Role::kDate) || IsWide(table)) return;
    if (FindRole(table, Role::kCode)) return ReadLong(place);
    if (Holds(table, Role::kPrice) || HoldsValue(table)) return;
    MarketData read = ReadMarketSeries(table, place);
    if (read.indexes.empty() && read.rates.empty()) return;
    Keep(std::move(read));
    funds_[place] = &kNothing;
  }

  void Keep(MarketData read) {
    for (MarketSeries& series : read.indexes) JoinSeries(std::move(series), market_.indexes);
    for (MarketSeries& series : read.rates) JoinSeries(std::move(series), market_.rates);
  }

  bool IsMarketCode(const std::string& code, double level) const {
    const std::string normal = NormaliseCode(code);
    if (IsListedFundCode(normal) || valued_.contains(normal)) return false;
    if (FindIndexName(code) && level >= kIndexLevel) return true;
    // What is no fund of the mainland, beside one.
    const bool digits = FindSixDigits(code) != std::string::npos;
    return has_values_ && has_fund_ && !std::isnan(level) && (!digits || level >= kIndexLevel);
  }

  // A row a symbol and day: the symbols that are no fund's.
  void ReadLong(std::size_t place) {
    const Table& table = *given_[place];
    const std::size_t codes = *FindRole(table, Role::kCode);
    if (!MayHoldOthers(table.columns[codes])) return;
    std::optional<std::size_t> level;
    for (const Role role : {Role::kPrice, Role::kIndex, Role::kFx}) {
      if (!level) level = FindRole(table, role);
    }
    if (!level || table.columns[*level].type != ColumnType::kNumber) return;
    const std::vector<double> values = ScaledNumbers(table, *level);
    const std::vector<Date> days = DaysOf(table);
    std::vector<bool> taken(table.rows, false);
    std::size_t count = 0;
    for (auto& [code, rows] : RowsByCode(table, codes)) {
      const std::optional<RateName> rate = FindRateName(code.substr(0, code.find('.')));
      const bool is_rate = rate && (rate->names_cny || table.meanings[*level].role == Role::kFx);
      if (!is_rate && !IsMarketCode(code, MedianAt(values, rows))) continue;
      for (const std::uint32_t row : rows) taken[row] = true;
      count += rows.size();
      MarketSeries series{code, place, table.columns[*level].name, "", "", {}};
      series.values = SeriesOf(table, days, values, std::move(rows));
      MarketData one;
      if (is_rate) {
        AddRate(*rate, std::move(series), one);
      } else {
        AddIndex(FindIndexName(code), std::move(series), one);
      }
      Keep(std::move(one));
    }
    if (count > 0) KeepOthers(place, taken, count);
  }

  void KeepOthers(std::size_t place, const std::vector<bool>& taken, std::size_t count) {
    const Table& table = *given_[place];
    if (count == table.rows) {
      funds_[place] = &kNothing;
      return;
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      if (!taken[row]) rows.push_back(row);
    }
    parts_.push_back(PartOf(table, rows, [](std::size_t) { return true; }));
    funds_[place] = parts_.back().get();
  }

  struct Levels {
    std::size_t place;
    DatedValues values;
  };

  // The first column of a role in the tables that are of no code, by day.
  std::vector<Levels> LevelsOf(bool (*wanted)(Role), bool (*table_fits)(const Table&)) const {
    std::vector<Levels> levels;
    for (std::size_t i = 0; i < funds_.size(); ++i) {
      const Table& table = *funds_[i];
      const std::vector<Date> days = DaysOf(table);
      if (days.empty() || !table_fits(table)) continue;
      for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (!wanted(table.meanings[k].role) || !table.meanings[k].fund.empty()) continue;
        DatedValues values = SeriesOf(table, days, ScaledNumbers(table, k), RowsOf(table));
        if (!values.dates.empty()) levels.push_back({i, std::move(values)});
        break;
      }
    }
    return levels;
  }

  // Tables of prices without a name that lie far off the NAV, where another lies near.
  void TakeFarLevels() {
    const auto is_price = [](Role role) { return role == Role::kPrice; };
    const auto without_code = [](const Table& table) { return !FindRole(table, Role::kCode); };
    std::size_t with_price = 0;
    for (const Table* table : funds_) with_price += Holds(*table, Role::kPrice) ? 1 : 0;
    if (with_price < 2) return;
    const std::vector<Levels> prices = LevelsOf(is_price, without_code);
    const std::vector<Levels> values = LevelsOf(IsValue, without_code);
    if (values.empty()) return;
    std::vector<std::size_t> far;
    bool near = false;
    for (const Levels& price : prices) {
      bool all_far = true;
      bool met = false;
      for (const Levels& value : values) {
        const std::optional<bool> is_far = IsFar(price.values, value.values);
        met |= is_far.has_value();
        all_far &= is_far.value_or(true);
      }
      const Table& table = *funds_[price.place];
      const bool nameless = CodeOutside(table).empty() && !HoldsValue(table) && !IsCorrected(table);
      if (met && all_far && nameless) far.push_back(price.place);
      near |= met && !all_far;
    }
    if (!near) return;
    for (const std::size_t place : far) TakeLevel(place);
  }

  // The user's word that a column is the price.
  static bool IsCorrected(const Table& table) {
    return std::any_of(table.meanings.begin(), table.meanings.end(), [](const Meaning& meaning) {
      return meaning.role == Role::kPrice && meaning.reason == MeaningReason::kCorrected;
    });
  }

  void TakeLevel(std::size_t place) {
    const Table& table = *funds_[place];
    const std::size_t column = *FindRole(table, Role::kPrice);
    const std::string name = NameOf(table);
    MarketSeries series{name.empty() ? table.columns[column].name : name,
                        place,
                        table.columns[column].name,
                        "",
                        "",
                        {}};
    series.values = SeriesOf(table, DaysOf(table), ScaledNumbers(table, column), RowsOf(table));
    MarketData one = ReadMarketSeries(table, place);
    AddIndex(FindIndexInText(table.file), std::move(series), one);
    Keep(std::move(one));
    funds_[place] = &kNothing;
  }

  void LeaveIfAllMarket() {
    const bool any = std::any_of(funds_.begin(), funds_.end(), [](const Table* table) {
      return Holds(*table, Role::kPrice) || HoldsValue(*table) || IsWide(*table);
    });
    is_all_market_ = !any && funds_ != given_;
    if (any) return;
    funds_ = given_;
    market_ = {};
  }

  static const Table kNothing;

  const std::vector<const Table*> given_;
  std::vector<const Table*> funds_;
  std::vector<std::unique_ptr<Table>> parts_;
  std::set<std::string> valued_;
  bool has_values_ = false;
  bool has_fund_ = false;  // with a price of its own
  MarketData market_;
  bool is_all_market_ = false;
  Stages stages_;
};

const Table MarketTables::Body::kNothing;

MarketTables::MarketTables(const std::vector<const Table*>& tables)
    : body_(std::make_unique<Body>(tables)) {}
MarketTables::~MarketTables() = default;
MarketTables::MarketTables(MarketTables&&) noexcept = default;
MarketTables& MarketTables::operator=(MarketTables&&) noexcept = default;

bool MarketTables::is_all_market() const { return body_->is_all_market(); }
bool MarketTables::Step() { return body_->Step(); }
const std::vector<const Table*>& MarketTables::funds() const { return body_->funds(); }
const MarketData& MarketTables::market() const { return body_->market(); }

}  // namespace premiumlens
