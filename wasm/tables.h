// The tables that live in the module's memory: the text as it arrives, the table parsed from it,
// the user's corrections, and the result tables of long replies.

#ifndef PREMIUMLENS_WASM_TABLES_H_
#define PREMIUMLENS_WASM_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/parse.h"
#include "core/table/recognise.h"
#include "core/table/table.h"
#include "wasm/analysis_memory.h"

namespace premiumlens::wasm {

// By column name; nothing takes a correction back.
struct CorrectionChanges {
  std::map<std::string, std::optional<Role>, std::less<>> roles;
  std::map<std::string, std::optional<Unit>, std::less<>> units;
  std::optional<std::optional<Role>> wide_role;  // of all columns that are a fund each
};

class TableStore {
 public:
  // Starts (or starts again) a table of UTF-8 text. `file` is the file's name, empty for a paste.
  void Create(std::string_view name, std::string_view file);
  // Makes room for a text of about that many bytes.
  void Reserve(std::string_view name, std::size_t bytes);
  // Appends a piece of the text; any split, also inside a character, is allowed.
  void Append(std::string_view name, std::string_view piece);
  // The same without a copy: room for `bytes` bytes behind the text, to be filled by the caller
  // before anything else is called; Extend() makes the first `bytes` of them part of it.
  char* Room(std::string_view name, std::size_t bytes);
  void Extend(std::string_view name, std::size_t bytes);
  // A text may hold several tables, one below the other: that of its name is the first, the others
  // are NAME/2, NAME/3 … from when the one before is parsed.
  //
  // Parses what has arrived, a bounded piece at a call; true when the whole text is a table.
  bool ParseStep(std::string_view name);
  double ParseProgress(std::string_view name) const;

  // The parsed table (parses the rest first). Throws Failure: unknown_table or the parser's error.
  const Table& Get(std::string_view name);
  // The name of the table below a parsed one in the same text, if there is one.
  std::optional<std::string> Next(std::string_view name) const;
  // Changes the user's corrections of what was recognised: adds some, takes back those that are
  // nothing. The others stay. All or, where a column is not there, none.
  void Correct(std::string_view name, const CorrectionChanges& changes);

  // Keeps a table made by an operation and returns the name it got ("=1", "=2" …).
  std::string Keep(Table table);
  // Adds a column to such a table.
  void AddColumn(std::string_view name, Column column);
  bool Has(std::string_view name) const;
  // Another number whenever a table of that name is made or corrected; 0 if there is none. A job
  // that holds a table between two steps asks for it first.
  std::uint64_t Version(std::string_view name) const;
  // Gives a table another name; a table that bore it is dropped, and so are the tables below both.
  // Nothing without such a table.
  void Rename(std::string_view from, std::string_view to);
  void Drop(std::string_view name);

  AnalysisMemory& analyses() { return analyses_; }

 private:
  struct Entry {
    std::string file;
    std::unique_ptr<Parser> parser;  // until parsed
    std::unique_ptr<Table> table;    // from then on
    Corrections corrections;
    std::uint64_t version = 0;
    std::string first;  // of a table below others: the name of the first of them
    int number = 1;     // among the tables of its text
    std::string next;   // name of the one below
  };
  Entry& Find(std::string_view name);
  void KeepRest(std::string_view name, Parser& parser);
  void DropBelow(std::string_view name);
  std::map<std::string, Entry, std::less<>> entries_;
  AnalysisMemory analyses_;
  int results_ = 0;
  std::uint64_t versions_ = 0;
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_TABLES_H_
