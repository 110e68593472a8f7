// The one dispatcher behind the functions that Embind exports.

#ifndef PREMIUMLENS_WASM_BINDINGS_H_
#define PREMIUMLENS_WASM_BINDINGS_H_

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {

Dispatcher& TheDispatcher();

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_BINDINGS_H_
