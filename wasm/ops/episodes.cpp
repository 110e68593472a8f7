// episodes: each run-up of the premium beyond a bar, how it closed and what buyers got, and whether
// an A shape is under way on the latest day. A job.

#include "core/fund/past/episodes.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/past/a_shape.h"
#include "wasm/assumptions.h"
#include "wasm/fund_json.h"
#include "wasm/json.h"
#include "wasm/past_job.h"
#include "wasm/past_signals.h"

namespace premiumlens::wasm {
namespace {

// The newest are told, however many a long history has.
constexpr std::size_t kMostEpisodes = 500;
constexpr std::size_t kDaysAStep = 50'000;

constexpr auto kTakes = kPastFields + kARuleFields +
                        std::array<Field, 6>{{
                            {"bar", "number | null", false},
                            {"end_bar", "number | null", false},
                            {"quiet_days", "number | null", false},
                            {"side", "PremiumSide | null", false},
                            {"levels", "number[] | number | null", false},
                            {"closer_share", "number | null", false},
                        }};

constexpr auto kGives = kSampleFields + std::array<Field, 9>{{
                                            {"rule", "EpisodeRule"},
                                            {"assumptions", "EpisodeAssumptions"},
                                            {"episodes", "Episode[]"},
                                            {"count", "number"},
                                            {"closed_counts", "Record<ClosedBy, number>"},
                                            {"a_rule", "AShapeRule"},
                                            {"a_shape", "AShapeNow | null"},
                                            {"a_shapes", "AShape[]"},
                                            {"a_states", "Series | null"},
                                        }};

constexpr NamedType kTypes[] = {
    {"PremiumSide", "\"premium\" | \"discount\""},
    {"ClosedBy",
     "\"price_fall\" | \"value_rise\" | \"price_rise\" | \"value_fall\" | \"both\" | \"open\""},
    {"ReturnSplit",
     "{ return_fraction: number; value_part: number; premium_part: number; cross_part: number }"},
    {"EpisodeRule",
     "{ bar: number; end_bar: number; quiet_days: number; side: PremiumSide; levels: number[]; "
     "closer_share: number; rise_days: number }"},
    {"EpisodeAssumptions", "Assumptions & { levels: AssumptionList }"},
    {"EpisodeEntry",
     "{ level: number; date: string | null; index: number; premium_fraction: number; "
     "to_end: ReturnSplit | null }"},
    {"Episode",
     "{ start: string | null; peak: string | null; end: string | null; last: string | null; "
     "rise_start: string | null; start_index: number; peak_index: number; "
     "end_index: number | null; last_index: number; rise_start_index: number | null; "
     "start_premium: number; peak_premium: number; end_premium: number | null; "
     "last_premium: number; rise_start_premium: number | null; days_up: number; days_down: number; "
     "closed_by: ClosedBy | null; price_share: number | null; value_share: number | null; "
     "price_change_fraction: number | null; value_change_fraction: number | null; "
     "from_peak: ReturnSplit | null; entries: EpisodeEntry[]; crossed: boolean; "
     "cut_off: boolean }"},
    kAStateType,
    {"AShapeRule", "{ bar: number; rise: number; turn: number; over: number; window: number }"},
    kAPointType,
    kAShapeNowType,
    {"AShape",
     "{ foot: APoint; recognised: APoint; peak: APoint; turned: APoint | null; "
     "over: APoint | null }"},
};

Json RuleJson(const ARule& rule) {
  return {{"bar", rule.bar_fraction},
          {"rise", rule.rise_fraction},
          {"turn", rule.turn_fraction},
          {"over", rule.over_fraction},
          {"window", rule.window_days}};
}

Json SplitJson(const Return& split) {
  if (IsMissing(split.return_fraction)) return nullptr;
  return {{"return_fraction", split.return_fraction},
          {"value_part", split.value_part},
          {"premium_part", split.premium_part},
          {"cross_part", split.cross_part}};
}

class EpisodesJob : public PastJob {
 public:
  EpisodesJob(const Json& request, TableStore& tables) : PastJob(request, tables), given_(request) {
    using enum Source;
    rule_.bar_fraction =
        given_.Read({"bar", kPremiumBar, kLeastBar, kMostBar, "fraction", kInvestorGuide});
    const double bar = rule_.bar_fraction;
    rule_.end_fraction = given_.Read({"end_bar", bar, 0, bar, "fraction", kOwn});
    rule_.quiet_days = given_.ReadCount({"quiet_days", kQuietDays, 1, 250, "sessions", kOwn});
    rule_.side = ReadSide(request);
    levels_ = given_.ReadList({"levels", kMissing, kLeastBar, kMostBar, "fraction", kOwn},
                              {kEntryLevels.begin(), kEntryLevels.end()});
    // More than half: both cannot have closed it.
    closer_share_ = given_.Read({"closer_share", kCloserShare, 0.501, 1, "fraction", kOwn});
    a_rule_ = ReadARule(given_);
  }

 protected:
  void Prepare() override {
    days_ = KnownDaysOf(history());
    finder_.emplace(days_, rule_);
    // A shape is a signal, and there is none of a value that was not known by then.
    if (days_.has_prices() && !history().hindsight) shapes_.emplace(days_, a_rule_);
  }

  bool Work() override {
    for (std::size_t i = 0; i < kDaysAStep && !finder_->AtEnd(); ++i) finder_->AddNext();
    if (!finder_->AtEnd()) return false;
    if (!shapes_) return true;
    for (std::size_t i = 0; i < kDaysAStep && !shapes_->AtEnd(); ++i) shapes_->AddNext();
    return shapes_->AtEnd();
  }

  Json Finish() override {
    Json result = Head();
    result["rule"] = {{"bar", rule_.bar_fraction},
                      {"end_bar", rule_.end_fraction},
                      {"quiet_days", rule_.quiet_days},
                      {"side", rule_.side == PremiumSide::kPremium ? "premium" : "discount"},
                      {"levels", levels_},
                      {"closer_share", closer_share_},
                      {"rise_days", kRiseDays}};
    AddEpisodes(result);
    result["a_rule"] = RuleJson(a_rule_);
    result["assumptions"] = given_.told();
    AddShapes(result);
    return result;
  }

 private:
  Json DateOf(std::size_t place) const {
    return days_.dates.empty() ? Json(nullptr) : DateText(days_.dates[place]);
  }

  void Put(Json& json, const std::string& name, std::optional<std::size_t> place) const {
    json[name] = place ? DateOf(*place) : Json(nullptr);
    json[name + "_index"] = place ? Json(days_.row[*place]) : Json(nullptr);
    json[name + "_premium"] = place ? Json(days_.premium_fraction[*place]) : Json(nullptr);
  }

  void AddEpisodes(Json& result) {
    const std::vector<RunUp> run_ups = finder_->Finish();
    std::map<ClosedBy, std::int64_t> counts;
    const std::size_t from = run_ups.size() - std::min(run_ups.size(), kMostEpisodes);
    Json list = Json::array();
    std::size_t before = 0;
    for (std::size_t i = 0; i < run_ups.size(); ++i) {
      const Episode episode =
          DescribeEpisode(days_, run_ups[i], rule_.side, levels_, closer_share_, before);
      before = run_ups[i].end.value_or(run_ups[i].last + 1);
      if (episode.closed_by) ++counts[*episode.closed_by];
      if (i >= from) list.push_back(ToJson(episode));
    }
    result["episodes"] = std::move(list);
    result["count"] = run_ups.size();
    Json closed = Json::object();
    for (const ClosedBy word : AllClosedBy()) closed[std::string(Name(word))] = counts[word];
    result["closed_counts"] = std::move(closed);
  }

  Json ToJson(const Episode& episode) const {
    const RunUp& run_up = episode.run_up;
    Json json;
    Put(json, "start", run_up.start);
    Put(json, "peak", run_up.peak);
    Put(json, "end", run_up.end);
    Put(json, "last", run_up.last);
    Put(json, "rise_start", episode.rise_start);
    json["days_up"] = episode.days_up;
    json["days_down"] = episode.days_down;
    json["closed_by"] = episode.closed_by ? Json(Name(*episode.closed_by)) : Json(nullptr);
    json["price_share"] = Number(episode.price_share);
    json["value_share"] = Number(episode.value_share);
    const std::size_t to = run_up.end.value_or(run_up.last);
    const auto change = [&](const std::vector<double>& levels) {
      return levels.empty() ? Json(nullptr) : Json(levels[to] / levels[run_up.peak] - 1);
    };
    json["price_change_fraction"] = change(days_.price_cny);
    json["value_change_fraction"] = change(days_.value_cny);
    json["from_peak"] = SplitJson(episode.from_peak);
    json["entries"] = Json::array();
    for (const Entry& entry : episode.entries) {
      json["entries"].push_back({{"level", entry.level_fraction},
                                 {"date", DateOf(entry.place)},
                                 {"index", days_.row[entry.place]},
                                 {"premium_fraction", days_.premium_fraction[entry.place]},
                                 {"to_end", SplitJson(entry.to_end)}});
    }
    json["crossed"] = run_up.crossed;
    json["cut_off"] = run_up.cut_off;
    return json;
  }

  Json PointAt(std::optional<std::size_t> place) const { return APointToJson(days_, place); }

  void AddShapes(Json& result) {
    result["a_shape"] = nullptr;
    result["a_shapes"] = Json::array();
    result["a_states"] = nullptr;
    if (!shapes_ || days_.size() == 0) return;
    result["a_shape"] = AShapeNowToJson(days_, *shapes_);
    const std::vector<AShape>& shapes = shapes_->shapes();
    const std::size_t from = shapes.size() - std::min(shapes.size(), kMostEpisodes);
    for (std::size_t i = from; i < shapes.size(); ++i) {
      result["a_shapes"].push_back({{"foot", PointAt(shapes[i].foot)},
                                    {"recognised", PointAt(shapes[i].recognised)},
                                    {"peak", PointAt(shapes[i].peak)},
                                    {"turned", PointAt(shapes[i].turned)},
                                    {"over", PointAt(shapes[i].over)}});
    }
    // 0 none, 1 rising, 2 past the peak; of every row of the history, missing where it has no day.
    std::vector<double> states(history().premium_fraction.size(), kMissing);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      states[days_.row[i]] = static_cast<double>(shapes_->states()[i]);
    }
    result["a_states"] = ResultSeries(tables()).Put("a_state", std::move(states));
  }

  Assumptions given_;
  RunUpRule rule_;
  std::vector<double> levels_;
  double closer_share_ = kCloserShare;
  ARule a_rule_;
  KnownDays days_;
  std::optional<RunUpFinder> finder_;
  std::optional<AShapeFinder> shapes_;
};

std::unique_ptr<Job> Begin(const Json& request, TableStore& tables) {
  return std::make_unique<EpisodesJob>(request, tables);
}

}  // namespace

extern const Op kEpisodesOp = {
    .name = "episodes", .takes = kTakes, .gives = kGives, .types = kTypes, .begin = Begin};

}  // namespace premiumlens::wasm
