#include "core/fund/read/repeated_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

// The first three are those that a RepeatedRow holds.
constexpr std::array kCompared = {Role::kPrice,  Role::kIopv,    Role::kNav,
                                  Role::kVolume, Role::kAmount,  Role::kEstimate,
                                  Role::kShares, Role::kPremium, Role::kDiscount};

std::set<std::int64_t> RepeatedIn(const Rejections& rejected) {
  std::set<std::int64_t> rows;
  for (const Rejection& one : rejected.listed) {
    if (one.code == Code::duplicate_date) rows.insert(one.row);
  }
  return rows;
}

using Columns = std::vector<std::vector<double>>;

Columns ColumnsOf(const Table& table) {
  Columns columns;
  for (const Role role : kCompared) {
    const std::optional<std::size_t> column = FindRole(table, role);
    columns.push_back(column ? ScaledNumbers(table, *column)
                             : std::vector<double>(table.rows, kMissing));
  }
  return columns;
}

void Compare(const Columns& columns, std::size_t row, std::size_t counted, RepeatedRow& repeated) {
  const auto positive = [](double value) { return value > 0 ? value : kMissing; };
  repeated.price_cny = positive(columns[0][row]);
  repeated.iopv_cny = positive(columns[1][row]);
  repeated.nav = positive(columns[2][row]);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double one = columns[i][row];
    const double other = columns[i][counted];
    if (one == other || (IsMissing(one) && IsMissing(other))) continue;
    repeated.differs = true;
    if (i > 2 || !(one > 0) || !(other > 0)) continue;
    repeated.difference_fraction =
        std::max(repeated.difference_fraction, std::fabs(one / other - 1));
  }
}

}  // namespace

void ListRepeated(std::size_t place, const Table& table, const std::vector<Moment>& moments,
                  const RowOrder& order, std::vector<RepeatedRow>& repeated) {
  const std::set<std::int64_t> sources = RepeatedIn(order.rejected);
  if (sources.empty()) return;
  const Columns columns = ColumnsOf(table);
  std::set<Moment> seen;
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (!sources.contains(table.source_rows[i]) || moments[i] == kNoMoment) continue;
    const auto found = std::lower_bound(order.moments.begin(), order.moments.end(), moments[i]);
    if (found == order.moments.end() || *found != moments[i]) continue;
    const std::uint32_t counted =
        order.rows[static_cast<std::size_t>(found - order.moments.begin())];
    RepeatedRow row{place, DayOf(*found), table.source_rows[i], table.source_rows[counted],
                    seen.insert(*found).second};
    Compare(columns, i, counted, row);
    repeated.push_back(row);
  }
}

}  // namespace premiumlens
