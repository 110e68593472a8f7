#include "wasm/analysis_memory.h"

#include <algorithm>

namespace premiumlens::wasm {

std::shared_ptr<const Analysis> AnalysisMemory::Recall(std::string_view question,
                                                       const TableVersions& tables) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.question == question && entry.tables == tables;
  });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return found->analysis;
}

void AnalysisMemory::Keep(std::string question, TableVersions tables,
                          std::shared_ptr<const Analysis> analysis) {
  entries_.push_front({std::move(question), std::move(tables), std::move(analysis)});
  std::size_t rows = 0;
  std::size_t count = 0;
  auto entry = entries_.begin();
  for (; entry != entries_.end() && count < kMost; ++entry, ++count) {
    rows += entry->analysis->data.rows;
    if (count > 0 && rows > kMostRows) break;
  }
  entries_.erase(entry, entries_.end());
}

std::shared_ptr<const PremiumHistory> AnalysisMemory::History(
    const std::shared_ptr<const Analysis>& analysis, std::optional<Denominator> denominator) {
  std::erase_if(histories_, [](const Past& past) { return past.history.expired(); });
  for (const Past& past : histories_) {
    if (past.denominator == denominator && past.analysis.lock() == analysis) {
      return past.history.lock();
    }
  }
  auto history = std::make_shared<const PremiumHistory>(HistoryOf(*analysis, denominator));
  histories_.push_back({analysis, denominator, history});
  return history;
}

void AnalysisMemory::Forget(std::string_view table) {
  entries_.remove_if([table](const Entry& entry) {
    return std::any_of(entry.tables.begin(), entry.tables.end(),
                       [table](const auto& one) { return one.first == table; });
  });
}

}  // namespace premiumlens::wasm
