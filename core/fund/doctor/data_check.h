// Data checks: what in the data of one fund is probably wrong, since a wrong join makes a false
// premium. Each says which rows, what was seen against which bar, and how it can be mended. Nothing
// is changed here, and a check that the data cannot bear out says nothing.
//
// Most are about a history, and those that compare its days with one another about the newest
// kMostSessions sessions of a long one; units, ticks and a flat IOPV are looked at in minutes,
// pairs and cross-sections as well (check_scope.h says which, and what the others would need). What
// a check does to the premiums is made with and without its mend (check_effect.h). All bars are
// ours; each is in its check's own file.
//
//   split_adjusted           a share split on both series (split.h), put on one basis already
//   split_one_sided          only the price, or only IOPV, jumps by a split's ratio
//   price_adjusted           the NAV falls by a split or a dividend that the price does not show,
//                            as an adjusted price does (前复权, 后复权); or a title says so
//   cumulative_nav_suspected the value is on another footing than the price, as a cumulative NAV
//                            is; by a power of ten on all days, it is a unit
//   nav_dates_early, _late   the NAVs are dated a session or two before, or after, their own day
//   nav_repeated             NAVs carried forward: exactly equal to the one before, too often for
//                            chance
//   unit_changes             rows of a column stand in another power of ten than the others, as the
//                            columns that explain each other tell, or the column's own level
//   weekend_rows             rows of a Saturday or Sunday, when nothing trades
//   iopv_flat                the IOPV stands still while the price moves (flat_iopv.h)
//   price_off_tick           prices with a fourth decimal, as no trade has
//   price_stale              prices carried forward over days on which nothing was traded
//   duplicate_rows           several rows of one day, of which the first counts
//   nav_holes, price_holes   sessions, as all series and the weekdays imply them, without a NAV or
//                            without a price
//   money_fund_unit          a price for a hundred units of a money fund beside the NAV of one
//   price_of_other_fund      prices that for a stretch fit another fund's value, not their own
//   series_copied            a panel's funds that have one and the same series
//   premium_column_other     a pasted premium that is against another value than its header says
//   tables_disagree          tables that went on one another differ in what they say of one day
//                            (stack.h)
//   premium_column_reversed  a pasted premium with the sign of a discount, or some of its rows
//                            (premium_column.h)

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_DATA_CHECK_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_DATA_CHECK_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/base/missing.h"
#include "core/fund/denominator.h"
#include "core/fund/doctor/mend.h"
#include "core/fund/doctor/premium_column.h"
#include "core/fund/identify.h"
#include "core/fund/read/read_fund.h"
#include "core/fund/read/stack.h"
#include "core/fund/stages.h"
#include "core/table/table.h"

namespace premiumlens {

struct RowsElsewhere {
  std::size_t table;  // index into the tables given
  std::vector<std::int64_t> rows;
};

// What a check does to the premiums (check_effect.h): those without its mend ("before") against
// those with it ("after"), whichever of the two the data stand in. Where there is no mend, only
// what is touched: its rows, and the largest premium among them. Premiums as fractions, changes as
// their differences.
struct CheckEffect {
  bool recomputed = false;                    // the premiums were made with and without the mend
  std::optional<Denominator> denominator{};   // of the premiums that change most
  std::int64_t rows_changed = 0;              // with a premium before and after, another one
  std::int64_t rows_lost = 0;                 // with a premium before only
  std::int64_t rows_gained = 0;               // after only
  double largest_change_fraction = kMissing;  // after − before
  Date largest_change_date = kMissingDate;
  double latest_before_fraction = kMissing;  // of the last row that has a premium
  double latest_after_fraction = kMissing;
  double over_bar_fraction = kMissing;  // the bar of premium_over_5, as it is used
  std::int64_t days_over_before = 0;    // rows over it
  std::int64_t days_over_after = 0;
  std::int64_t rows_touched = 0;  // rows the check names that carry a premium as the data stand
  double largest_premium_fraction = kMissing;  // the largest of those, of either sign
  Date largest_premium_date = kMissingDate;
};

struct DataCheck {
  static constexpr std::size_t kListedRows = 50;

  Finding finding;                      // code, level, source, evidence
  std::string fund = {};                // its code, empty if unknown
  std::optional<std::size_t> table{};   // index into the tables given
  std::string column = {};              // header of the column it is about, empty for whole rows
  std::vector<std::int64_t> rows = {};  // rows of that table's source, the first kListedRows
  std::vector<RowsElsewhere> elsewhere = {};  // those of other tables among them, one entry a table
  std::int64_t rows_count = 0;                // all of them
  std::optional<Mend> mend{};                 // nothing where only better data help
  bool mended = false;                        // the mend is applied
  std::optional<CheckEffect> effect{};        // nothing where there are no premiums
  // All of the rows, as the table has them (of a stacked one encoded, stack.h), and whether they
  // are those of the NAVs (DatedValues::source_rows) and not those of the prices. Not of every
  // check.
  std::vector<std::int64_t> every_row = {};
  bool rows_of_nav = false;

  void Add(std::int64_t row);  // to all of these
};

inline constexpr std::size_t kMostSessions = 2500;

struct CheckInput;

// Examines data as read, before splits are put on one basis, and applies the mends one after the
// other; each changes `data`, and what it leaves is examined again. The checks that a mend answers
// come first, as mended, then those that the mended data still show, worst first.
class Doctor {
 public:
  // `tables` are those the data were read from; `identity` says what the fund's market is. All must
  // outlive it.
  Doctor(FundData& data, const Identity& identity, const std::vector<const Table*>& tables,
         const std::vector<Mend>& mends);
  bool Step();  // one check; true when all is done
  std::vector<DataCheck> Finish();

 private:
  void PlanExamination();
  void MendNext();
  CheckInput Input() const;

  FundData& data_;
  const Identity& identity_;
  const std::vector<const Table*>& tables_;
  const std::vector<Mend>& mends_;
  std::size_t next_mend_ = 0;
  FundData newest_;
  bool is_footing_off_ = false;
  std::vector<DataCheck> checks_;
  std::vector<DataCheck> mended_;
  Stages stages_;
};

// All at once.
std::vector<DataCheck> ExamineAndMend(FundData& data, const Identity& identity,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends);
std::vector<DataCheck> Examine(const FundData& data, const Identity& identity,
                               const std::vector<const Table*>& tables);

// Whether a mend is the one that a check offers.
bool IsAbout(const DataCheck& check, const Mend& mend);

// What ComparePasted() found of a pasted column, as a check: only a reversed sign is one. A column
// that is taken for a discount already, by its header or a mend, is said to be mended.
std::optional<DataCheck> CheckOfPasted(const FundData& data, const PastedColumn& pasted,
                                       const Finding& finding,
                                       const std::vector<const Table*>& tables,
                                       const std::vector<Mend>& mends);

// A pasted column of which some rows (premium_column.h) have another sign than the others, as a
// check of those rows. Where they are all of the rows from one day to another, they can be turned.
DataCheck CheckOfTurned(const FundData& data, const PastedColumn& pasted, const Turned& turned,
                        const std::vector<const Table*>& tables);

// The same for rows that a mend has turned already.
std::vector<DataCheck> ChecksOfMended(const FundData& data, const PastedColumn& pasted,
                                      const std::vector<const Table*>& tables,
                                      const std::vector<Mend>& mends);

// All that is to be said of the data's pasted columns beside the premiums recomputed: appends the
// checks, and how each column compares (premium_column.h).
void ComparePastedColumns(const FundData& data, const std::vector<Recomputed>& recomputed,
                          const std::vector<const Table*>& tables, const std::vector<Mend>& mends,
                          std::vector<DataCheck>& checks, std::vector<Finding>& findings);

// What tables that went on one another do not agree in, with the rows of both; rows as stack.h
// encodes them.
DataCheck CheckOfConflict(const Conflict& conflict);

// Decodes the rows of a check: those of the table of the first of them are its own.
void PlaceRows(DataCheck& check);

void SortWorstFirst(std::vector<DataCheck>& checks);

// Adds the check of one more fund of a panel: funds that show the same thing of the same column,
// with the same mend, share one check, which then names no fund, has the rows of all and counts
// them
// (`funds_count`).
void MergeCheck(const DataCheck& check, std::vector<DataCheck>& checks);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_DATA_CHECK_H_
