// When each row of a table is, and the rows in order of time.
//
// A moment is a day and a time of day in one number: days since 1970 × 86400 + seconds since
// midnight, 0 seconds where no time is given; day 0 in a table that has times but no days.

#ifndef PREMIUMLENS_CORE_FUND_READ_MOMENTS_H_
#define PREMIUMLENS_CORE_FUND_READ_MOMENTS_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/table/table.h"

namespace premiumlens {

using Moment = std::int64_t;

inline constexpr Moment kNoMoment = std::numeric_limits<Moment>::min();
inline constexpr Moment kSecondsADay = 86400;

Date DayOf(Moment moment);              // kMissingDate for kNoMoment
std::int32_t SecondsOf(Moment moment);  // since midnight

// One a row; kNoMoment where the row has no day though the table has a column of days. A row whose
// day is there but whose time is missing is at midnight. Empty if the table has neither days nor
// times.
std::vector<Moment> MomentsOf(const Table& table);

// Each row's fund: an index into `codes`, which are normalised (fund_code.h) and in order of first
// appearance; rows without a code have kMissingText. Both empty if the table has no code column.
struct Funds {
  std::vector<std::uint32_t> of_row;
  std::vector<std::string> codes;
};
Funds FundsOf(const Table& table);

// Rows of one fund in ascending order of time, one row a moment.
struct RowOrder {
  std::vector<std::uint32_t> rows;  // indexes into the table's rows
  std::vector<Moment> moments;      // of these rows; empty if the table has no days and no times
  Rejections rejected;              // date_missing; duplicate_date (the first row counts)
  std::int64_t moved = 0;           // rows that were not where their time belongs
};

// Puts rows in order, about a millisecond a step. Without moments (empty) they
// stay in the order of the table. Table and moments must outlive it.
class RowOrderer {
 public:
  // `rows`: those to order, ascending.
  RowOrderer(const Table& table, const std::vector<Moment>& moments,
             std::vector<std::uint32_t> rows);
  bool Step();  // true when all is done
  RowOrder Finish();

 private:
  enum class Phase { kScan, kCollect, kCount, kScatter, kEmit, kDone };
  struct Entry {
    std::uint64_t offset;  // of the moment, from the lowest
    std::uint32_t row;
  };
  void Scan(std::size_t from, std::size_t to);
  void Collect(std::size_t from, std::size_t to);
  void Count(std::size_t from, std::size_t to);
  void Scatter(std::size_t from, std::size_t to);
  void Emit(std::size_t from, std::size_t to);
  void EndPhase();
  std::size_t DigitOf(const Entry& entry) const;

  const Table& table_;
  const std::vector<Moment>& moments_;
  std::optional<std::size_t> date_column_;
  std::set<std::int64_t> refused_;   // rows whose date the parser has refused
  std::vector<std::uint32_t> rows_;  // as pasted; after the scan only those with a moment
  Phase phase_ = Phase::kScan;
  std::size_t next_ = 0;  // where the phase goes on
  std::size_t timed_ = 0;
  Moment lowest_ = std::numeric_limits<Moment>::max();
  Moment highest_ = std::numeric_limits<Moment>::min();
  bool ascending_ = true;
  std::vector<Entry> entries_;  // where they have to be sorted
  std::vector<Entry> scratch_;
  std::vector<std::size_t> starts_;  // of each digit
  unsigned shift_ = 0;
  RowOrder order_;
};

// All at once.
RowOrder OrderRows(const Table& table, const std::vector<Moment>& moments,
                   std::vector<std::uint32_t> rows);

// Every row, as it stands.
std::vector<std::uint32_t> AllRows(const Table& table);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_READ_MOMENTS_H_
