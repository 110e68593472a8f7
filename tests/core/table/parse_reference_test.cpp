// The reader of rows against a plain one that goes through the text character by character.

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/base/missing.h"
#include "core/table/parse.h"

using namespace premiumlens;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows PlainRows(const std::string& text, char delimiter) {
  Rows rows(1, {""});
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (inside && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[i++];
    } else if (text[i] == '"' && (inside || cell.empty())) {
      inside = !inside;
    } else if (!inside && text[i] == delimiter) {
      rows.back().emplace_back();
    } else if (!inside && text[i] == '\n') {
      rows.push_back({""});
    } else if (inside || text[i] != '\r') {
      cell += text[i];
    }
  }
  if (rows.back().size() == 1) rows.pop_back();
  return rows;
}

// Texts of a table, and how each is written.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {
    delimiter_ = ",\t;|"[Pick(4)];
    line_end_ = Pick(2) == 0 ? "\n" : "\r\n";
    quotes_ = Pick(3) == 0 ? 0 : 1 + Pick(4);
  }
  char delimiter() const { return delimiter_; }

  std::string Table(std::size_t rows) {
    std::string text = Line({"date", "close", "volume", "name", "premium"});
    for (std::size_t i = 0; i < rows; ++i) {
      text += Line({Day(), Number(3), Number(0), Name(), Number(9)});
    }
    return text;
  }

 private:
  std::size_t Pick(std::size_t n) { return random_() % n; }
  std::string Day() { return FormatIso(static_cast<Date>(10000 + Pick(9000))); }
  std::string Number(std::size_t decimals) {
    if (Pick(12) == 0) return Pick(2) == 0 ? "" : "--";
    std::string text = Pick(5) == 0 ? "-" : "";
    text += std::to_string(random_() % (Pick(2) == 0 ? 10u : 4000000000u));
    if (decimals > 0) text += "." + std::to_string(random_());
    return text.substr(0, 4 + Pick(16));
  }
  std::string Name() {
    const std::vector<std::string> names = {"纳指ETF",    "标普 500", "a \"b\" c", "x,y;z|\tw",
                                            "two\nlines", "\"",       "博时",      ""};
    return names[Pick(names.size())];
  }
  std::string Line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
      if (!line.empty() || &cell != &cells.front()) line += delimiter_;
      line += Write(cell);
    }
    return line + line_end_;
  }
  std::string Write(const std::string& cell) {
    const bool must = cell.find_first_of("\"\n,;|\t") != std::string::npos;
    if (!must && (quotes_ == 0 || Pick(quotes_) != 0)) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
  }

  std::mt19937 random_;
  char delimiter_;
  std::string line_end_;
  std::size_t quotes_;  // one cell in so many is quoted without need; 0 for none
};

double NumberOf(const std::string& cell) {
  char* end = nullptr;
  const double value = std::strtod(cell.c_str(), &end);
  return end == cell.c_str() || *end != '\0' ? kMissing : value;
}

bool Same(double a, double b) { return a == b || (IsMissing(a) && IsMissing(b)); }

// The source's line that each of the rows begins on, counted from 1.
std::vector<std::int64_t> LinesOf(const Rows& rows) {
  std::vector<std::int64_t> lines;
  std::int64_t line = 1;
  for (const std::vector<std::string>& cells : rows) {
    lines.push_back(line++);
    for (const std::string& cell : cells) line += std::count(cell.begin(), cell.end(), '\n');
  }
  return lines;
}

}  // namespace

// Names over two lines move the lines of all rows below, above the header and within the rows.
TEST_CASE("rows and refusals are told by the line they begin on") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::string text = seed % 2 == 0 ? "" : "title\n";
    text += "date,\"close\n(CNY)\",iopv,name,turnover\n";
    std::vector<std::int64_t> plain_percent;
    for (unsigned i = 0; i < 200; ++i) {
      const bool bare = random() % 20 == 0;
      text += FormatIso(static_cast<Date>(19000 + i)) + ",1.02,1.01,";
      text += random() % 3 == 0 ? "\"纳指\nETF\"" : "标普";
      text += bare ? ",0.5\n" : ",0.5%\n";
      if (bare) plain_percent.push_back(i);
    }
    const Table table = ParseTable(text);
    std::vector<std::int64_t> lines = LinesOf(PlainRows(text, ','));
    lines.erase(lines.begin(), lines.begin() + (seed % 2 == 0 ? 1 : 2));
    INFO("seed " << seed);
    REQUIRE(table.source_rows == lines);
    REQUIRE(table.rejected.count == static_cast<std::int64_t>(plain_percent.size()));
    for (std::size_t i = 0; i < table.rejected.listed.size(); ++i) {
      const Rejection& told = table.rejected.listed[i];
      REQUIRE(told.code == Code::unit_differs);
      REQUIRE(told.row == lines[static_cast<std::size_t>(plain_percent[i])]);
      REQUIRE(told.text == "0.5");
    }
  }
}

TEST_CASE("seeded tables in any dress are read as a plain reader reads them") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Writer writer(seed);
    const std::string text = writer.Table(2 + seed * 7 % 300);
    const Rows rows = PlainRows(text, writer.delimiter());
    const Table table = ParseTable(text);
    INFO("seed " << seed);
    REQUIRE(table.columns.size() == 5);
    REQUIRE(table.rows == rows.size() - 1);
    REQUIRE(table.rejected.count == 0);
    for (std::size_t i = 0; i < table.rows; ++i) {
      const std::vector<std::string>& cells = rows[i + 1];
      INFO("row " << i);
      REQUIRE(CellText(table.columns[0], i) == cells[0]);
      REQUIRE(CellText(table.columns[3], i) == cells[3]);
      for (const std::size_t column : {1u, 2u, 4u}) {
        REQUIRE(Same(table.columns[column].numbers[i], NumberOf(cells[column])));
      }
    }
  }
}
