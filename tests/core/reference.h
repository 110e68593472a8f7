// The figures of R, statsmodels or SciPy that scripts/reference has written down. A module has no
// files to read: natively only.

#ifndef PREMIUMLENS_TESTS_CORE_REFERENCE_H_
#define PREMIUMLENS_TESTS_CORE_REFERENCE_H_

#ifdef PREMIUMLENS_TESTS_FOLDER

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

namespace premiumlens {

inline nlohmann::json ReadReference(const std::string& name) {
  std::ifstream file(PREMIUMLENS_TESTS_FOLDER "/reference/" + name + ".json");
  REQUIRE(file);
  return nlohmann::json::parse(file);
}

}  // namespace premiumlens

#endif

#endif  // PREMIUMLENS_TESTS_CORE_REFERENCE_H_
