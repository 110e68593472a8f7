#include "core/base/code.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace premiumlens;

TEST_CASE("every code has a name of its own and a sentence") {
  std::set<std::string> names;
  for (const CodeInfo& info : AllCodes()) {
    CHECK(names.insert(std::string(info.name)).second);
    CHECK_FALSE(info.message.empty());
    CHECK(&Info(info.code) == &info);
  }
  CHECK(Info(Code::premium_over_5).name == "premium_over_5");
}
