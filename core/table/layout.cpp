#include "core/table/layout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "core/base/error.h"
#include "core/table/header.h"
#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kHeadRecords = 256;  // records sampled at the start of the text
constexpr std::size_t kSpots = 16;         // places sampled further on
constexpr std::size_t kSpotRecords = 16;   // records at each of them
constexpr double kMajority = 0.6;          // share of filled cells that decides a type
constexpr std::array<char, 5> kDelimiters = {'\t', ',', ';', '|', ' '};

bool IsBlankLine(std::string_view line) { return Trim(line).empty(); }

std::int64_t RowOf(std::string_view text, std::size_t offset) {
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
}

void RefuseWhatIsNoText(std::string_view text) {
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
    throw Failure({.code = Code::spreadsheet_input});
  }
  if (Trim(text).empty()) throw Failure({.code = Code::empty_input});
  const std::string_view head = text.substr(0, 4096);
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  if (nuls * 10 > head.size()) {
    throw Failure({.code = Code::binary_input, .row = RowOf(text, text.find('\0'))});
  }
}

// One sampled record: its cells as text, and where it stands.
struct Sampled {
  std::vector<std::string> cells;
  std::size_t offset;
  std::size_t next;
  std::int64_t row;
};

Sampled Sample(const Record& record, char delimiter, std::size_t offset, std::int64_t row) {
  std::vector<std::string_view> cells;
  std::vector<std::string> storage;
  SplitRecord(record.text, delimiter, cells, storage);
  return {{cells.begin(), cells.end()}, offset, record.next, row};
}

// The first records that are not blank.
std::vector<Sampled> SampleHead(std::string_view text, char delimiter) {
  std::vector<Sampled> records;
  std::int64_t row = 1;
  for (std::size_t offset = 0; offset < text.size() && records.size() < kHeadRecords; ++row) {
    const Record record = ReadRecord(text, offset, delimiter, row);
    if (!IsBlankLine(record.text)) records.push_back(Sample(record, delimiter, offset, row));
    offset = record.next;
  }
  return records;
}

// Records at spots spread over the rest of the text, so that a column empty at first is seen.
void SampleFurtherOn(std::string_view text, char delimiter, std::size_t from,
                     std::vector<Sampled>& records) {
  for (std::size_t spot = 1; spot <= kSpots; ++spot) {
    std::size_t offset = from + (text.size() - from) / (kSpots + 1) * spot;
    offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
    for (std::size_t i = 0; i < kSpotRecords && offset < text.size(); ++i) {
      const Record record = ReadRecord(text, offset, delimiter, 0);
      if (!IsBlankLine(record.text)) records.push_back(Sample(record, delimiter, offset, 0));
      offset = record.next;
    }
  }
}

// How well a delimiter explains the records: the commonest number of cells (at least two), and the
// share of records that have it.
struct Fit {
  std::size_t cells = 1;
  double share = 0;
};

Fit FitOf(const std::vector<Sampled>& records) {
  std::map<std::size_t, std::size_t> counts;
  for (const Sampled& record : records) ++counts[record.cells.size()];
  Fit fit;
  for (const auto& [cells, count] : counts) {
    const double share = static_cast<double>(count) / static_cast<double>(records.size());
    if (cells >= 2 && share >= fit.share) fit = {cells, share};
  }
  return fit;
}

struct Choice {
  char delimiter = ',';
  Fit fit;
  std::vector<Sampled> records;
};

// The delimiter whose commonest cell count covers most records; earlier ones win ties, and blanks
// are tried only where nothing else separates.
Choice ChooseDelimiter(std::string_view text) {
  Choice best;
  for (const char delimiter : kDelimiters) {
    if (delimiter == ' ' && best.fit.cells >= 2 && best.fit.share >= kMajority) break;
    std::vector<Sampled> records = SampleHead(text, delimiter);
    const Fit fit = FitOf(records);
    const bool better = fit.cells >= 2 && fit.share > best.fit.share + 1e-12;
    if (better || best.records.empty()) best = {delimiter, fit, std::move(records)};
  }
  return best;
}

bool IsNumberCell(std::string_view cell) { return ParseNumber(cell).state == CellState::kValue; }
bool IsDayCell(std::string_view cell) {
  return ParseDay(cell, DayOrder::kMonthFirst).state == DayState::kDay ||
         ParseDay(cell, DayOrder::kDayFirst).state == DayState::kDay;
}

std::size_t KnownHeaders(const Sampled& record) {
  return static_cast<std::size_t>(
      std::count_if(record.cells.begin(), record.cells.end(),
                    [](const std::string& cell) { return ReadHeader(cell).role.has_value(); }));
}

bool LooksLikeHeader(const Sampled& record) {
  if (KnownHeaders(record) >= 1) return true;
  const auto is_data = [](const std::string& cell) {
    return IsNumberCell(cell) || IsDayCell(cell);
  };
  return std::none_of(record.cells.begin(), record.cells.end(), is_data) &&
         std::any_of(record.cells.begin(), record.cells.end(),
                     [](const std::string& cell) { return !IsMissingWord(cell); });
}

// Header texts made unique: the second "净值" becomes "净值 (2)"; an empty one "#3".
std::vector<std::string> Names(const std::vector<std::string>& cells, bool has_header) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string text(has_header ? Trim(cells[i]) : std::string_view());
    std::string name = text.empty() ? "#" + std::to_string(i + 1) : Quote(text, 200);
    for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n) {
      name = text + " (" + std::to_string(n) + ")";
    }
    names.push_back(std::move(name));
  }
  return names;
}

// What the sampled cells of one column look like.
struct Votes {
  std::size_t filled = 0, numbers = 0, days = 0, times = 0, codes = 0;
  bool padded = false;  // some cell is a number padded with zeros, 000300: a code, not a count
  bool day_first = false;
};

// A six-digit exchange code of a fund (Shanghai 50–58…, Shenzhen 15…, 16…).
bool IsFundCode(std::string_view cell) {
  const std::string_view text = Trim(cell);
  return text.size() == 6 && std::all_of(text.begin(), text.end(), IsDigit) &&
         (text[0] == '5' || (text[0] == '1' && (text[1] == '5' || text[1] == '6')));
}

bool IsPadded(std::string_view cell) {
  const std::string_view text = Trim(cell);
  return text.size() >= 3 && text[0] == '0' && std::all_of(text.begin(), text.end(), IsDigit) &&
         text.find_first_not_of('0') != std::string_view::npos;
}

Votes Count(const std::vector<Sampled>& records, std::size_t column) {
  Votes votes;
  for (const Sampled& record : records) {
    if (column >= record.cells.size() || IsMissingWord(record.cells[column])) continue;
    const std::string& cell = record.cells[column];
    ++votes.filled;
    votes.numbers += IsNumberCell(cell) ? 1 : 0;
    votes.days += IsDayCell(cell) ? 1 : 0;
    votes.times += cell.find(':') != std::string::npos && ParseTime(cell) != kMissingTime ? 1 : 0;
    votes.codes += IsFundCode(cell) ? 1 : 0;
    votes.padded = votes.padded || IsPadded(cell);
    votes.day_first = votes.day_first || MustBeDayFirst(cell);
  }
  return votes;
}

// The type a known role asks for, where the cells allow it.
std::optional<ColumnType> TypeForRole(Role role, const Votes& votes) {
  switch (role) {
    case Role::kDate:
    case Role::kTime:
      if (votes.times > votes.days) return ColumnType::kTime;
      if (votes.days > 0) return ColumnType::kDate;
      return {};
    case Role::kCode:
    case Role::kName:
    case Role::kPurchaseStatus:
    case Role::kPurchaseLimit:
      return ColumnType::kText;
    case Role::kOther:
      return {};
    default:
      if (votes.numbers > 0 || votes.filled == 0) return ColumnType::kNumber;
      return {};
  }
}

ColumnType TypeByVotes(const Votes& votes) {
  const auto majority = [&votes](std::size_t count) {
    return votes.filled > 0 &&
           static_cast<double>(count) >= kMajority * static_cast<double>(votes.filled);
  };
  if (majority(votes.days)) return ColumnType::kDate;
  if (majority(votes.times)) return ColumnType::kTime;
  if (votes.padded || (votes.filled > 0 && votes.codes == votes.filled)) return ColumnType::kText;
  if (majority(votes.numbers)) return ColumnType::kNumber;
  return ColumnType::kText;
}

void FindTypes(const std::vector<Sampled>& records, Layout& layout) {
  for (std::size_t i = 0; i < layout.names.size(); ++i) {
    const Votes votes = Count(records, i);
    const std::optional<Role> role = ReadHeader(layout.names[i]).role;
    const std::optional<ColumnType> asked = role ? TypeForRole(*role, votes) : std::nullopt;
    layout.types.push_back(asked.value_or(TypeByVotes(votes)));
    layout.sure.push_back(asked.has_value());
    layout.orders.push_back(votes.day_first ? DayOrder::kDayFirst : DayOrder::kMonthFirst);
  }
}

// The cells of a header that stands above `top` and is separated by another character.
std::optional<std::vector<std::string>> ForeignHeader(std::string_view text,
                                                      const std::vector<Sampled>& records,
                                                      std::size_t top) {
  if (top == 0) return {};
  const Sampled& above = records[top - 1];
  for (const char delimiter : kDelimiters) {
    const Record record = ReadRecord(text, above.offset, delimiter, above.row);
    Sampled header = Sample(record, delimiter, above.offset, above.row);
    if (header.cells.size() == records[top].cells.size() && KnownHeaders(header) >= 2) {
      return std::move(header.cells);
    }
  }
  return {};
}

[[noreturn]] void RefuseAsNoTable(const Sampled& first) {
  std::string line;
  for (const std::string& cell : first.cells) line += (line.empty() ? "" : " ") + cell;
  throw Failure({.code = Code::not_a_table, .row = first.row, .text = Quote(Trim(line))});
}

bool AllText(const Layout& layout) {
  return std::all_of(layout.types.begin(), layout.types.end(),
                     [](ColumnType type) { return type == ColumnType::kText; });
}

}  // namespace

Record ReadRecord(std::string_view text, std::size_t offset, char delimiter, std::int64_t row) {
  const auto refuse_long = [&](std::size_t end) {
    if (end - offset > kLongestLine) {
      throw Failure(
          {.code = Code::line_too_long, .row = row, .text = Quote(text.substr(offset, 80), 40)});
    }
  };
  const std::size_t line_end = std::min(text.find('\n', offset), text.size());
  refuse_long(line_end);
  std::size_t end = line_end;
  bool open_quote = false;
  const std::size_t quote = text.substr(offset, line_end - offset).find('"');
  if (delimiter != ' ' && quote != std::string_view::npos) {
    bool inside = false;
    bool cell_start = true;
    for (end = offset; end < text.size() && (inside || text[end] != '\n'); ++end) {
      const char c = text[end];
      if (c == '"' && (inside || cell_start)) inside = !inside;
      cell_start = !inside && (c == delimiter || (c == '"' && cell_start));
      if (inside && end - offset > kLongestLine) break;
    }
    if (inside) {
      open_quote = true;
      end = line_end;
    }
  }
  std::string_view record = text.substr(offset, end - offset);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return {record, std::min(end + 1, text.size()), open_quote};
}

void SplitRecord(std::string_view record, char delimiter, std::vector<std::string_view>& cells,
                 std::vector<std::string>& storage) {
  cells.clear();
  storage.clear();
  if (delimiter == ' ') {
    for (record = Trim(record); !record.empty(); record = Trim(record)) {
      const std::size_t end = std::min(record.find_first_of(" \t"), record.size());
      cells.push_back(record.substr(0, end));
      record.remove_prefix(end);
    }
    return;
  }
  storage.reserve(static_cast<std::size_t>(std::count(record.begin(), record.end(), '"')));
  for (bool more = true; more;) {
    std::size_t end = 0;
    if (!record.empty() && record[0] == '"') {
      std::string cell;
      for (end = 1; end < record.size(); ++end) {
        if (record[end] != '"') {
          cell += record[end];
        } else if (end + 1 < record.size() && record[end + 1] == '"') {
          cell += record[end++];
        } else {
          ++end;
          break;
        }
      }
      const std::size_t stop = std::min(record.find(delimiter, end), record.size());
      cell += record.substr(end, stop - end);
      storage.push_back(std::move(cell));
      cells.push_back(storage.back());
      end = stop;
    } else {
      end = std::min(record.find(delimiter), record.size());
      cells.push_back(record.substr(0, end));
    }
    more = end < record.size();
    record.remove_prefix(std::min(end + 1, record.size()));
  }
}

Layout FindLayout(std::string_view text) {
  RefuseWhatIsNoText(text);
  Choice choice = ChooseDelimiter(text);
  const Sampled& first = choice.records.front();
  if (choice.fit.cells > kMostColumns) {
    throw Failure({.code = Code::too_many_columns, .row = first.row});
  }
  Layout layout;
  layout.delimiter = choice.fit.cells >= 2 ? choice.delimiter : ',';
  const auto top =
      std::find_if(choice.records.begin(), choice.records.end(),
                   [&](const Sampled& record) { return record.cells.size() == choice.fit.cells; });
  if (top == choice.records.end()) RefuseAsNoTable(first);
  layout.has_header = LooksLikeHeader(*top);
  layout.names = Names(top->cells, layout.has_header);
  if (!layout.has_header) {
    const auto place = static_cast<std::size_t>(top - choice.records.begin());
    if (const auto header = ForeignHeader(text, choice.records, place)) {
      layout.names = Names(*header, true);
    }
  }
  layout.body_offset = layout.has_header ? top->next : top->offset;
  layout.body_row = top->row;
  if (layout.has_header) layout.body_row += RowOf(text, top->next) - RowOf(text, top->offset);
  if (layout.has_header && Trim(text.substr(layout.body_offset)).empty()) {
    if (KnownHeaders(*top) == 0) RefuseAsNoTable(first);
    throw Failure({.code = Code::no_rows, .row = top->row});
  }
  std::vector<Sampled> records(top + (layout.has_header ? 1 : 0), choice.records.end());
  SampleFurtherOn(text, layout.delimiter, layout.body_offset, records);
  FindTypes(records, layout);
  if (AllText(layout)) RefuseAsNoTable(first);
  return layout;
}

}  // namespace premiumlens
