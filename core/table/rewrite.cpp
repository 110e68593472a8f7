#include "core/table/rewrite.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/table/fixed_columns.h"
#include "core/table/header.h"
#include "core/table/layout.h"
#include "core/table/rewrite_lines.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kHeadLines = 256;
// A separator explains a text if so many of its lines have the same number of cells.
constexpr double kExplains = 0.6;

using Lines = std::vector<std::string_view>;

Lines HeadOf(std::string_view text) {
  Lines lines = LinesOf(text.substr(0, kHeadBytes));
  // The last one may be cut.
  if (text.size() > kHeadBytes && lines.size() > 1) lines.pop_back();
  std::erase_if(lines, [](std::string_view line) { return Trim(line).empty(); });
  if (lines.size() > kHeadLines) lines.resize(kHeadLines);
  return lines;
}

std::size_t CountOf(std::string_view line, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = line.find(mark); at != std::string_view::npos;
       at = line.find(mark, at + mark.size())) {
    ++count;
  }
  return count;
}

// The share of the counts that are the commonest one above zero.
double ShareOf(std::vector<std::size_t> counts) {
  std::sort(counts.begin(), counts.end());
  std::size_t most = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    run = i > 0 && counts[i] == counts[i - 1] ? run + 1 : 1;
    if (counts[i] > 0) most = std::max(most, run);
  }
  return counts.empty() ? 0 : static_cast<double>(most) / static_cast<double>(counts.size());
}

double ShareOf(const Lines& lines, std::string_view mark, std::string_view other = {}) {
  std::vector<std::size_t> counts;
  for (const std::string_view line : lines) {
    counts.push_back(CountOf(line, mark) + (other.empty() ? 0 : CountOf(line, other)));
  }
  return ShareOf(std::move(counts));
}

std::string ReplaceAll(std::string_view text, std::string_view mark, std::string_view by) {
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    out.append(text, from, at - from).append(by);
    from = at + mark.size();
  }
  return out.append(text, from);
}

// Makes a text of the same lines, each of them changed.
std::string ChangeLines(std::string_view text, std::string (*change)(std::string_view)) {
  std::string out;
  out.reserve(text.size());
  for (const std::string_view line : LinesOf(text)) out += change(line) + "\n";
  return out;
}

// ="513100" → 513100, and "=""513100""" likewise
std::string UnwrapFormulas(std::string_view source) {
  std::string text = ReplaceAll(source, "\"=\"\"", "=\"");
  if (text.size() < source.size()) text = ReplaceAll(text, "\"\"\"", "\"");
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;
  for (std::size_t at = text.find("=\""); at != std::string::npos; at = text.find("=\"", from)) {
    const std::size_t end = text.find_first_of("\"\n", at + 2);
    if (end == std::string::npos) break;
    out.append(text, from, at - from);
    if (text[end] == '"') {
      out.append(text, at + 2, end - at - 2);
    } else {
      out.append(text, at, end - at + 1);
    }
    from = end + 1;
  }
  return out.append(text, from);
}

struct WideMark {
  std::string_view wide;
  std::string_view plain;
};
constexpr std::array<WideMark, 3> kWideMarks = {{{"，", ","}, {"；", ";"}, {"｜", "|"}}};

// A text separated by full-width marks, alone or mixed with their twins.
std::optional<std::string> ReplaceWideMarks(const Lines& lines, double plain_share,
                                            std::string_view text) {
  for (const auto& [wide, plain] : kWideMarks) {
    const double alone = ShareOf(lines, wide);
    const double both = alone == 0 ? 0 : ShareOf(lines, wide, plain);
    if (std::max(alone, both) <= plain_share + 0.05) continue;
    return ReplaceAll(text, wide, both > alone ? plain : "\t");
  }
  return {};
}

// Tables drawn with the lines of box drawing: the upright ones become bars, the rules hyphens.
std::optional<std::string> PlainBoxes(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadBytes);
  const auto has = [head](std::string_view mark) {
    return head.find(mark) != std::string_view::npos;
  };
  if (!has("│") && !has("┃") && !has("║")) return {};
  std::string out(text);
  for (const std::string_view bar : {"│", "┃", "║"}) out = ReplaceAll(out, bar, "|");
  for (const std::string_view rule :
       {"─", "━", "═", "╌", "┌", "┬", "┐", "├", "┼", "┤", "└", "┴", "┘", "╔", "╦", "╗", "╠",
        "╬", "╣", "╚", "╩", "╝", "╒", "╤", "╕", "╞", "╪", "╡", "╘", "╧", "╛", "┏", "┳", "┓",
        "┡", "╇", "┩", "╭", "╮", "╰", "╯", "┠", "┨", "┗", "┻", "┛", "┣", "╋", "┫"}) {
    out = ReplaceAll(out, rule, "-");
  }
  return out;
}

bool IsRule(std::string_view line) {
  return line.find('-') != std::string_view::npos || line.find('=') != std::string_view::npos
             ? line.find_first_not_of("|+-=: \t") == std::string_view::npos
             : false;
}

bool IsDrawn(const Lines& lines) {
  const auto rules = std::count_if(lines.begin(), lines.end(),
                                   [](std::string_view line) { return IsRule(Trim(line)); });
  const auto drawn = std::count_if(lines.begin(), lines.end(), [](std::string_view line) {
    if (IsRule(Trim(line))) return false;
    const std::string_view text = Trim(line);
    return text.size() > 2 && text.front() == '|' && text.back() == '|';
  });
  return static_cast<double>(drawn) >
         kExplains * (static_cast<double>(lines.size()) - static_cast<double>(rules));
}

std::string Undraw(std::string_view line) {
  std::string_view text = Trim(line);
  if (IsRule(text)) return {};
  if (text.size() < 2 || text.front() != '|' || text.back() != '|') return std::string(line);
  // Emphasis and code are no part of a cell.
  std::string cells = ReplaceAll(text.substr(1, text.size() - 2), "**", "");
  std::erase(cells, '`');
  std::replace(cells.begin(), cells.end(), '\t', ' ');
  std::replace(cells.begin(), cells.end(), '|', '\t');
  return cells;
}

// Whether the cells between such delimiters write decimal commas: every comma stands between two
// digits, none comes twice in a cell, and not all of them stand before just three digits.
bool HasDecimalCommas(const Lines& lines, char delimiter) {
  if (ShareOf(lines, std::string_view(&delimiter, 1)) < 0.9) return false;
  bool decimal = false;
  for (const std::string_view line : lines) {
    for (std::size_t i = line.find(','); i != std::string_view::npos; i = line.find(',', i + 1)) {
      if (i == 0 || i + 1 == line.size() || !IsDigit(line[i - 1]) || !IsDigit(line[i + 1])) {
        return false;
      }
      const std::size_t end = std::min(line.find_first_not_of("0123456789", i + 1), line.size());
      if (end < line.size() && line[end] == ',') return false;
      decimal = decimal || end - i - 1 != 3;
    }
  }
  return decimal;
}

// 1.234,56 → 1234.56 in each cell.
template <char kDelimiter>
std::string PointForComma(std::string_view line) {
  std::string out;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t end = std::min(line.find(kDelimiter, from), line.size());
    std::string cell(line.substr(from, end - from));
    if (CountOf(cell, ",") == 1) {
      std::erase(cell, '.');
      std::replace(cell.begin(), cell.end(), ',', '.');
    }
    if (from != 0) out += kDelimiter;
    out += cell;
    from = end + 1;
  }
  return out;
}

std::optional<std::string> ReplaceDecimalCommas(const Lines& lines, std::string_view text) {
  if (HasDecimalCommas(lines, ';')) return ChangeLines(text, PointForComma<';'>);
  if (HasDecimalCommas(lines, '\t')) return ChangeLines(text, PointForComma<'\t'>);
  return {};
}

std::size_t WordCount(std::string_view line) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : line) {
    const bool blank = c == ' ' || c == '\t';
    count += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return count;
}

// The cells between runs of two or more blanks.
std::string TabsForRuns(std::string_view line) {
  line = Trim(line);
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
    if (end - i >= 2) {
      out += '\t';
    } else {
      out.append(line.substr(i, end - i));
    }
    i = end;
    if (i < line.size()) out += line[i++];
  }
  return out;
}

bool IsHeaderLine(std::string_view line) {
  std::size_t known = 0;
  std::size_t from = 0;
  while (from < line.size()) {
    const std::size_t end = std::min(line.find_first_of(" \t", from), line.size());
    if (end > from && ReadHeader(line.substr(from, end - from)).role) ++known;
    from = end + 1;
  }
  return known >= 2;
}

// Lines of a table aligned with blanks, without what stands above its header and below its rows: it
// ends at a blank line, unless that follows its header at once.
std::span<const std::string_view> TableOf(const Lines& lines) {
  auto first = std::find_if(lines.begin(), lines.end(), IsHeaderLine);
  if (first == lines.end()) first = lines.begin();
  auto last =
      std::find_if(first, lines.end(), [](std::string_view line) { return WordCount(line) == 0; });
  if (last - first < 3) last = lines.end();
  while (last > first + 1 && WordCount(*(last - 1)) < 2) --last;
  return std::span<const std::string_view>(lines).subspan(
      static_cast<std::size_t>(first - lines.begin()), static_cast<std::size_t>(last - first));
}

// Nearly all lines have several words; in a document many have not.
bool AreRows(std::span<const std::string_view> table) {
  std::size_t filled = 0;
  std::size_t rows = 0;
  for (const std::string_view line : table) {
    const std::size_t words = WordCount(line);
    filled += words > 0 ? 1 : 0;
    rows += words > 1 ? 1 : 0;
  }
  return static_cast<double>(rows) >= 0.8 * static_cast<double>(filled);
}

std::optional<std::string> ReplaceBlanks(std::string_view source) {
  std::string text = ReplaceAll(source, "\xE3\x80\x80", "  ");
  text = ReplaceAll(text, "\xC2\xA0", " ");
  const Lines all = LinesOf(text);
  const std::span<const std::string_view> table = TableOf(all);
  if (table.size() < 2) return {};
  std::vector<std::size_t> runs;
  std::size_t uneven = 0;  // lines that have not as many words as the last one
  for (const std::string_view line : table) {
    runs.push_back(CountOf(TabsForRuns(line), "\t"));
    uneven += WordCount(line) == WordCount(table.back()) ? 0 : 1;
  }
  if (uneven == 0) return text;  // single blanks separate well
  if (!AreRows(table)) return {};
  const double between_runs = ShareOf(runs);
  if (between_runs == 1) return ChangeLines(text, TabsForRuns);
  const FixedColumns fixed = FindFixedColumns(table);
  // Rows that agree among themselves need columns only for a header that has no word for each, and
  // only if its words stand above them.
  const bool even = uneven == 1 && WordCount(table.front()) != WordCount(table.back());
  const bool apart = CountOf(TabsBetween(fixed, table.front()), " ") == 0;
  if (fixed.columns.size() >= 2 && (apart || !even)) {
    const auto first = static_cast<std::size_t>(table.data() - all.data());
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool inside = i >= first && i < first + table.size() && !Trim(all[i]).empty();
      out += inside ? TabsBetween(fixed, all[i]) : std::string(all[i]);
      out += '\n';
    }
    return out;
  }
  if (!even && between_runs >= kExplains) return ChangeLines(text, TabsForRuns);
  return text;
}

// Tabs separate where two lines have some and all that do agree, whatever stands around them.
bool TabsAgree(const Lines& lines) {
  std::vector<std::size_t> counts;
  for (const std::string_view line : lines) {
    if (const std::size_t count = CountOf(line, "\t"); count > 0) counts.push_back(count);
  }
  return counts.size() >= 2 && counts.front() >= 2 && ShareOf(counts) == 1;
}

}  // namespace

std::optional<std::string> RewriteCells(std::string_view text) {
  RefuseWhatIsNoText(text);
  std::optional<std::string> changed;
  const auto change = [&](std::optional<std::string> to) {
    if (!to) return;
    changed = std::move(to);
    text = *changed;
  };
  const std::string_view head = text.substr(0, kHeadBytes);
  if (head.find("=\"") != std::string_view::npos) change(UnwrapFormulas(text));
  change(PlainBoxes(text));
  change(JoinHeaderLines(text));
  const Lines lines = HeadOf(text);
  if (lines.empty()) return changed;
  if (IsDrawn(lines)) return ChangeLines(text, Undraw);
  const double plain = DelimitedShare(text);
  std::optional<std::string> rewritten = ReplaceWideMarks(lines, plain, text);
  if (!rewritten) rewritten = ReplaceDecimalCommas(lines, text);
  if (!rewritten && plain < kExplains && !TabsAgree(lines)) rewritten = ReplaceBlanks(text);
  return rewritten ? std::move(rewritten) : std::move(changed);
}

}  // namespace premiumlens
