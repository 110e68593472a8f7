#include "core/fund/read/table_part.h"

#include <algorithm>
#include <unordered_map>

#include "core/fund/read/gather.h"

namespace premiumlens {
namespace {

// Copies the rows of a text column together with the words that they use.
void GatherTexts(const Column& from, std::span<const std::uint32_t> rows, Column& to) {
  std::unordered_map<std::uint32_t, std::uint32_t> words;
  to.texts.reserve(rows.size());
  for (const std::uint32_t row : rows) {
    const std::uint32_t word = from.texts[row];
    if (word == kMissingText) {
      to.texts.push_back(kMissingText);
      continue;
    }
    const auto [known, is_new] = words.emplace(word, static_cast<std::uint32_t>(to.words.size()));
    if (is_new) to.words.push_back(from.words[word]);
    to.texts.push_back(known->second);
  }
}

Column GatherColumn(const Column& from, std::span<const std::uint32_t> rows) {
  Column to;
  to.name = from.name;
  to.type = from.type;
  to.percent_cells = from.percent_cells;
  to.scaled_cells = from.scaled_cells;
  to.numbers = Gather(from.numbers, rows);
  to.dates = Gather(from.dates, rows);
  to.seconds = Gather(from.seconds, rows);
  if (from.type == ColumnType::kText) GatherTexts(from, rows, to);
  return to;
}

// The listed refusals of the rows that a part keeps, so that none is reported twice.
void KeepRejections(const Table& from, Table& to) {
  if (from.rejected.listed.empty()) return;
  std::vector<std::int64_t> rows = to.source_rows;
  if (!std::is_sorted(rows.begin(), rows.end())) std::sort(rows.begin(), rows.end());
  for (const Rejection& rejection : from.rejected.listed) {
    if (std::binary_search(rows.begin(), rows.end(), rejection.row)) {
      to.rejected.Add(rejection);
    }
  }
}

}  // namespace

std::unique_ptr<Table> PartOf(const Table& table, std::span<const std::uint32_t> rows,
                              const std::function<bool(std::size_t column)>& is_wanted) {
  auto part = std::make_unique<Table>();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!is_wanted(i)) continue;
    part->columns.push_back(GatherColumn(table.columns[i], rows));
    part->meanings.push_back(table.meanings[i]);
    part->meanings.back().fund.clear();
  }
  part->rows = rows.size();
  part->source_rows = Gather(table.source_rows, rows);
  part->file = table.file;
  part->title = table.title;
  KeepRejections(table, *part);
  return part;
}

}  // namespace premiumlens
