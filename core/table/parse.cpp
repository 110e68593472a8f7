#include "core/table/parse.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include <fast_float/fast_float.h>

#include "core/base/error.h"
#include "core/table/column_reader.h"
#include "core/table/day.h"
#include "core/table/layout.h"
#include "core/table/text.h"
#include "core/table/wide.h"

namespace premiumlens {
namespace {

int TwoDigits(const char* p) { return (p[0] - '0') * 10 + (p[1] - '0'); }

// "2025-01-03" or "2025/01/03" at `p` (ten readable bytes): the day, or nothing.
std::optional<Date> TenByteDay(const char* p) {
  for (const int i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!IsDigit(p[i])) return {};
  }
  if (p[4] != p[7] || (p[4] != '-' && p[4] != '/')) return {};
  return MakeDate(TwoDigits(p) * 100 + TwoDigits(p + 2), TwoDigits(p + 5), TwoDigits(p + 8));
}

}  // namespace

// The rows below the header. Works through text_ record by record; most cells take the short way
// (a number or a day followed at once by the delimiter), every other goes through Put().
class Parser::Body {
 public:
  Body(std::string_view text, Layout layout) : text_(text), layout_(std::move(layout)) {
    Restart();
  }

  bool Step();
  double Progress() const {
    return static_cast<double>(offset_) /
           static_cast<double>(std::max<std::size_t>(1, text_.size()));
  }
  Table Finish();

 private:
  void Restart();
  bool Retype();
  void ReadRow();
  bool ReadDelimited(const char* record_end);
  bool ReadFields(const Record& record);
  const char* ShortNumber(const char* p, ColumnReader& reader) const;
  const char* ShortDay(const char* p, const char* end, ColumnReader& reader) const;
  bool PutCell(std::size_t column, std::string_view cell);
  void Refuse(Code code, std::string_view column, std::string_view text) {
    rejected_.Add({code, row_, std::string(column), Quote(Trim(text))});
  }
  bool EndsCell(char c) const { return c == layout_.delimiter || c == '\n' || c == '\r'; }

  std::string_view text_;  // ends with a line end
  Layout layout_;
  std::size_t offset_ = 0;
  std::int64_t row_ = 0;
  std::vector<ColumnReader> readers_;
  std::vector<std::int64_t> source_rows_;
  Rejections rejected_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> storage_;
};

void Parser::Body::Restart() {
  offset_ = layout_.body_offset;
  row_ = layout_.body_row;
  rejected_ = {};
  source_rows_.clear();
  readers_.clear();
  const std::string_view body = text_.substr(offset_);
  const std::string_view head = body.substr(0, 64 * 1024);
  const auto lines = static_cast<double>(1 + std::count(head.begin(), head.end(), '\n'));
  const auto rows = static_cast<std::size_t>(1.05 * lines * static_cast<double>(body.size()) /
                                             static_cast<double>(head.size() + 1)) +
                    16;
  source_rows_.reserve(rows);
  for (std::size_t i = 0; i < layout_.names.size(); ++i) {
    readers_.emplace_back(layout_.names[i], layout_.types[i], layout_.orders[i], rows);
  }
}

bool Parser::Body::Step() {
  const std::size_t stop = std::min(text_.size(), offset_ + kStepBytes);
  while (offset_ < stop) ReadRow();
  if (offset_ < text_.size()) return false;
  return !Retype();
}

// Columns most of whose cells were refused become text, and the text is read again.
bool Parser::Body::Retype() {
  bool changed = false;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const ColumnReader& reader = readers_[i];
    const bool sure = layout_.sure[i] && reader.filled() > 0;
    if (reader.type() == ColumnType::kText || sure || reader.refused() <= reader.filled()) continue;
    layout_.types[i] = ColumnType::kText;
    changed = true;
  }
  if (changed) Restart();
  return changed;
}

void Parser::Body::ReadRow() {
  const Record record = ReadRecord(text_, offset_, layout_.delimiter, row_);
  bool has_value = false;
  if (!record.text.empty()) {
    const bool plain = layout_.delimiter != ' ' && record.text.find('"') == std::string_view::npos;
    has_value = plain ? ReadDelimited(record.text.data() + record.text.size()) : ReadFields(record);
    if (record.open_quote) Refuse(Code::open_quote, "", record.text);
    if (has_value) {
      source_rows_.push_back(row_);
    } else {
      for (ColumnReader& reader : readers_) reader.DropLast();
    }
  }
  // A quoted cell may hold line ends; rows are counted as the lines of the source.
  row_ += 1 + std::count(record.text.begin(), record.text.end(), '\n');
  offset_ = record.next;
}

// A record without quotation marks.
bool Parser::Body::ReadDelimited(const char* record_end) {
  const char* p = text_.data() + offset_;
  bool has_value = false;
  bool more = true;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    ColumnReader& reader = readers_[i];
    if (!more) {
      reader.PutMissing();
      continue;
    }
    const char* next = nullptr;
    if (reader.type() == ColumnType::kNumber) next = ShortNumber(p, reader);
    if (reader.type() == ColumnType::kDate) next = ShortDay(p, record_end, reader);
    if (next != nullptr) {
      has_value = true;
    } else {
      const void* found =
          std::memchr(p, layout_.delimiter, static_cast<std::size_t>(record_end - p));
      next = found == nullptr ? record_end : static_cast<const char*>(found);
      has_value |= PutCell(i, {p, static_cast<std::size_t>(next - p)});
    }
    more = next < record_end;
    p = more ? next + 1 : record_end;
  }
  if (more) {
    const std::string_view rest(p, static_cast<std::size_t>(record_end - p));
    if (rest.find_first_not_of(std::string_view(" \t\r,;|")) != std::string_view::npos) {
      Refuse(Code::extra_cells, "", rest);
    }
  }
  return has_value;
}

// A record with quotation marks, or one separated by blanks.
bool Parser::Body::ReadFields(const Record& record) {
  SplitRecord(record.text, layout_.delimiter, cells_, storage_);
  bool has_value = false;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (i < cells_.size()) {
      has_value |= PutCell(i, cells_[i]);
    } else {
      readers_[i].PutMissing();
    }
  }
  for (std::size_t i = readers_.size(); i < cells_.size(); ++i) {
    if (Trim(cells_[i]).empty()) continue;
    Refuse(Code::extra_cells, "", cells_[i]);
    break;
  }
  return has_value;
}

// A plain decimal directly followed by the end of the cell; else nullptr and nothing is read.
const char* Parser::Body::ShortNumber(const char* p, ColumnReader& reader) const {
  if (!IsDigit(*p) && !(*p == '-' && IsDigit(p[1]))) return nullptr;
  double value = 0;
  const auto [end, error] = fast_float::from_chars(p, text_.data() + text_.size(), value);
  if (error != std::errc() || !EndsCell(*end)) return nullptr;
  reader.PutNumber(value);
  return end;
}

const char* Parser::Body::ShortDay(const char* p, const char* end, ColumnReader& reader) const {
  if (end - p < 10 || !EndsCell(p[10])) return nullptr;
  const std::optional<Date> day = TenByteDay(p);
  if (!day) return nullptr;
  reader.PutDate(*day);
  return p + 10;
}

bool Parser::Body::PutCell(std::size_t column, std::string_view cell) {
  std::optional<Code> refusal;
  const bool has_value = readers_[column].Put(cell, refusal);
  if (refusal) Refuse(*refusal, layout_.names[column], cell);
  return has_value;
}

Table Parser::Body::Finish() {
  Table table;
  table.rows = source_rows_.size();
  table.source_rows = std::move(source_rows_);
  table.rejected = std::move(rejected_);
  for (ColumnReader& reader : readers_) table.columns.push_back(reader.Take());
  return table;
}

Parser::Parser(std::string_view file) : file_(file) {}
Parser::~Parser() = default;

// One more for the line end that the last line may lack.
void Parser::Reserve(std::size_t bytes) { text_.reserve(bytes + 1); }

void Parser::Append(std::string_view piece) { text_.append(piece); }

bool Parser::Step() {
  if (!body_) {
    // Old Mac line ends, and the sentinel every record ends with.
    if (text_.find('\n') == std::string::npos) std::replace(text_.begin(), text_.end(), '\r', '\n');
    const std::string_view bom = "\xEF\xBB\xBF";
    if (std::string_view(text_).starts_with(bom)) text_.erase(0, bom.size());
    Layout layout = FindLayout(text_);
    if (!text_.ends_with('\n')) text_ += '\n';
    body_ = std::make_unique<Body>(text_, std::move(layout));
    return false;
  }
  return body_->Step();
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
