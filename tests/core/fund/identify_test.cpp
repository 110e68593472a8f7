#include "core/fund/identify.h"

#include <catch2/catch.hpp>
#include <set>

namespace premiumlens {
namespace {

void Expect(const Identity& identity, Kind kind, GuessReason kind_reason, Region region) {
  CHECK(identity.kind == kind);
  CHECK(identity.kind_reason == kind_reason);
  CHECK(identity.region == region);
}

TEST_CASE("identify: well-known codes") {
  Expect(Identify("513100", ""), Kind::kCrossBorder, GuessReason::kKnownCode, Region::kUs);
  // Holds companies listed in the United States too: its NAV waits for that close.
  Expect(Identify("513050", ""), Kind::kCrossBorder, GuessReason::kKnownCode, Region::kUs);
  Expect(Identify("513880", ""), Kind::kCrossBorder, GuessReason::kKnownCode, Region::kJapan);
  Expect(Identify("510900", ""), Kind::kCrossBorder, GuessReason::kKnownCode, Region::kHongKong);
  Expect(Identify("513030", ""), Kind::kCrossBorder, GuessReason::kKnownCode, Region::kEurope);
  Expect(Identify("510300", ""), Kind::kBroad, GuessReason::kKnownCode, Region::kMainland);
  Expect(Identify("518880", ""), Kind::kGold, GuessReason::kKnownCode, Region::kMainland);
  Expect(Identify("511880", ""), Kind::kMoney, GuessReason::kKnownCode, Region::kMainland);
  Expect(Identify("511260", ""), Kind::kBond, GuessReason::kKnownCode, Region::kMainland);
  Expect(Identify("161129", ""), Kind::kCommodity, GuessReason::kKnownCode, Region::kGlobal);
  CHECK(Identify("513100", "").name == "纳指ETF");
}

TEST_CASE("identify: the facts of known codes are dated, each code once and in a listed range") {
  const std::vector<std::string> codes = KnownCodes();
  CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == codes.size());
  std::size_t abroad = 0;
  for (const std::string& code : codes) {
    CAPTURE(code);
    const std::string_view range = std::string_view(code).substr(0, 2);
    CHECK((range == "15" || range == "16" || range == "50" || range == "51" || range == "52" ||
           range == "56" || range == "58"));
    const Identity fund = Identify(code, "");
    CHECK(fund.kind_reason == GuessReason::kKnownCode);
    CHECK(fund.kind != Kind::kUnknown);
    CHECK(fund.region != Region::kUnknown);
    CHECK_FALSE(fund.name.empty());
    CHECK(fund.as_of > *ParseIso("2021-01-01"));
    CHECK(fund.as_of < *ParseIso("2026-12-31"));
    CHECK((IsMissing(fund.fee_fraction) || (fund.fee_fraction > 0 && fund.fee_fraction < 0.03)));
    abroad += fund.region != Region::kMainland;
  }
  CHECK(abroad >= 150);
  // A table of QDII funds of 2025-05-13: 纳斯达克100, 管托费 0.80%.
  const Identity nasdaq = Identify("513100", "");
  CHECK(nasdaq.index_name == "纳斯达克100");
  CHECK(nasdaq.fee_fraction == 0.008);
  CHECK(FormatIso(nasdaq.as_of) == "2025-05-13");
  const Identity unknown = Identify("599999", "标普500ETF");
  CHECK(unknown.index_name.empty());
  CHECK(IsMissing(unknown.fee_fraction));
  CHECK(unknown.as_of == kMissingDate);
}

TEST_CASE("identify: words in the name") {
  const GuessReason by_name = GuessReason::kName;
  Expect(Identify("", "标普500ETF"), Kind::kCrossBorder, by_name, Region::kUs);
  Expect(Identify("", "S&P 500 ETF"), Kind::kCrossBorder, by_name, Region::kUs);
  Expect(Identify("", "恒生医疗ETF"), Kind::kCrossBorder, by_name, Region::kHongKong);
  Expect(Identify("", "标普港股通低波红利ETF"), Kind::kCrossBorder, by_name, Region::kHongKong);
  Expect(Identify("", "标普红利ETF"), Kind::kSector, by_name, Region::kMainland);
  Expect(Identify("", "标普油气ETF"), Kind::kCrossBorder, by_name, Region::kUs);
  Expect(Identify("", "油气资源ETF"), Kind::kSector, by_name, Region::kMainland);
  Expect(Identify("", "沙特ETF"), Kind::kCrossBorder, by_name, Region::kMiddleEast);
  Expect(Identify("", "印度基金LOF"), Kind::kCrossBorder, by_name, Region::kIndia);
  Expect(Identify("", "南方原油LOF"), Kind::kCommodity, by_name, Region::kGlobal);
  Expect(Identify("", "黄金ETF"), Kind::kGold, by_name, Region::kMainland);
  Expect(Identify("", "黄金股ETF"), Kind::kSector, by_name, Region::kMainland);
  Expect(Identify("", "国开债ETF"), Kind::kBond, by_name, Region::kMainland);
  Expect(Identify("", "美元债LOF"), Kind::kBond, by_name, Region::kUs);
  Expect(Identify("", "自由现金流ETF"), Kind::kSector, by_name, Region::kMainland);
  Expect(Identify("", "沪深300ETF"), Kind::kBroad, by_name, Region::kMainland);
  Expect(Identify("", "创业板人工智能ETF"), Kind::kSector, by_name, Region::kMainland);
}

TEST_CASE("identify: by the range of the code, and not at all") {
  const Identity cross = Identify("513999", "某ETF");
  Expect(cross, Kind::kCrossBorder, GuessReason::kCodePrefix, Region::kUnknown);
  CHECK(cross.region_reason == GuessReason::kAssumed);
  // A sector word does not make a fund of the cross-border range a mainland one.
  Expect(Identify("513999", "医药ETF"), Kind::kCrossBorder, GuessReason::kCodePrefix,
         Region::kUnknown);
  Expect(Identify("518999", ""), Kind::kGold, GuessReason::kCodePrefix, Region::kMainland);
  Expect(Identify("511999", ""), Kind::kBond, GuessReason::kCodePrefix, Region::kMainland);
  Expect(Identify("562999", ""), Kind::kUnknown, GuessReason::kAssumed, Region::kMainland);
  Expect(Identify("", ""), Kind::kUnknown, GuessReason::kAssumed, Region::kUnknown);
}

TEST_CASE("identify: illiquid is measured, never guessed") {
  for (const char* name : {"小众ETF", "迷你低流动性ETF", "illiquid ETF"}) {
    CHECK(Identify("", name).kind != Kind::kIlliquid);
  }
}

TEST_CASE("regions: what overlaps Shanghai publishes the same evening") {
  for (const Region region : AllRegions()) {
    const PublicationLag lag = LagOf(region);
    CHECK(lag.sessions == (lag.overlaps_shanghai ? 0 : 1));
    CHECK(FindRegion(Name(region)) == region);
  }
  CHECK(LagOf(Region::kHongKong).overlaps_shanghai);
  CHECK_FALSE(LagOf(Region::kUs).overlaps_shanghai);
  CHECK(LagOf(Region::kUnknown).sessions == 1);
}

}  // namespace
}  // namespace premiumlens
