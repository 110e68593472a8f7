#include "core/table/parse.h"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/table/layout.h"
#include "core/table/parse_body.h"
#include "core/table/rewrite.h"
#include "core/table/rewrite_lines.h"
#include "core/table/scan.h"
#include "core/table/table_end.h"
#include "core/table/text.h"
#include "core/table/wide.h"

namespace premiumlens {
namespace {

constexpr std::size_t kLongestBlock = 16384;  // measured: what is made stays in the cache till used

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(std::string_view(" \t\r\n,;|")) == std::string_view::npos;
}

}  // namespace

void Parser::Body::Restart() {
  p_ = text_.data() + layout_.body_offset;
  row_ = layout_.body_row;
  rows_ = room_ = ordinary_rows_ = ordinary_cells_ = 0;
  repeated_headers_ = 0;
  rejected_ = {};
  odd_rows_.clear();
  last_ordinary_ = {};
  source_rows_.clear();
  readers_.clear();
  FindHeaderLines();
  const std::string_view body = text_.substr(layout_.body_offset);
  const std::string_view head = body.substr(0, kHeadBytes);
  const auto lines = static_cast<double>(1 + std::count(head.begin(), head.end(), '\n'));
  const auto expected = static_cast<std::size_t>(1.05 * lines * static_cast<double>(body.size()) /
                                                 static_cast<double>(head.size() + 1));
  block_ = std::clamp(expected, std::size_t{64}, kLongestBlock);
  const std::size_t rows = expected + block_;
  source_rows_.reserve(rows);
  readers_.reserve(layout_.names.size());
  for (std::size_t i = 0; i < layout_.names.size(); ++i) {
    readers_.emplace_back(layout_.names[i], layout_.types[i], layout_.styles[i], rows);
  }
}

bool Parser::Body::Step() {
  const char* const stop = p_ + std::min(static_cast<std::ptrdiff_t>(kStepBytes), text_end() - p_);
  while (p_ < stop) ReadRow();
  if (p_ < text_end()) return false;
  DropFooters();
  if (Retype()) return false;
  RefuseFootersOnly();
  DropRarerUnits();
  return true;
}

void Parser::Body::MakeRoom() {
  room_ += block_;
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
    if (EndsHere()) return;
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

// Reads a row and returns its line end.
const char* Parser::Body::ReadCells(std::size_t& filled) {
  const char delimiter = layout_.delimiter;
  const std::size_t columns = readers_.size();
  const std::size_t row = rows_;
  double* const* const numbers = numbers_.data();
  DecimalCells cells(p_);
  for (std::size_t i = 0; i < columns; ++i) {
    const char* const start = cells.place();
    const char* end = nullptr;
    if (numbers[i] != nullptr && cells.Take(numbers[i][row])) {
      end = cells.place();
      if (*end == delimiter) {
        ++filled;
        cells.Pass();
        continue;
      }
    }
    if (end != nullptr && IsLineEnd(end)) {
      ++filled;
    } else {
      end = ReadOtherCell(start, i, filled);
    }
    if (*end != delimiter) {
      while (++i < columns) readers_[i].SetMissing(rows_);
      return end;
    }
    cells.MoveTo(end + 1);
  }
  return ReadExtraCells(cells.place());
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
    if (EndsAtOddRow()) return;
    EndOddRow({p_, static_cast<std::size_t>(end - p_)}, filled);
  } else {
    if (!odd_rows_.empty()) TellOddRows();
    last_ordinary_.text = {p_, static_cast<std::size_t>(end - p_)};
    last_ordinary_.row = row_;
    last_ordinary_.index = rows_;
    last_ordinary_.filled = filled;
    source_rows_[rows_++] = row_;
    ++ordinary_rows_;
    ordinary_cells_ += filled;
  }
  // Rows are counted as the lines of the source.
  row_ += 1 + inner_lines_;
  inner_lines_ = 0;
  p_ = end + (*end == '\r' ? 2 : 1);
}

namespace {

// Old Mac line ends, and texts that mix them with the others ("\r\r\n", too), as their first lines
// tell. Inside quotation marks they are no line ends.
void MendLineEnds(TextBuffer& text) {
  const std::string_view view = text.view();
  const bool old = view.find('\n') == std::string_view::npos;
  bool lone = old;
  bool quoted = false;
  const auto is_lone = [&](std::size_t i) {
    return view[i] == '\r' && (old || (i + 1 < view.size() && view[i + 1] != '\n'));
  };
  for (std::size_t i = 0; i < std::min(view.size(), kHeadBytes) && !lone; ++i) {
    quoted ^= view[i] == '"';
    lone = !quoted && is_lone(i);
  }
  if (!lone) return;
  quoted = false;
  for (std::size_t i = 0; i < view.size(); ++i) {
    quoted ^= view[i] == '"' && !old;
    if (quoted || !is_lone(i)) continue;
    // The first of "\r\r\n" ends nothing.
    const bool doubled = !old && view.substr(i).starts_with("\r\r\n");
    *(text.begin() + static_cast<std::ptrdiff_t>(i)) = doubled ? ' ' : '\n';
  }
}

}  // namespace

Parser::Parser(std::string_view file, std::int64_t first_row)
    : first_row_(first_row), file_(file) {}
Parser::~Parser() = default;

// One more for the line end that the last line may lack.
void Parser::Reserve(std::size_t bytes) { text_.Reserve(bytes + 1); }
char* Parser::Room(std::size_t bytes) { return text_.Room(bytes); }
void Parser::Extend(std::size_t bytes) { text_.Extend(bytes); }
void Parser::Append(std::string_view piece) { text_.Append(piece); }

bool Parser::Step() {
  if (body_) return body_->Step();
  try {
    Begin();
  } catch (Failure& failure) {
    Error error = failure.error();
    if (error.row) *error.row += first_row_ - 1;
    throw Failure(std::move(error));
  }
  return false;
}

void Parser::Begin() {
  MendLineEnds(text_);
  const std::string_view bom = "\xEF\xBB\xBF";
  const std::size_t start = text_.view().starts_with(bom) ? bom.size() : 0;
  // Blocks of columns are one table.
  if (const std::optional<std::string> joined = JoinBlocks(text_.view().substr(start))) {
    text_ = {};
    text_.Append(*joined);
    return BeginBody(0);
  }
  const auto end = ends_ ? FindTableEnd(text_.view().substr(start)) : std::nullopt;
  if (!end) return BeginBody(start);
  const std::string above(text_.view().substr(start, *end));
  LeaveRest(start + *end);
  try {
    BeginBody(start);
  } catch (const Failure&) {
    // What stands above is no table by itself.
    text_ = {};
    text_.Append(above);
    text_.Append(rest_->text);
    rest_.reset();
    BeginBody(0);
  }
}

void Parser::BeginBody(std::size_t start) {
  if (const std::optional<std::string> text = RewriteCells(text_.view().substr(start))) {
    text_ = {};
    text_.Append(*text);
    start = 0;
  }
  Layout layout = FindLayout(text_.view().substr(start));
  layout.body_row += first_row_ - 1;
  layout.header_row += first_row_ - 1;
  // The sentinel every record ends with.
  if (!text_.view().ends_with('\n')) text_.Append("\n");
  text_.Seal();
  body_ = std::make_unique<Body>(text_.view().substr(start), std::move(layout), ends_);
}

void Parser::LeaveRest(std::size_t offset) {
  const std::string_view above = text_.view().substr(0, offset);
  const auto lines = std::count(above.begin(), above.end(), '\n');
  rest_ = {std::string(text_.view().substr(offset)), first_row_ + lines};
  text_.Truncate(offset);
}

double Parser::Progress() const { return body_ ? body_->Progress() : 0; }

Table Parser::Finish() {
  Table table = body_->Finish();
  table.file = file_;
  if (auto rest = body_->TakeRest()) {
    // Of three tables the last may have been left over before.
    if (rest_) rest->text += rest_->text;
    rest_ = std::move(rest);
  }
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
