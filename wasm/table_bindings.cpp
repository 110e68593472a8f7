// Registers the tables, and the list of all there is, with Embind. Not part of the small module
// that a page starts with.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "wasm/bindings.h"

namespace premiumlens::wasm {
namespace {

using emscripten::typed_memory_view;
using emscripten::val;

void TableCreate(const std::string& name, const std::string& file) {
  TheDispatcher().tables().Create(name, file);
}

void TableReserve(const std::string& name, std::size_t bytes) {
  TheDispatcher().tables().Reserve(name, bytes);
}

// Room for `size` bytes behind the table's text, which the page fills; the pointer holds until the
// next call.
std::uintptr_t TableRoom(const std::string& name, std::size_t size) {
  return reinterpret_cast<std::uintptr_t>(TheDispatcher().tables().Room(name, size));
}

void TableExtend(const std::string& name, std::size_t size) {
  TheDispatcher().tables().Extend(name, size);
}

void TableRename(const std::string& from, const std::string& to) {
  TheDispatcher().tables().Rename(from, to);
}

void TableDrop(const std::string& name) { TheDispatcher().tables().Drop(name); }

template <typename T>
val View(const std::vector<T>& values, std::size_t from, std::size_t to) {
  to = std::min(to, values.size());
  from = std::min(from, to);
  return val(typed_memory_view(to - from, values.data() + from));
}

// The column, or nullptr where there is no such table or column: nothing is thrown at the page.
const Column* FindTableColumn(const std::string& table_name, const std::string& name) {
  if (!TheDispatcher().tables().Has(table_name)) return nullptr;
  try {
    const Table& table = TheDispatcher().tables().Get(table_name);
    const auto column = FindColumn(table, name);
    return column ? &table.columns[*column] : nullptr;
  } catch (const Failure&) {
    return nullptr;
  }
}

// A view of the module's memory, good until the next call: the worker copies it at once.
val TableColumn(const std::string& table, const std::string& name, std::size_t from,
                std::size_t to) {
  const Column* column = FindTableColumn(table, name);
  if (column == nullptr) return val::undefined();
  switch (column->type) {
    case ColumnType::kNumber:
      return View(column->numbers, from, to);
    case ColumnType::kDate:
      return View(column->dates, from, to);
    case ColumnType::kTime:
      return View(column->seconds, from, to);
    case ColumnType::kText:
      return View(column->texts, from, to);
  }
  return val::undefined();
}

std::string TableWords(const std::string& table, const std::string& name) {
  const Column* column = FindTableColumn(table, name);
  const Json words = column == nullptr ? Json::array() : Json(column->words);
  return words.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ListText() { return List().dump(); }

}  // namespace

EMSCRIPTEN_BINDINGS(premiumlens_tables) {
  emscripten::function("tableCreate", &TableCreate);
  emscripten::function("tableReserve", &TableReserve);
  emscripten::function("tableRoom", &TableRoom);
  emscripten::function("tableExtend", &TableExtend);
  emscripten::function("tableRename", &TableRename);
  emscripten::function("tableDrop", &TableDrop);
  emscripten::function("tableColumn", &TableColumn);
  emscripten::function("tableWords", &TableWords);
  emscripten::function("list", &ListText);
}

}  // namespace premiumlens::wasm
