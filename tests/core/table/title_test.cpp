#include "core/table/title.h"

#include <catch2/catch.hpp>

#include "core/table/parse.h"

using namespace premiumlens;

TEST_CASE("one unit of money in a title") {
  CHECK(UnitOfTitle("513100 单位：万元") == Unit::kWan);
  CHECK(UnitOfTitle("历史行情（单位：亿元）2025") == Unit::kYi);
  CHECK_FALSE(UnitOfTitle("单位：元"));
  CHECK_FALSE(UnitOfTitle("单位：元、万元"));
  CHECK_FALSE(UnitOfTitle("单位：万份"));
  CHECK_FALSE(UnitOfTitle("单位净值"));
  CHECK_FALSE(UnitOfTitle(""));
}

TEST_CASE("a title's unit is for money that names none") {
  const auto unit_of = [](const char* header, const char* cell) {
    const std::string title = "513100\n单位：万元\n";
    const Table table =
        ParseTable(title + "日期\t收盘\t净值\t" + header + "\n2025-01-02\t1.8\t1.7\t" + cell +
                   "\n2025-01-03\t1.8\t1.7\t" + cell + "\n");
    return table.meanings.back().unit;
  };
  CHECK(unit_of("成交额", "4838.5") == Unit::kWan);
  CHECK(unit_of("成交额(元)", "4838.5") == Unit::kNone);
  CHECK(unit_of("成交额", "3.5亿") == Unit::kNone);
  CHECK(unit_of("成交额(亿元)", "4.8") == Unit::kYi);
  CHECK(unit_of("成交量", "4838.5") == Unit::kNone);
}
