#include "core/fund/rule_bars.h"

#include <algorithm>
#include <cmath>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

constexpr std::string_view kInner = "inner_fraction";
constexpr std::string_view kOuter = "outer_fraction";
constexpr std::string_view kAmountDays = "amount.window_days";
// Under it another rule reports: it is that rule's bar.
constexpr std::string_view kLower = "lower_bar_cny";

std::string NameOf(const Rule& rule, std::string_view key) {
  return std::string(Info(rule.code).name) + "." + std::string(Name(rule.level)) + "." +
         std::string(key);
}

std::vector<BarInfo> MakeBars() {
  std::vector<BarInfo> all;
  const std::span<const Rule> rules = AllRules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const Bar& bar : rules[i].bars) {
      if (bar.key == kLower) continue;
      all.push_back({NameOf(rules[i], bar.key), std::string(bar.key), i, bar.value,
                     bar.source.value_or(rules[i].source)});
    }
  }
  for (const Kind kind : AllKinds()) {
    const Band band = ReferenceBand(kind);
    const std::string range = "range." + std::string(Name(kind)) + ".";
    for (const auto& [key, value] :
         {std::pair{kInner, band.inner_fraction}, std::pair{kOuter, band.outer_fraction}}) {
      if (IsMissing(value)) continue;
      all.push_back({range + std::string(key), std::string(key), {}, value, band.source});
    }
  }
  all.push_back({std::string(kAmountDays), "window_days", {}, kAmountWindow, Source::kOwn});
  return all;
}

bool EndsIn(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

Kind KindOf(std::string_view name) {
  const std::size_t start = name.find('.') + 1;
  return FindKind(name.substr(start, name.rfind('.') - start)).value_or(Kind::kUnknown);
}

}  // namespace

BarLimits LimitsOf(std::string_view key) {
  constexpr double kMostMoney = 1e15;
  if (EndsIn(key, "_fraction")) return {0, 10, false};
  if (EndsIn(key, "_days") || EndsIn(key, "_minutes")) return {1, 10000, true};
  return {0, kMostMoney, false};
}

const std::vector<BarInfo>& AllBars() {
  static const std::vector<BarInfo> kAll = MakeBars();
  return kAll;
}

RuleBars::RuleBars() {
  for (const Rule& rule : AllRules()) {
    starts_.push_back(bars_.size());
    bars_.insert(bars_.end(), rule.bars.begin(), rule.bars.end());
  }
  starts_.push_back(bars_.size());
  for (const Kind kind : AllKinds()) bands_.push_back(ReferenceBand(kind));
}

std::span<const Bar> RuleBars::Of(std::size_t rule) const {
  return {bars_.data() + starts_[rule], starts_[rule + 1] - starts_[rule]};
}

bool RuleBars::Set(std::string_view name, double value) {
  const auto found = std::find_if(AllBars().begin(), AllBars().end(),
                                  [name](const BarInfo& info) { return info.name == name; });
  if (found == AllBars().end()) return false;
  const BarLimits limits = LimitsOf(found->key);
  if (!(value >= limits.least && value <= limits.most)) return false;
  if (limits.whole && value != std::floor(value)) return false;
  if (name == kAmountDays) {
    amount_days_ = static_cast<int>(value);
  } else if (!found->rule) {
    Band& band = bands_[static_cast<std::size_t>(KindOf(name))];
    (found->key == kInner ? band.inner_fraction : band.outer_fraction) = value;
  } else {
    for (std::size_t i = starts_[*found->rule]; i < starts_[*found->rule + 1]; ++i) {
      if (bars_[i].key == found->key) bars_[i].value = value;
    }
    if (AllRules()[*found->rule].code == Code::amount_under_10m) {
      for (Bar& bar : bars_) {
        if (bar.key == kLower) bar.value = value;
      }
    }
  }
  return true;
}

double RuleBars::Of(Code code, std::string_view key) const {
  const std::span<const Rule> rules = AllRules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].code != code) continue;
    for (const Bar& bar : Of(i)) {
      if (bar.key == key) return bar.value;
    }
  }
  return kMissing;
}

double RuleBars::At(std::size_t bar) const {
  const BarInfo& info = AllBars()[bar];
  if (info.name == kAmountDays) return amount_days_;
  if (!info.rule) {
    const Band band = BandOf(KindOf(info.name));
    return info.key == kInner ? band.inner_fraction : band.outer_fraction;
  }
  for (const Bar& one : Of(*info.rule)) {
    if (one.key == info.key) return one.value;
  }
  return kMissing;
}

const RuleBars& StandardBars() {
  static const RuleBars kStandard;
  return kStandard;
}

}  // namespace premiumlens
