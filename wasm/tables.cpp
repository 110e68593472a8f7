#include "wasm/tables.h"

#include <utility>

#include "core/base/error.h"
#include "core/table/wide.h"

namespace premiumlens::wasm {
namespace {

template <typename Word>
void Change(std::map<std::string, Word, std::less<>>& words,
            const std::map<std::string, std::optional<Word>, std::less<>>& changes) {
  for (const auto& [column, word] : changes) {
    if (word) {
      words.insert_or_assign(column, *word);
    } else {
      words.erase(column);
    }
  }
}

}  // namespace

TableStore::Entry& TableStore::Find(std::string_view name) {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    throw Failure({.code = Code::unknown_table, .text = std::string(name)});
  }
  return found->second;
}

void TableStore::Create(std::string_view name, std::string_view file) {
  Entry entry;
  entry.file = file;
  entry.version = ++versions_;
  entry.parser = std::make_unique<Parser>(file);
  entries_.insert_or_assign(std::string(name), std::move(entry));
}

void TableStore::Reserve(std::string_view name, std::size_t bytes) {
  Entry& entry = Find(name);
  if (entry.parser) entry.parser->Reserve(bytes);
}

void TableStore::Append(std::string_view name, std::string_view piece) {
  Entry& entry = Find(name);
  if (entry.parser) entry.parser->Append(piece);
}

char* TableStore::Room(std::string_view name, std::size_t bytes) {
  Entry& entry = Find(name);
  return entry.parser ? entry.parser->Room(bytes) : nullptr;
}

void TableStore::Extend(std::string_view name, std::size_t bytes) {
  Entry& entry = Find(name);
  if (entry.parser) entry.parser->Extend(bytes);
}

bool TableStore::ParseStep(std::string_view name) {
  Entry& entry = Find(name);
  if (!entry.parser) return true;
  try {
    if (!entry.parser->Step()) return false;
  } catch (const Failure& failure) {
    Error error = failure.error();
    error.table = name;
    throw Failure(std::move(error));
  }
  entry.table = std::make_unique<Table>(entry.parser->Finish());
  entry.parser.reset();
  entry.table->meanings = RecogniseTable(*entry.table, entry.corrections);
  return true;
}

double TableStore::ParseProgress(std::string_view name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return 0;
  return found->second.parser ? found->second.parser->Progress() : 1;
}

const Table& TableStore::Get(std::string_view name) {
  while (!ParseStep(name)) {
  }
  return *Find(name).table;
}

void TableStore::Correct(std::string_view name, const CorrectionChanges& changes) {
  Get(name);
  Entry& entry = Find(name);
  Corrections corrections = entry.corrections;
  Change(corrections.roles, changes.roles);
  Change(corrections.units, changes.units);
  if (changes.wide_role) corrections.wide_role = *changes.wide_role;
  entry.table->meanings = RecogniseTable(*entry.table, corrections);
  entry.corrections = std::move(corrections);
  entry.version = ++versions_;
}

std::string TableStore::Keep(Table table) {
  std::string name = "=" + std::to_string(++results_);
  Entry& entry = entries_[name];
  entry.table = std::make_unique<Table>(std::move(table));
  entry.version = ++versions_;
  return name;
}

void TableStore::AddColumn(std::string_view name, Column column) {
  Table& table = *Find(name).table;
  table.columns.push_back(std::move(column));
  table.meanings.emplace_back();
}

bool TableStore::Has(std::string_view name) const { return entries_.find(name) != entries_.end(); }

std::uint64_t TableStore::Version(std::string_view name) const {
  const auto found = entries_.find(name);
  return found == entries_.end() ? 0 : found->second.version;
}

void TableStore::Rename(std::string_view from, std::string_view to) {
  const auto found = entries_.find(from);
  if (found == entries_.end() || from == to) return;
  Entry entry = std::move(found->second);
  entries_.erase(found);
  entries_.insert_or_assign(std::string(to), std::move(entry));
}

void TableStore::Drop(std::string_view name) {
  const auto found = entries_.find(name);
  if (found != entries_.end()) entries_.erase(found);
}

}  // namespace premiumlens::wasm
