// How an operation is described and reached.
//
// Each file of wasm/ops defines one `const Op k<Name>Op`; CMake lists the files and generates the
// array AllOps(). The fields are written in TypeScript's notation, because the page's types are
// generated from them (`scripts/run --list`), so request and result are spelled in one place.
//
// A short operation is a function of the request. A long one is a Job: small steps, so that the
// worker can show progress, cancel, and answer a keystroke in between.

#ifndef PREMIUMLENS_WASM_OP_H_
#define PREMIUMLENS_WASM_OP_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/table/table.h"

namespace premiumlens::wasm {

using Json = nlohmann::ordered_json;

class TableStore;

struct Field {
  std::string_view name;
  std::string_view type;  // TypeScript, e.g. "number | null"; see wasm/list.cpp for named types
  bool required = true;
};

// A type that the fields of one operation name; those that several share are in wasm/list.cpp.
struct NamedType {
  std::string_view name;
  std::string_view type;
};

// One list of fields after the other.
template <std::size_t N, std::size_t M>
constexpr std::array<Field, N + M> operator+(const std::array<Field, N>& first,
                                             const std::array<Field, M>& second) {
  std::array<Field, N + M> all{};
  std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), all.begin()));
  return all;
}

class Job {
 public:
  virtual ~Job() = default;
  // Does a small piece (about a millisecond at most) and tells whether all is done.
  virtual bool Step() = 0;
  // 0 to 1.
  virtual double Progress() const = 0;
  // Called once, after Step() said true: the result.
  virtual Json Finish() = 0;
};

struct Op {
  std::string_view name;
  std::span<const Field> takes;
  std::span<const Field> gives;
  std::span<const NamedType> types = {};
  // Exactly one of the two is set.
  Json (*run)(const Json& request, TableStore& tables) = nullptr;
  std::unique_ptr<Job> (*begin)(const Json& request, TableStore& tables) = nullptr;
};

std::span<const Op* const> AllOps();

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_OP_H_
