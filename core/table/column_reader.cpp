#include "core/table/column_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/missing.h"
#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::string_view kDamaged = "\xEF\xBF\xBD";  // U+FFFD

int TwoDigits(const char* p) { return (p[0] - '0') * 10 + (p[1] - '0'); }
bool AreTwoDigits(const char* p) { return IsDigit(p[0]) && IsDigit(p[1]); }

// "09:31" or "09:31:00" at `p`, which moves behind it; kMissingTime if there is none.
std::int32_t TakeClock(const char*& p) {
  if (!AreTwoDigits(p) || p[2] != ':' || !AreTwoDigits(p + 3)) return kMissingTime;
  const bool has_seconds = p[5] == ':' && AreTwoDigits(p + 6);
  const int hour = TwoDigits(p);
  const int minute = TwoDigits(p + 3);
  const int second = has_seconds ? TwoDigits(p + 6) : 0;
  if (hour > 23 || minute > 59 || second > 59) return kMissingTime;
  p += has_seconds ? 8 : 5;
  return hour * 3600 + minute * 60 + second;
}

// "2025-01-03", "2025/01/03" or "20250103" at `p`, which moves behind it, as 20250103; or 0.
std::int32_t TakeEightDigits(const char*& p) {
  const std::uint64_t values = scan::DigitValues(scan::Load8(p));
  if (scan::MarkNonDigits(values) == 0) {
    p += 8;
    return static_cast<std::int32_t>(scan::JoinDigits(values));
  }
  if (p[4] != p[7] || (p[4] != '-' && p[4] != '/') || !AreTwoDigits(p + 8)) return 0;
  const std::uint64_t year_month = (values & 0xFFFFFFFFu) | ((values >> 8) & 0xFFFF00000000u);
  if (scan::MarkNonDigits(year_month) != 0) return 0;
  const auto month = static_cast<std::int32_t>(scan::JoinDigits(year_month << 16));
  const int day = TwoDigits(p + 8);
  p += 10;
  return month * 100 + day;
}

}  // namespace

std::size_t RowSet::Count() const {
  return static_cast<std::size_t>(std::count(marks_.begin(), marks_.end(), 1));
}

ColumnReader::ColumnReader(std::string_view name, ColumnType type, DayStyle style, std::size_t rows)
    : type_(type), style_(style) {
  column_.name = name;
  column_.type = type;
  if (type == ColumnType::kNumber) column_.numbers.reserve(rows);
  if (type == ColumnType::kDate) column_.dates.reserve(rows);
  if (type == ColumnType::kTime) column_.seconds.reserve(rows);
  if (type == ColumnType::kText) column_.texts.reserve(rows);
}

void ColumnReader::Resize(std::size_t rows) {
  if (type_ == ColumnType::kNumber) column_.numbers.resize(rows);
  if (type_ == ColumnType::kDate) column_.dates.resize(rows);
  if (type_ == ColumnType::kText) column_.texts.resize(rows);
  const bool has_seconds = type_ == ColumnType::kDate && !column_.seconds.empty();
  if (type_ == ColumnType::kTime || has_seconds) column_.seconds.resize(rows);
}

void ColumnReader::DropFrom(std::size_t rows) {
  percents_.DropFrom(rows);
  scaled_.DropFrom(rows);
  if (type_ != ColumnType::kText) return;
  const std::size_t known = column_.words.size();
  while (!first_rows_.empty() && first_rows_.back() >= rows) first_rows_.pop_back();
  const std::size_t words = first_rows_.size();
  if (words == known) return;
  column_.words.resize(words);
  index_.Rebuild(column_.words);
  while (!damaged_.empty() && damaged_.back() >= words) damaged_.pop_back();
  last_word_ = kMissingText;
}

Column ColumnReader::Take(std::size_t rows) {
  Resize(rows);
  column_.percent_cells = static_cast<std::int64_t>(percents_.Count());
  column_.scaled_cells = static_cast<std::int64_t>(scaled_.Count());
  return std::move(column_);
}

void ColumnReader::SetMissing(std::size_t row) {
  switch (type_) {
    case ColumnType::kNumber:
      column_.numbers[row] = kMissing;
      break;
    case ColumnType::kDate:
      SetDay(row, kMissingDate, kMissingTime);
      break;
    case ColumnType::kTime:
      column_.seconds[row] = kMissingTime;
      break;
    case ColumnType::kText:
      column_.texts[row] = kMissingText;
      break;
  }
}

bool ColumnReader::HasValue(std::size_t row) const {
  switch (type_) {
    case ColumnType::kNumber:
      return !IsMissing(column_.numbers[row]);
    case ColumnType::kDate:
      return column_.dates[row] != kMissingDate;
    case ColumnType::kTime:
      return column_.seconds[row] != kMissingTime;
    case ColumnType::kText:
      return column_.texts[row] != kMissingText;
  }
  return false;
}

bool ColumnReader::IsCode(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.';
  });
}

bool ColumnReader::HoldsCodes() const {
  const auto codes = std::count_if(column_.words.begin(), column_.words.end(), IsCode);
  return 2 * static_cast<std::size_t>(codes) > column_.words.size();
}

std::vector<std::size_t> ColumnReader::DropRarerUnit(std::size_t rows) {
  std::vector<std::size_t> percents, plain;
  if (percents_.Count() == 0) return percents;
  for (std::size_t row = 0; row < rows; ++row) {
    const double x = column_.numbers[row];
    if (x != 0 && !IsMissing(x)) (percents_.Has(row) ? percents : plain).push_back(row);
  }
  if (percents.empty() || plain.empty()) return {};
  const bool percents_are_rarer = percents.size() < plain.size();
  if (percents_are_rarer) percents_.DropFrom(0);
  std::vector<std::size_t>& rarer = percents_are_rarer ? percents : plain;
  for (const std::size_t row : rarer) column_.numbers[row] = kMissing;
  return std::move(rarer);
}

const char* ColumnReader::TakeTime(const char* p, std::size_t row) {
  if (type_ == ColumnType::kDate) return TakeDay(p, row);
  const std::int32_t seconds = TakeClock(p);
  if (seconds == kMissingTime) return nullptr;
  column_.seconds[row] = seconds;
  return p;
}

const char* ColumnReader::TakeDay(const char* p, std::size_t row) {
  const std::int32_t digits = TakeEightDigits(p);
  const std::int32_t day = digits % 100;
  if (digits / 100 != month_ && !TurnToMonth(digits / 100)) return nullptr;
  if (day < 1 || day > month_days_) return nullptr;
  std::int32_t seconds = kMissingTime;
  if ((*p == ' ' || *p == 'T') && IsDigit(p[1])) {
    ++p;
    seconds = TakeClock(p);
    if (seconds == kMissingTime) return nullptr;
  }
  SetDay(row, before_month_ + day, seconds);
  return p;
}

// `month` as 202501.
bool ColumnReader::TurnToMonth(std::int32_t month) {
  const std::optional<Date> first = MakeDate(month / 100, month % 100, 1);
  if (!first) return false;
  month_ = month;
  before_month_ = *first - 1;
  month_days_ = 31;
  while (!MakeDate(month / 100, month % 100, month_days_)) --month_days_;
  return true;
}

void ColumnReader::SetDay(std::size_t row, Date date, std::int32_t seconds) {
  column_.dates[row] = date;
  if (seconds != kMissingTime && column_.seconds.empty()) {
    column_.seconds.assign(column_.dates.size(), kMissingTime);
  }
  if (!column_.seconds.empty()) column_.seconds[row] = seconds;
}

bool ColumnReader::Put(std::size_t row, std::string_view cell, std::optional<Code>& refusal) {
  switch (type_) {
    case ColumnType::kNumber:
      return PutNumberCell(row, cell, refusal);
    case ColumnType::kDate:
      return PutDayCell(row, cell, refusal);
    case ColumnType::kTime:
      return PutTimeCell(row, cell, refusal);
    case ColumnType::kText:
      return PutTextCell(row, cell, refusal);
  }
  return false;
}

bool ColumnReader::Refuse(std::size_t row, std::string_view cell, Code code,
                          std::optional<Code>& refusal) {
  SetMissing(row);
  ++refused_;
  const bool control = std::any_of(cell.begin(), cell.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
  });
  refusal = control ? Code::control_character : code;
  return false;
}

bool ColumnReader::PutNumberCell(std::size_t row, std::string_view cell,
                                 std::optional<Code>& refusal) {
  const NumberCell number = ParseNumber(cell);
  if (number.state == CellState::kInvalid) return Refuse(row, cell, Code::not_a_number, refusal);
  if (number.state == CellState::kAbsent) {
    SetMissing(row);
    return false;
  }
  column_.numbers[row] = number.value;
  if (number.percent) percents_.Add(row);
  if (number.scaled) scaled_.Add(row);
  return true;
}

bool ColumnReader::PutDayCell(std::size_t row, std::string_view cell,
                              std::optional<Code>& refusal) {
  if (last_text_ != cell || last_text_.empty()) {
    last_day_ = ParseDay(cell, style_);
    last_text_ = cell;
  }
  const DayCell& day = last_day_;
  if (day.state == DayState::kNotADay) return Refuse(row, cell, Code::not_a_date, refusal);
  if (day.state == DayState::kNoSuchDay) return Refuse(row, cell, Code::no_such_date, refusal);
  SetDay(row, day.date, day.seconds);
  return day.state == DayState::kDay;
}

bool ColumnReader::PutTimeCell(std::size_t row, std::string_view cell,
                               std::optional<Code>& refusal) {
  const std::int32_t seconds = ParseTime(cell);
  if (seconds == kMissingTime && !IsMissingWord(cell)) {
    return Refuse(row, cell, Code::not_a_time, refusal);
  }
  column_.seconds[row] = seconds;
  return seconds != kMissingTime;
}

bool ColumnReader::PutTextCell(std::size_t row, std::string_view cell,
                               std::optional<Code>& refusal) {
  const std::string_view text = Trim(cell);
  if (text.empty()) {
    column_.texts[row] = kMissingText;
    return false;
  }
  if (last_word_ == kMissingText || column_.words[last_word_] != text) {
    const std::size_t known = column_.words.size();
    last_word_ = index_.NumberOf(text, column_.words);
    const bool is_new = last_word_ == known;
    if (is_new) first_rows_.push_back(static_cast<std::uint32_t>(row));
    if (is_new && text.find(kDamaged) != std::string_view::npos) damaged_.push_back(last_word_);
  }
  column_.texts[row] = last_word_;
  if (!damaged_.empty() && std::binary_search(damaged_.begin(), damaged_.end(), last_word_)) {
    refusal = Code::damaged_text;
  }
  return true;
}

}  // namespace premiumlens
