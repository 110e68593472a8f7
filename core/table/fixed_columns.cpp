#include "core/table/fixed_columns.h"

#include <algorithm>

namespace premiumlens {
namespace {

constexpr std::size_t kTab = 8;

// A run of characters without a blank, and the places it takes.
struct Word {
  std::string_view text;
  std::size_t from, to;
};

// Bytes of the UTF-8 character that starts with `c`.
std::size_t BytesOf(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::vector<Word> WordsOf(std::string_view line, std::size_t wide) {
  std::vector<Word> words;
  std::size_t place = 0;
  bool inside = false;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t bytes = std::min(BytesOf(line[i]), line.size() - i);
    if (line[i] == ' ' || line[i] == '\t') {
      place = line[i] == '\t' ? (place / kTab + 1) * kTab : place + 1;
      inside = false;
    } else {
      if (!inside) words.push_back({line.substr(i, 0), place, place});
      inside = true;
      // Characters of three bytes are nearly all full-width ones here.
      place += bytes >= 3 ? wide : 1;
      Word& word = words.back();
      word.text = {word.text.data(), word.text.size() + bytes};
      word.to = place;
    }
    i += bytes;
  }
  return words;
}

std::vector<FixedColumns::Range> ColumnsOf(std::span<const std::string_view> lines,
                                           std::size_t wide) {
  std::string taken;  // "x" at the places of words
  for (const std::string_view line : lines) {
    for (const Word& word : WordsOf(line, wide)) {
      if (taken.size() < word.to) taken.resize(word.to, ' ');
      taken.replace(word.from, word.to - word.from, word.to - word.from, 'x');
    }
  }
  std::vector<FixedColumns::Range> columns;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (taken[i] != 'x') continue;
    if (i == 0 || taken[i - 1] != 'x') columns.push_back({i, i});
    columns.back().to = i + 1;
  }
  return columns;
}

// The column that shares most places with the word, else the one it starts before.
std::size_t ColumnOf(const FixedColumns& fixed, const Word& word) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < fixed.columns.size(); ++i) {
    const FixedColumns::Range& column = fixed.columns[i];
    const std::size_t from = std::max(column.from, word.from);
    const std::size_t to = std::min(column.to, word.to);
    if (to > from && to - from > most) {
      most = to - from;
      best = i;
    } else if (most == 0 && column.from <= word.from) {
      best = i;
    }
  }
  return best;
}

}  // namespace

FixedColumns FindFixedColumns(std::span<const std::string_view> lines) {
  FixedColumns fixed{ColumnsOf(lines, 2), 2};
  FixedColumns narrow{ColumnsOf(lines, 1), 1};
  return narrow.columns.size() > fixed.columns.size() ? narrow : fixed;
}

std::string TabsBetween(const FixedColumns& fixed, std::string_view line) {
  std::vector<std::string> cells(fixed.columns.size());
  for (const Word& word : WordsOf(line, fixed.wide)) {
    std::string& cell = cells[ColumnOf(fixed, word)];
    cell += (cell.empty() ? "" : " ") + std::string(word.text);
  }
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : "\t") + cells[i];
  return text;
}

}  // namespace premiumlens
