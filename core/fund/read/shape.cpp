#include "core/fund/read/shape.h"

#include <cstddef>

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Shape, 5> kShapes = {
    {Shape::kPairs, Shape::kHistory, Shape::kIntraday, Shape::kCrossSection, Shape::kPanel},
    {"pairs", "history", "intraday", "cross_section", "panel"}};

}  // namespace

std::string_view Name(Shape shape) { return kShapes.NameOf(shape); }
std::span<const Shape> AllShapes() { return kShapes.values; }

bool IsPanel(const Funds& funds, const std::vector<Moment>& moments) {
  if (moments.empty()) return false;
  std::vector<Moment> first(funds.codes.size(), kNoMoment);
  for (std::size_t i = 0; i < funds.of_row.size(); ++i) {
    if (funds.of_row[i] == kMissingText || moments[i] == kNoMoment) continue;
    Moment& seen = first[funds.of_row[i]];
    if (seen == kNoMoment) seen = moments[i];
    if (seen != moments[i]) return true;
  }
  return false;
}

bool IsIntraday(const std::vector<Moment>& ordered) {
  std::size_t days = 0;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    days += i == 0 || DayOf(ordered[i]) != DayOf(ordered[i - 1]);
  }
  return days > 0 && ordered.size() >= 2 * days;
}

}  // namespace premiumlens
