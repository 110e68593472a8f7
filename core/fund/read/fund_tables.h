// Which funds the tables hold, and the tables of one of them.
//
// A table's funds are, in this order: those of its code column; those of its columns, where it is
// wide (table/wide.h); the one whose code stands in its file's name or title. A table without any
// belongs to every fund: an index, an exchange rate, or the second table of a single fund.
//
// Before all that, tables that go on one another become one (stack.h). A table without columns is
// passed over.
//
// Only tables with a price or a value count for which funds there are. If they name one fund or
// none, all tables are of that fund. If they name several, a price or value that names none can
// be anybody's: no_common_key, unless the others have both themselves.

#ifndef PREMIUMLENS_CORE_FUND_READ_FUND_TABLES_H_
#define PREMIUMLENS_CORE_FUND_READ_FUND_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/fund/read/moments.h"
#include "core/fund/read/stack.h"
#include "core/fund/stages.h"
#include "core/table/table.h"

namespace premiumlens {

// The code that a table's file name or title names; empty if none does.
std::string CodeOutside(const Table& table);

struct FundEntry {
  std::string code;
  std::string name;
  std::int64_t rows = 0;  // with a price or value of that fund
};

// The tables that say something of one fund. One that is all of that fund is the table given, one
// that holds others as well is a copy of the fund's part: its columns that have a role, its rows.
struct TablesOfFund {
  std::vector<const Table*> tables;
  std::vector<std::size_t> places;  // of each among the tables given; of a stack the first of its
                                    // tables, and its rows say of which they are (stack.h)
  std::vector<std::unique_ptr<Table>> parts;
};

class FundTables {
 public:
  // The tables must outlive it.
  explicit FundTables(const std::vector<const Table*>& tables);
  bool Step();
  double Progress() const { return is_stacked_ ? stages_.Progress() : 0; }

  // In order of first appearance. Empty if no table names a fund.
  const std::vector<FundEntry>& funds() const { return entries_; }
  // Where there are several funds: some fund is there at two different moments, or has a column or
  // a table of its own.
  bool is_panel() const { return is_panel_; }
  // Rows without a code in a table of several funds (code_missing), table by table.
  const std::vector<Rejections>& rejected() const { return rejected_; }

  // Whether tables went on one another.
  bool is_any_stacked() const;
  // What they do not agree in.
  const std::vector<Conflict>& conflicts() const { return conflicts_; }

  // The index into funds() of a code in any form. Throws Failure: unknown_fund.
  std::size_t IndexOf(const std::string& code) const;
  // The only fund, or the only one of several that has both a price and a value; nothing if there
  // are none or more of them.
  std::optional<std::size_t> only() const { return only_; }
  // Of an index into funds().
  TablesOfFund Of(std::size_t fund) const;
  // All tables as they are.
  TablesOfFund All() const;

 private:
  struct Input {
    const Table* table;
    Funds funds;                              // until the rows are sorted
    std::vector<std::string> codes;           // normalised
    std::vector<std::uint32_t> rows;          // of a table of several funds, fund after fund
    std::vector<std::size_t> starts;          // in `rows`, of each code; one more than codes
    std::vector<std::size_t> fund_of_column;  // of a wide table: index into `codes`, or npos
    bool is_wide = false;
    std::size_t place = 0;         // among the tables given
    std::shared_ptr<Table> stack;  // of several of them
  };

  void MakeInputs();
  void AddStages(Input& input);
  static void ReadCodes(Input& input);
  static void ReadWide(Input& input);
  static void ListRowsWithoutCode(const Input& input, Rejections& rejected);
  static void SortRows(Input& input);
  void LookForMoments(const Input& input);
  void Collect(const Input& input);
  void FindOnly();
  std::unique_ptr<Table> RowsPart(const Input& input, std::size_t code) const;
  std::unique_ptr<Table> ColumnsPart(const Input& input, std::size_t code) const;

  std::vector<const Table*> given_;
  Stacker stacker_;
  bool is_stacked_ = false;
  std::vector<Conflict> conflicts_;
  std::vector<Input> inputs_;
  std::vector<FundEntry> entries_;
  std::vector<Rejections> rejected_;
  bool is_panel_ = false;
  std::optional<std::size_t> only_;
  Stages stages_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_FUND_TABLES_H_
