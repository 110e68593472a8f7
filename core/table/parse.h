// UTF-8 text to a table of typed columns, a bounded piece at a time.
//
// A cell that does not fit its column's type is missing there and listed in `rejected` with its
// row, column and text; the rest of its row counts. A column most of whose cells do not fit was
// mistyped: the text is read again with that column as text. Blank lines count as rows of the
// source and are passed over, and so are lines that repeat one from above the rows (the header),
// which are counted. Words for "no value" (number.h) are missing in every type.
//
// The table ends where another one begins below it (table_end.h). What follows is left over, for a
// parser of its own.
//
// A carriage return alone ends a line where a text has no line feed, or has such among its first
// lines, outside quotation marks.
//
// Also in `rejected`: footers (footer.h), one entry a row; cells of the rarer kind where a column
// has numbers with "%" and without, which are missing then (zeros excepted, and columns whose
// header says percent); texts that hold U+FFFD, the trace of a wrong decoding, which are kept.

#ifndef PREMIUMLENS_CORE_TABLE_PARSE_H_
#define PREMIUMLENS_CORE_TABLE_PARSE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/table/table.h"
#include "core/table/text_buffer.h"

namespace premiumlens {

class Parser {
 public:
  // `first_row`: the number of the text's first line in its source.
  explicit Parser(std::string_view file, std::int64_t first_row = 1);
  ~Parser();
  Parser(const Parser&) = delete;  // its rows point into its text
  Parser& operator=(const Parser&) = delete;

  // Does not end the table where another one begins.
  void TakeAll() { ends_ = false; }

  // Makes room for a text of that many bytes, so that it is not copied while it grows.
  void Reserve(std::size_t bytes);

  // Room for `bytes` bytes behind the text, to be filled by the caller; Extend() makes the first
  // `bytes` of them part of it. Not after the first Step().
  char* Room(std::size_t bytes);
  void Extend(std::size_t bytes);

  // Adds a piece of the text; any split is allowed. Not after the first Step().
  void Append(std::string_view piece);

  // Reads about kStepBytes more of the text; true when all is read. Throws Failure as FindLayout.
  bool Step();
  static constexpr std::size_t kStepBytes = 64 * 1024;

  // 0 to 1; may fall back once if a column has to be read again.
  double Progress() const;

  // The table, with `meanings` still empty (recognise.h). Only after Step() said true.
  Table Finish();

  // What stands below the table, from the line on where the next one begins. After Finish().
  struct Rest {
    std::string text;
    std::int64_t first_row;
  };
  std::optional<Rest> TakeRest() { return std::move(rest_); }

 private:
  class Body;
  void LeaveRest(std::size_t offset);
  void Begin();
  void BeginBody(std::size_t start);

  TextBuffer text_;
  std::int64_t first_row_;
  bool ends_ = true;  // where another table begins
  std::optional<Rest> rest_;
  std::string file_;
  std::unique_ptr<Body> body_;
};

// All at once: parsed and recognised; the first table of the text.
Table ParseTable(std::string_view text, std::string_view file = {});

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_PARSE_H_
