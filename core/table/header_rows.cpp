#include "core/table/header_rows.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/table/column_type.h"
#include "core/table/day.h"
#include "core/table/header.h"
#include "core/table/number.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kMostHeaderRows = 12;
constexpr std::size_t kVotes = 16;  // records that tell what a column holds
// Below that many header rows, texts above the first data are header too, known or not.
constexpr std::size_t kManyHeaderRows = 3;

// What the cells of a column are, as far as telling header from data goes.
enum class Kind { kText, kNumber, kDay, kTime, kCode };

std::vector<Kind> KindsOf(Samples body, std::size_t columns) {
  std::vector<Kind> kinds(columns, Kind::kText);
  for (std::size_t i = 0; i < columns; ++i) {
    const Votes votes = Count(body, i);
    if (votes.filled == 0) continue;
    std::size_t codes = 0;
    for (const Sampled& record : body) {
      codes += i < record.cells.size() && IsCodeCell(record.cells[i]) ? 1 : 0;
    }
    const ColumnType type = TypeByVotes(votes);
    kinds[i] = 2 * codes > votes.filled      ? Kind::kCode
               : type == ColumnType::kDate   ? Kind::kDay
               : type == ColumnType::kTime   ? Kind::kTime
               : type == ColumnType::kNumber ? Kind::kNumber
                                             : Kind::kText;
  }
  return kinds;
}

// A cell that may head a column although it reads as a number: a code or a day.
bool IsBareLabel(std::string_view cell) { return IsCodeCell(cell) || IsDayCell(cell); }

bool FitsKind(const std::string& cell, Kind kind) {
  switch (kind) {
    case Kind::kNumber:
      return IsNumberCell(cell) && !IsBareLabel(cell);
    case Kind::kDay:
      return IsDayCell(cell);
    case Kind::kTime:
      return ParseTime(cell) != kMissingTime;
    case Kind::kCode:
      return IsCodeCell(cell);
    case Kind::kText:
      return false;
  }
  return false;
}

bool IsData(const Sampled& record, const std::vector<Kind>& kinds) {
  for (std::size_t i = 0; i < std::min(record.cells.size(), kinds.size()); ++i) {
    if (FitsKind(record.cells[i], kinds[i])) return true;
  }
  return false;
}

// A known header; no bare number is one, which is told at once.
bool IsKnown(const std::string& cell) {
  const bool bare = IsDecimalFraction(cell) || std::all_of(cell.begin(), cell.end(), IsDigit);
  return !bare && ReadHeader(cell).role.has_value();
}

// The kinds are voted without the first records, which may be header rows: of a short text the last
// third votes, and more of it if that tells no row for data.
std::size_t RowsAboveData(Samples records, std::size_t columns, std::vector<Kind>& kinds) {
  std::vector<Sampled> full;
  for (const Sampled& record : records) {
    if (record.cells.size() != columns) continue;
    // A header that comes again has no vote. Its first cells tell: looking at all would take long.
    const bool known = IsKnown(record.cells.front()) || IsKnown(record.cells[columns > 1 ? 1 : 0]);
    if (!known || KnownHeaders(record.cells) < 2) full.push_back(record);
  }
  const std::size_t n = full.size();
  for (const std::size_t skipped : {std::min(n - (n + 2) / 3, kMostHeaderRows), n / 2, n / 4}) {
    const Samples body = Samples(full).subspan(skipped);
    kinds = KindsOf(body.first(std::min(body.size(), kVotes)), columns);
    std::size_t above = 0;
    while (above < std::min(records.size(), kMostHeaderRows) && !IsData(records[above], kinds)) {
      ++above;
    }
    if (above < std::min(records.size(), kMostHeaderRows)) return above;
  }
  // Nothing but texts: a table of words, or a header alone.
  return records.size() > kMostHeaderRows ? 1 : records.size();
}

bool IsFilled(const std::string& cell) {
  return !Trim(cell).empty() && !Trim(cell).starts_with("Unnamed:");
}

std::size_t Filled(const Sampled& record) {
  return static_cast<std::size_t>(
      std::count_if(record.cells.begin(), record.cells.end(), IsFilled));
}

// No number and no day in it, but a text.
bool HasTextOnly(const Sampled& record) {
  const auto is_data = [](const std::string& cell) {
    return IsNumberCell(cell) || IsDayCell(cell);
  };
  return std::none_of(record.cells.begin(), record.cells.end(), is_data) &&
         std::any_of(record.cells.begin(), record.cells.end(),
                     [](const std::string& cell) { return !IsMissingWord(cell); });
}

// A day above every column but the first, and two of them at least.
bool HeadsDays(const Sampled& record) {
  return record.cells.size() > 2 && !IsDayCell(record.cells.front()) &&
         std::all_of(record.cells.begin() + 1, record.cells.end(), IsDayCell);
}

bool LooksLikeHeader(const Sampled& record) {
  return KnownHeaders(record.cells) >= 1 || HasTextOnly(record) || HeadsDays(record);
}

// A known word, a unit or a day: what a further header row is told by.
bool HasHeaderWord(const Sampled& record) {
  return std::any_of(record.cells.begin(), record.cells.end(), [](const std::string& cell) {
    return IsFilled(cell) &&
           (ReadHeader(cell).role.has_value() || FindUnitWord(cell) || IsDayCell(cell));
  });
}

// A row with words of the vocabulary in columns of data: a header even if some of it are numbers.
bool HeadsData(const Sampled& record, const std::vector<Kind>& kinds) {
  if (KnownHeaders(record.cells) == 0) return false;
  for (std::size_t i = 0; i < std::min(record.cells.size(), kinds.size()); ++i) {
    const std::string& cell = record.cells[i];
    if (kinds[i] != Kind::kText && !IsMissingWord(cell) && !FitsKind(cell, kinds[i]) &&
        !IsNumberCell(cell)) {
      return true;
    }
  }
  return false;
}

// The cell without brackets and colons.
std::string LabelOf(std::string_view cell) {
  std::string text = LowerAscii(NormaliseWidth(Trim(cell)));
  std::erase_if(
      text, [](char c) { return std::string_view("[]() :_").find(c) != std::string_view::npos; });
  return text;
}

bool IsUnitLabel(std::string_view cell) {
  const std::string label = LabelOf(cell);
  return label == "单位" || label == "unit" || label == "units";
}

bool SaysUnits(const Sampled& record) { return IsUnitLabel(record.cells.front()); }

// A row that says of each column where it comes from: 频率, 单位, 指标ID, 来源 (Wind, Choice,
// iFinD).
bool IsProperty(const Sampled& record) {
  constexpr std::array<std::string_view, 20> kProperties = {
      "频率",     "指标id",    "来源",     "数据来源", "更新时间", "国家",    "开始时间",
      "开始日期", "结束日期",  "时间区间", "指标编码", "描述",     "备注",    "更新频率",
      "指标来源", "frequency", "source",   "id",       "区间",     "更新日期"};
  return SaysUnits(record) || std::find(kProperties.begin(), kProperties.end(),
                                        LabelOf(record.cells.front())) != kProperties.end();
}

// One text over the whole table: alone in its row, or repeated in all cells by a merge.
bool IsTitle(const Sampled& record) {
  const auto first = std::find_if(record.cells.begin(), record.cells.end(), IsFilled);
  if (first == record.cells.end()) return true;
  const std::size_t filled = Filled(record);
  return filled == 1 || (filled == record.cells.size() &&
                         std::all_of(record.cells.begin(), record.cells.end(),
                                     [&](const std::string& cell) { return cell == *first; }));
}

// A label and what it says of the whole table: "Security,513100 CH Equity,,".
bool IsLabelled(const Sampled& record, std::size_t columns) {
  return columns >= 4 && Filled(record) == 2 && IsFilled(record.cells[0]) &&
         record.cells.size() > 1 && IsFilled(record.cells[1]);
}

// A merged cell's text stands in its first column only.
std::vector<std::string> Spread(const Sampled& record, std::size_t columns, bool from_first) {
  std::vector<std::string> cells(columns);
  const bool merged = Filled(record) >= 2 || !IsFilled(record.cells.front());
  const std::size_t first = from_first ? 1 : 2;
  for (std::size_t i = 0; i < columns; ++i) {
    if (i < record.cells.size() && IsFilled(record.cells[i])) {
      cells[i] = Trim(record.cells[i]);
    } else if (i >= first && merged) {
      cells[i] = cells[i - 1];
    }
  }
  return cells;
}

void AddPart(std::string& name, const std::string& part, std::vector<std::string>& parts) {
  if (IsMissingWord(part) || std::find(parts.begin(), parts.end(), part) != parts.end()) return;
  parts.push_back(part);
  if (name.empty()) {
    name = part;
  } else if (FindUnitWord(part)) {
    const bool bracketed = !part.empty() && (part[0] == '(' || part.starts_with("（"));
    name += bracketed ? " " + part : " (" + part + ")";
  } else if (IsDayCell(part)) {
    name += " [" + part + "]";
  } else {
    name += (IsDayCell(name) ? " [" + std::exchange(name, part) + "]" : " / " + part);
  }
}

// Whether a name comes twice: tables side by side, and each has its own first column.
bool RepeatsFirst(const Sampled& record) {
  const std::string& first = record.cells.front();
  return IsFilled(first) && std::count(record.cells.begin(), record.cells.end(), first) > 1;
}

std::vector<std::string> JoinNames(Samples rows, std::size_t columns) {
  std::vector<std::vector<std::string>> spread;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    spread.push_back(Spread(rows[r], columns, RepeatsFirst(rows.back())));
    if (r + 1 < rows.size()) continue;
    // The lowest row is never merged over columns.
    for (std::size_t i = 0; i < columns; ++i) {
      const bool own = i < rows[r].cells.size() && IsFilled(rows[r].cells[i]);
      if (!own) spread[r][i].clear();
    }
  }
  const bool side_by_side = RepeatsFirst(rows.back());
  std::vector<std::string> names(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    const auto is_own = [i](const Sampled& row) {
      return i < row.cells.size() && IsFilled(row.cells[i]);
    };
    // What stands between two tables is no column.
    if (side_by_side && std::none_of(rows.begin(), rows.end(), is_own)) continue;
    std::vector<std::string> parts;
    for (const std::vector<std::string>& row : spread) {
      // Above the first column stand names of the rows' own words ("Price", "Ticker", "Date").
      if (i == 0 && !row[0].empty() && !FindUnitWord(row[0]) && !IsUnitLabel(row[0])) {
        names[0].clear();
        parts.clear();
      }
      if (i > 0 || !IsUnitLabel(row[0])) AddPart(names[i], row[i], parts);
    }
  }
  return names;
}

}  // namespace

std::size_t KnownHeaders(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), IsKnown));
}

std::string TextOf(const Sampled& record) {
  std::string text;
  for (const std::string& cell : record.cells) {
    const std::string_view part = Trim(cell);
    if (!part.empty()) text += (text.empty() ? "" : " ") + std::string(part);
  }
  return text;
}

HeaderRows FindHeaderRows(Samples records, std::size_t columns) {
  HeaderRows header;
  std::vector<Kind> kinds;
  const std::size_t above = RowsAboveData(records, columns, kinds);
  Samples rows = records.first(above == 0 && HeadsData(records[0], kinds) ? 1 : above);
  if (std::none_of(rows.begin(), rows.end(), LooksLikeHeader)) return header;
  const bool whole = !rows.empty() && Filled(rows.back()) == columns;
  while (columns > 2 && rows.size() > 1 &&
         (IsTitle(rows.front()) || (whole && IsLabelled(rows.front(), columns)))) {
    const std::vector<std::string>& cells = rows.front().cells;
    const auto filled = std::find_if(cells.begin(), cells.end(), IsFilled);
    const bool labelled = IsLabelled(rows.front(), columns);
    if (labelled) {
      header.titles.push_back(TextOf(rows.front()));
    } else if (filled != cells.end()) {
      header.titles.emplace_back(Trim(*filled));
    }
    rows = rows.subspan(1);
    ++header.count;
  }
  std::size_t last = rows.size();
  while (last > 1 && !HasHeaderWord(rows[last - 1])) --last;
  if (last >= kManyHeaderRows) last = rows.size();
  // What stands between is no data either, if it says what it is; of it the units count.
  while (last < rows.size() && IsProperty(rows[last])) ++last;
  std::vector<Sampled> heads;
  for (std::size_t i = 0; i < last; ++i) {
    if (i == 0 || !IsProperty(rows[i]) || SaysUnits(rows[i])) heads.push_back(rows[i]);
  }
  header.count += last;
  header.names = heads.size() == 1 ? heads.front().cells : JoinNames(heads, columns);
  header.names.resize(columns);
  header.known = KnownHeaders(header.names);
  return header;
}

}  // namespace premiumlens
