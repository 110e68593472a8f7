// Data checks and mends as JSON; the shapes are named in list.cpp.

#ifndef PREMIUMLENS_WASM_CHECK_JSON_H_
#define PREMIUMLENS_WASM_CHECK_JSON_H_

#include <string>
#include <vector>

#include "core/fund/doctor/data_check.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

// `tables`: the names of the tables given, in order.
Json ToJson(const std::vector<DataCheck>& checks, const std::vector<std::string>& tables);

// The field "mends" as it came back in checks; null and fields left out are open. Throws Failure
// (bad_field) for what is no mend.
std::vector<Mend> ReadMends(const Json& request);

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_CHECK_JSON_H_
