// One table on its way into a fund's series: its moments, its funds (of a cross-section), the rows
// that are used, in order, and what its columns hold on them.

#ifndef PREMIUMLENS_CORE_FUND_READ_INPUT_TABLE_H_
#define PREMIUMLENS_CORE_FUND_READ_INPUT_TABLE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/fund/read/moments.h"
#include "core/table/table.h"

namespace premiumlens {

// The names of its columns, quoted: for an error that one of them is missing.
std::string HeadersOf(const Table& table);

struct InputTable {
  explicit InputTable(const Table* given) : table(given) {}

  // Puts the rows in order of their moments, or keeps them as they stand; then Step until true.
  void StartOrder(bool as_they_stand);
  bool StepOrder();

  // Of the rows in order: the numbers of a column in their own unit, NaN where there is none.
  std::vector<double> NumbersOf(std::size_t column) const;
  // The words of a text column as PurchaseStatus, NaN where there is none.
  std::vector<double> StatusesOf(std::size_t column) const;
  // What is not over 0 is rejected, and NaN from then on. `values` are NumbersOf(column).
  void DropNotPositive(std::size_t column, std::vector<double>& values, Rejections& rejected) const;

  const Table* table;
  std::vector<Moment> moments = {};
  Funds funds = {};
  std::optional<RowOrderer> orderer = {};  // while the rows are being put in order
  RowOrder order = {};
  bool joinable = true;  // to the price's rows
  bool used = false;     // gave a series
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_INPUT_TABLE_H_
