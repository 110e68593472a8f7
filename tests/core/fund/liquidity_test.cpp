#include "core/fund/liquidity.h"

#include <catch2/catch.hpp>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

FundData History(std::size_t rows) {
  FundData data;
  data.shape = Shape::kHistory;
  data.rows = rows;
  for (std::size_t i = 0; i < rows; ++i) {
    data.dates.push_back(static_cast<Date>(19000 + i));
    data.price_cny.push_back(2);
    data.amount_cny.push_back(static_cast<double>(i + 1));
    data.turnover_fraction.push_back(i + 5 < rows ? 0.05 : 0.008);
  }
  return data;
}

TEST_CASE("float: as pasted, else last published shares times price") {
  FundData data = History(30);
  CHECK(IsMissing(FloatAt(data, 29)));
  data.shares.assign(30, kMissing);
  data.shares[22] = 5e8;
  CHECK(FloatAt(data, 29) == 1e9);
  CHECK(IsMissing(FloatAt(data, 21)));  // published later: never carried back
  data.shares[22] = kMissing;
  data.shares[2] = 5e8;
  CHECK(IsMissing(FloatAt(data, 29)));  // too long ago
  data.float_cny.assign(30, 7e8);
  CHECK(FloatAt(data, 29) == 7e8);
}

TEST_CASE("amount: the mean of twenty days, the day's own while there are fewer") {
  const FundData data = History(30);
  CHECK(AmountAt(data, 29).cny == 20.5);
  CHECK(AmountAt(data, 29).days == 20);
  CHECK(AmountAt(data, 18).cny == 19);
  CHECK(AmountAt(data, 18).days == 1);
  FundData minutes = data;
  minutes.shape = Shape::kIntraday;
  CHECK(IsMissing(AmountAt(minutes, 29).cny));
}

TEST_CASE("turnover: five days against the median of sixty") {
  const Turnover turnover = TurnoverAt(History(60), 59);
  CHECK(turnover.known);
  CHECK_THAT(turnover.recent_fraction, WithinRel(0.008, 1e-12));
  CHECK(turnover.usual_fraction == 0.05);
  CHECK(IsMissing(TurnoverAt(History(59), 58).usual_fraction));
  FundData derived = History(60);
  derived.turnover_fraction.clear();
  CHECK_FALSE(TurnoverAt(derived, 59).known);
  derived.volume_shares.assign(60, 1e7);
  derived.shares.assign(60, 1e9);
  CHECK(TurnoverAt(derived, 59).usual_fraction == 0.01);
}

TEST_CASE("purchase: the last known status, never a later one") {
  FundData data = History(30);
  data.purchase.assign(30, PurchaseStatus::kUnknown);
  data.purchase[25] = PurchaseStatus::kSuspended;
  CHECK(PurchaseAt(data, 29).status == PurchaseStatus::kSuspended);
  CHECK(PurchaseAt(data, 24).status == PurchaseStatus::kUnknown);
  data.purchase_limit_cny.assign(30, 1e11);
  CHECK(PurchaseAt(data, 24).status == PurchaseStatus::kOpen);
}

}  // namespace
}  // namespace premiumlens
