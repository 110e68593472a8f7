#include "core/fund/doctor/mend.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"
#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

FundData Full() {
  FundData data = MakeHistory({.days = 40});
  data.iopv_cny = data.price_cny;
  data.amount_cny = data.volume_shares;
  data.shares = data.volume_shares;
  data.float_cny = data.volume_shares;
  data.turnover_fraction = data.price_cny;
  data.purchase_limit_cny = data.price_cny;
  data.pasted = {{"溢价率", false, data.price_cny}};
  return data;
}

bool Same(double a, double b) { return a == b || (IsMissing(a) && IsMissing(b)); }

// How many numbers of a series differ.
std::size_t Differing(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += !Same(a[i], b[i]);
  return count;
}

struct Changed {
  std::size_t price, iopv, amount, turnover, volume, shares, floats, limit, pasted;
  bool nav;
};

Changed Compare(const FundData& a, const FundData& b) {
  CHECK(a.dates == b.dates);
  CHECK(a.rows == b.rows);
  return {Differing(a.price_cny, b.price_cny),
          Differing(a.iopv_cny, b.iopv_cny),
          Differing(a.amount_cny, b.amount_cny),
          Differing(a.turnover_fraction, b.turnover_fraction),
          Differing(a.volume_shares, b.volume_shares),
          Differing(a.shares, b.shares),
          Differing(a.float_cny, b.float_cny),
          Differing(a.purchase_limit_cny, b.purchase_limit_cny),
          Differing(a.pasted[0].values, b.pasted[0].values),
          a.nav.dates != b.nav.dates || a.nav.values != b.nav.values};
}

std::size_t Sum(const Changed& c) {
  return c.price + c.iopv + c.amount + c.turnover + c.volume + c.shares + c.floats + c.limit +
         c.pasted;
}

TEST_CASE("mend: changes only what it names, from its first to its last day") {
  const FundData before = Full();
  const Role roles[] = {Role::kPrice,  Role::kIopv,   Role::kAmount, Role::kTurnover,
                        Role::kVolume, Role::kShares, Role::kFloat};
  for (const MendKind kind : {MendKind::kScale, MendKind::kLeaveOut}) {
    for (const Role role : roles) {
      CAPTURE(Name(kind), Name(role));
      FundData data = before;
      ApplyMend(data, {.kind = kind,
                       .role = role,
                       .from = before.dates[10],
                       .to = before.dates[19],
                       .factor = 100});
      const Changed changed = Compare(before, data);
      CHECK(Sum(changed) == 10);
      CHECK_FALSE(changed.nav);
      CHECK((role == Role::kPrice ? changed.price : 10) == 10);
      CHECK((role == Role::kVolume ? changed.volume : 10) == 10);
    }
  }
  for (const Mend& mend :
       {Mend{.kind = MendKind::kScale, .role = Role::kNav, .factor = 0.2},
        Mend{.kind = MendKind::kLeaveOut, .role = Role::kNav, .to = before.dates[5]},
        Mend{.kind = MendKind::kShiftDates, .role = Role::kNav, .sessions = 1}}) {
    FundData data = before;
    ApplyMend(data, mend);
    const Changed changed = Compare(before, data);
    CHECK(Sum(changed) == 0);
    CHECK(changed.nav);
  }
}

TEST_CASE("mend: what it has nothing to say about stays bit for bit") {
  const FundData before = Full();
  for (const Mend& mend :
       {Mend{.kind = MendKind::kScale, .fund = "513100", .role = Role::kPrice, .factor = 5},
        Mend{.kind = MendKind::kScale, .role = Role::kFee, .factor = 5},
        Mend{.kind = MendKind::kDropWeekends}, Mend{.kind = MendKind::kSplit, .factor = 5},
        Mend{.kind = MendKind::kDropRepeats, .role = Role::kNav, .to = before.dates[0]},
        Mend{.kind = MendKind::kSetRole, .role = Role::kDiscount, .column = "别的列"}}) {
    CAPTURE(Name(mend.kind));
    FundData data = before;
    ApplyMend(data, mend);
    const Changed changed = Compare(before, data);
    CHECK(Sum(changed) == 0);
    CHECK_FALSE(changed.nav);
    CHECK_FALSE(data.pasted[0].is_discount);
  }
}

TEST_CASE("mend: moving NAVs forth and back gives what was there, but for the ends") {
  const FundData before = Full();
  FundData data = before;
  ApplyMends(data, {{.kind = MendKind::kShiftDates, .role = Role::kNav, .sessions = 1},
                    {.kind = MendKind::kShiftDates, .role = Role::kNav, .sessions = -1}});
  REQUIRE(data.nav.dates.size() == before.nav.dates.size() - 1);
  for (std::size_t i = 0; i < data.nav.dates.size(); ++i) {
    CHECK(data.nav.dates[i] == before.nav.dates[i]);
    CHECK(data.nav.values[i] == before.nav.values[i]);
    CHECK(data.nav.source_rows[i] == before.nav.source_rows[i]);
  }
}

TEST_CASE("mend: a NAV moved onto a day whose own NAV stays is left out") {
  FundData data = Full();
  const DatedValues nav = data.nav;
  ApplyMend(data, {.kind = MendKind::kShiftDates,
                   .role = Role::kNav,
                   .from = data.dates[10],
                   .to = data.dates[12],
                   .sessions = -1});
  CHECK(data.nav.values[9] == nav.values[9]);
  CHECK(data.nav.values[10] == nav.values[11]);
  CHECK(data.nav.values[11] == nav.values[12]);
  CHECK(data.nav.dates[12] == nav.dates[13]);  // that of session 12 is now of 11
  CHECK(data.nav.dates.size() == nav.dates.size() - 1);
}

TEST_CASE("mend: repeats and weekends") {
  FundData data = Full();
  data.nav.values[7] = data.nav.values[6];
  ApplyMend(data, {.kind = MendKind::kDropRepeats, .role = Role::kNav});
  CHECK(data.nav.dates.size() == 39);
  CHECK(data.nav.dates[7] == Full().nav.dates[8]);

  FundData weekend = Full();
  std::size_t friday = 0;
  while (Weekday(weekend.dates[friday]) != 5) ++friday;
  ++weekend.dates[friday];
  ++weekend.nav.dates[friday];
  ApplyMend(weekend, {.kind = MendKind::kDropWeekends});
  const FundData full = Full();
  CHECK(weekend.rows == 39);
  CHECK(weekend.price_cny.size() == 39);
  CHECK(weekend.pasted[0].values.size() == 39);
  CHECK(weekend.price_cny[friday] == full.price_cny[friday + 1]);
  CHECK(weekend.source_rows[friday] == full.source_rows[friday + 1]);
  CHECK(weekend.nav.dates.size() == 39);
  CHECK(IsReportingDay(*ParseIso("2022-12-31")));
  CHECK_FALSE(IsReportingDay(*ParseIso("2022-12-30")));
}

TEST_CASE("mend: every kind has a name that finds it") {
  for (const MendKind kind : AllMendKinds()) CHECK(FindMendKind(Name(kind)) == kind);
  CHECK_FALSE(FindMendKind("wish"));
}

}  // namespace
}  // namespace premiumlens
