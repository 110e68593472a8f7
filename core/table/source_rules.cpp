#include "core/table/source_rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/table/text.h"

namespace premiumlens {
namespace {

// Tushare's daily tables, by its documentation: vol 手, amount 千元; fd_share and total_share 万份.
constexpr SourceRule kTushare[] = {
    {"vol", Role::kVolume, Unit::kLot},        {"amount", Role::kAmount, Unit::kThousand},
    {"fdshare", Role::kShares, Unit::kWan},    {"totalshare", Role::kShares, Unit::kWan},
    {"floatshare", Role::kShares, Unit::kWan}, {"circmv", Role::kFloat, Unit::kWan}};

// 集思录's lists as JSON: `volume` is 成交(万元), `amount` 场内份额(万份), `unit_total` 规模(亿元).
constexpr SourceRule kJisilu[] = {{"price", Role::kPrice, Unit::kNone},
                                  {"volume", Role::kAmount, Unit::kWan},
                                  {"amount", Role::kShares, Unit::kWan},
                                  {"estimatevalue", Role::kEstimate, Unit::kNone},
                                  {"unittotal", Role::kOther, Unit::kYi}};

// 东方财富's quote lists name fields by number.
constexpr SourceRule kEastmoneyList[] = {
    {"f12", Role::kCode, Unit::kNone},        {"f14", Role::kName, Unit::kNone},
    {"f2", Role::kPrice, Unit::kNone},        {"f5", Role::kVolume, Unit::kLot},
    {"f6", Role::kAmount, Unit::kNone},       {"f8", Role::kTurnover, Unit::kPercent},
    {"f15", Role::kHigh, Unit::kNone},        {"f16", Role::kLow, Unit::kNone},
    {"f17", Role::kOpen, Unit::kNone},        {"f21", Role::kFloat, Unit::kNone},
    {"f38", Role::kShares, Unit::kNone},      {"f441", Role::kIopv, Unit::kNone},
    {"f402", Role::kDiscount, Unit::kPercent}};

// … and its daily lines likewise: day, open, close, high, low, lots, CNY, …, turnover rate.
constexpr SourceRule kEastmoneyLines[] = {
    {"f51", Role::kDate, Unit::kNone},   {"f52", Role::kOpen, Unit::kNone},
    {"f53", Role::kPrice, Unit::kNone},  {"f54", Role::kHigh, Unit::kNone},
    {"f55", Role::kLow, Unit::kNone},    {"f56", Role::kVolume, Unit::kLot},
    {"f57", Role::kAmount, Unit::kNone}, {"f61", Role::kTurnover, Unit::kPercent}};

// Tushare's currencies: days with bid and ask.
constexpr SourceRule kTushareFx[] = {{"bidclose", Role::kFx, Unit::kNone}};

// Wind's data feed: S_DQ_VOLUME 手, S_DQ_AMOUNT 千元.
constexpr SourceRule kWindFeed[] = {{"sdqvolume", Role::kVolume, Unit::kLot},
                                    {"sdqamount", Role::kAmount, Unit::kThousand}};

struct Source {
  std::array<std::string_view, 2> columns;  // both are there
  std::span<const SourceRule> rules;
};

constexpr Source kSources[] = {
    {{"tscode", "bidclose"}, kTushareFx}, {{"tscode", "tradedate"}, kTushare},
    {{"fundid", "fundnm"}, kJisilu},      {{"f12", "f14"}, kEastmoneyList},
    {{"f51", "f53"}, kEastmoneyLines},    {{"sdqclose", "sdqvolume"}, kWindFeed}};

std::string Fold(std::string_view name) {
  std::string text = LowerAscii(Trim(name));
  std::erase_if(text, [](char c) { return c == ' ' || c == '_'; });
  return text;
}

}  // namespace

std::span<const SourceRule> RulesOfSource(const std::vector<Column>& columns) {
  const auto has = [&columns](std::string_view key) {
    return std::any_of(columns.begin(), columns.end(),
                       [key](const Column& column) { return Fold(column.name) == key; });
  };
  for (const Source& source : kSources) {
    if (std::all_of(source.columns.begin(), source.columns.end(), has)) return source.rules;
  }
  return {};
}

const SourceRule* FindRule(std::span<const SourceRule> rules, std::string_view name) {
  if (rules.empty()) return nullptr;
  const std::string key = Fold(name);
  for (const SourceRule& rule : rules) {
    if (rule.key == key) return &rule;
  }
  return nullptr;
}

}  // namespace premiumlens
