#include "core/table/fund_code.h"

#include <catch2/catch.hpp>

namespace premiumlens {
namespace {

TEST_CASE("codes: every way to write one") {
  for (const char* text : {"513100", "513100.SH", "SH513100", "sh513100", "1.513100", " 513100 "}) {
    CHECK(NormaliseCode(text) == "513100");
  }
  CHECK(NormaliseCode("0.159941") == "159941");
  CHECK(NormaliseCode("000300.SH") == "000300");
  CHECK(NormaliseCode("SPY") == "SPY");
  CHECK(NormaliseCode("").empty());
}

TEST_CASE("codes: found in file names, not inside longer numbers") {
  CHECK(FindCodeInText("raw_513100.csv") == "513100");
  CHECK(FindCodeInText("tdx_SH513050_bufuquan_GBK.txt") == "513050");
  CHECK(FindCodeInText("qdii_all_raw_20250513_210703.csv").empty());
  CHECK(FindCodeInText("1513100").empty());
  CHECK(FindCodeInText("000300 513500") == "513500");
}

TEST_CASE("codes: ranges of listed funds") {
  for (const char* code : {"501018", "510300", "520830", "560050", "588000", "159915", "161129"}) {
    CHECK(IsListedFundCode(code));
  }
  for (const char* code : {"000300", "600519", "599999", "51310", "5131000", "51310a"}) {
    CHECK_FALSE(IsListedFundCode(code));
  }
}

}  // namespace
}  // namespace premiumlens
