// The one door: a request in JSON, a reply in JSON, and nothing thrown.
//
// A reply is {"ok": true, "result": {...}} or {"ok": false, "error": {"code", "message", "row"?,
// "column"?, "text"?, "table"?}}; fields of the request that the operation does not know are named
// in "ignored". Knows nothing of Emscripten, so the tests and the native command use it as it is.

#ifndef PREMIUMLENS_WASM_DISPATCHER_H_
#define PREMIUMLENS_WASM_DISPATCHER_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "wasm/op.h"
#include "wasm/tables.h"

namespace premiumlens::wasm {

class Dispatcher {
 public:
  TableStore& tables() { return tables_; }

  // Begin, all steps, finish.
  std::string Run(std::string_view request);

  // A request as a job. Begin() returns its number (> 0) and never fails: what is wrong with the
  // request is told by Finish(). Step() works for about `budget_ms` and returns true when done.
  // Finish() returns the reply and Abandon() nothing; both forget the job. An unknown number is
  // done, has made no progress, and finishes with the error `internal`.
  int Begin(std::string_view request);
  bool Step(int job, double budget_ms);
  double Progress(int job) const;
  std::string Finish(int job);
  void Abandon(int job);

 private:
  struct Running {
    std::unique_ptr<Job> job;
    Json reply;  // set once it is known
    bool done = false;
    Json ignored = Json::array();
  };
  void Start(std::string_view request, Running& running);
  TableStore tables_;
  std::map<int, Running> jobs_;
  int last_job_ = 0;
};

// What `scripts/run --list` prints: operations with their fields, named types, words, codes.
Json List();

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_DISPATCHER_H_
