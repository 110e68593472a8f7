// creation_channel: whether new shares seem to be created, read from the shares on the exchange.

#include "core/fund/cost/creation_channel.h"

#include <utility>

#include "core/base/error.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/series.h"

namespace premiumlens::wasm {
namespace {

constexpr auto kTakes = kPastFields + std::array<Field, 4>{{
                                          {"shares", "Series | null", false},
                                          {"flat_sessions", "number | null", false},
                                          {"flat_fraction", "number | null", false},
                                          {"jump_fraction", "number | null", false},
                                      }};

constexpr auto kGives = kSampleFields +
                        std::array<Field, 15>{{
                            {"has_shares", "boolean"},
                            {"shares_sample", "PastSample"},
                            {"missing_days", "number"},
                            {"too_few", "TooFew | null"},
                            {"state", "ChannelState | null"},
                            {"state_since", "string | null"},
                            {"latest_sessions", "number"},
                            {"latest_shares", "number | null"},
                            {"latest_change_fraction", "number | null"},
                            {"latest_change_date", "string | null"},
                            {"purchase", "PurchaseStatus"},
                            {"purchase_limit_cny", "number | null"},
                            {"flat_days", "number"},
                            {"runs_count", "number"},
                            {"runs", "FlatRun[]"},
                        }} +
                        std::array<Field, 1>{{{"assumptions", "Assumptions"}}};

constexpr NamedType kTypes[] = {
    {"ChannelState", "\"possibly_shut\" | \"possibly_reopened\" | \"moving\""},
    {"RunEnd", "\"jump\" | \"rise\" | \"fall\" | \"split\" | \"open\""},
    {"FlatRun",
     "{ from: string; to: string; sessions: number; shares: number; ended_by: RunEnd; "
     "ended: string | null; change_fraction: number | null; "
     "premium_from_fraction: number | null; premium_to_fraction: number | null; "
     "purchase: PurchaseStatus; purchase_limit_cny: number | null }"},
};

Json ToJson(const std::vector<FlatRun>& runs) {
  Json list = Json::array();
  for (const FlatRun& run : runs) {
    list.push_back({{"from", DateText(run.from)},
                    {"to", DateText(run.to)},
                    {"sessions", run.sessions},
                    {"shares", run.shares},
                    {"ended_by", Name(run.ended_by)},
                    {"ended", DateText(run.ended)},
                    {"change_fraction", Number(run.change_fraction)},
                    {"premium_from_fraction", Number(run.premium_from_fraction)},
                    {"premium_to_fraction", Number(run.premium_to_fraction)},
                    {"purchase", Name(run.purchase.status)},
                    {"purchase_limit_cny", Number(run.purchase.limit_cny)}});
  }
  return list;
}

class ChannelJob : public PastJob {
 public:
  ChannelJob(const Json& request, TableStore& store) : PastJob(request, store), given_(request) {
    options_.flat_sessions =
        given_.ReadCount({"flat_sessions", static_cast<double>(options_.flat_sessions), 2, 60,
                          "sessions", Source::kOwn});
    options_.flat_fraction =
        given_.Read({"flat_fraction", options_.flat_fraction, 0, 0.1, "fraction", Source::kOwn});
    options_.jump_fraction =
        given_.Read({"jump_fraction", options_.jump_fraction, 0.0001, 1, "fraction", Source::kOwn});
    if (IsOfTables(request)) return;
    series_.shape = Shape::kHistory;
    series_.rows = history().premium_fraction.size();
    series_.dates = history().dates;
    series_.shares = ReadSeries(request, "shares", store);
    if (series_.shares.size() == series_.rows) return;
    throw Failure({.code = Code::bad_field,
                   .column = "shares",
                   .text = std::to_string(series_.shares.size())});
  }

  Json Finish() override {
    const FundData& data = analysis() ? analysis()->data : series_;
    if (data.dates.empty()) throw Failure({.code = Code::no_history});
    static const std::vector<Split> kNone;
    const CreationChannel channel = ReadChannel(data, analysis() ? analysis()->splits.found : kNone,
                                                history().premium_fraction, options_);
    Json result = Head();
    result["has_shares"] = channel.sample.nobs > 0;
    result["shares_sample"] = wasm::ToJson(channel.sample);
    result["missing_days"] = channel.missing_days;
    result["too_few"] = wasm::ToJson(channel.too_few);
    result["state"] = channel.state ? Json(Name(*channel.state)) : Json(nullptr);
    result["state_since"] = DateText(channel.state_since);
    result["latest_sessions"] = channel.latest_sessions;
    result["latest_shares"] = Number(channel.latest_shares);
    result["latest_change_fraction"] = Number(channel.latest_change_fraction);
    result["latest_change_date"] = DateText(channel.latest_change_date);
    result["purchase"] = Name(channel.purchase.status);
    result["purchase_limit_cny"] = Number(channel.purchase.limit_cny);
    result["flat_days"] = channel.flat_days;
    result["runs_count"] = channel.runs_count;
    result["runs"] = ToJson(channel.runs);
    result["assumptions"] = given_.told();
    return result;
  }

 private:
  Assumptions given_;
  ChannelOptions options_;
  FundData series_;  // where plain series were given
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<ChannelJob>(request, tables);
}

}  // namespace

extern const Op kCreationChannelOp = {
    .name = "creation_channel", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
