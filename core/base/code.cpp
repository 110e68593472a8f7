#include "core/base/code.h"

#include <array>
#include <cstddef>

namespace premiumlens {
namespace {

constexpr std::array kCodes = {
#define X(name, use, message) CodeInfo{Code::name, CodeUse::use, #name, message},
    PREMIUMLENS_CODES(X)
#undef X
};

}  // namespace

std::span<const CodeInfo> AllCodes() { return kCodes; }

const CodeInfo& Info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

}  // namespace premiumlens
