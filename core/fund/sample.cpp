#include "core/fund/sample.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/variate_generator.hpp>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "core/base/date.h"

namespace premiumlens {
namespace {

constexpr std::string_view kHeader =
    "日期,证券代码,证券简称,收盘价,单位净值,成交额(万元),换手率(%),场内流通份额(万份),申购状态\n";
constexpr std::string_view kCode = "599999";
constexpr std::string_view kName = "模拟美股ETF（虚构）";

// The story of the premium: days at which it stands at a level, straight lines in between.
struct Turn {
  int day;
  double premium;
};
constexpr Turn kStory[] = {{0, 0.004},   {260, 0.006}, {330, 0.035}, {352, 0.062}, {368, 0.155},
                           {376, 0.142}, {392, 0.071}, {420, 0.024}, {499, 0.009}};
constexpr int kLimitedFrom = 318;
constexpr int kSuspendedFrom = 348;
constexpr int kLimitedAgain = 425;

double StoryAt(int day) {
  const Turn* from = &kStory[0];
  for (const Turn& turn : kStory) {
    if (turn.day >= day) {
      if (turn.day == day) return turn.premium;
      const double share = static_cast<double>(day - from->day) / (turn.day - from->day);
      return from->premium + share * (turn.premium - from->premium);
    }
    from = &turn;
  }
  return from->premium;
}

std::string_view StatusAt(int day) {
  if (day >= kLimitedAgain) return "限大额";
  if (day >= kSuspendedFrom) return "暂停申购";
  return day >= kLimitedFrom ? "限大额" : "开放申购";
}

// Share of the float traded in a day: lively while the premium climbs, thin after its peak.
double TurnoverAt(int day, double noise) {
  constexpr double kUsual = 0.05;
  const double mood = day >= 330 && day < 372 ? 3.0 : day >= 372 && day < 392 ? 0.6 : 1.0;
  return kUsual * mood * std::exp(0.35 * noise);
}

Date NextWeekday(Date date) {
  do {
    ++date;
  } while (IsWeekend(date));
  return date;
}

}  // namespace

Sample MakeHistorySample(std::uint32_t seed) {
  boost::random::mt19937 engine(seed);
  boost::random::normal_distribution<double> normal;
  const auto draw = [&] { return normal(engine); };
  Sample sample{std::string(kHeader), "generated-599999.csv", Kind::kCrossBorder};
  Date date = NextWeekday(*MakeDate(2024, 1, 1));
  double value = 1.2;     // after the last night
  double mispricing = 0;  // of the premium about its story
  double shares_wan = 42000;
  for (int day = 0; day < kSampleDays; ++day, date = NextWeekday(date)) {
    const double night = 0.0006 + 0.011 * draw();
    const double foreseen = 0.3 * night;  // futures trade by day and tell a part of the night
    mispricing = 0.7 * mispricing + 0.004 * draw();
    const double price = value * (1 + foreseen) * (1 + StoryAt(day) + mispricing);
    value *= 1 + night;
    if (day < kSuspendedFrom) shares_wan += 60 * (1 + draw());
    const double turnover = TurnoverAt(day, draw());
    const double amount_wan = turnover * shares_wan * price;
    char row[160];
    std::snprintf(row, sizeof row, ",%.3f,%.4f,%.2f,%.2f,%.0f,", price, value, amount_wan,
                  100 * turnover, shares_wan);
    sample.text += FormatIso(date);
    sample.text += ',';
    sample.text += kCode;
    sample.text += ',';
    sample.text += kName;
    sample.text += row;
    sample.text += StatusAt(day);
    sample.text += '\n';
  }
  return sample;
}

}  // namespace premiumlens
