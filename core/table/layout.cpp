#include "core/table/layout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>

#include "core/base/error.h"
#include "core/table/column_type.h"
#include "core/table/day_style.h"
#include "core/table/header.h"
#include "core/table/header_rows.h"
#include "core/table/sampled.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kHeadRecords = 256;  // records sampled at the start of the text
constexpr std::size_t kSpots = 16;         // places sampled further on
constexpr std::size_t kSpotRecords = 16;   // records at each of them
constexpr double kMajority = 0.6;          // share of records that decides a delimiter
constexpr std::array<char, 5> kDelimiters = {'\t', ',', ';', '|', ' '};

bool IsBlankLine(std::string_view line) { return Trim(line).empty(); }

std::int64_t RowOf(std::string_view text, std::size_t offset) {
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
}

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
  for (std::size_t offset = 0; offset < text.size() && records.size() < kHeadRecords;) {
    const Record record = ReadRecord(text, offset, delimiter, row);
    if (!IsBlankLine(record.text)) records.push_back(Sample(record, delimiter, offset, row));
    row += 1 + std::count(record.text.begin(), record.text.end(), '\n');
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
  std::vector<std::size_t> counts;
  for (const Sampled& record : records) counts.push_back(record.cells.size());
  std::sort(counts.begin(), counts.end());
  Fit fit;
  std::size_t run = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    run = i > 0 && counts[i] == counts[i - 1] ? run + 1 : 1;
    const double share = static_cast<double>(run) / static_cast<double>(counts.size());
    if (counts[i] >= 2 && share >= fit.share) fit = {counts[i], share};
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

// Header texts made unique: the second "净值" becomes "净值 (2)"; an empty one "#3".
std::vector<std::string> Names(const std::vector<std::string>& cells) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string text(Trim(cells[i]));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    std::string name = text.empty() ? "#" + std::to_string(i + 1) : Quote(text, 200);
    for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n) {
      name = text + " (" + std::to_string(n) + ")";
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::string JoinTitles(const std::vector<std::string>& titles) {
  std::string title;
  for (const std::string& line : titles) {
    if (!line.empty()) title += (title.empty() ? "" : " ") + line;
  }
  return Quote(title, 200);
}

void FindTypes(Samples records, Layout& layout) {
  for (std::size_t i = 0; i < layout.names.size(); ++i) {
    Votes votes = Count(records, i);
    const std::optional<Role> role = ReadHeader(layout.names[i]).role;
    const bool dated = votes.days > 0 || role == Role::kDate;
    const DayStyle style =
        dated ? StyleOfDays(records, i, votes, layout.title + " " + layout.names[i]) : DayStyle();
    if (style.year != 0) votes.days = votes.filled;
    const std::optional<ColumnType> asked = role ? TypeForRole(*role, votes) : std::nullopt;
    layout.types.push_back(asked.value_or(TypeByVotes(votes)));
    layout.sure.push_back(asked.has_value());
    layout.styles.push_back(style);
  }
}

// A header that is separated otherwise than the rows, or has another number of cells, stands right
// above them and has two known words. Its cells are brought to the number of columns:
//   a column of row numbers or an unnamed index in front of the rows,
//   a time of day or a weekday behind their first day,
//   cells that are empty in every row at their end.
std::vector<std::string> FitHeader(std::vector<std::string> cells, Samples rows,
                                   std::size_t columns) {
  std::vector<Sampled> full;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(full),
               [columns](const Sampled& row) { return row.cells.size() == columns; });
  rows = full;
  while (cells.size() > columns && Trim(cells.back()).empty()) cells.pop_back();
  if (cells.size() + 1 == columns) {
    const Votes first = Count(rows, 0);
    const Votes second = Count(rows, 1);
    const Votes last = Count(rows, columns - 1);
    const bool moment = first.days > 0 && (2 * second.times > second.filled || second.days == 0) &&
                        second.numbers == 0 && second.filled > 0;
    if (last.filled > 0 && moment) {
      cells.insert(cells.begin() + 1, "");
    } else if (last.filled > 0 && first.numbers == first.filled) {
      cells.insert(cells.begin(), "");
    }
  }
  return cells;
}

// The sampled record right above `top` that is such a header, by its cells; nothing if it is none.
std::optional<std::vector<std::string>> ForeignHeader(std::string_view text, Samples records,
                                                      std::size_t top, std::size_t columns) {
  if (top == 0) return {};
  const Sampled& above = records[top - 1];
  for (const char delimiter : kDelimiters) {
    const Record record = ReadRecord(text, above.offset, delimiter, above.row);
    Sampled header = Sample(record, delimiter, above.offset, above.row);
    if (header.cells.size() >= 2 && KnownHeaders(header.cells) >= 2) {
      return FitHeader(std::move(header.cells), records.subspan(top), columns);
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

// What stands above the rows, and how far down it goes.
void FindHeader(std::string_view text, const Choice& choice, Layout& layout) {
  const Samples records = choice.records;
  const auto is_full = [&](const Sampled& record) {
    return record.cells.size() == choice.fit.cells;
  };
  const auto found = std::find_if(records.begin(), records.end(), is_full);
  if (found == records.end()) RefuseAsNoTable(records.front());
  const auto top = static_cast<std::size_t>(found - records.begin());
  std::size_t titles = top;
  HeaderRows header = FindHeaderRows(records.subspan(top), choice.fit.cells);
  if (header.known == 0) {
    if (auto foreign = ForeignHeader(text, records, top, choice.fit.cells)) {
      header.names = std::move(*foreign);
      header.count = 0;
      header.known = KnownHeaders(header.names);
      header.titles.clear();
      --titles;
    }
  }
  for (std::size_t i = titles; i > 0; --i) {
    header.titles.insert(header.titles.begin(), TextOf(records[i - 1]));
  }
  layout.has_header = !header.names.empty();
  if (!layout.has_header) header.names.resize(choice.fit.cells);
  layout.names = Names(header.names);
  layout.title = JoinTitles(header.titles);
  const std::size_t first = top + header.count;
  if (first > 0) layout.header_row = records[first - 1].row;
  layout.head_records = first;
  if (first < records.size()) {
    layout.body_offset = records[first].offset;
    layout.body_row = records[first].row;
    return;
  }
  if (layout.has_header && header.known > 0) {
    throw Failure({.code = Code::no_rows, .row = layout.header_row});
  }
  RefuseAsNoTable(records.front());
}

}  // namespace

void RefuseWhatIsNoText(std::string_view text) {
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
    throw Failure({.code = Code::spreadsheet_input});
  }
  // A page or a picture: what else stands in it may look like cells.
  const std::string_view start = text.substr(0, 16);
  if (start.starts_with("%PDF-") || start.find("PNG\r\n\x1A") != std::string_view::npos) {
    throw Failure({.code = Code::binary_input, .row = 1});
  }
  if (Trim(text).empty()) throw Failure({.code = Code::empty_input});
  const std::string_view head = text.substr(0, 4096);
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  if (nuls * 10 > head.size()) {
    throw Failure({.code = Code::binary_input, .row = RowOf(text, text.find('\0'))});
  }
}

double DelimitedShare(std::string_view text) {
  double best = 0;
  for (const char delimiter : kDelimiters) {
    if (delimiter != ' ') best = std::max(best, FitOf(SampleHead(text, delimiter)).share);
  }
  return best;
}

Layout FindLayout(std::string_view text) {
  RefuseWhatIsNoText(text);
  const Choice choice = ChooseDelimiter(text);
  const Sampled& first = choice.records.front();
  if (choice.fit.cells > kMostColumns) {
    throw Failure({.code = Code::too_many_columns, .row = first.row});
  }
  Layout layout;
  layout.delimiter = choice.fit.cells >= 2 ? choice.delimiter : ',';
  FindHeader(text, choice, layout);
  std::vector<Sampled> records(
      choice.records.begin() + static_cast<std::ptrdiff_t>(layout.head_records),
      choice.records.end());
  SampleFurtherOn(text, layout.delimiter, layout.body_offset, records);
  FindTypes(records, layout);
  // Texts alone are a table only under a header that is known: facts of funds.
  if (AllText(layout) && KnownHeaders(layout.names) < 2) RefuseAsNoTable(first);
  return layout;
}

}  // namespace premiumlens
