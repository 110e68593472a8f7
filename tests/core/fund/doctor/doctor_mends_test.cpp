// What a mend leaves: no warning that was not there before.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

#include "core/fund/doctor/data_check.h"
#include "tests/core/fund/doctor/made_defects.h"

namespace premiumlens {
namespace {

const std::vector<const Table*> kNoTables;

bool Has(const std::vector<DataCheck>& checks, Code code) {
  return std::any_of(checks.begin(), checks.end(),
                     [code](const DataCheck& check) { return check.finding.code == code; });
}

// Of what is still wrong after the mend, the first that is new.
const DataCheck* NewIn(const std::vector<DataCheck>& before, const std::vector<DataCheck>& after) {
  for (const DataCheck& check : after) {
    if (check.mended || check.finding.level < Level::kWarn) continue;
    if (!Has(before, check.finding.code)) return &check;
  }
  return nullptr;
}

TEST_CASE("doctor: a mend raises no new warning") {
  int mends = 0;
  int raised = 0;
  for (const Defect& defect : AllDefects()) {
    for (const MadeMarket& market : AllMadeMarkets()) {
      for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        Dice dice(seed * 43 + 17);
        FundData data = MakeFund(market, dice.Int(60, 500), dice).data;
        FundData truth = data;
        defect.inject(data, truth, dice);
        const std::vector<DataCheck> before = Examine(data, market.identity, kNoTables);
        for (const DataCheck& check : before) {
          if (!check.mend || check.finding.level < Level::kWarn) continue;
          ++mends;
          FundData mended = data;
          const std::vector<DataCheck> after =
              ExamineAndMend(mended, market.identity, kNoTables, {*check.mend});
          if (const DataCheck* other = NewIn(before, after)) {
            ++raised;
            UNSCOPED_INFO(defect.name << " " << market.name << " " << seed << ": "
                                      << Info(other->finding.code).name);
          }
        }
      }
    }
  }
  std::printf("doctor: %d of %d mends raise a new warning\n", raised, mends);
  // Where a stretch of shifted dates ends is an estimate, a few sessions of which are left over.
  CHECK(mends > 1000);
  CHECK(raised <= mends / 500);
}

}  // namespace
}  // namespace premiumlens
