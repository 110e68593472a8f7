#include "core/fund/read/export_rows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "core/base/missing.h"
#include "core/fund/panel.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

struct Read {
  std::vector<Table> tables;
  std::vector<const Table*> given;
  Analysis analysis;
};

Read ReadAll(const std::vector<std::string>& texts) {
  Read read;
  for (const std::string& text : texts) read.tables.push_back(ParseTable(text));
  for (const Table& table : read.tables) read.given.push_back(&table);
  read.analysis = Analyze(read.given);
  return read;
}

const Valuation& Of(const ExportRows& rows, Denominator denominator) {
  const auto found = std::find_if(
      rows.valuations.begin(), rows.valuations.end(),
      [denominator](const Valuation& entry) { return entry.denominator == denominator; });
  REQUIRE(found != rows.valuations.end());
  return *found;
}

TEST_CASE("export rows: a day of a NAV without a price is a row of its own, in order") {
  Read read = ReadAll({"date,close\n2025-01-07,1.1\n2025-01-09,1.3\n",
                       "date,nav\n2025-01-06,1.0\n2025-01-07,1.05\n2025-01-08,1.1\n"});
  const ExportRows rows = MakeExportRows(read.analysis, read.given);
  REQUIRE(rows.rows == 4);
  CHECK(rows.dates.size() == 4);
  CHECK(FormatIso(rows.dates[0]) == "2025-01-06");
  CHECK(FormatIso(rows.dates[3]) == "2025-01-09");
  CHECK(IsMissing(rows.price_cny[0]));
  CHECK(rows.price_cny[1] == 1.1);
  CHECK(IsMissing(rows.price_cny[2]));
  CHECK(rows.price_cny[3] == 1.3);
  const Valuation& same = Of(rows, Denominator::kNavSameDay);
  CHECK(same.value_cny[0] == 1.0);
  CHECK(same.value_cny[2] == 1.1);
  CHECK(IsMissing(same.value_cny[3]));
  CHECK(IsMissing(same.premium_fraction[0]));
  CHECK_THAT(same.premium_fraction[1], Catch::Matchers::WithinAbs(0.05 / 1.05, 1e-12));
  CHECK(Of(rows, Denominator::kNavPrevious).value_cny[3] == 1.1);
  CHECK(IsMissing(Of(rows, Denominator::kNavPrevious).value_cny[2]));
}

TEST_CASE("export rows: a row has the checks that name it, also those of the NAV's table") {
  // A Saturday's price in row 4.
  Read read =
      ReadAll({"date,close\n2025-01-09,1.1\n2025-01-10,1.2\n2025-01-11,1.2\n2025-01-13,1.3\n",
               "date,nav\n2025-01-08,1\n2025-01-09,1\n2025-01-10,1.1\n2025-01-13,1.2\n"});
  DataCheck& of_nav = read.analysis.checks.emplace_back();
  of_nav.finding.code = Code::nav_repeated;
  of_nav.table = 1;
  of_nav.rows = {2, 3};
  of_nav.rows_count = 2;
  const ExportRows rows = MakeExportRows(read.analysis, read.given);
  const std::vector<std::string> expected = {"nav_repeated", "nav_repeated", "", "weekend_rows",
                                             ""};
  CHECK(rows.checks == expected);
}

TEST_CASE("export rows: prices and NAVs of before a split stand as they were then") {
  std::string text = "date,close,nav\n";
  for (int i = 0; i < 30; ++i) {
    const double basis = i < 15 ? 5 : 1;
    const double nav = basis * (1 + 0.001 * i);
    text += FormatIso(*ParseIso("2025-01-06") + i + 2 * (i / 5)) + "," +
            std::to_string(std::round(1000 * 1.02 * nav) / 1000) + "," + std::to_string(nav) + "\n";
  }
  Read read = ReadAll({text});
  REQUIRE(read.analysis.splits.found.size() == 1);
  const ExportRows rows = MakeExportRows(read.analysis, read.given);
  CHECK(rows.price_cny[0] == 5.1);
  CHECK(Of(rows, Denominator::kNavSameDay).value_cny[7] == 5.035);
  CHECK_THAT(Of(rows, Denominator::kNavSameDay).premium_fraction[0],
             Catch::Matchers::WithinAbs(0.02, 1e-12));
  // On the first day of the new basis the NAV of the day before is put on it.
  CHECK(Of(rows, Denominator::kNavPrevious).value_cny[15] == 1.014);
}

TEST_CASE("export rows: a check of very many rows is named at every one of them") {
  std::string text = "date,close,nav\n";
  for (int i = 0; i < 500; ++i)
    text += FormatIso(19000 + i) + ",1.1,1.0" + std::to_string(i) + "\n";
  Read read = ReadAll({text});
  const ExportRows rows = MakeExportRows(read.analysis, read.given);
  for (std::size_t i = 0; i < rows.rows; ++i) {
    CHECK((rows.checks[i].find("weekend_rows") != std::string::npos) == IsWeekend(rows.dates[i]));
  }
}

TEST_CASE("export rows: of other shapes the rows are those of the series") {
  Read read = ReadAll({"code,name,price,IOPV\n513100,x,1.904,1.7445\n513050,y,1.2,1.21\n"});
  const ExportRows rows = MakeExportRows(read.analysis, read.given);
  CHECK(rows.rows == 2);
  CHECK(rows.dates.empty());
  CHECK(rows.fund_of_row.size() == 2);
  CHECK(Of(rows, Denominator::kIopv).value_cny[1] == 1.21);
  CHECK(rows.checks.size() == 2);
}

}  // namespace
}  // namespace premiumlens
