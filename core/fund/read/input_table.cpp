#include "core/fund/read/input_table.h"

#include <cstdint>

#include "core/base/missing.h"
#include "core/fund/purchase.h"
#include "core/fund/read/gather.h"
#include "core/table/text.h"

namespace premiumlens {

std::string HeadersOf(const Table& table) {
  std::string text;
  for (const Column& column : table.columns) text += (text.empty() ? "" : ", ") + column.name;
  return Quote(text);
}

void InputTable::StartOrder(bool as_they_stand) {
  order = {};
  // A cross-section keeps the rows as they stand: its dates are those of the values.
  static const std::vector<Moment> kNone;
  orderer.emplace(*table, as_they_stand ? kNone : moments, AllRows(*table));
}

bool InputTable::StepOrder() {
  if (!orderer) return true;
  if (!orderer->Step()) return false;
  order = orderer->Finish();
  orderer.reset();
  return true;
}

std::vector<double> InputTable::NumbersOf(std::size_t column) const {
  return Gather(ScaledNumbers(*table, column), order.rows);
}

std::vector<double> InputTable::StatusesOf(std::size_t column) const {
  const Column& cells = table->columns[column];
  std::vector<double> words;
  for (const std::string& word : cells.words) {
    words.push_back(static_cast<double>(ReadPurchaseStatus(word)));
  }
  std::vector<double> statuses;
  for (const std::uint32_t row : order.rows) {
    statuses.push_back(cells.texts[row] == kMissingText ? kMissing : words[cells.texts[row]]);
  }
  return statuses;
}

void InputTable::DropNotPositive(std::size_t column, std::vector<double>& values,
                                 Rejections& rejected) const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (IsMissing(values[i]) || values[i] > 0) continue;
    const std::uint32_t row = order.rows[i];
    const Column& cells = table->columns[column];
    rejected.Add({Code::not_positive, table->source_rows[row], cells.name, CellText(cells, row)});
    values[i] = kMissing;
  }
}

}  // namespace premiumlens
