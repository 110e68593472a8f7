#include "core/stats/stepped_sort.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

TEST_CASE("stepped sort: as std::sort, whatever the length") {
  for (const std::size_t count : {0u, 1u, 2u, 8192u, 8193u, 30000u, 300001u, 600000u}) {
    Noise noise(static_cast<std::uint32_t>(count));
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(std::round(1000 * noise.Next()));
    SteppedSort sort(values);
    int steps = 1;
    while (!sort.Step()) ++steps;
    std::sort(values.begin(), values.end());
    CHECK(sort.sorted() == values);
    if (count > 100000) CHECK(steps > 20);
  }
}

}  // namespace
}  // namespace premiumlens
