#include "wasm/tables.h"

#include <cstdlib>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/table/wide.h"

namespace premiumlens::wasm {
namespace {

// In one text: no person copies more below one another, and every one costs a look at the rest.
constexpr int kMostTables = 100;

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

// NAME of NAME/2 and NAME/3; of others themselves.
std::string_view FirstOf(std::string_view name) { return name.substr(0, name.rfind('/')); }

// NAME/2 of NAME/3, and NAME of NAME/2; of others themselves.
std::string AboveOf(std::string_view name) {
  const std::string_view first = FirstOf(name);
  if (first == name) return std::string(name);
  const int number = std::atoi(std::string(name.substr(first.size() + 1)).c_str());
  if (number < 2) return std::string(first);
  return std::string(first) + (number == 2 ? "" : "/" + std::to_string(number - 1));
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
  DropBelow(name);
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
  if (!Has(name) && Has(FirstOf(name)) && !ParseStep(AboveOf(name))) return false;
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
  KeepRest(name, *entry.parser);
  entry.parser.reset();
  entry.table->meanings = RecogniseTable(*entry.table, entry.corrections);
  return true;
}

// The entry of `name` stays where it is: a map moves none.
void TableStore::KeepRest(std::string_view name, Parser& parser) {
  const std::optional<Parser::Rest> rest = parser.TakeRest();
  if (!rest) return;
  Entry& above = Find(name);
  Entry below;
  below.file = above.file;
  below.first = above.first.empty() ? std::string(name) : above.first;
  below.number = above.number + 1;
  below.version = ++versions_;
  below.parser = std::make_unique<Parser>(below.file, rest->first_row);
  if (below.number == kMostTables) below.parser->TakeAll();
  below.parser->Append(rest->text);
  above.next = below.first + "/" + std::to_string(below.number);
  entries_.insert_or_assign(above.next, std::move(below));
}

std::optional<std::string> TableStore::Next(std::string_view name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end() || !Has(found->second.next)) return {};
  return found->second.next;
}

void TableStore::DropBelow(std::string_view name) {
  analyses_.Forget(name);
  const auto found = entries_.find(name);
  if (found == entries_.end()) return;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    entry = entry->second.first == name ? entries_.erase(entry) : std::next(entry);
  }
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
  analyses_.Forget(name);
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
  DropBelow(from);
  Entry entry = std::move(found->second);
  entries_.erase(found);
  DropBelow(to);
  entry.first.clear();
  entry.next.clear();
  entries_.insert_or_assign(std::string(to), std::move(entry));
}

void TableStore::Drop(std::string_view name) {
  DropBelow(name);
  const auto found = entries_.find(name);
  if (found != entries_.end()) entries_.erase(found);
}

}  // namespace premiumlens::wasm
