#include "core/fund/cases.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace premiumlens {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("cases: exact figures, worked by hand") {
  const auto exact = [](std::string_view id) {
    for (const WorkedCase& worked : WorkedCases()) {
      if (worked.id == id) return ExactFraction(worked);
    }
    return 0.0;
  };
  CHECK_THAT(exact("close_on_nav"), WithinAbs(0.0595 / 1.7445, 1e-15));
  CHECK_THAT(exact("hundred_and_twenty"), WithinAbs(0.2, 1e-15));
  CHECK_THAT(exact("eighteen_to_one"), WithinAbs(-17.0 / 118, 1e-15));
  CHECK_THAT(exact("eighteen_to_one_index_down"), WithinAbs(0.95 * 101 / 118 - 1, 1e-15));
  CHECK_THAT(exact("double_hit"), WithinAbs(0.958 * 105 / 112 - 1, 1e-15));
}

TEST_CASE("cases: which printed figures hold") {
  std::set<std::string> holds;
  for (const WorkedCase& worked : WorkedCases()) {
    if (Reproduces(worked)) holds.insert(std::string(worked.id));
  }
  CHECK(holds == std::set<std::string>{"close_on_nav", "hundred_and_twenty"});
}

}  // namespace
}  // namespace premiumlens
