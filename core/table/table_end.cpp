#include "core/table/table_end.h"

#include <algorithm>
#include <array>

#include "core/table/column_reader.h"
#include "core/table/day.h"
#include "core/table/header.h"
#include "core/table/number.h"
#include "core/table/record.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::array<char, 5> kDelimiters = {'\t', ',', ';', '|', ' '};
constexpr std::size_t kLongestHeader = 4096;  // bytes
constexpr int kMostTitles = 3;
constexpr int kMostLines = 16;  // looked at from one place, with blank ones: the next looks further

using Cells = std::vector<std::string>;

struct Line {
  std::string_view text;
  std::size_t next;
};

Line LineAt(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  return {text.substr(offset, end - offset), std::min(end + 1, text.size())};
}

bool IsBlank(std::string_view line) { return Trim(line).empty(); }

// The cells that are not blank.
Cells CellsOf(std::string_view line, char delimiter) {
  std::vector<std::string_view> cells;
  std::vector<std::string> storage;
  SplitRecord(line, delimiter, cells, storage);
  Cells filled;
  for (const std::string_view cell : cells) {
    if (!IsBlank(cell)) filled.emplace_back(Trim(cell));
  }
  return filled;
}

bool IsValue(const std::string& cell) {
  return ParseNumber(cell).state == CellState::kValue ||
         ParseDay(cell, DayOrder::kMonthFirst).date != kMissingDate;
}

// The cells of a line that is a header; none if it is not.
Cells HeaderCells(std::string_view line) {
  if (line.empty() || IsDigit(line.front()) || line.size() > kLongestHeader) return {};
  for (const char delimiter : kDelimiters) {
    Cells cells = CellsOf(line, delimiter);
    if (cells.size() < 2) continue;
    std::size_t known = 0;
    std::size_t codes = 0;
    for (const std::string& cell : cells) {
      const bool is_code = ColumnReader::IsCode(cell);
      if (!is_code && IsValue(cell)) return {};
      codes += is_code ? 1 : 0;
      known += !is_code && ReadHeader(cell).role ? 1 : 0;
    }
    const bool enough = known > 0 && known + codes >= 2;
    if (enough && 2 * (known + codes) >= cells.size()) return cells;
  }
  return {};
}

// Whether a line is a row of data: two cells, of which one is a number or a day.
bool IsRow(std::string_view line, std::size_t least, std::size_t most) {
  if (line.size() > kLongestHeader) return false;
  return std::any_of(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
    const Cells cells = CellsOf(line, delimiter);
    return cells.size() >= least && cells.size() <= most &&
           std::any_of(cells.begin(), cells.end(), IsValue);
  });
}

// One text, with numbers in it only where they are a fund's code.
bool MayBeTitle(std::string_view line) {
  if (line.size() > kLongestHeader) return false;
  if (CellsOf(line, '\t').size() > 1 || CellsOf(line, ',').size() > 1) return false;
  if (!IsDigit(line.front())) return true;
  const Cells words = CellsOf(line, ' ');
  return std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return !ColumnReader::IsCode(word) && IsValue(word);
  });
}

// Whether a row stands below the header, or below one row of units.
bool HasRowsBelow(std::string_view text, std::size_t offset, std::size_t columns) {
  int looked = 0;
  while (offset < text.size() && looked < 2) {
    const Line line = LineAt(text, offset);
    offset = line.next;
    if (IsBlank(line.text)) continue;
    // Cells may be empty: a row with two is enough.
    if (IsRow(line.text, 2, columns + 1)) return true;
    ++looked;
  }
  return false;
}

}  // namespace

TableEnd::TableEnd(std::string_view above) {
  for (std::size_t offset = 0; offset < above.size();) {
    const Line line = LineAt(above, offset);
    offset = line.next;
    Cells cells = HeaderCells(line.text);
    if (!cells.empty()) {
      headers_.push_back(std::move(cells));
    } else if (headers_.empty() && !IsBlank(line.text)) {
      title_ = Trim(line.text);
    }
  }
}

bool TableEnd::IsAnother(const Cells& header, const std::string& title) const {
  if (std::find(headers_.begin(), headers_.end(), header) == headers_.end()) return true;
  return !title.empty() && !title_.empty() && title != title_;
}

std::optional<std::size_t> TableEnd::At(std::string_view text, std::size_t offset) const {
  if (headers_.empty()) return {};
  std::optional<std::size_t> start;
  std::string title;
  int titles = 0;
  for (int lines = 0; offset < text.size() && lines < kMostLines; ++lines) {
    const Line line = LineAt(text, offset);
    if (!IsBlank(line.text)) {
      if (!start) start = offset;
      const Cells cells = HeaderCells(line.text);
      if (!cells.empty()) {
        const bool another = IsAnother(cells, title);
        return another && HasRowsBelow(text, line.next, cells.size()) ? start : std::nullopt;
      }
      if (++titles > kMostTitles || !MayBeTitle(line.text)) return {};
      title = Trim(line.text);
    }
    offset = line.next;
  }
  return {};
}

std::optional<std::size_t> FindTableEnd(std::string_view text) {
  std::size_t offset = 0;
  std::size_t left = kTableEndLines;
  bool header = false;
  for (; offset < text.size() && left > 0; --left) {
    const Line line = LineAt(text, offset);
    if (header && IsRow(line.text, 2, kLongestHeader)) break;
    header = header || !HeaderCells(line.text).empty();
    offset = line.next;
  }
  const TableEnd table_end(text.substr(0, offset));
  for (; header && offset < text.size() && left > 0; --left) {
    const Line line = LineAt(text, offset);
    // Most rows are told at once.
    const bool is_row = !line.text.empty() && IsDigit(line.text.front()) &&
                        line.text.find_first_of(",;|\t") != std::string_view::npos;
    if (!is_row) {
      if (const auto found = table_end.At(text, offset)) return found;
    }
    offset = line.next;
  }
  return {};
}

}  // namespace premiumlens
