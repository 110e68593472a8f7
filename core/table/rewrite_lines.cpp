#include "core/table/rewrite_lines.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/table/header_rows.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr std::size_t kMostLines = 64;  // looked at for a header that came apart

using Lines = std::vector<std::string_view>;

std::size_t TabsIn(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

std::vector<std::string> CellsOf(std::string_view line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// Of the lines above `row` the first one that belongs to a header of `tabs` tabs; `row` if none
// does.
std::size_t FirstOfHeader(const Lines& lines, std::size_t row, std::size_t tabs) {
  std::size_t sum = 0;
  for (std::size_t i = row; i > 0; --i) {
    sum += TabsIn(lines[i - 1]);
    if (sum > tabs) return row;
    if (sum == tabs) return row - i + 1 >= 2 ? i - 1 : row;
  }
  return row;
}

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

// Lines first … last - 1 with nothing blank between them.
struct Block {
  std::size_t first = 0, last = 0;
};

std::vector<Block> BlocksOf(const Lines& lines) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (Trim(lines[i]).empty()) continue;
    if (blocks.empty() || blocks.back().last != i) blocks.push_back({i, i});
    blocks.back().last = i + 1;
  }
  return blocks;
}

bool GoesOn(std::string_view line) { return Trim(line).ends_with('\\'); }

// How many characters at the start of each line the two blocks have in common, up to the last blank
// among them: the index.
std::size_t IndexWidth(const Lines& lines, Block a, Block b) {
  std::size_t width = lines[a.last - 1].size();
  for (std::size_t i = 1; i < a.last - a.first; ++i) {
    const std::string_view left = lines[a.first + i];
    const std::string_view right = lines[b.first + i];
    if (Trim(left).empty() || Trim(right).empty()) continue;
    const auto differ = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    const auto common = static_cast<std::size_t>(differ.first - left.begin());
    // A row of column names only tells nothing of the index.
    if (common == left.size() || common == right.size()) continue;
    const std::size_t blank = left.substr(0, common).rfind(' ');
    const std::size_t index = blank == std::string_view::npos ? 0 : blank + 1;
    width = std::min(width, Characters(left.substr(0, index)));
  }
  return width;
}

// What stands behind the first `count` characters.
std::string_view Behind(std::string_view line, std::size_t count) {
  std::size_t i = 0;
  for (; i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0u) != 0x80u && count-- == 0) break;
  }
  return line.substr(i);
}

// Puts a text behind a line filled up to `width` characters.
void Place(std::string& line, std::size_t width, std::string_view behind) {
  const std::size_t have = Characters(line);
  line.append(width > have ? width - have : 0, ' ');
  line += behind;
}

}  // namespace

std::vector<std::string_view> LinesOf(std::string_view text) {
  Lines lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string_view line = text.substr(from, end - from);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    from = end + 1;
  }
  return lines;
}

std::optional<std::string> JoinHeaderLines(std::string_view text) {
  Lines lines = LinesOf(text.substr(0, kHeadBytes));
  lines.resize(std::min(lines.size(), kMostLines));
  std::size_t tabs = 0;
  for (const std::string_view line : lines) tabs = std::max(tabs, TabsIn(line));
  std::size_t row = 0;
  while (row < lines.size() && TabsIn(lines[row]) < tabs) ++row;
  if (tabs < 2 || row < 2 || row == lines.size()) return {};
  const std::size_t first = FirstOfHeader(lines, row, tabs);
  if (first == row || KnownHeaders(CellsOf(lines[row])) >= 2) return {};
  std::string header;
  for (std::size_t i = first; i < row; ++i) {
    if (lines[i].find('"') != std::string_view::npos) return {};
  }
  for (std::size_t i = first; i < row; ++i) header += Trim(lines[i]).empty() ? "" : lines[i];
  if (KnownHeaders(CellsOf(header)) < 2) return {};
  const auto at = [&](std::size_t i) {
    return static_cast<std::size_t>(lines[i].data() - text.data());
  };
  std::string out(text.substr(0, at(first)));
  out.append(row - first - 1, '\n').append(header).append("\n").append(text.substr(at(row)));
  return out;
}

std::optional<std::string> JoinBlocks(std::string_view text) {
  if (text.substr(0, kHeadBytes).find("\\\n") == std::string_view::npos &&
      text.substr(0, kHeadBytes).find("\\ ") == std::string_view::npos) {
    return {};
  }
  const Lines lines = LinesOf(text);
  const std::vector<Block> blocks = BlocksOf(lines);
  std::size_t first = 0;
  while (first < blocks.size() && !GoesOn(lines[blocks[first].first])) ++first;
  if (first == blocks.size()) return {};
  const Block top = blocks[first];
  std::vector<std::string> joined;
  for (std::size_t i = top.first; i < top.last; ++i) joined.emplace_back(lines[i]);
  std::size_t used = first;
  while (used + 1 < blocks.size() && GoesOn(lines[blocks[used].first])) {
    const Block next = blocks[used + 1];
    if (next.last - next.first != top.last - top.first) break;
    const std::size_t index = IndexWidth(lines, top, next);
    std::string& header = joined.front();
    header.erase(header.rfind('\\'));
    std::size_t width = 0;
    for (const std::string& line : joined) width = std::max(width, Characters(line));
    for (std::size_t i = 0; i < joined.size(); ++i) {
      Place(joined[i], width + 1, Behind(lines[next.first + i], index));
    }
    ++used;
  }
  if (used == first) return {};
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool below = i >= top.last && i < blocks[used].last;
    if (i >= top.first && i < top.last) {
      out += joined[i - top.first];
    } else if (!below) {
      out += lines[i];
    }
    out += '\n';
  }
  return out;
}

}  // namespace premiumlens
