#include "core/fund/flat_iopv.h"

#include <catch2/catch.hpp>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

// Minutes from 9:30; the price moves every minute, the IOPV only every `steady` minutes.
FundData Minutes(int count, int steady) {
  FundData data;
  data.shape = Shape::kIntraday;
  for (int i = 0; i < count; ++i) {
    data.dates.push_back(19000);
    data.seconds.push_back((9 * 60 + 30 + i) * 60);
    data.price_cny.push_back(1.5 + 0.001 * (i % 3));
    const int changes = i / steady;
    data.iopv_cny.push_back(1.4 + 0.0001 * changes);
  }
  data.rows = data.dates.size();
  return data;
}

TEST_CASE("flat: half an hour of a moving price on an unmoved IOPV") {
  const FlatIopvReport flat = FindFlatIopv(Minutes(40, 1000));
  REQUIRE(flat.flat);
  CHECK(flat.flat->flat_minutes == 39);
  CHECK(flat.flat->iopv_value == 1.4);
  CHECK_THAT(flat.flat->price_move_fraction, WithinRel(1.502 / 1.5 - 1, 1e-9));
  CHECK(FindFlatIopv(Minutes(31, 1000)).flat);
  CHECK_FALSE(FindFlatIopv(Minutes(30, 1000)).flat);  // 29 minutes
  CHECK_FALSE(FindFlatIopv(Minutes(200, 10)).flat);
  CHECK(FindFlatIopv(Minutes(200, 10)).judged);
}

TEST_CASE("flat: not if the price stands still as well, and not over noon alone") {
  FundData still = Minutes(60, 1000);
  for (double& price : still.price_cny) price = 1.5;
  CHECK_FALSE(FindFlatIopv(still).flat);
  FundData noon = Minutes(2, 1000);
  noon.seconds = {(11 * 60 + 29) * 60, (13 * 60 + 1) * 60};
  CHECK_FALSE(FindFlatIopv(noon).flat);
}

TEST_CASE("flat: only the latest day counts") {
  FundData data = Minutes(60, 1000);
  data.dates.push_back(19001);
  data.seconds.push_back(34200);
  data.price_cny.push_back(1.5);
  data.iopv_cny.push_back(1.41);
  ++data.rows;
  CHECK_FALSE(FindFlatIopv(data).flat);
}

TEST_CASE("flat: in a history, an IOPV that repeats while the price moves") {
  FundData data;
  data.shape = Shape::kHistory;
  data.dates = {19000, 19001, 19002, 19003};
  data.price_cny = {1.50, 1.51, 1.52, 1.53};
  data.iopv_cny = {1.40, 1.41, 1.41, 1.41};
  data.rows = 4;
  const FlatIopvReport report = FindFlatIopv(data);
  REQUIRE(report.flat);
  CHECK(report.flat->flat_days == 2);
  data.iopv_cny[3] = 1.42;
  CHECK_FALSE(FindFlatIopv(data).flat);
  CHECK(FindFlatIopv(data).judged);
}

TEST_CASE("flat: in a history, an IOPV that is always the last NAV") {
  FundData data;
  data.shape = Shape::kHistory;
  data.dates = {19000, 19001, 19002, 19003};
  data.price_cny = {1.50, 1.51, 1.52, 1.53};
  data.nav = {{18999, 19000, 19001, 19002}, {1.40, 1.41, 1.39, 1.43}};
  data.iopv_cny = data.nav.values;
  data.rows = 4;
  REQUIRE(FindFlatIopv(data).flat);
  CHECK(FindFlatIopv(data).flat->flat_days == 4);
  data.iopv_cny[3] += 0.0002;
  CHECK_FALSE(FindFlatIopv(data).flat);
}

TEST_CASE("flat: without an IOPV nothing can be told") {
  FundData data;
  data.shape = Shape::kHistory;
  CHECK_FALSE(FindFlatIopv(data).judged);
}

}  // namespace
}  // namespace premiumlens
