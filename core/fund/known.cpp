#include "core/fund/known.h"

#include "core/base/word_list.h"

namespace premiumlens {
namespace {

constexpr WordList<Replication, 3> kReplications = {
    {Replication::kFull, Replication::kSampling, Replication::kSynthetic},
    {"full", "sampling", "synthetic"}};

}  // namespace

std::string_view Name(Replication replication) { return kReplications.NameOf(replication); }
std::optional<Replication> FindReplication(std::string_view name) {
  return kReplications.Find(name);
}
std::span<const Replication> AllReplications() { return kReplications.values; }

const Known* KnownOf(const std::vector<Known>& all, std::string_view fund, bool alone) {
  const Known* found = nullptr;
  for (const Known& known : all) {
    if (known.fund.empty() ? alone : known.fund == fund) found = &known;
  }
  return found;
}

}  // namespace premiumlens
