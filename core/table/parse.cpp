#include "core/table/parse.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/table/column_reader.h"
#include "core/table/footer.h"
#include "core/table/header.h"
#include "core/table/layout.h"
#include "core/table/scan.h"
#include "core/table/text.h"
#include "core/table/wide.h"

namespace premiumlens {
namespace {

constexpr std::size_t kBlock = 1024;      // rows that room is made for at a time
constexpr std::size_t kLastRows = 32;     // rows at the end that may be footers
constexpr std::size_t kHeaderLines = 16;  // lines above the rows that may come again
constexpr std::size_t kWholeRow = static_cast<std::size_t>(-1);

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(std::string_view(" \t\r\n,;|")) == std::string_view::npos;
}

}  // namespace

// The rows below the header. Goes through the text cell by cell; most cells are read where they
// stand (a number or a day followed at once by the end of the cell), every other goes through
// Put().
//
// A row with a refused cell, or with one value at most, is odd. Odd rows are held back: where the
// table ends, or its header comes again, they may have been footers.
class Parser::Body {
 public:
  Body(std::string_view text, Layout layout) : text_(text), layout_(std::move(layout)) {
    Restart();
  }

  bool Step();
  double Progress() const {
    return static_cast<double>(p_ - text_.data()) /
           static_cast<double>(std::max<std::size_t>(1, text_.size()));
  }
  Table Finish();

 private:
  struct Refusal {
    Code code;
    std::size_t column;  // or kWholeRow
    std::string text;
  };
  struct OddRow {
    std::string_view text;
    std::int64_t row = 0;
    std::size_t index = 0;   // among the rows of the table, where it has a value
    std::size_t filled = 0;  // cells with a value
    std::vector<Refusal> refusals;
  };

  void Restart();
  void FindHeaderLines();
  bool RepeatsHeader() const;
  bool Retype();
  void MakeRoom();
  void ReadRow();
  void PassHeader();
  const char* ReadCells(std::size_t& filled);
  const char* ReadBlankSeparated(std::size_t& filled);
  const char* ReadOtherCell(const char* p, std::size_t column, std::size_t& filled);
  const char* PutCellAt(const char* p, std::size_t column, std::size_t& filled);
  const char* CellAt(const char* p, std::string_view& cell);
  const char* QuotedCellAt(const char* p, std::string_view& cell);
  const char* ReadExtraCells(const char* p);
  bool Put(std::size_t column, std::string_view cell);
  void Refuse(Code code, std::size_t column, std::string_view text);
  [[noreturn]] void RefuseLongLine() const;
  void EndRow(const char* end, std::size_t filled);
  void EndOddRow(std::string_view text, std::size_t filled);
  void Tell(const OddRow& row);
  void TellOddRows();
  void DropFooters();
  bool IsFooterRow(const OddRow& row) const;
  void Forget(const OddRow& row);
  void DropRarerUnits();
  void TellUnits(const std::vector<std::pair<std::size_t, std::size_t>>& cells);

  // A carriage return counts only before a line feed.
  bool IsLineEnd(const char* p) const { return *p == '\n' || (*p == '\r' && p[1] == '\n'); }
  bool EndsCell(const char* p) const { return *p == layout_.delimiter || IsLineEnd(p); }
  const char* text_end() const { return text_.data() + text_.size(); }

  std::string_view text_;  // ends with a line end, and may be read past (scan.h)
  Layout layout_;
  std::vector<std::string_view> header_lines_;
  std::array<bool, 256> header_starts_{};  // the bytes one of them begins with
  const char* p_ = nullptr;                // the row to be read next
  std::int64_t row_ = 0;                   // its number
  std::int64_t inner_lines_ = 0;           // line ends inside the quotation marks of this row
  std::size_t rows_ = 0;
  std::size_t room_ = 0;
  std::vector<ColumnReader> readers_;
  std::vector<double*> numbers_;  // of each column of numbers, nullptr for the others
  std::vector<std::int64_t> source_rows_;
  std::vector<Refusal> refusals_;  // of this row
  std::vector<OddRow> odd_rows_;   // since the last ordinary one
  std::size_t ordinary_rows_ = 0;
  std::size_t ordinary_cells_ = 0;
  std::int64_t repeated_headers_ = 0;
  Rejections rejected_;
  std::string unquoted_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> storage_;
};

void Parser::Body::Restart() {
  p_ = text_.data() + layout_.body_offset;
  row_ = layout_.body_row;
  rows_ = room_ = ordinary_rows_ = ordinary_cells_ = 0;
  repeated_headers_ = 0;
  rejected_ = {};
  odd_rows_.clear();
  source_rows_.clear();
  readers_.clear();
  FindHeaderLines();
  const std::string_view body = text_.substr(layout_.body_offset);
  const std::string_view head = body.substr(0, 64 * 1024);
  const auto lines = static_cast<double>(1 + std::count(head.begin(), head.end(), '\n'));
  const auto rows = static_cast<std::size_t>(1.05 * lines * static_cast<double>(body.size()) /
                                             static_cast<double>(head.size() + 1)) +
                    kBlock;
  source_rows_.reserve(rows);
  readers_.reserve(layout_.names.size());
  for (std::size_t i = 0; i < layout_.names.size(); ++i) {
    readers_.emplace_back(layout_.names[i], layout_.types[i], layout_.orders[i], rows);
  }
}

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

bool Parser::Body::Step() {
  const char* const stop = p_ + std::min(static_cast<std::ptrdiff_t>(kStepBytes), text_end() - p_);
  while (p_ < stop) ReadRow();
  if (p_ < text_end()) return false;
  DropFooters();
  if (Retype()) return false;
  DropRarerUnits();
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

void Parser::Body::MakeRoom() {
  room_ += kBlock;
  source_rows_.resize(room_);
  numbers_.clear();
  for (ColumnReader& reader : readers_) {
    reader.Resize(room_);
    numbers_.push_back(reader.numbers());
  }
}

void Parser::Body::ReadRow() {
  if (rows_ == room_) MakeRoom();
  if (IsLineEnd(p_)) {
    p_ += *p_ == '\r' ? 2 : 1;
    ++row_;
    return;
  }
  if (header_starts_[static_cast<unsigned char>(*p_)] && RepeatsHeader()) {
    PassHeader();
    return;
  }
  std::size_t filled = 0;
  const char* const end = layout_.delimiter == ' ' ? ReadBlankSeparated(filled) : ReadCells(filled);
  EndRow(end, filled);
}

void Parser::Body::PassHeader() {
  DropFooters();
  ++repeated_headers_;
  p_ = scan::Find(p_, text_end(), '\n', '\n') + 1;
  ++row_;
}

// Reads a row and returns its line end.
const char* Parser::Body::ReadCells(std::size_t& filled) {
  const char delimiter = layout_.delimiter;
  const std::size_t columns = readers_.size();
  const char* p = p_;
  for (std::size_t i = 0; i < columns; ++i) {
    double* const numbers = numbers_[i];
    double value;
    const char* end = numbers == nullptr ? nullptr : ReadDecimal(p, value);
    if (end != nullptr && (*end == delimiter || IsLineEnd(end))) {
      numbers[rows_] = value;
      ++filled;
    } else {
      end = ReadOtherCell(p, i, filled);
    }
    if (*end != delimiter) {
      while (++i < columns) readers_[i].SetMissing(rows_);
      return end;
    }
    p = end + 1;
  }
  return ReadExtraCells(p);
}

// Reads a cell that is no plain number and returns the delimiter or line end behind it.
const char* Parser::Body::ReadOtherCell(const char* p, std::size_t column, std::size_t& filled) {
  ColumnReader& reader = readers_[column];
  if (reader.type() == ColumnType::kText) return PutCellAt(p, column, filled);
  const bool quoted = *p == '"';
  const char* end = reader.TakePlain(p + (quoted ? 1 : 0), rows_);
  if (end == nullptr) return PutCellAt(p, column, filled);
  const bool percent = *end == '%' && reader.type() == ColumnType::kNumber;
  if (percent) ++end;
  if (quoted && *end++ != '"') return PutCellAt(p, column, filled);
  if (!EndsCell(end)) return PutCellAt(p, column, filled);
  if (percent) reader.MarkPercent(rows_);
  ++filled;
  return end;
}

const char* Parser::Body::PutCellAt(const char* p, std::size_t column, std::size_t& filled) {
  if (EndsCell(p)) {
    readers_[column].SetMissing(rows_);
    return p;
  }
  std::string_view cell;
  const char* const end = CellAt(p, cell);
  filled += Put(column, cell) ? 1 : 0;
  return end;
}

// The text of the cell at `p`, good until the next one, and the place behind it.
const char* Parser::Body::CellAt(const char* p, std::string_view& cell) {
  if (*p == '"') return QuotedCellAt(p, cell);
  const char* end = scan::Find(p, text_end(), layout_.delimiter, '\n');
  if (*end == '\n' && end > p && end[-1] == '\r') --end;
  cell = {p, static_cast<std::size_t>(end - p)};
  return end;
}

// Two marks stand for one; what follows the closing mark belongs to the cell. Where no mark closes
// it, the cell ends with its line.
const char* Parser::Body::QuotedCellAt(const char* p, std::string_view& cell) {
  const std::ptrdiff_t longest = static_cast<std::ptrdiff_t>(kLongestLine);
  const char* limit = p_ + std::min(longest, text_end() - p_);
  bool open = false;
  unquoted_.clear();
  const char* from = p + 1;
  const char* close = nullptr;
  for (;;) {
    close = scan::Find(from, limit, '"', '"');
    if (close == limit && !open) {  // begin again, for one line
      open = true;
      limit = scan::Find(p, text_end(), '\n', '\n');
      unquoted_.clear();
      from = p + 1;
      continue;
    }
    if (close == limit || close[1] != '"') break;
    unquoted_.append(from, close + 1);
    from = close + 2;
  }
  if (open) Refuse(Code::open_quote, kWholeRow, {p_, static_cast<std::size_t>(limit - p_)});
  const char* end =
      close == limit ? limit : scan::Find(close + 1, text_end(), layout_.delimiter, '\n');
  if (*end == '\n' && end[-1] == '\r') --end;
  const char* const behind = std::min(close + 1, end);
  if (unquoted_.empty() && behind == end) {
    cell = {from, static_cast<std::size_t>(close - from)};
  } else {
    unquoted_.append(from, std::min(close, end)).append(behind, end);
    cell = unquoted_;
  }
  inner_lines_ += std::count(p, close, '\n');
  return end;
}

// Behind the last column: what is there is told, unless it is blank. Returns the line end.
const char* Parser::Body::ReadExtraCells(const char* p) {
  const char* const start = p;
  for (;;) {
    std::string_view cell;
    p = CellAt(p, cell);
    if (*p != layout_.delimiter) break;
    ++p;
  }
  const std::string_view rest(start, static_cast<std::size_t>(p - start));
  if (!IsBlank(rest)) Refuse(Code::extra_cells, kWholeRow, rest);
  return p;
}

// A row separated by blanks, where quotation marks mean nothing.
const char* Parser::Body::ReadBlankSeparated(std::size_t& filled) {
  const auto offset = static_cast<std::size_t>(p_ - text_.data());
  const Record record = ReadRecord(text_, offset, layout_.delimiter, row_);
  SplitRecord(record.text, layout_.delimiter, cells_, storage_);
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (i < cells_.size()) {
      filled += Put(i, cells_[i]) ? 1 : 0;
    } else {
      readers_[i].SetMissing(rows_);
    }
  }
  if (cells_.size() > readers_.size()) {
    Refuse(Code::extra_cells, kWholeRow, cells_[readers_.size()]);
  }
  return record.text.data() + record.text.size();
}

bool Parser::Body::Put(std::size_t column, std::string_view cell) {
  std::optional<Code> refusal;
  const bool has_value = readers_[column].Put(rows_, cell, refusal);
  if (refusal) Refuse(*refusal, column, cell);
  return has_value;
}

void Parser::Body::Refuse(Code code, std::size_t column, std::string_view text) {
  const bool listed = rejected_.listed.size() < Rejections::kListed;
  refusals_.push_back({code, column, listed ? Quote(Trim(text)) : std::string()});
}

void Parser::Body::RefuseLongLine() const {
  throw Failure(
      {.code = Code::line_too_long, .row = row_, .text = Quote(std::string_view(p_, 80), 40)});
}

inline void Parser::Body::EndRow(const char* end, std::size_t filled) {
  if (static_cast<std::size_t>(end - p_) > kLongestLine) [[unlikely]]
    RefuseLongLine();
  if (!refusals_.empty() || filled <= 1) [[unlikely]] {
    EndOddRow({p_, static_cast<std::size_t>(end - p_)}, filled);
  } else {
    if (!odd_rows_.empty()) TellOddRows();
    source_rows_[rows_++] = row_;
    ++ordinary_rows_;
    ordinary_cells_ += filled;
  }
  // Rows are counted as the lines of the source.
  row_ += 1 + inner_lines_;
  inner_lines_ = 0;
  p_ = end + (*end == '\r' ? 2 : 1);
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
  std::vector<std::pair<std::size_t, std::size_t>> cells;  // row, column
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (readers_[i].type() != ColumnType::kNumber) continue;
    if (ReadHeader(layout_.names[i]).unit == Unit::kPercent) continue;
    for (const std::size_t row : readers_[i].DropRarerUnit(rows_)) cells.emplace_back(row, i);
  }
  if (cells.empty()) return;
  std::sort(cells.begin(), cells.end());
  rejected_.count += static_cast<std::int64_t>(cells.size());
  cells.resize(std::min(cells.size(), Rejections::kListed));
  TellUnits(cells);
}

// Their texts are looked up in the source: nobody kept them.
void Parser::Body::TellUnits(const std::vector<std::pair<std::size_t, std::size_t>>& cells) {
  std::size_t offset = layout_.body_offset;
  std::int64_t row = layout_.body_row;
  for (auto cell = cells.begin(); cell != cells.end();) {
    const Record record = ReadRecord(text_, offset, layout_.delimiter, row);
    if (row == source_rows_[cell->first]) {
      SplitRecord(record.text, layout_.delimiter, cells_, storage_);
      for (; cell != cells.end() && row == source_rows_[cell->first]; ++cell) {
        rejected_.listed.push_back({Code::unit_differs, row, layout_.names[cell->second],
                                    Quote(Trim(cells_[cell->second]))});
      }
    }
    row += 1 + std::count(record.text.begin(), record.text.end(), '\n');
    offset = record.next;
  }
  std::stable_sort(rejected_.listed.begin(), rejected_.listed.end(),
                   [](const Rejection& a, const Rejection& b) { return a.row < b.row; });
  if (rejected_.listed.size() > Rejections::kListed)
    rejected_.listed.resize(Rejections::kListed, {Code::internal, 0, {}, {}});
}

Table Parser::Body::Finish() {
  Table table;
  table.rows = rows_;
  source_rows_.resize(rows_);
  table.source_rows = std::move(source_rows_);
  table.rejected = std::move(rejected_);
  table.repeated_headers = repeated_headers_;
  for (ColumnReader& reader : readers_) table.columns.push_back(reader.Take(rows_));
  return table;
}

Parser::Parser(std::string_view file) : file_(file) {}
Parser::~Parser() = default;

// One more for the line end that the last line may lack.
void Parser::Reserve(std::size_t bytes) { text_.Reserve(bytes + 1); }
char* Parser::Room(std::size_t bytes) { return text_.Room(bytes); }
void Parser::Extend(std::size_t bytes) { text_.Extend(bytes); }
void Parser::Append(std::string_view piece) { text_.Append(piece); }

bool Parser::Step() {
  if (body_) return body_->Step();
  std::string_view text = text_.view();
  // Old Mac line ends, and the sentinel every record ends with.
  if (text.find('\n') == std::string_view::npos) {
    std::replace(text_.begin(), text_.end(), '\r', '\n');
  }
  const std::string_view bom = "\xEF\xBB\xBF";
  const std::size_t start = text.starts_with(bom) ? bom.size() : 0;
  Layout layout = FindLayout(text.substr(start));
  if (!text.ends_with('\n')) text_.Append("\n");
  text_.Seal();
  body_ = std::make_unique<Body>(text_.view().substr(start), std::move(layout));
  return false;
}

double Parser::Progress() const { return body_ ? body_->Progress() : 0; }

Table Parser::Finish() {
  Table table = body_->Finish();
  table.file = file_;
  return table;
}

Table ParseTable(std::string_view text, std::string_view file) {
  Parser parser(file);
  parser.Append(text);
  while (!parser.Step()) {
  }
  Table table = parser.Finish();
  table.meanings = RecogniseTable(table, {});
  return table;
}

}  // namespace premiumlens
