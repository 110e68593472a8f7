// What a data check does to the result: the premiums are made twice, with its mend and without, and
// compared row by row. One way for all checks: a mend is applied to a copy of the data as read, and
// the copy goes through the same steps as an analysis (mends, splits, alignment).
//
// Compared are the premiums against IOPV, published NAV, same-day NAV and estimate, whichever the
// data hold; the effect is that on the one of which most rows change, in this order where they are
// equal. Where a check has no mend, or its mend touches no number that a premium is made of, the
// premiums are those there are.
//
// Cost, of n rows: O(n) for the copy of the data, once, and about 5 n steps and as much memory
// again for each check with a mend, in stages of one pass over the rows each.

#ifndef PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_EFFECT_H_
#define PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_EFFECT_H_

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/fund/doctor/data_check.h"
#include "core/fund/rules.h"
#include "core/fund/stages.h"

namespace premiumlens {

// How the premiums of an analysis are made.
struct PremiumsMade {
  std::vector<Mend> mends;  // in this order, before all else
  int lag_sessions = 0;
  bool split_adjust = true;
  double over_bar_fraction = kPremiumBar;  // of the days that are counted
};

// A row's moment and number, and its premiums.
struct MadePremiums {
  std::vector<Date> dates;
  std::vector<std::int64_t> source_rows;
  std::vector<std::pair<Denominator, std::vector<double>>> premiums;  // by rank
};

// Makes them in stages, from a copy of `raw`, which must outlive it.
class PremiumsMaker {
 public:
  PremiumsMaker(const FundData& raw, PremiumsMade how);
  bool Step() { return stages_.Step(); }
  MadePremiums Finish() { return std::move(made_); }

 private:
  void Add(Denominator denominator, const std::vector<double>& values);
  FundData data_;
  PremiumsMade how_;
  std::vector<Date> sessions_;
  MadePremiums made_;
  Stages stages_;
};

// All at once.
MadePremiums MakePremiums(const FundData& data, const PremiumsMade& how);

// `after` has the rows of `before`, in order, or some of them.
CheckEffect CompareEffect(const MadePremiums& before, const MadePremiums& after,
                          double over_bar_fraction = kPremiumBar);

// What the rows that a check names carry (rows_touched and the largest premium).
void FillTouched(const MadePremiums& standing, const DatedValues& nav, DataCheck& check);

class EffectMaker {
 public:
  // `raw` as read, before any mend; what no premium needs is left behind.
  EffectMaker(const FundData& raw, PremiumsMade how);
  // Adds the stages that fill in the effect of each of `checks`, which must outlive them, as the
  // maker must. `fund`: only mends for it, or for all, count.
  void Plan(std::vector<DataCheck>& checks, Stages& stages);

 private:
  PremiumsMade With(const DataCheck& check, bool mended) const;
  void PlanOne(DataCheck& check, Stages& stages);

  FundData raw_;
  PremiumsMade how_;
  MadePremiums standing_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_DOCTOR_CHECK_EFFECT_H_
