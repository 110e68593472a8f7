#include "core/fund/cost/creation_channel.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/fund/made_history.h"

namespace premiumlens {
namespace {

using Catch::Matchers::WithinRel;

FundData Shares(std::vector<double> shares) {
  FundData data;
  data.shape = Shape::kHistory;
  data.rows = shares.size();
  data.shares = std::move(shares);
  for (std::size_t i = 0; i < data.rows; ++i) data.dates.push_back(static_cast<Date>(19000 + i));
  return data;
}

CreationChannel Of(const FundData& data, const std::vector<Split>& splits = {}) {
  return ReadChannel(data, splits, std::vector<double>(data.rows, 0.05), {});
}

TEST_CASE("creation channel: flat for five sessions, then a jump") {
  const CreationChannel channel = Of(Shares({9, 10, 10, 10, 10, 10, 10, 12, 12.01}));
  REQUIRE(channel.runs.size() == 1);
  const FlatRun& run = channel.runs[0];
  CHECK(run.from == 19001);
  CHECK(run.to == 19006);
  CHECK(run.sessions == 5);
  CHECK(run.ended_by == RunEnd::kJump);
  CHECK(run.ended == 19007);
  CHECK_THAT(run.change_fraction, WithinRel(0.2, 1e-12));
  CHECK(channel.state == ChannelState::kPossiblyReopened);
  CHECK(channel.state_since == 19007);
  CHECK(channel.flat_days == 5);
}

TEST_CASE("creation channel: four sessions are not enough, a run to the end is open") {
  CHECK(Of(Shares({9, 10, 10, 10, 10, 10, 12})).runs.empty());
  CHECK(Of(Shares({9, 10, 10, 10, 10, 10, 12})).state == ChannelState::kMoving);
  const CreationChannel shut = Of(Shares({8, 9, 9, 9, 9, 9, 9, 9}));
  CHECK(shut.state == ChannelState::kPossiblyShut);
  CHECK(shut.latest_sessions == 6);
  CHECK(shut.runs.back().ended_by == RunEnd::kOpen);
  CHECK(shut.state_since == 19001);
}

TEST_CASE("creation channel: a small rise and a fall reopen nothing, a split neither") {
  CHECK(Of(Shares({10, 10, 10, 10, 10, 10, 10.01})).runs[0].ended_by == RunEnd::kRise);
  CHECK(Of(Shares({10, 10, 10, 10, 10, 10, 9})).runs[0].ended_by == RunEnd::kFall);
  CHECK(Of(Shares({10, 10, 10, 10, 10, 10, 9})).state == ChannelState::kMoving);
  const FundData data = Shares({10, 10, 10, 10, 10, 10, 50, 50});
  CHECK(Of(data, {{19005, 5}}).runs[0].ended_by == RunEnd::kSplit);
  CHECK(Of(data, {{19005, 5}}).state == ChannelState::kMoving);
  CHECK(Of(data).runs[0].ended_by == RunEnd::kJump);
}

TEST_CASE("creation channel: a change of a hundred-thousandth is none") {
  CHECK(Of(Shares({8, 1e6, 1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4, 1e6 + 5})).runs.size() == 1);
  CHECK(Of(Shares({8, 1e6, 1e6 + 20, 1e6 + 40, 1e6 + 60, 1e6 + 80, 1e6 + 100})).runs.empty());
}

TEST_CASE("creation channel: days without shares are left out, and too few say so") {
  const CreationChannel channel = Of(Shares({kMissing, 10, 10, kMissing, 10, 0, 10, 10, 10}));
  CHECK(channel.runs[0].sessions == 5);
  CHECK(channel.missing_days == 2);
  CHECK(channel.sample.nobs == 6);
  const CreationChannel few = Of(Shares({10, 10, 10}));
  CHECK(few.too_few->needed == 6);
  CHECK(few.too_few->have == 3);
  CHECK(!few.state);
  CHECK(Of(Shares({})).too_few->have == 0);
}

TEST_CASE("creation channel: pasted purchase status stands beside, of its own day") {
  FundData data = Shares({10, 10, 10, 10, 10, 10, 12});
  data.purchase.assign(7, PurchaseStatus::kUnknown);
  data.purchase[5] = PurchaseStatus::kSuspended;
  data.purchase[6] = PurchaseStatus::kOpen;
  const CreationChannel channel = Of(data);
  CHECK(channel.runs[0].purchase.status == PurchaseStatus::kSuspended);
  CHECK(channel.purchase.status == PurchaseStatus::kOpen);
}

TEST_CASE("creation channel: what comes later changes nothing before; the unit does not matter") {
  Noise noise(9);
  std::vector<double> shares;
  double level = 1000;
  for (int i = 0; i < 3000; ++i) {
    if (noise.Uniform() < 0.15) level = std::round(level * (1 + 0.02 * noise.Next()));
    shares.push_back(level);
  }
  const CreationChannel whole = Of(Shares(shares));
  std::vector<double> wan = shares;
  for (double& one : wan) one *= 1e4;
  CHECK(Of(Shares(wan)).runs_count == whole.runs_count);
  CHECK(Of(Shares(wan)).flat_days == whole.flat_days);
  std::vector<double> part(shares.begin(), shares.begin() + 2000);
  const CreationChannel before = Of(Shares(part));
  CHECK(before.runs.size() == static_cast<std::size_t>(before.runs_count));
  // The last run of the part may have gone on.
  for (std::size_t i = 0; i + 1 < before.runs.size(); ++i) {
    const auto same = std::find_if(whole.runs.begin(), whole.runs.end(), [&](const FlatRun& run) {
      return run.from == before.runs[i].from && run.sessions == before.runs[i].sessions;
    });
    CHECK(same != whole.runs.end());
  }
  CHECK(whole.runs_count > before.runs_count);
}

TEST_CASE("creation channel: the newest runs are kept") {
  std::vector<double> shares;
  for (int i = 0; i < 7000; ++i) {
    const int weeks = i / 7;
    shares.push_back(10 + weeks);
  }
  const CreationChannel channel = Of(Shares(shares));
  CHECK(channel.runs_count == 1000);
  CHECK(channel.runs.size() == kMostRuns);
  CHECK(channel.runs.back().to == 19000 + 6999);
}

}  // namespace
}  // namespace premiumlens
