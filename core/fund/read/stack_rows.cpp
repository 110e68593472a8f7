#include "core/fund/read/stack_rows.h"

#include <algorithm>

#include "core/base/missing.h"
#include "core/fund/read/stack.h"
#include "core/table/fund_code.h"
#include "core/table/word_index.h"

namespace premiumlens {
namespace {

// Texts of several tables, each once.
void AddText(const std::string& text, std::string& all) {
  if (text.empty() || all == text || all.ends_with(" + " + text)) return;
  all += (all.empty() ? "" : " + ") + text;
}

}  // namespace

Content ContentOf(Role role) {
  switch (role) {
    case Role::kDate:
      return Content::kDays;
    case Role::kTime:
      return Content::kTimes;
    case Role::kCode:
    case Role::kName:
    case Role::kPurchaseStatus:
      return Content::kTexts;
    default:
      return Content::kNumbers;
  }
}

std::vector<std::pair<ColumnKey, std::size_t>> ColumnsOf(const Table& table) {
  std::vector<std::pair<ColumnKey, std::size_t>> columns;
  for (std::size_t i = 0; i < table.meanings.size(); ++i) {
    const Meaning& meaning = table.meanings[i];
    if (meaning.role == Role::kOther) continue;
    const std::string fund = meaning.fund.empty() ? "" : NormaliseCode(meaning.fund);
    const ColumnKey key{meaning.role, fund};
    const bool known = std::any_of(columns.begin(), columns.end(),
                                   [&key](const auto& column) { return column.first == key; });
    if (!known) columns.emplace_back(key, i);
  }
  return columns;
}

StackedTable::StackedTable(const StackRows& rows) : stack_(rows) {}

bool StackedTable::Step() {
  if (!table_) {
    Begin();
  } else if (next_column_ < columns_.size()) {
    BuildColumn(columns_[next_column_++]);
  } else {
    return true;
  }
  return false;
}

// All ascending: 1; all descending: -1; else 0.
int StackedTable::Direction() const {
  bool ascending = true;
  bool descending = true;
  for (const Piece& piece : stack_.pieces) {
    if (piece.moments.empty() || !piece.funds.codes.empty()) return 0;
    Moment before = kNoMoment;
    for (const Moment moment : piece.moments) {
      if (moment == kNoMoment) continue;
      ascending = ascending && (before == kNoMoment || moment >= before);
      descending = descending && (before == kNoMoment || moment <= before);
      before = moment;
    }
  }
  return ascending ? 1 : descending ? -1 : 0;
}

Moment StackedTable::MomentOf(std::uint32_t row) const {
  const Cell& cell = stack_.rows[row];
  return stack_.pieces[cell.piece].moments[cell.row];
}

void StackedTable::Begin() {
  order_.resize(stack_.rows.size());
  for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = static_cast<std::uint32_t>(i);
  if (const int direction = Direction(); direction != 0) {
    std::stable_sort(order_.begin(), order_.end(),
                     [this, direction](std::uint32_t a, std::uint32_t b) {
                       return direction > 0 ? MomentOf(a) < MomentOf(b) : MomentOf(a) > MomentOf(b);
                     });
  }
  table_ = std::make_unique<Table>();
  table_->rows = stack_.rows.size();
  for (const std::uint32_t row : order_) {
    stack_.VisitSources(row, [this](const Cell& cell) {
      const Piece& piece = stack_.pieces[cell.piece];
      table_->source_rows.push_back(EncodeRow(piece.place, piece.table->source_rows[cell.row]));
      return true;
    });
  }
  for (const Piece& piece : stack_.pieces) AddColumnsOf(*piece.table);
  for (const Piece& piece : stack_.pieces) AddFacts(piece);
}

void StackedTable::AddFacts(const Piece& piece) {
  AddText(piece.table->file, table_->file);
  AddText(piece.table->title, table_->title);
  table_->repeated_headers += piece.table->repeated_headers;
  for (Rejection rejection : piece.table->rejected.listed) {
    rejection.row = EncodeRow(piece.place, rejection.row);
    table_->rejected.Add(std::move(rejection));
  }
}

void StackedTable::AddColumnsOf(const Table& table) {
  for (const auto& column : ColumnsOf(table)) {
    const ColumnKey& key = column.first;
    const std::size_t place = column.second;
    const auto known = std::find_if(columns_.begin(), columns_.end(),
                                    [&key](const OutColumn& one) { return one.key == key; });
    const Meaning& meaning = table.meanings[place];
    const bool numbers = table.columns[place].type == ColumnType::kNumber;
    if (known == columns_.end()) {
      columns_.push_back({key, table.columns[place].name, meaning, numbers});
    } else {
      known->raw = known->raw && numbers && meaning.unit == known->meaning.unit;
    }
  }
}

void StackedTable::BuildColumn(const OutColumn& wanted) {
  Column column;
  column.name = wanted.name;
  Meaning meaning = wanted.meaning;
  switch (ContentOf(wanted.key.first)) {
    case Content::kNumbers:
      FillNumbers(wanted, column);
      if (!wanted.raw) meaning.unit = Unit::kNone;
      break;
    case Content::kDays:
      FillDays(column);
      break;
    case Content::kTimes:
      column.type = ColumnType::kTime;
      FillSeconds(Role::kTime, column);
      break;
    case Content::kTexts:
      FillTexts(wanted.key.first, column);
      break;
  }
  table_->columns.push_back(std::move(column));
  table_->meanings.push_back(std::move(meaning));
}

const std::vector<double>* StackedTable::NumbersOf(const Piece& piece,
                                                   const OutColumn& wanted) const {
  if (wanted.raw) {
    for (const auto& [key, place] : ColumnsOf(*piece.table)) {
      if (key == wanted.key) return &piece.table->columns[place].numbers;
    }
    return nullptr;
  }
  const auto found = piece.scaled.find(wanted.key);
  return found == piece.scaled.end() ? nullptr : &found->second;
}

// Of each table; nullptr where it has none.
std::vector<const Column*> StackedTable::ColumnsOfRole(Role role) const {
  std::vector<const Column*> columns;
  for (const Piece& piece : stack_.pieces) {
    const std::optional<std::size_t> place = FindRole(*piece.table, role);
    columns.push_back(place ? &piece.table->columns[*place] : nullptr);
  }
  return columns;
}

void StackedTable::FillNumbers(const OutColumn& wanted, Column& column) const {
  column.type = ColumnType::kNumber;
  std::vector<const std::vector<double>*> numbers;
  for (const Piece& piece : stack_.pieces) numbers.push_back(NumbersOf(piece, wanted));
  column.numbers.reserve(stack_.rows.size());
  for (const std::uint32_t row : order_) {
    double value = kMissing;
    stack_.VisitSources(row, [&](const Cell& cell) {
      const std::vector<double>* values = numbers[cell.piece];
      if (values != nullptr) value = (*values)[cell.row];
      return !IsMissing(value);
    });
    column.numbers.push_back(value);
  }
}

void StackedTable::FillDays(Column& column) const {
  column.type = ColumnType::kDate;
  std::vector<std::vector<Date>> days;
  bool timed = false;
  for (const Piece& piece : stack_.pieces) {
    const std::size_t place = *FindRole(*piece.table, Role::kDate);
    days.push_back(Days(*piece.table, place));
    timed = timed || !piece.table->columns[place].seconds.empty();
  }
  for (const std::uint32_t row : order_) {
    column.dates.push_back(days[stack_.rows[row].piece][stack_.rows[row].row]);
  }
  if (timed) FillSeconds(Role::kDate, column);
}

void StackedTable::FillSeconds(Role role, Column& column) const {
  const std::vector<const Column*> columns = ColumnsOfRole(role);
  for (const std::uint32_t row : order_) {
    const Cell& cell = stack_.rows[row];
    const Column* from = columns[cell.piece];
    const bool told = from != nullptr && !from->seconds.empty();
    column.seconds.push_back(told ? from->seconds[cell.row] : kMissingTime);
  }
}

void StackedTable::FillTexts(Role role, Column& column) const {
  column.type = ColumnType::kText;
  const std::vector<const Column*> columns = ColumnsOfRole(role);
  WordIndex index;
  for (const std::uint32_t row : order_) {
    std::string text;
    stack_.VisitSources(row, [&](const Cell& cell) {
      const Column* from = columns[cell.piece];
      if (from != nullptr) text = CellText(*from, cell.row);
      return !text.empty();
    });
    column.texts.push_back(text.empty() ? kMissingText : index.NumberOf(text, column.words));
  }
}

}  // namespace premiumlens
