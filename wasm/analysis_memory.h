// The last few analyses, so that the many questions about one set of tables cost one analysis, and
// the histories taken from them, so that questions asked at a time share one.

#ifndef PREMIUMLENS_WASM_ANALYSIS_MEMORY_H_
#define PREMIUMLENS_WASM_ANALYSIS_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fund/denominator.h"
#include "core/fund/past/premium_history.h"

namespace premiumlens::wasm {

// Tables by name, each as it was.
using TableVersions = std::vector<std::pair<std::string, std::uint64_t>>;

class AnalysisMemory {
 public:
  // Null if it is not remembered, or was of other versions of the tables.
  std::shared_ptr<const Analysis> Recall(std::string_view question, const TableVersions& tables);
  // The newest is always kept, and the two before it while all have at most kMostRows rows.
  void Keep(std::string question, TableVersions tables, std::shared_ptr<const Analysis> analysis);
  // HistoryOf() that analysis. It is there for as long as somebody holds it.
  std::shared_ptr<const PremiumHistory> History(const std::shared_ptr<const Analysis>& analysis,
                                                std::optional<Denominator> denominator);
  // Gives up what was made of that table.
  void Forget(std::string_view table);

 private:
  static constexpr std::size_t kMost = 3;
  static constexpr std::size_t kMostRows = 1'500'000;
  struct Entry {
    std::string question;
    TableVersions tables;
    std::shared_ptr<const Analysis> analysis;
  };
  struct Past {
    std::weak_ptr<const Analysis> analysis;
    std::optional<Denominator> denominator;
    std::weak_ptr<const PremiumHistory> history;
  };
  std::list<Entry> entries_;  // the newest first
  std::vector<Past> histories_;
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_ANALYSIS_MEMORY_H_
