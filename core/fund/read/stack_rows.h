// The tables of a stack while it is made (stack.h): what each holds, and which of their rows make a
// row of the stack.

#ifndef PREMIUMLENS_CORE_FUND_READ_STACK_ROWS_H_
#define PREMIUMLENS_CORE_FUND_READ_STACK_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/fund/read/moments.h"
#include "core/table/table.h"

namespace premiumlens {

enum class Content { kNumbers, kDays, kTimes, kTexts };

Content ContentOf(Role role);

// What is put together: a role, and of a wide table the fund.
using ColumnKey = std::pair<Role, std::string>;

// The first column of each.
std::vector<std::pair<ColumnKey, std::size_t>> ColumnsOf(const Table& table);

// A row of one of the tables.
struct Cell {
  std::uint32_t piece;  // of the group
  std::uint32_t row;
};

// One of the tables.
struct Piece {
  std::size_t place = 0;  // among the tables given
  const Table* table = nullptr;
  std::vector<Moment> moments;
  Funds funds;
  std::vector<std::uint32_t> fund_ids;              // of `funds`, in the group
  std::vector<std::uint32_t> met;                   // the group's row of the same key, of each row
  std::map<ColumnKey, std::vector<double>> scaled;  // the columns of numbers
};

struct StackRows {
  std::vector<Piece> pieces;
  std::vector<Cell> rows;                                     // where each was seen first
  std::unordered_map<std::uint32_t, std::vector<Cell>> over;  // what later tables laid upon it

  // The rows of the tables that make a row of the stack, the last table first, until one suffices.
  template <typename Visit>
  void VisitSources(std::uint32_t row, Visit visit) const {
    const auto more = over.find(row);
    if (more != over.end()) {
      for (auto cell = more->second.rbegin(); cell != more->second.rend(); ++cell) {
        if (visit(*cell)) return;
      }
    }
    visit(rows[row]);
  }
};

// Makes the table of them, a column at a step.
class StackedTable {
 public:
  explicit StackedTable(const StackRows& rows);  // which must outlive it
  bool Step();                                   // true when the table is whole
  std::unique_ptr<Table> Finish() { return std::move(table_); }

 private:
  struct OutColumn {
    ColumnKey key;
    std::string name;
    Meaning meaning;
    bool raw = true;  // all tables write it in that unit, as numbers
  };

  int Direction() const;
  Moment MomentOf(std::uint32_t row) const;
  void PutInOrder();
  void Begin();
  void AddFacts(const Piece& piece);
  void AddColumnsOf(const Table& table);
  void BuildColumn(const OutColumn& wanted);
  const std::vector<double>* NumbersOf(const Piece& piece, const OutColumn& wanted) const;
  std::vector<const Column*> ColumnsOfRole(Role role) const;
  void FillNumbers(const OutColumn& wanted, Column& column) const;
  void FillDays(Column& column) const;
  void FillSeconds(Role role, Column& column) const;
  void FillTexts(Role role, Column& column) const;

  const StackRows& stack_;
  std::vector<std::uint32_t> order_;  // of the rows of the table
  std::vector<OutColumn> columns_;
  std::size_t next_column_ = 0;
  std::unique_ptr<Table> table_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_STACK_ROWS_H_
