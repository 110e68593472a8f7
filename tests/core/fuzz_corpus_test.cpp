// Replays what the fuzzers found worth keeping, and every fixture. The wasm build has no files.

#ifdef PREMIUMLENS_TESTS_FOLDER

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/fuzz/targets.h"

using namespace premiumlens;

namespace {

std::vector<std::filesystem::path> FilesOf(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path tests = PREMIUMLENS_TESTS_FOLDER;
  for (const auto& entry : std::filesystem::directory_iterator(tests / folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string BytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("tables of the corpus and all fixtures keep their promises") {
  for (const char* folder : {"fuzz/corpus/table", "fixtures/formats"}) {
    const auto files = FilesOf(folder);
    REQUIRE(files.size() >= 10);
    for (const auto& path : files) {
      INFO(path.filename().string());
      CHECK_NOTHROW(TryTable(BytesOf(path)));
    }
  }
}

TEST_CASE("headers and cells of the corpus keep their promises") {
  const auto files = FilesOf("fuzz/corpus/recognise");
  REQUIRE(files.size() >= 10);
  for (const auto& path : files) {
    INFO(path.filename().string());
    CHECK_NOTHROW(TryRecognition(BytesOf(path)));
  }
}

#endif  // PREMIUMLENS_TESTS_FOLDER
