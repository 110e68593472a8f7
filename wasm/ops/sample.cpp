// sample: a table to try the program out with, as a person would paste it.

#include "core/fund/sample.h"

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr Field kTakes[] = {
    {"name", "\"history\""},
    {"seed", "number | null", false},
};

constexpr Field kGives[] = {
    {"text", "string"},
    {"file", "string"},
    {"kind", "Kind"},
};

std::uint32_t ReadSeed(const Json& request) {
  const double seed = ReadOptionalNumber(request, "seed");
  if (IsMissing(seed)) return 1;
  if (seed >= 0 && seed <= std::numeric_limits<std::uint32_t>::max() && seed == std::floor(seed)) {
    return static_cast<std::uint32_t>(seed);
  }
  throw Failure({.code = Code::bad_field, .column = "seed", .text = request["seed"].dump()});
}

Json Run(const Json& request, TableStore&) {
  const std::string name = ReadText(request, "name");
  if (name != "history") {
    throw Failure({.code = Code::bad_field, .column = "name", .text = name});
  }
  const Sample sample = MakeHistorySample(ReadSeed(request));
  return {{"text", sample.text}, {"file", sample.file}, {"kind", Name(sample.kind)}};
}

}  // namespace

extern const Op kSampleOp = {.name = "sample", .takes = kTakes, .gives = kGives, .run = Run};

}  // namespace premiumlens::wasm
