#include "core/fund/cases.h"

#include <catch2/catch.hpp>
#include <cmath>
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

// To full precision; the investor guide prints "15% 以上", "超过 20%" and 10.5 %.
TEST_CASE("cases: what a convergence returns, and what the printed figure would need") {
  const auto find = [](std::string_view id) -> const WorkedCase& {
    for (const WorkedCase& worked : WorkedCases()) {
      if (worked.id == id) return worked;
    }
    throw 0;
  };
  const auto holds = [&](std::string_view id, double exact, double needs, double added) {
    const WorkedCase& worked = find(id);
    CHECK_THAT(ExactFraction(worked), WithinAbs(exact, 1e-12));
    CHECK_THAT(PremiumAsPrinted(worked), WithinAbs(needs, 1e-12));
    CHECK_THAT(AddedUp(worked), WithinAbs(added, 1e-12));
  };
  holds("eighteen_to_one", -0.144067796610, 0.003, -0.144067796610);
  holds("eighteen_to_one_index_down", -0.186864406780, 0.8 * 1.18 / 0.95 - 1, -0.194067796610);
  holds("double_hit", -0.101875, 0.895 * 1.12 / 0.958 - 1, -0.1045);
  CHECK(std::isnan(PremiumAsPrinted(find("close_on_nav"))));
  CHECK(std::isnan(AddedUp(find("close_on_nav"))));
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
