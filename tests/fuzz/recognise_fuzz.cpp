// libFuzzer's way in. scripts/fuzz builds and runs it.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  premiumlens::TryRecognition({reinterpret_cast<const char*>(data), size});
  return 0;
}
