#include <iterator>

#include "core/base/error.h"
#include "core/table/footer.h"
#include "core/table/header.h"
#include "core/table/parse_body.h"
#include "core/table/scan.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kLastRows = 32;     // rows at the end that may be footers, at least
constexpr std::size_t kHeaderLines = 16;  // lines above the rows that may come again

bool IsBlank(std::string_view text) { return Trim(text).empty(); }

// Days written with midnight behind them have no time of day.
void DropMidnights(Column& column) {
  if (column.type != ColumnType::kDate) return;
  const bool told = std::any_of(column.seconds.begin(), column.seconds.end(),
                                [](std::int32_t second) { return second > 0; });
  if (!told) column.seconds.clear();
}

}  // namespace

void Parser::Body::FindHeaderLines() {
  header_lines_.clear();
  std::string_view above = text_.substr(0, layout_.body_offset);
  while (!above.empty() && header_lines_.size() < kHeaderLines) {
    above.remove_suffix(1);  // its line end
    const std::size_t start = above.rfind('\n') + 1;
    std::string_view line = above.substr(start);
    while (!line.empty() && IsBlank(line.substr(line.size() - 1))) line.remove_suffix(1);
    if (!line.empty()) {
      header_lines_.push_back(line);
      header_starts_[static_cast<unsigned char>(line.front())] = true;
    }
    above = above.substr(0, start);
  }
}

// Whether the next row is one of the lines above the rows.
bool Parser::Body::RepeatsHeader() const {
  return std::any_of(header_lines_.begin(), header_lines_.end(), [this](std::string_view line) {
    const std::string_view rest = text_.substr(static_cast<std::size_t>(p_ - text_.data()));
    return rest.starts_with(line) &&
           IsBlank(rest.substr(line.size(), rest.find('\n') - line.size()));
  });
}

void Parser::Body::PassHeader() {
  DropFooters();
  ++repeated_headers_;
  p_ = scan::Find(p_, text_end(), '\n', '\n') + 1;
  ++row_;
}

// Whether another table begins here: then this one's text ends before it.
bool Parser::Body::EndsHere() {
  const auto here = static_cast<std::size_t>(p_ - text_.data());
  const std::optional<std::size_t> next = table_end_.At(text_, here);
  if (!next) return false;
  const std::string_view between = text_.substr(here, *next - here);
  rest_ = {std::string(text_.substr(*next)),
           row_ + std::count(between.begin(), between.end(), '\n')};
  p_ = text_end();
  text_ = text_.substr(0, here);
  return true;
}

// The same of a row that was read already, and was odd.
bool Parser::Body::EndsAtOddRow() {
  if (!EndsHere()) return false;
  Forget({{}, row_, rows_, 1, std::move(refusals_)});
  refusals_.clear();
  inner_lines_ = 0;
  return true;
}

// Columns most of whose cells were refused become text, and the text is read again.
bool Parser::Body::Retype() {
  bool changed = false;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const ColumnReader& reader = readers_[i];
    if (reader.type() == ColumnType::kText || reader.refused() == 0) continue;
    std::int64_t filled = 0;
    for (std::size_t row = 0; row < rows_; ++row) filled += reader.HasValue(row) ? 1 : 0;
    const bool sure = layout_.sure[i] && filled > 0;
    if (sure || reader.refused() <= filled) continue;
    layout_.types[i] = ColumnType::kText;
    changed = true;
  }
  if (changed) Restart();
  return changed;
}

void Parser::Body::EndOddRow(std::string_view text, std::size_t filled) {
  if (refusals_.empty() && filled == 0) return;  // nothing but missing cells
  OddRow row{text, row_, rows_, filled, std::move(refusals_)};
  refusals_.clear();
  if (filled > 0) source_rows_[rows_++] = row_;
  odd_rows_.push_back(std::move(row));
  if (odd_rows_.size() < 2 * kLastRows) return;
  const auto middle = odd_rows_.begin() + kLastRows;
  std::for_each(odd_rows_.begin(), middle, [this](const OddRow& one) { Tell(one); });
  odd_rows_.erase(odd_rows_.begin(), middle);
}

void Parser::Body::Tell(const OddRow& row) {
  for (const Refusal& refusal : row.refusals) {
    const bool whole = refusal.column == kWholeRow;
    rejected_.Add(
        {refusal.code, row.row, whole ? "" : layout_.names[refusal.column], refusal.text});
  }
}

void Parser::Body::TellOddRows() {
  for (const OddRow& row : odd_rows_) Tell(row);
  odd_rows_.clear();
}

// The rows read so far are the last ones, or the last ones before the header comes again.
void Parser::Body::DropFooters() {
  std::size_t kept = odd_rows_.size();
  while (kept > 0 && IsFooterRow(odd_rows_[kept - 1])) Forget(odd_rows_[--kept]);
  std::vector<OddRow> footers(
      std::make_move_iterator(odd_rows_.begin() + static_cast<std::ptrdiff_t>(kept)),
      std::make_move_iterator(odd_rows_.end()));
  odd_rows_.resize(kept);
  TellOddRows();
  if (kept == 0 && IsFooterRow(last_ordinary_)) {
    Forget(last_ordinary_);
    rejected_.Add({Code::footer, last_ordinary_.row, "", Quote(Trim(last_ordinary_.text))});
  }
  last_ordinary_ = {};
  for (const OddRow& row : footers) {
    rejected_.Add({Code::footer, row.row, "", Quote(Trim(row.text))});
  }
}

bool Parser::Body::IsFooterRow(const OddRow& row) const {
  std::vector<std::string_view> cells;
  std::vector<std::string> storage;
  SplitRecord(row.text, layout_.delimiter, cells, storage);
  std::size_t first = 0;
  while (first < cells.size() && Trim(cells[first]).empty()) ++first;
  if (first >= std::min(cells.size(), readers_.size())) return false;
  LastRow facts;
  facts.first = Trim(cells[first]);
  facts.refused = std::any_of(row.refusals.begin(), row.refusals.end(), [&](const Refusal& one) {
    return one.column == first && one.code != Code::no_such_date && one.code != Code::damaged_text;
  });
  const ColumnReader& reader = readers_[first];
  facts.is_text = reader.type() == ColumnType::kText;
  facts.holds_codes = facts.is_text && reader.HoldsCodes();
  facts.is_code = ColumnReader::IsCode(facts.first);
  facts.cells = cells.size();
  facts.columns = readers_.size();
  for (const std::string_view cell : cells) facts.filled += Trim(cell).empty() ? 0 : 1;
  for (const ColumnReader& other : readers_) {
    const bool counts = row.filled > 0 && other.type() != ColumnType::kText;
    facts.fitting += counts && other.HasValue(row.index) ? 1 : 0;
  }
  facts.usual = ordinary_rows_ == 0
                    ? static_cast<double>(facts.columns)
                    : static_cast<double>(ordinary_cells_) / static_cast<double>(ordinary_rows_);
  return IsFooter(facts);
}

// A header with nothing below it but where the data would come from.
void Parser::Body::RefuseFootersOnly() const {
  const bool footers = std::all_of(rejected_.listed.begin(), rejected_.listed.end(),
                                   [](const Rejection& one) { return one.code == Code::footer; });
  if (rows_ > 0 || !layout_.has_header || rejected_.count == 0 || !footers) return;
  throw Failure({.code = Code::no_rows, .row = layout_.header_row});
}

// The last row was no row of data.
void Parser::Body::Forget(const OddRow& row) {
  for (const Refusal& refusal : row.refusals) {
    const bool counted = refusal.column != kWholeRow && refusal.code != Code::damaged_text;
    if (counted) readers_[refusal.column].TakeBackRefusal();
  }
  if (row.filled == 0) return;
  rows_ = row.index;
  for (ColumnReader& reader : readers_) reader.DropFrom(rows_);
}

// Where a column writes its numbers in two units, one of them would be wrong by a factor of 100.
// A header that names the unit settles it for cells without one.
void Parser::Body::DropRarerUnits() {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (readers_[i].type() != ColumnType::kNumber) continue;
    if (ReadHeader(layout_.names[i]).unit == Unit::kPercent) continue;
    const std::vector<std::size_t> rows = readers_[i].DropRarerUnit(rows_);
    if (!rows.empty()) TellUnits(i, rows);
  }
}

// Their texts are looked up in the source: nobody kept them. What is told stays in the order of the
// source.
void Parser::Body::TellUnits(std::size_t column, const std::vector<std::size_t>& rows) {
  Rejections told;
  const std::vector<Rejection>& before = rejected_.listed;
  std::size_t next = 0;
  std::size_t offset = layout_.body_offset;
  std::int64_t line = layout_.body_row;
  for (std::size_t i = 0; i < rows.size() && told.listed.size() < Rejections::kListed; ++i) {
    const std::int64_t row = source_rows_[rows[i]];
    for (; line < row; ++line) offset = text_.find('\n', offset) + 1;
    while (next < before.size() && before[next].row <= row) told.Add(before[next++]);
    SplitRecord(ReadRecord(text_, offset, layout_.delimiter, row).text, layout_.delimiter, cells_,
                storage_);
    const std::string_view cell = column < cells_.size() ? Trim(cells_[column]) : "";
    told.Add({Code::unit_differs, row, layout_.names[column], Quote(cell)});
  }
  while (next < before.size()) told.Add(before[next++]);
  told.count = rejected_.count + static_cast<std::int64_t>(rows.size());
  rejected_ = std::move(told);
}

bool Parser::Body::HasAnyValue(const ColumnReader& reader) const {
  for (std::size_t row = 0; row < rows_; ++row) {
    if (reader.HasValue(row)) return true;
  }
  return false;
}

Table Parser::Body::Finish() {
  Table table;
  table.rows = rows_;
  source_rows_.resize(rows_);
  table.source_rows = std::move(source_rows_);
  table.rejected = std::move(rejected_);
  table.repeated_headers = repeated_headers_;
  table.title = std::move(layout_.title);
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    // A delimiter at the end of every line makes no column.
    const bool unnamed = layout_.has_header && layout_.names[i].starts_with('#');
    if (unnamed && !HasAnyValue(readers_[i])) continue;
    table.columns.push_back(readers_[i].Take(rows_));
    DropMidnights(table.columns.back());
  }
  return table;
}

}  // namespace premiumlens
