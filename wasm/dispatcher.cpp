#include "wasm/dispatcher.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <new>
#include <utility>

#include "core/base/error.h"
#include "core/table/text.h"

namespace premiumlens::wasm {
namespace {

Json ErrorReply(const Error& error) {
  Json fields = {{"code", Info(error.code).name}, {"message", Info(error.code).message}};
  if (error.row) fields["row"] = *error.row;
  if (!error.column.empty()) fields["column"] = error.column;
  if (!error.text.empty()) fields["text"] = error.text;
  if (!error.table.empty()) fields["table"] = error.table;
  return {{"ok", false}, {"error", std::move(fields)}};
}

// Runs `work`, and turns whatever it throws into an error reply; nothing if all went well.
std::optional<Json> Guard(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const Failure& failure) {
    return ErrorReply(failure.error());
  } catch (const std::bad_alloc&) {
    return ErrorReply({.code = Code::out_of_memory});
  } catch (const std::exception& fault) {
    return ErrorReply({.code = Code::internal, .text = fault.what()});
  }
}

// Bytes that are no UTF-8 (a cell quoted from broken text) become U+FFFD rather than an error.
std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// No request nests deeper; writing a quoted piece of one that did would exhaust the stack.
constexpr int kDeepest = 32;

Json Parse(std::string_view request) {
  bool too_deep = false;
  const auto watch_depth = [&too_deep](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepest;
    return !too_deep;
  };
  // The parser takes a NUL for the end of the text.
  const bool has_nul = request.find('\0') != std::string_view::npos;
  Json json = Json::parse(request, watch_depth, false);
  if (json.is_discarded() || too_deep || has_nul) {
    throw Failure({.code = Code::bad_json, .text = Quote(request)});
  }
  if (!json.is_object() || !json.contains("op") || !json["op"].is_string()) {
    throw Failure({.code = Code::bad_request});
  }
  return json;
}

const Op& FindOp(std::string_view name) {
  for (const Op* op : AllOps()) {
    if (op->name == name) return *op;
  }
  throw Failure({.code = Code::unknown_op, .text = std::string(name)});
}

Json IgnoredFields(const Json& request, const Op& op) {
  Json ignored = Json::array();
  for (const auto& item : request.items()) {
    const bool known = std::any_of(op.takes.begin(), op.takes.end(),
                                   [&](const Field& field) { return field.name == item.key(); });
    if (!known && item.key() != "op") ignored.push_back(item.key());
  }
  return ignored;
}

double NowMs() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
}

}  // namespace

void Dispatcher::Start(std::string_view text, Running& running) {
  const Json request = Parse(text);
  const Op& op = FindOp(request["op"].get<std::string>());
  running.ignored = IgnoredFields(request, op);
  if (op.begin != nullptr) {
    running.job = op.begin(request, tables_);
  } else {
    running.reply = {{"ok", true}, {"result", op.run(request, tables_)}};
    running.done = true;
  }
}

int Dispatcher::Begin(std::string_view request) {
  Running& running = jobs_[++last_job_];
  if (std::optional<Json> error = Guard([&] { Start(request, running); })) {
    running.reply = *std::move(error);
    running.done = true;
  }
  return last_job_;
}

bool Dispatcher::Step(int job, double budget_ms) {
  const auto found = jobs_.find(job);
  if (found == jobs_.end() || found->second.done) return true;
  Running& running = found->second;
  const auto work = [&] {
    const double deadline_ms = NowMs() + budget_ms;
    bool finished = false;
    do {
      finished = running.job->Step();
    } while (!finished && NowMs() < deadline_ms);
    if (!finished) return;
    running.reply = {{"ok", true}, {"result", running.job->Finish()}};
    running.done = true;
  };
  if (std::optional<Json> error = Guard(work)) {
    running.reply = *std::move(error);
    running.done = true;
  }
  return running.done;
}

double Dispatcher::Progress(int job) const {
  const auto found = jobs_.find(job);
  if (found == jobs_.end()) return 0;
  if (found->second.done) return 1;
  return found->second.job ? found->second.job->Progress() : 0;
}

std::string Dispatcher::Finish(int job) {
  const auto found = jobs_.find(job);
  if (found == jobs_.end())
    return Dump(ErrorReply({.code = Code::internal, .text = "no such job"}));
  Running running = std::move(found->second);
  jobs_.erase(found);
  if (!running.done) return Dump(ErrorReply({.code = Code::internal, .text = "job not done"}));
  if (!running.ignored.empty()) running.reply["ignored"] = std::move(running.ignored);
  return Dump(running.reply);
}

void Dispatcher::Abandon(int job) { jobs_.erase(job); }

std::string Dispatcher::Run(std::string_view request) {
  const int job = Begin(request);
  while (!Step(job, 1000)) {
  }
  return Finish(job);
}

}  // namespace premiumlens::wasm
