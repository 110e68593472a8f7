#include "core/fund/read/moments.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/table/fund_code.h"

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

constexpr std::size_t kPieceRows = 1 << 16;  // handled in one step

// Rows are sorted stably in passes over so many bits: faster than comparing, and a pass can be
// interrupted anywhere.
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

std::vector<std::uint32_t> AllRows(const Table& table) {
  std::vector<std::uint32_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0U);
  return rows;
}

RowOrderer::RowOrderer(const Table& table, const std::vector<Moment>& moments,
                       std::vector<std::uint32_t> rows)
    : table_(table),
      moments_(moments),
      date_column_(FindRole(table, Role::kDate)),
      rows_(std::move(rows)) {
  if (moments_.empty()) {
    order_.rows = std::move(rows_);
    phase_ = Phase::kDone;
  } else if (date_column_) {
    refused_ = RefusedRows(table, table.columns[*date_column_].name);
  }
}

bool RowOrderer::Step() {
  const std::size_t from = next_;
  next_ = std::min(from + kPieceRows, rows_.size());
  switch (phase_) {
    case Phase::kScan:
      Scan(from, next_);
      break;
    case Phase::kCollect:
      Collect(from, next_);
      break;
    case Phase::kCount:
      Count(from, next_);
      break;
    case Phase::kScatter:
      Scatter(from, next_);
      break;
    case Phase::kEmit:
      Emit(from, next_);
      break;
    case Phase::kDone:
      return true;
  }
  if (next_ == rows_.size()) EndPhase();
  return phase_ == Phase::kDone;
}

RowOrder RowOrderer::Finish() { return std::move(order_); }

void RowOrderer::EndPhase() {
  next_ = 0;
  switch (phase_) {
    case Phase::kScan:
      rows_.resize(timed_);
      phase_ = ascending_ ? Phase::kEmit : Phase::kCollect;
      entries_.reserve(ascending_ ? 0 : timed_);
      scratch_.reserve(ascending_ ? 0 : timed_);
      order_.rows.reserve(timed_);
      order_.moments.reserve(timed_);
      break;
    case Phase::kCollect:
      phase_ = Phase::kCount;
      starts_.assign(kDigits + 1, 0);
      break;
    case Phase::kCount:
      phase_ = Phase::kScatter;
      for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
      break;
    case Phase::kScatter:
      entries_.swap(scratch_);
      shift_ += kDigitBits;
      phase_ = static_cast<std::uint64_t>(highest_ - lowest_) >> shift_ > 0 ? Phase::kCount
                                                                            : Phase::kEmit;
      starts_.assign(kDigits + 1, 0);
      break;
    case Phase::kEmit:
    case Phase::kDone:
      phase_ = Phase::kDone;
      break;
  }
}

void RowOrderer::Scan(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const std::uint32_t row = rows_[i];
    const Moment moment = moments_[row];
    if (moment == kNoMoment) {
      const std::int64_t place = table_.source_rows[row];
      const std::string column = date_column_ ? table_.columns[*date_column_].name : std::string();
      if (!refused_.contains(place)) order_.rejected.Add({Code::date_missing, place, column, ""});
      continue;
    }
    ascending_ = ascending_ && moment >= highest_;
    lowest_ = std::min(lowest_, moment);
    highest_ = std::max(highest_, moment);
    rows_[timed_++] = row;
  }
}

void RowOrderer::Collect(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    entries_.push_back({static_cast<std::uint64_t>(moments_[rows_[i]] - lowest_), rows_[i]});
  }
  scratch_.resize(to);
}

std::size_t RowOrderer::DigitOf(const Entry& entry) const {
  return static_cast<std::size_t>((entry.offset >> shift_) & (kDigits - 1));
}

void RowOrderer::Count(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) ++starts_[DigitOf(entries_[i]) + 1];
}

void RowOrderer::Scatter(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) scratch_[starts_[DigitOf(entries_[i])]++] = entries_[i];
}

void RowOrderer::Emit(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const std::uint32_t row = ascending_ ? rows_[i] : entries_[i].row;
    order_.moved += row != rows_[i] ? 1 : 0;
    if (order_.moments.empty() || order_.moments.back() != moments_[row]) {
      order_.rows.push_back(row);
      order_.moments.push_back(moments_[row]);
      continue;
    }
    std::string name;
    std::string text;
    if (order_.rejected.count < static_cast<std::int64_t>(Rejections::kListed) && date_column_) {
      name = table_.columns[*date_column_].name;
      text = CellText(table_.columns[*date_column_], row);
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
