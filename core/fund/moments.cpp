#include "core/fund/moments.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/fund/fund_code.h"

namespace premiumlens {
namespace {

// Seconds since midnight of each row, empty if the table has no times.
std::vector<std::int32_t> TimesOf(const Table& table) {
  for (const Role role : {Role::kTime, Role::kDate}) {
    const std::optional<std::size_t> column = FindRole(table, role);
    if (column && !table.columns[*column].seconds.empty()) return table.columns[*column].seconds;
  }
  return {};
}

// Rows are sorted stably in passes over so many bits: faster than comparing, and each pass is
// short.
constexpr unsigned kDigitBits = 11;
constexpr std::uint64_t kDigits = std::uint64_t{1} << kDigitBits;

// Rows whose date the parser has refused already are not reported a second time.
std::set<std::int64_t> RefusedRows(const Table& table, const std::string& column) {
  std::set<std::int64_t> rows;
  for (const Rejection& rejection : table.rejected.listed) {
    if (rejection.column == column) rows.insert(rejection.row);
  }
  return rows;
}

}  // namespace

Date DayOf(Moment moment) {
  if (moment == kNoMoment) return kMissingDate;
  const Moment day = moment / kSecondsADay - (moment % kSecondsADay < 0 ? 1 : 0);
  return static_cast<Date>(day);
}

std::int32_t SecondsOf(Moment moment) {
  return static_cast<std::int32_t>(((moment % kSecondsADay) + kSecondsADay) % kSecondsADay);
}

std::vector<Moment> MomentsOf(const Table& table) {
  const std::optional<std::size_t> date_column = FindRole(table, Role::kDate);
  const std::vector<std::int32_t> times = TimesOf(table);
  if (!date_column && times.empty()) return {};
  std::vector<Date> days;
  if (date_column) days = Days(table, *date_column);
  std::vector<Moment> moments(table.rows, kNoMoment);
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (date_column && days[i] == kMissingDate) continue;
    if (!date_column && times[i] == kMissingTime) continue;
    const Moment day = date_column ? days[i] : 0;
    const bool timed = !times.empty() && times[i] != kMissingTime;
    moments[i] = day * kSecondsADay + (timed ? times[i] : 0);
  }
  return moments;
}

Funds FundsOf(const Table& table) {
  Funds funds;
  const std::optional<std::size_t> index = FindRole(table, Role::kCode);
  if (!index) return funds;
  const Column& column = table.columns[*index];
  std::unordered_map<std::string, std::uint32_t> known;
  const auto number_of = [&](const std::string& text) {
    const std::string code = NormaliseCode(text);
    if (code.empty()) return kMissingText;
    const auto [entry, is_new] = known.emplace(code, static_cast<std::uint32_t>(known.size()));
    if (is_new) funds.codes.push_back(code);
    return entry->second;
  };
  funds.of_row.assign(table.rows, kMissingText);
  if (column.type == ColumnType::kText) {
    std::vector<std::uint32_t> of_word;
    for (const std::string& word : column.words) of_word.push_back(number_of(word));
    for (std::size_t i = 0; i < table.rows; ++i) {
      if (column.texts[i] != kMissingText) funds.of_row[i] = of_word[column.texts[i]];
    }
  } else {
    for (std::size_t i = 0; i < table.rows; ++i) funds.of_row[i] = number_of(CellText(column, i));
  }
  return funds;
}

std::vector<std::uint32_t> RowsOf(const Table& table, const Funds& funds, std::uint32_t fund) {
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (fund == kMissingText || funds.of_row[i] == fund) {
      rows.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return rows;
}

RowOrderer::RowOrderer(const Table& table, const std::vector<Moment>& moments,
                       std::vector<std::uint32_t> rows)
    : table_(table), moments_(moments), rows_(std::move(rows)) {}

bool RowOrderer::Step() {
  if (moments_.empty()) {
    order_.rows = std::move(rows_);
    return true;
  }
  if (!collected_) {
    Collect();
    return false;
  }
  if (!ascending_ && (highest_ >> shift_) > 0) {
    SortByDigit();
    return false;
  }
  Emit();
  return true;
}

RowOrder RowOrderer::Finish() { return std::move(order_); }

void RowOrderer::Collect() {
  collected_ = true;
  const std::optional<std::size_t> date_column = FindRole(table_, Role::kDate);
  const std::string column = date_column ? table_.columns[*date_column].name : std::string();
  const std::set<std::int64_t> refused = RefusedRows(table_, column);
  Moment lowest = std::numeric_limits<Moment>::max();
  for (const std::uint32_t row : rows_) {
    if (moments_[row] != kNoMoment) lowest = std::min(lowest, moments_[row]);
  }
  entries_.reserve(rows_.size());
  std::uint64_t last = 0;
  for (const std::uint32_t row : rows_) {
    if (moments_[row] == kNoMoment) {
      const std::int64_t place = table_.source_rows[row];
      if (!refused.contains(place)) order_.rejected.Add({Code::date_missing, place, column, ""});
      continue;
    }
    const std::uint64_t offset = static_cast<std::uint64_t>(moments_[row] - lowest);
    ascending_ = ascending_ && offset >= last;
    highest_ = std::max(highest_, offset);
    last = offset;
    entries_.push_back({offset, row});
  }
  if (!ascending_) {
    pasted_ = entries_;
    scratch_.resize(entries_.size());
  }
}

void RowOrderer::SortByDigit() {
  std::vector<std::size_t> starts(kDigits + 1, 0);
  const auto digit = [this](const Entry& entry) {
    return static_cast<std::size_t>((entry.offset >> shift_) & (kDigits - 1));
  };
  for (const Entry& entry : entries_) ++starts[digit(entry) + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  for (const Entry& entry : entries_) scratch_[starts[digit(entry)]++] = entry;
  entries_.swap(scratch_);
  shift_ += kDigitBits;
}

void RowOrderer::Emit() {
  const std::optional<std::size_t> date_column = FindRole(table_, Role::kDate);
  order_.rows.reserve(entries_.size());
  order_.moments.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint32_t row = entries_[i].row;
    order_.moved += !ascending_ && !(entries_[i] == pasted_[i]);
    if (order_.moments.empty() || order_.moments.back() != moments_[row]) {
      order_.rows.push_back(row);
      order_.moments.push_back(moments_[row]);
      continue;
    }
    std::string name;
    std::string text;
    if (order_.rejected.count < static_cast<std::int64_t>(Rejections::kListed) && date_column) {
      name = table_.columns[*date_column].name;
      text = CellText(table_.columns[*date_column], row);
    }
    order_.rejected.Add({Code::duplicate_date, table_.source_rows[row], name, text});
  }
}

RowOrder OrderRows(const Table& table, const std::vector<Moment>& moments,
                   std::vector<std::uint32_t> rows) {
  RowOrderer orderer(table, moments, std::move(rows));
  while (!orderer.Step()) {
  }
  return orderer.Finish();
}

}  // namespace premiumlens
