// The door as the tests knock at it: tables are put down, requests go in and replies come out.

#ifndef PREMIUMLENS_TESTS_WASM_DOOR_H_
#define PREMIUMLENS_TESTS_WASM_DOOR_H_

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "wasm/dispatcher.h"

namespace premiumlens::wasm {

class Door {
 public:
  Door& With(std::string_view name, std::string_view text, std::string_view file = "") {
    dispatcher_.tables().Create(name, file);
    dispatcher_.tables().Append(name, text);
    return *this;
  }
  // A request, or the text of one.
  Json Ask(const Json& request) {
    const bool is_text = request.is_string();
    return Json::parse(dispatcher_.Run(is_text ? request.get<std::string>() : request.dump()));
  }
  Json ResultOf(const Json& request) {
    const Json reply = Ask(request);
    INFO(reply.dump().substr(0, 500));
    REQUIRE(reply["ok"] == true);
    return reply["result"];
  }
  Json ErrorOf(const Json& request) {
    const Json reply = Ask(request);
    INFO(reply.dump().substr(0, 500));
    REQUIRE(reply["ok"] == false);
    return reply["error"];
  }
  // The field that is refused.
  std::string BadField(const Json& request) {
    const Json error = ErrorOf(request);
    CHECK(error["code"] == "bad_field");
    return error["column"].get<std::string>();
  }
  Dispatcher& dispatcher() { return dispatcher_; }

 private:
  Dispatcher dispatcher_;
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_TESTS_WASM_DOOR_H_
