#include "core/table/text.h"

#include <catch2/catch.hpp>

#include "core/table/number.h"

namespace premiumlens {
namespace {

TEST_CASE("text: a decimal fraction is one that every reader takes for a number") {
  for (const char* text : {"1.5", "-0.25", "123456.789", "00.1"}) {
    INFO(text);
    CHECK(IsDecimalFraction(text));
    CHECK(ParseNumber(text).state == CellState::kValue);
  }
  for (const char* text : {"", "-", "1", "1.", ".5", "1.2.3", "1.5%", " 1.5", "1e5", "513100.SH"}) {
    INFO(text);
    CHECK_FALSE(IsDecimalFraction(text));
  }
}

}  // namespace
}  // namespace premiumlens
