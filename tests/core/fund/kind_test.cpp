#include "core/fund/kind.h"

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "core/fund/premium.h"

namespace premiumlens {
namespace {

TEST_CASE("bands are those the range guide prints") {
  struct Row {
    Kind kind;
    double inner, outer;
  };
  for (const Row& row : {Row{Kind::kBroad, 0.002, 0.005}, Row{Kind::kCrossBorder, 0.01, 0.02},
                         Row{Kind::kBond, 0.005, 0.01}}) {
    CHECK(ReferenceBand(row.kind).inner_fraction == row.inner);
    CHECK(ReferenceBand(row.kind).outer_fraction == row.outer);
  }
  CHECK(ReferenceBand(Kind::kSector).inner_fraction == 0.01);
  CHECK(IsMissing(ReferenceBand(Kind::kSector).outer_fraction));
  CHECK(ReferenceBand(Kind::kIlliquid).inner_fraction == 0.03);
  CHECK(IsMissing(ReferenceBand(Kind::kIlliquid).outer_fraction));
  for (const Kind kind : {Kind::kCommodity, Kind::kGold, Kind::kMoney, Kind::kUnknown}) {
    CHECK(IsMissing(ReferenceBand(kind).inner_fraction));
    CHECK(Judge(0.5, ReferenceBand(kind)) == Verdict::kNoBand);
  }
}

TEST_CASE("a premium on a bound is still within it, whatever binary makes of the decimals") {
  const Band band = ReferenceBand(Kind::kCrossBorder);
  // Every value of four decimals at which 1 % and 2 % are exact prices of three.
  int exact = 0;
  for (int value = 5000; value <= 90000; value += 500) {
    const double value_cny = value / 10000.0;
    const double inner = value * 1.01 / 10000.0;
    const double outer = value * 1.02 / 10000.0;
    CHECK(Judge(PremiumFraction(inner, value_cny), band) == Verdict::kInside);
    CHECK(Judge(PremiumFraction(outer, value_cny), band) == Verdict::kEdge);
    CHECK(Judge(PremiumFraction(outer + 0.001, value_cny), band) == Verdict::kOutside);
    CHECK(Judge(PremiumFraction(2 * value_cny - outer, value_cny), band) == Verdict::kEdge);
    exact += PremiumFraction(outer, value_cny) > 0.02;
  }
  CHECK(exact > 0);  // the plain comparison would have failed
}

TEST_CASE("both sides are judged alike, and no outer bound leaves no edge") {
  const Band sector = ReferenceBand(Kind::kSector);
  CHECK(Judge(0.01, sector) == Verdict::kInside);
  CHECK(Judge(-0.01, sector) == Verdict::kInside);
  CHECK(Judge(0.0101, sector) == Verdict::kOutside);
  CHECK(Judge(-0.0101, sector) == Verdict::kOutside);
  CHECK(Judge(-0.015, ReferenceBand(Kind::kCrossBorder)) == Verdict::kEdge);
  CHECK(Judge(kMissing, sector) == Verdict::kNoBand);
}

TEST_CASE("every kind and verdict has a word and is found by it") {
  for (const Kind kind : AllKinds()) CHECK(FindKind(Name(kind)) == kind);
  CHECK(AllKinds().size() == 9);
  CHECK(AllVerdicts().size() == 4);
  CHECK_FALSE(FindKind("etf"));
}

}  // namespace
}  // namespace premiumlens
