#include "core/table/rewrite_lines.h"

#include <string>

#include <catch2/catch.hpp>

using namespace premiumlens;

TEST_CASE("header cells that came apart stand on one line, and rows where they stood") {
  const std::string rows = "513100\t356\t1.8\t3%\n159941\t148\t1.1\t2%\n";
  CHECK(JoinHeaderLines("集思录\n代码\t成交\n(万元)\t净值\t溢价率\n" + rows) ==
        "集思录\n\n代码\t成交(万元)\t净值\t溢价率\n" + rows);
  // One header line, lines that make too few cells, words that head nothing, quotation marks.
  CHECK_FALSE(JoinHeaderLines("代码\t成交\t净值\t溢价率\n" + rows));
  CHECK_FALSE(JoinHeaderLines("代码\t成交\n(万元)\t净值\n" + rows));
  CHECK_FALSE(JoinHeaderLines("甲\t乙\n丙\t丁\t戊\n" + rows));
  CHECK_FALSE(JoinHeaderLines("代码\t\"成交\n(万元)\"\t净值\t溢价率\n" + rows));
  CHECK_FALSE(JoinHeaderLines(rows));
  CHECK_FALSE(JoinHeaderLines(""));
}

TEST_CASE("blocks of columns stand side by side") {
  CHECK(JoinBlocks(
            "            open  close  \\\n2025-01-02  1.43   1.44   \n2025-01-03  1.43   1.45   \n"
            "\n              nav\n2025-01-02  1.350\n2025-01-03  1.359\n\n[2 rows]\n") ==
        "            open  close      nav\n2025-01-02  1.43   1.44    1.350\n"
        "2025-01-03  1.43   1.45    1.359\n\n\n\n\n\n[2 rows]\n");
  // Another number of rows, no second block, nothing that goes on.
  CHECK_FALSE(JoinBlocks("  a  b  \\\n0  1  2\n\n  c\n0  3\n1  4\n"));
  CHECK_FALSE(JoinBlocks("  a  b  \\\n0  1  2\n"));
  CHECK_FALSE(JoinBlocks("  a  b\n0  1  2\n\n  c\n0  3\n"));
}
