#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/table/parse.h"

using namespace premiumlens;

namespace {

// The days of a table whose first column holds these cells; empty if they are no days.
std::vector<std::string> DaysOf(const std::vector<std::string>& cells,
                                const std::string& title = {}) {
  std::string text = title + "日期\t收盘\t净值\n";
  for (const std::string& cell : cells) text += cell + "\t1.8\t1.7\n";
  const Table table = ParseTable(text);
  std::vector<std::string> days;
  for (const Date day : table.columns[0].dates) days.push_back(FormatIso(day));
  return days;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("day or month first, by what no trading day is") {
  // Both readings are days; month first, February 1 is a Saturday.
  CHECK(DaysOf({"02/01/2025", "03/01/2025"}) == Texts{"2025-01-02", "2025-01-03"});
  CHECK(DaysOf({"01/02/2025", "01/03/2025"}) == Texts{"2025-01-02", "2025-01-03"});
  // A weekend row, but May 31 can only be month first.
  CHECK(DaysOf({"05/31/2025", "06/02/2025"}) == Texts{"2025-05-31", "2025-06-02"});
  CHECK(DaysOf({"02.01.2025", "03.01.2025"}) == Texts{"2025-01-02", "2025-01-03"});
}

TEST_CASE("a year of two digits behind") {
  CHECK(DaysOf({"12/30/24", "01/02/25"}) == Texts{"2024-12-30", "2025-01-02"});
  CHECK(DaysOf({"1/2/25", "1/3/25"}) == Texts{"2025-01-02", "2025-01-03"});
  CHECK(DaysOf({"25/1/2", "25/1/3"}) == Texts{"2025-01-02", "2025-01-03"});
}

TEST_CASE("days without a year are those of the year that the title names") {
  const Texts days = {"2025-01-02", "2025-01-03"};
  CHECK(DaysOf({"01-02", "01-03"}, "纳指ETF 2025年\n") == days);
  CHECK(DaysOf({"1月2日", "1月3日 周五"}, "513100 2025-02 溢价\n") == days);
  CHECK(DaysOf({"01-02", "01-03"}).empty());
  CHECK(DaysOf({"01-02", "01-03"}, "2024年至2025年\n").empty());
  // They pass a year's end, so one year cannot be theirs.
  CHECK(DaysOf({"12-30", "12-31", "01-02"}, "2025年\n").empty());
}

TEST_CASE("weekdays, marks and blanks around a day") {
  const Texts days = {"2025-01-02", "2025-01-03"};
  CHECK(DaysOf({"周四 2025-01-02", "星期五 2025-01-03"}) == days);
  CHECK(DaysOf({"Thu Jan 02 2025", "Friday, 3 January 2025"}) == days);
  CHECK(DaysOf({"2025 年 1 月 2 日", "2025年01月03日"}) == days);
  CHECK(DaysOf({"2025_01_02", "2025. 1. 3"}) == days);
  CHECK(DaysOf({"'2025-01-02", "'2025-01-03"}) == days);
}
