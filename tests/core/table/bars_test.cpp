#include "core/table/bars.h"

#include <string>

#include <catch2/catch.hpp>

#include "core/table/parse.h"

using namespace premiumlens;

TEST_CASE("quotes without a header are told by their bounds, and are no price beside a value") {
  const Table tdx = ParseTable(
      "01/02/2025,1.800,1.820,1.790,1.810,345600,625536.00\n"
      "01/03/2025,1.810,1.830,1.800,1.820,345700,629174.00\n"
      "01/06/2025,1.820,1.820,1.780,1.790,345800,618982.00\n");
  CHECK(FindRole(tdx, Role::kOpen) == 1);
  CHECK(FindRole(tdx, Role::kPrice) == 4);
  CHECK(FindRole(tdx, Role::kVolume) == 5);
  CHECK(FindRole(tdx, Role::kAmount) == 6);
  CHECK_FALSE(FindRole(tdx, Role::kNav));
  // 东方财富 writes open, close, high, low.
  const Table eastmoney = ParseTable(
      "2025-01-02,1.800,1.810,1.820,1.790,3456,625536.00\n"
      "2025-01-03,1.810,1.820,1.830,1.800,3457,629174.00\n"
      "2025-01-06,1.820,1.790,1.820,1.780,3458,618982.00\n");
  CHECK(FindRole(eastmoney, Role::kPrice) == 2);
  CHECK(FindRole(eastmoney, Role::kHigh) == 3);
  CHECK(eastmoney.meanings[5].unit == Unit::kLot);
}

TEST_CASE("a price beside a value is no quote") {
  const Table pairs = ParseTable(
      "2025-01-02,1.80,1.81,1.79,1.80,3456\n2025-01-03,1.81,1.80,1.80,1.82,3457\n"
      "2025-01-06,1.82,1.83,1.78,1.79,3458\n");
  CHECK_FALSE(FindBars(pairs.columns));  // the second is not always the highest
  const Table few = ParseTable("1.80,1.82,1.79,1.81,345600\n1.81,1.83,1.80,1.82,345700\n");
  CHECK_FALSE(FindBars(few.columns));
  CHECK(FindRole(few, Role::kPrice) == 0);
  CHECK(FindRole(few, Role::kIopv) == 1);
}

TEST_CASE("bounds alone need more rows") {
  std::string text;
  for (int day = 1; day <= 12; ++day) {
    const std::string tenth = std::to_string(day % 10);
    text += FormatIso(*ParseIso("2025-02-28") + day);
    for (const char* price : {",1.8", ",1.9", ",1.7", ",1.8"}) text.append(price).append(tenth);
    text += '\n';
    const Table table = ParseTable(text);
    if (day >= 2) CHECK(FindRole(table, Role::kNav).has_value() == (day < 10));
  }
}
