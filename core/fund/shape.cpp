#include "core/fund/shape.h"

#include "core/fund/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Shape, 5> kShapes = {
    {Shape::kPairs, Shape::kHistory, Shape::kIntraday, Shape::kCrossSection, Shape::kPanel},
    {"pairs", "history", "intraday", "cross_section", "panel"}};

}  // namespace

std::string_view Name(Shape shape) { return kShapes.NameOf(shape); }
std::span<const Shape> AllShapes() { return kShapes.values; }

}  // namespace premiumlens
