#include "core/fund/doctor/price_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

constexpr double kNoise = 1e-6;        // of a yuan: digits of a float32, or of a product
constexpr double kUsuallyThere = 0.9;  // of the rows

enum class Trading { kNone, kSome, kUnknown };

// What the columns of trading say of each row.
class Tape {
 public:
  explicit Tape(const FundData& data) {
    for (const std::vector<double>* column :
         {&data.volume_shares, &data.amount_cny, &data.turnover_fraction}) {
      if (column->size() != data.rows) continue;
      if (std::none_of(column->begin(), column->end(), [](double value) { return value > 0; })) {
        continue;
      }
      const auto filled = static_cast<double>(CountFilled(*column));
      columns_.push_back({column, filled >= kUsuallyThere * static_cast<double>(data.rows)});
    }
  }

  Trading At(std::size_t row) const {
    bool zero = false;
    bool missed = false;
    for (const auto& [column, usual] : columns_) {
      if ((*column)[row] > 0) return Trading::kSome;
      if ((*column)[row] == 0) zero = true;
      if (IsMissing((*column)[row]) && usual) missed = true;
    }
    return zero || missed ? Trading::kNone : Trading::kUnknown;
  }

  bool empty() const { return columns_.empty(); }

 private:
  struct Told {
    const std::vector<double>* column;
    bool usual;  // nearly every row has one
  };
  std::vector<Told> columns_;
};

}  // namespace

bool IsOffTick(double price_cny) {
  if (IsMissing(price_cny)) return false;
  const double ticks = std::round(price_cny / kTick);
  return std::fabs(price_cny - ticks * kTick) > std::max(kNoise, 1e-7 * price_cny);
}

std::vector<std::size_t> CarriedRows(const FundData& data) {
  std::vector<std::size_t> rows;
  const Tape tape(data);
  if (tape.empty()) return rows;
  std::optional<std::size_t> before;
  bool is_first = true;
  for (std::size_t i = 0; i < data.rows; ++i) {
    const double price = data.price_cny[i];
    if (IsMissing(price)) continue;
    if (before && price == data.price_cny[*before] && tape.At(i) == Trading::kNone) {
      // The first price has none before it that would show it as carried.
      if (is_first && tape.At(*before) == Trading::kNone) rows.push_back(*before);
      rows.push_back(i);
    }
    is_first = !before;
    before = i;
  }
  return rows;
}

}  // namespace premiumlens
