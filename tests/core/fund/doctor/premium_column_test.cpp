#include "core/fund/doctor/premium_column.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

struct Case {
  std::vector<double> same_day;
  std::vector<double> published;
  std::vector<Date> dates;
};

Case Make() {
  Case made;
  for (int i = 0; i < 100; ++i) {
    made.same_day.push_back(0.03 * std::sin(i * 0.9));
    made.published.push_back(0.03 * std::sin(i * 0.9) + 0.01 * std::cos(i * 1.7));
    made.dates.push_back(19000 + i);
  }
  return made;
}

// As a feed prints it: in percent with two decimals.
std::vector<double> Printed(const std::vector<double>& premium, double factor) {
  std::vector<double> printed;
  for (const double x : premium) printed.push_back(factor * std::round(x * 10000) / 100);
  return printed;
}

Finding Compare(const Case& made, std::vector<double> values, bool is_discount = false) {
  const auto finding = ComparePasted(
      {"溢价率", is_discount, std::move(values)},
      {{Denominator::kNavSameDay, &made.same_day}, {Denominator::kNavPublished, &made.published}},
      made.dates);
  REQUIRE(finding);
  return *finding;
}

std::string TextOf(const Finding& finding, std::string_view key) {
  for (const Evidence& item : finding.evidence) {
    if (item.key == key && std::holds_alternative<std::string>(item.value)) {
      return std::get<std::string>(item.value);
    }
  }
  return {};
}

TEST_CASE("pasted premium: recognised in percent and in fractions, with the value it is against") {
  const Case made = Make();
  for (const double factor : {1.0, 0.01}) {
    const Finding same = Compare(made, Printed(made.same_day, factor));
    CHECK(same.code == Code::premium_column_agrees);
    CHECK(same.level == Level::kInfo);
    CHECK(TextOf(same, "denominator_name") == "nav_same_day");
    CHECK(TextOf(Compare(made, Printed(made.published, factor)), "denominator_name") ==
          "nav_published");
  }
}

TEST_CASE("pasted premium: a turned sign is said, more loudly where no discount was promised") {
  const Case made = Make();
  const Finding discount = Compare(made, Printed(made.same_day, -1), true);
  CHECK(discount.code == Code::premium_column_reversed);
  CHECK(discount.level == Level::kInfo);
  const Finding turned = Compare(made, Printed(made.same_day, -1), false);
  CHECK(turned.code == Code::premium_column_reversed);
  CHECK(turned.level == Level::kWatch);
}

TEST_CASE("pasted premium: against another value it disagrees, with the day that is furthest off") {
  const Case made = Make();
  std::vector<double> other = Printed(made.same_day, 1);
  for (std::size_t i = 0; i < other.size(); ++i) other[i] += 0.5 * std::cos(static_cast<double>(i));
  other[42] += 5;
  const Finding finding = Compare(made, other);
  CHECK(finding.code == Code::premium_column_disagrees);
  CHECK(TextOf(finding, "worst_date") == FormatIso(19042));
}

TEST_CASE("pasted premium: missing cells are passed over, an empty column says nothing") {
  const Case made = Make();
  std::vector<double> sparse = Printed(made.same_day, 1);
  for (std::size_t i = 0; i < sparse.size(); i += 2) sparse[i] = kMissing;
  CHECK(Compare(made, sparse).code == Code::premium_column_agrees);
  CHECK_FALSE(ComparePasted({"溢价率", false, std::vector<double>(100, kMissing)},
                            {{Denominator::kNavSameDay, &made.same_day}}, made.dates));
}

TEST_CASE("pasted premium: the sign is told although the feed divides by a value of its own") {
  Case made = Make();
  std::vector<double> turned;
  for (std::size_t i = 0; i < made.same_day.size(); ++i) {
    made.same_day[i] += 0.05;
    made.published[i] = made.same_day[i] + 0.004;
    turned.push_back(-(made.same_day[i] + 0.002 * std::sin(static_cast<double>(i))));
  }
  CHECK(Compare(made, turned).code == Code::premium_column_reversed);
  CHECK(Compare(made, turned).level == Level::kWatch);
  CHECK(Compare(made, turned, true).level == Level::kInfo);
  for (double& value : turned) value = -value;
  CHECK(Compare(made, turned).code == Code::premium_column_disagrees);
}

TEST_CASE("pasted premium: that of the row before is told as such") {
  const Case made = Make();
  const std::vector<Recomputed> recomputed = {{Denominator::kNavSameDay, &made.same_day}};
  const std::vector<double> own = Printed(made.same_day, 1);
  CHECK_FALSE(FindOtherDay({"溢价率", false, own}, recomputed));
  std::vector<double> late = {kMissing};
  late.insert(late.end(), own.begin(), own.end() - 1);
  const auto finding = FindOtherDay({"溢价率", false, late}, recomputed);
  REQUIRE(finding);
  CHECK(finding->code == Code::premium_column_other);
  CHECK(TextOf(*finding, "denominator_name") == "nav_same_day");
}

}  // namespace
}  // namespace premiumlens
