#include "core/fund/purchase.h"

#include <catch2/catch.hpp>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

TEST_CASE("purchase: the words feeds print") {
  using enum PurchaseStatus;
  CHECK(ReadPurchaseStatus("开放申购") == kOpen);
  CHECK(ReadPurchaseStatus("open") == kOpen);
  CHECK(ReadPurchaseStatus("暂停申购") == kSuspended);
  CHECK(ReadPurchaseStatus("Suspended") == kSuspended);
  CHECK(ReadPurchaseStatus("限大额") == kLimited);
  CHECK(ReadPurchaseStatus("暂停大额申购") == kLimited);
  CHECK(ReadPurchaseStatus("不限购") == kOpen);
  CHECK(ReadPurchaseStatus("限10万") == kLimited);
  CHECK(ReadPurchaseStatus("单日限100元") == kLimited);
  CHECK(ReadPurchaseStatus("开放申购（限1000元）") == kLimited);
  CHECK(ReadPurchaseStatus("限") == kLimited);
  CHECK(ReadPurchaseStatus("暂停申购，期限未定") == kSuspended);
  CHECK(ReadPurchaseStatus("场内交易") == kUnknown);
  CHECK(ReadPurchaseStatus("") == kUnknown);
}

TEST_CASE("purchase: a limit of 1e11 is none, a limit of zero says nothing") {
  using enum PurchaseStatus;
  CHECK(WithLimit(kOpen, 1e11) == kOpen);
  CHECK(WithLimit(kUnknown, 1e11) == kOpen);
  CHECK(WithLimit(kOpen, 1000) == kLimited);
  CHECK(WithLimit(kUnknown, 1000) == kLimited);
  CHECK(WithLimit(kSuspended, 1000) == kSuspended);
  CHECK(WithLimit(kUnknown, 0) == kUnknown);
  CHECK(WithLimit(kOpen, kMissing) == kOpen);
}

}  // namespace
}  // namespace premiumlens
