#include "core/fund/sample.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/fund/panel.h"
#include "core/table/parse.h"

namespace premiumlens {
namespace {

TEST_CASE("sample: the same seed, the same text; another seed, another") {
  CHECK(MakeHistorySample(1).text == MakeHistorySample(1).text);
  CHECK(MakeHistorySample(1).text != MakeHistorySample(2).text);
}

TEST_CASE("sample: read without a refused cell, and it tells the story it is made for") {
  for (const std::uint32_t seed : {1u, 2u, 3u, 4u, 5u}) {
    const Sample sample = MakeHistorySample(seed);
    const Table table = ParseTable(sample.text, sample.file);
    CHECK(table.rejected.count == 0);
    CHECK(table.rows == static_cast<std::size_t>(kSampleDays));
    const Analysis analysis = Analyze({&table});
    CHECK(analysis.data.shape == Shape::kHistory);
    CHECK(analysis.identity.kind == sample.kind);
    CHECK(analysis.identity.region == Region::kUs);
    CHECK(analysis.splits.found.empty());
    CHECK(std::none_of(analysis.data.dates.begin(), analysis.data.dates.end(), IsWeekend));
    CHECK(*std::max_element(analysis.warning_premium.begin() + 2, analysis.warning_premium.end()) >
          0.10);
    CHECK(analysis.judgement.unjudged.empty());
    CHECK(std::any_of(analysis.marks.begin(), analysis.marks.end(),
                      [](const Mark& mark) { return mark.code == Code::premium_days_over_5; }));
  }
}

TEST_CASE("sample: no exchange has such a code") {
  const Sample sample = MakeHistorySample(1);
  CHECK(sample.text.find("599999") != std::string::npos);
  CHECK(sample.text.find("虚构") != std::string::npos);
}

}  // namespace
}  // namespace premiumlens
