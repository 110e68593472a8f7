#include "core/fund/purchase.h"

#include <array>
#include <string>

#include "core/base/word_list.h"
#include "core/table/text.h"

namespace premiumlens {
namespace {

constexpr WordList<PurchaseStatus, 4> kStatuses = {
    {PurchaseStatus::kOpen, PurchaseStatus::kLimited, PurchaseStatus::kSuspended,
     PurchaseStatus::kUnknown},
    {"open", "limited", "suspended", "unknown"}};

struct Phrase {
  std::string_view text;
  PurchaseStatus status;
};

// The first phrase contained counts: 暂停大额申购 limits, though 暂停 alone suspends; 不限购 is
// open.
constexpr std::array kPhrases = {
    Phrase{"场内交易", PurchaseStatus::kUnknown},  Phrase{"不限", PurchaseStatus::kOpen},
    Phrase{"无限额", PurchaseStatus::kOpen},       Phrase{"unlimited", PurchaseStatus::kOpen},
    Phrase{"大额", PurchaseStatus::kLimited},      Phrase{"限购", PurchaseStatus::kLimited},
    Phrase{"限额", PurchaseStatus::kLimited},      Phrase{"限制", PurchaseStatus::kLimited},
    Phrase{"limit", PurchaseStatus::kLimited},     Phrase{"暂停", PurchaseStatus::kSuspended},
    Phrase{"停止", PurchaseStatus::kSuspended},    Phrase{"不可", PurchaseStatus::kSuspended},
    Phrase{"封闭", PurchaseStatus::kSuspended},    Phrase{"认购", PurchaseStatus::kSuspended},
    Phrase{"suspend", PurchaseStatus::kSuspended}, Phrase{"closed", PurchaseStatus::kSuspended},
    Phrase{"开放", PurchaseStatus::kOpen},         Phrase{"正常", PurchaseStatus::kOpen},
    Phrase{"可申购", PurchaseStatus::kOpen},       Phrase{"open", PurchaseStatus::kOpen},
    Phrase{"限", PurchaseStatus::kLimited},
};

}  // namespace

std::string_view Name(PurchaseStatus status) { return kStatuses.NameOf(status); }
std::optional<PurchaseStatus> FindPurchaseStatus(std::string_view name) {
  return kStatuses.Find(name);
}
std::span<const PurchaseStatus> AllPurchaseStatuses() { return kStatuses.values; }

PurchaseStatus ReadPurchaseStatus(std::string_view words) {
  const std::string text = LowerAscii(words);
  // "开放（限10万）": an amount limits, whatever else is said.
  constexpr std::string_view kLimit = "限";
  const std::size_t amount = text.find(kLimit) + kLimit.size();
  if (amount >= kLimit.size() && amount < text.size() && IsDigit(text[amount])) {
    return PurchaseStatus::kLimited;
  }
  for (const Phrase& phrase : kPhrases) {
    if (text.find(phrase.text) != std::string::npos) return phrase.status;
  }
  return PurchaseStatus::kUnknown;
}

PurchaseStatus WithLimit(PurchaseStatus status, double limit_cny) {
  if (!(limit_cny > 0) || status == PurchaseStatus::kSuspended) return status;
  return limit_cny < kNoLimitCny              ? PurchaseStatus::kLimited
         : status == PurchaseStatus::kUnknown ? PurchaseStatus::kOpen
                                              : status;
}

}  // namespace premiumlens
