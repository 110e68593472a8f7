#include "core/table/title.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/table/header.h"
#include "core/table/text.h"

namespace premiumlens {

std::optional<Unit> UnitOfTitle(std::string_view title) {
  const std::string text = NormaliseWidth(title);
  std::string_view rest = text;
  const std::size_t word = rest.find("单位");
  if (word == std::string_view::npos) return {};
  rest = Trim(rest.substr(word + std::string_view("单位").size()));
  if (!rest.starts_with(':')) return {};
  rest = Trim(rest.substr(1));
  std::size_t end = rest.size();
  for (const std::string_view mark : {" ", ")", ";", "。"}) end = std::min(end, rest.find(mark));
  const std::optional<Unit> unit = FindUnitWord(rest.substr(0, end));
  const bool money = rest.substr(0, end).ends_with("元");
  return money && unit && *unit != Unit::kNone ? unit : std::nullopt;
}

void TakeUnitOfTitle(const Table& table, std::vector<Meaning>& meanings) {
  const std::optional<Unit> unit = UnitOfTitle(table.title);
  if (!unit) return;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    Meaning& meaning = meanings[i];
    const bool money = meaning.role == Role::kAmount || meaning.role == Role::kFloat;
    if (!money || meaning.reason == MeaningReason::kCorrected) continue;
    const bool told = ReadHeader(table.columns[i].name).has_unit || meaning.unit != Unit::kNone;
    if (!told && table.columns[i].scaled_cells == 0) meaning.unit = *unit;
  }
}

}  // namespace premiumlens
