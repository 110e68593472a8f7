// Tables that go on one another: the years of one export, pages of one list, a newer export over an
// older one. Such tables become one, with a row for each fund and moment.
//
// Two tables go together if
//   both have days or not, times or not, codes or not, and a column for each fund or not;
//   both have a price; or neither has, and they share the NAV, or else the IOPV, or else all roles;
//   neither has a code column, and they name the same fund (fund_tables.h), or none and no other
//   name; tables with a code column always do.
// They are two series after all, and stay apart, if where both have a value most of one role's are
// further from each other than kOtherSeries; or if no fund is named, and on most of the rows of
// both the values differ.
//
// Columns are put together by role (and fund), in the units of the first; what has no role is left
// out. Where tables have rows of the same fund and moment, the cell of the later table counts, or
// where that is missing the earlier one's. What differs is a Conflict. Rows without a moment, and
// those that stand in one table twice, stay as they are. If all tables are in ascending order, the
// rows are put in ascending order, and in descending if all are that; else one table stands below
// the other.

#ifndef PREMIUMLENS_CORE_FUND_READ_STACK_H_
#define PREMIUMLENS_CORE_FUND_READ_STACK_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/table/table.h"

namespace premiumlens {

// The row of a stacked table says of which of the tables it is, too: a number as Table::source_rows
// and Rejection::row hold it there. A row of a table by itself is its own number.
struct PlacedRow {
  std::optional<std::size_t> place;  // among the tables given; nothing: not of a stacked table
  std::int64_t row = 0;
};
std::int64_t EncodeRow(std::size_t place, std::int64_t row);
PlacedRow DecodeRow(std::int64_t row);
// Refusals by the table given that they are of, with its own rows; `otherwise`: the place of a
// table that is no stack.
std::map<std::size_t, Rejections> ByPlace(const Rejections& rejected, std::size_t otherwise);

// Two tables that do not say the same of the same moments. The first kListed are listed.
struct Conflict {
  static constexpr std::size_t kListed = 50;
  std::string fund;                      // its code, empty where no table names it
  std::string column;                    // header in the first of the tables
  std::vector<std::int64_t> rows;        // encoded: of the table that counts
  std::vector<std::int64_t> other_rows;  // of the other, one each
  std::int64_t count = 0;
  Date first_date = kMissingDate;
  Date last_date = kMissingDate;
  double largest_difference_fraction = 0;  // of |later / earlier - 1|
};

// A table given, and the fund it is of, if any, where it has no code column.
struct ToStack {
  const Table* table;
  std::string fund;
};

struct Stacked {
  std::unique_ptr<Table> table;
  std::vector<std::size_t> places;  // of the tables in it
  std::vector<Conflict> conflicts;
};

// All of them, in the order of their first; one that goes with no other is a stack of itself alone,
// without a table of its own.
class Stacker {
 public:
  // The tables must outlive it.
  explicit Stacker(std::vector<ToStack> tables);
  ~Stacker();
  Stacker(const Stacker&) = delete;
  Stacker& operator=(const Stacker&) = delete;
  bool Step();  // a few milliseconds on a million rows; true when all is done
  std::vector<Stacked> Finish();

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_STACK_H_
