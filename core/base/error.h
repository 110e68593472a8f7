// How the core refuses: a Failure carries a code and the place, and nothing else crosses a module.
//
// Inside the core a function that cannot answer throws Failure; the dispatcher turns it into the
// reply {"code", "message", "row"?, "column"?, "text"?, "table"?}. A cell that cannot be used is
// not a Failure but a Rejection (table/table.h): the other rows still count.

#ifndef PREMIUMLENS_CORE_BASE_ERROR_H_
#define PREMIUMLENS_CORE_BASE_ERROR_H_

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "core/base/code.h"

namespace premiumlens {

struct Error {
  Code code;
  std::optional<std::int64_t> row = std::nullopt;  // counted from 1, the header counted
  std::string column = {};                         // header as written, or field of the request
  std::string text = {};                           // the offending text, or the start of it
  std::string table = {};                          // the table it is about, where there are several
};

class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)) {}
  const Error& error() const { return error_; }
  const char* what() const noexcept override { return Info(error_.code).message.data(); }

 private:
  Error error_;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_ERROR_H_
