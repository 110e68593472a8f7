#include "core/fund/read/stack.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "core/fund/panel.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

using Lines = std::vector<std::string>;

const std::string kHeader = "日期,收盘价,单位净值,成交量";

// Weekdays of 2024 from the first of April on.
std::string Day(int i) {
  const int day = i / 5 * 7 + i % 5;
  const int in_month = 1 + day % 28;
  return "2024-0" + std::to_string(4 + day / 28) + (in_month < 10 ? "-0" : "-") +
         std::to_string(in_month);
}

Lines MakeLines(int count) {
  Lines lines;
  std::minstd_rand random(5);
  for (int i = 0; i < count; ++i) {
    const int nav = 14000 + static_cast<int>(random() % 400);
    const int price = 1400 + static_cast<int>(random() % 60);
    lines.push_back(Day(i) + "," + std::to_string(price / 1000.0) + "," +
                    std::to_string(nav / 10000.0) + "," + std::to_string(10000 + i));
  }
  return lines;
}

Table TableOf(const Lines& lines, const std::string& header = kHeader,
              const std::string& file = {}) {
  std::string text = header + "\n";
  for (const std::string& line : lines) text += line + "\n";
  return ParseTable(text, file);
}

Analysis AnalyzeAll(const std::vector<Table>& tables, const std::string& fund = {}) {
  std::vector<const Table*> pointers;
  for (const Table& table : tables) pointers.push_back(&table);
  return Analyze(pointers, fund);
}

bool IsSame(double a, double b) { return a == b || (IsMissing(a) && IsMissing(b)); }

void CheckSame(const Analysis& one, const Analysis& other) {
  REQUIRE(one.data.shape == other.data.shape);
  REQUIRE(one.data.rows == other.data.rows);
  CHECK(one.data.dates == other.data.dates);
  CHECK(one.data.price_cny == other.data.price_cny);
  CHECK(one.data.volume_shares == other.data.volume_shares);
  CHECK(one.data.nav.dates == other.data.nav.dates);
  CHECK(one.data.nav.values == other.data.nav.values);
  REQUIRE(one.valuations.size() == other.valuations.size());
  for (std::size_t i = 0; i < one.valuations.size(); ++i) {
    const std::vector<double>& a = one.valuations[i].premium_fraction;
    const std::vector<double>& b = other.valuations[i].premium_fraction;
    CHECK(std::equal(a.begin(), a.end(), b.begin(), b.end(), IsSame));
  }
  const auto codes = [](const Analysis& analysis) {
    std::vector<Code> list;
    for (const Finding& finding : analysis.judgement.findings) list.push_back(finding.code);
    for (const Finding& finding : analysis.data.findings) list.push_back(finding.code);
    for (const DataCheck& check : analysis.checks) list.push_back(check.finding.code);
    return list;
  };
  CHECK(codes(one) == codes(other));
}

bool Says(const Analysis& analysis, Code code) {
  const std::vector<Finding>& findings = analysis.data.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [code](const Finding& finding) { return finding.code == code; });
}

const DataCheck* FindCheck(const Analysis& analysis, Code code) {
  for (const DataCheck& check : analysis.checks) {
    if (check.finding.code == code) return &check;
  }
  return nullptr;
}

TEST_CASE("stack: pieces of a table, in any order, are the table") {
  const Lines lines = MakeLines(60);
  for (const bool newest_first : {false, true}) {
    Lines ordered = lines;
    if (newest_first) std::reverse(ordered.begin(), ordered.end());
    const Analysis whole = AnalyzeAll({TableOf(ordered)});
    for (unsigned seed = 1; seed <= 8; ++seed) {
      std::minstd_rand random(seed);
      // Pieces that overlap by up to five rows.
      std::vector<Table> pieces;
      for (std::size_t from = 0; from < ordered.size();) {
        const std::size_t to = std::min(ordered.size(), from + 1 + random() % 30);
        const std::size_t begin = from - std::min<std::size_t>(from, random() % 6);
        pieces.push_back(TableOf({ordered.begin() + static_cast<std::ptrdiff_t>(begin),
                                  ordered.begin() + static_cast<std::ptrdiff_t>(to)}));
        from = to;
      }
      std::shuffle(pieces.begin(), pieces.end(), random);
      CheckSame(AnalyzeAll(pieces), whole);
    }
  }
}

TEST_CASE("stack: rows dealt out in turn, and columns in another order and unit") {
  const Lines lines = MakeLines(20);
  Lines even;
  Lines odd;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % 2 == 0) {
      even.push_back(lines[i]);
      continue;
    }
    Lines cells(1);
    for (const char c : lines[i]) {
      if (c == ',') {
        cells.emplace_back();
      } else {
        cells.back().push_back(c);
      }
    }
    odd.push_back(cells[2] + "," + std::to_string(std::stod(cells[3]) / 100) + "," + cells[1] +
                  "," + cells[0]);
  }
  const Table other = TableOf(odd, "单位净值,成交量(手),收盘价,日期");
  CheckSame(AnalyzeAll({TableOf(even), other}), AnalyzeAll({TableOf(lines)}));
}

TEST_CASE("stack: a newer export counts where it differs, and both rows are told") {
  const Lines lines = MakeLines(10);
  Lines newer(lines.begin() + 6, lines.end());
  newer[1] = Day(7) + ",1.5000,1.3000,9";
  newer[2] = Day(8) + ",,1.3111,";  // what is missing here stays as it was
  const Analysis both = AnalyzeAll({TableOf({lines.begin(), lines.begin() + 9}), TableOf(newer)});
  REQUIRE(both.data.rows == 10);
  CHECK(both.data.price_cny[7] == 1.5);
  CHECK(both.data.nav.values[8] == 1.3111);
  CHECK(both.data.price_cny[8] == AnalyzeAll({TableOf(lines)}).data.price_cny[8]);
  CHECK_FALSE(Says(both, Code::table_unused));
  const DataCheck* check = FindCheck(both, Code::tables_disagree);
  REQUIRE(check != nullptr);
  CHECK(check->column == "收盘价");
  CHECK(check->table == 1);
  CHECK(check->rows == std::vector<std::int64_t>{3});  // below the header, the second
  REQUIRE(check->elsewhere.size() == 1);
  CHECK(check->elsewhere[0].table == 0);
  CHECK(check->elsewhere[0].rows == std::vector<std::int64_t>{9});
  CHECK(check->rows_count == 1);
}

TEST_CASE("stack: refused cells keep their table and row") {
  const Lines lines = MakeLines(10);
  Lines later(lines.begin() + 5, lines.end());
  later[1] = Day(6) + ",0,1.4,5";
  later[2] = Day(7) + ",abc,1.4,5";
  const Analysis both = AnalyzeAll({TableOf({lines.begin(), lines.begin() + 5}), TableOf(later)});
  REQUIRE(both.data.rejected.size() == 2);
  CHECK(both.data.rejected[0].rejections.count == 0);
  const std::vector<Rejection>& listed = both.data.rejected[1].rejections.listed;
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].code == Code::not_a_number);
  CHECK(listed[0].row == 4);
  CHECK(listed[1].code == Code::not_positive);
  CHECK(listed[1].row == 3);
}

TEST_CASE("stack: prices and NAVs, each in two years, are joined") {
  const Lines lines = MakeLines(20);
  Lines prices;
  Lines navs;
  for (const std::string& line : lines) {
    const std::size_t first = line.find(',');
    const std::size_t second = line.find(',', first + 1);
    const std::size_t third = line.find(',', second + 1);
    prices.push_back(line.substr(0, second));
    navs.push_back(line.substr(0, first) + line.substr(second, third - second));
  }
  const auto part = [](const Lines& all, std::ptrdiff_t from, std::ptrdiff_t to) {
    return Lines(all.begin() + from, all.begin() + to);
  };
  const std::string price_header = "日期,收盘价";
  const std::string nav_header = "净值日期,单位净值";
  const Analysis years = AnalyzeAll(
      {TableOf(part(navs, 9, 20), nav_header), TableOf(part(prices, 0, 10), price_header),
       TableOf(part(navs, 0, 9), nav_header), TableOf(part(prices, 10, 20), price_header)});
  CheckSame(years, AnalyzeAll({TableOf(prices, price_header), TableOf(navs, nav_header)}));
  REQUIRE(years.data.join);
  CHECK(years.data.join->matched == 20);
}

TEST_CASE("stack: wide and long tables of several funds") {
  const Table nav = ParseTable(
      "净值日期,513100,159941\n2024-04-01,1.1,2.1\n2024-04-02,1.2,2.2\n2024-04-03,1.3,2.3\n");
  const Table first =
      ParseTable("代码,日期,收盘价\n513100,2024-04-01,1.12\n159941,2024-04-01,2.12\n");
  const Table second = ParseTable(
      "代码,日期,收盘价\n513100,2024-04-02,1.21\n159941,2024-04-02,2.21\n513100,2024-04-03,1.32\n"
      "159941,2024-04-03,2.32\n");
  const Analysis panel = AnalyzeAll({first, nav, second});
  CHECK(panel.data.shape == Shape::kPanel);
  CHECK(panel.data.rows == 6);
  REQUIRE(panel.funds.size() == 2);
  CHECK(panel.funds[0].fund.rows == 3);
  const Analysis one = AnalyzeAll({first, nav, second}, "159941");
  CHECK(one.data.price_cny == std::vector<double>{2.12, 2.21, 2.32});

  const Table wide_one = ParseTable("净值日期,513100,159941\n2024-04-01,1.1,2.1\n");
  const Table wide_two =
      ParseTable("净值日期,159941,513100\n2024-04-02,2.2,1.2\n2024-04-03,2.3,1.3\n");
  CheckSame(AnalyzeAll({wide_one, first, second, wide_two}, "513100"),
            AnalyzeAll({nav, first, second}, "513100"));
}

TEST_CASE("stack: pages of one day's list, and a list of another day") {
  const std::string header = "代码,名称,现价,单位净值\n";
  const Table one = ParseTable(header + "513100,纳指ETF,1.52,1.5\n513500,标普500ETF,2.02,2\n");
  const Table two = ParseTable(header + "159941,纳指ETF,1.12,1.1\n513050,中概互联,1.21,1.2\n");
  const Analysis section = AnalyzeAll({one, two});
  CHECK(section.data.shape == Shape::kCrossSection);
  CHECK(section.data.rows == 4);

  const std::string dated = "日期," + header;
  const Analysis panel = AnalyzeAll(
      {ParseTable(dated + "2024-04-01,513100,纳指ETF,1.52,1.5\n2024-04-01,513500,标普,2.02,2\n"),
       ParseTable(dated + "2024-04-02,513100,纳指ETF,1.54,1.51\n2024-04-02,513500,标普,2.1,2\n")});
  CHECK(panel.data.shape == Shape::kPanel);
  CHECK(panel.data.rows == 4);
}

TEST_CASE("stack: another series of the same columns stays apart") {
  const std::string header = "日期,收盘价";
  Lines fund;
  Lines index;
  Lines rate;
  for (int i = 0; i < 10; ++i) {
    fund.push_back(Day(i) + "," + std::to_string(1.5 + 0.01 * i) + ",1.5");
    index.push_back(Day(i) + "," + std::to_string(17000 + i));
    rate.push_back(Day(i) + "," + std::to_string(1.4 + 0.001 * i));
  }
  const Table of_fund = TableOf(fund, header + ",单位净值");
  const Analysis alone = AnalyzeAll({of_fund});
  const Analysis with = AnalyzeAll({of_fund, TableOf(index, header), TableOf(rate, header)});
  CHECK(with.data.price_cny == alone.data.price_cny);
  CHECK(Says(with, Code::table_unused));
  CHECK(FindCheck(with, Code::tables_disagree) == nullptr);
}

TEST_CASE("stack: pairs without a key stand below one another") {
  const Table one = ParseTable("价格,净值\n1.5,1.4\n1.6,1.5\n");
  const Table two = ParseTable("价格,净值\n1.5,1.4\n1.7,1.6\n");
  const Analysis pairs = AnalyzeAll({one, two});
  CHECK(pairs.data.shape == Shape::kPairs);
  CHECK(pairs.data.price_cny == std::vector<double>{1.5, 1.6, 1.5, 1.7});
}

TEST_CASE("stack: two days' minutes") {
  const std::string header = "时间,最新价,IOPV\n";
  const Table one = ParseTable(header + "2024-04-01 09:31,1.5,1.4\n2024-04-01 09:32,1.51,1.4\n");
  const Table two = ParseTable(header + "2024-04-02 09:31,1.6,1.5\n2024-04-02 09:32,1.61,1.5\n");
  const Analysis both = AnalyzeAll({two, one});
  CHECK(both.data.shape == Shape::kIntraday);
  CHECK(both.data.price_cny == std::vector<double>{1.5, 1.51, 1.6, 1.61});
}

}  // namespace
}  // namespace premiumlens
