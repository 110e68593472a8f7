// What the fuzzers try, and what must hold for every input. A broken promise is a std::logic_error.

#ifndef PREMIUMLENS_TESTS_FUZZ_TARGETS_H_
#define PREMIUMLENS_TESTS_FUZZ_TARGETS_H_

#include <string_view>

namespace premiumlens {

// Any bytes as the text of a table: a table whose parts fit together, or a Failure.
void TryTable(std::string_view bytes);

// Any headers, types and cells: a column a line, its header first, cells behind tabs.
void TryRecognition(std::string_view bytes);

}  // namespace premiumlens

#endif  // PREMIUMLENS_TESTS_FUZZ_TARGETS_H_
