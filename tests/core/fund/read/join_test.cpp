#include "core/fund/read/join.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

TEST_CASE("join: by moment, against looking each one up") {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::vector<Moment> wanted;
    std::vector<Moment> moments;
    std::vector<double> values;
    for (Moment moment = 0; moment < 40; ++moment) {
      if (random() % 2 == 0) wanted.push_back(moment);
      if (random() % 3 == 0) {
        moments.push_back(moment);
        values.push_back(static_cast<double>(moment) + 0.5);
      }
    }
    const std::vector<double> joined = JoinByMoment(wanted, moments, values);
    REQUIRE(joined.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const bool there = std::find(moments.begin(), moments.end(), wanted[i]) != moments.end();
      CHECK(IsMissing(joined[i]) == !there);
      if (there) CHECK(joined[i] == static_cast<double>(wanted[i]) + 0.5);
    }
  }
}

TEST_CASE("join: by fund the latest value counts, by day where there are days") {
  const Funds funds{{0, 1, 0, kMissingText, 0}, {"513100", "513500"}};
  const std::vector<double> values = {1, 2, 3, 9, kMissing};
  const std::vector<std::string> wanted = {"513500", "", "513100", "159941"};
  const std::vector<double> by_row = JoinByFund(wanted, funds, {}, values);
  CHECK(by_row[0] == 2);
  CHECK(IsMissing(by_row[1]));
  CHECK(by_row[2] == 3);
  CHECK(IsMissing(by_row[3]));
  CHECK(JoinByFund(wanted, funds, {50, 10, 20, 30, 60}, values)[2] == 1);
}

TEST_CASE("join: what met is counted") {
  FundData data;
  data.rows = 4;
  data.dates = {1, 2, 3, 4};
  data.price_cny = {1, 1, kMissing, 1};
  data.nav.dates = {1, 3, 7};
  data.nav.values = {1, 1, 1};
  data.iopv_cny = {kMissing, 1, 1, kMissing};
  const Join join = CountMatches(data);
  CHECK(join.matched == 2);
  CHECK(join.price_only == 1);
  CHECK(join.value_only == 2);
}

}  // namespace
}  // namespace premiumlens
