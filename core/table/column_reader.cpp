#include "core/table/column_reader.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {

ColumnReader::ColumnReader(std::string_view name, ColumnType type, DayOrder order, std::size_t rows)
    : order_(order) {
  column_.name = name;
  column_.type = type;
  if (type == ColumnType::kNumber) column_.numbers.reserve(rows);
  if (type == ColumnType::kDate) column_.dates.reserve(rows);
  if (type == ColumnType::kTime) column_.seconds.reserve(rows);
  if (type == ColumnType::kText) column_.texts.reserve(rows);
}

void ColumnReader::PutMissing() {
  switch (column_.type) {
    case ColumnType::kNumber:
      column_.numbers.push_back(kMissing);
      break;
    case ColumnType::kDate:
      column_.dates.push_back(kMissingDate);
      if (!column_.seconds.empty()) column_.seconds.push_back(kMissingTime);
      break;
    case ColumnType::kTime:
      column_.seconds.push_back(kMissingTime);
      break;
    case ColumnType::kText:
      column_.texts.push_back(kMissingText);
      break;
  }
}

void ColumnReader::DropLast() {
  if (!column_.numbers.empty()) column_.numbers.pop_back();
  if (!column_.dates.empty()) column_.dates.pop_back();
  if (!column_.seconds.empty()) column_.seconds.pop_back();
  if (!column_.texts.empty()) column_.texts.pop_back();
}

bool ColumnReader::Put(std::string_view cell, std::optional<Code>& refusal) {
  bool has_value = false;
  switch (column_.type) {
    case ColumnType::kNumber:
      has_value = PutNumberCell(cell, refusal);
      break;
    case ColumnType::kDate:
      has_value = PutDayCell(cell, refusal);
      break;
    case ColumnType::kTime:
      has_value = PutTimeCell(cell, refusal);
      break;
    case ColumnType::kText:
      has_value = PutTextCell(cell);
      break;
  }
  filled_ += has_value ? 1 : 0;
  return has_value;
}

bool ColumnReader::Refuse(std::string_view cell, Code code, std::optional<Code>& refusal) {
  PutMissing();
  ++refused_;
  const bool control = std::any_of(cell.begin(), cell.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
  });
  refusal = control ? Code::control_character : code;
  return false;
}

bool ColumnReader::PutNumberCell(std::string_view cell, std::optional<Code>& refusal) {
  const NumberCell number = ParseNumber(cell);
  if (number.state == CellState::kInvalid) return Refuse(cell, Code::not_a_number, refusal);
  if (number.state == CellState::kAbsent) {
    PutMissing();
    return false;
  }
  column_.numbers.push_back(number.value);
  column_.percent_cells += number.percent ? 1 : 0;
  column_.scaled_cells += number.scaled ? 1 : 0;
  return true;
}

bool ColumnReader::PutDayCell(std::string_view cell, std::optional<Code>& refusal) {
  if (last_text_ != cell || last_text_.empty()) {
    last_day_ = ParseDay(cell, order_);
    last_text_ = cell;
  }
  const DayCell& day = last_day_;
  if (day.state == DayState::kNotADay) return Refuse(cell, Code::not_a_date, refusal);
  if (day.state == DayState::kNoSuchDay) return Refuse(cell, Code::no_such_date, refusal);
  if (day.state == DayState::kAbsent) {
    PutMissing();
    return false;
  }
  if (day.seconds != kMissingTime && column_.seconds.empty()) {
    column_.seconds.assign(column_.dates.size(), kMissingTime);
    column_.seconds.push_back(day.seconds);
  } else if (!column_.seconds.empty()) {
    column_.seconds.push_back(day.seconds);
  }
  column_.dates.push_back(day.date);
  return true;
}

bool ColumnReader::PutTimeCell(std::string_view cell, std::optional<Code>& refusal) {
  const std::int32_t seconds = ParseTime(cell);
  if (seconds == kMissingTime && !IsMissingWord(cell)) {
    return Refuse(cell, Code::not_a_time, refusal);
  }
  column_.seconds.push_back(seconds);
  return seconds != kMissingTime;
}

bool ColumnReader::PutTextCell(std::string_view cell) {
  const std::string_view text = Trim(cell);
  if (text.empty()) {
    column_.texts.push_back(kMissingText);
    return false;
  }
  if (text == last_text_ && !column_.texts.empty() && column_.texts.back() != kMissingText) {
    column_.texts.push_back(column_.texts.back());
    return true;
  }
  last_text_ = text;
  auto word = words_.find(text);
  if (word == words_.end()) {
    word = words_.emplace(text, static_cast<std::uint32_t>(column_.words.size())).first;
    column_.words.emplace_back(text);
  }
  column_.texts.push_back(word->second);
  return true;
}

}  // namespace premiumlens
